// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/revealdialog.h"

#include "core/security/audit.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/session.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

RevealDialog::RevealDialog(const Session &session, const log::Record &record, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_company(record.key.company)
    , m_record(record.id)
    , m_reason(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"revealDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Show personal data"));
    auto *text = new QLabel(tr("The personal data of log %1 will be readable until you leave this record. Who looked, "
                               "when and why is kept in the audit.")
                                .arg(m_record.value()),
                            this);
    text->setWordWrap(true);
    m_reason->setObjectName(u"revealReason"_s);
    m_reason->setMaxLength(security::Audit::longestReason);
    m_reason->setPlaceholderText(tr("For example: call 4711 of the student, address refused by the ERP"));
    m_error->setObjectName(u"revealError"_s);
    m_error->setWordWrap(true);
    m_error->setForegroundRole(QPalette::BrightText);
    m_error->hide();
    QPushButton *reveal = m_buttons->addButton(tr("Show"), QDialogButtonBox::AcceptRole);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    reveal->setEnabled(false);
    auto *form = new QFormLayout;
    auto *label = new QLabel(tr("&Reason:"), this);
    label->setBuddy(m_reason);
    form->addRow(label, m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addWidget(m_buttons);
    setMinimumWidth(440);
    connect(m_reason, &QLineEdit::textChanged, this, [this, reveal] {
        reveal->setEnabled(m_reason->text().trimmed().size() >= security::Audit::shortestReason);
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &RevealDialog::record);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RevealDialog::record()
{
    setEnabled(false);
    const auto work = [audit = m_session.audit, actor = m_session.actor, company = m_company, record = m_record,
                       reason = m_reason->text().trimmed()]() -> Result<void> {
        return audit->recordReveal(actor, company, record, std::nullopt, reason);
    };
    m_hands.call<void>(this, work, [this](const Result<> &recorded) { ended(recorded); });
}

void RevealDialog::ended(const Result<> &recorded)
{
    setEnabled(true);
    if (recorded) {
        accept();
        return;
    }
    m_error->setText(recorded.error().message);
    m_error->show();
    m_reason->setFocus();
}

} // namespace ponte::ui
