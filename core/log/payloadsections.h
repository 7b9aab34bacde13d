// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace ponte::log {

/// One call of a payload and what stands below its heading.
struct PayloadSection {
    QString heading; ///< "POST https://erp/contratos", "SaveRecord FinCFODataBR"; empty where it is the only call
    QStringView text;
};

/// The calls of what an item sent or received, in their order; one without heading where there are no headings. The
/// payload has to outlive them.
[[nodiscard]] QList<PayloadSection> payloadSections(QStringView payload);

} // namespace ponte::log
