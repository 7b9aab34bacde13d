// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/savedviews.h"
#include "core/storage/readpool.h"
#include "ui/widgets/hands.h"

#include <QToolButton>

#include <functional>

namespace ponte::ui {

struct Session;

/// The saved views of the monitor: those of the person and those that others shared. Opens, saves, changes and removes
/// them.
class ViewsButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewsButton)

public:
    explicit ViewsButton(const Session &session, QWidget *parent = nullptr);
    ~ViewsButton() override;

    /// What a view would keep now, as JSON.
    void setContent(std::function<QString()> content) { m_content = std::move(content); }
    /// Reads the list and then calls `then`, also where it could not be read or none are kept.
    void read(std::function<void()> then);
    /// Chooses the person's default view, if there is one.
    bool chooseDefault();
    /// The content has changed: says whether it still is that of the view chosen last.
    void noteContent();

Q_SIGNALS:
    void viewChosen(const QString &content, const QString &name);
    void copyLinkRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void fillChosen(const security::SavedView &view);
    void choose(const security::SavedView &view);
    void edit(const security::SavedView &view);
    void save(const security::SavedView &view, const std::function<void(const Result<qint64> &)> &done);
    void remove(const security::SavedView &view);
    void showText();
    [[nodiscard]] const security::SavedView *chosen() const;

    const Session &m_session;
    std::function<QString()> m_content;
    QList<security::SavedView> m_views;
    QStringList m_profiles;
    qint64 m_chosen = 0; ///< 0: none
    QString m_problem; ///< of the last try to write
    storage::ReadTicket m_ticket;
    Hands m_hands; ///< the last: it waits for calls that use the rest
};

} // namespace ponte::ui
