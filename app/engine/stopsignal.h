// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace ponte::app {

/// Turns SIGTERM and SIGINT into a signal in the event loop. One per program; a second SIGINT ends the program at once.
class StopSignal final : public QObject
{
    Q_OBJECT

public:
    StopSignal();
    ~StopSignal() override;

Q_SIGNALS:
    void received();

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace ponte::app
