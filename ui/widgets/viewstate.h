// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QObject>

class QHeaderView;
class QSettings;
class QSplitter;

namespace ponte::ui {

/// Set on a header while the program itself changes widths, which nobody wants remembered.
constexpr auto growingProperty = "growing";

/// Remembers what a person arranged: widths and order of columns, splitters. Written when it changes, read once.
class ViewState final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewState)

public:
    ViewState(QSettings &settings, const QString &group, QObject *parent);

    /// `version` changes when the columns do, so that an older arrangement is not forced on them.
    /// False where nothing was remembered yet.
    bool keep(QHeaderView *header, const QString &name, int version);
    void keep(QSplitter *splitter, const QString &name);

private:
    QSettings &m_settings;
    const QString m_group;
};

} // namespace ponte::ui
