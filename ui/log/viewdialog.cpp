// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/viewdialog.h"

#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ViewDialog::ViewDialog(const security::SavedView &view, const QStringList &profiles, QWidget *parent)
    : QDialog(parent)
    , m_given(view)
    , m_name(new QLineEdit(view.name, this))
    , m_share(new QComboBox(this))
    , m_default(new QCheckBox(tr("&Open the monitor with this view"), this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(view.id == 0 ? tr("Save this view") : tr("Saved view"));
    m_name->setObjectName(u"viewName"_s);
    m_name->setMaxLength(security::SavedViews::longestName);
    m_share->setObjectName(u"viewShare"_s);
    m_share->addItem(tr("Only me"), QString());
    for (const QString &profile : profiles)
        m_share->addItem(tr("Profile %1").arg(profile), profile);
    m_share->setCurrentIndex(qMax(0, m_share->findData(view.sharedWith)));
    m_default->setObjectName(u"viewDefault"_s);
    m_default->setChecked(view.isDefault);
    m_problem->setObjectName(u"viewProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->hide();
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Seen by"), m_share);
    form->addRow(QString(), m_default);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"viewSave"_s);
    m_save->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * gridUnit);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    const auto judge = [this] { m_save->setEnabled(!m_name->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &ViewDialog::saveRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
    setMinimumWidth(420);
    m_name->selectAll();
}

security::SavedView ViewDialog::view() const
{
    security::SavedView view = m_given;
    view.name = m_name->text().trimmed();
    view.sharedWith = m_share->currentData().toString();
    view.isDefault = m_default->isChecked();
    return view;
}

void ViewDialog::showRefusal(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace ponte::ui
