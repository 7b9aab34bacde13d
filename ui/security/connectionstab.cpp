// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/security/connectionstab.h"

#include "ui/security/connectionform.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ConnectionsTab::ConnectionsTab(const Session &session, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"connections"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4 * gridUnit, 0, 4 * gridUnit);
    layout->setSpacing(8 * gridUnit);
    for (const auto &[name, systemName] : {std::pair(u"rm"_s, u"RM"_s), std::pair(u"erp"_s, u"ERP"_s),
                                           std::pair(QString::fromUtf16(parameters::mailConnection), QString())})
    {
        m_forms.append(new ConnectionForm(session, name, systemName, page));
        layout->addWidget(m_forms.last());
    }
    layout->addStretch(1);
    setWidget(page);
    setFocusProxy(m_forms.first());
    // The forms are alike, so that a letter can lead only into the one that is being worked on.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *old, const QWidget *now) {
        Q_UNUSED(old)
        giveKeysTo(now);
    });
    for (ConnectionForm *form : std::as_const(m_forms))
        form->setHasKeys(form == m_forms.first());
}

void ConnectionsTab::giveKeysTo(const QWidget *focused)
{
    const auto isIn = [focused](const ConnectionForm *form) { return form->isAncestorOf(focused); };
    if (!focused || std::none_of(m_forms.cbegin(), m_forms.cend(), isIn))
        return;
    for (ConnectionForm *form : std::as_const(m_forms))
        form->setHasKeys(isIn(form));
}

void ConnectionsTab::refresh()
{
    for (ConnectionForm *form : std::as_const(m_forms))
        form->refresh();
}

} // namespace ponte::ui
