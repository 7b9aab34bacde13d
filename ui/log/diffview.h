// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/comparison.h"
#include "ui/log/differencemodel.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace ponte::ui {

class CodeView;
class Grid;
class StatePage;
struct Session;

/// Compares two executions of a record, or one with that of a similar record that succeeded: what was sent, what was
/// received, and the parameters valid then. As a list of places, or as two texts side by side. It reads only while it
/// is seen.
class DiffView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    explicit DiffView(const Session &session, QWidget *parent = nullptr);
    ~DiffView() override;

    void setRecord(const log::Record &record);
    /// Oldest first; the newest is compared with the one before it, or with a similar success.
    void setAttempts(const QList<log::Item> &attempts);
    /// The execution that is looked at takes the right side.
    void setCurrentAttempt(LogItemId item);
    void setRevealed(bool revealed);
    void clear();

Q_SIGNALS:
    void escaped();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupChoices(QVBoxLayout *layout);
    void setupList();
    void setupSides();
    void retranslate();
    void readSimilar();
    void fillSides();
    void chooseSides();
    void compareIfSeen();
    void compareNow();
    void showComparison(const Comparison &comparison);
    void showState(const QString &icon, const QString &title, const QString &text, const QString &action = {});
    void showChosenForm();
    void copyShown();
    [[nodiscard]] QString nameOf(const ComparedItem &side) const;
    [[nodiscard]] const ComparedItem *chosen(const QComboBox *box) const;
    [[nodiscard]] ComparedPart part() const;
    [[nodiscard]] const parameters::Parameters *parametersOf(const log::RecordKey &key) const;

    const Session &m_session;
    DifferenceModel m_model;
    QComboBox *m_left;
    QComboBox *m_right;
    QButtonGroup *m_parts;
    QCheckBox *m_onlyDifferences;
    QToolButton *m_sideBySide;
    QToolButton *m_copy;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    Grid *m_grid;
    QSplitter *m_sides;
    CodeView *m_leftText;
    CodeView *m_rightText;
    StatePage *m_statePage;
    std::optional<log::Record> m_record;
    QList<log::Item> m_attempts;
    std::optional<ComparedItem> m_similar;
    bool m_isSimilarRead = false;
    std::optional<LogItemId> m_current;
    QList<ComparedItem> m_choices;
    Comparison m_comparison;
    bool m_isRevealed = false;
    bool m_isStale = true;
    storage::ReadTicket m_similarTicket, m_compareTicket;
};

} // namespace ponte::ui
