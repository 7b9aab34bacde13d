// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/filter.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace ponte::sandbox::rm {

struct FilterLiteral {
    QString text;
    bool number = false;
};

/// One operator of a parsed filter.
struct Filter::Node {
    enum class Kind { And, Or, Not, Compare, In, Like, IsNull, Constant } kind = Kind::Constant;
    std::vector<std::shared_ptr<const Node>> children;
    int column = -1;
    QString op; ///< of Compare
    QList<FilterLiteral> values;
    bool negated = false; ///< of In, Like, IsNull
    bool truth = true; ///< of Constant
};

} // namespace ponte::sandbox::rm
