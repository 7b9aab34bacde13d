// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace ponte::lojaclick {

/// The stable name of every call that Loja Click makes to RM, the ERP and the Broker; crash points are made of them.
namespace call {

inline constexpr char offerRead[] = "rm.offer.read";
inline constexpr char offerTerm[] = "rm.offer.term";
inline constexpr char offerClass[] = "rm.offer.class";
inline constexpr char offerSubjects[] = "rm.offer.subjects";
inline constexpr char guardianFind[] = "rm.guardian.find";
inline constexpr char guardianRead[] = "rm.guardian.read";
inline constexpr char guardianSave[] = "rm.guardian.save";
inline constexpr char personFind[] = "rm.person.find";
inline constexpr char personRead[] = "rm.person.read";
inline constexpr char personSave[] = "rm.person.save";
inline constexpr char studentFind[] = "rm.student.find";
inline constexpr char studentRead[] = "rm.student.read";
inline constexpr char studentSave[] = "rm.student.save";
inline constexpr char courseFind[] = "rm.course.find";
inline constexpr char courseSave[] = "rm.course.save";
inline constexpr char termFind[] = "rm.term.find";
inline constexpr char termEnroll[] = "rm.term.enroll";
inline constexpr char termReread[] = "rm.term.reread";
inline constexpr char subjectFind[] = "rm.subject.find";
inline constexpr char subjectEnroll[] = "rm.subject.enroll";
inline constexpr char subjectReread[] = "rm.subject.reread";
inline constexpr char contractFind[] = "rm.contract.find";
inline constexpr char contractSave[] = "rm.contract.save";
inline constexpr char contractRead[] = "rm.contract.read"; ///< before an activation
inline constexpr char payerRead[] = "rm.payer.read"; ///< the student's link, before an activation
inline constexpr char linkFind[] = "rm.link.find"; ///< the contract, before its number is written
inline constexpr char contractLink[] = "rm.contract.link";
inline constexpr char statusFind[] = "rm.status.find";
inline constexpr char statusChange[] = "rm.status.change";
inline constexpr char statusReread[] = "rm.status.reread";
inline constexpr char lookupStatuses[] = "rm.lookup.statuses";
inline constexpr char lookupUsers[] = "rm.lookup.users";
inline constexpr char lookupCompanies[] = "rm.lookup.companies";
inline constexpr char lookupBranches[] = "rm.lookup.branches";
inline constexpr char lookupLevels[] = "rm.lookup.levels";
inline constexpr char rmActivity[] = "rm.test.activity";
inline constexpr char rmLogin[] = "rm.test.login";
inline constexpr char erpToken[] = "erp.token";
inline constexpr char erpVerify[] = "erp.verify";
inline constexpr char erpActivate[] = "erp.activate";
inline constexpr char erpHealth[] = "erp.health";
inline constexpr char brokerConfirm[] = "broker.confirm";
inline constexpr char brokerHealth[] = "broker.health";

} // namespace call

/// All of them, in the order above.
[[nodiscard]] QByteArrayList outsideCalls();

/// Whether a call of this name certainly changes nothing outside.
[[nodiscard]] bool onlyReads(const QByteArray &name);

} // namespace ponte::lojaclick
