// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/viewstate.h"

#include <QHeaderView>
#include <QSettings>
#include <QSplitter>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ViewState::ViewState(QSettings &settings, const QString &group, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_group(group)
{}

bool ViewState::keep(QHeaderView *header, const QString &name, int version)
{
    const QString key = u"%1/%2.v%3"_s.arg(m_group, name).arg(version);
    const bool isKnown = header->restoreState(m_settings.value(key).toByteArray());
    const auto save = [this, header, key] {
        if (!header->property(growingProperty).toBool())
            m_settings.setValue(key, header->saveState());
    };
    connect(header, &QHeaderView::sectionResized, this, save);
    connect(header, &QHeaderView::sectionMoved, this, save);
    return isKnown;
}

void ViewState::keep(QSplitter *splitter, const QString &name)
{
    const QString key = m_group + u'/' + name;
    splitter->restoreState(m_settings.value(key).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter, key] { m_settings.setValue(key, splitter->saveState()); });
}

} // namespace ponte::ui
