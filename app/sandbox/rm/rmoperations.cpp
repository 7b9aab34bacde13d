// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/context.h"
#include "app/sandbox/rm/enrollment.h"
#include "app/sandbox/rm/filter.h"
#include "app/sandbox/rm/recordwriter.h"
#include "app/sandbox/rm/rmcall.h"

namespace ponte::sandbox::rm {

http::ServerResponse Rm::dataServer(const Call &call)
{
    const TableDefinition *table = m_database.schema().byDataServer(call.server());
    if (!table)
        return fault(call, QStringLiteral("Classe não encontrada: %1").arg(call.server()));
    const QString name = call.baseOperation();
    if (name == u"IsValidDataServer")
        return {.body = booleanEnvelope(call.operation->name, true, true), .contentType = "text/xml; charset=utf-8"};
    if (name == u"GetSchema")
        return schema(call, *table);
    if (name == u"ReadView" || name == u"ReadLookupView")
        return view(call, *table);
    const Context context(call.parameter(QStringLiteral("Contexto")));
    RecordWriter writer(m_database, call.user, localTime());
    if (name == u"SaveRecord")
        return text(call, writer.save(*table, call.parameter(QStringLiteral("XML")), context));
    if (name == u"DeleteRecord")
        return text(call, writer.removeByXml(*table, call.parameter(QStringLiteral("XML"))));
    const QString key = call.parameter(QStringLiteral("PrimaryKey"));
    if (name == u"DeleteRecordByKey")
        return text(call, writer.removeByKey(*table, key));
    const Table &rows = m_database.table(table->name);
    const Row *row = table->needsLevel && context.level().isEmpty() ? nullptr : rows.find(key);
    return text(call, recordText(m_database, rows, row, call.shape));
}

http::ServerResponse Rm::schema(const Call &call, const TableDefinition &table)
{
    if (table.needsLevel && Context(call.parameter(QStringLiteral("Contexto"))).isEmpty())
        return fault(call, QStringLiteral("Object reference not set to an instance of an object."));
    return text(call, schemaText(table));
}

http::ServerResponse Rm::view(const Call &call, const TableDefinition &table)
{
    const QString prefix = QStringLiteral("Erro ao executar readview ");
    const Result<Filter> filter = Filter::parse(call.parameter(QStringLiteral("Filtro")), table);
    if (!filter)
        return fault(call, prefix + filter.error().message);
    const Table &rows = m_database.table(table.name);
    Result<QList<const Row *>> found = filter->select(rows);
    if (!found)
        return fault(call, prefix + found.error().message);
    // An educational view shows what belongs to the level of its context, which is nothing without one.
    if (table.needsLevel) {
        const QString level = Context(call.parameter(QStringLiteral("Contexto"))).level();
        found->removeIf([&](const Row *row) {
            const QString value = rows.value(*row, QStringLiteral("CODTIPOCURSO"));
            return level.isEmpty() || (!value.isNull() && value != level);
        });
    }
    return text(call, viewText(rows, *found, call.shape));
}

QString Rm::enroll(const Call &call)
{
    const RecordWriter writer(m_database, call.user, localTime());
    const EnrollmentParams params = readEnrollmentParams(call.parameter(QStringLiteral("strXmlParams")));
    if (!params.ignored.isEmpty())
        violate(QStringLiteral("memberOrder"));
    return Enrollment(m_database, writer).execute(params);
}

http::ServerResponse Rm::process(const Call &call, std::optional<std::chrono::milliseconds> delay)
{
    if (call.server() != u"EduMatriculaProcData")
        return fault(call, QStringLiteral("Classe não encontrada: %1").arg(call.server()));
    if (!delay)
        return text(call, enroll(call));
    const int job = m_nextJob++;
    m_jobs.insert(job, 0);
    m_later(*delay, [this, job, later = call] {
        const QString result = enroll(later);
        m_jobs.insert(job, result == u"1" ? 2 : 5);
        m_jobLogs.insert(job, result);
    });
    const QString number = QString::number(job);
    return text(call, call.shape.cdata ? QStringLiteral("Processo agendado. Id do Job:%1").arg(number) : number);
}

http::ServerResponse Rm::answerByJob(const OutsideCall &outside, const http::ServerRequest &request,
                                     std::chrono::milliseconds delay)
{
    const Call &call = static_cast<const Call &>(outside);
    const bool process = call.operation && call.operation->name.startsWith(u"ExecuteWith");
    if (!process)
        return answer(outside, request);
    call.user = m_credentials.userOf(request.headers.value("authorization"));
    if (call.user.isEmpty() || !call.soap.fault.isEmpty())
        return answer(outside, request);
    return this->process(call, delay);
}

http::ServerResponse Rm::jobStatus(const Call &call) const
{
    const int job = call.parameter(QStringLiteral("jobId")).toInt();
    if (!m_jobs.contains(job))
        return fault(call, QStringLiteral("Job não encontrado: %1").arg(job));
    return text(call, QString::number(m_jobs.value(job)));
}

} // namespace ponte::sandbox::rm
