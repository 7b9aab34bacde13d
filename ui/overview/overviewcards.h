// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/overview/overviewreading.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;

namespace ponte::ui {

/// Three cards above the tables: what waits, by its age; what the next failure cancels; how the outside systems are.
/// Each number leads to its records.
class OverviewCards final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewCards)

public:
    explicit OverviewCards(QWidget *parent = nullptr);

    void setReading(const OverviewReading &reading);

Q_SIGNALS:
    void filterChosen(const ponte::log::Filter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Card {
        QFrame *frame = nullptr;
        QLabel *title = nullptr;
        QGridLayout *rows = nullptr;
    };
    struct Line {
        QString name;
        QString text;
        bool isBad = false;
    };
    [[nodiscard]] Card makeCard(const QString &name);
    [[nodiscard]] static bool isNews(QString &shown, const QString &now);
    [[nodiscard]] QList<Line> destinationLines() const;
    [[nodiscard]] QPushButton *makeNumber(const QString &name);
    void showWaiting();
    void showRisks();
    void showDestinations();
    void retranslate();

    OverviewReading m_reading;
    Card m_waiting, m_risk, m_health;
    QList<QPushButton *> m_ages;
    QList<QLabel *> m_ageTexts;
    QList<std::pair<QLabel *, QLabel *>> m_healthLabels;
    QString m_riskShown;
};

} // namespace ponte::ui
