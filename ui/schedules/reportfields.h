// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/delivery/scheduledreport.h"
#include "core/work/schedules.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QWidget;

namespace ponte::ui {

class CheckMenu;

/// What a schedule of reports asks for beside its company and its time. The editors stand in the dialog's form.
class ReportFields final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportFields)

public:
    explicit ReportFields(QWidget *parent);

    struct Field {
        QString name; ///< that of refusals
        QWidget *editor;
    };
    /// In the order of the form.
    [[nodiscard]] QList<Field> fields() const;
    void fill(const work::ScheduleDraft &draft);
    /// Columns, language and the like stay as they were given.
    void apply(work::ScheduleDraft &draft) const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    delivery::ScheduledReport m_given;
    CheckMenu *m_statuses;
    QComboBox *m_format;
    QComboBox *m_period;
    QLineEdit *m_folder;
    QLineEdit *m_mail;
    QCheckBox *m_summary;
};

} // namespace ponte::ui
