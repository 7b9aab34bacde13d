// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/fieldeditor.h"

#include "ui/parameters/lookupfield.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 480;

QString fieldText(const char *source)
{
    return source ? QCoreApplication::translate("Parameters", source) : QString();
}

QLabel *smallLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(fontOf(TextSize::Small));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->hide();
    return label;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

FieldEditor::FieldEditor(const parameters::Definition &definition, QWidget *parent)
    : QWidget(parent)
    , m_definition(definition)
    , m_label(new QLabel(this))
    , m_error(smallLabel(this))
    , m_warning(smallLabel(this))
    , m_help(smallLabel(this))
    , m_provenance(smallLabel(this))
{
    setObjectName(definition.key);
    setupEditor();
    setupLayout();
    retranslate();
}

void FieldEditor::setupEditor()
{
    if (m_definition.kind == parameters::ValueKind::Lookup) {
        m_lookup = new LookupField(this);
        connect(m_lookup, &LookupField::codeEdited, this, &FieldEditor::handleEdit);
        connect(m_lookup, &LookupField::editingFinished, this, &FieldEditor::showRefusal);
        m_read = new QToolButton(this);
        m_read->setObjectName(u"readList"_s);
        m_read->setMinimumHeight(32);
        connect(m_read, &QToolButton::clicked, this, &FieldEditor::readRequested);
    } else {
        m_line = new QLineEdit(this);
        m_line->setMaxLength(2000);
        // Not edited: what a screen reader writes arrives as a change only.
        connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) { handleEdit(text.trimmed()); });
        connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::showRefusal);
    }
    if (m_definition.kind == parameters::ValueKind::Secret) {
        m_line->setEchoMode(QLineEdit::Password);
        m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        m_remove = new QToolButton(this);
        m_remove->setCheckable(true);
        m_remove->setMinimumHeight(32);
        connect(m_remove, &QToolButton::clicked, this, &FieldEditor::secretRemoved);
    }
    editor()->setObjectName(u"editor"_s);
    editor()->setFixedWidth(m_definition.kind == parameters::ValueKind::Integer ? 120 : editorWidth);
    // A page too low for all fields scrolls; the fields themselves never shrink.
    editor()->setMinimumHeight(editor()->sizeHint().height());
    setFocusProxy(editor());
    m_label->setBuddy(editor());
}

void FieldEditor::setupLayout()
{
    QFont bold = fontOf(TextSize::Normal);
    bold.setWeight(QFont::Medium);
    m_label->setFont(bold);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->setObjectName(u"error"_s);
    m_warning->setObjectName(u"warning"_s);
    m_provenance->setObjectName(u"provenance"_s);
    setMuted(m_help);
    setMuted(m_provenance);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(editor());
    if (m_remove)
        row->addWidget(m_remove);
    if (m_read)
        row->addWidget(m_read);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_label);
    layout->addLayout(row);
    for (QLabel *label : {m_error, m_warning, m_help, m_provenance})
        layout->addWidget(label);
}

QWidget *FieldEditor::editor() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_lookup;
}

QString FieldEditor::currentText() const
{
    return m_line ? m_line->text().trimmed() : m_lookup->code();
}

void FieldEditor::show(const parameters::Value &stored, const QString &text, bool isSecretRemoved, bool isOvertaken)
{
    m_stored = stored;
    m_isSecretRemoved = isSecretRemoved;
    m_isOvertaken = isOvertaken;
    // Rewriting a text that is the same would move the cursor of whoever is typing it.
    if (text != currentText()) {
        m_refusalShown = false;
        if (m_line) {
            const QSignalBlocker blocker(m_line);
            m_line->setText(text);
        } else {
            m_lookup->setCode(text);
        }
    }
    showMessages();
    showProvenance();
}

void FieldEditor::setLookup(const std::optional<parameters::Lookup> &lookup, const QDateTime &now)
{
    if (!m_lookup)
        return;
    m_list = lookup;
    m_now = now;
    m_lookup->setRows(lookup ? lookup->rows : QList<parameters::LookupRow>(), lookup && lookup->readAt.isValid());
    showMessages();
}

void FieldEditor::setReading(bool canRead, bool isRunning, const QString &problem)
{
    if (!m_read)
        return;
    m_isReading = isRunning;
    m_readProblem = problem;
    m_read->setVisible(canRead);
    m_read->setText(isRunning ? tr("Reading…") : tr("Read from RM"));
    showMessages();
}

void FieldEditor::setReadOnly(bool readOnly)
{
    if (m_line)
        m_line->setReadOnly(readOnly);
    else
        m_lookup->setReadOnly(readOnly);
    if (m_remove)
        m_remove->setEnabled(!readOnly);
}

QString FieldEditor::refusal(const QString &text) const
{
    const QString message = parameters::validationMessage(m_definition, text);
    if (!message.isEmpty() || !m_lookup || m_lookup->accepts(text))
        return message;
    return tr("'%1' is not in the list: choose an entry.").arg(text);
}

void FieldEditor::showRefusal()
{
    m_refusalShown = true;
    showMessages();
}

void FieldEditor::setWarning(const QString &warning)
{
    m_extraWarning = warning;
    showMessages();
}

void FieldEditor::focusEditor()
{
    editor()->setFocus(Qt::OtherFocusReason);
}

void FieldEditor::handleEdit(const QString &text)
{
    Q_EMIT edited(text);
    showMessages();
}

void FieldEditor::showMessages()
{
    const QString text = currentText();
    const QString refused = m_refusalShown ? refusal(text) : QString();
    setTextOrHide(m_error, refused);
    const bool wasInvalid = editor()->property(invalidProperty).toBool();
    if (wasInvalid == refused.isEmpty()) {
        editor()->setProperty(invalidProperty, !refused.isEmpty());
        editor()->update();
    }
    editor()->setAccessibleDescription(refused.isEmpty() ? fieldText(m_definition.help) : refused);
    QStringList warnings;
    if (m_isOvertaken)
        warnings.append(m_stored.isSecret || m_stored.value.isEmpty()
                            ? tr("Meanwhile %1 changed it.").arg(m_stored.changedBy)
                            : tr("Meanwhile %1 changed it to '%2'.").arg(m_stored.changedBy, m_stored.value));
    if (m_lookup && !text.isEmpty() && text == m_stored.value && !m_lookup->accepts(text))
        warnings.append(tr("'%1' is no longer in RM's list: choose another.").arg(text));
    if (!m_readProblem.isEmpty())
        warnings.append(tr("The list could not be read from RM, what was known stays: %1").arg(m_readProblem));
    if (!m_extraWarning.isEmpty())
        warnings.append(m_extraWarning);
    setTextOrHide(m_warning, warnings.join(u' '));
    QStringList help {fieldText(m_definition.help)};
    if (m_lookup && m_list)
        help.append(m_list->readAt.isValid() ? tr("List read from RM %1.").arg(ageText(m_list->readAt, m_now))
                                             : tr("The list was not read from RM yet: type the code."));
    help.removeAll({});
    setTextOrHide(m_help, help.join(u' '));
}

void FieldEditor::showProvenance()
{
    const bool known = m_stored.changedAt.isValid();
    const QString change =
        known ? tr("Last changed by %1 on %2").arg(m_stored.changedBy, timeText(m_stored.changedAt)) : QString();
    setTextOrHide(m_provenance, m_remove ? QString() : change);
    m_provenance->setToolTip(utcText(m_stored.changedAt));
    if (!m_remove)
        return;
    m_line->setToolTip(utcText(m_stored.changedAt));
    m_line->setEnabled(!m_isSecretRemoved);
    if (m_isSecretRemoved)
        m_line->setPlaceholderText(tr("Will be removed when you save"));
    else if (m_stored.isSet)
        m_line->setPlaceholderText(tr("Set on %1 by %2").arg(timeText(m_stored.changedAt), m_stored.changedBy));
    else
        m_line->setPlaceholderText(tr("Not set"));
    m_remove->setVisible(m_stored.isSet);
    m_remove->setChecked(m_isSecretRemoved);
    m_remove->setText(m_isSecretRemoved ? tr("Keep") : tr("Remove"));
}

void FieldEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FieldEditor::retranslate()
{
    const QString label = fieldText(m_definition.label);
    m_label->setText(label);
    editor()->setAccessibleName(label);
    if (m_remove)
        m_remove->setAccessibleName(tr("Remove %1").arg(label));
    if (m_read) {
        m_read->setText(m_isReading ? tr("Reading…") : tr("Read from RM"));
        m_read->setAccessibleName(tr("Read the list of %1 from RM").arg(label));
        m_read->setToolTip(tr("Reads the list anew; F2 in the field opens it"));
        m_lookup->lineEdit()->setAccessibleName(label);
    }
    showMessages();
    showProvenance();
}

} // namespace ponte::ui
