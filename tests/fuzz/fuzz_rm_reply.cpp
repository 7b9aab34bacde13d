// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/client.h"
#include "core/rm/processxml.h"
#include "core/rm/soap.h"
#include "tests/fuzz/peer.h"

#include <algorithm>

using namespace ponte;
using namespace ponte::rm;
using fuzz::require;

namespace {

const QString Password = QStringLiteral("s3gr3d0-42");

class Calls
{
public:
    explicit Calls(const QByteArray &text)
        : m_peer(text)
        , m_client(m_peer, {.url = QUrl(QStringLiteral("http://rm.test")),
                            .user = QStringLiteral("integracao"),
                            .password = Password})
    {
        if (m_peer.answer()) {
            const auto reply = readSoapReply(m_peer.answer()->body);
            m_mustFail = m_peer.answer()->status != 200 || !reply || reply->isFault || !reply->hasResult;
        }
    }

    void makeAll()
    {
        const Context context {CompanyId(3), BranchId(3016), LevelId(1), QStringLiteral("lojaclick")};
        const QString server = QStringLiteral("FinCFODataBR");
        check(m_client.readView("view", server, QStringLiteral("1=1"), context, m_log));
        check(m_client.readRecord("record", server, QStringLiteral("3;000123"), context, m_log));
        const auto shape = KeyShape().known(QStringLiteral("3")).newCode();
        const auto key = m_client.saveRecord("save", server, QStringLiteral("<FinCFOBR/>"), context, shape, m_log);
        check(key);
        require(!key || (key->size() == 2 && key->first() == QStringLiteral("3") && !key->last().isEmpty()));
        const auto process = m_client.executeProcess("process", enrollmentProcess, QStringLiteral("<a/>"), m_log);
        check(process);
        if (process)
            checkProcess(*process);
        check(m_client.authenticate("login", m_log));
        check(m_client.checkServiceActivity("activity", m_log));
        fuzz::requireHidden(Password, sentText(m_log) + receivedText(m_log));
    }

private:
    template<typename Answer>
    void check(const Answer &answer) const
    {
        require(!answer || (!m_mustFail && m_peer.answer()));
        if (answer)
            return;
        require(!answer.error().message.isEmpty());
        require(!answer.error().message.contains(u'\n'));
        fuzz::requireHidden(Password, answer.error().message + u'\n' + answer.error().detail);
    }

    static void checkProcess(const ProcessAnswer &process)
    {
        const bool isJob = process.kind == ProcessAnswer::Kind::Job;
        require(isJob == !process.job.isEmpty());
        require(std::all_of(process.job.begin(), process.job.end(), [](QChar c) { return c.isDigit(); }));
        fuzz::requireHidden(Password, process.text);
    }

    fuzz::Peer m_peer;
    Client m_client;
    ExchangeLog m_log;
    bool m_mustFail = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Calls(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))).makeAll();
    return 0;
}
