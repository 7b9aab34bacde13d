// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/colors.h"
#include "ui/widgets/language.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/timetext.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte::ui;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &left, const QColor &right)
{
    const double a = luminance(left);
    const double b = luminance(right);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class WidgetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsContrastEnough_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << colors::light();
        QTest::newRow("dark") << colors::dark();
    }

    void textsContrastEnough()
    {
        QFETCH(QPalette, palette);
        const QList<QColor> grounds {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                     palette.color(QPalette::Highlight), palette.color(QPalette::Button)};
        for (const QColor &ground : grounds) {
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
            QVERIFY2(contrast(colors::muted(palette), ground) >= 4.5, qPrintable(ground.name()));
        }
        for (const QColor &ground : {palette.color(QPalette::Window), palette.color(QPalette::Base)}) {
            QVERIFY(contrast(colors::error(palette), ground) >= 4.5);
            QVERIFY(contrast(colors::accent(palette), ground) >= 4.5);
            QVERIFY(contrast(colors::fieldBorder(palette), ground) >= 3.0);
        }
        QVERIFY(contrast(colors::onAccent(palette), colors::accent(palette)) >= 4.5);
        for (const QColor &ground :
             {colors::errorGround(palette), colors::warningGround(palette), colors::infoGround(palette)})
            QVERIFY(contrast(palette.color(QPalette::WindowText), ground) >= 4.5);
    }

    void timesAreShownInOneZone()
    {
        const QDateTime time({2026, 11, 22}, {17, 3, 22}, Qt::UTC);
        QCOMPARE(timeText(time), u"22/11/2026 14:03:22"_s);
        QCOMPARE(utcText(time), u"22/11/2026 17:03:22 UTC"_s);
        QCOMPARE(timeText(QDateTime({2018, 12, 1}, {12, 0}, Qt::UTC)),
                 u"01/12/2018 10:00:00"_s); // daylight saving of then
        QCOMPARE(zoneText(time), u"America/Sao_Paulo (UTC\u221203:00)"_s);
        QCOMPARE(timeText({}), QString());
        // Each side of an end and a beginning of daylight saving, and back.
        for (const auto &[instant, text] : {std::pair(u"2019-02-17T01:59:59Z"_s, u"16/02/2019 23:59:59"_s),
                                            std::pair(u"2019-02-17T02:00:00Z"_s, u"16/02/2019 23:00:00"_s),
                                            std::pair(u"2018-11-04T03:00:00Z"_s, u"04/11/2018 01:00:00"_s),
                                            std::pair(u"2018-11-04T02:59:59Z"_s, u"03/11/2018 23:59:59"_s),
                                            std::pair(u"2019-02-17T02:00:00Z"_s, u"16/02/2019 23:00:00"_s),
                                            std::pair(u"1969-12-31T23:59:59Z"_s, u"31/12/1969 20:59:59"_s)})
            QCOMPARE(timeText(QDateTime::fromString(instant, Qt::ISODate)), text);
    }

    void agesAreShort_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("this second") << 0 << u"now"_s;
        QTest::newRow("a clock that went back") << -5 << u"now"_s;
        QTest::newRow("seconds") << 59 << u"59 s ago"_s;
        QTest::newRow("minutes") << 61 << u"1 min ago"_s;
        QTest::newRow("hours") << 7300 << u"2 h ago"_s;
    }

    void agesAreShort()
    {
        QFETCH(int, seconds);
        const QDateTime now({2026, 11, 22}, {17, 3, 22}, Qt::UTC);
        QTEST(ageText(now.addSecs(-seconds), now), "text");
    }

    void aStreamOfChangesBecomesAFewMoments()
    {
        Pulse pulse(std::chrono::milliseconds(100));
        QSignalSpy due(&pulse, &Pulse::due);
        pulse.note({u"log"_s});
        QCOMPARE(due.size(), 1);
        for (int i = 0; i < 1000; ++i)
            pulse.note({i % 2 ? u"log"_s : u"leases"_s});
        QCOMPARE(due.size(), 1);
        QVERIFY(due.wait());
        QCOMPARE(due.size(), 2);
        QCOMPARE(due.last().first().value<QSet<QString>>(), QSet<QString>({u"log"_s, u"leases"_s}));
    }

    void anUnknownChangeIsToldAsUnknown()
    {
        Pulse pulse(std::chrono::milliseconds(1));
        QSignalSpy due(&pulse, &Pulse::due);
        pulse.note({});
        QVERIFY(due.first().first().value<QSet<QString>>().isEmpty());
    }

    void speaksPortugueseWithTheCustomersWords()
    {
        Language language;
        QVERIFY(language.use(u"pt_BR"_s));
        QCOMPARE(QCoreApplication::translate("Log", "Last changed"), u"Data da última alteração"_s);
        QCOMPARE(QCoreApplication::translate("LogItem", "Last changed"), u"Data da última Alteração"_s);
        QCOMPARE(QCoreApplication::translate("Parameters", "Number of resend attempts"),
                 u"Número tentativas de reenvio"_s);
        QCOMPARE(QCoreApplication::translate("Integrations", "ERP contract activation"),
                 u"Efetivação de Contrato ERP"_s);
        QVERIFY(language.use(u"en"_s));
        QCOMPARE(QCoreApplication::translate("Log", "Last changed"), u"Last changed"_s);
        QVERIFY(language.use(u"es"_s));
        QCOMPARE(QCoreApplication::translate("Log", "Last changed"), u"Última modificación"_s);
        QVERIFY(language.use(u"en"_s));
        QVERIFY(!language.use(u"xx"_s));
        QCOMPARE(language.code(), u"en"_s);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
