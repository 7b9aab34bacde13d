// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/draft.h"

namespace ponte::ui {

using namespace Qt::StringLiterals;

Draft::Name Draft::nameOf(const Field &field)
{
    return {field.key, field.scope.key()};
}

void Draft::setStored(const QList<parameters::Value> &values)
{
    m_stored.clear();
    for (const parameters::Value &value : values)
        m_stored.insert(nameOf({value.key, value.scope}), value);
    m_edits.removeIf([this](const std::pair<const Name &, Edit &> &entry) {
        const parameters::Value value = stored(entry.second.field);
        return !value.isSecret && value.value == entry.second.text;
    });
}

parameters::Value Draft::stored(const Field &field) const
{
    const auto found = m_stored.constFind(nameOf(field));
    if (found != m_stored.cend())
        return *found;
    parameters::Value unset;
    unset.key = field.key;
    unset.scope = field.scope;
    return unset;
}

QString Draft::text(const Field &field) const
{
    const auto edit = m_edits.constFind(nameOf(field));
    return edit == m_edits.cend() ? stored(field).value : edit->text;
}

void Draft::setText(const Field &field, const QString &text)
{
    const parameters::Value value = stored(field);
    // Of a secret nothing is shown, so an empty field says nothing about it.
    if (text == value.value)
        m_edits.remove(nameOf(field));
    else
        setEdit(field, text);
}

void Draft::setSecretRemoved(const Field &field, bool removed)
{
    if (removed && stored(field).isSet)
        setEdit(field, {});
    else
        m_edits.remove(nameOf(field));
}

bool Draft::isSecretRemoved(const Field &field) const
{
    const auto edit = m_edits.constFind(nameOf(field));
    return edit != m_edits.cend() && edit->text.isEmpty() && stored(field).isSecret;
}

void Draft::setEdit(const Field &field, const QString &text)
{
    const Name name = nameOf(field);
    if (!m_edits.contains(name))
        m_edits.insert(name, {field, text, stored(field).version});
    else
        m_edits[name].text = text;
}

QList<Draft::Field> Draft::changedFields() const
{
    QList<Field> fields;
    for (const Edit &edit : m_edits)
        fields.append(edit.field);
    return fields;
}

QList<parameters::Change> Draft::changes() const
{
    QList<parameters::Change> changes;
    for (const Edit &edit : m_edits)
        changes.append({edit.field.key, edit.field.scope, edit.text, edit.baseVersion});
    return changes;
}

bool Draft::isOvertaken(const Field &field) const
{
    const auto edit = m_edits.constFind(nameOf(field));
    return edit != m_edits.cend() && edit->baseVersion != stored(field).version;
}

void Draft::acceptOvertaken()
{
    for (Edit &edit : m_edits)
        edit.baseVersion = stored(edit.field).version;
}

} // namespace ponte::ui
