// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QAction>
#include <QDateTime>
#include <QWidget>

#include <functional>

namespace ponte::ui {

/// One of the places a person goes to from the navigation. It keeps its state while another place is shown.
class Place : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Place)

public:
    using QWidget::QWidget;

    /// Stable, never shown: settings and tests know the place by it.
    [[nodiscard]] virtual QString id() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;

    /// The place comes to the front, or leaves it.
    virtual void enter() {}
    virtual void leave() {}
    /// Asks whether the place may be left now; answers at once or after a question to the person.
    virtual void requestLeave(const std::function<void(bool)> &answer) { answer(true); }
    /// What the menu "Processes" offers while the place is in front; the actions are the place's own.
    [[nodiscard]] virtual QList<QAction *> processes() const { return {}; }
    /// Brings one of the place's own tabs to the front, by its stable name.
    virtual void showTab(const QString &name) { Q_UNUSED(name) }
    /// Reads everything shown anew.
    virtual void refresh() {}
    /// When what is shown was read; invalid where nothing was.
    [[nodiscard]] virtual QDateTime dataTime() const { return {}; }

Q_SIGNALS:
    void dataTimeChanged();
};

} // namespace ponte::ui
