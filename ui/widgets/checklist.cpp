// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/checklist.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString checkName(const QString &check)
{
    if (check == "name"_L1)
        return CheckList::tr("Name");
    if (check == "address"_L1)
        return CheckList::tr("Address");
    if (check == "tls"_L1)
        return CheckList::tr("Encryption (TLS)");
    if (check == "credentials"_L1)
        return CheckList::tr("Credentials");
    if (check == "schema"_L1)
        return CheckList::tr("Tables");
    return CheckList::tr("Harmless call");
}

QString outcomeName(const QString &outcome)
{
    if (outcome == "passed"_L1)
        return CheckList::tr("✓ passed");
    if (outcome == "warning"_L1)
        return CheckList::tr("! warning");
    return outcome == "failed"_L1 ? CheckList::tr("✕ failed") : CheckList::tr("– not judged");
}

} // namespace

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
{
    showAll();
}

void CheckList::clear()
{
    m_lines.clear();
    showAll();
}

void CheckList::add(const CheckLine &line)
{
    m_lines.append(line);
    show(line);
}

const CheckLine *CheckList::firstFailure() const
{
    const auto failed = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                     [](const CheckLine &line) { return line.outcome == "failed"_L1; });
    return failed == m_lines.cend() ? nullptr : &*failed;
}

void CheckList::show(const CheckLine &line)
{
    const int row = m_grid->rowCount();
    const auto addLabel = [this, row](int column, const QString &text) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column == 2);
        label->setTextInteractionFlags(column == 2 ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
        m_grid->addWidget(label, row, column, Qt::AlignTop);
        return label;
    };
    QLabel *outcome = addLabel(0, outcomeName(line.outcome));
    outcome->setForegroundRole(line.outcome == "failed"_L1 ? QPalette::BrightText : QPalette::WindowText);
    addLabel(1, checkName(line.check));
    setMuted(addLabel(2, line.message));
}

void CheckList::showAll()
{
    // A grid never forgets the rows that it once had.
    qDeleteAll(findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4 * gridUnit);
    m_grid->setVerticalSpacing(gridUnit);
    m_grid->setColumnStretch(2, 1);
    for (const CheckLine &line : std::as_const(m_lines))
        show(line);
}

void CheckList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showAll();
    QWidget::changeEvent(event);
}

} // namespace ponte::ui
