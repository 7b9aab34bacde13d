// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArrayList>

namespace ponte::lojaclick {

/// The stable name of every commit of the import, the activation and the outbox; crash points are made of them.
namespace commit {

inline constexpr char accept[] = "sale.accept";
inline constexpr char begin[] = "sale.begin";
inline constexpr char guardian[] = "sale.guardian";
inline constexpr char student[] = "sale.student";
inline constexpr char course[] = "sale.course_enrollment";
inline constexpr char term[] = "sale.term_enrollment";
inline constexpr char subjects[] = "sale.subject_enrollment";
inline constexpr char preContract[] = "sale.pre_contract"; ///< also the birth of the activation
inline constexpr char settle[] = "sale.settle"; ///< what an interrupted try had done
inline constexpr char refuse[] = "sale.refuse";
inline constexpr char answer[] = "sale.answer";
inline constexpr char replay[] = "sale.replay";
inline constexpr char activationClaim[] = "activation.claim";
inline constexpr char activationCall[] = "activation.call";
inline constexpr char activationOutcome[] = "activation.outcome";
inline constexpr char studentUpdate[] = "student_update";

} // namespace commit

/// All of them, with those of the modules below.
[[nodiscard]] QByteArrayList commitNames();

} // namespace ponte::lojaclick
