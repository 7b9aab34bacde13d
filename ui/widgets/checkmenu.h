// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QIcon>
#include <QToolButton>

namespace ponte::ui {

/// A button whose menu ticks any number of choices; none ticked means all. The button says what is ticked, as far as a
/// row of buttons leaves it room.
class CheckMenu final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckMenu)

public:
    struct Choice {
        QString id;
        QString text;
        QIcon icon = {};
    };

    explicit CheckMenu(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Keeps the ticks of choices that remain.
    void setChoices(const QList<Choice> &choices);
    [[nodiscard]] QStringList checked() const;
    void setChecked(const QStringList &ids);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSummary();

    QString m_title;
};

} // namespace ponte::ui
