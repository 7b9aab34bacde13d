// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/sha256.h"

#include <openssl/evp.h>

namespace ponte::reports {

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
    , m_isSound(m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1)
{}

void Sha256::add(std::string_view bytes)
{
    m_isSound = m_isSound && EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1;
}

QByteArray Sha256::result()
{
    QByteArray sum(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    if (!m_isSound || EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(sum.data()), &size) != 1)
        return {};
    m_isSound = false;
    sum.truncate(size);
    return sum.toHex();
}

} // namespace ponte::reports
