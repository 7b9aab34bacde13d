// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/secretbox.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <unistd.h>

#include <mutex>
#include <optional>

namespace ponte::security {

using namespace Qt::StringLiterals;

namespace {

QString keyFileOf(const storage::Address &address)
{
    if (address.backend == storage::Backend::Sqlite)
        return address.path + u".key"_s;
    const QString named = qEnvironmentVariable("PONTE_KEY");
    if (!named.isEmpty())
        return named;
    const QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (!credentials.isEmpty() && QFile::exists(credentials + u"/ponte.key"_s))
        return credentials + u"/ponte.key"_s;
    return u"%1/ponte/%2@%3-%4.key"_s.arg(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation),
                                          address.database, address.host, QString::number(address.port));
}

QByteArray readKey(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray key = QByteArray::fromBase64(file.readAll().trimmed());
    return key.size() == crypto_box_SECRETKEYBYTES ? key : QByteArray();
}

/// Fails where the file exists, so that two programs that start together cannot replace each other's key. The name
/// appears only with the whole key behind it, since the other program reads it at once.
bool writeKey(const QString &path, const QByteArray &key)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QByteArray name = QFile::encodeName(path);
    QByteArray draft = name + ".XXXXXX";
    const int file = ::mkostemp(draft.data(), O_CLOEXEC);
    if (file < 0)
        return false;
    const QByteArray text = key.toBase64() + '\n';
    const bool written = ::write(file, text.constData(), size_t(text.size())) == text.size() && ::fsync(file) == 0;
    ::close(file);
    const bool named = written && ::link(draft.constData(), name.constData()) == 0;
    ::unlink(draft.constData());
    return named;
}

Result<QByteArray> storedPublicKey(storage::Database &database)
{
    const Result<storage::Connection *> connection = database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"security.installation"_s);
    if (!row)
        return tl::unexpected(row.error());
    return *row ? (*row)->bytes(u"public_key") : QByteArray();
}

Result<QByteArray> createKeys(storage::Database &database, const QString &path)
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    QByteArray privateKey = readKey(path);
    if (privateKey.isEmpty()) {
        privateKey.resize(crypto_box_SECRETKEYBYTES);
        crypto_box_keypair(reinterpret_cast<unsigned char *>(publicKey.data()),
                           reinterpret_cast<unsigned char *>(privateKey.data()));
        if (!writeKey(path, privateKey)) {
            privateKey = readKey(path);
            if (privateKey.isEmpty())
                return failure(ErrorCode::Database,
                               QCoreApplication::translate("Security", "The key file %1 cannot be written.").arg(path));
        }
    }
    crypto_scalarmult_base(reinterpret_cast<unsigned char *>(publicKey.data()),
                           reinterpret_cast<const unsigned char *>(privateKey.constData()));
    const Result<qint64> stored = database.writer().write<qint64>(
        "security.installation", [&](storage::Connection &connection) -> Result<qint64> {
            return connection.execute(u"security.add_installation"_s,
                                      {{u":public_key"_s, publicKey}, {u":now"_s, SystemClock().now()}});
        });
    if (!stored)
        return tl::unexpected(stored.error());
    return storedPublicKey(database);
}

} // namespace

/// Opening takes a tenth of a millisecond, and a sale needs the same few secrets several times.
class SecretBox::Opened
{
public:
    [[nodiscard]] std::optional<QString> find(const QByteArray &sealed)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_secrets.constFind(sealed);
        return found == m_secrets.constEnd() ? std::optional<QString>() : *found;
    }
    void insert(const QByteArray &sealed, const QString &secret)
    {
        const std::lock_guard lock(m_mutex);
        if (m_secrets.size() >= most)
            m_secrets.clear();
        m_secrets.insert(sealed, secret);
    }

private:
    static constexpr qsizetype most = 32;
    std::mutex m_mutex;
    QHash<QByteArray, QString> m_secrets;
};

Result<SecretBox> SecretBox::load(storage::Database &database, bool mayCreate)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("Security", "The cryptography library cannot be started."));
    SecretBox box;
    box.m_opened = std::make_shared<Opened>();
    box.m_keyFile = keyFileOf(database.address());
    Result<QByteArray> publicKey = storedPublicKey(database);
    if (publicKey && publicKey->isEmpty() && mayCreate) {
        publicKey = createKeys(database, box.m_keyFile);
    }
    if (!publicKey)
        return tl::unexpected(publicKey.error());
    if (publicKey->isEmpty())
        return failure(ErrorCode::DatabaseSchema,
                       QCoreApplication::translate(
                           "Security", "The database has no installation key yet: run  ponte-agent migrate"));
    box.m_publicKey = *publicKey;
    const QByteArray privateKey = readKey(box.m_keyFile);
    if (!privateKey.isEmpty() && !box.m_publicKey.isEmpty()) {
        QByteArray derived(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
        crypto_scalarmult_base(reinterpret_cast<unsigned char *>(derived.data()),
                               reinterpret_cast<const unsigned char *>(privateKey.constData()));
        if (derived != box.m_publicKey)
            return failure(ErrorCode::Database,
                           QCoreApplication::translate("Security", "The key file %1 belongs to another installation.")
                               .arg(box.m_keyFile));
        box.m_privateKey = privateKey;
    }
    return box;
}

QByteArray SecretBox::seal(const QString &secret) const
{
    Q_ASSERT(!m_publicKey.isEmpty());
    const QByteArray text = secret.toUtf8();
    QByteArray sealed(text.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()),
                    reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()),
                    reinterpret_cast<const unsigned char *>(m_publicKey.constData()));
    return sealed;
}

Result<QString> SecretBox::open(const QByteArray &sealed) const
{
    if (!canOpen())
        return failure(
            ErrorCode::Permission,
            QCoreApplication::translate(
                "Security", "This program does not hold the installation's key, so it makes no outside call."));
    if (sealed.size() < qsizetype(crypto_box_SEALBYTES))
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("Security", "A stored secret is damaged: enter it again."));
    if (const std::optional<QString> known = m_opened->find(sealed))
        return *known;
    QByteArray text(sealed.size() - qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    const int opened = crypto_box_seal_open(
        reinterpret_cast<unsigned char *>(text.data()), reinterpret_cast<const unsigned char *>(sealed.constData()),
        size_t(sealed.size()), reinterpret_cast<const unsigned char *>(m_publicKey.constData()),
        reinterpret_cast<const unsigned char *>(m_privateKey.constData()));
    if (opened != 0)
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("Security", "A stored secret cannot be opened with this key: enter it again."));
    const QString secret = QString::fromUtf8(text);
    m_opened->insert(sealed, secret);
    return secret;
}

} // namespace ponte::security
