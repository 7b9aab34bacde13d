// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cmath>
#include <vector>

namespace ponte::json {

namespace {

// Numbers come as text, since money does not survive a double; the iterative parser takes depth off our stack.
constexpr unsigned ParseFlags =
    rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;

/// Receives the events of the parser and builds the document; each returns false to stop, with the reason kept.
class Builder
{
public:
    explicit Builder(const Limits &limits)
        : m_limits(limits)
        , m_pathBudget(limits.bytes * 4)
    {}

    bool Null() { return add(QJsonValue(QJsonValue::Null)); }
    bool Bool(bool value) { return add(QJsonValue(value)); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(QJsonValue(QString::fromUtf8(text, qsizetype(length))));
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool);
    bool Key(const char *text, rapidjson::SizeType length, bool);
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    // The parser hands numbers to RawNumber alone, yet wants these to exist.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(qint64) { return false; }
    bool Uint64(quint64) { return false; }
    bool Double(double) { return false; }

    [[nodiscard]] const QString &refusal() const { return m_refusal; }
    [[nodiscard]] Document takeDocument() { return std::move(m_document); }

private:
    struct Container {
        bool isObject = false;
        QString path;
        QString name; ///< of the member whose value comes next
        QMap<QString, QJsonValue> members; ///< sorted, since filling a QJsonObject out of order is quadratic
        QJsonArray elements;
    };

    [[nodiscard]] QString nextPath() const;
    bool countValue();
    bool open(bool isObject);
    bool close();
    bool add(const QJsonValue &value);
    void attach(const QJsonValue &value);
    bool refuse(const QString &reason)
    {
        m_refusal = reason;
        return false;
    }

    const Limits m_limits;
    qsizetype m_pathBudget; ///< characters: paths repeat names, so a small text could fill the memory with them
    qsizetype m_values = 0;
    std::vector<Container> m_open;
    Document m_document;
    QString m_refusal;
};

// A point inside of a name must not make it the path of another member.
QString pathSegment(const QString &name)
{
    if (!name.contains(u'.') && !name.contains(u'\\'))
        return name;
    QString segment = name;
    return segment.replace(u'\\', QLatin1String("\\\\")).replace(u'.', QLatin1String("\\."));
}

QString Builder::nextPath() const
{
    const Container &container = m_open.back();
    const QString segment =
        container.isObject ? pathSegment(container.name) : QString::number(container.elements.size());
    return m_open.size() == 1 ? segment : container.path + u'.' + segment;
}

bool Builder::countValue()
{
    if (m_open.empty())
        return refuse(QStringLiteral("um objeto era esperado"));
    return ++m_values <= m_limits.values || refuse(QStringLiteral("há valores demais"));
}

bool Builder::open(bool isObject)
{
    Container container;
    container.isObject = isObject;
    if (!m_open.empty() || !isObject) {
        if (!countValue())
            return false;
        container.path = nextPath();
    }
    if (int(m_open.size()) >= m_limits.depth)
        return refuse(QStringLiteral("há níveis demais"));
    m_open.push_back(std::move(container));
    return true;
}

bool Builder::close()
{
    const Container container = std::move(m_open.back());
    m_open.pop_back();
    if (!container.isObject) {
        attach(container.elements);
        return true;
    }
    QJsonObject object;
    for (auto member = container.members.cbegin(); member != container.members.cend(); ++member)
        object.insert(member.key(), member.value());
    if (m_open.empty())
        m_document.root = object;
    else
        attach(object);
    return true;
}

bool Builder::add(const QJsonValue &value)
{
    if (!countValue())
        return false;
    attach(value);
    return true;
}

void Builder::attach(const QJsonValue &value)
{
    Container &container = m_open.back();
    if (container.isObject)
        container.members.insert(container.name, value);
    else
        container.elements.append(value);
}

bool Builder::Key(const char *text, rapidjson::SizeType length, bool)
{
    constexpr qsizetype ShownLength = 60;
    Container &container = m_open.back();
    container.name = QString::fromUtf8(text, qsizetype(length));
    if (!container.members.contains(container.name))
        return true;
    return refuse(QStringLiteral("o campo \"%1\" está repetido").arg(container.name.left(ShownLength)));
}

bool Builder::RawNumber(const char *text, rapidjson::SizeType length, bool)
{
    if (!countValue())
        return false;
    const QByteArray number(text, qsizetype(length));
    bool isInteger = false;
    const qint64 integer = number.toLongLong(&isInteger);
    const double approximate = number.toDouble();
    if (!isInteger && !std::isfinite(approximate))
        return refuse(QStringLiteral("um número é grande demais"));

    const QString path = nextPath();
    m_pathBudget -= path.size() + number.size();
    if (m_pathBudget < 0)
        return refuse(QStringLiteral("há nomes de campos longos demais"));
    m_document.numbers.insert(path, QString::fromLatin1(number));
    attach(isInteger ? QJsonValue(integer) : QJsonValue(approximate));
    return true;
}

tl::unexpected<Error> refusal(const QString &reason, size_t offset, const QString &detail = {})
{
    return failure(ErrorCode::Validation,
                   QStringLiteral("O JSON foi recusado na posição %1: %2.").arg(QString::number(offset), reason),
                   detail);
}

QString reasonOf(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return QStringLiteral("ele está vazio");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return QStringLiteral("há texto depois do objeto");
    case rapidjson::kParseErrorStringInvalidEncoding:
        return QStringLiteral("ele não está em UTF-8");
    case rapidjson::kParseErrorNumberTooBig:
        return QStringLiteral("um número é grande demais");
    default:
        return QStringLiteral("ele não é bem formado");
    }
}

} // namespace

Result<Document> parseObject(const QByteArray &text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return refusal(QStringLiteral("ele é grande demais"), size_t(limits.bytes));
    // The parser takes a NUL for the end and would not look at what follows it.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return refusal(QStringLiteral("ele não é bem formado"), size_t(nul));

    const qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    rapidjson::MemoryStream stream(text.constData() + start, size_t(text.size() - start));
    Builder builder(limits);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<ParseFlags>(stream, builder);
    if (result.IsError()) {
        const bool refused = !builder.refusal().isEmpty();
        return refusal(refused ? builder.refusal() : reasonOf(result.Code()), result.Offset() + size_t(start),
                       refused ? QString() : QString::fromLatin1(rapidjson::GetParseError_En(result.Code())));
    }
    return builder.takeDocument();
}

QByteArray toText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray toText(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace ponte::json
