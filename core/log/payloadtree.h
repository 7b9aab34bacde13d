// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace ponte::log {

/// A JSON or XML document as its parts stand in the text, which has to outlive it. Made for comparing: nothing is
/// decoded or copied, so that 20 MB take little more than their text.
class PayloadTree
{
public:
    enum class Kind { Value, Object, Array };
    struct Node {
        Kind kind = Kind::Value;
        int next = -1; ///< sibling
        int child = -1; ///< the first
        int children = 0;
        QStringView name; ///< member, element or attribute; empty in an array and of a JSON document
        QStringView text; ///< all of it as it was written; of an XML element, what stands between its tags
    };

    static constexpr int longest = 3'000'000; ///< nodes
    static constexpr int deepest = 200;

    /// None where the text is neither, broken, or beyond the limits; a document type declaration counts as broken.
    [[nodiscard]] static std::optional<PayloadTree> of(QStringView text);

    [[nodiscard]] const Node &at(int index) const { return m_nodes[size_t(index)]; }
    [[nodiscard]] const Node &root() const { return m_nodes.front(); }

private:
    friend class JsonTreeReader;
    friend class XmlTreeReader;
    [[nodiscard]] int add(int parent, int &last, const Node &node);
    std::vector<Node> m_nodes;
};

} // namespace ponte::log
