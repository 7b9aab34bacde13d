// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ponte::ui {

class LookupField;

/// One parameter: label, editor of its kind, what is wrong with it, what it is for, and who changed it last.
class FieldEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldEditor)

public:
    explicit FieldEditor(const parameters::Definition &definition, QWidget *parent = nullptr);

    [[nodiscard]] const parameters::Definition &definition() const { return m_definition; }
    /// What is stored, and the draft over it.
    void show(const parameters::Value &stored, const QString &text, bool isSecretRemoved, bool isOvertaken);
    /// None while the list is being read.
    void setLookup(const std::optional<parameters::Lookup> &lookup, const QDateTime &now);
    /// How reading the list from RM stands; `canRead` false hides the button.
    void setReading(bool canRead, bool isRunning, const QString &problem);
    void setReadOnly(bool readOnly);
    /// Why the text cannot be saved; empty where it can. Does not show it.
    [[nodiscard]] QString refusal(const QString &text) const;
    void showRefusal();
    void setWarning(const QString &warning);
    void focusEditor();

Q_SIGNALS:
    void edited(const QString &text);
    void secretRemoved(bool removed);
    void readRequested(); ///< the list is wanted anew from RM

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupEditor();
    void setupLayout();
    void retranslate();
    void handleEdit(const QString &text);
    void showMessages();
    void showProvenance();
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QWidget *editor() const;

    const parameters::Definition m_definition;
    QLabel *m_label;
    QLineEdit *m_line = nullptr;
    LookupField *m_lookup = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_read = nullptr;
    QLabel *m_error;
    QLabel *m_warning;
    QLabel *m_help;
    QLabel *m_provenance;
    parameters::Value m_stored;
    std::optional<parameters::Lookup> m_list;
    QDateTime m_now;
    QString m_extraWarning;
    QString m_readProblem;
    bool m_isReading = false;
    bool m_isSecretRemoved = false;
    bool m_isOvertaken = false;
    bool m_refusalShown = false;
};

} // namespace ponte::ui
