// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ponte::ui {

/// One line of a document: a part of its text, without the indentation, which would be larger than the text where a
/// document is deep.
struct PayloadLine {
    quint32 start = 0;
    quint32 length = 0;
    quint32 depth = 0;
    qint32 foldEnd = -1; ///< the last line of what this one opens; -1: it opens nothing
};

/// Why a text is not the document it begins as.
struct PayloadProblem {
    enum class Kind { EndsEarly, Unexpected, EndTag, TooManyLines };
    Kind kind = Kind::Unexpected;
    qsizetype offset = 0; ///< in the text that was read
};

constexpr std::size_t mostPayloadLines = 5'000'000;

/// Collects lines over a text that is made as they come.
class PayloadLines final
{
public:
    /// `capacity` is the most characters that will ever be added.
    explicit PayloadLines(qsizetype capacity);

    void newLine(quint32 depth);
    void add(QChar c) { *m_end++ = c; }
    void add(QStringView text);
    /// The same, where the text may itself have lines; they follow without indentation, or trimmed at `depth`.
    void addLines(QStringView text, std::optional<quint32> trimmedDepth = {});
    void fold(quint32 first, quint32 last);

    [[nodiscard]] quint32 current() const { return quint32(m_lines.size() - 1); }
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] bool isFull() const { return m_lines.size() >= mostPayloadLines; }
    [[nodiscard]] std::vector<PayloadLine> takeLines();
    [[nodiscard]] QString takeText();

private:
    void endLine();

    QString m_text;
    QChar *m_end;
    std::vector<PayloadLine> m_lines;
};

/// Breaks a whole JSON document into lines, the first of which was begun, touching no value: numbers keep their digits
/// and texts their escapes. At the first problem it stops and says where.
[[nodiscard]] std::optional<PayloadProblem> addJsonLines(PayloadLines &lines, QStringView document);
/// The same for XML. Elements that hold text alone stay in one line; no entity is expanded.
[[nodiscard]] std::optional<PayloadProblem> addXmlLines(PayloadLines &lines, QStringView document);

} // namespace ponte::ui
