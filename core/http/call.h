// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/http/client.h"

#include <QByteArray>
#include <QByteArrayView>

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace ponte::http {

/// One request on its way, for Client.
class Call
{
public:
    /// Both handles belong to the calling thread; the call has them alone until it ends.
    Call(CURLM *connections, CURL *transfer, const Request &request);
    ~Call();
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    /// Blocks until the end; once per Call.
    [[nodiscard]] Result<Response> run(std::chrono::milliseconds timeLeft, const CancelToken &cancel);

private:
    enum class End { Finished, Cancelled, TooLong };
    struct ListEnd {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    template<typename Value>
    void set(CURLoption option, Value value);
    void prepare(std::chrono::milliseconds timeLeft);
    void addHeaders();
    void addHeader(const QByteArray &line);
    void transfer(const CancelToken &cancel);
    [[nodiscard]] bool isSafe() const;
    [[nodiscard]] bool isCertainlyUnsent() const;
    [[nodiscard]] bool isHeadSound() const;
    [[nodiscard]] Response response() const;
    [[nodiscard]] Error error() const;
    [[nodiscard]] Error errorOfTransfer() const;

    [[nodiscard]] size_t giveBody(char *room, size_t size);
    [[nodiscard]] size_t takeHeader(QByteArrayView line);
    [[nodiscard]] size_t takeBody(QByteArrayView piece);

    CURLM *m_connections;
    CURL *m_transfer;
    const Request &m_request;
    std::unique_ptr<curl_slist, ListEnd> m_sentHeaders;
    qsizetype m_given = 0; ///< bytes of the request's body that were taken from us
    qsizetype m_headBytes = 0;
    bool m_headEnded = false;
    Headers m_headers;
    QByteArray m_body;
    End m_end = End::Finished;
    CURLcode m_code = CURLE_OK; ///< how the transfer ended, where it finished
    char m_words[CURL_ERROR_SIZE] = {};
};

} // namespace ponte::http
