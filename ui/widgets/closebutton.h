// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QToolButton>

namespace ponte::ui {

/// The quiet cross that closes a strip or a panel: in the colour of the text around it, whatever the icon theme has.
class CloseButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseButton)

public:
    explicit CloseButton(QWidget *parent);

    /// What it closes, for the pointer and for a screen reader.
    void setMeaning(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ponte::ui
