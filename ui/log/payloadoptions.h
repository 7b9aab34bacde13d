// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QAction>

namespace ponte::ui {

/// How payloads are shown, the same in all views of a panel.
class PayloadOptions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadOptions)

public:
    explicit PayloadOptions(QObject *parent);
    void retranslate();

    QAction *const stored; ///< checked: as stored, without indentation
    QAction *const wrap;
    QAction *const numbers;
};

} // namespace ponte::ui
