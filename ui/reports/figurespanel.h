// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportlanguage.h"
#include "core/reports/summary.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace ponte::ui {

class ChartView;
class StatePage;

/// What the report's cover says: totals, times, deadlines and charts, in the report's language.
class FiguresPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiguresPanel)

public:
    explicit FiguresPanel(QWidget *parent = nullptr);

    void showReading();
    void showFailure(const Error &error);
    void show(const reports::Summary &summary, const integration::Descriptor &descriptor,
              const reports::ReportLanguage &language);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNumbers(const reports::Summary &summary, const reports::ReportLanguage &language);
    void showCharts(const reports::Summary &summary, const integration::Descriptor &descriptor,
                    const reports::ReportLanguage &language);
    void showDeadlines(const reports::Summary &summary, const reports::ReportLanguage &language);
    void showCauses(const reports::Summary &summary, const reports::ReportLanguage &language);

    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QScrollArea *m_area;
    QGridLayout *m_numbers;
    ChartView *m_days;
    ChartView *m_functionalities;
    ChartView *m_ageing;
    QLabel *m_deadlines;
    QLabel *m_causes;
    std::function<void()> m_describe; ///< says again, in another language, what is shown
};

} // namespace ponte::ui
