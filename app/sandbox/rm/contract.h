// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ponte::sandbox::rm {

/// One operation of a service contract.
struct Operation {
    QString contract; ///< the interface that declares it, e.g. IRMSServer
    QString name;
    QStringList parameters; ///< in the order of the xs:sequence

    [[nodiscard]] QString action() const { return QStringLiteral("http://www.totvs.com/") + contract + u'/' + name; }
};

/// One address of a service: its own operations and those of the interfaces that it extends.
struct Port {
    QString name;
    QList<Operation> operations;

    [[nodiscard]] const Operation *byAction(const QString &action) const;
};

struct Service {
    QString name;
    QList<Port> ports;

    [[nodiscard]] const Port *port(const QString &name) const;
};

/// wsDataServer, wsConsultaSQL and wsProcess.
[[nodiscard]] const QList<Service> &services();
[[nodiscard]] const Service *serviceNamed(const QString &name);

/// What `GET /{service}/MEX?wsdl` answers; `base` is the scheme, host and port that the caller used.
[[nodiscard]] QByteArray wsdl(const Service &service, const QString &base);
/// The schemas `mex?xsd=xsd0` to `xsd3`; empty for another name.
[[nodiscard]] QByteArray wsdlSchema(const Service &service, const QString &name);

} // namespace ponte::sandbox::rm
