// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::bench {

/// A plan of `records` records with its reasons, against a bare INSERT … SELECT of the same ids.
void measurePlanning(const QString &backend, int records);
/// Entries claimed and ended per second by `clients` workers that do nothing, against `pgbench -N` with as many
/// clients.
void measureClaims(int records, int clients);

} // namespace ponte::bench
