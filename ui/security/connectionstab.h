// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/session.h"

#include <QScrollArea>

namespace ponte::ui {

class ConnectionForm;

/// How RM, the ERP and the server that reports are mailed by are reached. The Broker's address and token are parameters
/// of the integration.
class ConnectionsTab final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsTab)

public:
    ConnectionsTab(const Session &session, QWidget *parent);

    void refresh();

private:
    void giveKeysTo(const QWidget *focused);

    QList<ConnectionForm *> m_forms;
};

} // namespace ponte::ui
