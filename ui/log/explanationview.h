// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/explanation.h"
#include "core/log/types.h"
#include "core/storage/readpool.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ponte::ui {

class StatePage;
struct Session;

/// "Por quê?": what happened to a record, why it stands, what comes next and what to do, in plain sentences. It reads
/// only while it is seen.
class ExplanationView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExplanationView)

public:
    explicit ExplanationView(const Session &session, QWidget *parent = nullptr);
    ~ExplanationView() override;

    /// The same record again reads anew, since time and others go on.
    void setRecord(const log::Record &record);
    void clear();
    [[nodiscard]] QString text() const; ///< all sentences, a line each

Q_SIGNALS:
    void bundleRequested();
    void parametersRequested();
    void sameErrorRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupActions(QVBoxLayout *layout);
    void retranslate();
    void readIfSeen();
    void showLines(const QList<integration::ExplanationLine> &lines);
    void showActions();

    const Session &m_session;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QScrollArea *m_scroll;
    QWidget *m_sentences = nullptr;
    QPushButton *m_sameError;
    QPushButton *m_parameters;
    QPushButton *m_bundle;
    std::optional<log::Record> m_record;
    QList<integration::ExplanationLine> m_lines;
    bool m_isStale = true;
    storage::ReadTicket m_ticket;
};

} // namespace ponte::ui
