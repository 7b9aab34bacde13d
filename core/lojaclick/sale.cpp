// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sale.h"

#include "core/lojaclick/fieldreader.h"
#include "core/lojaclick/salefields.h"

#include <QCryptographicHash>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ponte::lojaclick {

namespace {

constexpr std::array Networks {Network::Senai, Network::Iel, Network::Sesi};
constexpr QLatin1String GuardianCpf("responsavelFinanceiro.cpf");
constexpr QLatin1String GuardianCnpj("responsavelFinanceiro.cnpj");

FieldError refusedField(const QString &path, const QString &message)
{
    return FieldError {QStringLiteral("nao_aceito"), path, message};
}

/// What is wrong with a field being there or not, whatever it holds.
std::optional<FieldError> checkPresence(const SaleField &field, const FieldReader &reader,
                                        std::optional<Network> network)
{
    const QString path = field.path;
    const bool isGiven = reader.has(path);
    switch (field.presence) {
    case Presence::Optional:
        break;
    case Presence::Required:
        if (!isGiven)
            return missingField(path);
        break;
    case Presence::GuardianDocument:
        if (path == GuardianCpf && !isGiven && !reader.has(GuardianCnpj))
            return missingField(path);
        if (path == GuardianCnpj && isGiven && reader.has(GuardianCpf))
            return refusedField(path,
                                QStringLiteral("Informe o CPF ou o CNPJ do responsável financeiro, não os dois."));
        break;
    case Presence::Grade:
        if (network == Network::Sesi && !isGiven)
            return missingField(path);
        if (network && network != Network::Sesi && isGiven)
            return refusedField(path, QStringLiteral("O campo %1 só é aceito em vendas do SESI.").arg(path));
        break;
    }
    return std::nullopt;
}

/// The name of the object that holds a field; empty for fields of the root.
QString groupOf(const SaleField &field)
{
    const qsizetype point = QLatin1String(field.path).indexOf(u'.');
    return point < 0 ? QString() : QString(field.path.first(point));
}

QString hexSha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

QString networkName(Network network)
{
    switch (network) {
    case Network::Senai:
        return QStringLiteral("SENAI");
    case Network::Iel:
        return QStringLiteral("IEL");
    case Network::Sesi:
        return QStringLiteral("SESI");
    }
    return {};
}

std::optional<Network> networkFromName(QStringView name)
{
    const auto found = std::find_if(Networks.begin(), Networks.end(), [name](Network network) {
        return name.compare(networkName(network), Qt::CaseInsensitive) == 0;
    });
    return found == Networks.end() ? std::nullopt : std::optional(*found);
}

SaleReading readSale(const json::Document &document, std::optional<Network> network, QDate today)
{
    const FieldReader reader(document, today);
    SaleReading reading;
    QString refusedGroup;
    for (const SaleField &field : saleFields()) {
        const QString group = groupOf(field);
        if (!group.isEmpty() && group == refusedGroup)
            continue;
        if (!group.isEmpty() && reader.has(group) && !document.root.value(group).isObject()) {
            refusedGroup = group;
            reading.errors << FieldError {QStringLiteral("tipo"), group,
                                          QStringLiteral("O campo %1 deve ser um objeto.").arg(group)};
            continue;
        }
        std::optional<FieldError> error = checkPresence(field, reader, network);
        if (!error)
            error = reader.read(field, field.path, reading.sale);
        if (error)
            reading.errors << *error;
    }
    return reading;
}

QString contentHash(const Sale &sale)
{
    Sale normalised = sale;
    normalised.soldAt = sale.soldAt.toUTC();
    QByteArray content;
    for (const SaleField &field : saleFields()) {
        const QJsonValue value = valueOf(field, normalised);
        // Absent fields leave no trace, so that a field added later does not change the hash of what is stored.
        if (value.isUndefined())
            continue;
        const QByteArray text = value.toVariant().toString().toUtf8();
        // With its length, so that no text can pass for two fields.
        content += QByteArray(field.path.data(), field.path.size()) + ':' + QByteArray::number(text.size()) + ':' + text
                   + '\n';
    }
    return hexSha256(content);
}

QJsonObject toJson(const Sale &sale)
{
    QJsonObject root;
    for (const SaleField &field : saleFields()) {
        const QJsonValue value = valueOf(field, sale);
        if (value.isUndefined())
            continue;
        const QString group = groupOf(field);
        if (group.isEmpty()) {
            root.insert(field.path, value);
            continue;
        }
        QJsonObject object = root.value(group).toObject();
        object.insert(field.path.sliced(group.size() + 1), value);
        root.insert(group, object);
    }
    return root;
}

QString preContractKey(CompanyId company, const QString &saleId)
{
    constexpr qsizetype HexDigits = 16;
    const QString name = QStringLiteral("%1/%2").arg(QString::number(company.value()), saleId);
    return QStringLiteral("LC") + hexSha256(name.toUtf8()).first(HexDigits);
}

} // namespace ponte::lojaclick
