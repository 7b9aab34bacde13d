// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/parameters.h"

#include <QMap>

namespace ponte::ui {

/// What a person typed, over what is stored. A field is changed only while the two differ, so typing the old value back
/// leaves nothing to save; drafts of all scopes stand beside one another and are saved together.
class Draft final
{
public:
    struct Field {
        QString key;
        parameters::Scope scope;
        bool operator==(const Field &) const = default;
    };

    /// What is stored now. Drafts stay; one that says the same as the new value is done.
    void setStored(const QList<parameters::Value> &values);
    [[nodiscard]] parameters::Value stored(const Field &field) const;

    /// The draft where there is one, else the stored value; of a secret only what was typed.
    [[nodiscard]] QString text(const Field &field) const;
    void setText(const Field &field, const QString &text);
    /// Takes a stored secret away with the next save, or keeps it after all.
    void setSecretRemoved(const Field &field, bool removed);
    [[nodiscard]] bool isSecretRemoved(const Field &field) const;

    [[nodiscard]] bool isChanged() const { return !m_edits.isEmpty(); }
    [[nodiscard]] bool isChanged(const Field &field) const { return m_edits.contains(nameOf(field)); }
    [[nodiscard]] QList<Field> changedFields() const;
    [[nodiscard]] QList<parameters::Change> changes() const;
    void discard() { m_edits.clear(); }

    /// Someone else stored another value while this one was being edited.
    [[nodiscard]] bool isOvertaken(const Field &field) const;
    /// The person has been told: the next save replaces the other's values.
    void acceptOvertaken();

private:
    struct Edit {
        Field field;
        QString text;
        qint64 baseVersion = 0;
    };
    using Name = std::pair<QString, QString>;
    [[nodiscard]] static Name nameOf(const Field &field);
    void setEdit(const Field &field, const QString &text);

    QMap<Name, parameters::Value> m_stored;
    QMap<Name, Edit> m_edits;
};

} // namespace ponte::ui
