// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sale.h"
#include "core/lojaclick/studentupdate.h"

#include <cstdlib>

using namespace ponte;
using namespace ponte::lojaclick;

namespace {

const QDate Today(2026, 11, 22);

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkErrors(const QList<FieldError> &errors)
{
    for (const FieldError &error : errors) {
        require(!error.code.isEmpty() && !error.field.isEmpty());
        require(error.message.contains(error.field) || error.code == QStringLiteral("nao_aceito"));
    }
}

void checkSale(const json::Document &document, std::optional<Network> network)
{
    const SaleReading reading = readSale(document, network, Today);
    checkErrors(reading.errors);
    const Result<json::Document> kept = json::parseObject(json::toText(toJson(reading.sale)));
    require(kept.has_value());
    if (!reading.errors.isEmpty())
        return;
    const SaleReading again = readSale(*kept, network, Today);
    require(again.errors.isEmpty());
    require(again.sale == reading.sale);
    require(contentHash(again.sale) == contentHash(reading.sale));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<json::Document> document = json::parseObject(text);
    if (!document)
        return 0;
    for (const std::optional<Network> network :
         {std::optional<Network>(), std::optional(Network::Senai), std::optional(Network::Sesi)})
    {
        checkSale(*document, network);
    }
    checkErrors(readStudentUpdate(*document, Today).errors);
    return 0;
}
