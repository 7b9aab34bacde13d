// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"
#include "core/base/cancel.h"

#include <QList>
#include <QString>

#include <optional>

namespace ponte::app {

/// Reads the lists that parameters choose from out of RM and keeps them. Blocks; worker threads.
class CatalogReader
{
public:
    struct Wish {
        QString kind = {}; ///< empty: all
        std::optional<CompanyId> company = {}; ///< none: each that has a network
        std::optional<LevelId> level = {};
    };
    struct Line {
        QString kind, scope;
        int rows = 0;
        QString failure = {}; ///< empty where the list was kept
    };

    explicit CatalogReader(Services &services, CancelToken cancel = {});

    /// Lists that RM refuses stand in lines(); an error only where nothing could be tried, or our own database failed.
    [[nodiscard]] Result<> read(const Wish &wish);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] const std::optional<Error> &firstFailure() const { return m_firstFailure; }

private:
    struct Session;
    [[nodiscard]] Result<> readEverywhere(Session &session);
    [[nodiscard]] Result<> readCompany(Session &session, CompanyId company);
    template<class Rows>
    [[nodiscard]] Result<> keep(const QString &list, const QString &scope, const Rows &read);

    Services &m_services;
    const CancelToken m_cancel;
    Wish m_wish;
    QList<Line> m_lines;
    std::optional<Error> m_firstFailure;
};

} // namespace ponte::app
