// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace ponte::rm {

/// One operation of a SOAP 1.1 service of RM; parameters in the order of its contract, which WCF demands.
struct SoapOperation {
    QString service; ///< "wsDataServer"
    QString port; ///< "IwsDataServer"
    QString name; ///< "ReadView"
    QList<QPair<QString, QString>> parameters = {};

    [[nodiscard]] QString path() const { return u'/' + service + u'/' + port; }
    /// The full address in quotes; RM answers 202 without a body to anything shorter.
    [[nodiscard]] QByteArray action() const;
    [[nodiscard]] QByteArray envelope() const;
};

struct SoapReply {
    bool isFault = false;
    QString faultText; ///< faultstring, then the text of detail
    QString result; ///< of the element …Result; empty where it is nil or empty
    bool hasResult = false;
};

/// Error code Validation where the text is no SOAP envelope.
[[nodiscard]] Result<SoapReply> readSoapReply(const QByteArray &body);

} // namespace ponte::rm
