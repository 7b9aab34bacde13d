// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "core/lojaclick/commitnames.h"
#include "core/lojaclick/outsidecalls.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome listCrashPoints(Invocation &invocation)
{
    QJsonArray points;
    const auto add = [&](QLatin1StringView kind, const QByteArrayList &names) {
        for (const QByteArray &name : names) {
            for (const QLatin1StringView side : {"before"_L1, "after"_L1}) {
                const QString point = kind + u'.' + QString::fromLatin1(name) + u'.' + side;
                points.append(point);
                invocation.output.line(point);
            }
        }
    };
    add("call"_L1, lojaclick::outsideCalls() + QByteArrayList {"mail.send"});
    add("commit"_L1, lojaclick::commitNames());
    invocation.output.document(points);
    return ExitStatus::Done;
}

} // namespace

QList<Command> crashPointCommands()
{
    return {{u"crash-points"_s,
             {},
             u"For tests: the names of the places where PONTE_CRASH_AT=name[:n] ends the program."_s,
             {},
             listCrashPoints}};
}

} // namespace ponte::agent
