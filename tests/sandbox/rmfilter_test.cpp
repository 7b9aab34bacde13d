// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/filter.h"
#include "app/sandbox/rm/seed.h"

#include <QTest>

using namespace ponte;
using namespace ponte::sandbox::rm;

/// The filter language of ReadView.
class RmFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void selects_data();
    void selects();
    void refuses_data();
    void refuses();

private:
    Database m_database;
};

void RmFilterTest::initTestCase()
{
    seed(m_database);
    const auto guardian = [this](const char *code, const char *name, const char *document) {
        QVERIFY(m_database.put(QStringLiteral("FCFO"), {{QStringLiteral("CODCOLIGADA"), QStringLiteral("3")},
                                                        {QStringLiteral("CODCFO"), QLatin1String(code)},
                                                        {QStringLiteral("NOME"), QString::fromUtf8(name)},
                                                        {QStringLiteral("CGCCFO"), QLatin1String(document)}}));
    };
    guardian("000001", "João D'Ávila", "39053344705");
    guardian("000002", "Maria (Souza)", "111.444.777-35");
    QVERIFY(m_database.put(QStringLiteral("FCFO"), {{QStringLiteral("CODCOLIGADA"), QStringLiteral("0")},
                                                    {QStringLiteral("CODCFO"), QStringLiteral("000003")},
                                                    {QStringLiteral("DTNASCIMENTO"), QStringLiteral("2001-05-17")}}));
}

void RmFilterTest::selects_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *table, const char *filter, int count) {
        QTest::newRow(name) << QString::fromLatin1(table) << QString::fromUtf8(filter) << count;
    };
    row("number", "FCFO", "FCFO.CODCOLIGADA=3", 2);
    row("number as text", "FCFO", "FCFO.CODCOLIGADA = '3'", 2);
    row("all", "FCFO", "1=1", 3);
    row("none", "FCFO", "1=0", 0);
    row("text", "FCFO", "FCFO.CODCFO='000001'", 1);
    row("text by number converts", "FCFO", "FCFO.CODCFO=1", 1);
    row("case", "FCFO", "fcfo.nome='joão d''ávila'", 1);
    row("apostrophe", "FCFO", "FCFO.NOME = 'João D''Ávila'", 1);
    row("indexed or", "FCFO", "FCFO.CODCOLIGADA=3 AND (FCFO.CGCCFO='39053344705' OR FCFO.CGCCFO='390.533.447-05')", 1);
    row("in", "FCFO", "FCFO.CGCCFO IN ('39053344705', '111.444.777-35')", 2);
    row("not in", "FCFO", "FCFO.CGCCFO NOT IN ('39053344705')", 1);
    row("like", "FCFO", "FCFO.NOME LIKE '%(Sou_a)'", 1);
    row("not like", "FCFO", "FCFO.NOME NOT LIKE 'J%'", 1);
    row("null", "FCFO", "FCFO.NOME IS NULL", 1);
    row("not null", "FCFO", "FCFO.NOME IS NOT NULL", 2);
    row("not", "FCFO", "NOT (FCFO.CODCOLIGADA=3)", 1);
    row("precedence", "FCFO", "FCFO.CODCOLIGADA=0 OR FCFO.CODCOLIGADA=3 AND FCFO.CODCFO='000002'", 2);
    row("date", "FCFO", "FCFO.DTNASCIMENTO='2001-05-17'", 1);
    row("later", "FCFO", "FCFO.DTNASCIMENTO > '2001-05-17 10:00:00'", 0);
    row("not equal", "STURMADISC", "STURMADISC.CODCOLIGADA=3 AND STURMADISC.IDPERLET<>78", 6);
    row("class", "STURMADISC", "STURMADISC.CODTURMA='TEC.001.006017' AND STURMADISC.IDPERLET=77", 4);
    row("indexed number", "STURMADISC", "STURMADISC.IDPERLET=77", 6);
    row("range", "STURMADISC", "STURMADISC.IDTURMADISC>=7702 AND STURMADISC.IDTURMADISC<=7703", 2);
    row("brackets", "FCFO", "[FCFO].[CODCFO] = '000001'", 1);
}

void RmFilterTest::selects()
{
    QFETCH(QString, table);
    QFETCH(QString, filter);
    QFETCH(int, count);
    const Table &rows = m_database.table(table);
    const Result<Filter> parsed = Filter::parse(filter, rows.definition());
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    const auto found = parsed->select(rows);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
    QCOMPARE(int(found->size()), count);
}

void RmFilterTest::refuses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *filter, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(filter) << QString::fromLatin1(message);
    };
    row("empty", "  ", "Filtro invalido");
    row("no prefix", "CODCOLIGADA=3", "Ambiguous column name 'CODCOLIGADA'.");
    row("other prefix", "SALUNO.RA='1'", "The multi-part identifier \"SALUNO.RA\" could not be bound.");
    row("unknown column", "FCFO.NADA=1", "Invalid column name 'NADA'.");
    row("syntax", "FCFO.NOME LIKE", "Incorrect syntax near ''.");
    row("open quote", "FCFO.NOME = 'a", "Incorrect syntax near '''.");
    row("rest", "FCFO.NOME = 'a' FCFO", "Incorrect syntax near 'FCFO'.");
    row("second statement", "1=1; DROP TABLE FCFO", "Incorrect syntax near ';'.");
    row("parenthesis", "(FCFO.NOME = 'a'", "Incorrect syntax near ''.");
    row("number for text", "FCFO.NOME = 0", "Conversion failed when converting the varchar value");
    row("text for number", "FCFO.CODCOLIGADA = 'a'", "Conversion failed when converting the varchar value 'a'");
}

void RmFilterTest::refuses()
{
    QFETCH(QString, filter);
    QFETCH(QString, message);
    const Table &rows = m_database.table(QStringLiteral("FCFO"));
    const Result<Filter> parsed = Filter::parse(filter, rows.definition());
    QString said = parsed ? QString() : parsed.error().message;
    if (parsed) {
        const auto found = parsed->select(rows);
        QVERIFY(!found.has_value());
        said = found.error().message;
    }
    QVERIFY2(said.contains(message), qPrintable(said));
}

QTEST_GUILESS_MAIN(RmFilterTest)
#include "rmfilter_test.moc"
