// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/mailfields.h"

#include "core/mail/mimetext.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int portFromTheFirstByte = 465;
constexpr int portOfStartTls = 587;

int standardPort(const QString &scheme)
{
    return scheme == "smtp"_L1 ? portOfStartTls : portFromTheFirstByte;
}

} // namespace

MailFields::MailFields(QWidget *form)
    : QObject(form)
    , m_encryptionLabel(new QLabel(form))
    , m_encryption(new QComboBox(form))
    , m_portLabel(new QLabel(form))
    , m_port(new QSpinBox(form))
    , m_fromLabel(new QLabel(form))
    , m_from(new QLineEdit(form))
    , m_caFileLabel(new QLabel(form))
    , m_caFile(new QLineEdit(form))
{
    m_encryption->setObjectName(u"encryption"_s);
    m_port->setObjectName(u"port"_s);
    m_from->setObjectName(u"from"_s);
    m_caFile->setObjectName(u"caFile"_s);
    for (const QString &scheme : {u"smtps"_s, u"smtp"_s})
        m_encryption->addItem(QString(), scheme);
    m_port->setRange(1, 65'535);
    m_port->setValue(portFromTheFirstByte);
    connect(m_encryption, &QComboBox::currentIndexChanged, this, &MailFields::handleEncryption);
    connect(m_encryption, &QComboBox::currentIndexChanged, this, &MailFields::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &MailFields::edited);
    for (QLineEdit *line : {m_from, m_caFile})
        connect(line, &QLineEdit::textChanged, this, &MailFields::edited);
    connect(m_from, &QLineEdit::textChanged, m_from, [from = m_from] {
        from->setProperty(invalidProperty, false);
        from->update();
    });
}

void MailFields::addServer(const Add &add)
{
    add(m_encryptionLabel, m_encryption, 360);
    add(m_portLabel, m_port, 120);
}

void MailFields::addSender(const Add &add)
{
    add(m_fromLabel, m_from, 360);
    add(m_caFileLabel, m_caFile, 480);
}

void MailFields::handleEncryption()
{
    const QString scheme = m_encryption->currentData().toString();
    const QString other = scheme == "smtp"_L1 ? u"smtps"_s : u"smtp"_s;
    if (m_port->value() == standardPort(other))
        m_port->setValue(standardPort(scheme));
}

QString MailFields::show(const parameters::ConnectionSettings &settings)
{
    const bool isStartTls = settings.url.scheme() == "smtp"_L1;
    m_encryption->setCurrentIndex(isStartTls ? 1 : 0);
    m_port->setValue(settings.url.port(standardPort(settings.url.scheme())));
    m_from->setText(settings.extra.value("from"_L1).toString());
    m_caFile->setText(settings.extra.value("caFile"_L1).toString());
    return settings.url.host();
}

QUrl MailFields::url(const QString &host) const
{
    if (host.contains("://"_L1))
        return QUrl(host, QUrl::StrictMode);
    QUrl url;
    url.setScheme(m_encryption->currentData().toString());
    url.setHost(host, QUrl::StrictMode);
    url.setPort(m_port->value());
    return url;
}

QJsonObject MailFields::extra() const
{
    return {{u"from"_s, m_from->text().trimmed()}, {u"caFile"_s, m_caFile->text().trimmed()}};
}

QString MailFields::checkSender()
{
    if (mail::isMailAddress(m_from->text().trimmed()))
        return {};
    m_from->setProperty(invalidProperty, true);
    m_from->update();
    m_from->setFocus(Qt::OtherFocusReason);
    return tr("Enter the e-mail address that the messages come from, such as ponte@school.example.");
}

void MailFields::retranslate(const Text &keyed, const Name &name)
{
    m_encryptionLabel->setText(keyed(tr("&Encryption")));
    m_encryption->setItemText(0, tr("TLS from the first byte (smtps)"));
    m_encryption->setItemText(1, tr("TLS after the greeting (STARTTLS)"));
    m_portLabel->setText(keyed(tr("&Port")));
    m_fromLabel->setText(keyed(tr("Sende&r")));
    m_from->setPlaceholderText(u"ponte@escola.example"_s);
    m_caFileLabel->setText(keyed(tr("Certificate authority (&file)")));
    m_caFile->setPlaceholderText(tr("those that the system trusts"));
    name(m_encryption, tr("Encryption"));
    name(m_port, tr("Port"));
    name(m_from, tr("Sender"));
    name(m_caFile, tr("Certificate authority (file)"));
}

} // namespace ponte::ui
