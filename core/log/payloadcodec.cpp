// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/payloadcodec.h"

#include <QCoreApplication>

#include <zstd.h>

#include <memory>

namespace ponte::log {

namespace {

constexpr int compressionLevel = 3;
constexpr unsigned long long largestPayload = 256ULL * 1024 * 1024;

struct FreeContext {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

/// One per thread, since making one costs more than packing a few kilobytes.
ZSTD_CCtx *contextHere()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    return context.get();
}

} // namespace

QByteArray compressed(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QByteArray plain = text.toUtf8();
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(contextHere(), packed.data(), size_t(packed.size()), plain.constData(),
                                          size_t(plain.size()), compressionLevel);
    if (ZSTD_isError(size))
        return {};
    packed.resize(qsizetype(size));
    return packed;
}

std::optional<QString> unpacked(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QString();
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.constData(), size_t(bytes.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largestPayload)
        return {};
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    const size_t done = ZSTD_decompress(plain.data(), size_t(plain.size()), bytes.constData(), size_t(bytes.size()));
    if (ZSTD_isError(done) || done != size_t(plain.size()))
        return {};
    return QString::fromUtf8(plain);
}

QString decompressed(const QByteArray &bytes)
{
    return unpacked(bytes).value_or(
        QCoreApplication::translate("Payload", "[The %1 stored bytes of this text are damaged and cannot be read.]")
            .arg(bytes.size()));
}

} // namespace ponte::log
