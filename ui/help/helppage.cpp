// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/help/helppage.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Qt draws the tables of Markdown with double lines and no room.
void styleTables(const QTextDocument &document, const QColor &line)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellSpacing(0);
        format.setCellPadding(gridUnit);
        format.setTopMargin(2 * gridUnit);
        format.setBottomMargin(2 * gridUnit);
        table->setFormat(format);
    }
}

} // namespace

HelpPage::HelpPage(const Language &language, QWidget *parent)
    : Place(parent)
    , m_language(language)
    , m_back(new QPushButton(this))
    , m_contents(new QPushButton(this))
    , m_text(new QTextBrowser(this))
{
    m_text->setObjectName(u"helpText"_s);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(4 * gridUnit);
    m_back->setObjectName(u"helpBack"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_back);
    row->addWidget(m_contents);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 3 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(row);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(m_back, &QPushButton::clicked, this, &HelpPage::backRequested);
    connect(m_contents, &QPushButton::clicked, this, [this] { showPage(u"index"_s); });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { showPage(link.fileName().section(u'.', 0, 0)); });
    showPage(u"index"_s);
    retranslate();
}

QString HelpPage::id() const
{
    return u"help"_s;
}

QString HelpPage::title() const
{
    return tr("Help");
}

QString HelpPage::iconName() const
{
    return u"help-contents"_s;
}

void HelpPage::showTab(const QString &placeId)
{
    // "parameters.lojaclick" is explained with the parameters of every integration.
    showPage(placeId.section(u'.', 0, 0));
    m_text->setFocus(Qt::OtherFocusReason);
}

void HelpPage::showPage(const QString &page)
{
    for (const QString &path : {u":/help/%1/%2.md"_s.arg(m_language.code(), page), u":/help/en/%1.md"_s.arg(page)}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        m_page = page;
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
        styleTables(*m_text->document(), colors::border(palette()));
        return;
    }
    if (page != "index"_L1)
        showPage(u"index"_s);
}

void HelpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showPage(m_page);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        styleTables(*m_text->document(), colors::border(palette()));
    }
    Place::changeEvent(event);
}

void HelpPage::retranslate()
{
    setAccessibleName(title());
    m_text->setAccessibleName(title());
    m_back->setText(tr("Bac&k"));
    m_contents->setText(tr("Co&ntents"));
}

} // namespace ponte::ui
