// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/outsidedesk.h"
#include "core/parameters/requests.h"

#include <map>
#include <memory>
#include <thread>

namespace ponte::app {

/// Does what programs without the installation's key ask for. Holds to what the asking person may do, since a row of
/// the table is no proof of a right. A thread of its own.
class RequestClerk final
{
public:
    explicit RequestClerk(Services &services);
    /// Cancels what runs; who asked hears of it by time-out.
    ~RequestClerk();

    /// Something changed among the requests. Any thread.
    void wake();

private:
    struct Inbox;
    struct Job {
        CancelToken cancel;
        parameters::RequestAnswer answer;
    };
    void loop();
    void takeAll();
    void obeyCancels();
    void begin(const parameters::Request &request);
    [[nodiscard]] OutsideDesk &deskFor(const QString &locale);
    void end(qint64 id, parameters::RequestAnswer answer);
    [[nodiscard]] Result<security::Actor> actorOf(const QString &name);

    Services &m_services;
    parameters::Requests m_requests;
    std::map<QString, std::unique_ptr<OutsideDesk>> m_desks; ///< by language; of the thread
    std::map<qint64, Job> m_jobs; ///< of the thread
    bool m_isFailing = false; ///< of the thread
    std::shared_ptr<Inbox> m_inbox; ///< shared with calls that nobody can interrupt and that may outlive this object
    std::thread m_thread;
};

} // namespace ponte::app
