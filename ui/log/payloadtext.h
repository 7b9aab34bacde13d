// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/payloadlines.h"

#include <memory>

namespace ponte::ui {

/// A payload as lines to paint, search and copy. Never changed once made, so that threads may share it.
class PayloadText final
{
public:
    enum class Form {
        Indented, ///< JSON and XML, alone or as several exchanges each under a heading; all else as it is
        Stored,
    };
    enum class Kind { Nothing, Json, Xml, Exchanges, Text };

    /// In any thread; its time grows with the text alone.
    [[nodiscard]] static std::shared_ptr<const PayloadText> make(const QString &payload, Form form);
    /// Of the beginning of a payload, cut anywhere: what can be said of it is not said yet.
    [[nodiscard]] static std::shared_ptr<const PayloadText> beginning(const QString &cut, Form form);
    /// Some lines of a text in their order, without folds; -1 stands for an empty one.
    [[nodiscard]] static std::shared_ptr<const PayloadText> chosen(const PayloadText &text,
                                                                   const std::vector<int> &lines);

    /// At least one.
    [[nodiscard]] int lineCount() const { return int(m_lines.size()); }
    /// Without its indentation.
    [[nodiscard]] QStringView line(int line) const;
    /// In characters. From level deepestIndent on it no longer grows.
    [[nodiscard]] int indentOf(int line) const;
    [[nodiscard]] int depthOf(int line) const { return int(m_lines[size_t(line)].depth); }
    /// The last line of what this one opens, or the line itself.
    [[nodiscard]] int foldEnd(int line) const;
    [[nodiscard]] int longestLine() const { return m_longest; } ///< in characters, with its indentation
    /// The text and the lines in it, for searching; no line break stands between them where the form is Indented.
    [[nodiscard]] const QString &body() const { return m_body; }
    [[nodiscard]] qsizetype startOf(int line) const { return m_lines[size_t(line)].start; }
    [[nodiscard]] int lineAt(qsizetype bodyOffset) const;
    /// Some lines as a person copies them, with indentation and line breaks.
    [[nodiscard]] QString text(int first, int last) const;
    [[nodiscard]] QString text() const { return text(0, lineCount() - 1); }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Lines follow the document's structure, not its own breaks.
    [[nodiscard]] bool isIndented() const { return m_isIndented; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< in UTF-8
    /// Where the text begins as JSON or XML and is not; it is then shown as stored.
    [[nodiscard]] const std::optional<PayloadProblem> &problem() const { return m_problem; }
    [[nodiscard]] qsizetype controlCharacters() const { return m_controls; }
    /// Characters that stand for bytes that were no UTF-8.
    [[nodiscard]] qsizetype replacedBytes() const { return m_replaced; }
    [[nodiscard]] int depth() const { return m_depth; }

    static constexpr int deepestIndent = 40; ///< levels

private:
    void setStored(const QString &payload);
    void setIndented(const QString &payload, bool isCut);
    [[nodiscard]] bool setDocument(const QString &document, bool isCut);
    void setExchanges(const QString &payload);
    void measure(const QString &payload);

    QString m_body;
    std::vector<PayloadLine> m_lines;
    Kind m_kind = Kind::Nothing;
    std::optional<PayloadProblem> m_problem;
    bool m_isIndented = false;
    qint64 m_bytes = 0;
    qsizetype m_controls = 0;
    qsizetype m_replaced = 0;
    int m_longest = 0;
    int m_depth = 0;
};

/// Indents JSON and XML without touching a value. What is neither, or broken, comes back as it is.
[[nodiscard]] QString indented(const QString &payload);

} // namespace ponte::ui
