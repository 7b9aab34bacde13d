// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/lognames.h"

#include "core/integration/descriptor.h"

#include <QCoreApplication>

namespace ponte::ui {

LogNames::LogNames(QList<const integration::Descriptor *> descriptors)
    : m_descriptors(std::move(descriptors))
{
    retranslate();
}

void LogNames::retranslate()
{
    m_functionalities.clear();
    m_modules.clear();
    for (const integration::Descriptor *descriptor : m_descriptors) {
        for (const integration::Functionality &functionality : descriptor->functionalities) {
            m_functionalities.append(
                {functionality.id, QCoreApplication::translate("Integrations", functionality.name)});
            if (functionality.mayBeReprocessed)
                m_reprocessable.insert(functionality.id);
        }
        for (const integration::Module &module : descriptor->modules)
            m_modules.append({module.id, QCoreApplication::translate("Integrations", module.name)});
    }
    for (const Name &name : std::as_const(m_functionalities))
        m_functionalityTexts.insert(name.id, name.text);
    for (const Name &name : std::as_const(m_modules))
        m_moduleTexts.insert(name.id, name.text);
}

} // namespace ponte::ui
