// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/filternode.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace ponte::sandbox::rm {

namespace {

using Node = Filter::Node;
using NodePointer = std::shared_ptr<const Node>;

tl::unexpected<Error> sqlError(const QString &message)
{
    return failure(ErrorCode::Validation, message);
}

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Short || type == ColumnType::Int || type == ColumnType::Decimal;
}

/// Compares as SQL Server does: numbers by value, texts without case and trailing blanks, and with a conversion where
/// the kinds differ.
Result<int> compared(const Column &column, const QString &value, const FilterLiteral &literal)
{
    if (isNumeric(column.type) || (column.type == ColumnType::Text && literal.number)) {
        bool left = false;
        bool right = false;
        const double a = value.trimmed().toDouble(&left);
        const double b = literal.text.trimmed().toDouble(&right);
        if (!left || !right) {
            return sqlError(QStringLiteral("Conversion failed when converting the varchar value '%1' to data type int.")
                                .arg(left ? literal.text : value));
        }
        return a < b ? -1 : a > b ? 1 : 0;
    }
    if (column.type == ColumnType::Date) {
        const std::optional<QString> date = normalised(column, QString(literal.text).replace(u' ', u'T'));
        if (literal.number || !date) {
            return sqlError(
                QStringLiteral("Conversion failed when converting date and/or time from character string."));
        }
        return value.compare(*date);
    }
    const auto cut = [](QString text) {
        while (text.endsWith(u' '))
            text.chop(1);
        return text;
    };
    return cut(value).compare(cut(literal.text), Qt::CaseInsensitive);
}

bool likeMatches(const QString &value, const QString &pattern)
{
    QString expression;
    for (const QChar c : pattern) {
        if (c == u'%')
            expression += QStringLiteral(".*");
        else if (c == u'_')
            expression += u'.';
        else
            expression += QRegularExpression::escape(QString(c));
    }
    const QRegularExpression regular(QRegularExpression::anchoredPattern(expression),
                                     QRegularExpression::CaseInsensitiveOption
                                         | QRegularExpression::DotMatchesEverythingOption);
    return regular.match(value).hasMatch();
}

class FilterEvaluation
{
public:
    explicit FilterEvaluation(const Table &table)
        : m_table(table)
    {}

    Result<bool> matches(const Node &node, const Row &row) const
    {
        switch (node.kind) {
        case Node::Kind::Constant:
            return node.truth;
        case Node::Kind::Not: {
            Result<bool> inner = matches(*node.children.front(), row);
            return inner ? Result<bool>(!*inner) : inner;
        }
        case Node::Kind::And:
        case Node::Kind::Or:
            return combined(node, row);
        case Node::Kind::IsNull:
            return row.at(node.column).isNull() != node.negated;
        case Node::Kind::Like:
        case Node::Kind::In:
        case Node::Kind::Compare:
            break;
        }
        if (row.at(node.column).isNull())
            return false;
        return compares(node, row.at(node.column));
    }

private:
    Result<bool> combined(const Node &node, const Row &row) const
    {
        const bool stop = node.kind == Node::Kind::Or;
        for (const NodePointer &child : node.children) {
            Result<bool> inner = matches(*child, row);
            if (!inner || *inner == stop)
                return inner;
        }
        return !stop;
    }

    Result<bool> compares(const Node &node, const QString &value) const
    {
        const Column &column = m_table.definition().columns.at(node.column);
        if (node.kind == Node::Kind::Like)
            return likeMatches(value, node.values.first().text) != node.negated;
        bool any = false;
        for (const FilterLiteral &literal : node.values) {
            const Result<int> order = compared(column, value, literal);
            if (!order)
                return tl::unexpected(order.error());
            any = any || (node.kind == Node::Kind::In ? *order == 0 : holds(node.op, *order));
        }
        return any != node.negated;
    }

    static bool holds(const QString &op, int order)
    {
        if (op == u"=")
            return order == 0;
        if (op == u"<")
            return order < 0;
        if (op == u">")
            return order > 0;
        if (op == u"<=")
            return order <= 0;
        if (op == u">=")
            return order >= 0;
        return order != 0;
    }

    const Table &m_table;
};

/// The values that a column must have for the node to hold; nothing where the node does not bind it.
std::optional<QSet<QString>> boundValues(const Node &node, const TableDefinition &table, int position)
{
    const bool textual = table.columns.at(position).type == ColumnType::Text;
    const bool equals = node.kind == Node::Kind::Compare && node.op == u"=";
    if ((equals || node.kind == Node::Kind::In) && node.column == position && !node.negated) {
        QSet<QString> values;
        for (const FilterLiteral &literal : node.values) {
            // A number against a text column converts the column, which an index cannot answer.
            if (textual && literal.number)
                return std::nullopt;
            values.insert(textual ? literal.text.toUpper() : QString::number(literal.text.toInt()));
        }
        return values;
    }
    if (node.kind == Node::Kind::And) {
        for (const NodePointer &child : node.children) {
            if (auto values = boundValues(*child, table, position))
                return values;
        }
    }
    if (node.kind == Node::Kind::Or) {
        QSet<QString> all;
        for (const NodePointer &child : node.children) {
            const auto values = boundValues(*child, table, position);
            if (!values)
                return std::nullopt;
            all += *values;
        }
        return all;
    }
    return std::nullopt;
}

} // namespace

Result<QList<const Row *>> Filter::select(const Table &table) const
{
    QList<const Row *> candidates;
    bool bound = false;
    for (const QString &column : table.definition().indexed) {
        const auto values = boundValues(*m_root, table.definition(), table.definition().position(column));
        if (!values)
            continue;
        bound = true;
        QStringList sorted(values->begin(), values->end());
        sorted.sort();
        for (const QString &value : std::as_const(sorted))
            candidates += table.lookup(column, value);
        break;
    }
    const FilterEvaluation evaluation(table);
    QList<const Row *> found;
    const auto consider = [&](const Row &row) -> Result<> {
        const Result<bool> matches = evaluation.matches(*m_root, row);
        if (!matches)
            return tl::unexpected(matches.error());
        if (*matches)
            found.append(&row);
        return {};
    };
    if (bound) {
        for (const Row *row : std::as_const(candidates)) {
            if (const Result<> done = consider(*row); !done)
                return tl::unexpected(done.error());
        }
        return found;
    }
    for (const auto &[serial, row] : table.rows()) {
        if (const Result<> done = consider(row); !done)
            return tl::unexpected(done.error());
    }
    return found;
}

} // namespace ponte::sandbox::rm
