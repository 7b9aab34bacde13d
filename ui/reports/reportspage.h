// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/reports/reportexports.h"
#include "ui/reports/reportform.h"
#include "ui/reports/reportpreview.h"
#include "ui/widgets/place.h"

#include <QTimer>

class QLabel;
class QSettings;
class QTabWidget;

namespace ponte::security {
struct SavedView;
}

namespace ponte::ui {

class Banner;
class Context;
class Directory;
class ExportsPanel;
class FiguresPanel;
class PreviewPanel;

/// "Relatórios": a choice of records, how it is written, what it will look like, and the files of late.
class ReportsPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportsPage)

public:
    /// The filter of a saved view of the monitor as it means now; none where it cannot be understood.
    using ViewReader = std::function<std::optional<log::Filter>(const QString &content)>;

    ReportsPage(const Session &session, Context &context, const Directory &directory, QSettings &settings,
                Questions &questions, ViewReader viewReader, QWidget *parent = nullptr);
    ~ReportsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void leave() override;
    void refresh() override;
    void showTab(const QString &name) override;

    /// Takes what the monitor shows as the data of the next report.
    void useFilter(const log::Filter &filter);

Q_SIGNALS:
    void frontRequested(); ///< an export of this page wants to be seen

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void readViews();
    void offerSources();
    void readAgain();
    void readPreview();
    void readFigures();
    void startExport();
    void handleEnded(const Export &report, const Error &error);
    void retranslate();
    [[nodiscard]] QString everything() const;

    const Session &m_session;
    Context &m_context;
    const Directory &m_directory;
    const ViewReader m_readView;
    ReportExports m_exports;
    std::optional<log::Filter> m_monitorFilter;
    QList<security::SavedView> m_views;
    storage::ReadTicket m_viewTicket, m_previewTicket, m_figuresTicket;
    CancelToken m_previewCancel;
    QTimer m_settled;
    bool m_isFront = false;
    bool m_areFiguresOld = true;
    int m_doneExport = 0; ///< the one that the banner speaks of
    QLabel *m_heading;
    Banner *m_banner;
    ReportForm *m_form;
    QTabWidget *m_tabs;
    PreviewPanel *m_preview;
    FiguresPanel *m_figures;
    ExportsPanel *m_exportsPanel;
};

} // namespace ponte::ui
