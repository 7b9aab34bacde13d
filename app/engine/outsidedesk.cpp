// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/outsidedesk.h"

#include "app/engine/catalogreader.h"
#include "app/engine/connectiontrial.h"
#include "app/engine/spokenlanguage.h"
#include "core/parameters/requestdesk.h"

#include <QCoreApplication>

#include <thread>

namespace ponte::app {

using namespace Qt::StringLiterals;

namespace {

Error cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("OutsideDesk", "It was cancelled.")};
}

CheckLine lineOf(const lojaclick::CheckStep &step)
{
    return {lojaclick::toWord(step.kind), lojaclick::toWord(step.outcome), step.message};
}

/// "3/1" into a company and a level.
CatalogReader::Wish wishOf(const QString &kind, const QString &scope)
{
    CatalogReader::Wish wish;
    wish.kind = kind;
    const qint64 company = scope.section(u'/', 0, 0).toLongLong();
    const qint64 level = scope.section(u'/', 1, 1).toLongLong();
    if (company > 0)
        wish.company = CompanyId(company);
    if (level > 0)
        wish.level = LevelId(level);
    return wish;
}

} // namespace

OutsideDesk::OutsideDesk(Services &services, QString locale)
    : m_services(services)
    , m_locale(std::move(locale))
{
    m_readers.setMaxThreadCount(2);
}

OutsideDesk::~OutsideDesk()
{
    m_closing.cancel();
    m_readers.waitForDone();
}

void OutsideDesk::test(const security::Actor &actor, const parameters::ConnectionTrial &trial,
                       const CancelToken &cancel, Told told, Tested done)
{
    if (const Result<> allowed = actor.require(security::Action::ManageConnections); !allowed) {
        done(tl::unexpected(allowed.error()));
        return;
    }
    m_readers.start([this, trial, cancel, told = std::move(told), done = std::move(done)] {
        const SpokenLanguage language(m_locale);
        const auto reader = m_services.database.reads().here();
        if (!reader) {
            done(tl::unexpected(reader.error()));
            return;
        }
        const auto run = prepareTrial(m_services, **reader, trial);
        if (!run) {
            done(tl::unexpected(run.error()));
            return;
        }
        // A lookup of a name cannot be interrupted, so nobody waits for the thread that may hang in one.
        std::thread([run = *run, locale = m_locale, cancel, told, done] {
            const SpokenLanguage spoken(locale);
            QList<CheckLine> lines;
            (void)run(cancel, [&](const lojaclick::CheckStep &step) {
                lines.append(lineOf(step));
                if (told && !cancel.isCancelled())
                    told(lines.last());
            });
            if (cancel.isCancelled())
                done(tl::unexpected(cancelled()));
            else
                done(lines);
        }).detach();
    });
}

void OutsideDesk::refresh(const security::Actor &actor, const QString &kind, const QString &scope,
                          const CancelToken &cancel, Refreshed done)
{
    const CatalogReader::Wish wish = wishOf(kind, scope);
    if (const Result<> allowed = actor.require(security::Action::ManageParameters, wish.company); !allowed) {
        done(tl::unexpected(allowed.error()));
        return;
    }
    m_readers.start([this, wish, cancel, done = std::move(done)] {
        const SpokenLanguage language(m_locale);
        const auto closing = m_closing.onCancel([token = CancelToken(cancel)]() mutable { token.cancel(); });
        CatalogReader catalog(m_services, cancel);
        const Result<> read = catalog.read(wish);
        if (cancel.isCancelled()) {
            done(tl::unexpected(cancelled()));
        } else if (!read) {
            done(tl::unexpected(read.error()));
        } else if (catalog.firstFailure()) {
            done(tl::unexpected(*catalog.firstFailure()));
        } else {
            int rows = 0;
            for (const CatalogReader::Line &line : catalog.lines())
                rows += line.rows;
            done(rows);
        }
    });
}

std::unique_ptr<parameters::OutsideDesk> makeOutsideDesk(Services &services)
{
    if (services.secrets.canOpen())
        return std::make_unique<OutsideDesk>(services);
    return std::make_unique<parameters::RequestDesk>(services.database, services.clock, services.secrets);
}

} // namespace ponte::app
