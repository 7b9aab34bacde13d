// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/codesearch.h"
#include "ui/widgets/hands.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ponte::ui {

class CloseButton;

/// Searches in a text view, beside the UI thread. Enter and F3 go to the next hit, with Shift to the one before.
class CodeFindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeFindBar)

public:
    explicit CodeFindBar(CodeView *view, QWidget *parent = nullptr);
    ~CodeFindBar() override;

    void open();
    void close();
    void goOn(bool backwards);
    /// The view has another text.
    void searchAgain();
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showHits(const QList<CodeView::Hit> &hits);
    void go(int hit);
    void tellCount();

    CodeView *m_view;
    QLineEdit *m_wanted;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    CloseButton *m_close;
    QTimer m_typed;
    QList<CodeView::Hit> m_hits;
    int m_current = -1;
    bool m_isSearching = false;
    CancelToken m_cancel;
    Hands m_hands; ///< the last: it waits for searches under way
};

} // namespace ponte::ui
