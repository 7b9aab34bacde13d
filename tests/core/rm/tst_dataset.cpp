// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/dataset.h"
#include "core/rm/exchange.h"
#include "core/rm/filter.h"

#include <QTest>

using namespace ponte;
using namespace ponte::rm;
using namespace Qt::StringLiterals;

class TestDataSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRowsOfSeveralTables();
    void comparesTableNamesWithoutCase();
    void leavesNullColumnsOut();
    void skipsAnInlineSchema();
    void readsCdataAndEscapedColumns();
    void takesAnEmptyAnswer_data();
    void takesAnEmptyAnswer();
    void ignoresTheEncodingOfTheProlog();
    void refusesWhatIsNoXml_data();
    void refusesWhatIsNoXml();
    void holdsItsLimits();
    void passesTheVisitorsErrorOn();
    void walksTwentyMegabytes();
    void buildsARecord();
    void savesTheWholeRowWithItsChanges();
    void namesDataSets();
    void buildsFilters();
    void joinsExchanges();
};

void TestDataSet::readsRowsOfSeveralTables()
{
    const auto set =
        DataSet::parse("<EduAluno>&#xD;\n  <SAluno>&#xD;\n    <CODCOLIGADA>1</CODCOLIGADA>&#xD;\n"
                       "    <RA>00878180</RA>\n  </SAluno>&#xD;\n  <SAlunoCompl><RA>00878180</RA></SAlunoCompl>"
                       "<SAluno><CODCOLIGADA>2</CODCOLIGADA></SAluno></EduAluno>");
    QVERIFY(set);
    QCOMPARE(set->rows.size(), 3);
    QCOMPARE(set->rowsOf(u"SAluno").size(), 2);
    const Row *student = set->first(u"SAluno");
    QVERIFY(student);
    QCOMPARE(student->value(u"RA"_s), u"00878180"_s);
    QCOMPARE(student->number(u"CODCOLIGADA"_s), 1);
    QVERIFY(!set->first(u"SContrato"));
}

void TestDataSet::comparesTableNamesWithoutCase()
{
    const auto set = DataSet::parse("<NewDataSet><sMATRICpl><CodStatus>10</CodStatus></sMATRICpl></NewDataSet>");
    QVERIFY(set);
    const Row *row = set->first(u"SMatricPL");
    QVERIFY(row);
    QCOMPARE(row->value(u"CODSTATUS"_s), u"10"_s);
}

void TestDataSet::leavesNullColumnsOut()
{
    const auto set = DataSet::parse("<NewDataSet xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><FCFO>"
                                    "<CODCFO>1</CODCFO><EMAIL xsi:nil=\"true\"/><TELEFONE/>"
                                    "<COMPLEMENTO xml:space=\"preserve\"> </COMPLEMENTO></FCFO></NewDataSet>");
    QVERIFY(set);
    const Row &row = set->rows.first();
    QVERIFY(!row.columns.contains(u"EMAIL"_s));
    QVERIFY(!row.columns.contains(u"BAIRRO"_s));
    QVERIFY(row.columns.contains(u"TELEFONE"_s));
    QCOMPARE(row.columns.value(u"COMPLEMENTO"_s), u" "_s);
    QCOMPARE(row.value(u"COMPLEMENTO"_s), QString());
}

void TestDataSet::skipsAnInlineSchema()
{
    const auto set = DataSet::parse(
        "<NewDataSet><xs:schema id=\"NewDataSet\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"x\">"
        "<xs:complexType><xs:choice><xs:element name=\"GUSUARIO\"/></xs:choice></xs:complexType></xs:element></xs:schema>"
        "<GUSUARIO><CODUSUARIO>mestre</CODUSUARIO></GUSUARIO></NewDataSet>");
    QVERIFY(set);
    QCOMPARE(set->rows.size(), 1);
    QCOMPARE(set->rows.first().value(u"CODUSUARIO"_s), u"mestre"_s);
}

void TestDataSet::readsCdataAndEscapedColumns()
{
    const auto set = DataSet::parse("<NewDataSet><GFilial><NOME><![CDATA[Sesi & Senai <PR>]]></NOME>"
                                    "<CIDADE>S&#xE3;o Jos&#233; d&apos;Oeste</CIDADE></GFilial></NewDataSet>");
    QVERIFY(set);
    QCOMPARE(set->rows.first().value(u"NOME"_s), u"Sesi & Senai <PR>"_s);
    QCOMPARE(set->rows.first().value(u"CIDADE"_s), u"São José d'Oeste"_s);
}

void TestDataSet::takesAnEmptyAnswer_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("view") << QByteArray("<NewDataSet/>");
    QTest::newRow("record") << QByteArray("<EduAluno />");
    QTest::newRow("with a schema only") << QByteArray(
        "<NewDataSet><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/></NewDataSet>");
}

void TestDataSet::takesAnEmptyAnswer()
{
    QFETCH(QByteArray, xml);
    const auto set = DataSet::parse(xml);
    QVERIFY(set);
    QVERIFY(set->isEmpty());
}

void TestDataSet::ignoresTheEncodingOfTheProlog()
{
    const auto set =
        DataSet::parse("  <?xml version=\"1.0\" encoding=\"utf-16\"?><NewDataSet><A><NOME>\xC3\x8A</NOME></A>"
                       "</NewDataSet>");
    QVERIFY(set);
    QCOMPARE(set->rows.first().value(u"NOME"_s), u"Ê"_s);
}

void TestDataSet::refusesWhatIsNoXml_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("text") << QByteArray("Erro");
    QTest::newRow("truncated") << QByteArray("<NewDataSet><A><B>1</B>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><a><b><c>&b;</c></b></a>");
}

void TestDataSet::refusesWhatIsNoXml()
{
    QFETCH(QByteArray, xml);
    const auto set = DataSet::parse(xml);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::Validation);
}

void TestDataSet::holdsItsLimits()
{
    QVERIFY(!DataSet::parse("<D><A/><A/><A/></D>", {.rows = 2}));
    QVERIFY(DataSet::parse("<D><A/><A/></D>", {.rows = 2}));
    QVERIFY(!DataSet::parse("<D><A><B/><C/></A></D>", {.columnsPerRow = 1}));
}

void TestDataSet::passesTheVisitorsErrorOn()
{
    int seen = 0;
    const auto stop = [&seen](const Row &) -> Result<> {
        ++seen;
        return failure(ErrorCode::Cancelled, u"basta"_s);
    };
    const auto visited = visitRows("<D><A/><A/></D>", stop);
    QVERIFY(!visited);
    QCOMPARE(visited.error().code, ErrorCode::Cancelled);
    QCOMPARE(seen, 1);
}

void TestDataSet::walksTwentyMegabytes()
{
    QByteArray xml("<NewDataSet>");
    qsizetype rows = 0;
    while (xml.size() < 20 * 1024 * 1024) {
        xml += "<GUSUARIO><CODUSUARIO>u" + QByteArray::number(++rows)
               + "</CODUSUARIO><NOME>Nome &amp; Sobrenome</NOME>"
                 "<STATUS>1</STATUS></GUSUARIO>&#xD;\n";
    }
    xml += "</NewDataSet>";
    qsizetype seen = 0;
    const auto count = [&seen](const Row &row) -> Result<> {
        seen += row.isTable(u"GUsuario") ? 1 : 0;
        return {};
    };
    QVERIFY(visitRows(xml, count));
    QCOMPARE(seen, rows);
}

void TestDataSet::buildsARecord()
{
    const QString xml =
        recordXml(u"EduAluno"_s, {{u"SAluno"_s, {{u"CODCOLIGADA"_s, u"3"_s}, {u"NOME"_s, u"A & B <c>"_s}}},
                                  {u"SAlunoCompl"_s, {{u"RA"_s, u"0"_s}}}});
    QCOMPARE(xml, u"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><NOME>A &amp; B &lt;c&gt;</NOME></SAluno>"
                  "<SAlunoCompl><RA>0</RA></SAlunoCompl></EduAluno>"_s);
}

void TestDataSet::savesTheWholeRowWithItsChanges()
{
    const auto set =
        DataSet::parse("<FinCFOBR><FCFO><CODCFO>12</CODCFO><NOME>Velho</NOME><CIDADE>Curitiba</CIDADE></FCFO>"
                       "<FCFOCOMPL><CODCFO>12</CODCFO></FCFOCOMPL></FinCFOBR>");
    QVERIFY(set);
    const QString xml =
        changedRecordXml(u"FinCFOBR"_s, *set, u"fcfo", {{u"NOME"_s, u"Nova"_s}, {u"EMAIL"_s, u"a@b"_s}});
    QCOMPARE(xml,
             u"<FinCFOBR><FCFO><CIDADE>Curitiba</CIDADE><CODCFO>12</CODCFO><EMAIL>a@b</EMAIL><NOME>Nova</NOME></FCFO>"
             "<FCFOCOMPL><CODCFO>12</CODCFO></FCFOCOMPL></FinCFOBR>"_s);
}

void TestDataSet::namesDataSets()
{
    QCOMPARE(dataSetNameOf(u"EduAlunoData"_s), u"EduAluno"_s);
    QCOMPARE(dataSetNameOf(u"FinCFODataBR"_s), u"FinCFOBR"_s);
    QCOMPARE(dataSetNameOf(u"RMSPRJ1Server"_s), u"RMSPRJ1Server"_s);
}

void TestDataSet::buildsFilters()
{
    QCOMPARE(Filter(u"STURMA"_s).equals(u"CODCOLIGADA", 3).equals(u"CODTURMA", u"O'Brien").toText(),
             u"STURMA.CODCOLIGADA=3 AND STURMA.CODTURMA='O''Brien'"_s);
    QCOMPARE(Filter(u"GUSUARIO"_s).toText(), u"1=1"_s);
}

void TestDataSet::joinsExchanges()
{
    const Exchange one {.operation = u"ReadView A"_s, .sent = u"f"_s, .received = u"r"_s};
    const Exchange two {.operation = u"SaveRecord A"_s, .sent = u"x"_s, .received = u"k"_s};
    QCOMPARE(sentText({one}), u"f"_s);
    QCOMPARE(sentText({one, two}), u"# ReadView A\nf\n\n# SaveRecord A\nx"_s);
    QCOMPARE(receivedText({one, two}), u"# ReadView A\nr\n\n# SaveRecord A\nk"_s);
    QCOMPARE(sentText({}), QString());
}

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
