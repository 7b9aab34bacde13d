// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/parameters/draft.h"
#include "ui/parameters/impact.h"
#include "ui/parameters/lookupstore.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace ponte::ui {

class Banner;
class ConnectionTest;
class Context;
class Directory;
class ParameterActions;
class ParameterTab;
class Questions;
class StatePage;

/// "Parâmetros" of one integration: the tabs of its schema, edited as one draft and saved in one transaction.
class ParametersPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParametersPage)

public:
    ParametersPage(const Session &session, const IntegrationView &integration, Context &context,
                   const Directory &directory, Questions &questions, QWidget *parent = nullptr);
    ~ParametersPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void requestLeave(const std::function<void(bool)> &answer) override;
    void refresh() override;
    void showTab(const QString &name) override;
    [[nodiscard]] QDateTime dataTime() const override { return m_readAt; }

    [[nodiscard]] bool isChanged() const { return m_draft.isChanged(); }
    /// `then` hears whether it was saved; a refused value or a conflict is shown on the page.
    void save(std::function<void(bool)> then = {});
    void discard();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupTabs(const Directory &directory);
    void setupActions();
    void setupTest(ParameterTab &tab);
    [[nodiscard]] std::optional<parameters::ConnectionTrial> trialOf(const ParameterTab &tab) const;
    void setupFooter();
    void setupLayout();
    void retranslate();
    void read(bool afterConflict = false);
    void useValues(const QList<parameters::Value> &values, bool afterConflict);
    void showAll();
    void showFooter();
    void readImpact();
    void propose(const QList<parameters::Change> &changes);
    void handleSaved(const Result<> &result, const std::function<void(bool)> &then);
    void tellConflict();
    [[nodiscard]] ParameterTab *tabOf(const Draft::Field &field) const;
    [[nodiscard]] QString labelOf(const Draft::Field &field) const;
    void revealSecret(ParameterTab &tab);
    void chooseOwnCompany();
    void followContext();

    const Session &m_session;
    const IntegrationView m_integration;
    Context &m_context;
    const Directory &m_directory;
    Questions &m_questions;
    LookupStore m_lookups;
    Pulse m_pulse;
    Draft m_draft;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QTabWidget *m_tabs;
    QList<ParameterTab *> m_pages;
    ParameterActions *m_actions;
    QTimer m_impactPause;
    storage::ReadTicket m_impactTicket;
    std::optional<Impact> m_impact;
    QLabel *m_summary;
    QLabel *m_touched;
    QPushButton *m_undo;
    QPushButton *m_save;
    storage::ReadTicket m_ticket;
    QDateTime m_readAt;
    std::optional<Error> m_readError;
    bool m_wasRead = false;
    bool m_isSaving = false;
    bool m_isAsking = false;
    bool m_mayEdit = true;
};

} // namespace ponte::ui
