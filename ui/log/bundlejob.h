// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <QObject>

#include <optional>

class QWidget;

namespace ponte::ui {

struct Session;

/// Asks for a file and writes a reproduction bundle to it, seen among the activities.
class BundleJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BundleJob)

public:
    explicit BundleJob(const Session &session, QWidget *window);

    void askAndWrite(const log::Record &record, std::optional<LogItemId> item);
    /// To a file that was chosen.
    void write(const log::Record &record, std::optional<LogItemId> item, const QString &file);

Q_SIGNALS:
    void ended(bool written, const QString &text); ///< `text` is a whole sentence

private:
    const Session &m_session;
    QWidget *m_window;
};

} // namespace ponte::ui
