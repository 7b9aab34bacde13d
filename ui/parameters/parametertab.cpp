// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/parametertab.h"

#include "ui/parameters/fieldeditor.h"
#include "ui/parameters/lookupstore.h"
#include "ui/parameters/scopebar.h"
#include "ui/widgets/mnemonics.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ParameterTab::ParameterTab(const parameters::Tab &tab, const parameters::Schema &schema, Draft &draft,
                           LookupStore &lookups, const Directory &directory, const Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_tab(tab)
    , m_draft(draft)
    , m_lookups(lookups)
    , m_clock(clock)
    , m_scopeBar(new ScopeBar(tab.scope, directory))
    , m_missing(new QLabel)
    , m_fields(new QWidget)
{
    setObjectName(tab.id);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 4 * gridUnit);
    layout->setSpacing(5 * gridUnit);
    layout->addWidget(m_scopeBar);
    layout->addWidget(m_missing);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    setWidget(page);
    setupFields(schema);
    connect(m_scopeBar, &ScopeBar::scopeChanged, this, &ParameterTab::showDraft);
    connect(&lookups, &LookupStore::changed, this, &ParameterTab::showDraft);
    showDraft();
}

void ParameterTab::setupFields(const parameters::Schema &schema)
{
    auto *layout = new QVBoxLayout(m_fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5 * gridUnit);
    for (const parameters::Definition &definition : schema.definitions) {
        if (definition.tab != m_tab.id)
            continue;
        auto *editor = new FieldEditor(definition, m_fields);
        layout->addWidget(editor);
        m_editors.append(editor);
        connect(editor, &FieldEditor::edited, this, [this, key = definition.key](const QString &text) {
            if (const auto scope = m_scopeBar->scope())
                m_draft.setText({key, *scope}, text);
            showWarnings();
            Q_EMIT edited();
        });
        connect(editor, &FieldEditor::readRequested, this, [this, kind = definition.lookup] {
            if (const auto scope = m_scopeBar->scope())
                m_lookups.readFromRm(kind, *scope);
        });
        connect(editor, &FieldEditor::secretRemoved, this, [this, key = definition.key](bool removed) {
            if (const auto scope = m_scopeBar->scope())
                m_draft.setSecretRemoved({key, *scope}, removed);
            showDraft();
            Q_EMIT edited();
        });
    }
}

void ParameterTab::showDraft()
{
    const std::optional<parameters::Scope> scope = m_scopeBar->scope();
    m_fields->setVisible(scope.has_value());
    m_missing->setVisible(!scope.has_value());
    m_missing->setText(m_scopeBar->missingText());
    if (!scope)
        return;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const Draft::Field field {editor->definition().key, *scope};
        if (editor->definition().kind == parameters::ValueKind::Lookup)
            showLookup(*editor, *scope);
        editor->show(m_draft.stored(field), m_draft.text(field), m_draft.isSecretRemoved(field),
                     m_draft.isOvertaken(field));
    }
    showWarnings();
}

void ParameterTab::showLookup(FieldEditor &editor, const parameters::Scope &scope)
{
    const QString &kind = editor.definition().lookup;
    editor.setLookup(m_lookups.lookup(kind, scope), m_clock.now());
    const LookupStore::Reading reading = m_lookups.reading(kind, scope);
    editor.setReading(m_lookups.canReadFromRm(), reading.isRunning, reading.problem);
}

void ParameterTab::addBelow(QWidget *widget)
{
    auto *layout = static_cast<QVBoxLayout *>(this->widget()->layout());
    layout->insertWidget(layout->count() - 1, widget);
}

void ParameterTab::showWarnings()
{
    const std::optional<parameters::Scope> scope = m_scopeBar->scope();
    if (!scope)
        return;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const parameters::Definition &definition = editor->definition();
        const QString text = m_draft.text({definition.key, *scope});
        // Two choices from one list are meant to differ, though RM may know only one that fits.
        const bool isRepeated = !text.isEmpty() && definition.kind == parameters::ValueKind::Lookup
                                && std::any_of(m_editors.begin(), m_editors.end(), [&](const FieldEditor *other) {
                                       return other != editor && other->definition().lookup == definition.lookup
                                              && m_draft.text({other->definition().key, *scope}) == text;
                                   });
        if (isRepeated)
            editor->setWarning(tr("Another field of this tab has the same value."));
        else
            editor->setWarning(isSecretMissing(definition, *scope)
                                   ? tr("The address is set, this is not: calls will be refused.")
                                   : QString());
    }
}

bool ParameterTab::isSecretMissing(const parameters::Definition &definition, const parameters::Scope &scope) const
{
    if (definition.kind != parameters::ValueKind::Secret)
        return false;
    const Draft::Field field {definition.key, scope};
    const bool isKept = m_draft.stored(field).isSet && !m_draft.isSecretRemoved(field);
    return !isKept && m_draft.text(field).isEmpty()
           && std::any_of(m_editors.begin(), m_editors.end(), [&](const FieldEditor *other) {
                  return other->definition().kind == parameters::ValueKind::Url
                         && !m_draft.text({other->definition().key, scope}).isEmpty();
              });
}

void ParameterTab::setReadOnly(bool readOnly)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setReadOnly(readOnly);
}

FieldEditor *ParameterTab::editorOf(const QString &key) const
{
    for (FieldEditor *editor : m_editors) {
        if (editor->definition().key == key)
            return editor;
    }
    return nullptr;
}

bool ParameterTab::hasField(const Draft::Field &field) const
{
    return editorOf(field.key);
}

QString ParameterTab::refusal(const Draft::Field &field) const
{
    const FieldEditor *editor = editorOf(field.key);
    return editor ? editor->refusal(m_draft.text(field)) : QString();
}

void ParameterTab::reveal(const Draft::Field &field)
{
    FieldEditor *editor = editorOf(field.key);
    if (!editor)
        return;
    m_scopeBar->choose(field.scope.company, field.scope.level);
    editor->showRefusal();
    ensureWidgetVisible(editor);
    editor->focusEditor();
}

void ParameterTab::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showDraft();
        giveLetters();
    }
}

void ParameterTab::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    giveLetters();
}

void ParameterTab::giveLetters()
{
    // Later, when the rest of the window has its texts too.
    QTimer::singleShot(0, this, [this] {
        if (!isVisible())
            return;
        QList<QLabel *> labels;
        for (QLabel *label : findChildren<QLabel *>()) {
            if (label->buddy() && label->isVisible())
                labels.append(label);
        }
        giveMnemonics(*window(), labels);
    });
}

} // namespace ponte::ui
