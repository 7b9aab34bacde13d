// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>

#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace ponte::reports {

/// SHA-256 as the processor reckons it where it can, which is several times as fast as QCryptographicHash.
class Sha256
{
public:
    Sha256();
    void add(std::string_view bytes);
    /// Hex; empty where the library refused, which it does where its set-up forbids the hash. Ends the reckoning.
    [[nodiscard]] QByteArray result();

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
    bool m_isSound = false;
};

} // namespace ponte::reports
