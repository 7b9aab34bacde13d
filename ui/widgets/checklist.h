// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/checkline.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace ponte::ui {

/// The checks of a connection test, one line each: how it ended, what it is called, what was seen.
class CheckList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckList)

public:
    explicit CheckList(QWidget *parent = nullptr);

    void clear();
    void add(const CheckLine &line);
    [[nodiscard]] const QList<CheckLine> &lines() const { return m_lines; }
    /// None where every check passed, or was not judged.
    [[nodiscard]] const CheckLine *firstFailure() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const CheckLine &line);
    void showAll();

    QList<CheckLine> m_lines;
    QGridLayout *m_grid = nullptr;
};

} // namespace ponte::ui
