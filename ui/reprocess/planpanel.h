// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/reprocess/entrymodel.h"
#include "ui/reprocess/planscope.h"
#include "ui/reprocess/planshares.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ponte::ui {

class Banner;
class Grid;
class Hands;
class PlanOptions;
class StatePage;

/// What a reprocess would do, before anything runs: how many records are in and why, how many are left out and why,
/// each of them by id. Confirming runs exactly these; a plan that is not confirmed is forgotten.
class PlanPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanPanel)

public:
    PlanPanel(const Session &session, const IntegrationView &integration, Hands &hands, const Directory &directory,
              const ReprocessScope &scope, QWidget *parent = nullptr);
    ~PlanPanel() override;

Q_SIGNALS:
    void confirmed(const ponte::work::Batch &batch);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupGrids();
    void setupLayout();
    void setupButtons();
    void makePlan();
    void forgetPlan();
    void readShares();
    void showPlan();
    void showFooter();
    void confirm();
    void handleConfirmed(const Result<work::Batch> &batch);
    void retranslate();

    const Session &m_session;
    const IntegrationView m_integration;
    Hands &m_hands;
    PlanShares m_shares;
    EntryModel m_entries;
    Banner *m_banner;
    QLabel *m_heading;
    QLabel *m_origin;
    PlanScope *m_scope;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QSplitter *m_splitter;
    Grid *m_shareGrid;
    Grid *m_entryGrid;
    PlanOptions *m_options;
    QCheckBox *m_consent;
    QLabel *m_notice;
    QPushButton *m_close;
    QPushButton *m_confirm;
    std::optional<work::Batch> m_plan;
    std::optional<Error> m_error; ///< why there is no plan
    int m_asked = 0; ///< counts the plans asked for: a late answer to an earlier question is dropped
    bool m_isConfirming = false;
};

} // namespace ponte::ui
