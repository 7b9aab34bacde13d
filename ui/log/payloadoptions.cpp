// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadoptions.h"

#include "ui/widgets/theme.h"

namespace ponte::ui {

using namespace Qt::StringLiterals;

PayloadOptions::PayloadOptions(QObject *parent)
    : QObject(parent)
    , stored(new QAction(this))
    , wrap(new QAction(this))
    , numbers(new QAction(this))
{
    for (QAction *action : {stored, wrap, numbers})
        action->setCheckable(true);
    stored->setObjectName(u"storedPayload"_s);
    wrap->setObjectName(u"wrapPayload"_s);
    numbers->setObjectName(u"numberPayload"_s);
    numbers->setChecked(true);
    stored->setIcon(themeIcon(u"format-text-code"_s));
    wrap->setIcon(themeIcon(u"text-wrap"_s));
    numbers->setIcon(themeIcon(u"format-list-ordered"_s));
    retranslate();
}

void PayloadOptions::retranslate()
{
    stored->setText(tr("As stored, without indentation"));
    wrap->setText(tr("Wrap long lines"));
    numbers->setText(tr("Line numbers"));
}

} // namespace ponte::ui
