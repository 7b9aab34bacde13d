// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QFrame>

namespace ponte::ui {

/// The keys of the monitor on one card above it. Any key or a click takes it away.
class KeyCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCard)

public:
    explicit KeyCard(QWidget *page);

    void open(); ///< in the middle of the page

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace ponte::ui
