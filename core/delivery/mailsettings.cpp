// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/mailsettings.h"

namespace ponte::delivery {

using namespace Qt::StringLiterals;

mail::MailSettings mailSettingsOf(const parameters::ConnectionSettings &stored)
{
    mail::MailSettings settings;
    settings.url = stored.url;
    settings.user = stored.user;
    settings.password = stored.password;
    settings.from = stored.extra.value("from"_L1).toString();
    settings.caFile = stored.extra.value("caFile"_L1).toString();
    if (stored.timeoutSeconds > 0)
        settings.deadline = std::chrono::seconds(stored.timeoutSeconds);
    return settings;
}

Result<mail::MailSettings> readMailSettings(storage::Connection &reader, const parameters::Connections &connections)
{
    const auto stored = connections.reveal(reader, QString::fromUtf16(parameters::mailConnection));
    if (!stored)
        return tl::unexpected(stored.error());
    mail::MailSettings settings = mailSettingsOf(stored->value_or(parameters::ConnectionSettings()));
    if (settings.from.isEmpty())
        return failure(
            ErrorCode::Rule,
            u"Nenhum servidor de e-mail está configurado: informe o endereço e o remetente em Administração, ou com  ponte-agent connections set mail"_s);
    return settings;
}

} // namespace ponte::delivery
