// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/payloaddiff.h"

#include "core/log/linediff.h"
#include "core/log/payloadsections.h"
#include "core/log/payloadtree.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

using DiffKind = PayloadDifference::Kind;
using TreeKind = PayloadTree::Kind;
using Node = PayloadTree::Node;

/// Keeps what is found within the limit: differences before what is equal.
class Findings
{
public:
    /// False once nothing more is kept.
    bool add(DiffKind kind, const QString &path, QStringView left, QStringView right)
    {
        if (m_isFull || (kind == DiffKind::Same && m_leavesOutSame))
            return !m_isFull;
        if (m_list.size() >= differenceLimit - 1)
            makeRoom();
        if (m_isFull || (kind == DiffKind::Same && m_leavesOutSame))
            return !m_isFull;
        m_list.append({path, cut(left), cut(right), kind});
        return true;
    }

    [[nodiscard]] bool leavesOutSame() const { return m_leavesOutSame; }
    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] QList<PayloadDifference> list() const { return m_list; }

private:
    void makeRoom()
    {
        if (!m_leavesOutSame) {
            m_leavesOutSame = true;
            m_list.removeIf([](const PayloadDifference &found) { return found.kind == DiffKind::Same; });
        }
        if (m_list.size() >= differenceLimit - 1) {
            m_isFull = true;
            m_list.append({u"…"_s, {}, {}, DiffKind::Changed});
        }
    }

    static QString cut(QStringView text)
    {
        return text.size() <= differenceValueLimit ? text.toString() : text.first(differenceValueLimit) + u"…"_s;
    }

    QList<PayloadDifference> m_list;
    bool m_leavesOutSame = false;
    bool m_isFull = false;
};

/// Whether a member of this name may tell the rows of a table apart.
bool isKeyName(QStringView name)
{
    for (const QStringView start : {u"id", u"cod", u"num", u"chave", u"key"}) {
        if (name.startsWith(start, Qt::CaseInsensitive))
            return true;
    }
    return name.compare(u"ra", Qt::CaseInsensitive) == 0;
}

/// Equal parts of one container: the elements of an array, or elements of one name.
struct Rows {
    const PayloadTree &tree;
    QList<int> nodes;

    [[nodiscard]] QStringView valueOf(int node, QStringView name) const
    {
        for (int i = tree.at(node).child; i >= 0; i = tree.at(i).next) {
            if (tree.at(i).name == name && tree.at(i).kind == TreeKind::Value)
                return tree.at(i).text;
        }
        return {};
    }

    [[nodiscard]] bool isToldApartBy(QStringView name) const
    {
        QSet<QStringView> values;
        for (const int node : nodes) {
            const QStringView value = valueOf(node, name);
            if (value.isEmpty() || values.contains(value))
                return false;
            values.insert(value);
        }
        return true;
    }
};

class TreeComparison
{
public:
    TreeComparison(const PayloadTree &left, const PayloadTree &right, Findings &findings)
        : m_left(left)
        , m_right(right)
        , m_findings(findings)
    {}

    void run(const QString &path)
    {
        if (m_left.root().name == m_right.root().name)
            compare(0, 0, path);
        else
            m_findings.add(DiffKind::Changed, path, m_left.root().name, m_right.root().name);
    }

private:
    static QString below(const QString &path, QStringView name)
    {
        if (path.isEmpty())
            return name.toString();
        return QString(path.endsWith(u": "_s) ? path : QString(path + u'.')) + name;
    }

    void compare(int left, int right, const QString &path)
    {
        if (m_findings.isFull())
            return;
        const Node &a = m_left.at(left);
        const Node &b = m_right.at(right);
        const bool isEqual =
            a.text == b.text && a.kind == b.kind && (a.kind == TreeKind::Value || !hasAttributes(a, b));
        if (isEqual && (a.kind == TreeKind::Value || m_findings.leavesOutSame())) {
            m_findings.add(DiffKind::Same, path, a.text, b.text);
        } else if (a.kind != b.kind || a.kind == TreeKind::Value) {
            m_findings.add(DiffKind::Changed, path, a.text, b.text);
        } else if (a.kind == TreeKind::Array) {
            compareRows({m_left, childrenOf(m_left, a)}, {m_right, childrenOf(m_right, b)}, path);
        } else {
            compareMembers(a, b, path);
        }
    }

    /// They stand before an element's text, which does not hold them.
    [[nodiscard]] bool hasAttributes(const Node &a, const Node &b) const
    {
        const auto startsOutside = [](const PayloadTree &tree, const Node &node) {
            return node.child >= 0 && !node.text.isEmpty() && tree.at(node.child).text.data() < node.text.data();
        };
        return a.text.isEmpty() || startsOutside(m_left, a) || startsOutside(m_right, b);
    }

    static QList<int> childrenOf(const PayloadTree &tree, const Node &node)
    {
        QList<int> children;
        children.reserve(node.children);
        for (int i = node.child; i >= 0; i = tree.at(i).next)
            children.append(i);
        return children;
    }

    static QList<QStringView> namesOf(const PayloadTree &tree, const Node &node, QHash<QStringView, QList<int>> &byName)
    {
        QList<QStringView> names;
        for (int i = node.child; i >= 0; i = tree.at(i).next) {
            QList<int> &sameName = byName[tree.at(i).name];
            if (sameName.isEmpty())
                names.append(tree.at(i).name);
            sameName.append(i);
        }
        return names;
    }

    void compareMembers(const Node &a, const Node &b, const QString &path)
    {
        QHash<QStringView, QList<int>> inLeft;
        QHash<QStringView, QList<int>> inRight;
        const QList<QStringView> leftNames = namesOf(m_left, a, inLeft);
        const QList<QStringView> rightNames = namesOf(m_right, b, inRight);
        for (const QStringView name : leftNames)
            compareNamed({m_left, inLeft.value(name)}, {m_right, inRight.value(name)}, below(path, name));
        for (const QStringView name : rightNames) {
            if (!inLeft.contains(name))
                compareNamed({m_left, {}}, {m_right, inRight.value(name)}, below(path, name));
        }
    }

    void compareNamed(const Rows &left, const Rows &right, const QString &path)
    {
        if (left.nodes.size() == 1 && right.nodes.size() == 1)
            compare(left.nodes.first(), right.nodes.first(), path);
        else if (left.nodes.size() + right.nodes.size() == 1)
            tellOnly(left, right, 0, path);
        else
            compareRows(left, right, path);
    }

    void tellOnly(const Rows &left, const Rows &right, qsizetype index, const QString &path)
    {
        if (right.nodes.isEmpty() || index < left.nodes.size())
            m_findings.add(DiffKind::OnlyLeft, path, m_left.at(left.nodes.at(index)).text, {});
        else
            m_findings.add(DiffKind::OnlyRight, path, {}, m_right.at(right.nodes.at(index)).text);
    }

    /// The first member that has another value in each row of either side; none: rows are told apart by their place.
    static QStringView keyOf(const Rows &left, const Rows &right)
    {
        const Rows &model = left.nodes.isEmpty() ? right : left;
        if (model.nodes.isEmpty())
            return {};
        for (int i = model.tree.at(model.nodes.first()).child; i >= 0; i = model.tree.at(i).next) {
            const Node &member = model.tree.at(i);
            if (member.kind == TreeKind::Value && isKeyName(member.name) && left.isToldApartBy(member.name)
                && right.isToldApartBy(member.name))
                return member.name;
        }
        return {};
    }

    void compareRows(const Rows &left, const Rows &right, const QString &path)
    {
        const QStringView key = keyOf(left, right);
        if (!key.isEmpty()) {
            compareKeyedRows(left, right, key, path);
            return;
        }
        for (qsizetype i = 0; i < std::max(left.nodes.size(), right.nodes.size()) && !m_findings.isFull(); ++i) {
            const QString row = u"%1[%2]"_s.arg(path).arg(i);
            if (i < left.nodes.size() && i < right.nodes.size())
                compare(left.nodes.at(i), right.nodes.at(i), row);
            else if (i < left.nodes.size())
                m_findings.add(DiffKind::OnlyLeft, row, m_left.at(left.nodes.at(i)).text, {});
            else
                m_findings.add(DiffKind::OnlyRight, row, {}, m_right.at(right.nodes.at(i)).text);
        }
    }

    void compareKeyedRows(const Rows &left, const Rows &right, QStringView key, const QString &path)
    {
        const auto rowPath = [&](QStringView value) -> QString {
            return path + u'[' + key + u'=' + value.left(100) + u']';
        };
        QHash<QStringView, int> inRight;
        for (const int node : right.nodes)
            inRight.insert(right.valueOf(node, key), node);
        for (const int node : left.nodes) {
            const QStringView value = left.valueOf(node, key);
            const auto other = inRight.constFind(value);
            if (other == inRight.constEnd()) {
                m_findings.add(DiffKind::OnlyLeft, rowPath(value), m_left.at(node).text, {});
            } else {
                compare(node, *other, rowPath(value));
                inRight.erase(other);
            }
        }
        for (const int node : right.nodes) {
            const QStringView value = right.valueOf(node, key);
            if (inRight.contains(value))
                m_findings.add(DiffKind::OnlyRight, rowPath(value), {}, m_right.at(node).text);
        }
    }

    const PayloadTree &m_left;
    const PayloadTree &m_right;
    Findings &m_findings;
};

/// Where the document begins below lines of plain text ("Contexto: …"); -1 where none does.
qsizetype documentIn(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c == u'{' || c == u'[' || c == u'<')
            return at;
        const qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            return -1;
        at = end + 1;
    }
    return -1;
}

void compareText(QStringView left, QStringView right, const QString &prefix, Findings &findings)
{
    compareLines(left, right, [&](DiffKind kind, qsizetype line, QStringView a, QStringView b) {
        return findings.add(kind, prefix + QString::number(line), a, b);
    });
}

void compareSections(QStringView left, QStringView right, const QString &prefix, Findings &findings)
{
    const qsizetype leftDocument = documentIn(left);
    const qsizetype rightDocument = documentIn(right);
    if (leftDocument >= 0 && rightDocument >= 0) {
        const auto leftTree = PayloadTree::of(left.sliced(leftDocument));
        const auto rightTree = leftTree ? PayloadTree::of(right.sliced(rightDocument)) : std::nullopt;
        // Only the root of XML has a name.
        if (leftTree && rightTree && leftTree->root().name.isEmpty() == rightTree->root().name.isEmpty()) {
            compareText(left.first(leftDocument), right.first(rightDocument), prefix, findings);
            TreeComparison(*leftTree, *rightTree, findings).run(prefix);
            return;
        }
    }
    compareText(left, right, prefix, findings);
}

} // namespace

QList<PayloadDifference> payloadDifferences(const QString &left, const QString &right)
{
    Findings findings;
    QList<PayloadSection> ofRight = payloadSections(right);
    const QList<PayloadSection> ofLeft = payloadSections(left);
    if (ofLeft.size() == 1 && ofRight.size() == 1) {
        compareSections(ofLeft.first().text, ofRight.first().text, {}, findings);
        return findings.list();
    }
    for (const PayloadSection &section : ofLeft) {
        const auto other = std::find_if(ofRight.begin(), ofRight.end(), [&](const PayloadSection &candidate) {
            return candidate.heading == section.heading;
        });
        if (other == ofRight.end()) {
            findings.add(DiffKind::OnlyLeft, section.heading, section.text, {});
            continue;
        }
        compareSections(section.text, other->text, section.heading + u": "_s, findings);
        ofRight.erase(other);
    }
    for (const PayloadSection &section : std::as_const(ofRight))
        findings.add(DiffKind::OnlyRight, section.heading, {}, section.text);
    return findings.list();
}

} // namespace ponte::log
