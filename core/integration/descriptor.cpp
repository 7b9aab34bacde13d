// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integration/descriptor.h"

#include <algorithm>

namespace ponte::integration {

const Functionality *Descriptor::functionality(const QString &functionalityId) const
{
    const auto found = std::find_if(functionalities.begin(), functionalities.end(),
                                    [&](const Functionality &candidate) { return candidate.id == functionalityId; });
    return found == functionalities.end() ? nullptr : &*found;
}

const Module *Descriptor::module(const QString &moduleId) const
{
    const auto found =
        std::find_if(modules.begin(), modules.end(), [&](const Module &candidate) { return candidate.id == moduleId; });
    return found == modules.end() ? nullptr : &*found;
}

} // namespace ponte::integration
