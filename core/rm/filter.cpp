// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/filter.h"

namespace ponte::rm {

Filter::Filter(QString table)
    : m_table(std::move(table))
{}

Filter &Filter::equals(QStringView column, qint64 value)
{
    if (!m_text.isEmpty())
        m_text += u" AND ";
    m_text += m_table + u'.' + column + u'=' + QString::number(value);
    return *this;
}

Filter &Filter::equals(QStringView column, QStringView text)
{
    QString quoted = text.toString();
    quoted.replace(u'\'', QStringLiteral("''"));
    if (!m_text.isEmpty())
        m_text += u" AND ";
    m_text += m_table + u'.' + column + u"='" + quoted + u'\'';
    return *this;
}

QString Filter::toText() const
{
    return m_text.isEmpty() ? QStringLiteral("1=1") : m_text;
}

} // namespace ponte::rm
