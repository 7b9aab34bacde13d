// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/reprocessdialog.h"

#include "ui/reprocess/batchpanel.h"
#include "ui/reprocess/batchtext.h"
#include "ui/reprocess/planpanel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ponte::ui {

ReprocessDialog::ReprocessDialog(const Session &session, Hands &hands, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_hands(hands)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    resize(1160, 680);
}

void ReprocessDialog::showPlan(const IntegrationView &integration, const Directory &directory,
                               const ReprocessScope &scope)
{
    auto *panel = new PlanPanel(m_session, integration, m_hands, directory, scope, this);
    connect(panel, &PlanPanel::closeRequested, this, &QDialog::close);
    connect(panel, &PlanPanel::confirmed, this, [this, integration](const work::Batch &batch) {
        showBatch(integration, batch);
        Q_EMIT confirmed();
    });
    show(panel);
}

void ReprocessDialog::showBatch(const IntegrationView &integration, const work::Batch &batch)
{
    auto *panel = new BatchPanel(m_session, integration, m_hands, batch, this);
    connect(panel, &BatchPanel::closeRequested, this, &QDialog::close);
    connect(panel, &BatchPanel::filterChosen, this, &ReprocessDialog::filterChosen);
    show(panel);
    m_batchPanel = panel;
    retranslate();
}

void ReprocessDialog::show(QWidget *panel)
{
    if (m_panel) {
        m_panel->hide();
        // It may be the one that asks for this.
        m_panel->deleteLater();
    }
    m_panel = panel;
    layout()->addWidget(panel);
    retranslate();
    panel->setFocus(Qt::OtherFocusReason);
}

qint64 ReprocessDialog::batchId() const
{
    return m_batchPanel ? m_batchPanel->batchId() : 0;
}

void ReprocessDialog::refresh()
{
    if (m_batchPanel)
        m_batchPanel->refresh();
}

void ReprocessDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ReprocessDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter presses the button that has the focus and no other one: nothing starts by accident.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return;
    QDialog::keyPressEvent(event);
}

void ReprocessDialog::retranslate()
{
    setWindowTitle(m_batchPanel ? batchTitle(m_batchPanel->batchId()) : tr("Reprocess data"));
}

} // namespace ponte::ui
