// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/activationrules.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;
using log::Status;

namespace {

constexpr int none = -1; ///< no maximum

/// One line of the customer's table, written down independently of the code: what comes of a record in `from` when an
/// attempt of this kind ends so, with `counter` automatic attempts before it.
struct Line {
    Status from;
    AttemptKind kind;
    AttemptResult result;
    int maximum;
    int counter;
    bool called;
    Status to;
    int counted; ///< automatic attempts afterwards
    int manual; ///< manual attempts added
};

using enum Status;
using enum AttemptKind;
using enum AttemptResult;

QList<Line> oracle()
{
    QList<Line> lines;
    const QList<AttemptResult> results {Accepted, Refused, NoAnswer};
    const QList<int> maxima {none, 1, 3};
    const auto outcome = [](AttemptResult result) {
        return result == Accepted ? Success : result == Refused ? Error : Pending;
    };
    for (const AttemptResult result : results) {
        for (const int maximum : maxima) {
            for (const int counter : {0, 1, 2, 3, 4}) {
                // "Sucesso | anything | refused"
                for (const AttemptKind kind : {First, Automatic, Manual})
                    lines.append({Success, kind, result, maximum, counter, false, Success, counter, 0});
                for (const Status from : {Pending, Error}) {
                    // The first call is no resend and knows no maximum.
                    lines.append({from, First, result, maximum, counter, true, outcome(result), counter, 0});
                    // A person ignores the maximum and counts apart.
                    lines.append({from, Manual, result, maximum, counter, true, outcome(result), counter, 1});
                }
                // "Cancelado | manual, accepted | Sucesso", "Cancelado | manual, fails | Cancelado"
                lines.append({Cancelled, Manual, result, maximum, counter, true,
                              result == Accepted ? Success : Cancelled, counter, 1});
                // Only people reach what is cancelled.
                lines.append({Cancelled, Automatic, result, maximum, counter, false, Cancelled, counter, 0});
            }
        }
    }
    for (const Status from : {Pending, Error}) {
        for (const AttemptResult result : results) {
            // "automatic run, max empty | unchanged, no call made"
            for (const int counter : {0, 1, 2, 3, 4})
                lines.append({from, Automatic, result, none, counter, false, from, counter, 0});
            // "counter already >= max | Cancelado, no call made | ="
            for (const int counter : {1, 2, 3, 4})
                lines.append({from, Automatic, result, 1, counter, false, Cancelled, counter, 0});
            for (const int counter : {3, 4})
                lines.append({from, Automatic, result, 3, counter, false, Cancelled, counter, 0});
        }
        // "accepted | Sucesso | +1"
        lines.append({from, Automatic, Accepted, 1, 0, true, Success, 1, 0});
        lines.append({from, Automatic, Accepted, 3, 0, true, Success, 1, 0});
        lines.append({from, Automatic, Accepted, 3, 1, true, Success, 2, 0});
        lines.append({from, Automatic, Accepted, 3, 2, true, Success, 3, 0});
        // "rejected / no answer, counter+1 < max | Erro / Pendente | +1"
        lines.append({from, Automatic, Refused, 3, 0, true, Error, 1, 0});
        lines.append({from, Automatic, Refused, 3, 1, true, Error, 2, 0});
        lines.append({from, Automatic, NoAnswer, 3, 0, true, Pending, 1, 0});
        lines.append({from, Automatic, NoAnswer, 3, 1, true, Pending, 2, 0});
        // "fails, counter+1 = max | Cancelado | +1"
        lines.append({from, Automatic, Refused, 1, 0, true, Cancelled, 1, 0});
        lines.append({from, Automatic, NoAnswer, 1, 0, true, Cancelled, 1, 0});
        lines.append({from, Automatic, Refused, 3, 2, true, Cancelled, 3, 0});
        lines.append({from, Automatic, NoAnswer, 3, 2, true, Cancelled, 3, 0});
    }
    return lines;
}

} // namespace

class TestActivationRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTable_data();
    void followsTheTable();
    void saysWhyItCancels();
    void saysWhyItRefuses();
    void threeRefusedRunsCancel();
    void aPersonRescuesACancelledRecord();
};

void TestActivationRules::followsTheTable_data()
{
    QTest::addColumn<Line>("line");
    const QList<Line> lines = oracle();
    // Three states by three kinds, and a cancelled record by the two kinds that can meet it.
    QCOMPARE(lines.size(), (3 * 3 + 2) * 3 * 3 * 5);
    for (const Line &line : lines) {
        const char *const kinds[] = {"first", "automatic", "manual"};
        const char *const results[] = {"accepted", "refused", "no answer"};
        QTest::addRow("%s, %s, %s, maximum %d, counter %d", qPrintable(log::toWord(line.from)), kinds[int(line.kind)],
                      results[int(line.result)], line.maximum, line.counter)
            << line;
    }
}

void TestActivationRules::followsTheTable()
{
    QFETCH(Line, line);
    const auto maximum = line.maximum == none ? std::nullopt : std::optional(line.maximum);
    const ActivationState before {line.from, line.counter, 7, line.from == Cancelled ? u"antes"_s : QString()};
    const AttemptPermission permission = mayAttempt(before, line.kind, maximum, u"erro"_s);
    QCOMPARE(permission.allowed, line.called);
    QCOMPARE(permission.reason.isEmpty(), line.called);
    if (line.called)
        QCOMPARE(permission.state, before);
    const ActivationState after =
        line.called ? afterAttempt(before, line.kind, line.result, maximum, u"erro"_s) : permission.state;
    QCOMPARE(after.status, line.to);
    QCOMPARE(after.automaticAttempts, line.counted);
    QCOMPARE(after.manualAttempts, 7 + line.manual);
    QCOMPARE(after.cancelledReason.isEmpty(), line.to != Cancelled);
}

void TestActivationRules::saysWhyItCancels()
{
    const ActivationState reached = afterAttempt({Error, 2, 0, {}}, Automatic, Refused, 3, u"crédito negado"_s);
    QVERIFY(reached.cancelledReason.contains(u"3"_s));
    QVERIFY(reached.cancelledReason.contains(u"crédito negado"_s));
    const AttemptPermission lowered = mayAttempt({Error, 4, 0, {}}, Automatic, 2, u"sem limite"_s);
    QVERIFY(lowered.state.cancelledReason.contains(u"4"_s));
    QVERIFY(lowered.state.cancelledReason.contains(u"2"_s));
    QVERIFY(lowered.state.cancelledReason.endsWith(u"Último erro: sem limite"_s));
    QCOMPARE(lowered.reason, lowered.state.cancelledReason);
}

void TestActivationRules::saysWhyItRefuses()
{
    QVERIFY(mayAttempt({Error, 0, 0, {}}, Automatic, {}, {}).reason.contains(u"Número tentativas de reenvio"_s));
    QVERIFY(mayAttempt({Success, 0, 0, {}}, Manual, 3, {}).reason.contains(u"efetivado"_s));
    QVERIFY(mayAttempt({Cancelled, 3, 0, {}}, Automatic, 3, {}).reason.contains(u"cancelado"_s));
}

void TestActivationRules::threeRefusedRunsCancel()
{
    ActivationState state = afterAttempt({}, First, Refused, 3, {});
    QList<Status> seen {state.status};
    int calls = 1;
    for (int run = 1; run <= 4; ++run) {
        const AttemptPermission permission = mayAttempt(state, Automatic, 3, {});
        state = permission.state;
        if (permission.allowed) {
            ++calls;
            state = afterAttempt(state, Automatic, Refused, 3, {});
        }
        seen.append(state.status);
    }
    QCOMPARE(seen, (QList<Status> {Error, Error, Error, Cancelled, Cancelled}));
    QCOMPARE(calls, 4);
    QCOMPARE(state.automaticAttempts, 3);
}

void TestActivationRules::aPersonRescuesACancelledRecord()
{
    const ActivationState cancelled {Cancelled, 3, 0, u"máximo"_s};
    const ActivationState failed = afterAttempt(cancelled, Manual, NoAnswer, 3, {});
    QCOMPARE(failed, (ActivationState {Cancelled, 3, 1, u"máximo"_s}));
    QCOMPARE(afterAttempt(failed, Manual, Accepted, 3, {}), (ActivationState {Success, 3, 2, {}}));
}

QTEST_GUILESS_MAIN(TestActivationRules)
#include "tst_activationrules.moc"
