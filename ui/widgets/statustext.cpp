// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/statustext.h"

#include <QCoreApplication>
#include <QList>

namespace ponte::ui {

using namespace Qt::StringLiterals;

const QList<log::Status> &allStatuses()
{
    static const QList<log::Status> statuses {log::Status::Success, log::Status::Error, log::Status::Pending,
                                              log::Status::Cancelled};
    return statuses;
}

QString statusText(log::Status status)
{
    switch (status) {
    case log::Status::Success:
        return QCoreApplication::translate("Log", "Success");
    case log::Status::Error:
        return QCoreApplication::translate("Log", "Error");
    case log::Status::Pending:
        return QCoreApplication::translate("Log", "Pending");
    case log::Status::Cancelled:
        return QCoreApplication::translate("Log", "Cancelled");
    }
    return {};
}

QIcon statusIcon(log::Status status)
{
    switch (status) {
    case log::Status::Success:
        return QIcon(u":/ponte/icons/status-success.svg"_s);
    case log::Status::Error:
        return QIcon(u":/ponte/icons/status-error.svg"_s);
    case log::Status::Pending:
        return QIcon(u":/ponte/icons/status-pending.svg"_s);
    case log::Status::Cancelled:
        return QIcon(u":/ponte/icons/status-cancelled.svg"_s);
    }
    return {};
}

QString triggerText(log::Trigger trigger)
{
    switch (trigger) {
    case log::Trigger::Import:
        return QCoreApplication::translate("Log", "Import");
    case log::Trigger::Schedule:
        return QCoreApplication::translate("Log", "Schedule");
    case log::Trigger::Manual:
        return QCoreApplication::translate("Log", "Manual");
    case log::Trigger::Outbox:
        return QCoreApplication::translate("Log", "Notice");
    }
    return {};
}

} // namespace ponte::ui
