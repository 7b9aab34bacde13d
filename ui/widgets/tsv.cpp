// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/tsv.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace ponte::ui {

using namespace Qt::StringLiterals;

QString tsvCell(QString text)
{
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        text.replace(separator, u' ');
    // A spreadsheet would run what starts like a formula.
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString tsvOf(const QAbstractItemModel &model, const QList<int> &rows)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(tsvCell(model.headerData(column, Qt::Horizontal).toString()));
    QString text = cells.join(u'\t') + u'\n';
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(tsvCell(model.index(row, column).data().toString()));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace ponte::ui
