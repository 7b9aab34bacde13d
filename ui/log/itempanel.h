// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "ui/log/itemmodel.h"
#include "ui/log/payloadloader.h"

#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace ponte::ui {

class AttemptTimeline;
class Banner;
class BundleJob;
class DiffView;
class ExplanationView;
class Grid;
class PayloadOptions;
class PayloadView;
class SaleRecords;
class ViewState;
struct Session;

/// "Item de Log", the drill-down of the monitor: the executions of the chosen record in time and as rows, what each
/// sent and received, how two of them differ, why the record is as it is, and the other records of its sale.
class ItemPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemPanel)

public:
    ItemPanel(const Session &session, const LogNames &names, ViewState &viewState, QWidget *parent = nullptr);

    ~ItemPanel() override;

    void setRecord(const log::Record &record);
    void clear();
    void focusItems();
    /// Looks at one execution of the record, as soon as it is read.
    void chooseItem(LogItemId item);

public Q_SLOTS:
    void explain(); ///< shows why the record is as it is
    void compare(); ///< shows how executions differ

Q_SIGNALS:
    void escaped();
    void closeRequested();
    void filterRequested(const ponte::log::Filter &filter); ///< the records of a sale or of an error
    void recordRequested(ponte::LogRecordId record);
    void parametersRequested(const QString &integration);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupHeading();
    void setupItems(ViewState &viewState);
    void setupTabs();
    void setupPayloads();
    void setupActions();
    void retranslate();
    void showHeading();
    void showItem(int row);
    void chooseNewest();
    void showItemsRead();
    void showReveal();
    void askReveal();
    void focusTab(QWidget *tab);
    void copyRows(const QList<int> &rows);
    [[nodiscard]] QDateTime nextAttempt() const;

    const Session &m_session;
    const LogNames &m_names;
    ItemModel m_model;
    PayloadLoader m_loader;
    PayloadOptions *m_options;
    BundleJob *m_bundle;
    QLabel *m_title;
    QLabel *m_summary;
    QToolButton *m_close;
    Banner *m_banner;
    QSplitter *m_splitter;
    AttemptTimeline *m_timeline;
    Grid *m_grid;
    QTabWidget *m_tabs;
    std::array<PayloadView *, PayloadLoader::PartCount> m_payloads {};
    DiffView *m_diff;
    ExplanationView *m_explanation;
    SaleRecords *m_sale;
    std::optional<log::Record> m_record;
    std::optional<LogItemId> m_wanted; ///< to be chosen once it is read
};

} // namespace ponte::ui
