// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace ponte::ui {

/// A cell of a text between tabs: without the characters that would end it, and nothing that a spreadsheet would run.
[[nodiscard]] QString tsvCell(QString text);
/// The headers and the given rows of a table as they are shown, a line each.
[[nodiscard]] QString tsvOf(const QAbstractItemModel &model, const QList<int> &rows);

} // namespace ponte::ui
