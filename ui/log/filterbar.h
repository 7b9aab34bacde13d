// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/log/logreader.h"
#include "ui/log/lognames.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ponte::ui {

class CheckMenu;

/// What restricts the monitor, in one row. Company and level come from the program's context, not from here.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    enum class Period { All, Today, Week, Month };

    FilterBar(const LogNames &names, const Clock &clock, QWidget *parent = nullptr);

    /// Writes its part of the filter; company and level stay as they are.
    void applyTo(log::Filter &filter) const;
    /// Shows a filter given by another place.
    void show(const log::Filter &filter);
    void clear();
    [[nodiscard]] bool isClear() const;
    void focusSearch();
    [[nodiscard]] Period period() const { return m_period; }
    [[nodiscard]] QString periodText() const;

Q_SIGNALS:
    void changed();
    void searchLeft(); ///< Esc or Down in the search box: the person wants back to the grid

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupMenus();
    void setupSearch();
    void setupLayout();
    void retranslate();
    void setPeriod(Period period);
    void showChosen();
    void announce();

    const LogNames &m_names;
    const Clock &m_clock;
    CheckMenu *m_status;
    CheckMenu *m_functionality;
    CheckMenu *m_module;
    QToolButton *m_periodButton;
    QToolButton *m_chosenButton; ///< shown while only chosen records are, and takes that back
    QLineEdit *m_search;
    QToolButton *m_clear;
    QTimer m_typing;
    QList<LogRecordId> m_chosen; ///< by another place, such as what failed in a reprocess
    Period m_period = Period::All;
};

/// What a person typed into the search box, as the members of a filter: "#123" is a log id, a CPF or CNPJ is looked for
/// by its digits, anything else is text.
void applySearch(const QString &typed, log::Filter &filter);

} // namespace ponte::ui
