// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/parameters/draft.h"
#include "ui/widgets/session.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace ponte::ui {

class Grid;

/// Who changed which parameter when, from what to what; an older value can be taken back into the draft.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)

public:
    HistoryDialog(const Session &session, const IntegrationView &integration, bool mayRestore, QWidget *parent);
    ~HistoryDialog() override;

Q_SIGNALS:
    /// The person wants this text back; nothing is saved by it.
    void restoreRequested(const ponte::ui::Draft::Field &field, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void useEntries(const QList<parameters::HistoryEntry> &entries);
    void showEntries();
    [[nodiscard]] QStringList textsOf(const parameters::HistoryEntry &entry) const;
    void showChoice();
    void restore();
    void retranslate();
    [[nodiscard]] QString scopeText(const parameters::Scope &scope) const;

    const Session &m_session;
    const IntegrationView m_integration;
    const bool m_mayRestore;
    storage::ReadTicket m_ticket;
    QList<parameters::HistoryEntry> m_entries;
    QStandardItemModel *m_model;
    Grid *m_grid;
    QLabel *m_text;
    QPushButton *m_restore;
    QPushButton *m_close;
    QString m_problem; ///< why nothing could be read
    bool m_isRead = false;
};

} // namespace ponte::ui
