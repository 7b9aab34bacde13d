// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/context.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ponte::sandbox::rm {

/// Members of one contract class as the serializer keeps them: what came out of order or is unknown is absent.
using Members = QHash<QString, QString>;

/// The document of the process "Matricular aluno" after it went through a data contract: base class first, members in
/// ordinal order, a member out of its place ignored without a word.
struct EnrollmentParams {
    QString refusal; ///< why the document is no such contract; empty if it is
    Context context;
    QStringList keyNames;
    QStringList keyValues;
    QString keyTable; ///< PrimaryKeyTableName; empty in a reduced document
    Members root;
    Members term; ///< MatricPLParams
    QList<Members> subjects; ///< Disciplinas/EduMatriculaDiscParams
    QStringList ignored; ///< members that were sent in vain

    [[nodiscard]] QString key(const QString &name) const { return keyValues.value(keyNames.indexOf(name)); }
    /// Whether the call only changes a status, and to which.
    [[nodiscard]] bool changesStatus() const;
    [[nodiscard]] QString newStatus() const;
};

[[nodiscard]] EnrollmentParams readEnrollmentParams(const QString &xml);

} // namespace ponte::sandbox::rm
