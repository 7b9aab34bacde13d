// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedules.h"
#include "ui/widgets/session.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ponte::ui {

class Banner;
class Directory;
class Hands;
class ReportFields;
class RuleEditor;
class RunPreview;

/// Adds a schedule or changes one: while one types it says when the next five runs are, and what is refused stands
/// beside its field.
class ScheduleDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleDialog)

public:
    /// `id` is 0 for a new one.
    ScheduleDialog(const Session &session, const Directory &directory, Hands &hands, const work::ScheduleDraft &draft,
                   qint64 id, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupFields();
    void setupLayout();
    QLabel *addField(QFormLayout &form, const QString &field, QWidget *editor);
    void fill(const work::ScheduleDraft &draft);
    void fillCompanies();
    void fillLevels();
    void handleEdit();
    void readMaximum();
    void showCoverage();
    void showRefusal(const std::optional<Error> &error);
    void save();
    void handleSaved(const Result<> &result);
    void retranslate();
    [[nodiscard]] work::ScheduleDraft draft() const;
    [[nodiscard]] CompanyId company() const;
    [[nodiscard]] bool isResend() const;
    [[nodiscard]] bool isReport() const;
    [[nodiscard]] bool mayChooseJob() const;
    void showJob();

    const Session &m_session;
    const Directory &m_directory;
    Hands &m_hands;
    const work::ScheduleDraft m_given; ///< what the dialog does not show stays as it was
    const qint64 m_id;
    Banner *m_banner;
    QComboBox *m_job;
    QLineEdit *m_name;
    QComboBox *m_company;
    QComboBox *m_level;
    QCheckBox *m_error;
    QCheckBox *m_pending;
    QWidget *m_statuses;
    ReportFields *m_report;
    RuleEditor *m_rule;
    QComboBox *m_zone;
    QCheckBox *m_enabled;
    RunPreview *m_preview;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QFormLayout *m_form;
    QHash<QString, QLayout *> m_rows; ///< by field
    QHash<QString, QLabel *> m_labels; ///< by field
    QHash<QString, QLabel *> m_refusals; ///< by field
    std::optional<int> m_maximum; ///< of the company
    bool m_isMaximumKnown = false;
    bool m_isSaving = false;
};

} // namespace ponte::ui
