// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/bundlejob.h"

#include "core/integration/bundle.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QWidget>

namespace ponte::ui {

using namespace Qt::StringLiterals;

BundleJob::BundleJob(const Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{}

void BundleJob::askAndWrite(const log::Record &record, std::optional<LogItemId> item)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the reproduction bundle"));
    dialog->setObjectName(u"bundleFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Zip files (*.zip)"));
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString execution = item ? u"-item-%1"_s.arg(item->value()) : QString();
    dialog->selectFile(u"ponte-log-%1%2.zip"_s.arg(QString::number(record.id.value()), execution));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, record, item](const QString &file) { write(record, item, file); });
    dialog->open();
}

void BundleJob::write(const log::Record &record, std::optional<LogItemId> item, const QString &file)
{
    const IntegrationView *integration = nullptr;
    for (const IntegrationView &view : m_session.integrations) {
        if (view.descriptor.id == record.key.integration)
            integration = &view;
    }
    if (!integration)
        return;
    Activity &activity = m_session.activity;
    const int id =
        activity.start({{}, [number = record.id.value()] { return tr("Reproduction bundle of log %1").arg(number); }});
    const QString program = u"Ponte %1"_s.arg(QCoreApplication::applicationVersion());
    const integration::BundleSources sources {integration->descriptor, integration->parameters, m_session.connections,
                                              m_session.clock.now(), program};
    const auto work = [record, item, file, sources, actor = m_session.actor](storage::Connection &connection) {
        return integration::writeReproductionBundle(connection, actor, record, item, file, sources);
    };
    // Activities outlive this page, which may go before the file is whole.
    const auto told = [&activity, id, file, job = QPointer(this)](const Result<> &written) {
        activity.finish(id, written ? Activity::Outcome::Done : Activity::Outcome::Failed,
                        written ? QDir::toNativeSeparators(file) : written.error().message);
        if (job)
            Q_EMIT job->ended(written.has_value(),
                              written ? tr("The bundle was saved in %1. Personal data and secrets in it are masked.")
                                            .arg(QDir::toNativeSeparators(file))
                                      : tr("The bundle was not saved. %1").arg(written.error().message));
    };
    (void)m_session.database.reads().read<void>(&activity, work, told);
}

} // namespace ponte::ui
