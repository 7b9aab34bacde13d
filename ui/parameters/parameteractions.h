// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/parameters/draft.h"
#include "ui/widgets/session.h"

#include <QObject>

class QAction;
class QToolButton;
class QWidget;

namespace ponte::ui {

class Questions;

/// What one does with all parameters at once: history, export to a file, import from one into the draft.
class ParameterActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParameterActions)

public:
    /// The actions become the page's own, so that the palette finds them.
    ParameterActions(const Session &session, const IntegrationView &integration, Questions &questions, bool mayEdit,
                     QWidget *page);

    [[nodiscard]] QToolButton *button() { return m_button; }
    void retranslate();

Q_SIGNALS:
    /// To be laid over what is stored; nothing is saved by it.
    void textsProposed(const QList<ponte::parameters::Change> &changes);
    void told(bool isProblem, const QString &text);

private:
    void showHistory();
    void exportFile();
    void writeFile(const QString &path, const QList<parameters::Value> &values);
    void importFile();
    void readFile(const QString &path);

    const Session &m_session;
    const IntegrationView m_integration;
    Questions &m_questions;
    const bool m_mayEdit;
    QWidget *m_page;
    QToolButton *m_button;
    QAction *m_history;
    QAction *m_export;
    QAction *m_import;
};

} // namespace ponte::ui
