// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/historydialog.h"

#include "ui/widgets/grid.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyRows = 500;

} // namespace

HistoryDialog::HistoryDialog(const Session &session, const IntegrationView &integration, bool mayRestore,
                             QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_integration(integration)
    , m_mayRestore(mayRestore)
    , m_model(new QStandardItemModel(0, 6, this))
    , m_grid(new Grid(this))
    , m_text(new QLabel(this))
    , m_restore(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_grid->setObjectName(u"historyGrid"_s);
    m_grid->setModel(m_model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setColumnWidths({150, 100, 196, 150, 130, 150});
    m_restore->setObjectName(u"restore"_s);
    m_restore->setEnabled(false);
    m_text->setWordWrap(true);
    setMuted(m_text);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_close->setDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_text);
    layout->addWidget(m_grid, 1);
    layout->addWidget(buttons);
    resize(1000, 520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::showChoice);
    retranslate();
    read();
}

HistoryDialog::~HistoryDialog()
{
    m_ticket.cancel();
}

void HistoryDialog::read()
{
    const auto work = [&parameters = m_integration.parameters](storage::Connection &connection) {
        return parameters.history(connection, historyRows);
    };
    m_ticket = m_session.database.reads().read<QList<parameters::HistoryEntry>>(
        this, work, [this](const Result<QList<parameters::HistoryEntry>> &entries) {
            if (entries)
                useEntries(*entries);
            else
                m_problem = entries.error().message;
            retranslate();
        });
}

void HistoryDialog::useEntries(const QList<parameters::HistoryEntry> &entries)
{
    m_entries = entries;
    m_isRead = true;
    showEntries();
    if (!entries.isEmpty())
        m_grid->setCurrentIndex(m_model->index(0, 0));
    m_grid->setFocus();
}

void HistoryDialog::showEntries()
{
    m_model->setRowCount(int(m_entries.size()));
    for (int row = 0; row < m_entries.size(); ++row) {
        const parameters::HistoryEntry &entry = m_entries.at(row);
        const QStringList texts = textsOf(entry);
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QStandardItem(texts.at(column));
            item->setToolTip(column == 0 ? utcText(entry.at) : texts.at(column));
            if (column == 0)
                item->setData(true, TabularRole);
            m_model->setItem(row, column, item);
        }
    }
}

QStringList HistoryDialog::textsOf(const parameters::HistoryEntry &entry) const
{
    const auto valueText = [&entry](const QString &value) {
        if (entry.isSecret)
            return tr("changed");
        return value.isEmpty() ? tr("(not set)") : value;
    };
    const parameters::Definition *definition = m_integration.descriptor.parameters.find(entry.key);
    return {
        timeText(entry.at),
        entry.who,
        definition ? QCoreApplication::translate("Parameters", definition->label) : entry.key,
        scopeText(entry.scope),
        entry.isSecret ? QString() : valueText(entry.oldValue),
        valueText(entry.newValue),
    };
}

void HistoryDialog::showChoice()
{
    const int row = m_grid->currentIndex().row();
    m_restore->setEnabled(m_mayRestore && row >= 0 && !m_entries.at(row).isSecret);
}

void HistoryDialog::restore()
{
    const parameters::HistoryEntry &entry = m_entries.at(m_grid->currentIndex().row());
    Q_EMIT restoreRequested({entry.key, entry.scope}, entry.oldValue);
    accept();
}

QString HistoryDialog::scopeText(const parameters::Scope &scope) const
{
    switch (scope.kind) {
    case parameters::ScopeKind::Global:
        return tr("all companies");
    case parameters::ScopeKind::Company:
        return tr("company %1").arg(scope.company.value());
    case parameters::ScopeKind::Level:
        return tr("company %1, level %2").arg(scope.company.value()).arg(scope.level.value());
    }
    return {};
}

void HistoryDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QModelIndex current = m_grid->currentIndex();
        showEntries();
        m_grid->setCurrentIndex(current);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void HistoryDialog::retranslate()
{
    setWindowTitle(tr("History of the parameters"));
    m_model->setHorizontalHeaderLabels(
        {tr("When"), tr("Who"), tr("Parameter"), tr("Valid for"), tr("Before"), tr("After")});
    m_grid->setAccessibleName(tr("Changes of the parameters, newest first"));
    m_restore->setText(tr("&Take the old value back"));
    m_close->setText(tr("&Close"));
    if (!m_problem.isEmpty())
        m_text->setText(m_problem);
    else if (!m_isRead)
        m_text->setText(tr("Reading…"));
    else
        m_text->setText(m_entries.isEmpty() ? tr("Nothing was changed yet.")
                                            : tr("Newest first. Of tokens and passwords only the fact is kept."));
}

} // namespace ponte::ui
