// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/mail/mail.h"
#include "core/mail/mimetext.h"
#include "tests/core/mail/mailserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QtConcurrentRun>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::mail;
using test::MailServer;

class TestMail final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    test::Certificate m_certificate, m_other;

    [[nodiscard]] QStringList options(const QString &mode, const QStringList &more = {}) const
    {
        QStringList words {u"--mode"_s, mode};
        if (mode != "plain"_L1)
            words += {u"--certificate"_s, m_certificate.file, u"--key"_s, m_certificate.key};
        return words + more;
    }
    static QStringList login() { return {u"--user"_s, u"relatórios"_s, u"--password"_s, u"s3nha é longa"_s}; }

    [[nodiscard]] MailSettings settings(const MailServer &server, const QString &mode) const
    {
        MailSettings made;
        made.url = QUrl(u"%1://localhost:%2"_s.arg(mode == "tls"_L1 ? u"smtps"_s : u"smtp"_s).arg(server.port()));
        made.user = u"relatórios"_s;
        made.password = u"s3nha é longa"_s;
        made.from = u"ponte@colegio.example"_s;
        made.caFile = m_certificate.file;
        return made;
    }

    static MailMessage message()
    {
        return {.id = u"report-7-1763820202000"_s,
                .date = QDateTime({2026, 11, 22}, {17, 3, 22}, Qt::UTC),
                .to = {u"diretoria@colegio.example"_s, u"ti@colegio.example"_s},
                .subject = u"Relatório diário: 3 erros"_s,
                .text = u"Olá,\nnada se perdeu.\n"_s,
                .html = {},
                .attachments = {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = test::Certificate::make(m_folder.path(), u"server"_s);
        m_other = test::Certificate::make(m_folder.path(), u"other"_s);
    }

    void sendsOverTls_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("encrypted from the first byte") << u"tls"_s;
        QTest::newRow("STARTTLS") << u"starttls"_s;
    }

    void sendsOverTls()
    {
        QFETCH(const QString, mode);
        MailServer server(options(mode, login()));
        QByteArray content("\xef\xbb\xbfId Log;Valores Chave\r\n1;\"3;00878180\"\r\n");
        content += QByteArray(200'000, 'x') + "\r\n.\r\n..\r\n";
        QFile file(m_folder.filePath(u"arquivo.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        MailMessage sent = message();
        sent.html = u"<p>Olá, <b>nada</b> se perdeu.</p>"_s;
        sent.attachments = {{u"Relatório \"São João\".csv"_s, "text/csv", file.fileName()}};
        const Result<> done = sendMail(settings(server, mode), sent);
        QVERIFY2(done, qUtf8Printable(done ? QString() : done.error().message + done.error().detail));
        const QJsonObject got = server.message();
        QCOMPARE(got.value("from"_L1).toString(), u"ponte@colegio.example"_s);
        QCOMPARE(got.value("to"_L1).toArray(), (QJsonArray {u"diretoria@colegio.example"_s, u"ti@colegio.example"_s}));
        QCOMPARE(got.value("subject"_L1).toString(), sent.subject);
        QCOMPARE(got.value("id"_L1).toString(), u"<report-7-1763820202000@colegio.example>"_s);
        QCOMPARE(got.value("date"_L1).toString(), u"Sun, 22 Nov 2026 17:03:22 +0000"_s);
        QVERIFY(got.value("longest_line"_L1).toInt() <= 998);
        const QJsonArray parts = got.value("parts"_L1).toArray();
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.at(0)["type"_L1].toString(), u"text/plain"_s);
        QCOMPARE(parts.at(0)["text"_L1].toString(), sent.text);
        QCOMPARE(parts.at(1)["type"_L1].toString(), u"text/html"_s);
        QCOMPARE(parts.at(1)["text"_L1].toString(), sent.html);
        QCOMPARE(parts.at(2)["type"_L1].toString(), u"text/csv"_s);
        QCOMPARE(parts.at(2)["file"_L1].toString(), u"Relatorio--Sao-Joao-.csv"_s);
        QCOMPARE(parts.at(2)["sha256"_L1].toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }

    void nobodyElseMaySend_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("encrypted from the first byte") << u"tls"_s;
        QTest::newRow("STARTTLS") << u"starttls"_s;
    }

    void nobodyElseMaySend()
    {
        QFETCH(const QString, mode);
        MailServer server(options(mode, login()));
        MailSettings wrong = settings(server, mode);
        wrong.password = u"outra"_s;
        const Result<> refused = sendMail(wrong, message());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QVERIFY2(refused.error().message.contains("535"_L1), qUtf8Printable(refused.error().message));
        QVERIFY(!QString(refused.error().message + refused.error().detail).contains("outra"_L1));
        // The same server goes on taking what is right.
        QVERIFY(sendMail(settings(server, mode), message()));
        QVERIFY(!server.message().isEmpty());
    }

    void anUntrustedServerLearnsNothing_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("encrypted from the first byte") << u"tls"_s;
        QTest::newRow("STARTTLS") << u"starttls"_s;
    }

    void anUntrustedServerLearnsNothing()
    {
        QFETCH(const QString, mode);
        MailServer server(options(mode, login()));
        for (const QString &authority : {m_other.file, QString()}) {
            MailSettings careful = settings(server, mode);
            careful.caFile = authority;
            const Result<> refused = sendMail(careful, message());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unreachable);
            QVERIFY2(refused.error().message.contains("certificado"_L1), qUtf8Printable(refused.error().message));
        }
        MailSettings otherName = settings(server, mode);
        otherName.url.setHost(u"127.0.0.1"_s);
        const Result<> refused = sendMail(otherName, message());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("certificado"_L1), qUtf8Printable(refused.error().message));
        MailSettings noFile = settings(server, mode);
        noFile.caFile = m_folder.filePath(u"missing.pem"_s);
        const Result<> unread = sendMail(noFile, message());
        QVERIFY(!unread);
        QVERIFY2(unread.error().message.contains("missing.pem"_L1), qUtf8Printable(unread.error().message));
    }

    void withoutEncryptionNothingIsSaid()
    {
        MailServer server(options(u"plain"_s, login()));
        const Result<> refused = sendMail(settings(server, u"plain"_s), message());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unreachable);
        QVERIFY2(refused.error().message.contains("STARTTLS"_L1), qUtf8Printable(refused.error().message));
    }

    void aServerIsTriedWithoutAMessage_data() { nobodyElseMaySend_data(); }

    void aServerIsTriedWithoutAMessage()
    {
        QFETCH(const QString, mode);
        MailServer server(options(mode, login()));
        const MailSettings good = settings(server, mode);
        const auto triedAs = [](const MailSettings &tried) {
            const MailTrial trial = tryMailServer(tried);
            return std::pair(trial.stage, trial.problem ? trial.problem->message : QString());
        };
        QCOMPARE(triedAs(good), std::pair(MailStage::Answer, QString()));
        MailSettings wrong = good;
        wrong.password = u"outra"_s;
        QCOMPARE(triedAs(wrong).first, MailStage::Login);
        QVERIFY2(triedAs(wrong).second.contains("535"_L1), qUtf8Printable(triedAs(wrong).second));
        MailSettings untrusted = good;
        untrusted.caFile = m_other.file;
        QCOMPARE(triedAs(untrusted).first, MailStage::Encryption);
        MailSettings nowhere = good;
        nowhere.url.setHost(u"mail.invalid"_s);
        QCOMPARE(triedAs(nowhere).first, MailStage::Name);
        // Nothing that was tried is a message: the first that comes is the one that is sent.
        QVERIFY(sendMail(good, message()));
        QCOMPARE(server.message()["subject"_L1].toString(), message().subject);
        server.stop();
        QCOMPARE(triedAs(good).first, MailStage::Address);
        QVERIFY(tryMailServer(good).problem.has_value());
    }

    void aTrialGivesASilentServerUp()
    {
        MailServer server({u"--hold"_s, u"greeting"_s});
        MailSettings impatient = settings(server, u"starttls"_s);
        impatient.deadline = std::chrono::milliseconds(300);
        const MailTrial trial = tryMailServer(impatient);
        QCOMPARE(trial.stage, MailStage::Answer);
        QCOMPARE(trial.problem->code, ErrorCode::TimedOut);
    }

    void aRefusedRecipientIsNamedByTheServer()
    {
        MailServer server(options(u"starttls"_s, login() + QStringList {u"--refuse"_s, u"ti@"_s}));
        const Result<> refused = sendMail(settings(server, u"starttls"_s), message());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY2(refused.error().message.contains("no such mailbox"_L1), qUtf8Printable(refused.error().message));
    }

    void aServerThatIsGone()
    {
        MailServer server(options(u"starttls"_s));
        const MailSettings known = settings(server, u"starttls"_s);
        server.stop();
        const Result<> refused = sendMail(known, message());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unreachable);
        MailSettings nowhere = known;
        nowhere.url = QUrl(u"smtps://mail.invalid:465"_s);
        const Result<> unknown = sendMail(nowhere, message());
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::Unreachable);
        QVERIFY2(unknown.error().message.contains("mail.invalid"_L1), qUtf8Printable(unknown.error().message));
    }

    void aServerThatIsSilentIsGivenUp()
    {
        MailServer server({u"--hold"_s, u"greeting"_s});
        MailSettings impatient = settings(server, u"starttls"_s);
        impatient.deadline = std::chrono::milliseconds(300);
        const Result<> late = sendMail(impatient, message());
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::TimedOut);
    }

    void aCancelEndsTheWaitAtOnce()
    {
        MailServer server({u"--hold"_s, u"greeting"_s});
        CancelToken cancel;
        const MailSettings patient = settings(server, u"starttls"_s);
        QFuture<Result<>> sending = QtConcurrent::run([&] { return sendMail(patient, message(), cancel); });
        QCOMPARE(server.line(), u"held"_s);
        cancel.cancel();
        const Result<> cancelled = sending.takeResult();
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void whatWasSentAndNotAnsweredIsUnknown_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("the server breaks off") << QStringList {u"--drop-after-data"_s};
        QTest::newRow("the server never answers") << QStringList {u"--hold"_s, u"answer"_s};
    }

    void whatWasSentAndNotAnsweredIsUnknown()
    {
        QFETCH(const QStringList, more);
        MailServer server(options(u"starttls"_s, login() + more));
        MailSettings impatient = settings(server, u"starttls"_s);
        impatient.deadline = std::chrono::seconds(5);
        const Result<> lost = sendMail(impatient, message());
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::OutcomeUnknown);
    }

    void whatIsNoAddressIsNotTried_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no at sign") << u"diretoria"_s;
        QTest::newRow("another header") << u"a@b.example>\r\nBcc: x@y.example"_s;
        QTest::newRow("a name") << u"Ana <ana@b.example>"_s;
        QTest::newRow("two") << u"a@b.example,c@d.example"_s;
        QTest::newRow("accents") << u"joão@b.example"_s;
    }

    void whatIsNoAddressIsNotTried()
    {
        QFETCH(const QString, address);
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        MailSettings made;
        made.url = QUrl(u"smtps://127.0.0.1:%1"_s.arg(nobody.serverPort()));
        made.from = u"ponte@colegio.example"_s;
        MailMessage sent = message();
        sent.to = {u"ti@colegio.example"_s, address};
        const Result<> refused = sendMail(made, sent);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"to"_s);
        made.from = address;
        const Result<> sender = sendMail(made, message());
        QVERIFY(!sender);
        QCOMPARE(sender.error().field, u"from"_s);
        QVERIFY(!nobody.hasPendingConnections());
    }

    void aSubjectAddsNoHeader()
    {
        const QByteArray header = mailHeader("Subject", u"Oi\r\nBcc: x@y.example"_s);
        QCOMPARE(header, QByteArray("Subject: Oi Bcc: x@y.example"));
        const QByteArray longer = mailHeader("Subject", QString(60, u'ã') + u"🙂"_s);
        const QList<QByteArray> lines = longer.split('\n');
        for (const QByteArray &line : lines)
            QVERIFY2(line.size() <= 77, line.constData());
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
