// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"

#include <QtTest>

namespace ponte::testing {

using namespace Qt::StringLiterals;

namespace {

Result<LogRecordId> write(storage::Connection &connection, const integration::Descriptor &descriptor,
                          const Stage::Row &row, const QDateTime &now)
{
    const integration::Functionality *functionality = descriptor.functionality(row.functionality);
    const log::RecordKey key {descriptor.id, CompanyId(row.company), LevelId(row.level),
                              row.origin,    row.functionality,      functionality->module};
    const QString values =
        row.keyValues.isEmpty() ? u"%1;%2;77"_s.arg(QString::number(row.company), row.origin) : row.keyValues;
    log::LogWriter writer(connection);
    const Result<LogRecordId> record =
        writer.ensureRecord(key, functionality->keyFields.join(u';'), values, row.status, now);
    if (!record)
        return record;
    log::NewItem item;
    item.message = row.message.isEmpty() ? u"Registro de %1"_s.arg(row.origin) : row.message;
    item.status = row.status;
    item.who = u"ponte"_s;
    item.duration = std::chrono::milliseconds(180);
    item.payload = row.payload;
    item.configurationVersion = row.configurationVersion;
    item.httpStatus = row.httpStatus;
    const Result<LogItemId> added = writer.append(*record, item, now);
    if (!added)
        return tl::unexpected(added.error());
    return record;
}

template<class T>
T required(const Result<T> &result)
{
    if (!result)
        qFatal("%s: %s", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    return *result;
}

void required(const Result<> &result)
{
    if (!result)
        qFatal("%s: %s", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
}

} // namespace

void PreparedAnswers::askUnsaved(QWidget *parent, const QString &text, std::function<void(ui::LeaveAnswer)> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(text)
    ++asked;
    answer(next);
}

void PreparedAnswers::askSure(QWidget *parent, const QString &title, const QString &text, const QString &yes,
                              std::function<void()> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(title)
    Q_UNUSED(text)
    Q_UNUSED(yes)
    ++asked;
    if (isSure)
        answer();
}

void PreparedAnswers::askFile(QWidget *parent, const QString &title, bool toWrite, const QString &proposedName,
                              std::function<void(const QString &)> answer)
{
    Q_UNUSED(parent)
    Q_UNUSED(title)
    Q_UNUSED(toWrite)
    Q_UNUSED(proposedName)
    ++asked;
    if (!file.isEmpty())
        answer(file);
}

Stage::Stage()
    : m_settings(std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat))
{
    open(required(storage::Address::parse(u"sqlite:"_s + file())));
}

Stage::Stage(const storage::Address &address)
    : m_settings(std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat))
{
    required(app::Services::migrate(address));
    open(address);
}

void Stage::open(const storage::Address &address)
{
    Result<std::unique_ptr<app::Services>> services = app::Services::open(address);
    if (!services)
        qFatal("%s", qUtf8Printable(services.error().message));
    m_services = std::move(*services);
    m_changes = std::make_unique<storage::ChangeFeed>(address, m_services->database.writer());
    m_reprocess =
        std::make_unique<integration::ReprocessService>(m_services->database, m_clock, m_services->descriptor);
    m_outside = std::make_unique<app::OutsideDesk>(*m_services);
    m_apiClients = std::make_unique<security::ApiClients>(m_services->database, m_clock);
    m_session =
        std::make_unique<ui::Session>(ui::Session {m_services->database,
                                                   *m_changes,
                                                   m_services->lookups,
                                                   m_services->connections,
                                                   security::Actor::owner(u"analista"_s),
                                                   m_clock,
                                                   {{m_services->descriptor, m_services->parameters, *m_reprocess}},
                                                   m_activity,
                                                   m_services->schedules,
                                                   m_services->notices,
                                                   m_outside.get(),
                                                   &m_services->people,
                                                   m_apiClients.get(),
                                                   &m_services->secrets});
}

Stage::~Stage() = default;

QString Stage::file() const
{
    return m_folder.filePath(u"ponte.db"_s);
}

LogRecordId Stage::add(const Row &row)
{
    const QDateTime now = m_clock.now().addSecs(-60 * row.minutesAgo);
    return required(m_services->database.writer().write<LogRecordId>("test.add", [&](storage::Connection &connection) {
        return write(connection, m_services->descriptor, row, now);
    }));
}

void Stage::addMany(int records, const Row &like)
{
    required(m_services->database.writer().write<void>("test.add", [&](storage::Connection &connection) -> Result<> {
        for (int i = 1; i <= records; ++i) {
            Row row = like;
            row.origin = u"V-%1"_s.arg(i);
            if (const auto added = write(connection, m_services->descriptor, row, m_clock.now()); !added)
                return tl::unexpected(added.error());
        }
        return {};
    }));
}

void Stage::setLookup(const QString &kind, const QString &scope, const QList<parameters::LookupRow> &rows)
{
    required(m_services->lookups.replace(kind, scope, rows));
}

void Stage::setNetworks()
{
    const security::Actor actor = security::Actor::owner(u"analista"_s);
    required(m_services->connections.setNetwork(actor, CompanyId(2), u"SESI"_s));
    required(m_services->connections.setNetwork(actor, CompanyId(3), u"SENAI"_s));
    required(m_services->connections.setNetwork(actor, CompanyId(4), u"IEL"_s));
}

void Stage::setParameter(const QString &key, const parameters::Scope &scope, const QString &value, const QString &who)
{
    required(m_services->parameters.apply(security::Actor::owner(who), {{key, scope, value}}));
}

parameters::Value Stage::parameter(const QString &key, const parameters::Scope &scope)
{
    const auto connection = m_services->database.reads().here();
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().message));
    return required(m_services->parameters.get(**connection, key, scope));
}

void setUsualLookups(Stage &stage)
{
    stage.setNetworks();
    stage.setLookup(u"companies"_s, {},
                    {{u"2"_s, u"SESI Paraná"_s}, {u"3"_s, u"SENAI Paraná"_s}, {u"4"_s, u"IEL Paraná"_s}});
    stage.setLookup(u"levels"_s, u"3"_s, {{u"1"_s, u"Educação Técnica"_s}, {u"2"_s, u"Qualificação"_s}});
    stage.setLookup(u"levels"_s, u"2"_s, {{u"1"_s, u"Ensino Médio"_s}});
    stage.setLookup(u"statuses"_s, u"3/1"_s,
                    {{u"10"_s, u"Pré Matriculado"_s}, {u"11"_s, u"Matriculado"_s}, {u"12"_s, u"Trancado"_s}});
    stage.setLookup(u"statuses"_s, u"2/1"_s, {{u"10"_s, u"Pré Matriculado"_s}, {u"11"_s, u"Matriculado"_s}});
    stage.setLookup(u"users"_s, {}, {{u"lojaclick"_s, u"Usuário padrão loja"_s}, {u"mestre"_s, u"Usuário mestre"_s}});
}

} // namespace ponte::testing
