// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/payloadtext.h"

#include <vector>

namespace ponte::ui {

/// Which lines of a text stand in which rows of a view: some are folded away, long ones may take several rows.
class CodeRows final
{
public:
    void setText(std::shared_ptr<const PayloadText> text);
    [[nodiscard]] const PayloadText &text() const { return *m_text; }
    [[nodiscard]] std::shared_ptr<const PayloadText> shared() const { return m_text; }

    /// 0: lines are not broken.
    void setColumns(int columns);
    [[nodiscard]] int columns() const { return m_columns; }

    [[nodiscard]] bool canFold(int line) const { return m_text->foldEnd(line) > line; }
    [[nodiscard]] bool isFolded(int line) const { return m_foldedCount > 0 && m_folded[size_t(line)]; }
    void setFolded(int line, bool folded);
    /// All that can be folded from a depth on; what is folded above stays.
    void foldFrom(int depth);
    void unfoldAll();
    /// Unfolds what hides a line; whether anything changed.
    bool reveal(int line);

    [[nodiscard]] int rowCount() const;
    struct Row {
        int line = 0;
        int part = 0; ///< of a line broken into several rows, from 0
    };
    [[nodiscard]] Row at(int row) const;
    /// The first row of a line, or of what hides it.
    [[nodiscard]] int rowOf(int line) const;
    /// How many characters of a line one row takes.
    [[nodiscard]] int charactersPerRow(int line) const;
    /// The row in which a character of a line stands.
    [[nodiscard]] int rowOf(int line, int column) const;
    /// The visible line that is some lines further; it stops at the ends.
    [[nodiscard]] int stepped(int line, int lines) const;

private:
    [[nodiscard]] int visibleCount() const;
    [[nodiscard]] int visibleIndexOf(int line) const;
    [[nodiscard]] int visibleLine(int index) const;
    [[nodiscard]] int rowsOf(int line) const;
    void mark(int line, bool folded);
    void arrange();

    std::shared_ptr<const PayloadText> m_text = PayloadText::make({}, PayloadText::Form::Stored);
    int m_columns = 0;
    std::vector<bool> m_folded; ///< by line
    int m_foldedCount = 0;
    std::vector<int> m_visible; ///< empty while nothing is folded
    std::vector<int> m_firstRows; ///< of each visible line and the end; empty while no line is broken
};

} // namespace ponte::ui
