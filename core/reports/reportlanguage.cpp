// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/reportlanguage.h"

#include "core/reports/reporttext.h"
#include "core/reports/reportwords.h"

#include <QLocale>
#include <QTranslator>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

QString itemWord(ItemColumn column)
{
    switch (column) {
    case ItemColumn::Id:
        return u"item.id"_s;
    case ItemColumn::Message:
        return u"item.message"_s;
    case ItemColumn::Status:
        return u"item.status"_s;
    case ItemColumn::Sent:
        return u"item.sent"_s;
    case ItemColumn::Received:
        return u"item.received"_s;
    case ItemColumn::CreatedAt:
        return u"item.created_at"_s;
    case ItemColumn::ChangedAt:
        return u"item.changed_at"_s;
    }
    return {};
}

} // namespace

QTimeZone standardZone()
{
    const QTimeZone zone("America/Sao_Paulo");
    return zone.isValid() ? zone : QTimeZone::utc();
}

ReportLanguage::ReportLanguage(const QString &name)
    : m_name(name)
{
    auto translator = std::make_shared<QTranslator>();
    if (translator->load(u":/i18n/ponte_%1.qm"_s.arg(name)))
        m_translator = std::move(translator);
}

Result<ReportLanguage> ReportLanguage::find(const QString &name)
{
    const QStringList names {u"pt_BR"_s, u"en"_s, u"es"_s};
    if (!names.contains(name))
        return failure(
            ErrorCode::Usage,
            ReportText::tr("The language of a report is one of %1, not '%2'.").arg(names.join(u", "_s), name));
    return ReportLanguage(name);
}

QString ReportLanguage::word(QStringView id) const
{
    return reportWord(m_name, id);
}

QString ReportLanguage::header(Column column) const
{
    return word(toWord(column));
}

QString ReportLanguage::header(ItemColumn column) const
{
    return word(itemWord(column));
}

QString ReportLanguage::status(log::Status status) const
{
    return word(log::toWord(status));
}

QString ReportLanguage::functionality(const integration::Descriptor &descriptor, const QString &id) const
{
    const integration::Functionality *functionality = descriptor.functionality(id);
    return functionality ? nameOf(functionality->name, id) : id;
}

QString ReportLanguage::module(const integration::Descriptor &descriptor, const QString &id) const
{
    const integration::Module *module = descriptor.module(id);
    return module ? nameOf(module->name, id) : id;
}

bool ReportLanguage::isDayFirst() const
{
    return m_name != u"en"_s;
}

QString ReportLanguage::time(const QDateTime &time, const QTimeZone &zone) const
{
    if (!time.isValid())
        return {};
    return time.toTimeZone(zone).toString(isDayFirst() ? u"dd/MM/yyyy HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString ReportLanguage::date(QDate date) const
{
    return date.toString(isDayFirst() ? u"dd/MM/yyyy"_s : u"yyyy-MM-dd"_s);
}

QString ReportLanguage::dayOfYear(QDate date) const
{
    // Of two bare numbers an English reader cannot tell which one is the day.
    return isDayFirst() ? date.toString(u"dd/MM"_s) : QLocale(QLocale::English).toString(date, u"d MMM"_s);
}

QString ReportLanguage::number(qint64 value) const
{
    // The grouping of Qt's Spanish leaves four digits alone and its Portuguese does not; here one rule holds for all.
    QString text = QString::number(value);
    const QChar mark = m_name == u"en"_s ? u',' : u'.';
    for (qsizetype at = text.size() - 3; at > (value < 0 ? 1 : 0); at -= 3)
        text.insert(at, mark);
    return text;
}

QString ReportLanguage::percent(double share) const
{
    QString text = QString::number(share * 100, 'f', 1);
    if (m_name != u"en"_s)
        text.replace(u'.', u',');
    return text + u'%';
}

QString ReportLanguage::duration(std::chrono::seconds duration) const
{
    const qint64 seconds = duration.count();
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes == 0)
        return u"%1 s"_s.arg(seconds);
    if (hours == 0)
        return seconds % 60 ? u"%1 min %2 s"_s.arg(minutes).arg(seconds % 60) : u"%1 min"_s.arg(minutes);
    if (hours < 48)
        return minutes % 60 ? u"%1 h %2 min"_s.arg(hours).arg(minutes % 60) : u"%1 h"_s.arg(hours);
    return hours % 24 ? u"%1 d %2 h"_s.arg(hours / 24).arg(hours % 24) : u"%1 d"_s.arg(hours / 24);
}

QString ReportLanguage::nameOf(const char *source, const QString &id) const
{
    QString translated = m_translator ? m_translator->translate("Integrations", source) : QString();
    if (!translated.isEmpty())
        return translated;
    return source ? QString::fromUtf8(source) : id;
}

} // namespace ponte::reports
