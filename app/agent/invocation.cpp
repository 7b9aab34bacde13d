// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/invocation.h"

#include <QFile>
#include <QStringDecoder>

namespace ponte::agent {

using namespace Qt::StringLiterals;

Invocation::Invocation(Arguments arguments, Output &output, QString person)
    : arguments(std::move(arguments))
    , output(output)
    , m_person(std::move(person))
{}

Invocation::~Invocation() = default;

Result<storage::Address> Invocation::address() const
{
    if (const std::optional<QString> given = arguments.text(u"database"_s))
        return storage::Address::parse(*given);
    if (const QString set = qEnvironmentVariable("PONTE_DATABASE"); !set.isEmpty())
        return storage::Address::parse(set);
    return storage::Address::standard();
}

Result<app::Services *> Invocation::services()
{
    if (!m_services) {
        const Result<storage::Address> where = address();
        if (!where)
            return tl::unexpected(where.error());
        Result<std::unique_ptr<app::Services>> opened = app::Services::open(*where);
        if (!opened)
            return tl::unexpected(opened.error());
        m_services = std::move(*opened);
    }
    return m_services.get();
}

Result<storage::Connection *> Invocation::reader()
{
    const Result<app::Services *> opened = services();
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)->database.reads().here();
}

Result<security::Actor> Invocation::actor(security::Action action, std::optional<CompanyId> company)
{
    Result<security::Actor> who = whoActs();
    if (!who)
        return who;
    if (const Result<> allowed = who->require(action, company); !allowed)
        return tl::unexpected(allowed.error());
    return who;
}

Result<security::Actor> Invocation::whoActs()
{
    if (m_actor)
        return *m_actor;
    const Result<app::Services *> opened = services();
    if (!opened)
        return tl::unexpected(opened.error());
    const Result<bool> needsLogin = (*opened)->needsLogin();
    if (!needsLogin)
        return tl::unexpected(needsLogin.error());
    if (*needsLogin && !m_person.isEmpty()) {
        const Result<QString> password = personPassword();
        if (!password)
            return tl::unexpected(password.error());
        Result<security::Actor> who = (*opened)->people.login(m_person, *password);
        // To a command a wrong password is a refusal here, not one of an outside system.
        if (!who && who.error().code == ErrorCode::Unauthorized)
            return failure(ErrorCode::Permission, who.error().message);
        if (!who)
            return who;
        m_actor = *who;
    } else {
        Result<security::Actor> who = (*opened)->actor();
        if (!who)
            return who;
        m_actor = *who;
    }
    return *m_actor;
}

Result<QString> Invocation::personPassword() const
{
    const QString path = qEnvironmentVariable("PONTE_PASSWORD_FILE");
    if (path.isEmpty()) {
        if (arguments.has(u"stdin"_s) || arguments.has(u"password-stdin"_s))
            return failure(ErrorCode::Usage,
                           u"Standard input holds the value: name the file of your password in PONTE_PASSWORD_FILE."_s);
        return standardInput();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Usage, u"The password file %1 cannot be read: %2"_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readLine(1024)).remove(u'\r').remove(u'\n');
}

Result<QString> standardInput()
{
    constexpr qint64 maximum = 64 * 1024;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Usage, u"Standard input cannot be read."_s);
    QByteArray bytes = input.read(maximum + 1);
    if (bytes.size() > maximum)
        return failure(ErrorCode::Validation, u"Standard input is longer than 64 KiB."_s);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return failure(ErrorCode::Validation, u"Standard input is not UTF-8."_s);
    return text;
}

} // namespace ponte::agent
