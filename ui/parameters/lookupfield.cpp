// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/lookupfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

QString rowText(const parameters::LookupRow &row)
{
    return row.description.isEmpty() ? row.code : u"%1 · %2"_s.arg(row.code, row.description);
}

} // namespace

LookupField::LookupField(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(12);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    auto *finder = new QCompleter(model(), this);
    finder->setFilterMode(Qt::MatchContains);
    finder->setCaseSensitivity(Qt::CaseInsensitive);
    finder->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(finder);
    // Not edited: what a screen reader writes arrives as a change only.
    connect(lineEdit(), &QLineEdit::textChanged, this, [this] {
        if (!m_isSetting)
            Q_EMIT codeEdited(code());
    });
    connect(this, &QComboBox::activated, this, [this] {
        setCode(m_rows.value(currentIndex()).code);
        Q_EMIT codeEdited(code());
    });
    connect(finder, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        setCode(codeOf(text));
        Q_EMIT codeEdited(code());
    });
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        // A code typed alone gains its description.
        if (accepts(code()))
            setCode(code());
        Q_EMIT editingFinished();
    });
}

void LookupField::setRows(const QList<parameters::LookupRow> &rows, bool isKnown)
{
    const QString kept = code();
    const bool isBeingTyped = lineEdit()->hasFocus() && lineEdit()->isModified();
    m_rows = rows;
    m_isKnown = isKnown;
    const QSignalBlocker blocker(this);
    const QScopedValueRollback setting(m_isSetting, true);
    clear();
    for (const parameters::LookupRow &row : rows)
        addItem(rowText(row));
    if (isBeingTyped)
        setEditText(kept);
    else
        setCode(kept);
}

QString LookupField::code() const
{
    return codeOf(currentText());
}

void LookupField::setCode(const QString &code)
{
    const QSignalBlocker blocker(this);
    const QScopedValueRollback setting(m_isSetting, true);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).code == code) {
            setCurrentIndex(int(i));
            setEditText(rowText(m_rows.at(i)));
            lineEdit()->setCursorPosition(0);
            return;
        }
    }
    setCurrentIndex(-1);
    setEditText(code);
}

bool LookupField::accepts(const QString &code) const
{
    if (!m_isKnown || code.isEmpty())
        return true;
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&code](const parameters::LookupRow &row) { return row.code == code; });
}

void LookupField::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void LookupField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2) {
        showPopup();
        return;
    }
    QComboBox::keyPressEvent(event);
}

void LookupField::wheelEvent(QWheelEvent *event)
{
    // Scrolling the page must not change a value under the pointer.
    event->ignore();
}

QString LookupField::codeOf(const QString &text) const
{
    const QString typed = text.trimmed();
    for (const parameters::LookupRow &row : m_rows) {
        if (typed == row.code || typed == rowText(row) || typed.compare(row.description, Qt::CaseInsensitive) == 0)
            return row.code;
    }
    return typed;
}

} // namespace ponte::ui
