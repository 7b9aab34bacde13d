// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/quickbox.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int clearButtonRoom = 30;

} // namespace

QuickBox::QuickBox(QWidget *parent)
    : QLineEdit(parent)
    , m_kind(new QLabel(this))
{
    setObjectName(u"searchBox"_s);
    setClearButtonEnabled(true);
    addAction(themeIcon(u"edit-find"_s), QLineEdit::LeadingPosition);
    setMinimumWidth(160);
    setMaxLength(200);
    m_kind->setObjectName(u"quickKind"_s);
    m_kind->setFont(fontOf(TextSize::Small));
    m_kind->setAttribute(Qt::WA_TransparentForMouseEvents);
    setMuted(m_kind);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_quick = log::quickText(text);
        showKind();
    });
    retranslate();
}

void QuickBox::showKind()
{
    QString kind;
    switch (m_quick.kind) {
    case log::QuickKind::Nothing:
        break;
    case log::QuickKind::LogId:
        kind = tr("Log id");
        break;
    case log::QuickKind::Cpf:
        kind = tr("CPF");
        break;
    case log::QuickKind::Key:
        kind = tr("RA or other key");
        break;
    case log::QuickKind::SaleId:
        kind = tr("Sale");
        break;
    case log::QuickKind::Text:
        kind = tr("Text");
        break;
    }
    m_kind->setText(kind);
    m_kind->setVisible(!kind.isEmpty());
    m_kind->adjustSize();
    m_kind->move(width() - clearButtonRoom - m_kind->width(), (height() - m_kind->height()) / 2);
    setTextMargins(0, 0, kind.isEmpty() ? 0 : m_kind->width() + gridUnit, 0);
    setAccessibleDescription(kind.isEmpty() ? toolTip() : tr("Searched as: %1").arg(kind));
}

void QuickBox::retranslate()
{
    setPlaceholderText(tr("CPF, RA, Log id, sale, text…"));
    setAccessibleName(tr("Search the log"));
    setToolTip(tr("Looks in log ids, sales, key values and messages (/ or Ctrl+F)"));
    showKind();
}

void QuickBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void QuickBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

void QuickBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    showKind();
}

} // namespace ponte::ui
