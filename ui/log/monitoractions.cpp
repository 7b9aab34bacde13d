// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// What a person may do with the records of the monitor.

#include "core/work/notices.h"
#include "ui/log/monitorpage.h"
#include "ui/log/signaturespanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/session.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QPushButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

void MonitorPage::setupActions()
{
    m_reprocess->setObjectName(u"reprocess"_s);
    m_reprocess->setIcon(themeIcon(u"view-refresh"_s));
    m_reprocess->setShortcuts({QKeySequence(u"Ctrl+R"_s), QKeySequence(u"R"_s)});
    m_reprocess->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_resendNotice->setObjectName(u"resendNotice"_s);
    m_resendNotice->setIcon(themeIcon(u"mail-send"_s));
    m_showBatches->setObjectName(u"showBatches"_s);
    m_showBatches->setIcon(themeIcon(u"view-history"_s));
    m_copyLink->setObjectName(u"copyLink"_s);
    m_copyLink->setIcon(themeIcon(u"edit-link"_s));
    connect(m_copyLink, &QAction::triggered, this, &MonitorPage::copyLink);
    m_export->setObjectName(u"exportRecords"_s);
    m_export->setIcon(themeIcon(u"document-export"_s));
    m_export->setShortcut(QKeySequence(u"Ctrl+E"_s));
    m_export->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_export, &QAction::triggered, this,
            [this] { Q_EMIT reportRequested(view().filterAt(m_session.clock.now())); });
    addActions({m_reprocess, m_resendNotice, m_showBatches, m_export, m_copyLink});
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions({m_reprocess, m_resendNotice, m_showBatches});
    connect(m_reprocess, &QAction::triggered, this, &MonitorPage::requestReprocess);
    connect(m_resendNotice, &QAction::triggered, this, &MonitorPage::resendNotices);
    connect(m_showBatches, &QAction::triggered, this, &MonitorPage::batchesRequested);
    connect(&m_context, &Context::changed, this, &MonitorPage::showActions);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showActions();
        showSelection();
        reportVisibleRows();
    });
    showActions();
}

void MonitorPage::retranslateActions()
{
    m_reprocess->setText(tr("&Reprocess data…"));
    m_showBatches->setText(tr("Re&processes…"));
    m_export->setText(tr("&Export…"));
    m_copyLink->setText(tr("Copy the &link to this view"));
    m_explain->setText(tr("&Why?"));
    m_compare->setText(tr("&Compare attempts"));
    m_searchPayloads->setText(tr("&Search the data sent and received…"));
    m_showKeys->setText(tr("&Keys of the monitor"));
    m_group->setText(tr("Group by error"));
    showActions();
}

void MonitorPage::showActions()
{
    const bool mayReprocess = m_session.actor.require(security::Action::Reprocess, m_context.company()).has_value();
    m_reprocess->setEnabled(mayReprocess);
    m_export->setEnabled(m_session.actor.require(security::Action::ExportReports, m_context.company()).has_value());
    const log::Record *record = m_model.recordAt(m_grid->currentIndex().row());
    const integration::Functionality *notice = record ? noticeOf(*record) : nullptr;
    m_explain->setEnabled(record != nullptr);
    m_compare->setEnabled(record != nullptr);
    m_resendNotice->setEnabled(mayReprocess && notice);
    m_resendNotice->setText(notice ? QCoreApplication::translate("Integrations", notice->resend)
                                   : tr("Send the notice again"));
}

const integration::Functionality *MonitorPage::noticeOf(const log::Record &record) const
{
    for (const IntegrationView &view : m_session.integrations) {
        const integration::Functionality *found = view.descriptor.functionality(record.key.functionality);
        if (view.descriptor.id == record.key.integration && found && found->resend)
            return found;
    }
    return nullptr;
}

void MonitorPage::resendNotices()
{
    const QList<int> rows = selectedRows();
    m_model.fetch(rows, [this](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error,
                           tr("The selected records could not be read. %1").arg(records.error().message));
            return;
        }
        QList<LogRecordId> ids;
        for (const log::Record &record : *records)
            ids.append(record.id);
        using Outcomes = QList<std::pair<LogRecordId, Result<>>>;
        const auto work = [&notices = m_session.notices, actor = m_session.actor, ids]() -> Result<Outcomes> {
            Outcomes outcomes;
            for (const LogRecordId id : ids)
                outcomes.append({id, notices.resend(actor, id)});
            return outcomes;
        };
        m_hands.call<Outcomes>(this, work, [this](const Result<Outcomes> &outcomes) { tellResent(*outcomes); });
    });
}

void MonitorPage::tellResent(const QList<std::pair<LogRecordId, Result<>>> &outcomes)
{
    QStringList refused;
    for (const auto &[id, result] : outcomes) {
        if (!result)
            refused.append(u"%1: %2"_s.arg(id.value()).arg(result.error().message));
    }
    const int sent = int(outcomes.size() - refused.size());
    const QString text = tr("%n notice(s) are being sent again; nothing else is repeated.", nullptr, sent);
    if (refused.isEmpty())
        m_banner->tell(Banner::Kind::Info, text);
    else
        m_banner->tell(Banner::Kind::Warning,
                       (sent > 0 ? text + u'\n' : QString()) + tr("Not sent: %1").arg(refused.join(u'\n')));
}

void MonitorPage::requestReprocess()
{
    if (m_group->isChecked()) {
        if (const std::optional<log::Filter> chosen = m_signatures->chosenFilter())
            Q_EMIT reprocessRequested({}, *chosen);
        return;
    }
    const QList<int> rows = selectedRows();
    if (rows.isEmpty() || m_isAllMatching) {
        Q_EMIT reprocessRequested({}, m_model.filter());
        return;
    }
    if (rows.size() > LogModel::copyLimit) {
        qint64 chosen = 0;
        for (const QItemSelectionRange &range : m_grid->selectionModel()->selection())
            chosen += range.height();
        if (chosen >= m_model.rowCount() && m_chooseAll->isHidden())
            Q_EMIT reprocessRequested({}, m_model.filter());
        else
            m_banner->tell(Banner::Kind::Warning,
                           tr("More than %1 records cannot be chosen one by one. Choose fewer, or press Ctrl+A and "
                              "choose all that match.")
                               .arg(QLocale().toString(LogModel::copyLimit)));
        return;
    }
    m_model.fetch(rows, [this](const Result<QList<log::Record>> &records) {
        if (!records) {
            m_banner->tell(Banner::Kind::Error,
                           tr("The selected records could not be read. %1").arg(records.error().message));
            return;
        }
        QList<LogRecordId> ids;
        for (const log::Record &record : *records)
            ids.append(record.id);
        Q_EMIT reprocessRequested(ids, m_model.filter());
    });
}

} // namespace ponte::ui
