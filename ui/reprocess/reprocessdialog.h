// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/work/batch.h"
#include "ui/reprocess/planscope.h"
#include "ui/widgets/session.h"

#include <QDialog>

class QVBoxLayout;

namespace ponte::ui {

class BatchPanel;
class Hands;

/// The window of one reprocess: first its plan, from the confirmation on its progress. Not modal, and closing it stops
/// nothing.
class ReprocessDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReprocessDialog)

public:
    ReprocessDialog(const Session &session, Hands &hands, QWidget *parent);

    void showPlan(const IntegrationView &integration, const Directory &directory, const ReprocessScope &scope);
    void showBatch(const IntegrationView &integration, const work::Batch &batch);
    /// 0 while a plan is shown.
    [[nodiscard]] qint64 batchId() const;
    /// Something about batches changed.
    void refresh();

Q_SIGNALS:
    void filterChosen(const ponte::log::Filter &filter);
    void confirmed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void show(QWidget *panel);

    const Session &m_session;
    Hands &m_hands;
    QWidget *m_panel = nullptr;
    BatchPanel *m_batchPanel = nullptr;
};

} // namespace ponte::ui
