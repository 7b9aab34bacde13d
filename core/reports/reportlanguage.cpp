// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/reportlanguage.h"

#include <QTranslator>

#include <algorithm>
#include <array>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

struct ReportWord {
    QLatin1StringView id;
    QStringView portuguese, english, spanish;
};

// The Portuguese words are the customer's own.
constexpr std::array reportWords {
    ReportWord {"id"_L1, u"Id Log", u"Log id", u"Id Log"},
    ReportWord {"keyFields"_L1, u"Campos Chave", u"Key fields", u"Campos clave"},
    ReportWord {"keyValues"_L1, u"Valores Chave", u"Key values", u"Valores clave"},
    ReportWord {"status"_L1, u"Status", u"Status", u"Estado"},
    ReportWord {"functionality"_L1, u"Funcionalidade", u"Functionality", u"Funcionalidad"},
    ReportWord {"module"_L1, u"Módulo", u"Module", u"Módulo"},
    ReportWord {"createdAt"_L1, u"Data de Criação", u"Created", u"Fecha de creación"},
    ReportWord {"changedAt"_L1, u"Data da última alteração", u"Last changed", u"Fecha del último cambio"},
    ReportWord {"itemId"_L1, u"Id. Item Log", u"Item id", u"Id. ítem log"},
    ReportWord {"item.message"_L1, u"Item: Mensagem", u"Item: Message", u"Ítem: Mensaje"},
    ReportWord {"item.status"_L1, u"Item: Status", u"Item: Status", u"Ítem: Estado"},
    ReportWord {"item.sent"_L1, u"Item: Dados Enviados", u"Item: Data sent", u"Ítem: Datos enviados"},
    ReportWord {"item.received"_L1, u"Item: Dados Recebidos", u"Item: Data received", u"Ítem: Datos recibidos"},
    ReportWord {"item.createdAt"_L1, u"Item: Data de Criação", u"Item: Created", u"Ítem: Fecha de creación"},
    ReportWord {"item.changedAt"_L1, u"Item: Data da última Alteração", u"Item: Last changed",
                u"Ítem: Fecha del último cambio"},
    ReportWord {"success"_L1, u"Sucesso", u"Success", u"Éxito"},
    ReportWord {"error"_L1, u"Erro", u"Error", u"Error"},
    ReportWord {"pending"_L1, u"Pendente", u"Pending", u"Pendiente"},
    ReportWord {"cancelled"_L1, u"Cancelado", u"Cancelled", u"Cancelado"},
};

const ReportWord *findWord(const QString &id)
{
    const auto found =
        std::find_if(reportWords.begin(), reportWords.end(), [&](const ReportWord &word) { return word.id == id; });
    return found == reportWords.end() ? nullptr : &*found;
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
        return failure(ErrorCode::Usage,
                       u"The language of a report is one of %1, not '%2'."_s.arg(names.join(u", "_s), name));
    return ReportLanguage(name);
}

QStringList ReportLanguage::recordHeaders() const
{
    return {word(u"id"_s),     word(u"keyFields"_s), word(u"keyValues"_s), word(u"status"_s), word(u"functionality"_s),
            word(u"module"_s), word(u"createdAt"_s), word(u"changedAt"_s)};
}

QStringList ReportLanguage::itemHeaders() const
{
    return {word(u"itemId"_s),        word(u"item.message"_s),   word(u"item.status"_s),   word(u"item.sent"_s),
            word(u"item.received"_s), word(u"item.createdAt"_s), word(u"item.changedAt"_s)};
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

QString ReportLanguage::time(const QDateTime &time, const QTimeZone &zone) const
{
    if (!time.isValid())
        return {};
    const QString format = m_name == u"en"_s ? u"yyyy-MM-dd HH:mm:ss"_s : u"dd/MM/yyyy HH:mm:ss"_s;
    return time.toTimeZone(zone).toString(format);
}

QString ReportLanguage::word(const QString &id) const
{
    const ReportWord *word = findWord(id);
    if (!word)
        return id;
    if (m_name == u"en"_s)
        return word->english.toString();
    return (m_name == u"es"_s ? word->spanish : word->portuguese).toString();
}

QString ReportLanguage::nameOf(const char *source, const QString &id) const
{
    QString translated = m_translator ? m_translator->translate("Integrations", source) : QString();
    if (!translated.isEmpty())
        return translated;
    return source ? QString::fromUtf8(source) : id;
}

} // namespace ponte::reports
