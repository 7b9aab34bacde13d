// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/fieldreader.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ponte::lojaclick {

namespace {

using FieldCheck = std::optional<FieldError>;

constexpr std::array BrazilianStates {u"AC", u"AL", u"AM", u"AP", u"BA", u"CE", u"DF", u"ES", u"GO",
                                      u"MA", u"MG", u"MS", u"MT", u"PA", u"PB", u"PE", u"PI", u"PR",
                                      u"RJ", u"RN", u"RO", u"RR", u"RS", u"SC", u"SE", u"SP", u"TO"};

// Outside of these years RM's date columns and people's intentions end.
constexpr int FirstYear = 1900;
constexpr int LastYear = 2099;

FieldError wrongField(const char *code, const QString &path, const QString &rest)
{
    return FieldError {QString::fromLatin1(code), path, QStringLiteral("O campo %1 %2.").arg(path, rest)};
}

bool matchesWhole(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar(0xFFFE) || c == QChar(0xFFFF);
    });
}

/// The digits of a document written plain or with its mask; empty where anything else stands between them.
QString documentDigits(const QString &text)
{
    const QString digits = digitsOf(text);
    return text == digits || text == withDocumentMask(digits) ? digits : QString();
}

bool isEmail(const QString &text)
{
    static const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QStringLiteral(R"([^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+)")));
    return matchesWhole(expression, text);
}

FieldCheck checkSaleId(const QString &path, const QString &text)
{
    static const QRegularExpression expression(QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]+")));
    if (matchesWhole(expression, text))
        return std::nullopt;
    return wrongField("formato", path,
                      QStringLiteral("só aceita letras sem acento, dígitos, ponto, hífen e sublinhado"));
}

FieldCheck checkDocument(FieldKind kind, const QString &path, QString &text)
{
    text = documentDigits(text);
    const bool isCpf = kind == FieldKind::Cpf;
    if (isCpf ? isValidCpf(text) : isValidCnpj(text))
        return std::nullopt;
    return FieldError {
        isCpf ? QStringLiteral("cpf") : QStringLiteral("cnpj"), path,
        QStringLiteral("%1 inválido no campo %2.").arg(isCpf ? QStringLiteral("CPF") : QStringLiteral("CNPJ"), path)};
}

FieldCheck checkCep(const QString &path, QString &text)
{
    static const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9]{5}-?[0-9]{3}")));
    if (!matchesWhole(expression, text))
        return wrongField("formato", path, QStringLiteral("deve ter 8 dígitos"));
    text = digitsOf(text);
    return std::nullopt;
}

FieldCheck checkState(const QString &path, QString &text)
{
    text = text.toUpper();
    if (std::find(BrazilianStates.begin(), BrazilianStates.end(), text) != BrazilianStates.end())
        return std::nullopt;
    return wrongField("valor", path, QStringLiteral("deve ser a sigla de um estado brasileiro, como PR"));
}

FieldCheck checkSex(const QString &path, QString &text)
{
    text = text.toUpper();
    if (text == u"F" || text == u"M")
        return std::nullopt;
    return wrongField("valor", path, QStringLiteral("deve ser F ou M"));
}

FieldCheck checkLength(const QString &path, const QString &text, int limit)
{
    if (text.size() <= limit)
        return std::nullopt;
    return wrongField("tamanho", path, QStringLiteral("aceita no máximo %1 caracteres").arg(limit));
}

/// Checks a trimmed text and brings it into its stored spelling.
FieldCheck checkText(const SaleField &field, const QString &path, QString &text)
{
    if (hasControlCharacter(text))
        return wrongField("formato", path, QStringLiteral("contém caracteres de controle"));
    switch (field.kind) {
    case FieldKind::Cpf:
    case FieldKind::Cnpj:
        return checkDocument(field.kind, path, text);
    case FieldKind::Cep:
        return checkCep(path, text);
    case FieldKind::State:
        return checkState(path, text);
    case FieldKind::Sex:
        return checkSex(path, text);
    default:
        break;
    }
    if (FieldCheck tooLong = checkLength(path, text, field.limit))
        return tooLong;
    if (field.kind == FieldKind::SaleId)
        return checkSaleId(path, text);
    if (field.kind == FieldKind::Email && !isEmail(text))
        return wrongField("formato", path, QStringLiteral("deve ser um endereço de e-mail, como nome@exemplo.com.br"));
    return std::nullopt;
}

/// A real day written yyyy-MM-dd; invalid otherwise.
QDate contractDate(const QString &text)
{
    static const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
    return matchesWhole(expression, text) ? QDate::fromString(text, Qt::ISODate) : QDate();
}

/// ISO 8601 with date, time and offset; invalid otherwise.
QDateTime contractInstant(const QString &text)
{
    static const QRegularExpression expression(QRegularExpression::anchoredPattern(
        QStringLiteral(R"([0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?)"
                       R"((Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00))")));
    return matchesWhole(expression, text) ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
}

bool isUsualYear(QDate date)
{
    return date.year() >= FirstYear && date.year() <= LastYear;
}

QString usualYears()
{
    return QStringLiteral("deve estar entre os anos %1 e %2").arg(FirstYear).arg(LastYear);
}

} // namespace

/// One value on its way into a sale; an overload of into() per type of target.
struct FieldReader::Reading {
    const SaleField &field;
    const QString &path;
    const QJsonValue &value;
    QString number; ///< exact text, where the value is a number
    QDate today;

    FieldCheck into(QString &target) const;
    FieldCheck into(QDate &target) const;
    FieldCheck into(QDateTime &target) const;
    FieldCheck into(Money &target) const;
    FieldCheck into(qint64 &target) const;
    FieldCheck into(int &target) const;
    FieldCheck into(std::optional<int> &target) const
    {
        int number = 0;
        FieldCheck check = into(number);
        if (!check)
            target = number;
        return check;
    }
    template<class Tag>
    FieldCheck into(StrongId<Tag> &target) const
    {
        qint64 id = 0;
        FieldCheck check = into(id);
        if (!check)
            target = StrongId<Tag>(id);
        return check;
    }

    [[nodiscard]] FieldError wrongType(const QString &wanted) const { return wrongField("tipo", path, wanted); }
    [[nodiscard]] QString text() const { return value.toString().trimmed(); }
};

FieldCheck FieldReader::Reading::into(QString &target) const
{
    if (!value.isString())
        return wrongType(QStringLiteral("deve ser um texto"));
    // One spelling of accented letters, so that equal texts have equal hashes and RM's single-byte columns can hold
    // them.
    QString text = value.toString().normalized(QString::NormalizationForm_C).trimmed();
    if (FieldCheck check = checkText(field, path, text))
        return check;
    target = text;
    return std::nullopt;
}

FieldCheck FieldReader::Reading::into(QDate &target) const
{
    if (!value.isString())
        return wrongType(QStringLiteral("deve ser um texto com uma data"));
    const QDate date = contractDate(text());
    if (!date.isValid())
        return wrongField("formato", path, QStringLiteral("deve ser uma data existente no formato aaaa-mm-dd"));
    if (field.kind == FieldKind::BirthDate && (date.year() < FirstYear || date > today))
        return wrongField("valor", path, QStringLiteral("não pode estar no futuro nem antes de %1").arg(FirstYear));
    if (!isUsualYear(date))
        return wrongField("valor", path, usualYears());
    target = date;
    return std::nullopt;
}

FieldCheck FieldReader::Reading::into(QDateTime &target) const
{
    if (!value.isString())
        return wrongType(QStringLiteral("deve ser um texto com data e hora"));
    const QDateTime instant = contractInstant(text());
    if (!instant.isValid())
        return wrongField("formato", path,
                          QStringLiteral("deve ter data, hora e fuso existentes, como 2026-11-20T14:03:22-03:00"));
    if (!isUsualYear(instant.date()))
        return wrongField("valor", path, usualYears());
    target = instant;
    return std::nullopt;
}

FieldCheck FieldReader::Reading::into(Money &target) const
{
    if (!value.isString() && !value.isDouble())
        return wrongType(QStringLiteral("deve ser um texto ou um número com um valor"));
    const std::optional<Money> money = Money::fromText(value.isString() ? text() : number);
    if (!money)
        return wrongField(
            "formato", path,
            QStringLiteral("deve ser um valor sem sinal, com ponto e até duas casas decimais, como 1500.00"));
    if (money->cents == 0)
        return wrongField("valor", path, QStringLiteral("deve ser maior que zero"));
    target = *money;
    return std::nullopt;
}

FieldCheck FieldReader::Reading::into(qint64 &target) const
{
    if (!value.isDouble())
        return wrongType(QStringLiteral("deve ser um número inteiro"));
    static const QRegularExpression expression(QRegularExpression::anchoredPattern(QStringLiteral("-?[0-9]+")));
    if (!matchesWhole(expression, number))
        return wrongField("formato", path, QStringLiteral("deve ser um número inteiro, sem casas decimais"));
    bool fits = false;
    const qint64 integer = number.toLongLong(&fits);
    if (!fits || integer < 1 || integer > field.limit)
        return wrongField("valor", path, QStringLiteral("deve estar entre 1 e %1").arg(field.limit));
    target = integer;
    return std::nullopt;
}

FieldCheck FieldReader::Reading::into(int &target) const
{
    qint64 integer = 0;
    FieldCheck check = into(integer);
    if (!check)
        target = int(integer);
    return check;
}

FieldError missingField(const QString &path)
{
    return wrongField("obrigatorio", path, QStringLiteral("é obrigatório"));
}

FieldReader::FieldReader(const json::Document &document, QDate today)
    : m_document(document)
    , m_today(today)
{}

QJsonValue FieldReader::at(const QString &path) const
{
    const qsizetype point = path.indexOf(u'.');
    const QJsonValue value = point < 0
                                 ? m_document.root.value(path)
                                 : m_document.root.value(path.first(point)).toObject().value(path.sliced(point + 1));
    const bool isAbsent = value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
    return isAbsent ? QJsonValue(QJsonValue::Undefined) : value;
}

std::optional<FieldError> FieldReader::read(const SaleField &field, const QString &path, Sale &sale) const
{
    const QJsonValue value = at(path);
    if (value.isUndefined())
        return std::nullopt;
    // A document that was not parsed from text has no exact numbers; its integers are exact all the same.
    const QString exact = m_document.numbers.value(path, value.toVariant().toString());
    const Reading reading {field, path, value, exact, m_today};
    return std::visit([&](auto target) { return reading.into(target(sale)); }, field.target);
}

} // namespace ponte::lojaclick
