// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/server.h"

struct MHD_Response;

namespace ponte::http {

/// To be destroyed by the caller; null where libmicrohttpd has no memory.
[[nodiscard]] MHD_Response *prepareAnswer(ServerResponse response, bool close);
/// `{"code","message"}`.
[[nodiscard]] QByteArray plainErrorBody(int status, const QString &message);
[[nodiscard]] QString tooLongMessage(qint64 limit);

} // namespace ponte::http
