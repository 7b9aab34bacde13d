// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/salefields.h"

namespace ponte::lojaclick {

[[nodiscard]] FieldError missingField(const QString &path);

/// Reads single fields of one message into a sale, each with its rules.
class FieldReader
{
public:
    /// `today` is the latest birth date that is accepted. The document must outlive the reader.
    FieldReader(const json::Document &document, QDate today);

    /// What stands at a path of one or two names; Undefined when it is absent, null or an empty text.
    [[nodiscard]] QJsonValue at(const QString &path) const;
    [[nodiscard]] bool has(const QString &path) const { return !at(path).isUndefined(); }

    /// Checks what stands at the path by the rules of the field and keeps it in the sale; an absent value is no error.
    [[nodiscard]] std::optional<FieldError> read(const SaleField &field, const QString &path, Sale &sale) const;

private:
    struct Reading;

    const json::Document &m_document;
    QDate m_today;
};

} // namespace ponte::lojaclick
