// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/period.h"

#include <QToolButton>

namespace ponte::ui {

/// Chooses a period: presets in a menu, and "Free…" for two ends of one's own, which a small panel below asks for.
class PeriodButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeriodButton)

public:
    explicit PeriodButton(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] const Period &period() const { return m_period; }
    void setPeriod(const Period &period); ///< says nothing
    /// Below which widget the panel opens; the button itself where none is set.
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    /// Asks for two ends, beginning with today where none are chosen.
    void askFree();

Q_SIGNALS:
    void chosen(); ///< by the person

private:
    void choose(const Period &period);
    void showText();

    QString m_title;
    Period m_period;
    QWidget *m_anchor;
};

} // namespace ponte::ui
