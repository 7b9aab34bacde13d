// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integrations.h"
#include "core/storage/databasetrial.h"
#include "tests/support/testdatabase.h"

#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace ponte;
using namespace Qt::StringLiterals;
using storage::Address;

class TestDatabaseTrial final : public QObject
{
    Q_OBJECT

private:
    struct Trial {
        QList<CheckLine> lines;
        bool isUsable = false;

        explicit Trial(const Address &address)
        {
            const storage::DatabaseTrial trial(migrationModules());
            isUsable = trial.run(address, {}, [this](const CheckLine &line) { lines.append(line); });
        }
        [[nodiscard]] QString told() const
        {
            QStringList words;
            for (const CheckLine &line : lines)
                words.append(line.check + u':' + line.outcome);
            return words.join(u' ');
        }
    };

private Q_SLOTS:
    void aMigratedDatabasePasses()
    {
        const test::TestDatabase database(u"postgresql"_s);
        const Trial trial(database.address());
        QCOMPARE(trial.told(), u"name:passed address:passed tls:passed credentials:passed schema:passed"_s);
        QVERIFY(trial.isUsable);
    }

    void anEmptyOneNamesTheCommand()
    {
        const test::TestDatabase database(u"postgresql"_s, false);
        const Trial trial(database.address());
        QCOMPARE(trial.told(), u"name:passed address:passed tls:passed credentials:passed schema:failed"_s);
        QVERIFY(!trial.isUsable);
        const QString message = trial.lines.last().message;
        QVERIFY2(message.contains(u"ponte-agent migrate --database postgresql://"_s), qPrintable(message));
    }

    void theFirstFailureEndsIt()
    {
        const test::TestDatabase database(u"postgresql"_s, false);
        Address address = database.address();
        address.user = u"nobody_of_that_name"_s;
        QCOMPARE(Trial(address).told(), u"name:passed address:passed tls:passed credentials:failed"_s);
        address.host = u"no.such.host.invalid"_s;
        QCOMPARE(Trial(address).told(), u"name:failed"_s);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        address.host = u"127.0.0.1"_s;
        address.port = server.serverPort();
        server.close();
        QCOMPARE(Trial(address).told(), u"name:passed address:failed"_s);
    }

    void anotherServerIsNoDatabase()
    {
        std::thread([this] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            m_port = server.serverPort();
            m_listening.release();
            server.waitForNewConnection(10'000);
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            socket->waitForReadyRead(10'000);
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->waitForBytesWritten(10'000);
        }).detach();
        m_listening.acquire();
        Address address = *Address::parse(u"postgresql://ana@127.0.0.1:%1/ponte"_s.arg(m_port));
        const Trial trial(address);
        QCOMPARE(trial.told(), u"name:passed address:passed tls:failed"_s);
        QVERIFY(trial.lines.last().message.contains(u"no PostgreSQL server"_s));
    }

    void anAddressIsRememberedWithoutItsPassword()
    {
        const QString text =
            u"postgresql://ana%40sesi:segredo@db.example:6432/ponte?sslmode=require&connect_timeout=3"_s;
        const Address address = *Address::parse(text);
        QVERIFY(!address.text().contains(u"segredo"_s));
        Address again = *Address::parse(address.text());
        QCOMPARE(again.user, u"ana@sesi"_s);
        again.password = address.password;
        QVERIFY(again == address);
        const Address file = *Address::parse(u"sqlite:/tmp/a b.db"_s);
        QVERIFY(*Address::parse(file.text()) == file);
    }

private:
    quint16 m_port = 0;
    QSemaphore m_listening;
};

QTEST_GUILESS_MAIN(TestDatabaseTrial)
#include "tst_databasetrial.moc"
