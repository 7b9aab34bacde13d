// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/dailysummary.h"

#include "core/delivery/deliverywords.h"
#include "core/reports/readmoment.h"
#include "core/security/personaldata.h"

namespace ponte::delivery {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCauses = 5;
constexpr qsizetype longestCause = 200;

/// A message as lines of "what" and "how many", drawn twice.
struct MessageParts {
    QString heading;
    QString verdict;
    QList<std::pair<QString, QString>> figures;
    QList<std::pair<QString, QString>> causes; ///< count, text
    QList<std::pair<QString, QString>> functionalities; ///< name, counts
    QStringList notes;
};

qint64 troubled(const reports::StatusCounts &counts)
{
    return counts.error + counts.pending + counts.cancelled;
}

class PartsMaker
{
public:
    explicit PartsMaker(const MessageHead &head)
        : m_head(head)
    {}

    [[nodiscard]] MessageParts make(const DailySummary *summary, const AttachedReport *attached) const
    {
        MessageParts parts;
        QStringList heading {m_head.schedule, span()};
        if (m_head.company)
            heading.append(word(u"company").arg(m_head.company->value()));
        parts.heading = heading.join(u" · "_s);
        if (summary)
            addSummary(parts, *summary);
        if (attached) {
            parts.notes.append(word(u"attached").arg(attached->file, number(attached->rows)));
            parts.notes.append(word(u"hash").arg(QString::fromLatin1(attached->sha256)));
        }
        parts.notes.append(word(u"footer").arg(m_head.schedule, m_head.language.time(m_head.sentAt, m_head.zone),
                                               QString::fromLatin1(m_head.zone.id())));
        return parts;
    }

    /// "21/11/2026", "15/11/2026 – 21/11/2026", "todo o período".
    [[nodiscard]] QString span() const
    {
        if (!m_head.span.from.isValid())
            return word(u"all");
        const QDate first = m_head.span.from.toTimeZone(m_head.zone).date();
        const QDate last = m_head.span.to.addMSecs(-1).toTimeZone(m_head.zone).date();
        const reports::ReportLanguage &language = m_head.language;
        return first == last ? language.date(first) : u"%1 – %2"_s.arg(language.date(first), language.date(last));
    }

    [[nodiscard]] QString word(QStringView id) const { return deliveryWord(m_head.language.name(), id); }

private:
    [[nodiscard]] QString number(qint64 value) const { return m_head.language.number(value); }
    [[nodiscard]] QString number(const log::Count &count) const
    {
        return count.isExact ? number(count.value) : word(u"more").arg(number(count.value));
    }

    void addSummary(MessageParts &parts, const DailySummary &summary) const
    {
        const reports::StatusCounts &total = summary.figures.total;
        parts.verdict = troubled(total) == 0 ? word(u"fine") : word(u"wrong").arg(number(troubled(total))) + u'.';
        parts.figures = {{word(u"changed"), number(total.total())},
                         {word(u"error"), number(total.error)},
                         {word(u"pending"), number(total.pending)},
                         {word(u"cancelled"), number(total.cancelled)},
                         {word(u"success"), number(total.success)},
                         {word(u"recovered"), number(summary.figures.recoveredByResend)},
                         {word(u"waiting"), number(summary.waiting)},
                         {word(u"at_risk"), number(summary.atRisk)}};
        for (const log::SignatureGroup &group :
             summary.figures.topSignatures.first(qMin(shownCauses, summary.figures.topSignatures.size())))
            parts.causes.append({number(group.count), security::maskedText(group.signature.text).left(longestCause)});
        for (const auto &[id, counts] : summary.figures.functionalities) {
            if (troubled(counts) > 0)
                parts.functionalities.append({m_head.language.functionality(m_head.descriptor, id), shares(counts)});
        }
    }

    [[nodiscard]] QString shares(const reports::StatusCounts &counts) const
    {
        QStringList texts;
        const std::pair<QStringView, qint64> shown[] = {
            {u"error", counts.error}, {u"pending", counts.pending}, {u"cancelled", counts.cancelled}};
        for (const auto &[id, count] : shown) {
            if (count > 0)
                texts.append(u"%1: %2"_s.arg(word(id), number(count)));
        }
        return texts.join(u", "_s);
    }

    const MessageHead &m_head;
};

QString htmlRows(const QList<std::pair<QString, QString>> &rows)
{
    QString html = u"<table style=\"border-collapse:collapse\">"_s;
    for (const auto &[left, right] : rows)
        html += u"<tr><td style=\"padding:2px 16px 2px 0\">%1</td><td style=\"padding:2px 0\">%2</td></tr>"_s.arg(
            left.toHtmlEscaped(), right.toHtmlEscaped());
    return html + u"</table>"_s;
}

} // namespace

Result<DailySummary> summarizeDay(storage::Connection &connection, const integration::Descriptor &descriptor,
                                  const parameters::Parameters &parameters, const log::Filter &filter, const Span &span,
                                  const QTimeZone &zone, const QDateTime &now)
{
    log::Filter changed = filter;
    changed.changedFrom = span.from;
    changed.changedTo = span.to;
    reports::ReadMoment moment(connection);
    if (const Result<> begun = moment.begin(); !begun)
        return tl::unexpected(begun.error());
    const auto figures = reports::summarize(connection, descriptor, changed, zone, now);
    if (!figures)
        return tl::unexpected(figures.error());
    DailySummary summary {*figures, {}, {}};
    log::Filter waiting;
    waiting.company = filter.company;
    waiting.level = filter.level;
    waiting.statuses = {log::Status::Error, log::Status::Pending};
    for (const integration::Functionality &functionality : descriptor.functionalities) {
        if (functionality.mayBeReprocessed)
            waiting.functionalities.append(functionality.id);
    }
    const log::LogReader reader(connection);
    const auto counted = reader.count(waiting);
    if (!counted)
        return tl::unexpected(counted.error());
    summary.waiting = *counted;
    if (!filter.company || descriptor.resendMaximum.isEmpty())
        return summary;
    const auto maximum =
        parameters.get(connection, descriptor.resendMaximum, parameters::Scope::ofCompany(*filter.company));
    if (!maximum)
        return tl::unexpected(maximum.error());
    // Without a maximum nothing is ever cancelled by it.
    if (!maximum->isSet || maximum->value.toInt() < 1)
        return summary;
    waiting.automaticAttemptsFrom = maximum->value.toInt() - 1;
    const auto risky = reader.count(waiting);
    if (!risky)
        return tl::unexpected(risky.error());
    summary.atRisk = *risky;
    return summary;
}

QString messageSubject(const MessageHead &head, const DailySummary *summary)
{
    const PartsMaker maker(head);
    QStringList parts {head.schedule, maker.span()};
    if (summary) {
        const qint64 count = troubled(summary->figures.total);
        parts.append(count == 0 ? maker.word(u"fine.short") : maker.word(u"wrong").arg(head.language.number(count)));
    }
    return parts.join(u" · "_s);
}

QString messageText(const MessageHead &head, const DailySummary *summary, const AttachedReport *attached)
{
    const PartsMaker maker(head);
    const MessageParts parts = maker.make(summary, attached);
    QStringList lines {parts.heading, {}};
    if (!parts.verdict.isEmpty())
        lines += {parts.verdict, {}};
    for (const auto &[name, value] : parts.figures)
        lines.append(u"%1: %2"_s.arg(name, value));
    if (!parts.causes.isEmpty())
        lines += {{}, maker.word(u"causes") + u':'};
    for (const auto &[count, text] : parts.causes)
        lines.append(u"  %1 × %2"_s.arg(count, text));
    if (!parts.functionalities.isEmpty())
        lines += {{}, maker.word(u"functionality") + u':'};
    for (const auto &[name, counts] : parts.functionalities)
        lines.append(u"  %1: %2"_s.arg(name, counts));
    if (summary)
        lines.append(QString());
    lines += parts.notes;
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

QString messageHtml(const MessageHead &head, const DailySummary *summary, const AttachedReport *attached)
{
    const PartsMaker maker(head);
    const MessageParts parts = maker.make(summary, attached);
    QString html =
        u"<!DOCTYPE html><html lang=\"%1\"><body style=\"font-family:sans-serif;color:#1f2933\"><h2 style=\"font-size:18px\">%2</h2>"_s
            .arg(QString(head.language.name()).replace(u'_', u'-'), parts.heading.toHtmlEscaped());
    if (!parts.verdict.isEmpty())
        html += u"<p><strong>%1</strong></p>"_s.arg(parts.verdict.toHtmlEscaped());
    if (!parts.figures.isEmpty())
        html += htmlRows(parts.figures);
    if (!parts.causes.isEmpty())
        html += u"<h3 style=\"font-size:15px\">%1</h3>"_s.arg(maker.word(u"causes").toHtmlEscaped())
                + htmlRows(parts.causes);
    if (!parts.functionalities.isEmpty())
        html += u"<h3 style=\"font-size:15px\">%1</h3>"_s.arg(maker.word(u"functionality").toHtmlEscaped())
                + htmlRows(parts.functionalities);
    for (const QString &note : parts.notes)
        html += u"<p style=\"color:#52606d;font-size:13px;margin:4px 0\">%1</p>"_s.arg(note.toHtmlEscaped());
    return html + u"</body></html>"_s;
}

} // namespace ponte::delivery
