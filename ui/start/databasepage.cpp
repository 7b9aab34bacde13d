// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/start/databasepage.h"

#include "ui/widgets/answer.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 640;

QLabel *mutedLine(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    setMuted(label);
    return label;
}

} // namespace

DatabasePage::DatabasePage(storage::DatabaseTrial trial, storage::Address embedded, QWidget *parent)
    : QWidget(parent)
    , m_trial(std::move(trial))
    , m_embedded(std::move(embedded))
    , m_heading(new QLabel(this))
    , m_text(mutedLine(this))
    , m_file(new QRadioButton(this))
    , m_fileHelp(mutedLine(this))
    , m_pathLabel(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_server(new QRadioButton(this))
    , m_serverHelp(mutedLine(this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_test(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_checks(new CheckList(this))
    , m_use(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    setObjectName(u"databasePage"_s);
    setupForm();
    setupLayout();
    retranslate();
}

DatabasePage::~DatabasePage()
{
    m_cancelToken.cancel();
}

void DatabasePage::setupForm()
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_file->setObjectName(u"databaseFile"_s);
    m_path->setObjectName(u"databasePath"_s);
    m_server->setObjectName(u"databaseServer"_s);
    m_address->setObjectName(u"databaseAddress"_s);
    m_password->setObjectName(u"databasePassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_test->setObjectName(u"testDatabase"_s);
    m_cancel->setObjectName(u"cancelDatabaseTest"_s);
    m_state->setObjectName(u"databaseState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_use->setObjectName(u"useDatabase"_s);
    m_use->setProperty(primaryProperty, true);
    m_back->setObjectName(u"databaseBack"_s);
    m_pathLabel->setBuddy(m_path);
    m_addressLabel->setBuddy(m_address);
    m_passwordLabel->setBuddy(m_password);
    m_path->setText(m_embedded.path);
    m_file->setChecked(true);
    for (QLineEdit *line : {m_path, m_address, m_password}) {
        connect(line, &QLineEdit::textEdited, this, [this] {
            cancelTest();
            m_hasResult = false;
            m_problem.clear();
            m_checks->clear();
            showState();
        });
        connect(line, &QLineEdit::returnPressed, this, &DatabasePage::use);
    }
    connect(m_server, &QRadioButton::toggled, this, [this](bool isServer) {
        m_problem.clear();
        showState();
        (isServer ? m_address : m_path)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_test, &QPushButton::clicked, this, [this] { test(false); });
    connect(m_cancel, &QPushButton::clicked, this, &DatabasePage::cancelTest);
    connect(m_use, &QPushButton::clicked, this, &DatabasePage::use);
    connect(m_back, &QPushButton::clicked, this, &DatabasePage::backRequested);
}

void DatabasePage::setupLayout()
{
    auto *form = new QWidget(this);
    form->setMaximumWidth(formWidth);
    auto *grid = new QGridLayout(form);
    grid->setHorizontalSpacing(3 * gridUnit);
    grid->setVerticalSpacing(2 * gridUnit);
    grid->setColumnMinimumWidth(0, 4 * gridUnit);
    grid->setColumnStretch(2, 1);
    int row = 0;
    const auto addWide = [&](QWidget *widget) { grid->addWidget(widget, row++, 0, 1, 3); };
    const auto addIndented = [&](QWidget *widget) { grid->addWidget(widget, row++, 1, 1, 2); };
    const auto addField = [&](QLabel *label, QLineEdit *line) {
        grid->addWidget(label, row, 1);
        grid->addWidget(line, row++, 2);
    };
    addWide(m_heading);
    addWide(m_text);
    grid->setRowMinimumHeight(row++, 2 * gridUnit);
    addWide(m_file);
    addIndented(m_fileHelp);
    addField(m_pathLabel, m_path);
    grid->setRowMinimumHeight(row++, 2 * gridUnit);
    addWide(m_server);
    addIndented(m_serverHelp);
    addField(m_addressLabel, m_address);
    addField(m_passwordLabel, m_password);
    auto *tests = new QHBoxLayout;
    tests->setSpacing(2 * gridUnit);
    tests->addWidget(m_test);
    tests->addWidget(m_cancel);
    tests->addStretch(1);
    grid->addLayout(tests, row++, 2);
    addIndented(m_checks);
    grid->setRowMinimumHeight(row++, 2 * gridUnit);
    addWide(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * gridUnit);
    buttons->addWidget(m_use);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    grid->addLayout(buttons, row++, 0, 1, 3);
    grid->setRowStretch(row, 1);
    auto *content = new QWidget(this);
    auto *centering = new QHBoxLayout(content);
    centering->setContentsMargins(6 * gridUnit, 8 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    centering->addStretch(1);
    centering->addWidget(form, 8);
    centering->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void DatabasePage::ask(const storage::Address &current, const QString &problem, bool mayGoBack)
{
    cancelTest();
    m_checks->clear();
    m_hasResult = false;
    const bool isServer = current.backend == storage::Backend::PostgreSql;
    (isServer ? m_address : m_path)->setText(isServer ? current.text() : current.path);
    m_password->clear();
    (isServer ? m_server : m_file)->setChecked(true);
    m_problem = problem;
    m_back->setVisible(mayGoBack);
    showState();
    (isServer ? m_password : static_cast<QWidget *>(m_file))->setFocus(Qt::OtherFocusReason);
}

std::optional<storage::Address> DatabasePage::typedServer()
{
    QString text = m_address->text().trimmed();
    if (!text.contains(u"://"_s))
        text.prepend(u"postgresql://"_s);
    Result<storage::Address> address = storage::Address::parse(text);
    if (!address) {
        m_problem = address.error().message;
        showState();
        m_address->setFocus(Qt::OtherFocusReason);
        return {};
    }
    if (!m_password->text().isEmpty())
        address->password = m_password->text();
    return *address;
}

void DatabasePage::use()
{
    if (m_isTesting)
        return;
    if (m_server->isChecked()) {
        test(true);
        return;
    }
    storage::Address address;
    address.path = m_path->text().trimmed();
    if (address.path.isEmpty()) {
        m_problem = tr("Name the file.");
        showState();
        m_path->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT chosen(address);
}

void DatabasePage::test(bool isToBeUsed)
{
    m_problem.clear();
    const std::optional<storage::Address> address = typedServer();
    if (!address)
        return;
    m_checks->clear();
    m_cancelToken = CancelToken();
    m_isTesting = true;
    m_hasResult = false;
    const int run = ++m_run;
    showState();
    const auto told = newsTo<CheckLine>(this, [this, run](const CheckLine &line) {
        if (run == m_run && m_isTesting)
            m_checks->add(line);
    });
    const auto done =
        answerTo<bool>(this, [this, run, isToBeUsed](bool isUsable) { finishTest(run, isUsable, isToBeUsed); });
    m_trial.start(*address, m_cancelToken, told, done);
}

void DatabasePage::finishTest(int run, bool isUsable, bool isToBeUsed)
{
    if (run != m_run || !m_isTesting)
        return;
    m_isTesting = false;
    m_hasResult = isUsable;
    if (!isUsable)
        m_problem = tr("This database cannot be used yet.");
    showState();
    if (const auto address = isUsable && isToBeUsed ? typedServer() : std::nullopt)
        Q_EMIT chosen(*address);
}

void DatabasePage::cancelTest()
{
    if (!m_isTesting)
        return;
    m_cancelToken.cancel();
    m_isTesting = false;
    m_problem = tr("The test was cancelled.");
    showState();
}

void DatabasePage::showState()
{
    const bool isServer = m_server->isChecked();
    for (QWidget *widget : {static_cast<QWidget *>(m_pathLabel), static_cast<QWidget *>(m_path)})
        widget->setEnabled(!isServer);
    for (QWidget *widget : {static_cast<QWidget *>(m_addressLabel), static_cast<QWidget *>(m_address),
                            static_cast<QWidget *>(m_passwordLabel), static_cast<QWidget *>(m_password)})
        widget->setEnabled(isServer);
    m_test->setEnabled(isServer && !m_isTesting);
    m_cancel->setVisible(m_isTesting);
    m_checks->setVisible(isServer);
    m_use->setEnabled(!m_isTesting);
    m_state->setText(m_isTesting ? tr("Testing…") : m_hasResult ? tr("This database can be used.") : m_problem);
    m_state->setVisible(!m_state->text().isEmpty());
    m_state->setForegroundRole(m_isTesting || m_hasResult ? QPalette::WindowText : QPalette::BrightText);
}

void DatabasePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DatabasePage::retranslate()
{
    setAccessibleName(tr("Database"));
    m_heading->setText(tr("Which database does this console work with?"));
    m_text->setText(tr("It is remembered on this computer. A database named by --database or PONTE_DATABASE comes "
                       "first."));
    m_file->setText(tr("A f&ile of this computer"));
    m_fileHelp->setText(tr("For one person. This window then does all the work itself: sales, schedules, the API."));
    m_pathLabel->setText(tr("File na&me"));
    m_path->setAccessibleName(tr("File name"));
    m_server->setText(tr("The Postgre&SQL of a team"));
    m_serverHelp->setText(tr("For several people. Agents on servers do the work: ponte-agent serve."));
    m_addressLabel->setText(tr("&Address"));
    m_address->setAccessibleName(tr("Address of the database"));
    m_address->setPlaceholderText(u"postgresql://maria@servidor.example:5432/ponte"_s);
    m_passwordLabel->setText(tr("Passwor&d"));
    m_password->setAccessibleName(tr("Password of the database"));
    m_password->setPlaceholderText(tr("kept nowhere; empty for PGPASSWORD or ~/.pgpass"));
    m_test->setText(tr("Test c&onnection"));
    m_test->setAccessibleName(tr("Test the connection to the database"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the test of the database"));
    m_use->setText(tr("&Use this database"));
    m_back->setText(tr("Bac&k"));
    showState();
}

} // namespace ponte::ui
