// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QWidget>

class QLabel;
class QRadioButton;

namespace ponte::ui {

class Directory;

/// What the monitor shows when a person asks for a reprocess.
struct ReprocessScope {
    QList<LogRecordId> selected; ///< empty where nothing, or more than can be named, is selected
    log::Filter filter; ///< of the monitor, with company and level
};

/// The choice between the selected records, all that the filter matches, and all in error or pending.
class PlanScope final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanScope)

public:
    PlanScope(ReprocessScope scope, const Directory &directory, QWidget *parent = nullptr);

    [[nodiscard]] log::Filter filter() const;

Q_SIGNALS:
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] log::Filter everything() const;

    const ReprocessScope m_scope;
    const Directory &m_directory;
    QRadioButton *m_selected;
    QRadioButton *m_matching;
    QRadioButton *m_everything;
    QLabel *m_only; ///< says it where there is nothing to choose
};

} // namespace ponte::ui
