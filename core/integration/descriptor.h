// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ponte::integration {

/// One kind of work of an integration, as the log knows it. Names are English source strings, translated in the context
/// "Integrations"; the Portuguese ones are the customer's (loja-click.md D0-19).
struct Functionality {
    QString id; ///< "contract_activation"
    const char *name = nullptr; ///< screen: "Efetivação de Contrato ERP"
    QString module; ///< "lojaclick_export"
    QStringList keyFields; ///< "CODCOLIGADA", "RA", …
    bool mayBeReprocessed = false;
    const char *resend = nullptr; ///< a notice that may be sent again, and how the action is called; else null
    QString destination = {}; ///< the outside system that decides about it, by the name of its health: "ERP"
    QString call =
        {}; ///< "POST /contratos": method and path of the call where an item has one exchange without heading
};

struct Module {
    QString id;
    const char *name = nullptr;
};

/// What a person can do about errors whose message fits; the text is an English source of the context "Integrations".
struct Advice {
    QString functionality; ///< empty: any
    QString pattern; ///< regular expression, without regard to case
    const char *text = nullptr;
};

/// What an integration is, as data: screens, filters, permissions and reports are drawn from it.
struct Descriptor {
    QString id; ///< "lojaclick"
    const char *name = nullptr; ///< "Integração Loja Click"
    QList<Module> modules;
    QList<Functionality> functionalities; ///< in the order of the work
    parameters::Schema parameters;
    QStringList networks; ///< the kinds of company it knows: SENAI, IEL, SESI
    QString resendMaximum; ///< the parameter of each company that limits automatic attempts; empty: it has none
    QString contract = {}; ///< the functionality whose success ends a business document's way; empty: none does
    QString contractDeadline = {}; ///< the parameter of each company: hours that this way may take; empty: it has none
    QList<Advice> advice = {}; ///< all that fit are told, in this order

    [[nodiscard]] const Functionality *functionality(const QString &functionalityId) const;
    [[nodiscard]] const Module *module(const QString &moduleId) const;
};

} // namespace ponte::integration
