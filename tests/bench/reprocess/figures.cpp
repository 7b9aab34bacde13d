// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/reprocess/figures.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace ponte::bench {

using namespace Qt::StringLiterals;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

void tellFigure(const QString &name, double ratio, double limit, bool atMost, const QString &reference, qint64 rows,
                const QString &backend)
{
    const QJsonObject figure {{u"name"_s, name},           {u"ratio"_s, ratio},
                              {u"limit"_s, limit},         {u"holds"_s, atMost ? ratio <= limit : ratio >= limit},
                              {u"reference"_s, reference}, {u"rows"_s, rows},
                              {u"backend"_s, backend}};
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void stopHere(const QString &reason)
{
    std::fprintf(stderr, "reprocess: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

} // namespace ponte::bench
