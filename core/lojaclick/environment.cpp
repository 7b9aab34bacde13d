// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/environment.h"

namespace ponte::lojaclick {

Result<Settings> settingsNow(Environment &environment, CompanyId company, LevelId level,
                             const std::optional<parameters::Stamp> &stamp)
{
    const auto connection = environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    Result<Settings> settings = stamp ? environment.settings.read(**connection, company, level, *stamp)
                                      : environment.settings.read(**connection, company, level);
    if (settings) {
        environment.rm.configure(settings->rm.version, settings->rm.concurrency);
        environment.erp.configure(settings->erp.version, settings->erp.concurrency);
    }
    return settings;
}

} // namespace ponte::lojaclick
