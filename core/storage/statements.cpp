// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/statements.h"

#include <QFile>
#include <QHash>
#include <QMutex>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> readSections(const QString &path)
{
    QHash<QString, QString> sections;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return sections;
    QString name;
    QString text;
    const auto keep = [&] {
        if (!name.isEmpty())
            sections.insert(name, text.trimmed());
        text.clear();
    };
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u"-- name:"_s)) {
            keep();
            name = line.mid(8).trimmed();
        } else if (!line.startsWith(u"--"_s)) {
            text += line + u'\n';
        }
    }
    keep();
    return sections;
}

} // namespace

QString statementText(Backend backend, const QString &name)
{
    static QMutex mutex;
    static QHash<QString, QHash<QString, QString>> files;
    const qsizetype dot = name.indexOf(u'.');
    const QString module = name.left(dot);
    const QString section = name.mid(dot + 1);
    const QString suffix = backend == Backend::Sqlite ? u"sqlite"_s : u"postgresql"_s;
    const QMutexLocker lock(&mutex);
    for (const QString &path :
         {u":/sql/%1/queries.%2.sql"_s.arg(module, suffix), u":/sql/%1/queries.sql"_s.arg(module)}) {
        auto file = files.find(path);
        if (file == files.end())
            file = files.insert(path, readSections(path));
        const auto found = file->constFind(section);
        if (found != file->constEnd())
            return *found;
    }
    qFatal("no SQL statement named %s for %s", qPrintable(name), qPrintable(suffix));
}

QStringList splitScript(const QString &script)
{
    QStringList statements;
    QString current;
    bool trigger = false;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(u"--"_s) || (trimmed.isEmpty() && current.isEmpty()))
            continue;
        if (current.isEmpty())
            trigger = trimmed.startsWith(u"CREATE TRIGGER"_s) && !script.contains(u"EXECUTE FUNCTION"_s);
        current += line + u'\n';
        const bool quoted = current.count(u"$$"_s) % 2 != 0;
        if (!quoted && (trigger ? trimmed == u"END;"_s : trimmed.endsWith(u';'))) {
            statements.append(current.trimmed());
            current.clear();
        }
    }
    if (!current.trimmed().isEmpty())
        statements.append(current.trimmed());
    return statements;
}

} // namespace ponte::storage
