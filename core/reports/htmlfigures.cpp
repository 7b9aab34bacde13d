// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/htmlfigures.h"

#include "core/reports/figuretables.h"

#include <algorithm>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

constexpr StatusColors statusColors;

QString cell(const QString &tag, const QString &text, bool isNumber = false)
{
    return u"<%1%2>%3</%1>"_s.arg(tag, isNumber ? u" class=\"n\""_s : QString(), text.toHtmlEscaped());
}

QString htmlTable(const FigureTable &table)
{
    QString html = u"<section><h2>%1</h2><table><thead><tr>"_s.arg(table.title.toHtmlEscaped());
    for (qsizetype i = 0; i < table.headers.size(); ++i)
        html += cell(u"th"_s, table.headers.at(i), i >= table.textColumns);
    html += u"</tr></thead><tbody>"_s;
    for (const QStringList &row : table.rows) {
        html += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            html += cell(u"td"_s, row.at(i), i >= table.textColumns);
        html += u"</tr>"_s;
    }
    return html + u"</tbody></table></section>\n"_s;
}

struct Part {
    qint64 count;
    QLatin1StringView color;
};

QString stackedBars(const TimeLine &line)
{
    constexpr int width = 900;
    constexpr int height = 160;
    qint64 most = 1;
    for (const StatusCounts &counts : line.counts)
        most = std::max(most, counts.total());
    const double step = double(width) / double(line.counts.size());
    QString svg = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\">"_s.arg(width).arg(height + 22);
    for (qsizetype i = 0; i < line.counts.size(); ++i) {
        const StatusCounts &counts = line.counts.at(i);
        double top = height;
        for (const Part &part :
             {Part {counts.success, statusColors.success}, Part {counts.cancelled, statusColors.cancelled},
              Part {counts.pending, statusColors.pending}, Part {counts.error, statusColors.error}})
        {
            const double size = double(height) * double(part.count) / double(most);
            if (part.count == 0)
                continue;
            top -= size;
            svg += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>"_s
                       .arg(double(i) * step + step * 0.1, 0, 'f', 1)
                       .arg(top, 0, 'f', 1)
                       .arg(step * 0.8, 0, 'f', 1)
                       .arg(size, 0, 'f', 1)
                       .arg(part.color);
        }
        const qsizetype every = std::max<qsizetype>(1, line.counts.size() / 15 + 1);
        if (i % every == 0)
            svg += u"<text x=\"%1\" y=\"%2\">%3</text>"_s.arg(double(i) * step + step / 2, 0, 'f', 1)
                       .arg(height + 16)
                       .arg(line.labels.at(i));
    }
    return svg + u"</svg>"_s;
}

} // namespace

QString htmlCover(const ReportHead &head)
{
    const ReportLanguage &language = head.order.language;
    QString html = u"<header><h1>%1</h1><dl>"_s.arg(language.word(u"title").toHtmlEscaped());
    for (const auto &[label, value] : receiptLines(head))
        html += cell(u"dt"_s, label) + cell(u"dd"_s, value);
    return html + u"</dl></header>\n"_s;
}

QString htmlFigures(const ReportHead &head)
{
    if (!head.summary || head.summary->total.total() == 0)
        return {};
    const ReportLanguage &language = head.order.language;
    const StatusCounts &total = head.summary->total;
    QString html = u"<h2>%1</h2><div class=\"tiles\">"_s.arg(language.word(u"summary").toHtmlEscaped());
    const auto tile = [&html](const QString &label, const QString &value, QLatin1StringView color) {
        html += u"<div%1><b>%2</b><span>%3</span></div>"_s.arg(
            color.isEmpty() ? QString() : u" style=\"border-color:%1\""_s.arg(color), value.toHtmlEscaped(),
            label.toHtmlEscaped());
    };
    tile(language.word(u"total"), language.number(total.total()), {});
    tile(language.word(u"success"), language.number(total.success), statusColors.success);
    tile(language.word(u"error"), language.number(total.error), statusColors.error);
    tile(language.word(u"pending"), language.number(total.pending), statusColors.pending);
    tile(language.word(u"cancelled"), language.number(total.cancelled), statusColors.cancelled);
    for (const auto &[label, value] : keyFigures(head))
        tile(label, value, {});
    html += u"</div>\n"_s;
    const TimeLine line = timeLine(*head.summary, language);
    html += u"<section><h2>%1</h2>%2</section>\n"_s.arg(
        language.word(line.isMonthly ? u"by.month" : u"by.day").toHtmlEscaped(), stackedBars(line));
    for (const FigureTable &table : figureTables(head))
        html += htmlTable(table);
    return html;
}

QString htmlStyle()
{
    return u"body{font:14px/1.45 Inter,'DejaVu Sans',sans-serif;color:#1d2126;margin:24px auto;max-width:1280px;"
           "padding:0 16px}h1{font-size:22px}h2{font-size:16px;margin:28px 0 8px}dl{display:grid;grid-template-columns:"
           "max-content 1fr;gap:2px 16px;margin:0}dt{color:#5b636d}dd{margin:0;overflow-wrap:anywhere}"
           ".tiles{display:flex;flex-wrap:wrap;gap:12px}.tiles div{border-left:4px solid #9aa3ad;padding:4px 12px;"
           "min-width:120px}.tiles b{display:block;font-size:20px;font-variant-numeric:tabular-nums}.tiles span{color:"
           "#5b636d}svg{width:100%;height:auto}svg text{font-size:11px;fill:#5b636d;text-anchor:middle}"
           "table{border-collapse:collapse;width:100%;font-size:13px}th,td{border-bottom:1px solid #dfe3e8;padding:4px 8px;"
           "text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-wrap}th{background:#eef1f5;"
           "white-space:normal}.n{text-align:right;font-variant-numeric:tabular-nums}.t{white-space:nowrap;"
           "font-variant-numeric:tabular-nums}#rows thead th{position:sticky;top:0;cursor:pointer}"
           "#rows th[aria-sort=ascending]::after{content:' ▲'}#rows th[aria-sort=descending]::after{content:' ▼'}"
           ".hint,footer{color:#5b636d;font-size:12px}"
           "@media print{body{margin:0;max-width:none;font-size:10px}table{font-size:9px}thead{display:table-header-group}"
           "tr,section{break-inside:avoid}.hint{display:none}#rows thead th{position:static}}@page{size:A4 landscape;"
           "margin:12mm}"_s;
}

QString htmlScript()
{
    return u"(()=>{const t=document.getElementById('rows'),b=t.tBodies[0],h=[...t.tHead.rows[0].cells];"
           "h.forEach((c,i)=>{const sort=()=>{const up=c.getAttribute('aria-sort')!=='ascending';"
           "h.forEach(o=>o.removeAttribute('aria-sort'));c.setAttribute('aria-sort',up?'ascending':'descending');"
           "const n=c.className!=='';const key=r=>{const d=r.cells[i],v=d.dataset.v??d.textContent;"
           "return n?(v===''?-Infinity:+v):v};"
           "const rows=[...b.rows].map(r=>[key(r),r]);const o=new Intl.Collator(document.documentElement.lang);"
           "rows.sort((x,y)=>(up?1:-1)*(n?(x[0]<y[0]?-1:x[0]>y[0]?1:0):o.compare(x[0],y[0])));"
           "b.append(...rows.map(r=>r[1]))};c.onclick=sort;c.onkeydown=e=>{if(e.key==='Enter')sort()}})})()"_s;
}

} // namespace ponte::reports
