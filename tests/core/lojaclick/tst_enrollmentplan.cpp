// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/enrollmentplan.h"

#include <QTest>

using namespace ponte::lojaclick;

namespace {

const QList<qint64> ClassSubjects {11, 12, 13, 14};

QString namesOf(const QList<Step> &steps)
{
    QStringList names;
    for (const Step step : steps) {
        switch (step) {
        case Step::Guardian:
        case Step::Student:
            names << QStringLiteral("person");
            break;
        case Step::CourseEnrollment:
            names << QStringLiteral("course");
            break;
        case Step::TermEnrollment:
            names << QStringLiteral("term");
            break;
        case Step::SubjectEnrollment:
            names << QStringLiteral("subjects");
            break;
        case Step::PreContract:
            names << QStringLiteral("contract");
            break;
        }
    }
    return names.join(u' ');
}

} // namespace

class TestEnrollmentPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testEveryCombination_data();
    void testEveryCombination();
    void testMissingSubjectsKeepTheOrderOfTheClass();
    void testSubjectsOfOtherClassesDoNotCount();
    void testRepeatedSubjectsAreEnrolledOnce();
    void testClassWithoutSubjectsIsNotRefused();
};

// Written out by hand rather than computed, since a computed table would repeat the mistakes of the code.
void TestEnrollmentPlan::testEveryCombination_data()
{
    QTest::addColumn<Network>("network");
    QTest::addColumn<bool>("courseExists");
    QTest::addColumn<bool>("termExists");
    QTest::addColumn<int>("enrolled");
    QTest::addColumn<bool>("started");
    QTest::addColumn<QString>("steps");

    struct Line {
        bool course, term;
        int enrolled;
        bool started;
        const char *technical; ///< of SENAI and IEL
        const char *sesi;
    };
    constexpr std::array lines {
        Line {false, false, 0, false, "course term subjects contract", "term subjects contract"},
        Line {false, false, 0, true, "course term subjects contract", "term subjects contract"},
        Line {false, false, 2, false, "course term subjects contract", "term subjects contract"},
        Line {false, false, 2, true, "course term subjects contract", "term subjects contract"},
        Line {false, false, 4, false, "refused", "refused"},
        Line {false, false, 4, true, "course term contract", "term contract"},
        Line {false, true, 0, false, "course subjects contract", "subjects contract"},
        Line {false, true, 0, true, "course subjects contract", "subjects contract"},
        Line {false, true, 2, false, "course subjects contract", "subjects contract"},
        Line {false, true, 2, true, "course subjects contract", "subjects contract"},
        Line {false, true, 4, false, "refused", "refused"},
        Line {false, true, 4, true, "course contract", "contract"},
        Line {true, false, 0, false, "term subjects contract", "term subjects contract"},
        Line {true, false, 0, true, "term subjects contract", "term subjects contract"},
        Line {true, false, 2, false, "term subjects contract", "term subjects contract"},
        Line {true, false, 2, true, "term subjects contract", "term subjects contract"},
        Line {true, false, 4, false, "refused", "refused"},
        Line {true, false, 4, true, "term contract", "term contract"},
        Line {true, true, 0, false, "subjects contract", "subjects contract"},
        Line {true, true, 0, true, "subjects contract", "subjects contract"},
        Line {true, true, 2, false, "subjects contract", "subjects contract"},
        Line {true, true, 2, true, "subjects contract", "subjects contract"},
        Line {true, true, 4, false, "refused", "refused"},
        Line {true, true, 4, true, "contract", "contract"},
    };
    for (const Network network : {Network::Senai, Network::Iel, Network::Sesi}) {
        for (const Line &line : lines) {
            const QString name =
                QStringLiteral("%1, course %2, term %3, %4 of 4 subjects, started by %5 sale")
                    .arg(networkName(network), line.course ? QStringLiteral("there") : QStringLiteral("missing"),
                         line.term ? QStringLiteral("there") : QStringLiteral("missing"),
                         QString::number(line.enrolled),
                         line.started ? QStringLiteral("this") : QStringLiteral("another"));
            QTest::newRow(qPrintable(name))
                << network << line.course << line.term << line.enrolled << line.started
                << QString::fromLatin1(network == Network::Sesi ? line.sesi : line.technical);
        }
    }
}

void TestEnrollmentPlan::testEveryCombination()
{
    QFETCH(const Network, network);
    QFETCH(const bool, courseExists);
    QFETCH(const bool, termExists);
    QFETCH(const int, enrolled);
    QFETCH(const bool, started);
    QFETCH(const QString, steps);

    const EnrollmentPlan plan =
        planEnrollment({network, courseExists, termExists, ClassSubjects, ClassSubjects.first(enrolled), started});
    const bool refused = steps == QStringLiteral("refused");
    QCOMPARE(plan.refusedAllEnrolled, refused);
    QCOMPARE(namesOf(plan.steps), refused ? QString() : steps);
    QCOMPARE(plan.missingSubjects, ClassSubjects.sliced(enrolled));
}

void TestEnrollmentPlan::testMissingSubjectsKeepTheOrderOfTheClass()
{
    const EnrollmentPlan plan = planEnrollment({Network::Senai, true, true, {30, 10, 40, 20}, {40}, false});
    QCOMPARE(plan.missingSubjects, QList<qint64>({30, 10, 20}));
}

void TestEnrollmentPlan::testSubjectsOfOtherClassesDoNotCount()
{
    const EnrollmentPlan plan = planEnrollment({Network::Senai, true, true, {1, 2}, {3, 4}, false});
    QVERIFY(!plan.refusedAllEnrolled);
    QCOMPARE(plan.missingSubjects, QList<qint64>({1, 2}));
}

void TestEnrollmentPlan::testRepeatedSubjectsAreEnrolledOnce()
{
    const EnrollmentPlan plan = planEnrollment({Network::Senai, true, true, {1, 2, 1}, {}, false});
    QCOMPARE(plan.missingSubjects, QList<qint64>({1, 2}));
}

void TestEnrollmentPlan::testClassWithoutSubjectsIsNotRefused()
{
    const EnrollmentPlan plan = planEnrollment({Network::Senai, false, false, {}, {5}, false});
    QVERIFY(!plan.refusedAllEnrolled);
    QCOMPARE(namesOf(plan.steps), QStringLiteral("course term contract"));
}

QTEST_GUILESS_MAIN(TestEnrollmentPlan)
#include "tst_enrollmentplan.moc"
