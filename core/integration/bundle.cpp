// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/bundle.h"

#include "core/log/logreader.h"
#include "core/log/masking.h"
#include "core/log/payloadsections.h"
#include "core/log/signature.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <zip.h>

#include <memory>

namespace ponte::integration {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

class BundleText
{
    Q_DECLARE_TR_FUNCTIONS(Bundle)
};

struct BundleFile {
    QByteArray name, content;
    bool isProgram = false;
};

/// One call as it can be made again.
struct BundleCall {
    QString operation; ///< how the log calls it
    QString method, address; ///< empty where the log holds no HTTP request (RM's operations)
    QString body;
};

QByteArray indentedJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

/// Where a functionality's only call goes, which has no heading in the log.
QString headingOf(const log::Record &record, const QString &base, const Descriptor &descriptor)
{
    const Functionality *functionality = descriptor.functionality(record.key.functionality);
    if (!functionality || functionality->call.isEmpty())
        return {};
    const QString path = functionality->call.section(u' ', 1);
    return functionality->call.section(u' ', 0, 0) + u' ' + (base.isEmpty() ? u"https://endereco.invalid"_s : base)
           + path;
}

QList<BundleCall> callsOf(const QString &sent, const QString &onlyHeading)
{
    QList<BundleCall> calls;
    for (const log::PayloadSection &section : log::payloadSections(sent)) {
        BundleCall call;
        call.operation = section.heading.isEmpty() ? onlyHeading : section.heading;
        call.body = section.text.trimmed().toString();
        const QString address = call.operation.section(u' ', 1);
        if (address.startsWith(u"http://"_s) || address.startsWith(u"https://"_s)) {
            call.method = call.operation.section(u' ', 0, 0);
            call.address = address;
        }
        if (call.method == "GET"_L1 && !call.body.isEmpty()) {
            call.address += u'?' + call.body;
            call.body.clear();
        }
        calls.append(call);
    }
    return calls;
}

QString contentType(const QString &body)
{
    return body.startsWith(u'<') ? u"text/xml; charset=utf-8"_s : u"application/json; charset=utf-8"_s;
}

QByteArray requestHttp(const QList<BundleCall> &calls)
{
    QString text;
    for (const BundleCall &call : calls) {
        text += u"### "_s + call.operation + u'\n';
        if (call.method.isEmpty()) {
            text += u"# RM (SOAP). The log keeps what was handed over, without the envelope.\n"_s;
        } else {
            text += call.method + u' ' + call.address + u" HTTP/1.1\nAuthorization: {{authorization}}\n"_s;
            if (!call.body.isEmpty())
                text += u"Content-Type: "_s + contentType(call.body) + u'\n';
            text += u'\n';
        }
        text += call.body + u"\n\n"_s;
    }
    return text.toUtf8();
}

QString shellQuoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QByteArray curlScript(const QList<BundleCall> &calls)
{
    QString text = u"#!/bin/sh\n# Personal data and credentials were taken out: put test data and AUTHORIZATION in.\n"
                   "# AUTHORIZATION='Basic …' sh request.curl.sh\nset -eu\n"_s;
    for (const BundleCall &call : calls) {
        text += u"\n# "_s + QString(call.operation).replace(u'\n', u' ') + u'\n';
        if (call.method.isEmpty()) {
            text += u"# (SOAP, see request.http)\n"_s;
            continue;
        }
        text += u"curl --include --request "_s + shellQuoted(call.method)
                + u" \\\n  --header \"Authorization: $AUTHORIZATION\""_s;
        if (!call.body.isEmpty())
            text += u" \\\n  --header "_s + shellQuoted(u"Content-Type: "_s + contentType(call.body))
                    + u" \\\n  --data-binary "_s + shellQuoted(call.body);
        text += u" \\\n  "_s + shellQuoted(call.address) + u'\n';
    }
    return text.toUtf8();
}

QByteArray responseText(const log::Payload &payload, const log::Item &item)
{
    QString text = item.httpStatus ? u"HTTP %1\n\n"_s.arg(*item.httpStatus) : u"(no answer)\n\n"_s;
    text += payload.received;
    if (!payload.detail.isEmpty())
        text += u"\n\n# detail\n"_s + payload.detail;
    return text.toUtf8();
}

QJsonObject itemObject(const log::Item &item)
{
    return {{u"id"_s, item.id.value()},
            {u"number"_s, item.number},
            {u"trigger"_s, log::toWord(item.trigger)},
            {u"status"_s, log::toWord(item.status)},
            {u"httpStatus"_s, item.httpStatus ? QJsonValue(*item.httpStatus) : QJsonValue()},
            {u"message"_s, log::masked(item).message}};
}

QByteArray recordFile(const log::Record &plain, const log::Item &item)
{
    const log::Record record = log::masked(plain);
    return indentedJson({{u"id"_s, record.id.value()},
                         {u"integration"_s, record.key.integration},
                         {u"company"_s, record.key.company.value()},
                         {u"level"_s, record.key.level.value()},
                         {u"origin"_s, record.key.origin},
                         {u"functionality"_s, record.key.functionality},
                         {u"module"_s, record.key.module},
                         {u"keyFields"_s, record.keyFields},
                         {u"keyValues"_s, record.keyValues},
                         {u"status"_s, log::toWord(record.status)},
                         {u"callState"_s, log::toWord(record.callState)},
                         {u"signature"_s, record.signature},
                         {u"message"_s, record.message},
                         {u"cancelledReason"_s, record.cancelledReason},
                         {u"item"_s, itemObject(item)}});
}

QByteArray timingsFile(const log::Record &record, const QList<log::Item> &items)
{
    QJsonArray attempts;
    for (const log::Item &item : items) {
        QJsonObject object = itemObject(item);
        object.remove(u"message"_s);
        object.insert(u"at"_s, timeValue(item.createdAt));
        object.insert(u"durationMs"_s, qint64(item.duration.count()));
        attempts.append(object);
    }
    return indentedJson({{u"created"_s, timeValue(record.createdAt)},
                         {u"changed"_s, timeValue(record.changedAt)},
                         {u"automaticAttempts"_s, record.automaticAttempts},
                         {u"manualAttempts"_s, record.manualAttempts},
                         {u"notBefore"_s, timeValue(record.notBefore)},
                         {u"attempts"_s, attempts}});
}

QByteArray versionsFile(const log::Item &item, const BundleSources &sources)
{
    return indentedJson({{u"program"_s, sources.program},
                         {u"qt"_s, QString::fromLatin1(qVersion())},
                         {u"configurationVersion"_s, item.configurationVersion},
                         {u"signatureVersion"_s, log::signatureVersion},
                         {u"writtenAt"_s, timeValue(sources.now)}});
}

QByteArray checksums(const QList<BundleFile> &files)
{
    QByteArray text;
    for (const BundleFile &file : files)
        text += QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex() + "  " + file.name + '\n';
    return text;
}

tl::unexpected<Error> unwritable(const QString &file, const QString &reason)
{
    return failure(ErrorCode::Usage, BundleText::tr("The file %1 cannot be written: %2").arg(file, reason));
}

/// libzip writes beside the file and renames at the end.
Result<> writeZip(const QString &file, const QList<BundleFile> &files, const QDateTime &time)
{
    int code = 0;
    std::unique_ptr<zip_t, void (*)(zip_t *)> archive(
        zip_open(QFile::encodeName(file).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code), zip_discard);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString reason = QString::fromLocal8Bit(zip_error_strerror(&error));
        zip_error_fini(&error);
        return unwritable(file, reason);
    }
    for (const BundleFile &entry : files) {
        zip_source_t *source =
            zip_source_buffer(archive.get(), entry.content.constData(), zip_uint64_t(entry.content.size()), 0);
        const zip_int64_t index =
            source ? zip_file_add(archive.get(), entry.name.constData(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            return unwritable(file, QString::fromLocal8Bit(zip_strerror(archive.get())));
        }
        // The same execution gives the same archive.
        zip_file_set_mtime(archive.get(), zip_uint64_t(index), time.toSecsSinceEpoch(), 0);
        constexpr zip_uint32_t readable = 0100644;
        constexpr zip_uint32_t runnable = 0100755;
        zip_file_set_external_attributes(archive.get(), zip_uint64_t(index), 0, ZIP_OPSYS_UNIX,
                                         (entry.isProgram ? runnable : readable) << 16U);
    }
    if (zip_close(archive.get()) != 0)
        return unwritable(file, QString::fromLocal8Bit(zip_strerror(archive.get())));
    // Closed is gone: nothing is left to discard.
    static_cast<void>(archive.release());
    return {};
}

Result<QString> baseAddress(Connection &connection, const log::Record &record, const BundleSources &sources)
{
    const Functionality *functionality = sources.descriptor.functionality(record.key.functionality);
    const QString destination = functionality ? functionality->destination.toLower() : QString();
    const auto settings = sources.connections.get(connection, destination);
    if (!settings)
        return tl::unexpected(settings.error());
    if (*settings)
        return (*settings)->url.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    // The Broker's address is a parameter of the whole installation.
    const auto values = sources.parameters.list(connection);
    if (!values)
        return tl::unexpected(values.error());
    for (const parameters::Value &value : *values) {
        const parameters::Definition *definition = sources.parameters.schema().find(value.key);
        if (definition && definition->kind == parameters::ValueKind::Url && value.key.contains(destination))
            return value.value;
    }
    return QString();
}

} // namespace

Result<> writeReproductionBundle(Connection &connection, const security::Actor &actor, const log::Record &record,
                                 std::optional<LogItemId> wanted, const QString &file, const BundleSources &sources)
{
    if (Result<> allowed = actor.require(security::Action::ViewLog, record.key.company); !allowed)
        return allowed;
    const log::LogReader reader(connection);
    const Result<QList<log::Item>> items = reader.items(record.id);
    if (!items)
        return tl::unexpected(items.error());
    const auto item = std::find_if(items->rbegin(), items->rend(),
                                   [wanted](const log::Item &known) { return !wanted || known.id == *wanted; });
    if (item == items->rend())
        return failure(ErrorCode::NotFound,
                       BundleText::tr("There is no such execution of log record %1.").arg(record.id.value()));
    const Result<log::Payload> plain = reader.payload(item->id);
    const Result<QString> base = plain ? baseAddress(connection, record, sources) : tl::unexpected(plain.error());
    if (!base)
        return tl::unexpected(base.error());
    const log::Payload payload = log::masked(*plain);
    const QList<BundleCall> calls = callsOf(payload.sent, headingOf(record, *base, sources.descriptor));
    QList<BundleFile> files {
        {"request.http", requestHttp(calls)},           {"request.curl.sh", curlScript(calls), true},
        {"response.txt", responseText(payload, *item)}, {"record.json", recordFile(record, *item)},
        {"timings.json", timingsFile(record, *items)},  {"versions.json", versionsFile(*item, sources)}};
    files.append({"SHA256SUMS", checksums(files)});
    return writeZip(file, files, item->createdAt);
}

} // namespace ponte::integration
