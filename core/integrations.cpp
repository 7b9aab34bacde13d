// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"

#include "core/lojaclick/descriptor.h"
#include "core/lojaclick/runtime.h"
#include "core/lojaclick/salestore.h"

namespace ponte {

using namespace Qt::StringLiterals;

const QList<Integration> &integrations()
{
    static const QList<Integration> list {
        {lojaclick::descriptor(), u"lojaclick"_s, lojaclick::makeRuntime,
         [](storage::Connection &connection, ProcessId dead, const QDateTime &now) {
             return lojaclick::salestore::release(connection, dead.value(), now);
         }},
    };
    return list;
}

QStringList migrationModules()
{
    QStringList modules {u"security"_s, u"parameters"_s, u"log"_s, u"work"_s, u"delivery"_s};
    for (const Integration &integration : integrations()) {
        if (!integration.migrationModule.isEmpty())
            modules.append(integration.migrationModule);
    }
    return modules;
}

} // namespace ponte
