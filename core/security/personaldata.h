// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::security {

// Personal data is kept whole and masked at each exit. Names of people, city and state stay readable, so that an
// analyst can still tell records apart; what identifies, reaches or locates a person does not. All of it is pure, takes
// one pass, and keeps the layout of the text.

/// Any text: CPF and CNPJ (with or without mask; digits alone only with right check digits), e-mail, phone and card
/// numbers become "***.533.447-**", "**.222.333/****-**", "m***@example.com", "(**) *****-**88", "**** 1111".
[[nodiscard]] QString maskedText(const QString &text);

/// A payload: what stands in a JSON member or XML element or attribute of a personal name (cpf, email, telefone, cep,
/// rua, numero, bairro, dtnascimento, nomemae, cartao…) is masked by its kind, everything else as maskedText() does.
/// Documents need not be well-formed, may follow one another among other lines, and may stand escaped inside another
/// one.
[[nodiscard]] QString maskedPayload(const QString &text);

/// A value that stands under this name elsewhere (a key field): by the kind of its name, else as maskedText().
[[nodiscard]] QString maskedValue(QStringView name, const QString &value);

} // namespace ponte::security
