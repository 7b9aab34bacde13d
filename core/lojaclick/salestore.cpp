// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/salestore.h"

#include "core/lojaclick/execution.h"

namespace ponte::lojaclick::salestore {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

storage::Bindings keyOf(CompanyId company, const QString &id)
{
    return {{u":company"_s, company.value()}, {u":sale_id"_s, id}};
}

storage::Bindings leaseOf(const SaleLease &lease)
{
    return keyOf(lease.company, lease.id)
           + storage::Bindings {{u":owner"_s, lease.owner}, {u":lease_number"_s, lease.number}};
}

Result<> oneRow(const Result<qint64> &affected)
{
    if (!affected)
        return tl::unexpected(affected.error());
    if (*affected == 0)
        return failure(ErrorCode::Conflict, u"Outro processo assumiu esta venda."_s);
    return {};
}

storage::Bindings contentOf(const Sale &sale, const QString &contentHash)
{
    return {{u":level"_s, sale.level.value()},
            {u":content_hash"_s, contentHash},
            {u":content"_s, QString::fromUtf8(json::toText(toJson(sale)))}};
}

Result<StoredSale> storedOf(const storage::Row &row)
{
    const auto document = json::parseObject(row.text(u"content").toUtf8());
    if (!document)
        return tl::unexpected(document.error());
    StoredSale stored;
    stored.sale = readSale(*document, std::nullopt).sale;
    stored.contentHash = row.text(u"content_hash");
    const QString state = row.text(u"state");
    stored.state = state == "done"_L1     ? StoredSale::State::Done
                   : state == "failed"_L1 ? StoredSale::State::Failed
                                          : StoredSale::State::Running;
    stored.leaseOwner = row.number(u"lease_owner");
    stored.progress = {row.text(u"step"),
                       row.number(u"bound") != 0,
                       row.text(u"ra"),
                       {CompanyId(row.number(u"guardian_company")), row.text(u"guardian_code")},
                       row.text(u"pre_contract")};
    stored.contractNumber = row.text(u"contract_number");
    stored.activatedAt = row.time(u"activated_at");
    stored.answerStatus = int(row.number(u"answer_status"));
    stored.answer = row.text(u"answer").toUtf8();
    return stored;
}

Result<Acceptance> claim(Connection &connection, const Sale &sale, const QString &contentHash, qint64 owner,
                         const StoredSale &stored, const QDateTime &now)
{
    const auto row =
        connection.first(u"lojaclick.claim_sale"_s, keyOf(sale.company, sale.id) + contentOf(sale, contentHash)
                                                        + storage::Bindings {{u":owner"_s, owner}, {u":now"_s, now}});
    if (!row)
        return tl::unexpected(row.error());
    Acceptance acceptance;
    if (!*row) {
        acceptance.kind = Acceptance::Kind::Busy;
        acceptance.stored = stored;
        return acceptance;
    }
    acceptance.lease = {sale.company, sale.id, owner, (*row)->number(u"lease_number")};
    acceptance.progress = stored.progress;
    return acceptance;
}

} // namespace

Result<std::optional<StoredSale>> find(Connection &connection, CompanyId company, const QString &id)
{
    const auto row = connection.first(u"lojaclick.sale"_s, keyOf(company, id));
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    const Result<StoredSale> stored = storedOf(**row);
    if (!stored)
        return tl::unexpected(stored.error());
    return *stored;
}

Result<std::optional<SaleNow>> findNow(Connection &connection, CompanyId company, const QString &id)
{
    const auto row = connection.first(u"lojaclick.sale_now"_s, keyOf(company, id));
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    const Result<StoredSale> stored = storedOf(**row);
    if (!stored)
        return tl::unexpected(stored.error());
    return SaleNow {*stored, parameters::stampIn(**row)};
}

Result<Acceptance> accept(Connection &connection, const Sale &sale, const QString &contentHash, qint64 owner,
                          const QDateTime &now)
{
    const auto added =
        connection.execute(u"lojaclick.add_sale"_s, keyOf(sale.company, sale.id) + contentOf(sale, contentHash)
                                                        + storage::Bindings {{u":owner"_s, owner}, {u":now"_s, now}});
    if (!added)
        return tl::unexpected(added.error());
    Acceptance acceptance;
    if (*added == 1) {
        acceptance.lease = {sale.company, sale.id, owner, 1};
        return acceptance;
    }
    const auto stored = find(connection, sale.company, sale.id);
    if (!stored)
        return tl::unexpected(stored.error());
    const bool same = (*stored)->contentHash == contentHash;
    const bool done = (*stored)->state == StoredSale::State::Done;
    if ((*stored)->leaseOwner != 0 && (*stored)->leaseOwner != owner)
        acceptance.kind = Acceptance::Kind::Busy;
    else if (!same && (done || (*stored)->progress.bound))
        acceptance.kind = Acceptance::Kind::Different;
    else if (done)
        acceptance.kind = Acceptance::Kind::Replay;
    else
        return claim(connection, sale, contentHash, owner, **stored, now);
    acceptance.stored = *stored;
    return acceptance;
}

Result<> mark(Connection &connection, const SaleLease &lease, const SaleProgress &progress, const QDateTime &now)
{
    return oneRow(connection.execute(
        u"lojaclick.mark_step"_s, leaseOf(lease)
                                      + storage::Bindings {{u":step"_s, progress.step},
                                                           {u":bound"_s, progress.bound ? 1 : 0},
                                                           {u":ra"_s, progress.ra},
                                                           {u":guardian_company"_s, progress.guardian.company.value()},
                                                           {u":guardian_code"_s, progress.guardian.code},
                                                           {u":pre_contract"_s, progress.preContract},
                                                           {u":now"_s, now}}));
}

Result<> finish(Connection &connection, const SaleLease &lease, bool done, bool bound, int status,
                const QByteArray &answer, const QDateTime &now)
{
    return oneRow(connection.execute(u"lojaclick.finish_sale"_s,
                                     leaseOf(lease)
                                         + storage::Bindings {{u":state"_s, done ? u"done"_s : u"failed"_s},
                                                              {u":bound"_s, bound ? 1 : 0},
                                                              {u":answer_status"_s, status},
                                                              {u":answer"_s, QString::fromUtf8(answer)},
                                                              {u":now"_s, now}}));
}

Result<> setContractNumber(Connection &connection, CompanyId company, const QString &id, const QString &number,
                           const QDateTime &now)
{
    return oneRow(
        connection.execute(u"lojaclick.set_contract_number"_s,
                           keyOf(company, id) + storage::Bindings {{u":number"_s, number}, {u":now"_s, now}}));
}

Result<> release(Connection &connection, qint64 deadOwner, const QDateTime &now)
{
    const storage::Bindings who = {{u":owner"_s, deadOwner}};
    const auto rows = connection.query(u"lojaclick.sales_of_process"_s, who);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        const QString step = row.text(u"step");
        if (step.isEmpty())
            continue;
        const auto document = json::parseObject(row.text(u"content").toUtf8());
        const Sale sale = document ? readSale(*document, std::nullopt).sale : Sale();
        const bool activation = step == "contract_activation"_L1;
        const bool keyKnown = row.text(u"key_fields") == keyFields(step);
        Execution execution {step, keyKnown ? row.text(u"key_values").section(u';', 1) : QString(),
                             activation ? log::Status::Pending : log::Status::Error,
                             activation ? u"Interrompida; o ERP será consultado antes de um novo envio."_s
                                        : u"interrompida"_s};
        execution.who = u"ponte"_s;
        const Subject subject {CompanyId(row.number(u"company")), LevelId(row.number(u"level")), row.text(u"sale_id"),
                               sale.student.cpf};
        if (const auto recorded = recordExecution(connection, subject, execution, now, activation); !recorded)
            return tl::unexpected(recorded.error());
    }
    if (const auto freed = connection.execute(u"lojaclick.free_sales"_s, who); !freed)
        return tl::unexpected(freed.error());
    return {};
}

} // namespace ponte::lojaclick::salestore
