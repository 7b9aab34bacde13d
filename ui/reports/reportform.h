// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportorder.h"
#include "ui/widgets/session.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace ponte::ui {

class ColumnChooser;
class Questions;

/// One choice of records that the form offers.
struct ReportSource {
    QString name; ///< as the list shows it
    QString viewName; ///< of a saved view; empty for others
    log::Filter filter;
};

/// What a report holds and where it goes. Last folder, format and language are remembered.
class ReportForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportForm)

public:
    ReportForm(const Session &session, QSettings &settings, Questions &questions, QWidget *parent = nullptr);

    /// Keeps the choice where its name is still there, else takes the first.
    void setSources(const QList<ReportSource> &sources);
    void chooseSource(const QString &name);
    [[nodiscard]] QString source() const;
    /// What is chosen; error code Validation with `field` ("columns", "zone", "file") where it cannot be.
    [[nodiscard]] Result<reports::ReportOrder> order() const;
    /// The same as far as a preview needs it.
    [[nodiscard]] Result<reports::ReportOrder> content() const;
    /// Beside its field; an empty field clears all.
    void showRefusal(const QString &field, const QString &message);
    /// Another name in the same folder, so that the next report does not replace the last.
    void proposeFile();
    void setFile(const QString &file);
    [[nodiscard]] const integration::Descriptor &descriptor() const;

Q_SIGNALS:
    void edited(); ///< what the report holds
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupFields();
    void setupLayout();
    void addField(QFormLayout &form, const QString &field, QWidget *editor, QWidget *more = nullptr);
    /// The language of the console, until a person chooses another one for reports.
    void followLanguage();
    void showFormat();
    void showSource();
    void handleEdit();
    void chooseFile();
    void retranslate();
    [[nodiscard]] reports::Format format() const;
    [[nodiscard]] const ReportSource *current() const;

    const Session &m_session;
    QSettings &m_settings;
    Questions &m_questions;
    QList<ReportSource> m_sources;
    QComboBox *m_source;
    QLabel *m_filterText;
    QComboBox *m_format;
    ColumnChooser *m_columns;
    QCheckBox *m_items;
    QCheckBox *m_payloads;
    QCheckBox *m_personal;
    QComboBox *m_language;
    QComboBox *m_zone;
    QComboBox *m_separator;
    QCheckBox *m_mark;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QPushButton *m_export;
    QHash<QString, QLabel *> m_labels;
    QHash<QString, QLabel *> m_refusals;
};

} // namespace ponte::ui
