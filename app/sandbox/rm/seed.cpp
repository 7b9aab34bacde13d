// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/seed.h"

#include "app/sandbox/campus.h"

namespace ponte::sandbox::rm {

namespace {

using Values = QHash<QString, QString>;

constexpr int largeCapacity = 1'000'000;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

class Seeder
{
public:
    Seeder(Database &database, const Campus &campus)
        : m_database(database)
        , m_campus(campus)
        , m_company(QString::number(campus.company))
        , m_branch(QString::number(campus.branch))
        , m_level(QString::number(campus.level))
        , m_offer(QString::number(campus.offer))
    {}

    void run()
    {
        company();
        offer();
        term(m_campus.term, QStringLiteral("2026/2"), QStringLiteral("2026-07-01"), QStringLiteral("2026-12-31"));
        term(m_campus.term + 1, QStringLiteral("2027/1"), QStringLiteral("2027-01-01"), QStringLiteral("2027-06-30"));
        schoolClass(m_campus.term, latin(m_campus.mainClass), 1, 4);
        schoolClass(m_campus.term, latin(m_campus.secondClass), 5, 2);
        schoolClass(m_campus.term + 1, latin(m_campus.mainClass), 1, 4);
    }

private:
    void put(const QString &table, Values values)
    {
        values.insert(QStringLiteral("CODCOLIGADA"), m_company);
        if (!m_database.put(table, values))
            qFatal("the sandbox's seed does not fit its table %s", qPrintable(table));
    }

    void company()
    {
        const QString network = latin(m_campus.network);
        const Values place {{QStringLiteral("NOMEFANTASIA"), network},
                            {QStringLiteral("NOME"), network + QStringLiteral(" - Departamento Regional do Paraná")},
                            {QStringLiteral("CIDADE"), QStringLiteral("Curitiba")},
                            {QStringLiteral("ESTADO"), QStringLiteral("PR")},
                            {QStringLiteral("ATIVO"), QStringLiteral("T")}};
        put(QStringLiteral("GCOLIGADA"), place);
        Values branch = place;
        branch.insert(QStringLiteral("CODFILIAL"), m_branch);
        branch.insert(QStringLiteral("NOMEFANTASIA"), network + QStringLiteral(" Curitiba"));
        put(QStringLiteral("GFILIAL"), branch);
        put(QStringLiteral("STIPOCURSO"),
            {{QStringLiteral("CODTIPOCURSO"), m_level},
             {QStringLiteral("NOME"),
              m_campus.basic ? QStringLiteral("Ensino Fundamental") : QStringLiteral("Técnico")},
             {QStringLiteral("APRESENTACAO"), m_campus.basic ? QStringLiteral("0") : QStringLiteral("1")}});
        status(QStringLiteral("10"), QStringLiteral("Pré Matriculado"), QStringLiteral("S"));
        status(QStringLiteral("11"), QStringLiteral("Matriculado"), QStringLiteral("N"));
        const QString kinds[] = {QStringLiteral("Regular"), QStringLiteral("Dependência")};
        for (int i = 0; i < 2; ++i) {
            put(QStringLiteral("STIPOMATRICULA"),
                {{QStringLiteral("CODTIPOMAT"), QString::number(i + 1)}, {QStringLiteral("DESCRICAO"), kinds[i]}});
        }
    }

    void status(const QString &code, const QString &text, const QString &provisional)
    {
        const QString yes = QStringLiteral("S");
        put(QStringLiteral("SSTATUS"), {{QStringLiteral("CODSTATUS"), code},
                                        {QStringLiteral("DESCRICAO"), text},
                                        {QStringLiteral("CODTIPOCURSO"), m_level},
                                        {QStringLiteral("CURSO"), yes},
                                        {QStringLiteral("PLETIVO"), yes},
                                        {QStringLiteral("DISCIPLINA"), yes},
                                        {QStringLiteral("PLATIVO"), yes},
                                        {QStringLiteral("MATRICULAPROVISORIA"), provisional}});
    }

    void offer()
    {
        put(QStringLiteral("SHABILITACAOFILIAL"),
            {{QStringLiteral("IDHABILITACAOFILIAL"), m_offer},
             {QStringLiteral("CODCURSO"), latin(m_campus.mainClass).left(3) + QStringLiteral("001")},
             {QStringLiteral("CODHABILITACAO"), QStringLiteral("001")},
             {QStringLiteral("CODGRADE"), QStringLiteral("2026")},
             {QStringLiteral("CODTURNO"), QStringLiteral("1")},
             {QStringLiteral("CODFILIAL"), m_branch},
             {QStringLiteral("CODTIPOCURSO"), m_level},
             {QStringLiteral("ATIVO"), QStringLiteral("S")}});
    }

    void term(int id, const QString &code, const QString &start, const QString &end)
    {
        put(QStringLiteral("SPLETIVO"), {{QStringLiteral("IDPERLET"), QString::number(id)},
                                         {QStringLiteral("CODPERLET"), code},
                                         {QStringLiteral("CODFILIAL"), m_branch},
                                         {QStringLiteral("CODTIPOCURSO"), m_level},
                                         {QStringLiteral("DESCRICAO"), QStringLiteral("Período letivo ") + code},
                                         {QStringLiteral("ENCERRADO"), QStringLiteral("N")},
                                         {QStringLiteral("EXIBIRPORTAL"), QStringLiteral("S")},
                                         {QStringLiteral("DTINICIO"), start},
                                         {QStringLiteral("DTFIM"), end}});
        put(QStringLiteral("SPLANOPGTO"), {{QStringLiteral("IDPERLET"), QString::number(id)},
                                           {QStringLiteral("CODPLANOPGTO"), latin(m_campus.paymentPlan)},
                                           {QStringLiteral("NOME"), QStringLiteral("12 parcelas")}});
    }

    void schoolClass(int term, const QString &code, int firstSubject, int subjects)
    {
        const Values common {{QStringLiteral("IDPERLET"), QString::number(term)},
                             {QStringLiteral("CODFILIAL"), m_branch},
                             {QStringLiteral("CODTIPOCURSO"), m_level},
                             {QStringLiteral("IDHABILITACAOFILIAL"), m_offer},
                             {QStringLiteral("CODTURMA"), code},
                             {QStringLiteral("MAXALUNOS"), QString::number(largeCapacity)}};
        Values row = common;
        row.insert(QStringLiteral("NOME"), QStringLiteral("Turma ") + code);
        put(QStringLiteral("STURMA"), row);
        for (int i = firstSubject; i < firstSubject + subjects; ++i) {
            row = common;
            row.insert(QStringLiteral("IDTURMADISC"), QString::number(term * 100 + i));
            row.insert(QStringLiteral("CODDISC"), code.left(3) + QStringLiteral(".D0") + QString::number(i));
            row.insert(QStringLiteral("NOMEDISC"), QStringLiteral("Disciplina ") + QString::number(i));
            row.insert(QStringLiteral("ATIVA"), QStringLiteral("S"));
            row.insert(QStringLiteral("DISPONIVELMATRICULA"), QStringLiteral("S"));
            put(QStringLiteral("STURMADISC"), row);
        }
    }

    Database &m_database;
    const Campus &m_campus;
    QString m_company, m_branch, m_level, m_offer;
};

} // namespace

void seed(Database &database)
{
    for (const Campus &campus : campuses())
        Seeder(database, campus).run();
    for (const QString &user : {QStringLiteral("integracao"), QStringLiteral("lojaclick"), QStringLiteral("mestre")}) {
        database.put(QStringLiteral("GUSUARIO"), {{QStringLiteral("CODUSUARIO"), user},
                                                  {QStringLiteral("NOME"), user},
                                                  {QStringLiteral("STATUS"), QStringLiteral("1")},
                                                  {QStringLiteral("CODACESSO"), user},
                                                  {QStringLiteral("DATAINICIO"), QStringLiteral("2026-01-01")},
                                                  {QStringLiteral("EMAIL"), user + QStringLiteral("@exemplo.com.br")}});
    }
}

} // namespace ponte::sandbox::rm
