// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ponte::ui {

enum class LeaveAnswer { Save, Discard, Stay };

/// The one place where the program asks a person; tests answer instead. The answer comes later, never from a nested
/// event loop.
class Questions
{
public:
    virtual ~Questions() = default;
    virtual void askUnsaved(QWidget *parent, const QString &text, std::function<void(LeaveAnswer)> answer) = 0;
    /// A question whose yes cannot be undone; `yes` names the act. Answers only a yes.
    virtual void askSure(QWidget *parent, const QString &title, const QString &text, const QString &yes,
                         std::function<void()> answer) = 0;
    /// A file to write or to read, of the kind that the proposed name ends in (JSON without one); answers only where
    /// one was chosen.
    virtual void askFile(QWidget *parent, const QString &title, bool toWrite, const QString &proposedName,
                         std::function<void(const QString &)> answer) = 0;
};

/// Window-modal message boxes.
class MessageBoxes final : public Questions
{
public:
    void askUnsaved(QWidget *parent, const QString &text, std::function<void(LeaveAnswer)> answer) override;
    void askSure(QWidget *parent, const QString &title, const QString &text, const QString &yes,
                 std::function<void()> answer) override;
    void askFile(QWidget *parent, const QString &title, bool toWrite, const QString &proposedName,
                 std::function<void(const QString &)> answer) override;
};

} // namespace ponte::ui
