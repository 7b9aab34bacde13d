// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/figuretables.h"

#include "core/reports/filtertext.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDays = 62;

class Tables
{
public:
    explicit Tables(const ReportHead &head)
        : m_head(head)
        , m_language(head.order.language)
        , m_summary(*head.summary)
    {}

    [[nodiscard]] QStringList statusHeaders(const QString &first) const
    {
        return {first,
                m_language.word(u"total"),
                m_language.word(u"success"),
                m_language.word(u"error"),
                m_language.word(u"pending"),
                m_language.word(u"cancelled")};
    }

    [[nodiscard]] QStringList statusRow(const QString &name, const StatusCounts &counts) const
    {
        QStringList row {name};
        for (const qint64 count : {counts.total(), counts.success, counts.error, counts.pending, counts.cancelled})
            row.append(m_language.number(count));
        return row;
    }

    [[nodiscard]] FigureTable functionalities() const
    {
        FigureTable table {m_language.word(u"by.functionality"), statusHeaders(m_language.word(u"functionality")), {}};
        for (const auto &[id, counts] : m_summary.functionalities)
            table.rows.append(statusRow(m_language.functionality(m_head.descriptor, id), counts));
        table.rows.append(statusRow(m_language.word(u"total"), m_summary.total));
        return table;
    }

    [[nodiscard]] FigureTable companies() const
    {
        FigureTable table {m_language.word(u"by.company"), statusHeaders(m_language.word(u"company")), {}};
        for (const auto &[company, counts] : m_summary.companies) {
            const QString name = QString::number(company.value());
            table.rows.append(statusRow(name, counts));
            for (const Summary::OfLevel &level : m_summary.levels) {
                if (level.company == company)
                    table.rows.append(statusRow(
                        u"%1 / %2 %3"_s.arg(name, m_language.word(u"level")).arg(level.level.value()), level.counts));
            }
        }
        return table;
    }

    [[nodiscard]] FigureTable ageing() const
    {
        FigureTable table {m_language.word(u"ageing"), {m_language.word(u"ageing"), m_language.word(u"records")}, {}};
        for (int band = 0; band < ageBands; ++band)
            table.rows.append(
                {m_language.word(u"age.%1"_s.arg(band)), m_language.number(m_summary.ageing[size_t(band)])});
        return table;
    }

    [[nodiscard]] FigureTable deadlines() const
    {
        FigureTable table {m_language.word(u"sla"),
                           {m_language.word(u"company"), m_language.word(u"sla.deadline"),
                            m_language.word(u"sla.inTime"), m_language.word(u"sla.late"),
                            m_language.word(u"sla.overdue"), m_language.word(u"sla.share")},
                           {}};
        for (const CompanySla &sla : m_summary.sla)
            table.rows.append({QString::number(sla.company.value()), m_language.duration(sla.deadline),
                               m_language.number(sla.inTime), m_language.number(sla.late),
                               m_language.number(sla.overdue),
                               sla.share() ? m_language.percent(*sla.share()) : u"–"_s});
        return table;
    }

    [[nodiscard]] FigureTable signatures() const
    {
        FigureTable table {m_language.word(u"signatures"),
                           {m_language.word(u"signature"), m_language.word(u"last"), m_language.word(u"records")},
                           {},
                           2};
        for (const log::SignatureGroup &group : m_summary.topSignatures)
            table.rows.append(
                {group.signature.text, m_language.time(group.last, m_head.order.zone), m_language.number(group.count)});
        return table;
    }

private:
    const ReportHead &m_head;
    const ReportLanguage &m_language;
    const Summary &m_summary;
};

} // namespace

QList<std::pair<QString, QString>> receiptLines(const ReportHead &head)
{
    const ReportOrder &order = head.order;
    const ReportLanguage &language = order.language;
    QString filter = filterPhrases(order, head.descriptor).join(u" · "_s);
    if (!order.filterName.isEmpty())
        filter = order.filterName + u" — "_s + filter;
    QList<std::pair<QString, QString>> lines {{language.word(u"filter"), filter}};
    if (head.summary && head.summary->first.isValid())
        lines.append({language.word(u"period"), language.word(u"period.of")
                                                    .arg(language.time(head.summary->first, order.zone),
                                                         language.time(head.summary->last, order.zone))});
    lines += {
        {language.word(u"zone"), QString::fromLatin1(order.zone.id())},
        {language.word(u"generated"), language.time(head.generatedAt, order.zone)},
        {language.word(u"by"), head.by},
        {language.word(u"records"), language.number(head.records)},
        {language.word(u"complete"), language.word(u"yes")},
        {language.word(u"personal"), language.word(order.personalData ? u"personal.shown" : u"personal.masked")},
        {language.word(u"sha256"),
         language.word(u"sha256.beside").arg(QFileInfo(order.file).fileName() + u".receipt.json"_s)},
    };
    return lines;
}

QList<std::pair<QString, QString>> keyFigures(const ReportHead &head)
{
    const ReportLanguage &language = head.order.language;
    const Summary &summary = *head.summary;
    QList<std::pair<QString, QString>> figures {
        {language.word(u"contracts"), language.number(summary.contracts)},
        {language.word(u"median"), summary.median ? language.duration(*summary.median) : u"–"_s},
        {language.word(u"p95"), summary.p95 ? language.duration(*summary.p95) : u"–"_s},
        {language.word(u"recovered"), language.number(summary.recoveredByResend)},
    };
    return figures;
}

QList<FigureTable> figureTables(const ReportHead &head)
{
    const Summary &summary = *head.summary;
    const Tables tables(head);
    QList<FigureTable> list;
    if (!summary.topSignatures.isEmpty())
        list.append(tables.signatures());
    if (summary.total.error + summary.total.pending > 0)
        list.append(tables.ageing());
    if (!summary.sla.isEmpty())
        list.append(tables.deadlines());
    if (!summary.companies.isEmpty())
        list.append(tables.companies());
    if (!summary.functionalities.isEmpty())
        list.append(tables.functionalities());
    return list;
}

TimeLine timeLine(const Summary &summary, const ReportLanguage &language)
{
    TimeLine line;
    if (summary.days.isEmpty())
        return line;
    const QDate first = summary.days.first().first;
    const QDate last = summary.days.last().first;
    line.isMonthly = first.daysTo(last) >= mostDays;
    const auto start = [&line](QDate day) { return line.isMonthly ? QDate(day.year(), day.month(), 1) : day; };
    qsizetype next = 0;
    for (QDate at = start(first); at <= last; at = line.isMonthly ? at.addMonths(1) : at.addDays(1)) {
        StatusCounts counts;
        for (; next < summary.days.size() && start(summary.days.at(next).first) == at; ++next) {
            const StatusCounts &day = summary.days.at(next).second;
            counts.success += day.success;
            counts.error += day.error;
            counts.pending += day.pending;
            counts.cancelled += day.cancelled;
        }
        line.labels.append(line.isMonthly ? at.toString(language.isDayFirst() ? u"MM/yyyy"_s : u"yyyy-MM"_s)
                                          : language.dayOfYear(at));
        line.counts.append(counts);
    }
    return line;
}

} // namespace ponte::reports
