// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/connectionform.h"

#include "ui/security/mailfields.h"
#include "ui/widgets/connectiontest.h"
#include "ui/widgets/mnemonics.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ConnectionForm::ConnectionForm(const Session &session, const QString &name, const QString &systemName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(name)
    , m_systemName(systemName)
    , m_mail(name == QStringView(parameters::mailConnection) ? new MailFields(this) : nullptr)
    , m_heading(new QLabel(this))
    , m_urlLabel(new QLabel(this))
    , m_url(new QLineEdit(this))
    , m_userLabel(new QLabel(this))
    , m_user(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_concurrencyLabel(new QLabel(this))
    , m_concurrency(new QSpinBox(this))
    , m_timeoutLabel(new QLabel(this))
    , m_timeout(new QSpinBox(this))
    , m_message(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_test(new ConnectionTest(session, this->systemName(), this))
{
    setObjectName(u"connection.%1"_s.arg(name));
    m_url->setObjectName(u"url"_s);
    m_user->setObjectName(u"user"_s);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_save->setObjectName(u"save"_s);
    m_message->setObjectName(u"message"_s);
    m_concurrency->setRange(0, 64);
    m_timeout->setRange(0, 600);
    setFocusProxy(m_url);
    setupLayout();
    for (QLineEdit *line : {m_url, m_user, m_password})
        connect(line, &QLineEdit::textChanged, this, &ConnectionForm::handleEdit);
    for (QSpinBox *box : {m_concurrency, m_timeout})
        connect(box, &QSpinBox::valueChanged, this, &ConnectionForm::handleEdit);
    if (m_mail)
        connect(m_mail, &MailFields::edited, this, &ConnectionForm::handleEdit);
    connect(m_save, &QPushButton::clicked, this, &ConnectionForm::save);
    m_test->setTrial([this] { return std::optional(trial()); });
    connect(m_test, &ConnectionTest::secretNeeded, this, [this] {
        mark(m_password, true);
        m_password->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

ConnectionForm::~ConnectionForm()
{
    m_ticket.cancel();
}

void ConnectionForm::setupLayout()
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_message->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * gridUnit);
    grid->setVerticalSpacing(2 * gridUnit);
    grid->setColumnStretch(2, 1);
    int row = 0;
    const auto add = [grid, &row](QLabel *label, QWidget *field, int width) {
        label->setBuddy(field);
        field->setFixedWidth(width);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1, Qt::AlignLeft);
    };
    add(m_urlLabel, m_url, m_mail ? 360 : 480);
    if (m_mail)
        m_mail->addServer(add);
    add(m_userLabel, m_user, 240);
    add(m_passwordLabel, m_password, 240);
    if (m_mail)
        m_mail->addSender(add);
    else
        add(m_concurrencyLabel, m_concurrency, 120);
    m_concurrency->setVisible(!m_mail);
    m_concurrencyLabel->setVisible(!m_mail);
    add(m_timeoutLabel, m_timeout, 120);
    auto *saving = new QHBoxLayout;
    saving->setSpacing(2 * gridUnit);
    saving->addWidget(m_save);
    saving->addWidget(m_message, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_heading);
    layout->addLayout(grid);
    layout->addWidget(m_test);
    layout->addLayout(saving);
}

void ConnectionForm::refresh()
{
    if (m_isEdited)
        return;
    m_ticket.cancel();
    using Stored = std::optional<parameters::ConnectionSettings>;
    const auto work = [&connections = m_session.connections, name = m_name](storage::Connection &connection) {
        return connections.get(connection, name);
    };
    m_ticket = m_session.database.reads().read<Stored>(this, work, [this](const Result<Stored> &stored) {
        if (stored && !m_isEdited)
            showStored(*stored);
        else if (!stored)
            m_message->setText(stored.error().message);
    });
}

void ConnectionForm::showStored(const std::optional<parameters::ConnectionSettings> &stored)
{
    m_stored = stored;
    m_isShowing = true;
    const parameters::ConnectionSettings settings = stored.value_or(parameters::ConnectionSettings());
    m_url->setText(m_mail ? m_mail->show(settings) : settings.url.toString());
    m_user->setText(settings.user);
    m_password->clear();
    m_concurrency->setValue(settings.concurrency);
    m_timeout->setValue(settings.timeoutSeconds);
    m_isShowing = false;
    m_isEdited = false;
    m_save->setEnabled(false);
    retranslate();
}

void ConnectionForm::handleEdit()
{
    if (m_isShowing)
        return;
    m_isEdited = true;
    m_save->setEnabled(true);
    m_message->clear();
    mark(m_url, false);
    mark(m_password, false);
    m_test->clear();
}

void ConnectionForm::mark(QLineEdit *field, bool isInvalid)
{
    field->setProperty(invalidProperty, isInvalid);
    field->update();
}

parameters::ConnectionChange ConnectionForm::change() const
{
    const QString address = m_url->text().trimmed();
    parameters::ConnectionChange change {m_name, m_mail ? m_mail->url(address) : QUrl(address, QUrl::StrictMode),
                                         m_user->text().trimmed()};
    if (m_mail)
        change.extra = m_mail->extra();
    // Empty, because of a password nothing is shown: it stays.
    if (!m_password->text().isEmpty())
        change.password = m_password->text();
    if (!m_mail && m_concurrency->value() > 0)
        change.concurrency = m_concurrency->value();
    if (m_timeout->value() > 0)
        change.timeoutSeconds = m_timeout->value();
    return change;
}

parameters::ConnectionTrial ConnectionForm::trial() const
{
    const parameters::ConnectionChange typed = change();
    return {m_name, typed.url, typed.user, typed.password, typed.extra};
}

QString ConnectionForm::systemName() const
{
    return m_mail ? tr("Mail server") : m_systemName;
}

void ConnectionForm::save()
{
    if (const QString wrong = m_mail ? m_mail->checkSender() : QString(); !wrong.isEmpty()) {
        m_message->setForegroundRole(QPalette::BrightText);
        m_message->setText(wrong);
        return;
    }
    m_save->setEnabled(false);
    m_message->setForegroundRole(QPalette::WindowText);
    m_message->setText(tr("Saving…"));
    m_hands.call<void>(
        this,
        [&connections = m_session.connections, actor = m_session.actor, change = change()] {
            return connections.set(actor, change);
        },
        [this](const Result<> &saved) { handleSaved(saved); });
}

void ConnectionForm::handleSaved(const Result<> &saved)
{
    if (!saved) {
        m_save->setEnabled(true);
        m_message->setForegroundRole(QPalette::BrightText);
        m_message->setText(saved.error().message);
        if (saved.error().field == "url"_L1) {
            mark(m_url, true);
            m_url->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    m_isEdited = false;
    m_message->setText(tr("Saved."));
    refresh();
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionForm::setHasKeys(bool hasKeys)
{
    if (m_hasKeys == hasKeys)
        return;
    m_hasKeys = hasKeys;
    m_test->setHasKey(hasKeys);
    retranslate();
}

void ConnectionForm::retranslate()
{
    const auto keyed = [this](const QString &text) { return m_hasKeys ? text : QString(text).remove(u'&'); };
    m_heading->setText(systemName());
    m_test->setSystemName(systemName());
    m_urlLabel->setText(keyed(m_mail ? tr("&Host") : tr("A&ddress")));
    m_url->setPlaceholderText(m_mail ? u"smtp.example"_s : u"https://%1.example:8051"_s.arg(m_name));
    m_userLabel->setText(keyed(tr("&User")));
    m_passwordLabel->setText(keyed(tr("Pass&word")));
    m_password->setPlaceholderText(m_stored ? tr("kept; type to replace") : QString());
    m_concurrencyLabel->setText(keyed(tr("Calls at the sa&me time")));
    m_timeoutLabel->setText(keyed(tr("Wait for an answer at m&ost (seconds)")));
    for (QSpinBox *box : {m_concurrency, m_timeout})
        box->setSpecialValueText(tr("standard"));
    m_save->setText(keyed(tr("&Save")));
    m_save->setAccessibleName(tr("Save the connection to %1").arg(systemName()));
    const auto name = [this](QWidget *field, const QString &text) {
        field->setAccessibleName(u"%1: %2"_s.arg(systemName(), text));
    };
    name(m_url, m_mail ? tr("Host") : tr("Address"));
    name(m_user, tr("User"));
    name(m_password, tr("Password"));
    name(m_concurrency, tr("Calls at the same time"));
    name(m_timeout, tr("Wait for an answer at most (seconds)"));
    if (m_mail)
        m_mail->retranslate(keyed, name);
    if (!m_mail || !m_hasKeys)
        return;
    // So many fields take the letters that menus and tabs leave.
    QList<QLabel *> labels;
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy() && label->isVisibleTo(this))
            labels.append(label);
    }
    giveMnemonics(*window(), labels);
}

} // namespace ponte::ui
