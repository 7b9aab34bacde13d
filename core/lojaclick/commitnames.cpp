// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/commitnames.h"

namespace ponte::lojaclick {

QByteArrayList commitNames()
{
    return {commit::accept,           commit::begin,          commit::guardian,          commit::student,
            commit::course,           commit::term,           commit::subjects,          commit::preContract,
            commit::refuse,           commit::answer,         commit::replay,            commit::activationClaim,
            commit::activationCall,   commit::activationOutcome, commit::studentUpdate,  "lock.take",
            "lock.give",              "outbox.claim",         "outbox.outcome",          "destination.health",
            "process.enter",          "process.reap"};
}

} // namespace ponte::lojaclick
