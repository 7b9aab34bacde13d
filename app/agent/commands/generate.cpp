// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/engine/stopsignal.h"
#include "core/base/cancel.h"
#include "core/samples/samplelog.h"

#include <QEventLoop>
#include <QThread>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRecords = 100'000'000;
constexpr qint64 standardPayloads = 100'000;

Result<std::optional<qint64>> readPayloads(const Arguments &arguments)
{
    const QString word = arguments.text(u"payloads"_s).value_or(u"newest:%1"_s.arg(standardPayloads));
    if (word == "all"_L1)
        return std::optional<qint64>();
    const QString prefix = u"newest:"_s;
    const std::optional<qint64> newest =
        word.startsWith(prefix) ? wholeNumber(word.mid(prefix.size()), 0, mostRecords) : std::nullopt;
    if (!newest)
        return failure(ErrorCode::Usage, u"--payloads takes all or newest:N, not '%1'."_s.arg(word));
    return newest;
}

Result<samples::SampleOrder> readOrder(const Arguments &arguments)
{
    const Result<std::optional<qint64>> records = arguments.number(u"records"_s, 1, mostRecords);
    const Result<std::optional<qint64>> seed = arguments.number(u"seed"_s, 0);
    const Result<std::optional<qint64>> payloads = readPayloads(arguments);
    for (const auto *read : {&records, &seed, &payloads}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    if (!*records)
        return failure(ErrorCode::Usage, u"--records says how many log records to write."_s);
    samples::SampleOrder order;
    order.records = **records;
    order.seed = quint64(seed->value_or(qint64(order.seed)));
    order.newestPayloads = *payloads;
    return order;
}

Result<samples::SampleCounts> writeUntilStopped(const storage::Address &address, const samples::SampleOrder &order,
                                                Output &output)
{
    CancelToken cancel;
    const app::StopSignal stop;
    QEventLoop loop;
    QObject::connect(&stop, &app::StopSignal::received, &loop, [&cancel] { cancel.cancel(); });
    Result<samples::SampleCounts> written = failure(ErrorCode::Internal, {});
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        written =
            samples::writeSampleLog(address, order, cancel, [&output](const QString &what, qint64 done, qint64 total) {
                output.note(u"%1: %2 of %3"_s.arg(what, QString::number(done), QString::number(total)));
            });
    }));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return written;
}

Outcome generate(Invocation &invocation)
{
    const Result<samples::SampleOrder> order = readOrder(invocation.arguments);
    if (!order)
        return tl::unexpected(order.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Address> address = invocation.address();
    if (!address)
        return tl::unexpected(address.error());
    const Result<samples::SampleCounts> counts = writeUntilStopped(*address, *order, invocation.output);
    if (!counts)
        return tl::unexpected(counts.error());
    invocation.output.document(QJsonObject {{u"sales"_s, counts->sales},
                                            {u"records"_s, counts->records},
                                            {u"items"_s, counts->items},
                                            {u"payloads"_s, counts->payloads}});
    invocation.output.line(u"%1 log records of %2 sales, with %3 items and %4 payloads."_s.arg(
        QString::number(counts->records), QString::number(counts->sales), QString::number(counts->items),
        QString::number(counts->payloads)));
    return ExitStatus::Done;
}

} // namespace

QList<Command> generateCommands()
{
    return {{u"generate"_s,
             u"--records N [--seed S] [--payloads all|newest:N]"_s,
             u"Fills a database without sales and records with log data as years of sales leave it behind."_s,
             {.options = {{u"records"_s, u"N"_s, u"how many log records"_s},
                          {u"seed"_s, u"S"_s, u"the same seed gives the same data (default 1)"_s},
                          {u"payloads"_s, u"all|newest:N"_s,
                           u"which items have what was sent and received (default newest:100000)"_s}}},
             generate}};
}

} // namespace ponte::agent
