// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor/cases.h"

#include "core/log/quicktext.h"
#include "tests/bench/monitor/sampledatabase.h"

namespace ponte::bench {

using namespace Qt::StringLiterals;
using log::Filter;
using log::Status;

namespace {

constexpr qint64 company = 3;

QString textOf(storage::Connection &connection, const QString &sql)
{
    const auto rows = connection.queryText(sql);
    return rows && !rows->isEmpty() ? rows->first().text(u"value") : QString();
}

class Cases
{
public:
    explicit Cases(storage::Connection &connection)
        : m_connection(connection)
        , m_last(number(u"SELECT max(id) AS value FROM log_record"_s))
        , m_until(QDateTime::fromMSecsSinceEpoch(number(u"SELECT max(created_at) AS value FROM log_record "
                                                        "WHERE company = 3"_s),
                                                 Qt::UTC))
    {}

    QList<Case> all()
    {
        add(u"nothing"_s, {});
        add(u"company"_s, scope());
        addStatuses();
        addKinds();
        addPeriods();
        addRare();
        addQuick();
        return m_cases;
    }

private:
    static Filter scope(qint64 of = company)
    {
        Filter filter;
        filter.company = CompanyId(of);
        return filter;
    }

    void add(const QString &name, const Filter &filter) { m_cases.append({name, filter}); }

    template<class Change>
    void addWith(const QString &name, Change change, qint64 of = company)
    {
        Filter filter = scope(of);
        change(filter);
        add(name, filter);
    }

    void addStatuses()
    {
        addWith(u"company and level"_s, [](Filter &f) { f.level = LevelId(4); });
        for (const Status status : {Status::Success, Status::Error, Status::Pending, Status::Cancelled}) {
            addWith(u"status "_s + log::toWord(status), [status](Filter &f) { f.statuses = {status}; });
            Filter everywhere;
            everywhere.statuses = {status};
            add(u"status %1, all companies"_s.arg(log::toWord(status)), everywhere);
        }
        addWith(u"error and pending"_s, [](Filter &f) { f.statuses = {Status::Error, Status::Pending}; });
        addWith(u"error and pending, level 4"_s, [](Filter &f) {
            f.statuses = {Status::Error, Status::Pending};
            f.level = LevelId(4);
        });
    }

    void addKinds()
    {
        for (const QString &functionality :
             {u"guardian"_s, u"student_update"_s, u"contract_activation"_s, u"broker_notice"_s}) {
            addWith(functionality, [&](Filter &f) { f.functionalities = {functionality}; });
            addWith(functionality + u" in error"_s, [&](Filter &f) {
                f.functionalities = {functionality};
                f.statuses = {Status::Error};
            });
        }
        addWith(u"pre_contract pending"_s, [](Filter &f) {
            f.functionalities = {u"pre_contract"_s};
            f.statuses = {Status::Pending};
        });
        for (const QString &module : {u"lojaclick_import"_s, u"lojaclick_export"_s}) {
            addWith(module, [&](Filter &f) { f.modules = {module}; });
            addWith(module + u" pending"_s, [&](Filter &f) {
                f.modules = {module};
                f.statuses = {Status::Pending};
            });
        }
    }

    void addPeriods()
    {
        const struct {
            QString name;
            int from, to; ///< days before the end
        } periods[] = {{u"last day"_s, 1, 0}, {u"last week"_s, 7, 0}, {u"a month, two years ago"_s, 760, 730}};
        for (const auto &[name, from, to] : periods) {
            const QDateTime begin = m_until.addDays(-from);
            const QDateTime end = to == 0 ? QDateTime() : m_until.addDays(-to);
            for (const bool open : {false, true}) {
                const QString what = open ? u", errors"_s : QString();
                const QList<Status> statuses = open ? QList<Status> {Status::Error} : QList<Status>();
                addWith(u"created "_s + name + what, [&](Filter &f) {
                    f.createdFrom = begin;
                    f.createdTo = end;
                    f.statuses = statuses;
                });
                addWith(
                    u"changed "_s + name + what,
                    [&](Filter &f) {
                        f.changedFrom = begin;
                        f.changedTo = end;
                        f.statuses = statuses;
                    },
                    4);
            }
        }
    }

    void addRare()
    {
        addWith(u"at risk"_s, [](Filter &f) {
            f.statuses = {Status::Error, Status::Pending};
            f.functionalities = {u"contract_activation"_s};
            f.automaticAttemptsFrom = 3;
        });
        const QString count = u"SELECT signature AS value FROM log_record WHERE company = 3 AND signature <> '' "
                              "GROUP BY signature ORDER BY count(*) "_s;
        for (const auto &[name, direction] :
             {std::pair(u"frequent signature"_s, u"DESC LIMIT 1"_s), std::pair(u"rare signature"_s, u"ASC LIMIT 1"_s)})
            addWith(name, [&](Filter &f) { f.signature = textOf(m_connection, count + direction); });
        addWith(u"origin"_s, [&](Filter &f) {
            f.origin = textOf(m_connection, u"SELECT origin AS value FROM log_record WHERE company = 3 AND id > %1 "
                                            "ORDER BY id LIMIT 1"_s.arg(m_last / 2));
        });
    }

    void addQuick()
    {
        const QString values = u"SELECT key_values AS value FROM log_record WHERE functionality = '%1' AND company = 3 "
                               "AND status = 'success' AND id > %2 ORDER BY id LIMIT 1"_s;
        for (const int part : {1, 5, 9}) {
            const qint64 from = m_last * part / 10;
            const auto key = [&](const QString &functionality, int place) {
                return textOf(m_connection, values.arg(functionality).arg(from)).section(u';', place, place);
            };
            addTyped(u"RA"_s, key(u"student"_s, 1));
            addTyped(u"part of an RA"_s, key(u"student"_s, 1).mid(3));
            addTyped(u"CODCFO"_s, key(u"guardian"_s, 1));
            addTyped(u"class"_s, key(u"subject_enrollment"_s, 3));
            addTyped(u"contract"_s, key(u"pre_contract"_s, 3));
            addTyped(u"sale"_s, key(u"broker_notice"_s, 1));
            addTyped(u"log id"_s, u'#' + QString::number(from));
        }
        addTyped(u"word of many messages"_s, u"Matriculado"_s);
        addTyped(u"word of some errors"_s, u"biblioteca"_s);
        addTyped(u"what is nowhere"_s, u"zzzqx"_s);
    }

    void addTyped(const QString &name, const QString &typed)
    {
        Filter filter = scope();
        log::applyQuickText(filter, log::quickText(typed));
        m_cases.append({u"search "_s + name, filter, true});
    }

    qint64 number(const QString &sql) { return textOf(m_connection, sql).toLongLong(); }

    storage::Connection &m_connection;
    const qint64 m_last;
    const QDateTime m_until;
    QList<Case> m_cases;
};

} // namespace

QList<Case> casesOf(storage::Connection &connection)
{
    return Cases(connection).all();
}

} // namespace ponte::bench
