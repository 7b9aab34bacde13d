// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/filtertext.h"

#include "core/security/personaldata.h"

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

QString span(const ReportOrder &order, const QDateTime &from, const QDateTime &to)
{
    const ReportLanguage &language = order.language;
    QStringList ends;
    if (from.isValid())
        ends.append(language.word(u"from").arg(language.time(from, order.zone)));
    if (to.isValid())
        ends.append(language.word(u"before").arg(language.time(to, order.zone)));
    return ends.join(u", "_s);
}

} // namespace

log::Filter tellableFilter(const ReportOrder &order)
{
    log::Filter filter = order.filter;
    if (order.personalData)
        return filter;
    for (QString *text : {&filter.origin, &filter.key, &filter.text}) {
        if (!text->isEmpty())
            *text = security::maskedText(*text);
    }
    return filter;
}

QStringList filterPhrases(const ReportOrder &order, const integration::Descriptor &descriptor)
{
    const ReportLanguage &language = order.language;
    const log::Filter filter = tellableFilter(order);
    QStringList phrases;
    const auto add = [&](QStringView word, const QString &value) {
        if (!value.isEmpty())
            phrases.append(language.word(word) + u": "_s + value);
    };
    const auto containing = [&](const QString &text) {
        return text.isEmpty() ? QString() : language.word(u"contains").arg(text);
    };
    if (filter.company)
        add(u"company", QString::number(filter.company->value()));
    if (filter.level)
        add(u"level", QString::number(filter.level->value()));
    QStringList statuses, functionalities, modules;
    for (const log::Status status : filter.statuses)
        statuses.append(language.status(status));
    for (const QString &id : filter.functionalities)
        functionalities.append(language.functionality(descriptor, id));
    for (const QString &id : filter.modules)
        modules.append(language.module(descriptor, id));
    add(u"status", statuses.join(u", "_s));
    add(u"functionality", functionalities.join(u", "_s));
    add(u"module", modules.join(u", "_s));
    add(u"origin", filter.origin);
    add(u"key_values", containing(filter.key));
    add(u"text", containing(filter.text));
    add(u"signature", filter.signature);
    add(u"created_at", span(order, filter.createdFrom, filter.createdTo));
    add(u"changed_at", span(order, filter.changedFrom, filter.changedTo));
    if (!filter.ids.isEmpty())
        phrases.append(language.word(u"ids").arg(language.number(filter.ids.size())));
    if (phrases.isEmpty())
        phrases.append(language.word(u"filter.none"));
    return phrases;
}

} // namespace ponte::reports
