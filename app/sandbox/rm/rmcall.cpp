// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/rmcall.h"

#include "app/sandbox/rm/element.h"

namespace ponte::sandbox::rm {

QString Rm::Call::server() const
{
    return soap.parameters.value(QStringLiteral("DataServerName"),
                                 soap.parameters.value(QStringLiteral("ProcessServerName")));
}

QString Rm::Call::baseOperation() const
{
    const QString suffix = QStringLiteral("Email");
    return operation->name.endsWith(suffix) ? operation->name.chopped(suffix.size()) : operation->name;
}

bool Rm::Call::returnsText() const
{
    if (!operation)
        return false;
    const QString name = baseOperation();
    return name == u"SaveRecord" || name.startsWith(u"DeleteRecord") || name.startsWith(u"ExecuteWith");
}

static void collectLeaves(const Element &element, const QString &name, QStringList *values)
{
    if (element.children.empty() && element.name.compare(name, Qt::CaseInsensitive) == 0)
        values->append(element.text.trimmed());
    for (const Element &child : element.children)
        collectLeaves(child, name, values);
}

QStringList Rm::Call::field(const QString &name) const
{
    QStringList values;
    for (auto it = soap.parameters.begin(); it != soap.parameters.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            values.append(it.value());
    }
    for (const QString &document : {QStringLiteral("XML"), QStringLiteral("strXmlParams")}) {
        const auto text = soap.parameters.constFind(document);
        if (text == soap.parameters.constEnd())
            continue;
        if (const std::optional<Element> root = parseElement(*text))
            collectLeaves(*root, name, &values);
    }
    return values;
}

} // namespace ponte::sandbox::rm
