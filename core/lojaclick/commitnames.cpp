// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/commitnames.h"

namespace ponte::lojaclick {

QByteArrayList commitNames()
{
    return {commit::accept,
            commit::begin,
            commit::guardian,
            commit::student,
            commit::course,
            commit::term,
            commit::subjects,
            commit::preContract,
            commit::settle,
            commit::refuse,
            commit::answer,
            commit::replay,
            commit::activationClaim,
            commit::activationCall,
            commit::activationOutcome,
            commit::studentUpdate,
            "api_client.add",
            "api_client.revoke",
            "api_token.issue",
            "api_token.refresh",
            "batch.canary",
            "batch.claim",
            "batch.confirm",
            "batch.discard",
            "batch.end",
            "batch.order",
            "batch.outcome",
            "batch.plan",
            "batch.start",
            "connection.set",
            "destination.health",
            "lock.give",
            "lock.take",
            "log.partitions",
            "lookup.replace",
            "network.set",
            "outbox.claim",
            "outbox.outcome",
            "outbox.resend",
            "outbox.resume",
            "parameters.apply",
            "process.beat",
            "process.enter",
            "process.leave",
            "process.reap",
            "schedule.add",
            "schedule.ask",
            "schedule.change",
            "schedule.claim",
            "schedule.enable",
            "schedule.remove",
            "schedule.run",
            "security.installation"};
}

} // namespace ponte::lojaclick
