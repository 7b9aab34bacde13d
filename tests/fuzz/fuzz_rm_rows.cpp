// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/answer.h"
#include "core/rm/dataset.h"
#include "tests/fuzz/peer.h"

using namespace ponte;
using namespace ponte::rm;
using fuzz::require;

namespace {

bool isEqual(const Row &one, const Row &other)
{
    return one.table == other.table && one.columns == other.columns;
}

/// What was read is saved as a whole, so that nothing of it may be lost or invented on the way.
void checkSaving(const DataSet &set)
{
    const QHash<QString, QString> changes {{QStringLiteral("NOVO"), QStringLiteral("<&'\"\r\n>")}};
    const QString table = set.rows.first().table;
    const QString xml = changedRecordXml(QStringLiteral("EduAluno"), set, table, changes);
    const auto again = DataSet::parse(xml.toUtf8());
    require(again && again->rows.size() == set.rows.size());
    Row first = set.rows.first();
    first.columns.insert(changes);
    require(isEqual(again->rows.first(), first));
    for (qsizetype i = 1; i < set.rows.size(); ++i)
        require(isEqual(again->rows.at(i), set.rows.at(i)));
}

void checkTexts(const QString &text)
{
    const QString line = headline(text);
    require(!line.isEmpty() && line.size() <= 300 && !line.contains(u'\n'));
    const auto key = KeyShape().known(QStringLiteral("3")).newNumber().newCode().match(text);
    require(!key || key->size() == 3);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype visited = 0;
    const auto visit = [&visited](const Row &row) -> Result<> {
        require(!row.table.isEmpty());
        ++visited;
        return {};
    };
    const auto walked = visitRows(text, visit);
    // A catalogue of many megabytes is walked, never kept.
    if (size > 1024 * 1024) {
        require(walked && visited > 0);
        return 0;
    }
    const auto set = DataSet::parse(text);
    require(set.has_value() == walked.has_value());
    if (set) {
        require(set->rows.size() == visited);
        if (!set->isEmpty())
            checkSaving(*set);
    }
    const auto few = DataSet::parse(text, {.rows = 2, .columnsPerRow = 3});
    require(!few || few->rows.size() <= 2);
    checkTexts(QString::fromUtf8(text));
    return 0;
}
