// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/reprocessdesk.h"

#include "core/base/logging.h"
#include "core/integration/reprocess.h"
#include "ui/reprocess/batchlist.h"
#include "ui/reprocess/batchtext.h"
#include "ui/reprocess/reprocessdialog.h"
#include "ui/widgets/activity.h"

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int endedShown = 50;

} // namespace

ReprocessDesk::ReprocessDesk(const Session &session, const Directory &directory, QWidget &window)
    : m_session(session)
    , m_directory(directory)
    , m_window(window)
{
    connect(&m_pulse, &Pulse::due, this, [this](const QSet<QString> &topics) {
        if (topics.isEmpty() || topics.contains(u"batch"_s))
            read();
    });
    m_pulse.follow(session.changes, std::chrono::seconds(5));
    read();
}

ReprocessDesk::~ReprocessDesk()
{
    // They use the session and the hands, which go now.
    for (const QPointer<ReprocessDialog> &dialog : std::as_const(m_dialogs))
        delete dialog.data();
    delete m_list.data();
    for (const Known &known : std::as_const(m_known))
        m_session.activity.finish(known.job, Activity::Outcome::Done, tr("It goes on without this window."));
}

void ReprocessDesk::read()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    const auto work = [](storage::Connection &connection) { return work::batches(connection, endedShown); };
    m_session.database.reads().read<QList<work::Batch>>(this, work, [this](const Result<QList<work::Batch>> &batches) {
        m_isReading = false;
        // What could not be read now is asked for again by the next beat.
        if (batches)
            follow(*batches);
        else
            qCWarning(lcUi) << "the reprocesses could not be read:" << batches.error().message;
        if (std::exchange(m_isStale, false))
            read();
    });
}

void ReprocessDesk::follow(const QList<work::Batch> &batches)
{
    m_batches = batches;
    m_wasRead = true;
    for (const work::Batch &batch : batches) {
        const auto known = m_known.find(batch.id);
        if (batch.isActive()) {
            const int job = known == m_known.end() ? startJob(batch) : known->job;
            m_known.insert(batch.id, {job, batch});
            const QString detail = batch.state == work::BatchState::Running
                                       ? countsText(batch.counts)
                                       : u"%1 · %2"_s.arg(stateText(batch.state), countsText(batch.counts));
            m_session.activity.tell(job, detail, batch.counts.planned - batch.counts.remaining(), batch.counts.planned);
        } else if (known != m_known.end()) {
            endJob(*known, batch);
            m_known.erase(known);
        }
    }
    m_dialogs.removeIf([](const QPointer<ReprocessDialog> &dialog) { return dialog.isNull(); });
    for (const QPointer<ReprocessDialog> &dialog : std::as_const(m_dialogs))
        dialog->refresh();
    if (m_list)
        m_list->setBatches(m_batches);
}

int ReprocessDesk::startJob(const work::Batch &batch)
{
    // The activity place outlives an open session.
    const auto cancelIt = [desk = QPointer(this), batch] {
        if (desk)
            desk->cancel(batch);
    };
    const auto openIt = [desk = QPointer(this), id = batch.id] {
        if (desk)
            desk->openBatch(id);
    };
    return m_session.activity.start(
        {u"batch-%1"_s.arg(batch.id), [id = batch.id] { return batchTitle(id); }, cancelIt, openIt});
}

void ReprocessDesk::endJob(const Known &known, const work::Batch &batch)
{
    Activity::Outcome outcome = failures(batch.counts) > 0 ? Activity::Outcome::Failed : Activity::Outcome::Done;
    if (batch.state == work::BatchState::Cancelled)
        outcome = Activity::Outcome::Cancelled;
    m_session.activity.finish(known.job, outcome, countsText(batch.counts));
}

void ReprocessDesk::cancel(const work::Batch &batch)
{
    const auto work = [&service = integrationOf(batch.integration).reprocess, actor = m_session.actor, id = batch.id] {
        return service.order(actor, id, work::BatchOrder::Cancel);
    };
    m_hands.call<work::Batch>(this, work, [this, id = batch.id](const Result<work::Batch> &cancelled) {
        const auto known = m_known.constFind(id);
        if (!cancelled && known != m_known.cend())
            m_session.activity.tell(known->job, cancelled.error().message);
        read();
    });
}

const IntegrationView &ReprocessDesk::integrationOf(const QString &id) const
{
    const auto found =
        std::find_if(m_session.integrations.begin(), m_session.integrations.end(),
                     [&id](const IntegrationView &integration) { return integration.descriptor.id == id; });
    return found == m_session.integrations.end() ? m_session.integrations.first() : *found;
}

ReprocessDialog *ReprocessDesk::newDialog()
{
    auto *dialog = new ReprocessDialog(m_session, m_hands, &m_window);
    connect(dialog, &ReprocessDialog::filterChosen, this, &ReprocessDesk::filterChosen);
    connect(dialog, &ReprocessDialog::confirmed, this, &ReprocessDesk::read);
    m_dialogs.append(dialog);
    return dialog;
}

void ReprocessDesk::openPlan(const ReprocessScope &scope)
{
    ReprocessDialog *dialog = newDialog();
    dialog->showPlan(m_session.integrations.first(), m_directory, scope);
    dialog->QDialog::show();
}

void ReprocessDesk::openBatch(qint64 id)
{
    for (const QPointer<ReprocessDialog> &dialog : std::as_const(m_dialogs)) {
        if (dialog && dialog->batchId() == id) {
            dialog->QDialog::show();
            dialog->raise();
            dialog->activateWindow();
            return;
        }
    }
    const auto batch =
        std::find_if(m_batches.begin(), m_batches.end(), [id](const work::Batch &each) { return each.id == id; });
    if (batch == m_batches.end())
        return;
    ReprocessDialog *dialog = newDialog();
    dialog->showBatch(integrationOf(batch->integration), *batch);
    dialog->QDialog::show();
}

void ReprocessDesk::openList()
{
    if (!m_list) {
        m_list = new BatchListDialog(m_directory, &m_window);
        connect(m_list, &BatchListDialog::batchChosen, this, &ReprocessDesk::openBatch);
        if (m_wasRead)
            m_list->setBatches(m_batches);
    }
    m_list->show();
    m_list->raise();
    m_list->activateWindow();
}

} // namespace ponte::ui
