// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/outsidecalls.h"

#include <array>

namespace ponte::lojaclick {

namespace {

constexpr std::array allCalls {
    call::offerRead,      call::offerTerm,     call::offerClass,      call::offerSubjects,  call::guardianFind,
    call::guardianRead,   call::guardianSave,  call::personFind,      call::personRead,     call::personSave,
    call::studentFind,    call::studentRead,   call::studentSave,     call::courseFind,     call::courseSave,
    call::termFind,       call::termEnroll,    call::termReread,      call::subjectFind,    call::subjectEnroll,
    call::subjectReread,  call::contractFind,  call::contractSave,    call::contractRead,   call::payerRead,
    call::linkFind,       call::contractLink,  call::statusFind,      call::statusChange,   call::statusReread,
    call::lookupStatuses, call::lookupUsers,   call::lookupCompanies, call::lookupBranches, call::lookupLevels,
    call::rmActivity,     call::rmLogin,       call::erpToken,        call::erpVerify,      call::erpActivate,
    call::erpHealth,      call::brokerConfirm, call::brokerHealth,
};

} // namespace

QByteArrayList outsideCalls()
{
    QByteArrayList names;
    for (const char *name : allCalls)
        names << QByteArray(name);
    return names;
}

bool onlyReads(const QByteArray &name)
{
    return name.startsWith("rm.offer.") || name.endsWith(".find") || name.endsWith(".read") || name.endsWith(".reread");
}

} // namespace ponte::lojaclick
