// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

Result<Address> parsePostgreSql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    Address address;
    address.backend = Backend::PostgreSql;
    address.host = url.host();
    address.port = url.port(5432);
    address.database = url.path().mid(1);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    QStringList options;
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        options.append(key + u'=' + value);
    address.options = options.join(u';');
    if (!url.isValid() || address.host.isEmpty() || address.database.isEmpty() || address.user.isEmpty())
        return failure(ErrorCode::Usage,
                       QCoreApplication::translate(
                           "Storage", "The database address '%1' is not of the form postgresql://role@host:port/name.")
                           .arg(url.toDisplayString(QUrl::RemovePassword)));
    return address;
}

} // namespace

Result<Address> Address::parse(const QString &text)
{
    if (text.startsWith(u"sqlite:"_s)) {
        Address address;
        address.path = text.mid(7);
        if (address.path.startsWith(u"//"_s))
            address.path = address.path.mid(2);
        if (address.path.isEmpty())
            return failure(
                ErrorCode::Usage,
                QCoreApplication::translate("Storage", "The database address '%1' names no file.").arg(text));
        address.path = QDir::current().absoluteFilePath(address.path);
        return address;
    }
    if (text.startsWith(u"postgresql://"_s) || text.startsWith(u"postgres://"_s))
        return parsePostgreSql(text);
    return failure(
        ErrorCode::Usage,
        QCoreApplication::translate("Storage", "The database address '%1' must start with sqlite: or postgresql://.")
            .arg(QUrl(text).toDisplayString(QUrl::RemovePassword)));
}

Address Address::standard()
{
    Address address;
    address.path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/ponte/ponte.db"_s;
    return address;
}

QString Address::display() const
{
    if (backend == Backend::Sqlite)
        return u"sqlite:"_s + path;
    return u"postgresql://%1@%2:%3/%4"_s.arg(user, host, QString::number(port), database);
}

QString Address::text() const
{
    if (backend == Backend::Sqlite)
        return display();
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(user, QUrl::DecodedMode);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u'/' + database);
    QUrlQuery query;
    for (const QString &option : options.split(u';', Qt::SkipEmptyParts))
        query.addQueryItem(option.section(u'=', 0, 0), option.section(u'=', 1));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace ponte::storage
