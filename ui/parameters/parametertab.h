// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/schema.h"
#include "ui/parameters/draft.h"

#include <QScrollArea>

class QLabel;

namespace ponte::ui {

class Directory;
class FieldEditor;
class LookupStore;
class ScopeBar;

/// One tab of parameters, drawn from the schema.
class ParameterTab final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParameterTab)

public:
    ParameterTab(const parameters::Tab &tab, const parameters::Schema &schema, Draft &draft, LookupStore &lookups,
                 const Directory &directory, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] const parameters::Tab &tab() const { return m_tab; }
    [[nodiscard]] ScopeBar &scopeBar() { return *m_scopeBar; }
    /// Shows the draft as it is now.
    void showDraft();
    void setReadOnly(bool readOnly);
    /// Something of the page's own, under the fields.
    void addBelow(QWidget *widget);
    [[nodiscard]] bool hasField(const Draft::Field &field) const;
    [[nodiscard]] QString refusal(const Draft::Field &field) const;
    /// Brings the field into sight, with what is wrong with it.
    void reveal(const Draft::Field &field);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void giveLetters();
    void setupFields(const parameters::Schema &schema);
    void showWarnings();
    void showLookup(FieldEditor &editor, const parameters::Scope &scope);
    [[nodiscard]] bool isSecretMissing(const parameters::Definition &definition, const parameters::Scope &scope) const;
    [[nodiscard]] FieldEditor *editorOf(const QString &key) const;

    const parameters::Tab m_tab;
    Draft &m_draft;
    LookupStore &m_lookups;
    const Clock &m_clock;
    ScopeBar *m_scopeBar;
    QLabel *m_missing;
    QWidget *m_fields;
    QList<FieldEditor *> m_editors;
};

} // namespace ponte::ui
