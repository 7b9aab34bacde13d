// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ponte::ui {

class CloseButton;

/// A message strip inside a page: what happened and what to do, beside what it is about. Hidden while there is nothing
/// to say.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    enum class Kind { Info, Warning, Error };

    explicit Banner(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &text, const QString &action = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    CloseButton *m_close;
};

} // namespace ponte::ui
