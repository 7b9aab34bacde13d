// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/companiestab.h"

#include "ui/widgets/activity.h"
#include "ui/widgets/answer.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

CompaniesTab::CompaniesTab(const Session &session, Directory &directory, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_directory(directory)
    , m_text(new QLabel(this))
    , m_model(new QStandardItemModel(0, 3, this))
    , m_grid(new Grid(this))
    , m_companyLabel(new QLabel(this))
    , m_company(new QLineEdit(this))
    , m_networkLabel(new QLabel(this))
    , m_network(new QComboBox(this))
    , m_save(new QPushButton(this))
    , m_read(new QPushButton(this))
    , m_message(new QLabel(this))
{
    setObjectName(u"companies"_s);
    m_grid->setObjectName(u"companyGrid"_s);
    m_grid->setModel(m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({110, 360, 140});
    m_company->setObjectName(u"companyNumber"_s);
    m_network->setObjectName(u"network"_s);
    m_save->setObjectName(u"saveNetwork"_s);
    m_read->setObjectName(u"readCompanies"_s);
    m_message->setObjectName(u"message"_s);
    for (const IntegrationView &integration : session.integrations) {
        for (const QString &network : integration.descriptor.networks) {
            if (m_network->findText(network) < 0)
                m_network->addItem(network);
        }
    }
    m_read->setEnabled(session.outside);
    setFocusProxy(m_company);
    setupLayout();
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompaniesTab::chooseCurrent);
    connect(m_save, &QPushButton::clicked, this, &CompaniesTab::save);
    connect(m_company, &QLineEdit::returnPressed, this, &CompaniesTab::save);
    connect(m_read, &QPushButton::clicked, this, &CompaniesTab::readFromRm);
    connect(&m_directory, &Directory::changed, this, &CompaniesTab::showCompanies);
    retranslate();
}

CompaniesTab::~CompaniesTab()
{
    m_closing.cancel();
    if (m_job != 0)
        m_session.activity.finish(m_job, Activity::Outcome::Cancelled);
}

void CompaniesTab::setupLayout()
{
    m_text->setWordWrap(true);
    setMuted(m_text);
    m_companyLabel->setBuddy(m_company);
    m_networkLabel->setBuddy(m_network);
    m_company->setFixedWidth(90);
    m_network->setFixedWidth(130);
    m_message->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    for (QWidget *widget : QList<QWidget *> {m_companyLabel, m_company, m_networkLabel, m_network, m_save})
        row->addWidget(widget);
    row->addWidget(m_message, 1);
    row->addWidget(m_read);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_text);
    layout->addLayout(row);
    layout->addWidget(m_grid, 1);
}

void CompaniesTab::refresh()
{
    m_directory.refresh();
    showCompanies();
}

void CompaniesTab::showCompanies()
{
    const int current = m_grid->currentIndex().row();
    m_model->setRowCount(0);
    for (const Company &company : m_directory.companies()) {
        auto *number = new QStandardItem(QString::number(company.id.value()));
        number->setData(true, TabularRole);
        m_model->appendRow({number, new QStandardItem(company.name),
                            new QStandardItem(company.network.isEmpty() ? tr("not used") : company.network)});
    }
    if (current >= 0 && current < m_model->rowCount())
        m_grid->setCurrentIndex(m_model->index(current, 0));
}

void CompaniesTab::chooseCurrent()
{
    const int row = m_grid->currentIndex().row();
    if (row < 0)
        return;
    m_company->setText(m_model->index(row, 0).data().toString());
    const int network = m_network->findText(m_model->index(row, 2).data().toString());
    if (network >= 0)
        m_network->setCurrentIndex(network);
}

void CompaniesTab::save()
{
    bool isNumber = false;
    const qint64 company = m_company->text().trimmed().toLongLong(&isNumber);
    if (!isNumber || company < 1) {
        tell(true, tr("Enter the number of a company of RM, from 1."));
        m_company->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString network = m_network->currentText();
    m_hands.call<void>(
        this,
        [&connections = m_session.connections, actor = m_session.actor, company, network] {
            return connections.setNetwork(actor, CompanyId(company), network);
        },
        [this, company, network](const Result<> &saved) {
            tell(!saved,
                 saved ? tr("Company %1 is %2.").arg(QString::number(company), network) : saved.error().message);
            m_directory.refresh();
        });
}

void CompaniesTab::readFromRm()
{
    if (m_job != 0)
        return;
    m_job = m_session.activity.start(
        {u"lookup all"_s, [] { return tr("Reading companies and lists from RM"); }, [this] { m_closing.cancel(); }});
    // The button stays as it is: a disabled one would lose the focus of whoever works by keyboard.
    tell(false, tr("Reading from RM…"));
    const auto then = [this](const Result<int> &rows) {
        m_session.activity.finish(std::exchange(m_job, 0),
                                  rows ? Activity::Outcome::Done
                                       : (rows.error().code == ErrorCode::Cancelled ? Activity::Outcome::Cancelled
                                                                                    : Activity::Outcome::Failed),
                                  rows ? QString() : rows.error().message);
        m_closing = CancelToken();
        tell(!rows, rows ? tr("%n row(s) read from RM.", nullptr, *rows) : rows.error().message);
        m_directory.refresh();
    };
    m_session.outside->refresh(m_session.actor, {}, {}, m_closing, answerTo<Result<int>>(this, then));
}

void CompaniesTab::tell(bool isProblem, const QString &text)
{
    m_message->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
    m_message->setText(text);
}

void CompaniesTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompaniesTab::retranslate()
{
    m_text->setText(
        tr("Only companies with a network take sales. The network decides how an enrolment is made, and gives "
           "the company its automatic resend."));
    m_model->setHorizontalHeaderLabels({tr("Company"), tr("Name in RM"), tr("Network")});
    m_grid->setAccessibleName(tr("Companies and their networks"));
    m_grid->setEmptyText(tr("No company yet. Without its network no sale of a company is imported: add it above."));
    m_companyLabel->setText(tr("C&ompany"));
    m_company->setAccessibleName(tr("Number of the company"));
    m_networkLabel->setText(tr("Net&work"));
    m_network->setAccessibleName(tr("Network"));
    m_save->setText(tr("&Save"));
    m_save->setAccessibleName(tr("Save the network of the company"));
    m_read->setText(tr("&Read the lists from RM"));
    showCompanies();
}

} // namespace ponte::ui
