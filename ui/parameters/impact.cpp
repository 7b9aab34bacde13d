// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/impact.h"

#include <QSet>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// None stands for all companies.
QList<std::optional<CompanyId>> companiesOf(const QList<Draft::Field> &fields)
{
    QSet<CompanyId> companies;
    for (const Draft::Field &field : fields) {
        if (field.scope.kind == parameters::ScopeKind::Global)
            return {std::nullopt};
        companies.insert(field.scope.company);
    }
    QList<std::optional<CompanyId>> list;
    for (const CompanyId company : companies)
        list.append(company);
    return list;
}

} // namespace

Result<Impact> readImpact(storage::Connection &connection, const integration::Descriptor &descriptor,
                          const QList<Draft::Field> &fields)
{
    log::Filter filter;
    filter.statuses = {log::Status::Error, log::Status::Pending};
    for (const integration::Functionality &functionality : descriptor.functionalities) {
        if (functionality.mayBeReprocessed)
            filter.functionalities.append(functionality.id);
    }
    const auto schedules = connection.query(u"work.schedules"_s, {{u":company"_s, 0}});
    if (!schedules)
        return tl::unexpected(schedules.error());
    Impact impact;
    impact.waiting.isExact = true;
    for (const std::optional<CompanyId> company : companiesOf(fields)) {
        filter.company = company;
        const Result<log::Count> count = log::LogReader(connection).count(filter);
        if (!count)
            return tl::unexpected(count.error());
        impact.waiting.value += count->value;
        impact.waiting.isExact = impact.waiting.isExact && count->isExact;
        for (const storage::Row &row : *schedules) {
            const bool isOfCompany = !company || row.isNull(u"company") || row.number(u"company") == company->value();
            if (isOfCompany && row.number(u"enabled") != 0)
                ++impact.schedules;
        }
    }
    return impact;
}

} // namespace ponte::ui
