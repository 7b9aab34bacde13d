// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/filternode.h"

#include <QScopeGuard>
#include <QStringList>

namespace ponte::sandbox::rm {

namespace {

enum class TokenKind { Word, Number, Text, Symbol, End };

struct Token {
    TokenKind kind = TokenKind::End;
    QString text;
};

tl::unexpected<Error> syntaxRefusal(const QString &message)
{
    return failure(ErrorCode::Validation, message);
}

using FilterNodePointer = std::shared_ptr<const Filter::Node>;

class FilterParser
{
public:
    FilterParser(const QString &text, const TableDefinition &table)
        : m_text(text)
        , m_table(table)
    {
        advance();
    }

    Result<FilterNodePointer> parse()
    {
        Result<FilterNodePointer> node = disjunction();
        if (node && m_token.kind != TokenKind::End)
            return syntaxError();
        return node;
    }

private:
    static constexpr int deepest = 200;

    tl::unexpected<Error> syntaxError() const
    {
        return syntaxRefusal(QStringLiteral("Incorrect syntax near '%1'.").arg(m_token.text));
    }

    void advance()
    {
        while (m_position < m_text.size() && m_text.at(m_position).isSpace())
            ++m_position;
        m_token = {};
        if (m_position >= m_text.size())
            return;
        const QChar first = m_text.at(m_position);
        if (first == u'\'')
            readText();
        else if (first.isDigit()
                 || (first == u'-' && m_position + 1 < m_text.size() && m_text.at(m_position + 1).isDigit()))
            readWhile(TokenKind::Number, [](QChar c) { return c.isDigit() || c == u'.'; });
        else if (first.isLetter() || first == u'_' || first == u'[')
            readWhile(TokenKind::Word,
                      [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'[' || c == u']'; });
        else
            readSymbol();
    }

    template<class Predicate>
    void readWhile(TokenKind kind, Predicate belongs)
    {
        const qsizetype start = m_position++;
        while (m_position < m_text.size() && belongs(m_text.at(m_position)))
            ++m_position;
        m_token = {kind, m_text.mid(start, m_position - start)};
        if (kind == TokenKind::Word)
            m_token.text.remove(u'[').remove(u']');
    }

    void readText()
    {
        QString value;
        for (++m_position; m_position < m_text.size(); ++m_position) {
            if (m_text.at(m_position) == u'\'') {
                if (m_position + 1 < m_text.size() && m_text.at(m_position + 1) == u'\'') {
                    ++m_position;
                } else {
                    ++m_position;
                    m_token = {TokenKind::Text, value};
                    return;
                }
            }
            value += m_text.at(m_position);
        }
        m_token = {TokenKind::Symbol, QStringLiteral("'")};
    }

    void readSymbol()
    {
        static const QStringList doubled {QStringLiteral("<>"), QStringLiteral("<="), QStringLiteral(">="),
                                          QStringLiteral("!=")};
        const QString two = m_text.mid(m_position, 2);
        const QString symbol = doubled.contains(two) ? two : two.left(1);
        m_position += symbol.size();
        m_token = {TokenKind::Symbol, symbol};
    }

    bool accept(TokenKind kind, QStringView text)
    {
        if (m_token.kind != kind || m_token.text.compare(text, Qt::CaseInsensitive) != 0)
            return false;
        advance();
        return true;
    }
    bool acceptWord(QStringView word) { return accept(TokenKind::Word, word); }
    bool acceptSymbol(QStringView symbol) { return accept(TokenKind::Symbol, symbol); }

    Result<FilterNodePointer> joined(Filter::Node::Kind kind, QStringView word,
                                     Result<FilterNodePointer> (FilterParser::*next)())
    {
        Result<FilterNodePointer> first = (this->*next)();
        if (!first)
            return first;
        auto node = std::make_shared<Filter::Node>();
        node->kind = kind;
        node->children.push_back(*first);
        while (acceptWord(word)) {
            Result<FilterNodePointer> more = (this->*next)();
            if (!more)
                return more;
            node->children.push_back(*more);
        }
        return node->children.size() == 1 ? *first : FilterNodePointer(node);
    }

    Result<FilterNodePointer> disjunction()
    {
        return joined(Filter::Node::Kind::Or, u"OR", &FilterParser::conjunction);
    }
    Result<FilterNodePointer> conjunction() { return joined(Filter::Node::Kind::And, u"AND", &FilterParser::factor); }

    Result<FilterNodePointer> factor()
    {
        if (++m_depth > deepest)
            return syntaxRefusal(QStringLiteral("Some part of your SQL statement is nested too deeply."));
        const auto leave = qScopeGuard([this] { --m_depth; });
        if (acceptWord(u"NOT")) {
            Result<FilterNodePointer> inner = factor();
            if (!inner)
                return inner;
            auto node = std::make_shared<Filter::Node>();
            node->kind = Filter::Node::Kind::Not;
            node->children.push_back(*inner);
            return FilterNodePointer(node);
        }
        if (acceptSymbol(u"(")) {
            Result<FilterNodePointer> inner = disjunction();
            if (inner && !acceptSymbol(u")"))
                return syntaxError();
            return inner;
        }
        return predicate();
    }

    Result<FilterNodePointer> predicate()
    {
        if (m_token.kind == TokenKind::Number || m_token.kind == TokenKind::Text)
            return constant();
        if (m_token.kind != TokenKind::Word)
            return syntaxError();
        const Result<int> column = columnOf(m_token.text);
        if (!column)
            return tl::unexpected(column.error());
        advance();
        auto node = std::make_shared<Filter::Node>();
        node->column = *column;
        if (acceptWord(u"IS"))
            return isNull(node);
        node->negated = acceptWord(u"NOT");
        if (acceptWord(u"IN"))
            return inList(node);
        if (acceptWord(u"LIKE"))
            return withValue(node, Filter::Node::Kind::Like);
        static const QStringList operators {QStringLiteral("="), QStringLiteral("<>"), QStringLiteral("!="),
                                            QStringLiteral("<"), QStringLiteral(">"),  QStringLiteral("<="),
                                            QStringLiteral(">=")};
        if (node->negated || m_token.kind != TokenKind::Symbol || !operators.contains(m_token.text))
            return syntaxError();
        node->op = m_token.text;
        advance();
        return withValue(node, Filter::Node::Kind::Compare);
    }

    Result<FilterNodePointer> constant()
    {
        const Token left = m_token;
        advance();
        if (!acceptSymbol(u"="))
            return syntaxError();
        auto node = std::make_shared<Filter::Node>();
        node->truth = m_token.text == left.text;
        if (m_token.kind != left.kind)
            return syntaxError();
        advance();
        return FilterNodePointer(node);
    }

    Result<FilterNodePointer> isNull(const std::shared_ptr<Filter::Node> &node)
    {
        node->kind = Filter::Node::Kind::IsNull;
        node->negated = acceptWord(u"NOT");
        if (!acceptWord(u"NULL"))
            return syntaxError();
        return FilterNodePointer(node);
    }

    Result<FilterNodePointer> inList(const std::shared_ptr<Filter::Node> &node)
    {
        node->kind = Filter::Node::Kind::In;
        if (!acceptSymbol(u"("))
            return syntaxError();
        do {
            if (!takeLiteral(*node))
                return syntaxError();
        } while (acceptSymbol(u","));
        if (!acceptSymbol(u")"))
            return syntaxError();
        return FilterNodePointer(node);
    }

    Result<FilterNodePointer> withValue(const std::shared_ptr<Filter::Node> &node, Filter::Node::Kind kind)
    {
        node->kind = kind;
        if (!takeLiteral(*node))
            return syntaxError();
        return FilterNodePointer(node);
    }

    bool takeLiteral(Filter::Node &node)
    {
        if (m_token.kind != TokenKind::Number && m_token.kind != TokenKind::Text)
            return false;
        node.values.append({m_token.text, m_token.kind == TokenKind::Number});
        advance();
        return true;
    }

    Result<int> columnOf(const QString &word) const
    {
        const QStringList parts = word.split(u'.');
        const QString name = parts.last().toUpper();
        if (parts.size() == 1)
            return syntaxRefusal(QStringLiteral("Ambiguous column name '%1'.").arg(word));
        if (parts.size() != 2 || parts.first().compare(m_table.name, Qt::CaseInsensitive) != 0)
            return syntaxRefusal(QStringLiteral("The multi-part identifier \"%1\" could not be bound.").arg(word));
        const int position = m_table.position(name);
        if (position < 0)
            return syntaxRefusal(QStringLiteral("Invalid column name '%1'.").arg(name));
        return position;
    }

    const QString &m_text;
    const TableDefinition &m_table;
    qsizetype m_position = 0;
    Token m_token;
    int m_depth = 0;
};

} // namespace

Result<Filter> Filter::parse(const QString &text, const TableDefinition &table)
{
    if (text.trimmed().isEmpty())
        return syntaxRefusal(QStringLiteral("Filtro invalido"));
    Result<FilterNodePointer> root = FilterParser(text, table).parse();
    if (!root)
        return tl::unexpected(root.error());
    Filter filter;
    filter.m_root = *root;
    return filter;
}

} // namespace ponte::sandbox::rm
