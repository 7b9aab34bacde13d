// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/pulse.h"

#include "core/storage/database.h"

namespace ponte::ui {

Pulse::Pulse(std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_pending)
            beat();
    });
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { note({}); });
}

void Pulse::follow(const storage::ChangeFeed &changes, std::chrono::milliseconds heartbeat)
{
    connect(&changes, &storage::ChangeFeed::changed, this, &Pulse::note);
    m_heartbeat.start(heartbeat);
}

void Pulse::note(const QStringList &topics)
{
    m_pending = true;
    m_anything = m_anything || topics.isEmpty();
    m_topics.unite(QSet<QString>(topics.begin(), topics.end()));
    if (!m_pause.isActive())
        beat();
}

void Pulse::beat()
{
    const QSet<QString> topics = m_anything ? QSet<QString>() : m_topics;
    m_pending = false;
    m_anything = false;
    m_topics.clear();
    m_pause.start();
    if (m_heartbeat.isActive())
        m_heartbeat.start();
    Q_EMIT due(topics);
}

} // namespace ponte::ui
