// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/shop/salemaker.h"

#include "app/sandbox/campus.h"

#include <QDate>

namespace ponte::sandbox {

namespace {

struct GivenName {
    const char16_t *name;
    char16_t sex;
};

constexpr GivenName givenNames[] = {
    {u"Ana", u'F'},      {u"Antônio", u'M'}, {u"Beatriz", u'F'},  {u"Bruno", u'M'},   {u"Camila", u'F'},
    {u"Carlos", u'M'},   {u"Cláudia", u'F'}, {u"Daniel", u'M'},   {u"Eduarda", u'F'}, {u"Felipe", u'M'},
    {u"Fernanda", u'F'}, {u"Gabriel", u'M'}, {u"Helena", u'F'},   {u"Inês", u'F'},    {u"João", u'M'},
    {u"José", u'M'},     {u"Júlia", u'F'},   {u"Larissa", u'F'},  {u"Letícia", u'F'}, {u"Lucas", u'M'},
    {u"Luís", u'M'},     {u"Luiza", u'F'},   {u"Marcos", u'M'},   {u"Maria", u'F'},   {u"Mariana", u'F'},
    {u"Mateus", u'M'},   {u"Otávio", u'M'},  {u"Patrícia", u'F'}, {u"Pedro", u'M'},   {u"Rafael", u'M'},
    {u"Rita", u'F'},     {u"Sérgio", u'M'},  {u"Sofia", u'F'},    {u"Tânia", u'F'},   {u"Vinícius", u'M'},
    {u"Vitória", u'F'},
};

constexpr const char16_t *surnames[] = {
    u"Alves", u"Araújo",   u"Barbosa",   u"Cardoso",  u"Carvalho", u"Conceição",  u"Costa",     u"D'Ávila",
    u"Dias",  u"Ferreira", u"Gonçalves", u"Lima",     u"Lopes",    u"Martins",    u"Moreira",   u"Nascimento",
    u"Nunes", u"Oliveira", u"Pereira",   u"Ribeiro",  u"Rocha",    u"Rodrigues",  u"Sant'Anna", u"Santos",
    u"Silva", u"Simões",   u"Souza",     u"Teixeira", u"Vieira",   u"Zimmermann",
};

constexpr const char16_t *streets[] = {
    u"Rua XV de Novembro",         u"Avenida Sete de Setembro", u"Rua Marechal Deodoro",
    u"Rua Visconde de Guarapuava", u"Avenida Brasil",           u"Rua João Negrão",
};

struct Town {
    const char16_t *name;
    const char16_t *district;
    int cep;
};

constexpr Town towns[] = {
    {u"Curitiba", u"Água Verde", 80240000},   {u"Curitiba", u"Centro Cívico", 80530000},
    {u"Londrina", u"Centro", 86010000},       {u"Maringá", u"Zona 7", 87020000},
    {u"Ponta Grossa", u"Uvaranas", 84030000}, {u"Paranaguá", u"Centro", 83203000},
};

constexpr quint64 cpfBases = 1'000'000'000;

enum Role { Student, Guardian };

template<class Item, std::size_t size>
const Item &picked(const Item (&items)[size], quint64 value)
{
    return items[value % size];
}

int checkDigit(const QString &digits)
{
    int sum = 0;
    for (int i = 0; i < digits.size(); ++i)
        sum += digits.at(i).digitValue() * static_cast<int>(digits.size() + 1 - i);
    const int rest = sum * 10 % 11;
    return rest == 10 ? 0 : rest;
}

QString asciiOnly(const QString &text)
{
    QString plain;
    const QString decomposed = text.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

} // namespace

struct SaleMaker::Person {
    QString name, sex, cpf, email, mobile;
    QString street, houseNumber, district, city, cep;

    [[nodiscard]] QJsonObject address() const
    {
        return {{QStringLiteral("cep"), cep},
                {QStringLiteral("logradouro"), street},
                {QStringLiteral("numero"), houseNumber},
                {QStringLiteral("bairro"), district},
                {QStringLiteral("cidade"), city},
                {QStringLiteral("estado"), QStringLiteral("PR")}};
    }
};

SaleMaker::SaleMaker(quint64 seed, const QList<int> &companies)
    : m_seed(seed)
    , m_companies(companies)
{}

QString SaleMaker::id(quint64 number) const
{
    return QStringLiteral("LC-%1-%2").arg(m_seed).arg(number);
}

/// SplitMix64, since the standard distributions differ between libraries.
quint64 SaleMaker::random(quint64 number, int purpose) const
{
    quint64 z = m_seed * 0x9e3779b97f4a7c15u + number * 0xbf58476d1ce4e5b9u + static_cast<quint64>(purpose) + 1;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// A multiplier without a common factor with 10^9 walks through all nine-digit bases without meeting one twice.
QString SaleMaker::cpf(quint64 number, int role) const
{
    const quint64 step = number * 2 + static_cast<quint64>(role);
    const quint64 base = (step * 618'033'989 + m_seed * 271'828'183 + 101'010'101) % cpfBases;
    QString digits = QString::number(base).rightJustified(9, u'0');
    if (digits.count(digits.front()) == digits.size())
        digits =
            digits.front() == u'0' ? QStringLiteral("123456789") : QString(digits).replace(8, 1, QStringLiteral("0"));
    digits += QString::number(checkDigit(digits));
    return digits + QString::number(checkDigit(digits));
}

SaleMaker::Person SaleMaker::person(quint64 number, int role) const
{
    const auto value = [&](int purpose) { return random(number, role * 100 + purpose); };
    const GivenName &given = picked(givenNames, value(1));
    Person person;
    person.name = QString::fromUtf16(given.name) + u' ' + QString::fromUtf16(picked(surnames, value(2))) + u' '
                  + QString::fromUtf16(picked(surnames, value(3)));
    person.sex = QString(QChar(given.sex));
    person.cpf = cpf(number, role);
    person.email = asciiOnly(person.name.section(u' ', 0, 0)) + u'.' + asciiOnly(person.name.section(u' ', -1)) + u'.'
                   + person.cpf.right(5) + QStringLiteral("@exemplo.com.br");
    person.mobile = QStringLiteral("419%1").arg(value(4) % 100'000'000, 8, 10, QLatin1Char('0'));
    const Town &town = picked(towns, value(5));
    person.district = QString::fromUtf16(town.district);
    person.city = QString::fromUtf16(town.name);
    person.street = QString::fromUtf16(picked(streets, value(6)));
    person.houseNumber = QString::number(value(7) % 4000 + 1);
    person.cep = QString::number(town.cep + static_cast<int>(value(8) % 900));
    return person;
}

static void merge(QJsonObject *target, const QJsonObject &source)
{
    for (auto it = source.begin(); it != source.end(); ++it)
        target->insert(it.key(), it.value());
}

static QJsonObject guardianObject(const QString &name, const QString &cpf, const QString &email, const QString &mobile)
{
    return {{QStringLiteral("nome"), name},
            {QStringLiteral("cpf"), cpf},
            {QStringLiteral("cnpj"), QJsonValue()},
            {QStringLiteral("email"), email},
            {QStringLiteral("complemento"), QJsonValue()},
            {QStringLiteral("telefone"), QJsonValue()},
            {QStringLiteral("celular"), mobile}};
}

QJsonObject SaleMaker::sale(quint64 number) const
{
    const Campus &campus =
        *campusOf(m_companies.at(static_cast<qsizetype>(number % static_cast<quint64>(m_companies.size()))));
    const Person student = person(number, Student);
    // Half of the pupils pay for themselves.
    const Person payer = random(number, 51) % 2 == 0 ? student : person(number, Guardian);
    QJsonObject guardian = guardianObject(payer.name, payer.cpf, payer.email, payer.mobile);
    merge(&guardian, payer.address());
    const int cents = static_cast<int>(50'000 + random(number, 52) % 400'000);
    const QDate birth = QDate(1975, 1, 1).addDays(static_cast<qint64>(random(number, 53) % 12'000));
    const QDate sold = QDate(2026, 11, 1).addDays(static_cast<qint64>(random(number, 54) % 28));
    QJsonObject pupil {
        {QStringLiteral("nome"), student.name},         {QStringLiteral("nomeSocial"), QJsonValue()},
        {QStringLiteral("sexo"), student.sex},          {QStringLiteral("dataNascimento"), birth.toString(Qt::ISODate)},
        {QStringLiteral("cpf"), student.cpf},           {QStringLiteral("estadoNatal"), QStringLiteral("PR")},
        {QStringLiteral("naturalidade"), student.city}, {QStringLiteral("nomeMae"), person(number, Guardian + 1).name},
        {QStringLiteral("email"), student.email},       {QStringLiteral("celular"), student.mobile}};
    merge(&pupil, student.address());
    const QJsonObject enrollment {
        {QStringLiteral("idHabilitacaoFilial"), campus.offer},
        {QStringLiteral("idPerlet"), campus.term},
        {QStringLiteral("codTurma"), QLatin1String(campus.mainClass)},
        {QStringLiteral("serie"),
         campus.basic ? QJsonValue(static_cast<int>(random(number, 55) % 9) + 1) : QJsonValue()},
        {QStringLiteral("codPlanoPgto"), QLatin1String(campus.paymentPlan)},
        {QStringLiteral("dataMatricula"), sold.toString(Qt::ISODate)}};
    const QJsonObject contract {
        {QStringLiteral("valorTotal"),
         QStringLiteral("%1.%2").arg(cents / 100).arg(cents % 100, 2, 10, QLatin1Char('0'))},
        {QStringLiteral("quantidadeParcelas"), 12},
        {QStringLiteral("diaVencimento"), static_cast<int>(random(number, 56) % 28) + 1},
        {QStringLiteral("formaPagamento"),
         random(number, 57) % 3 == 0 ? QStringLiteral("BOLETO") : QStringLiteral("CARTAO")},
        {QStringLiteral("dataVenda"), QString(sold.toString(Qt::ISODate) + QStringLiteral("T14:03:22-03:00"))}};
    return {{QStringLiteral("idVenda"), id(number)},
            {QStringLiteral("codColigada"), campus.company},
            {QStringLiteral("codFilial"), campus.branch},
            {QStringLiteral("codTipoCurso"), campus.level},
            {QStringLiteral("responsavelFinanceiro"), guardian},
            {QStringLiteral("aluno"), pupil},
            {QStringLiteral("matricula"), enrollment},
            {QStringLiteral("contrato"), contract}};
}

} // namespace ponte::sandbox
