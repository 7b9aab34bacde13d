// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/quicktext.h"

#include <QLineEdit>

class QLabel;

namespace ponte::ui {

/// One box for a CPF, RA, log id, sale id or any text, which says what it takes the text for.
class QuickBox final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuickBox)

public:
    explicit QuickBox(QWidget *parent = nullptr);

    [[nodiscard]] const log::QuickText &quick() const { return m_quick; }

Q_SIGNALS:
    void left(); ///< Esc or Down: the person wants back to what is searched

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showKind();
    void retranslate();

    log::QuickText m_quick;
    QLabel *m_kind;
};

} // namespace ponte::ui
