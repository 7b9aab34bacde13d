// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/place.h"
#include "ui/widgets/session.h"

class QTabWidget;

namespace ponte::ui {

class Directory;
class Questions;

/// "Administração": connections, companies and their networks, API clients, people and profiles. A tab that nothing is
/// released for is not there.
class AdministrationPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdministrationPage)

public:
    AdministrationPage(const Session &session, Directory &directory, Questions &questions, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override { refresh(); }
    void refresh() override { Q_EMIT refreshRequested(); }
    /// "connections", "companies", "clients", "people", "profiles".
    void showTab(const QString &name) override;
    /// Whether anything here is released for who acts.
    [[nodiscard]] static bool isFor(const security::Actor &actor);

Q_SIGNALS:
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    template<class Tab>
    void addTab(Tab *tab, const char *title);
    void retranslate();

    QTabWidget *m_tabs;
    QList<const char *> m_titles;
};

} // namespace ponte::ui
