// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/csvwriter.h"

#include <algorithm>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front());
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, QChar separator)
    : m_device(device)
    , m_separator(separator)
{
    write("\xEF\xBB\xBF");
}

void CsvWriter::writeRow(const QStringList &cells)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += m_separator;
        line += encoded(cells.at(i));
    }
    write((line + u"\r\n"_s).toUtf8());
}

Result<> CsvWriter::state() const
{
    if (m_isSound)
        return {};
    return failure(ErrorCode::Internal, u"The report cannot be written: %1"_s.arg(m_device.errorString()));
}

void CsvWriter::write(const QByteArray &bytes)
{
    m_isSound = m_isSound && m_device.write(bytes) == bytes.size();
}

QString CsvWriter::encoded(const QString &cell) const
{
    QString text = looksLikeFormula(cell) ? u'\'' + cell : cell;
    const bool needsQuotes = std::any_of(text.cbegin(), text.cend(), [this](QChar c) {
        return c == m_separator || c == u'"' || c == u'\r' || c == u'\n';
    });
    if (!needsQuotes && !text.startsWith(u' ') && !text.endsWith(u' '))
        return text;
    text.replace(u'"', u"\"\""_s);
    return u'"' + text + u'"';
}

} // namespace ponte::reports
