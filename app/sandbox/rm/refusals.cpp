// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/refusals.h"

namespace ponte::sandbox::rm::refusals {

/// Headline, possible causes, stack, message of the database and statement, parted by lines of 39 equals signs.
static QString databaseText(const QStringList &head, const QString &server, const QString &message,
                            const QString &statement)
{
    const QString line(39, u'=');
    QStringList lines = head;
    lines << line << QStringLiteral("   at RM.Lib.Data.DbServices.QueryUpdate(DataSet dataSet, String tableName)")
          << QStringLiteral(
                 "   at RM.Lib.Server.%1.DoSaveRecord(DataSet dataSet, Int32& rowsAffected, Object ownerData)")
                 .arg(server)
          << line << message << line << statement << line << QString();
    return lines.join(QStringLiteral("\r\n")).chopped(1);
}

static QString serverName(const TableDefinition &table)
{
    return table.dataServer == u"-" ? table.name : table.dataServer;
}

static QString insertStatement(const TableDefinition &table, const Row &row)
{
    QStringList names;
    QStringList values;
    for (int i = 0; i < row.size(); ++i) {
        if (row.at(i).isNull())
            continue;
        names.append(u'[' + table.columns.at(i).name + u']');
        QString value = row.at(i);
        values.append(u'\'' + value.replace(u'\'', QStringLiteral("''")) + u'\'');
    }
    return QStringLiteral("INSERT INTO [%1] (%2) VALUES (%3)").arg(table.name, names.join(u", "), values.join(u", "));
}

static QStringList foreignKeyHead()
{
    return {QStringLiteral("Violação de chave estrangeira"), QString(), QStringLiteral("Possíveis causas:"),
            QStringLiteral("  - exclusão de registro que possui outros registros associados"),
            QStringLiteral("  - inclusão de registro que aponta para outro que não existe")};
}

QString missingFields(const QStringList &captions)
{
    QStringList lines {QStringLiteral("O(s) campo(s) abaixo deve(m) estar preenchido(s):")};
    for (const QString &caption : captions)
        lines.append(QStringLiteral("  - ") + caption);
    return lines.join(QStringLiteral("\r\n"));
}

QString notAuthorised()
{
    return QStringLiteral("Você não está autorizado a inserir registros!");
}

QString otherContext()
{
    return QStringLiteral("Contexto informado no XML é diferente do contexto da requisição");
}

QString invalidContext()
{
    return QStringLiteral(
        "Contexto inválido OU não foram configurados os parâmetros do módulo para o contexto informado.");
}

QString unreadableXml()
{
    return QStringLiteral("Falha ao converver XML para Objeto DataSet");
}

QString noRow()
{
    return QStringLiteral("There is no row at position 0.");
}

QString unknownColumn(const QString &column, const QString &table)
{
    return QStringLiteral("Column '%1' does not belong to table %2.").arg(column, table);
}

QString duplicate(const TableDefinition &table, const QString &constraint, const QString &value)
{
    return databaseText({QStringLiteral("Chave duplicada")}, serverName(table),
                        QStringLiteral("Cannot insert duplicate key row in object 'dbo.%1' with unique index '%2'. "
                                       "The duplicate key value is (%3).")
                            .arg(table.name, constraint, value),
                        QStringLiteral("INSERT INTO [%1]").arg(table.name));
}

QString truncated(const TableDefinition &table, const Column &column)
{
    return databaseText(
        {QStringLiteral("Erro ao gravar o registro: o conteúdo excede o tamanho do campo %1.").arg(column.caption)},
        serverName(table), QStringLiteral("String or binary data would be truncated."),
        QStringLiteral("INSERT INTO [%1] ([%2])").arg(table.name, column.name));
}

QString brokenForeignKey(const TableDefinition &table, const ForeignKey &key, const Row &row)
{
    return databaseText(
        foreignKeyHead(), serverName(table),
        QStringLiteral("The INSERT statement conflicted with the FOREIGN KEY constraint \"%1\". The conflict "
                       "occurred in database \"CorporeRM\", table \"dbo.%2\", column '%3'.")
            .arg(key.constraint, key.table, key.references.last()),
        insertStatement(table, row));
}

QString stillReferenced(const TableDefinition &table, const ForeignKey &key, const QString &from, const QString &rowKey)
{
    return databaseText(
        foreignKeyHead(), serverName(table),
        QStringLiteral("The DELETE statement conflicted with the REFERENCE constraint \"%1\". The conflict "
                       "occurred in database \"CorporeRM\", table \"dbo.%2\".")
            .arg(key.constraint, from),
        QStringLiteral("DELETE FROM [%1] WHERE %2 = '%3'").arg(table.name, table.key.join(u';'), rowKey));
}

QString scripted(const QString &message)
{
    if (!message.isEmpty())
        return message;
    return databaseText(
        foreignKeyHead(), QStringLiteral("RMSData"),
        QStringLiteral("The INSERT statement conflicted with the FOREIGN KEY constraint \"FKSANDBOX\". The "
                       "conflict occurred in database \"CorporeRM\", table \"dbo.ZSANDBOX\", column 'ID'."),
        QStringLiteral("INSERT INTO [ZSANDBOX] ([ID]) VALUES (-1)"));
}

} // namespace ponte::sandbox::rm::refusals
