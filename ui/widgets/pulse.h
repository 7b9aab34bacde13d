// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace ponte::storage {
class ChangeFeed;
}

namespace ponte::ui {

/// Turns a stream of changes into a few moments in which a screen reads anew. The first change of a quiet time is told
/// at once.
class Pulse final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pulse)

public:
    /// `pause` is the shortest time between two moments.
    explicit Pulse(std::chrono::milliseconds pause = std::chrono::milliseconds(250), QObject *parent = nullptr);
    /// Also beats when nothing was told for this long, so that a lost database or a missed change is noticed.
    void follow(const storage::ChangeFeed &changes, std::chrono::milliseconds heartbeat);

public Q_SLOTS:
    void note(const QStringList &topics);

Q_SIGNALS:
    /// Topics since the last moment; empty where only "something" is known.
    void due(const QSet<QString> &topics);

private:
    void beat();

    QTimer m_pause;
    QTimer m_heartbeat;
    QSet<QString> m_topics;
    bool m_anything = false;
    bool m_pending = false;
};

} // namespace ponte::ui
