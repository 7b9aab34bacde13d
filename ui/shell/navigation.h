// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace ponte::ui {

/// The places of the program, one below the other.
class Navigation final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigation)

public:
    explicit Navigation(QWidget *parent = nullptr);

    void clear();
    void add(const QString &text, const QString &iconName);
    void setText(int place, const QString &text);
    /// None is marked where the place has no entry.
    void setCurrent(int place);

Q_SIGNALS:
    /// The person asks for a place; setCurrent() says whether it was reached.
    void chosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_layout;
    bool m_isSetting = false;
};

} // namespace ponte::ui
