// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/scheduledialog.h"

#include "core/work/schedulewords.h"
#include "ui/schedules/reportfields.h"
#include "ui/schedules/ruleeditor.h"
#include "ui/schedules/runpreview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/hands.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ScheduleDialog::ScheduleDialog(const Session &session, const Directory &directory, Hands &hands,
                               const work::ScheduleDraft &draft, qint64 id, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_directory(directory)
    , m_hands(hands)
    , m_given(draft)
    , m_id(id)
    , m_banner(new Banner(this))
    , m_job(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_company(new QComboBox(this))
    , m_level(new QComboBox(this))
    , m_error(new QCheckBox(this))
    , m_pending(new QCheckBox(this))
    , m_statuses(new QWidget(this))
    , m_report(new ReportFields(this))
    , m_rule(new RuleEditor(this))
    , m_zone(new QComboBox(this))
    , m_enabled(new QCheckBox(this))
    , m_preview(new RunPreview(this))
    , m_cancel(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_form(new QFormLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setupFields();
    setupLayout();
    fill(draft);
    retranslate();
    showJob();
    handleEdit();
    readMaximum();
    m_name->setFocus(Qt::OtherFocusReason);
}

void ScheduleDialog::setupFields()
{
    m_job->setObjectName(u"job"_s);
    for (const char16_t *job : {work::reprocessJob, work::reportJob})
        m_job->addItem(QString(), QString::fromUtf16(job));
    m_job->setCurrentIndex(qMax(0, m_job->findData(m_given.job)));
    connect(m_job, &QComboBox::currentIndexChanged, this, [this] {
        showJob();
        handleEdit();
    });
    connect(m_report, &ReportFields::edited, this, &ScheduleDialog::handleEdit);
    m_name->setObjectName(u"name"_s);
    m_company->setObjectName(u"company"_s);
    m_level->setObjectName(u"level"_s);
    m_error->setObjectName(u"statusError"_s);
    m_pending->setObjectName(u"statusPending"_s);
    m_zone->setObjectName(u"zone"_s);
    m_enabled->setObjectName(u"enabled"_s);
    m_save->setObjectName(u"saveSchedule"_s);
    m_save->setProperty(primaryProperty, true);
    m_save->setDefault(true);
    m_cancel->setObjectName(u"cancelSchedule"_s);
    m_cancel->setAutoDefault(false);
    // Its hundreds of zones are found by typing a part of the name.
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItems(work::offeredZones());
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    connect(m_name, &QLineEdit::textChanged, this, &ScheduleDialog::handleEdit);
    connect(m_company, &QComboBox::currentIndexChanged, this, [this] {
        fillLevels();
        readMaximum();
        handleEdit();
    });
    for (QCheckBox *box : {m_error, m_pending, m_enabled})
        connect(box, &QCheckBox::toggled, this, &ScheduleDialog::handleEdit);
    connect(m_rule, &RuleEditor::edited, this, &ScheduleDialog::handleEdit);
    connect(m_zone, &QComboBox::editTextChanged, this, &ScheduleDialog::handleEdit);
    connect(m_save, &QPushButton::clicked, this, &ScheduleDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_banner, &Banner::actionTriggered, this, &ScheduleDialog::save);
}

QLabel *ScheduleDialog::addField(QFormLayout &form, const QString &field, QWidget *editor)
{
    auto *label = new QLabel(this);
    label->setBuddy(editor);
    auto *refusal = new QLabel(this);
    refusal->setObjectName(u"refusal-"_s + field);
    refusal->setFont(fontOf(TextSize::Small));
    refusal->setForegroundRole(QPalette::BrightText);
    refusal->setTextFormat(Qt::PlainText);
    refusal->setWordWrap(true);
    refusal->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(gridUnit / 2);
    column->addWidget(editor);
    column->addWidget(refusal);
    // Beside the field, not beside the field with its refusal.
    const int fieldHeight = m_name->sizeHint().height();
    label->setFixedHeight(editor == m_statuses ? fieldHeight : qMin(editor->sizeHint().height(), fieldHeight));
    form.addRow(label, column);
    m_rows.insert(field, column);
    m_labels.insert(field, label);
    m_refusals.insert(field, refusal);
    return label;
}

void ScheduleDialog::setupLayout()
{
    // As high as the fields above and below, so that its label stands beside it.
    m_statuses->setFixedHeight(m_name->sizeHint().height());
    auto *statuses = new QHBoxLayout(m_statuses);
    statuses->setContentsMargins(0, 0, 0, 0);
    statuses->setSpacing(4 * gridUnit);
    statuses->addWidget(m_error);
    statuses->addWidget(m_pending);
    statuses->addStretch(1);
    QFormLayout *form = m_form;
    form->setHorizontalSpacing(4 * gridUnit);
    form->setVerticalSpacing(2 * gridUnit);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(*form, u"job"_s, m_job);
    addField(*form, u"name"_s, m_name);
    addField(*form, u"company"_s, m_company);
    addField(*form, u"level"_s, m_level);
    addField(*form, u"filter"_s, m_statuses);
    for (const auto &[name, editor] : m_report->fields())
        addField(*form, name, editor);
    addField(*form, u"rule"_s, m_rule);
    addField(*form, u"zone"_s, m_zone);
    form->addRow(QString(), m_enabled);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(2 * gridUnit);
    footer->addStretch(1);
    for (QPushButton *button : {m_cancel, m_save}) {
        button->setMinimumWidth(104);
        footer->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_banner);
    layout->addLayout(form);
    layout->addWidget(m_preview, 1);
    layout->addLayout(footer);
    resize(620, 560);
}

void ScheduleDialog::fill(const work::ScheduleDraft &draft)
{
    m_name->setText(draft.name);
    fillCompanies();
    m_company->setEnabled(!isResend());
    m_rule->setRule(draft.rule);
    m_report->fill(draft);
    const QList<log::Status> &statuses = draft.filter.statuses;
    m_error->setChecked(statuses.isEmpty() || statuses.contains(log::Status::Error));
    m_pending->setChecked(statuses.isEmpty() || statuses.contains(log::Status::Pending));
    m_zone->setCurrentText(draft.zone);
    m_enabled->setChecked(draft.enabled);
}

void ScheduleDialog::fillCompanies()
{
    const QSignalBlocker blocker(m_company);
    m_company->clear();
    for (const Company &each : m_directory.companies()) {
        if (m_session.actor.require(security::Action::ManageSchedules, each.id))
            m_company->addItem(Directory::companyText(each), each.id.value());
    }
    // A company that RM's list does not have is still this schedule's.
    const bool isIts = m_id != 0 || m_session.actor.require(security::Action::ManageSchedules, m_given.company);
    if (isIts && m_given.company.value() > 0 && m_company->findData(m_given.company.value()) < 0)
        m_company->addItem(m_directory.companyText(m_given.company), m_given.company.value());
    m_company->setCurrentIndex(qMax(0, m_company->findData(m_given.company.value())));
    fillLevels();
}

void ScheduleDialog::fillLevels()
{
    const qint64 chosen =
        m_level->count() > 0 ? m_level->currentData().toLongLong() : m_given.filter.level.value_or(LevelId()).value();
    m_level->clear();
    m_level->addItem(tr("All levels"), 0);
    for (const Level &each : m_directory.levels(company()))
        m_level->addItem(Directory::levelText(each), each.id.value());
    m_level->setCurrentIndex(qMax(0, m_level->findData(chosen)));
}

CompanyId ScheduleDialog::company() const
{
    return CompanyId(m_company->currentData().toLongLong());
}

bool ScheduleDialog::isResend() const
{
    return m_given.job == QStringView(work::resendJob);
}

bool ScheduleDialog::isReport() const
{
    return !isResend() && m_job->currentData().toString() == QStringView(work::reportJob);
}

bool ScheduleDialog::mayChooseJob() const
{
    return m_id == 0 && !isResend() && m_session.actor.mayAnywhere(security::Action::ExportReports);
}

void ScheduleDialog::showJob()
{
    m_form->setRowVisible(m_rows.value(u"job"_s), mayChooseJob());
    m_form->setRowVisible(m_rows.value(u"level"_s), !isResend());
    m_form->setRowVisible(m_rows.value(u"filter"_s), !isResend() && !isReport());
    for (const auto &[name, editor] : m_report->fields())
        m_form->setRowVisible(m_rows.value(name), isReport());
    m_name->setPlaceholderText(isReport()   ? tr("Scheduled report")
                               : isResend() ? QString()
                                            : tr("Scheduled reprocess"));
    // What was hidden has no refusal to show.
    for (QLabel *refusal : std::as_const(m_refusals))
        refusal->setVisible(!refusal->text().isEmpty());
}

work::ScheduleDraft ScheduleDialog::draft() const
{
    work::ScheduleDraft draft = m_given;
    draft.name = m_name->text().trimmed();
    draft.company = company();
    draft.rule = m_rule->rule();
    draft.zone = m_zone->currentText().trimmed();
    draft.enabled = m_enabled->isChecked();
    if (isResend())
        return draft;
    draft.filter.level.reset();
    if (m_level->currentData().toLongLong() > 0)
        draft.filter.level = LevelId(m_level->currentData().toLongLong());
    draft.job = m_job->currentData().toString();
    draft.report = {};
    if (isReport()) {
        m_report->apply(draft);
        return draft;
    }
    draft.filter.statuses.clear();
    if (m_error->isChecked() != m_pending->isChecked())
        draft.filter.statuses = {m_error->isChecked() ? log::Status::Error : log::Status::Pending};
    return draft;
}

void ScheduleDialog::handleEdit()
{
    const work::ScheduleDraft typed = draft();
    m_preview->show(typed.rule, typed.zone, m_session.clock.now());
    showCoverage();
    std::optional<Error> refusal;
    if (const Result<> sound = m_session.schedules.check(typed); !sound)
        refusal = sound.error();
    else if (!isResend() && !isReport() && !m_error->isChecked() && !m_pending->isChecked())
        refusal = Error {ErrorCode::Validation, tr("Choose at least one status."), {}, u"filter"_s};
    else if (company().value() == 0)
        refusal =
            Error {ErrorCode::Validation, tr("There is no company whose schedules you may change."), {}, u"company"_s};
    showRefusal(refusal);
}

void ScheduleDialog::showRefusal(const std::optional<Error> &error)
{
    for (auto refusal = m_refusals.cbegin(); refusal != m_refusals.cend(); ++refusal) {
        const bool isIts = error && error->field == refusal.key();
        refusal.value()->setText(isIts ? error->message : QString());
        refusal.value()->setVisible(isIts);
        // A screen reader tells the refusal with the field.
        m_labels.value(refusal.key())->buddy()->setAccessibleDescription(isIts ? error->message : QString());
    }
    m_save->setEnabled(!error && !m_isSaving);
}

void ScheduleDialog::readMaximum()
{
    m_isMaximumKnown = false;
    showCoverage();
    if (m_session.integrations.isEmpty() || company().value() == 0)
        return;
    const IntegrationView &integration = m_session.integrations.first();
    const QString key = integration.descriptor.resendMaximum;
    if (key.isEmpty())
        return;
    const auto work = [&parameters = integration.parameters, key, asked = company()](storage::Connection &connection) {
        return parameters.get(connection, key, parameters::Scope::ofCompany(asked));
    };
    m_session.database.reads().read<parameters::Value>(
        this, work, [this, asked = company()](const Result<parameters::Value> &value) {
            // Without the number nothing is said of an outage, rather than something wrong.
            if (!value || asked != company())
                return;
            m_isMaximumKnown = true;
            m_maximum = value->isSet && !value->value.isEmpty() ? std::optional(value->value.toInt()) : std::nullopt;
            showCoverage();
        });
}

void ScheduleDialog::showCoverage()
{
    const work::ScheduleRule rule = m_rule->rule();
    m_preview->setCoverage(m_isMaximumKnown && !isReport() && rule.isValid() ? work::coverageWords(rule, m_maximum)
                                                                             : QString());
}

void ScheduleDialog::save()
{
    if (m_isSaving || !m_save->isEnabled())
        return;
    m_isSaving = true;
    m_save->setEnabled(false);
    m_banner->clear();
    const auto work = [&schedules = m_session.schedules, actor = m_session.actor, typed = draft(),
                       id = m_id]() -> Result<> {
        if (id != 0)
            return schedules.change(actor, id, typed);
        const Result<qint64> added = schedules.add(actor, typed);
        return added ? Result<>() : tl::unexpected(added.error());
    };
    m_hands.call<void>(this, work, [this](const Result<> &result) { handleSaved(result); });
}

void ScheduleDialog::handleSaved(const Result<> &result)
{
    m_isSaving = false;
    if (result) {
        Q_EMIT saved(draft().name);
        accept();
        return;
    }
    handleEdit();
    if (m_refusals.contains(result.error().field))
        showRefusal(result.error());
    else
        m_banner->tell(Banner::Kind::Error, tr("Nothing was saved. %1").arg(result.error().message), tr("Try again"));
}

void ScheduleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        handleEdit();
    }
    QDialog::changeEvent(event);
}

void ScheduleDialog::retranslate()
{
    setWindowTitle(m_id == 0 ? tr("New schedule") : tr("Change schedule"));
    const QHash<QString, QString> texts {
        {u"job"_s, tr("What r&uns")}, {u"statuses"_s, tr("Records in")}, {u"period"_s, tr("&Period")},
        {u"format"_s, tr("&Format")}, {u"folder"_s, tr("To fol&der")},   {u"mail"_s, tr("By &e-mail to")},
        {u"summary"_s, QString()},    {u"name"_s, tr("&Name")},          {u"company"_s, tr("&Company")},
        {u"level"_s, tr("&Level")},   {u"filter"_s, tr("Records in")},   {u"rule"_s, tr("&Runs")},
        {u"zone"_s, tr("Time &zone")}};
    for (auto label = m_labels.cbegin(); label != m_labels.cend(); ++label) {
        label.value()->setText(texts.value(label.key()));
        // These say themselves what they are.
        if (label.key() != "rule"_L1 && label.key() != "summary"_L1 && label.key() != "statuses"_L1)
            label.value()->buddy()->setAccessibleName(texts.value(label.key()).remove(u'&'));
    }
    m_job->setItemText(0, tr("Reprocess what is in Error or Pending"));
    m_job->setItemText(1, tr("Report, to a folder or by e-mail"));
    m_report->retranslate();
    showJob();
    m_level->setItemText(0, tr("All levels"));
    m_error->setText(statusText(log::Status::Error));
    m_pending->setText(statusText(log::Status::Pending));
    m_enabled->setText(tr("&On"));
    m_enabled->setToolTip(tr("Switched off it keeps everything and runs only when asked to."));
    m_save->setText(tr("&Save"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace ponte::ui
