// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/reportfields.h"

#include "ui/widgets/checkmenu.h"
#include "ui/widgets/statustext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <array>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array offeredFormats {reports::Format::Xlsx, reports::Format::Csv, reports::Format::Pdf,
                                     reports::Format::Html};
constexpr std::array offeredStatuses {log::Status::Success, log::Status::Error, log::Status::Pending,
                                      log::Status::Cancelled};

QString periodText(delivery::Period period)
{
    switch (period) {
    case delivery::Period::All:
        return ReportFields::tr("Everything");
    case delivery::Period::Today:
        return ReportFields::tr("Today so far");
    case delivery::Period::Yesterday:
        return ReportFields::tr("Yesterday");
    case delivery::Period::LastSevenDays:
        return ReportFields::tr("The last 7 days");
    case delivery::Period::LastThirtyDays:
        return ReportFields::tr("The last 30 days");
    case delivery::Period::ThisMonth:
        return ReportFields::tr("This month so far");
    case delivery::Period::LastMonth:
        return ReportFields::tr("Last month");
    }
    return {};
}

} // namespace

ReportFields::ReportFields(QWidget *parent)
    : QObject(parent)
    , m_statuses(new CheckMenu(parent))
    , m_format(new QComboBox(parent))
    , m_period(new QComboBox(parent))
    , m_folder(new QLineEdit(parent))
    , m_mail(new QLineEdit(parent))
    , m_summary(new QCheckBox(parent))
{
    m_statuses->setObjectName(u"reportStatuses"_s);
    m_format->setObjectName(u"reportFormat"_s);
    m_period->setObjectName(u"reportPeriod"_s);
    m_folder->setObjectName(u"reportFolder"_s);
    m_mail->setObjectName(u"reportMail"_s);
    m_summary->setObjectName(u"reportSummary"_s);
    for (const reports::Format format : offeredFormats)
        m_format->addItem(QString(), reports::toWord(format));
    m_format->addItem(QString(), QString());
    for (const delivery::Period period : delivery::allPeriods())
        m_period->addItem(QString(), delivery::toWord(period));
    connect(m_statuses, &CheckMenu::changed, this, &ReportFields::edited);
    for (const QComboBox *box : {m_format, m_period})
        connect(box, &QComboBox::currentIndexChanged, this, &ReportFields::edited);
    for (const QLineEdit *line : {m_folder, m_mail})
        connect(line, &QLineEdit::textChanged, this, &ReportFields::edited);
    connect(m_summary, &QCheckBox::toggled, this, &ReportFields::edited);
    retranslate();
}

QList<ReportFields::Field> ReportFields::fields() const
{
    return {{u"statuses"_s, m_statuses}, {u"period"_s, m_period}, {u"format"_s, m_format},
            {u"folder"_s, m_folder},     {u"mail"_s, m_mail},     {u"summary"_s, m_summary}};
}

void ReportFields::fill(const work::ScheduleDraft &draft)
{
    m_given = delivery::ScheduledReport::fromJson(draft.report).value_or(delivery::ScheduledReport());
    QStringList statuses;
    for (const log::Status status : draft.filter.statuses)
        statuses.append(log::toWord(status));
    m_statuses->setChecked(statuses);
    m_format->setCurrentIndex(
        qMax(0, m_format->findData(m_given.format ? reports::toWord(*m_given.format) : QString())));
    m_period->setCurrentIndex(qMax(0, m_period->findData(delivery::toWord(m_given.period))));
    m_folder->setText(m_given.folder);
    m_mail->setText(m_given.recipients.join(u", "_s));
    m_summary->setChecked(m_given.withSummary);
}

void ReportFields::apply(work::ScheduleDraft &draft) const
{
    draft.filter.statuses.clear();
    for (const QString &word : m_statuses->checked()) {
        if (const std::optional<log::Status> status = log::statusFromWord(word))
            draft.filter.statuses.append(*status);
    }
    delivery::ScheduledReport report = m_given;
    report.format = reports::formatFromWord(m_format->currentData().toString());
    if (report.columns.isEmpty())
        report.columns = reports::standardColumns();
    report.period = delivery::periodFromWord(m_period->currentData().toString()).value_or(report.period);
    report.folder = m_folder->text().trimmed();
    static const QRegularExpression between(u"[,;\\s]+"_s);
    report.recipients = m_mail->text().split(between, Qt::SkipEmptyParts);
    report.withSummary = m_summary->isChecked();
    draft.report = report.toJson();
}

void ReportFields::retranslate()
{
    QList<CheckMenu::Choice> choices;
    for (const log::Status status : offeredStatuses)
        choices.append({log::toWord(status), statusText(status)});
    m_statuses->setTitle(tr("Status"));
    m_statuses->setChoices(choices);
    const QStringList formats {tr("Excel (XLSX)"), tr("CSV"), tr("PDF, with totals and charts"),
                               tr("HTML, in one file"), tr("No file, only the daily summary")};
    for (int index = 0; index < m_format->count(); ++index)
        m_format->setItemText(index, formats.value(index));
    const QList<delivery::Period> periods = delivery::allPeriods();
    for (int index = 0; index < m_period->count(); ++index)
        m_period->setItemText(index, periodText(periods.at(index)));
    m_folder->setPlaceholderText(tr("/srv/reports, on the machine that runs schedules"));
    m_mail->setPlaceholderText(tr("head@school.example, it@school.example"));
    m_summary->setText(tr("Tell in the e-mail &what went wrong"));
}

} // namespace ponte::ui
