// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/payloadtree.h"

#include <QString>

namespace ponte::log {

using Node = PayloadTree::Node;
using Kind = PayloadTree::Kind;

int PayloadTree::add(int parent, int &last, const Node &node)
{
    if (int(m_nodes.size()) >= longest)
        return -1;
    const int index = int(m_nodes.size());
    m_nodes.push_back(node);
    if (parent >= 0) {
        if (last < 0)
            m_nodes[size_t(parent)].child = index;
        else
            m_nodes[size_t(last)].next = index;
        ++m_nodes[size_t(parent)].children;
        last = index;
    }
    return index;
}

/// What both readers keep of a container that is still open.
struct OpenNode {
    int index = -1;
    int last = -1; ///< child added last
    qsizetype from = 0; ///< where its text begins
};

class JsonTreeReader
{
public:
    explicit JsonTreeReader(QStringView text)
        : m_text(text)
    {}

    bool read(PayloadTree &tree)
    {
        skipSpaces();
        if (!value(tree, {}))
            return false;
        while (!m_open.empty()) {
            skipSpaces();
            if (m_at >= m_text.size() || !step(tree))
                return false;
        }
        skipSpaces();
        return m_at == m_text.size();
    }

private:
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    /// The end of the open container, or its next value.
    bool step(PayloadTree &tree)
    {
        const OpenNode open = m_open.back();
        Node &container = tree.m_nodes[size_t(open.index)];
        const bool isObject = container.kind == Kind::Object;
        if (m_text.at(m_at) == (isObject ? u'}' : u']')) {
            ++m_at;
            container.text = m_text.sliced(open.from, m_at - open.from);
            m_open.pop_back();
            return true;
        }
        if (container.children > 0) {
            if (m_text.at(m_at) != u',')
                return false;
            ++m_at;
            skipSpaces();
        }
        QStringView name;
        if (isObject) {
            if (!string(name))
                return false;
            name = name.sliced(1, name.size() - 2);
            skipSpaces();
            if (m_at >= m_text.size() || m_text.at(m_at) != u':')
                return false;
            ++m_at;
            skipSpaces();
        }
        return value(tree, name);
    }

    bool string(QStringView &found)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
            return false;
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != u'"')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        if (end >= m_text.size())
            return false;
        found = m_text.sliced(m_at, end + 1 - m_at);
        m_at = end + 1;
        return true;
    }

    bool value(PayloadTree &tree, QStringView name)
    {
        if (m_at >= m_text.size())
            return false;
        Node node;
        node.name = name;
        const QChar c = m_text.at(m_at);
        const qsizetype from = m_at;
        if (c == u'{' || c == u'[') {
            node.kind = c == u'{' ? Kind::Object : Kind::Array;
            ++m_at;
        } else if (c == u'"') {
            if (!string(node.text))
                return false;
        } else {
            while (m_at < m_text.size()
                   && (m_text.at(m_at).isLetterOrNumber() || QStringView(u"+-.").contains(m_text.at(m_at))))
                ++m_at;
            if (m_at == from)
                return false;
            node.text = m_text.sliced(from, m_at - from);
        }
        int none = -1;
        const int index =
            m_open.empty() ? tree.add(-1, none, node) : tree.add(m_open.back().index, m_open.back().last, node);
        if (index < 0)
            return false;
        if (node.kind != Kind::Value) {
            if (m_open.size() >= PayloadTree::deepest)
                return false;
            m_open.push_back({index, -1, from});
        }
        return true;
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    std::vector<OpenNode> m_open;
};

class XmlTreeReader
{
public:
    explicit XmlTreeReader(QStringView text)
        : m_text(text)
    {}

    bool read(PayloadTree &tree)
    {
        while (m_at < m_text.size()) {
            const qsizetype tag = m_text.indexOf(u'<', m_at);
            const qsizetype end = tag < 0 ? m_text.size() : tag;
            if (!characters(tree, m_text.sliced(m_at, end - m_at)))
                return false;
            m_at = end;
            if (tag >= 0 && !markup(tree))
                return false;
        }
        return m_open.empty() && !tree.m_nodes.empty();
    }

private:
    bool characters(PayloadTree &tree, QStringView text)
    {
        if (text.trimmed().isEmpty())
            return true;
        if (m_open.empty())
            return false;
        // The text of a leaf is its own; beside elements it becomes a part of its own.
        if (tree.m_nodes[size_t(m_open.back().index)].children == 0)
            return true;
        Node node;
        node.name = u"#text";
        node.text = text.trimmed();
        return tree.add(m_open.back().index, m_open.back().last, node) >= 0;
    }

    bool skipPast(QStringView end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        m_at = found < 0 ? m_text.size() : found + end.size();
        return found >= 0;
    }

    bool markup(PayloadTree &tree)
    {
        const QStringView rest = m_text.sliced(m_at);
        if (rest.startsWith(u"<?"))
            return skipPast(u"?>");
        if (rest.startsWith(u"<!--"))
            return skipPast(u"-->");
        if (rest.startsWith(u"<![CDATA["))
            return !m_open.empty() && skipPast(u"]]>");
        if (rest.startsWith(u"<!"))
            return false;
        return rest.startsWith(u"</") ? close(tree) : open(tree);
    }

    bool close(PayloadTree &tree)
    {
        const qsizetype end = m_text.indexOf(u'>', m_at);
        if (end < 0 || m_open.empty())
            return false;
        Node &node = tree.m_nodes[size_t(m_open.back().index)];
        if (m_text.sliced(m_at + 2, end - m_at - 2).trimmed() != node.name)
            return false;
        node.text = m_text.sliced(m_open.back().from, m_at - m_open.back().from);
        node.kind = node.children > 0 ? Kind::Object : Kind::Value;
        m_open.pop_back();
        m_at = end + 1;
        return true;
    }

    [[nodiscard]] static bool isNamePart(QChar c) { return c.isLetterOrNumber() || QStringView(u"_:.-").contains(c); }

    QStringView name()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isNamePart(m_text.at(m_at)))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

    bool open(PayloadTree &tree)
    {
        ++m_at;
        Node node;
        node.name = name();
        if (node.name.isEmpty() || (m_open.empty() && !tree.m_nodes.empty()) || m_open.size() >= PayloadTree::deepest)
            return false;
        int none = -1;
        OpenNode opened;
        opened.index =
            m_open.empty() ? tree.add(-1, none, node) : tree.add(m_open.back().index, m_open.back().last, node);
        if (opened.index < 0)
            return false;
        while (m_at < m_text.size() && m_text.at(m_at) != u'>' && m_text.at(m_at) != u'/') {
            if (m_text.at(m_at).isSpace())
                ++m_at;
            else if (!attribute(tree, opened))
                return false;
        }
        const bool isClosed = m_at < m_text.size() && m_text.at(m_at) == u'/';
        m_at += isClosed ? 1 : 0;
        if (m_at >= m_text.size() || m_text.at(m_at) != u'>')
            return false;
        opened.from = ++m_at;
        Node &kept = tree.m_nodes[size_t(opened.index)];
        if (!isClosed)
            m_open.push_back(opened);
        else
            kept.kind = kept.children > 0 ? Kind::Object : Kind::Value;
        return true;
    }

    bool attribute(PayloadTree &tree, OpenNode &element)
    {
        const qsizetype from = m_at;
        Node node;
        if (name().isEmpty())
            return false;
        node.name = m_text.sliced(from, m_at - from);
        while (m_at < m_text.size() && (m_text.at(m_at).isSpace() || m_text.at(m_at) == u'='))
            ++m_at;
        if (m_at >= m_text.size() || (m_text.at(m_at) != u'"' && m_text.at(m_at) != u'\''))
            return false;
        const qsizetype end = m_text.indexOf(m_text.at(m_at), m_at + 1);
        if (end < 0)
            return false;
        node.text = m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        // Where a prefix is declared says nothing of the content.
        return node.name.startsWith(u"xmlns") || tree.add(element.index, element.last, node) >= 0;
    }

    const QStringView m_text;
    qsizetype m_at = 0;
    std::vector<OpenNode> m_open;
};

std::optional<PayloadTree> PayloadTree::of(QStringView text)
{
    const QStringView document = text.trimmed();
    if (document.isEmpty())
        return std::nullopt;
    PayloadTree tree;
    const QChar first = document.front();
    if ((first == u'{' || first == u'[') && JsonTreeReader(document).read(tree))
        return tree;
    if (first == u'<' && XmlTreeReader(document).read(tree))
        return tree;
    return std::nullopt;
}

} // namespace ponte::log
