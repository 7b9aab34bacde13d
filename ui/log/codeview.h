// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QPlainTextEdit>

namespace ponte::ui {

/// Text to read and copy: fixed width, line numbers, colours for the names in JSON and XML. Never editable.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)

public:
    explicit CodeView(QWidget *parent = nullptr);

    void setCode(const QString &text);
    void setWrapping(bool wrap);
    void setNumbered(bool numbered);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;
    void layoutMargin();
    void paintMargin(QPaintEvent *event);

    Margin *m_margin;
    bool m_isNumbered = true;
};

} // namespace ponte::ui
