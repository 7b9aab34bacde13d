// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadview.h"

#include "ui/log/codefindbar.h"
#include "ui/log/payloadoptions.h"
#include "ui/log/payloadpath.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(PayloadText::Kind kind)
{
    switch (kind) {
    case PayloadText::Kind::Json:
        return u"JSON"_s;
    case PayloadText::Kind::Xml:
        return u"XML"_s;
    case PayloadText::Kind::Exchanges:
        return PayloadView::tr("Several calls");
    case PayloadText::Kind::Text:
    case PayloadText::Kind::Nothing:
        break;
    }
    return PayloadView::tr("Text");
}

QString sizeText(qint64 bytes)
{
    return bytes < 1000 ? PayloadView::tr("%Ln byte(s)", nullptr, int(bytes))
                        : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

PayloadView::PayloadView(PayloadLoader &loader, PayloadLoader::Part part, const PayloadOptions &options,
                         QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_part(part)
    , m_facts(new QLabel(this))
    , m_reveal(new QPushButton(this))
    , m_find(new QToolButton(this))
    , m_copyAll(new QToolButton(this))
    , m_problems(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_code(new CodeView(this))
    , m_findBar(new CodeFindBar(m_code, this))
    , m_copy(new QAction(this))
    , m_copyValue(new QAction(this))
    , m_copyPath(new QAction(this))
    , m_fold(new QAction(this))
    , m_unfold(new QAction(this))
    , m_foldAll(new QAction(this))
    , m_unfoldAll(new QAction(this))
{
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_statePage);
    m_problems->setObjectName(u"payloadProblems"_s);
    m_problems->setWordWrap(true);
    m_problems->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupTools(options);
    layout->addWidget(m_problems);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_findBar);
    setupMenu();
    connect(&m_loader, &PayloadLoader::changed, this, &PayloadView::showLoaded);
    connect(m_code, &CodeView::escaped, this, &PayloadView::escaped);
    connect(m_statePage, &StatePage::actionTriggered, &m_loader, &PayloadLoader::reload);
    setFocusProxy(m_code);
    retranslate();
}

void PayloadView::setupTools(const PayloadOptions &options)
{
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(2 * gridUnit, 2, 2, 2);
    tools->setSpacing(2);
    m_facts->setObjectName(u"payloadFacts"_s);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMuted(m_facts);
    m_reveal->setObjectName(u"revealPersonalData"_s);
    m_reveal->setIcon(themeIcon(u"view-visible"_s));
    m_reveal->hide();
    tools->addWidget(m_facts, 1);
    tools->addWidget(m_reveal);
    for (QAction *option : {options.stored, options.wrap, options.numbers}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(option);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        tools->addWidget(button);
    }
    m_find->setIcon(themeIcon(u"edit-find"_s));
    m_copyAll->setIcon(themeIcon(u"edit-copy"_s));
    for (QToolButton *button : {m_find, m_copyAll}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        tools->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(tools);
    m_code->setNumbered(options.numbers->isChecked());
    m_code->setWrapping(options.wrap->isChecked());
    connect(options.wrap, &QAction::toggled, m_code, &CodeView::setWrapping);
    connect(options.numbers, &QAction::toggled, m_code, &CodeView::setNumbered);
    connect(m_find, &QToolButton::clicked, m_findBar, &CodeFindBar::open);
    connect(m_copyAll, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_code->toPlainText()); });
    connect(m_reveal, &QPushButton::clicked, this, &PayloadView::revealRequested);
}

void PayloadView::setupMenu()
{
    m_copy->setShortcut(QKeySequence::Copy);
    m_copyValue->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    m_copyPath->setShortcut(QKeySequence(u"Ctrl+Alt+C"_s));
    m_fold->setShortcut(QKeySequence(Qt::Key_Minus));
    m_unfold->setShortcut(QKeySequence(Qt::Key_Plus));
    m_unfoldAll->setShortcut(QKeySequence(Qt::Key_Asterisk));
    // The view itself answers the keys without modifiers.
    m_code->addActions({m_copyValue, m_copyPath});
    for (QAction *action : {m_copyValue, m_copyPath})
        action->setShortcutContext(Qt::WidgetShortcut);
    const auto line = [this] { return m_code->caret().line; };
    connect(m_copy, &QAction::triggered, m_code, &CodeView::copy);
    connect(m_copyValue, &QAction::triggered, this,
            [this, line] { QApplication::clipboard()->setText(valueOf(m_code->text(), line())); });
    connect(m_copyPath, &QAction::triggered, this, [this, line] {
        if (const QString path = pathOf(m_code->text(), line()); !path.isEmpty())
            QApplication::clipboard()->setText(path);
    });
    connect(m_fold, &QAction::triggered, this, [this, line] { m_code->setFolded(line(), true); });
    connect(m_unfold, &QAction::triggered, this, [this, line] { m_code->setFolded(line(), false); });
    connect(m_foldAll, &QAction::triggered, m_code, &CodeView::foldAll);
    connect(m_unfoldAll, &QAction::triggered, m_code, &CodeView::unfoldAll);
    connect(m_code, &CodeView::menuRequested, this, &PayloadView::showMenu);
}

void PayloadView::showMenu(const QPoint &position)
{
    const int line = m_code->caret().line;
    m_copy->setEnabled(!m_code->selectedText().isEmpty());
    m_copyPath->setEnabled(!pathOf(m_code->text(), line).isEmpty());
    m_fold->setEnabled(m_code->rows().canFold(line) && !m_code->rows().isFolded(line));
    m_unfold->setEnabled(m_code->rows().isFolded(line));
    m_foldAll->setEnabled(m_code->text().isIndented());
    m_unfoldAll->setEnabled(m_code->text().isIndented());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_copy, m_copyValue, m_copyPath});
    menu->addSeparator();
    menu->addActions({m_fold, m_unfold, m_foldAll, m_unfoldAll});
    menu->popup(position);
}

void PayloadView::setReveal(const QString &text, bool enabled, const QString &hint)
{
    m_reveal->setText(text);
    m_reveal->setEnabled(enabled);
    m_reveal->setToolTip(hint);
    m_reveal->setAccessibleDescription(hint);
    m_reveal->setVisible(!text.isEmpty());
}

void PayloadView::showLoaded()
{
    switch (m_loader.state()) {
    case PayloadLoader::State::Nothing:
        m_statePage->show({}, {}, tr("Choose an item to see what was sent and received."));
        break;
    case PayloadLoader::State::Reading:
        m_statePage->show(u"view-refresh"_s, tr("Reading the data…"), {});
        break;
    case PayloadLoader::State::Failed:
        m_statePage->show(u"dialog-error"_s, tr("The data could not be read"), m_loader.errorText(), tr("Try again"));
        break;
    case PayloadLoader::State::Ready:
        showText();
        return;
    }
    m_stack->setCurrentWidget(m_statePage);
    m_facts->clear();
    m_problems->hide();
}

void PayloadView::showText()
{
    const std::shared_ptr<const PayloadText> text = m_loader.text(m_part);
    if (text != m_shown) {
        if (m_isShownWhole)
            m_code->setText(text);
        else
            m_code->setMore(text);
        m_shown = text;
        m_isShownWhole = m_loader.isWhole();
        m_findBar->searchAgain();
    }
    const bool isEmpty = text->kind() == PayloadText::Kind::Nothing;
    if (isEmpty)
        m_statePage->show({}, {}, tr("Nothing was stored here."));
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_statePage) : m_code);
    m_facts->setText(isEmpty ? QString() : facts());
    m_facts->setToolTip(m_facts->text());
    m_problems->setText(problems());
    m_problems->setVisible(!isEmpty && !m_problems->text().isEmpty());
}

QString PayloadView::facts() const
{
    if (!m_loader.isWhole())
        return tr("The beginning is shown; the rest is being read…");
    const QString size = sizeText(m_shown->bytes());
    const QString lines = tr("%Ln line(s)", nullptr, m_shown->lineCount());
    return u"%1 · %2 · %3"_s.arg(nameOf(m_shown->kind()), lines, size);
}

QString PayloadView::problems() const
{
    QStringList sentences;
    const QLocale locale;
    if (const std::optional<PayloadProblem> &problem = m_shown->problem()) {
        const bool isWhole = m_shown->kind() != PayloadText::Kind::Exchanges;
        const int line = isWhole ? m_shown->lineAt(problem->offset) : 0;
        const QString where =
            tr("line %1, character %2")
                .arg(locale.toString(line + 1), locale.toString(problem->offset - m_shown->startOf(line) + 1));
        const QString kind = nameOf(m_shown->kind());
        if (!isWhole)
            sentences.append(tr("One of these documents is broken and is shown as it is."));
        else if (problem->kind == PayloadProblem::Kind::EndsEarly)
            sentences.append(tr("This %1 ends before it is complete. It is shown as it was stored.").arg(kind));
        else if (problem->kind == PayloadProblem::Kind::EndTag)
            sentences.append(
                tr("This is no valid %1: in %2 a tag ends what was not begun. It is shown as it was stored.")
                    .arg(kind, where));
        else if (problem->kind == PayloadProblem::Kind::TooManyLines)
            sentences.append(tr("This %1 would have too many lines. It is shown as it was stored.").arg(kind));
        else
            sentences.append(tr("This is no valid %1 from %2 on. It is shown as it was stored.").arg(kind, where));
    }
    if (m_shown->controlCharacters() > 0)
        sentences.append(
            tr("%Ln control character(s) stand in this text, as in binary data; each is shown by a symbol.", nullptr,
               int(m_shown->controlCharacters())));
    if (m_shown->replacedBytes() > 0)
        sentences.append(tr("%Ln character(s) arrived as bytes that are no UTF-8; each is shown as “�”.", nullptr,
                            int(m_shown->replacedBytes())));
    if (m_shown->depth() > PayloadText::deepestIndent && m_shown->isIndented())
        sentences.append(tr("%1 levels deep: from level %2 on lines are not indented any further.")
                             .arg(locale.toString(m_shown->depth()), locale.toString(PayloadText::deepestIndent)));
    return sentences.join(u'\n');
}

void PayloadView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PayloadView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_find, tr("Find (Ctrl+F)"));
    name(m_copyAll, tr("Copy everything"));
    m_copy->setText(tr("&Copy"));
    m_copyValue->setText(tr("Copy &value"));
    m_copyPath->setText(tr("Copy &path"));
    m_fold->setText(tr("&Fold"));
    m_unfold->setText(tr("&Unfold"));
    m_foldAll->setText(tr("Fold &all"));
    m_unfoldAll->setText(tr("Unfold a&ll"));
    m_findBar->retranslate();
    showLoaded();
}

} // namespace ponte::ui
