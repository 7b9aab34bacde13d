// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/saleimport.h"

#include "core/base/logging.h"
#include "core/log/logreader.h"
#include "core/lojaclick/commitnames.h"
#include "core/lojaclick/outsidecalls.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using storage::Connection;

struct SaleImport::Found {
    OfferFacts offer;
    std::optional<GuardianKey> guardian;
    std::optional<QString> person;
    std::optional<StudentKey> student;
    EnrollmentFacts facts;
    EnrollmentPlan plan;
    rm::ExchangeLog guardianLog, studentLog, enrollmentLog;
};

/// Lets what only reads pass, and everything else once it is on record what RM is asked for and that the sale is still
/// ours.
class SaleImport::Gate final : public http::Sender
{
public:
    Gate(SaleImport &import, http::Sender &sender)
        : m_import(import)
        , m_sender(sender)
    {}
    [[nodiscard]] Result<http::Response> send(const http::Request &request, const CancelToken &cancel) override
    {
        if (!onlyReads(request.name)) {
            if (const Result<> kept = m_import.m_journal.settled(); !kept)
                return tl::unexpected(kept.error());
        }
        return m_sender.send(request, cancel);
    }

private:
    SaleImport &m_import;
    http::Sender &m_sender;
};

namespace {

QString functionalityOf(Step step)
{
    switch (step) {
    case Step::Guardian:
        return u"guardian"_s;
    case Step::Student:
        return u"student"_s;
    case Step::CourseEnrollment:
        return u"course_enrollment"_s;
    case Step::TermEnrollment:
        return u"term_enrollment"_s;
    case Step::SubjectEnrollment:
        return u"subject_enrollment"_s;
    case Step::PreContract:
        return u"pre_contract"_s;
    }
    return {};
}

QString nextAfter(const EnrollmentPlan &plan, Step step)
{
    const qsizetype at = plan.steps.indexOf(step);
    return at + 1 < plan.steps.size() ? functionalityOf(plan.steps.at(at + 1)) : u"contract_activation"_s;
}

} // namespace

QStringList SaleImport::lockNames(const Sale &sale)
{
    return {u"document:"_s + sale.guardian.document(), u"document:"_s + sale.student.cpf};
}

SaleImport::SaleImport(Environment &environment, Activation &activation, const Acceptance &acceptance,
                       work::NaturalLocks::Guard locked, Sale sale, QString who, http::Client &client,
                       CancelToken cancel)
    : m_environment(environment)
    , m_activation(activation)
    , m_startedBefore(acceptance.progress.bound)
    , m_sale(std::move(sale))
    , m_who(std::move(who))
    , m_client(client)
    , m_cancel(std::move(cancel))
    , m_locked(std::move(locked))
    , m_journal(environment, acceptance.lease, acceptance.progress, m_sale, m_who)
{}

QString SaleImport::termKey(const QString &last) const
{
    const QString key = m_journal.progress().ra + u';' + QString::number(m_sale.termId);
    return last.isEmpty() ? key : key + u';' + last;
}

ApiAnswer SaleImport::run()
{
    if (const Result<> prepared = prepare(); !prepared)
        return finish(prepared);
    work::Destination::Sender sender(m_environment.rm, m_client, 0);
    Gate gate(*this, sender);
    rm::Client rm(gate, m_settings.rm.connection, m_cancel);
    SgeGateway sge(rm, m_settings.sge, {m_sale.company, m_sale.branch, m_sale.level, m_settings.integrationUser},
                   m_settings.network, m_environment.jobWait);
    const Result<> enrolled = runSteps(sge);
    return finish(enrolled ? activate() : enrolled);
}

Result<> SaleImport::runSteps(SgeGateway &sge)
{
    if (!m_locked.isHeld()) {
        auto locked = m_environment.locks.acquire(lockNames(m_sale), m_cancel);
        if (!locked)
            return tl::unexpected(locked.error());
        m_locked = std::move(*locked);
    }
    Result<Found> found = lookUp(sge);
    return found ? writeEnrollment(sge, *found) : Result<>(tl::unexpected(found.error()));
}

Result<> SaleImport::activate()
{
    if (!m_activationLease)
        return {};
    std::optional<ApiAnswer> answer;
    const auto attempted =
        m_activation.attempt(*m_activationLease, AttemptKind::First, m_who, m_client, m_cancel, false,
                             [&](Connection &connection, const AttemptReport &report) -> Result<> {
                                 answer = answerFor(report.state.status);
                                 Result<> kept = m_journal.keepAnswer(connection, *answer);
                                 // What the ERP said must be kept though another program has the sale in hand.
                                 if (!kept && kept.error().code != ErrorCode::Conflict)
                                     return kept;
                                 if (!kept)
                                     answer.reset();
                                 return {};
                             });
    if (!attempted)
        return tl::unexpected(attempted.error());
    m_answer = answer;
    return {};
}

Result<> SaleImport::prepare()
{
    const Result<Settings> settings = settingsNow(m_environment, m_sale.company, m_sale.level);
    if (!settings)
        return m_journal.failed(u"guardian"_s, {}, settings.error(), {});
    m_settings = *settings;
    m_journal.useConfiguration(m_settings.version);
    return {};
}

/// Everything that may refuse the sale is read before anything is written.
Result<SaleImport::Found> SaleImport::lookUp(SgeGateway &sge)
{
    Found found;
    rm::ExchangeLog offerLog;
    const auto refuse = [&](const Error &error, const rm::ExchangeLog &exchanges) {
        return m_journal.failed(u"guardian"_s, {}, error, exchanges);
    };
    const auto offer = sge.checkOffer(m_sale, offerLog);
    if (!offer)
        return refuse(offer.error(), offerLog);
    found.offer = *offer;
    const auto guardian = sge.findGuardian(m_sale.guardian.document(), found.guardianLog);
    if (!guardian)
        return refuse(guardian.error(), found.guardianLog);
    found.guardian = *guardian;
    const auto person = sge.findPerson(m_sale.student.cpf, found.studentLog);
    if (!person)
        return refuse(person.error(), found.studentLog);
    found.person = *person;
    if (found.person) {
        const auto student = sge.findStudent(*found.person, found.studentLog);
        if (!student)
            return refuse(student.error(), found.studentLog);
        found.student = *student;
    }
    found.facts.network = m_settings.network;
    found.facts.classSubjects = found.offer.subjects;
    found.facts.startedByThisSale = m_startedBefore;
    if (found.student) {
        const QString ra = found.student->ra;
        const bool sesi = m_settings.network == Network::Sesi;
        const auto course =
            sesi ? Result<bool>(false) : sge.courseEnrollmentExists(ra, m_sale.courseOfferId, found.enrollmentLog);
        if (!course)
            return refuse(course.error(), found.enrollmentLog);
        const auto term = sge.termEnrollment(m_sale, ra, found.enrollmentLog);
        if (!term)
            return refuse(term.error(), found.enrollmentLog);
        const auto subjects = sge.enrolledSubjects(ra, m_sale.termId, found.enrollmentLog);
        if (!subjects)
            return refuse(subjects.error(), found.enrollmentLog);
        found.facts.courseExists = *course;
        found.facts.termExists = term->has_value();
        found.facts.enrolledSubjects = *subjects;
    }
    found.plan = planEnrollment(found.facts);
    if (found.plan.refusedAllEnrolled)
        return m_journal.failed(
            u"subject_enrollment"_s, {},
            {ErrorCode::Rule, u"Aluno já matriculado em todas as disciplinas da turma."_s, {}, u"matricula.codTurma"_s},
            found.enrollmentLog);
    return found;
}

Result<> SaleImport::writeEnrollment(SgeGateway &sge, Found &found)
{
    if (Result<> saved = saveGuardian(sge, found); !saved)
        return saved;
    if (Result<> saved = saveStudent(sge, found); !saved)
        return saved;
    if (Result<> settled = settleInterrupted(found); !settled)
        return settled;
    for (const Step step : std::as_const(found.plan.steps)) {
        Result<> saved;
        switch (step) {
        case Step::CourseEnrollment:
            saved = saveCourse(sge, found);
            break;
        case Step::TermEnrollment:
            saved = saveTerm(sge, found);
            break;
        case Step::SubjectEnrollment:
            saved = saveSubjects(sge, found);
            break;
        case Step::PreContract:
            saved = savePreContract(sge, found);
            break;
        case Step::Guardian:
        case Step::Student:
            break;
        }
        if (!saved)
            return saved;
    }
    return {};
}

/// RM did what an interrupted try asked, but the try could not say so any more: the rows found say it now.
Result<> SaleImport::settleInterrupted(const Found &found)
{
    if (!m_startedBefore)
        return {};
    const QString course = m_journal.progress().ra + u';' + QString::number(m_sale.courseOfferId);
    const QList<QPair<Step, QString>> enrollments {{Step::CourseEnrollment, course},
                                                   {Step::TermEnrollment, termKey({})},
                                                   {Step::SubjectEnrollment, termKey(m_sale.classCode)}};
    return m_environment.database.writer().write<void>(commit::settle, [&](Connection &connection) -> Result<> {
        const log::LogReader reader(connection);
        for (const auto &[step, key] : enrollments) {
            const auto record = reader.record(m_sale.company, m_sale.id, functionalityOf(step));
            if (!record)
                return tl::unexpected(record.error());
            const bool isOpen = *record && (*record)->status != log::Status::Success;
            if (!isOpen || found.plan.steps.contains(step))
                continue;
            Execution execution {functionalityOf(step), key, log::Status::Success,
                                 u"Já estava gravado no SGE por uma tentativa interrompida."_s, found.enrollmentLog};
            execution.who = m_who;
            execution.configurationVersion = m_settings.version;
            if (const auto recorded =
                    recordExecution(connection, m_journal.subject(), execution, m_environment.clock.now());
                !recorded)
                return tl::unexpected(recorded.error());
        }
        return {};
    });
}

Result<> SaleImport::saveGuardian(SgeGateway &sge, const Found &found)
{
    if (Result<> begun = m_journal.begin(u"guardian"_s); !begun)
        return begun;
    rm::ExchangeLog exchanges = found.guardianLog;
    const auto saved = sge.saveGuardian(m_sale.guardian, found.guardian, exchanges);
    if (!saved)
        return m_journal.failed(u"guardian"_s, found.guardian ? found.guardian->code : QString(), saved.error(),
                                exchanges);
    m_journal.progress().guardian = *saved;
    return m_journal.done(commit::guardian,
                          {u"guardian"_s, saved->code, log::Status::Success,
                           found.guardian ? u"Atualizado."_s : u"Cadastrado."_s, exchanges},
                          u"student"_s);
}

Result<> SaleImport::saveStudent(SgeGateway &sge, const Found &found)
{
    rm::ExchangeLog exchanges = found.studentLog;
    const auto saved =
        sge.saveStudent(m_sale.student, found.person, found.student, m_journal.progress().guardian, exchanges);
    if (!saved)
        return m_journal.failed(u"student"_s, found.student ? found.student->ra : QString(), saved.error(), exchanges);
    m_journal.progress().ra = saved->ra;
    return m_journal.done(
        commit::student,
        {u"student"_s, saved->ra, log::Status::Success, found.student ? u"atualizado"_s : u"Cadastrado."_s, exchanges},
        functionalityOf(found.plan.steps.first()));
}

Result<> SaleImport::saveCourse(SgeGateway &sge, const Found &found)
{
    rm::ExchangeLog exchanges;
    const QString key = m_journal.progress().ra + u';' + QString::number(m_sale.courseOfferId);
    const auto saved = sge.saveCourseEnrollment(m_sale, m_journal.progress().ra, found.offer,
                                                m_settings.preEnrollmentStatus, exchanges);
    if (!saved)
        return m_journal.failed(u"course_enrollment"_s, key, saved.error(), exchanges);
    return m_journal.done(commit::course,
                          {u"course_enrollment"_s, key, log::Status::Success, u"Matriculado no curso."_s, exchanges},
                          nextAfter(found.plan, Step::CourseEnrollment));
}

Result<> SaleImport::saveTerm(SgeGateway &sge, const Found &found)
{
    rm::ExchangeLog exchanges;
    const auto saved = sge.enrollTerm(m_sale, m_journal.progress().ra, m_settings.preEnrollmentStatus, exchanges);
    if (!saved)
        return m_journal.failed(u"term_enrollment"_s, termKey({}), saved.error(), exchanges);
    return m_journal.done(
        commit::term,
        {u"term_enrollment"_s, termKey({}), log::Status::Success, u"Matriculado no período letivo."_s, exchanges},
        nextAfter(found.plan, Step::TermEnrollment));
}

Result<> SaleImport::saveSubjects(SgeGateway &sge, const Found &found)
{
    rm::ExchangeLog exchanges;
    const auto saved = sge.enrollSubjects(m_sale, m_journal.progress().ra, found.plan.missingSubjects,
                                          m_settings.preEnrollmentStatus, exchanges);
    if (!saved)
        return m_journal.failed(u"subject_enrollment"_s, termKey(m_sale.classCode), saved.error(), exchanges);
    return m_journal.done(commit::subjects,
                          {u"subject_enrollment"_s, termKey(m_sale.classCode), log::Status::Success,
                           u"Matriculado em %1 disciplina(s)."_s.arg(found.plan.missingSubjects.size()), exchanges},
                          nextAfter(found.plan, Step::SubjectEnrollment));
}

Result<> SaleImport::savePreContract(SgeGateway &sge, const Found &found)
{
    Q_UNUSED(found)
    rm::ExchangeLog exchanges;
    const QString code = preContractKey(m_sale.company, m_sale.id);
    const auto existing = sge.findPreContract(m_journal.progress().ra, m_sale.termId, code, exchanges);
    if (!existing)
        return m_journal.failed(u"pre_contract"_s, termKey(code), existing.error(), exchanges);
    if (!*existing) {
        const auto saved = sge.savePreContract(m_sale, m_journal.progress().ra, code, exchanges);
        if (!saved)
            return m_journal.failed(u"pre_contract"_s, termKey(code), saved.error(), exchanges);
    }
    m_journal.progress().preContract = code;
    const Result<> kept = m_journal.done(
        commit::preContract,
        {u"pre_contract"_s, termKey(code), log::Status::Success,
         *existing ? u"Pré-contrato já existia."_s : u"Pré-contrato gerado."_s, exchanges},
        u"contract_activation"_s, [this](Connection &connection, const SaleProgress &progress, const QDateTime &now) {
            return handOver(connection, progress, now);
        });
    // The ERP may only be called for an activation that is on record, and the people are free for other sales.
    Result<> onDisk = kept ? m_journal.settled() : kept;
    if (onDisk)
        m_locked.given();
    return onDisk;
}

/// From the enrolment to the contract, in one transaction.
Result<> SaleImport::handOver(Connection &connection, const SaleProgress &progress, const QDateTime &now)
{
    const auto born = m_activation.giveBirth(connection, m_sale, progress.ra, progress.preContract, now);
    if (!born)
        return tl::unexpected(born.error());
    m_activationLease = *born;
    return m_locked.giveIn(connection);
}

Result<log::Status> SaleImport::contractStatus()
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto record = log::LogReader(**connection).record(m_sale.company, m_sale.id, u"contract_activation"_s);
    if (!record)
        return tl::unexpected(record.error());
    return *record ? (*record)->status : log::Status::Pending;
}

ApiAnswer SaleImport::answerFor(log::Status contract) const
{
    return successAnswer(m_sale, {m_journal.progress().ra, m_journal.progress().guardian.code,
                                  m_journal.progress().preContract, contract});
}

ApiAnswer SaleImport::finish(const Result<> &steps)
{
    if (m_answer)
        return *m_answer;
    const Result<> onDisk = m_journal.settled();
    const Result<> &result = onDisk ? steps : onDisk;
    ApiAnswer answer;
    if (result) {
        const auto status = contractStatus();
        answer = status ? answerFor(*status) : answerOf(status.error());
    } else {
        answer = answerOf(result.error());
    }
    // What a step met is worth telling only where the steps before it are on record.
    const Result<> kept = m_journal.end(result ? commit::answer : commit::refuse, answer, onDisk.has_value(),
                                        [this](Connection &connection) { return m_locked.giveIn(connection); });
    if (kept)
        m_locked.given();
    if (!kept) {
        qCWarning(lcLojaClick) << "the answer of sale" << m_sale.id << "could not be kept:" << kept.error().message;
        return answerOf(
            {ErrorCode::Database, u"O resultado da venda não pôde ser gravado; envie-a de novo."_s, {}, {}});
    }
    return answer;
}

} // namespace ponte::lojaclick
