// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/payloadloader.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ponte::ui {

class CodeFindBar;
class CodeView;
class PayloadOptions;
class StatePage;

/// One part of what an execution sent and received, with what there is to say about it: indented or as stored, folded,
/// searched, copied.
class PayloadView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadView)

public:
    PayloadView(PayloadLoader &loader, PayloadLoader::Part part, const PayloadOptions &options,
                QWidget *parent = nullptr);

    [[nodiscard]] CodeView *code() const { return m_code; }
    /// What the button for personal data says and whether it can be pressed; an empty text hides it.
    void setReveal(const QString &text, bool enabled, const QString &hint);

Q_SIGNALS:
    void revealRequested();
    void escaped();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupTools(const PayloadOptions &options);
    void setupMenu();
    void retranslate();
    void showLoaded();
    void showText();
    void showMenu(const QPoint &position);
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString problems() const;

    PayloadLoader &m_loader;
    const PayloadLoader::Part m_part;
    std::shared_ptr<const PayloadText> m_shown;
    bool m_isShownWhole = true;
    QLabel *m_facts;
    QPushButton *m_reveal;
    QToolButton *m_find;
    QToolButton *m_copyAll;
    QLabel *m_problems;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    CodeView *m_code;
    CodeFindBar *m_findBar;
    QAction *m_copy;
    QAction *m_copyValue;
    QAction *m_copyPath;
    QAction *m_fold;
    QAction *m_unfold;
    QAction *m_foldAll;
    QAction *m_unfoldAll;
};

} // namespace ponte::ui
