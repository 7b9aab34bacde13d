// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/reprocess.h"
#include "core/lojaclick/descriptor.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::integration;
using namespace Qt::StringLiterals;
using security::Action;
using security::Actor;

namespace {

/// Records 1 and 2 are of company 3, record 3 of company 4: contract activations in error.
struct Office {
    explicit Office(const QString &backend)
        : fresh(backend)
        , service(fresh.database(), clock, lojaclick::descriptor())
    {
        const bool added =
            fresh
                .run(
                    u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, "
                    "status, created_at, changed_at) VALUES "
                    "('lojaclick', 3, 1, 'A', 'contract_activation', 'lojaclick_export', 'K', 'V', 'error', 1, 1), "
                    "('lojaclick', 3, 1, 'B', 'contract_activation', 'lojaclick_export', 'K', 'V', 'error', 1, 1), "
                    "('lojaclick', 4, 1, 'C', 'contract_activation', 'lojaclick_export', 'K', 'V', 'error', 1, 1)"_s)
                .has_value();
        if (!added)
            qFatal("no records");
    }
    [[nodiscard]] static ReprocessRequest chosen(const QList<int> &ids)
    {
        ReprocessRequest request;
        for (const int id : ids)
            request.filter.ids.append(LogRecordId(id));
        return request;
    }
    [[nodiscard]] static ReprocessRequest openOf(std::optional<CompanyId> company)
    {
        ReprocessRequest request;
        request.filter.company = company;
        return request;
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    ReprocessService service;
};

const Actor eva = Actor::person(u"eva"_s, {{Action::Reprocess, CompanyId(3)}});

template<class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class TestReprocess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void aPersonOfOneCompanyConfirmsWhatWasChosen();
    void otherCompaniesAreRefused();
    void onePersonsPlanIsNotAnothers();
};

void TestReprocess::aPersonOfOneCompanyConfirmsWhatWasChosen()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const auto plan = office.service.plan(eva, Office::chosen({1, 2}));
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    QCOMPARE(plan->company, CompanyId(3));
    QCOMPARE(plan->counts.planned, 2);
    const auto batch = office.service.confirm(eva, *plan, {});
    QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().message));
    QCOMPARE(batch->state, work::BatchState::Waiting);
    QVERIFY(office.service.order(eva, batch->id, work::BatchOrder::Pause));
    QVERIFY(office.service.order(eva, batch->id, work::BatchOrder::Cancel));
}

void TestReprocess::otherCompaniesAreRefused()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    for (const ReprocessRequest &request : {Office::chosen({3}), Office::chosen({1, 3}), Office::openOf({}),
                                            Office::openOf(CompanyId(4)), Office::openOf(CompanyId(9))})
    {
        QCOMPARE(codeOf(office.service.plan(eva, request)), ErrorCode::Permission);
        QCOMPARE(codeOf(office.service.preview(eva, request)), ErrorCode::Permission);
        QCOMPARE(codeOf(office.service.previewShares(eva, request)), ErrorCode::Permission);
    }
    const Actor nobody = Actor::person(u"rui"_s, {{Action::ViewLog, {}}});
    QCOMPARE(codeOf(office.service.plan(nobody, Office::openOf(CompanyId(3)))), ErrorCode::Permission);
    QCOMPARE(office.fresh.number(u"SELECT count(*) FROM batch"_s), 0);
}

void TestReprocess::onePersonsPlanIsNotAnothers()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const Actor ana = Actor::owner(u"ana"_s);
    for (const ReprocessRequest &request : {Office::chosen({3}), Office::chosen({1, 3})}) {
        const auto plan = office.service.plan(ana, request);
        QVERIFY(plan);
        QCOMPARE(codeOf(office.service.confirm(eva, *plan, {})), ErrorCode::Permission);
        QCOMPARE(codeOf(office.service.discard(eva, plan->id)), ErrorCode::Permission);
        const auto batch = office.service.confirm(ana, *plan, {});
        QVERIFY(batch);
        for (const auto what : {work::BatchOrder::Pause, work::BatchOrder::Resume, work::BatchOrder::Cancel})
            QCOMPARE(codeOf(office.service.order(eva, batch->id, what)), ErrorCode::Permission);
        QVERIFY(office.service.order(ana, batch->id, work::BatchOrder::Cancel));
    }
}

QTEST_GUILESS_MAIN(TestReprocess)
#include "tst_reprocess.moc"
