// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/security/actor.h"
#include "core/storage/readpool.h"

#include <QWidget>

#include <array>
#include <functional>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace ponte::ui {

class CodeView;
class StatePage;

/// What one execution sent and received: read, indented and shown without stopping the window, however large it is.
class PayloadView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadView)

public:
    PayloadView(storage::ReadPool &reads, security::Actor actor, QWidget *parent = nullptr);
    ~PayloadView() override;

    void setItem(const log::Item &item, CompanyId company);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Part { Sent, Received, Detail, PartCount };
    struct Texts {
        std::array<QString, PartCount> raw;
        std::array<QString, PartCount> indented;
    };
    [[nodiscard]] static Result<Texts> readTexts(storage::Connection &connection, LogItemId item);

    void setupTabs();
    void setupTools();
    void retranslate();
    void showTexts();
    void showState(const QString &icon, const QString &title, const QString &text);
    void copyShown();

    storage::ReadPool &m_reads;
    const security::Actor m_actor;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QTabWidget *m_tabs;
    std::array<CodeView *, PartCount> m_views {};
    std::array<QLabel *, PartCount> m_notes {};
    QToolButton *m_raw;
    QToolButton *m_wrap;
    QToolButton *m_numbers;
    QToolButton *m_copy;
    Texts m_texts;
    std::optional<LogItemId> m_item;
    storage::ReadTicket m_ticket;
    std::function<void()> m_describeState; ///< shows the current state page anew, in the current language
};

} // namespace ponte::ui
