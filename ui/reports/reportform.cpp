// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/reportform.h"

#include "core/reports/filtertext.h"
#include "core/work/schedulewords.h"
#include "ui/reports/columnchooser.h"
#include "ui/widgets/language.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array formats {reports::Format::Xlsx, reports::Format::Csv, reports::Format::Pdf, reports::Format::Html};

QString lastFolder(const QSettings &settings)
{
    const QString folder = settings.value(u"reports/folder"_s).toString();
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder;
}

} // namespace

ReportForm::ReportForm(const Session &session, QSettings &settings, Questions &questions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_questions(questions)
    , m_source(new QComboBox(this))
    , m_filterText(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_columns(new ColumnChooser(this))
    , m_items(new QCheckBox(this))
    , m_payloads(new QCheckBox(this))
    , m_personal(new QCheckBox(this))
    , m_language(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_separator(new QComboBox(this))
    , m_mark(new QCheckBox(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_export(new QPushButton(this))
{
    setupFields();
    setupLayout();
    retranslate();
    proposeFile();
    showFormat();
}

void ReportForm::setupFields()
{
    const QList<std::pair<QWidget *, QString>> names {{m_source, u"source"_s},
                                                      {m_format, u"format"_s},
                                                      {m_items, u"items"_s},
                                                      {m_payloads, u"payloads"_s},
                                                      {m_personal, u"personal"_s},
                                                      {m_language, u"language"_s},
                                                      {m_zone, u"zone"_s},
                                                      {m_separator, u"separator"_s},
                                                      {m_mark, u"byteOrderMark"_s},
                                                      {m_file, u"file"_s},
                                                      {m_browse, u"browse"_s},
                                                      {m_export, u"export"_s},
                                                      {m_filterText, u"filterText"_s}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    for (const reports::Format each : formats)
        m_format->addItem(QString(), reports::toWord(each));
    m_format->setCurrentIndex(qMax(0, m_format->findData(m_settings.value(u"reports/format"_s))));
    for (const QString &code : Language::available())
        m_language->addItem(Language::nameOf(code), code);
    followLanguage();
    m_separator->addItem(QString(), u";"_s);
    m_separator->addItem(QString(), u","_s);
    m_mark->setChecked(true);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItems(work::offeredZones());
    m_zone->setCurrentText(QString::fromLatin1(displayZone().id()));
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_filterText->setTextFormat(Qt::PlainText);
    m_filterText->setWordWrap(true);
    m_filterText->setFont(fontOf(TextSize::Small));
    setMuted(m_filterText);
    m_export->setProperty(primaryProperty, true);
    m_export->setIcon(themeIcon(u"document-export"_s));
    connect(m_source, &QComboBox::currentIndexChanged, this, &ReportForm::handleEdit);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setValue(u"reports/format"_s, m_format->currentData());
        showFormat();
        handleEdit();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setValue(u"reports/language"_s, m_language->currentData());
        handleEdit();
    });
    connect(m_columns, &ColumnChooser::edited, this, &ReportForm::handleEdit);
    for (QCheckBox *box : {m_items, m_payloads, m_personal})
        connect(box, &QCheckBox::toggled, this, &ReportForm::handleEdit);
    connect(m_zone, &QComboBox::editTextChanged, this, &ReportForm::handleEdit);
    connect(m_file, &QLineEdit::textEdited, this, [this] { showRefusal({}, {}); });
    connect(m_file, &QLineEdit::returnPressed, this, &ReportForm::exportRequested);
    connect(m_browse, &QPushButton::clicked, this, &ReportForm::chooseFile);
    connect(m_export, &QPushButton::clicked, this, &ReportForm::exportRequested);
}

void ReportForm::addField(QFormLayout &form, const QString &field, QWidget *editor, QWidget *more)
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
    if (more && more != m_filterText) {
        auto *row = new QHBoxLayout;
        row->setSpacing(2 * gridUnit);
        row->addWidget(editor, 1);
        row->addWidget(more);
        column->addLayout(row);
    } else {
        column->addWidget(editor);
        if (more)
            column->addWidget(more);
    }
    column->addWidget(refusal);
    // Beside the field, not beside the field with its refusal; the columns alone take what room is left.
    if (editor != m_columns)
        label->setFixedHeight(m_file->sizeHint().height());
    form.addRow(label, column);
    m_labels.insert(field, label);
    m_refusals.insert(field, refusal);
}

void ReportForm::setupLayout()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 2 * gridUnit, 0);
    form->setHorizontalSpacing(3 * gridUnit);
    form->setVerticalSpacing(2 * gridUnit);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(*form, u"source"_s, m_source, m_filterText);
    addField(*form, u"format"_s, m_format);
    addField(*form, u"separator"_s, m_separator);
    form->addRow(QString(), m_mark);
    addField(*form, u"columns"_s, m_columns);
    for (QCheckBox *box : {m_items, m_payloads, m_personal})
        form->addRow(QString(), box);
    addField(*form, u"language"_s, m_language);
    addField(*form, u"zone"_s, m_zone);
    // Long names of views and zones widen the list that opens, not the form.
    for (QComboBox *box : {m_source, m_format, m_language, m_zone, m_separator}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    // Its fields take the focus, and it follows them.
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(fields);
    // Where the fields above end, which leave room for the bar that scrolls them.
    const QMargins besideBar(0, 0, 2 * gridUnit, 0);
    auto *target = new QFormLayout;
    target->setContentsMargins(besideBar);
    target->setHorizontalSpacing(3 * gridUnit);
    target->setLabelAlignment(Qt::AlignLeft);
    target->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(*target, u"file"_s, m_file, m_browse);
    m_export->setMinimumHeight(32);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(area, 1);
    layout->addLayout(target);
    auto *exporting = new QVBoxLayout;
    exporting->setContentsMargins(besideBar);
    exporting->addWidget(m_export);
    layout->addLayout(exporting);
}

void ReportForm::followLanguage()
{
    const QSignalBlocker blocker(m_language);
    const QString name = QLocale().name();
    int index = 0;
    for (const QVariant &code :
         {m_settings.value(u"reports/language"_s), QVariant(name), QVariant(name.section(u'_', 0, 0))})
    {
        index = m_language->findData(code);
        if (index >= 0)
            break;
    }
    m_language->setCurrentIndex(qMax(0, index));
}

reports::Format ReportForm::format() const
{
    return *reports::formatFromWord(m_format->currentData().toString());
}

const ReportSource *ReportForm::current() const
{
    const int index = m_source->currentIndex();
    return index >= 0 && index < m_sources.size() ? &m_sources.at(index) : nullptr;
}

const integration::Descriptor &ReportForm::descriptor() const
{
    return m_session.integrations.first().descriptor;
}

void ReportForm::setSources(const QList<ReportSource> &sources)
{
    const QString chosen = source();
    {
        const QSignalBlocker blocker(m_source);
        m_sources = sources;
        m_source->clear();
        for (const ReportSource &each : sources)
            m_source->addItem(each.name);
        m_source->setCurrentIndex(qMax(0, m_source->findText(chosen)));
    }
    handleEdit();
}

void ReportForm::chooseSource(const QString &name)
{
    m_source->setCurrentIndex(qMax(0, m_source->findText(name)));
}

QString ReportForm::source() const
{
    return m_source->currentText();
}

Result<reports::ReportOrder> ReportForm::content() const
{
    const auto wrong = [](const QString &field, const QString &message) {
        return failure(ErrorCode::Validation, message, {}, field);
    };
    const auto language = reports::ReportLanguage::find(m_language->currentData().toString());
    if (!language)
        return tl::unexpected(language.error());
    if (!current())
        return wrong(u"source"_s, tr("There is nothing to choose from."));
    const QList<reports::Column> columns = m_columns->columns();
    if (columns.isEmpty())
        return wrong(u"columns"_s, tr("Choose at least one column."));
    const QTimeZone zone(m_zone->currentText().trimmed().toLatin1());
    if (!zone.isValid())
        return wrong(u"zone"_s, tr("There is no time zone '%1'.").arg(m_zone->currentText()));
    return reports::ReportOrder {.filter = current()->filter,
                                 .filterName = current()->viewName,
                                 .language = *language,
                                 .zone = zone,
                                 .format = format(),
                                 .columns = columns,
                                 .withItems = m_items->isChecked(),
                                 .withPayloads = m_payloads->isChecked(),
                                 .personalData = m_personal->isChecked() && m_personal->isEnabled(),
                                 .csv = {m_separator->currentData().toString().front(), m_mark->isChecked()},
                                 .file = {}};
}

Result<reports::ReportOrder> ReportForm::order() const
{
    Result<reports::ReportOrder> order = content();
    if (!order)
        return order;
    const QString file = m_file->text().trimmed();
    if (file.isEmpty())
        return failure(ErrorCode::Validation, tr("Say which file is to be written."), {}, u"file"_s);
    if (!QDir::isAbsolutePath(file))
        return failure(ErrorCode::Validation, tr("The file needs its whole path."), {}, u"file"_s);
    order->file = file;
    return order;
}

void ReportForm::showRefusal(const QString &field, const QString &message)
{
    for (auto refusal = m_refusals.cbegin(); refusal != m_refusals.cend(); ++refusal) {
        const bool isIts = !field.isEmpty() && refusal.key() == field;
        refusal.value()->setText(isIts ? message : QString());
        refusal.value()->setVisible(isIts);
        // A screen reader tells the refusal with the field.
        m_labels.value(refusal.key())->buddy()->setAccessibleDescription(isIts ? message : QString());
    }
}

void ReportForm::proposeFile()
{
    const QString typed = m_file->text().trimmed();
    const QString folder = typed.isEmpty() ? lastFolder(m_settings) : QFileInfo(typed).absolutePath();
    const QString moment = m_session.clock.now().toTimeZone(displayZone()).toString(u"yyyy-MM-dd-HHmm"_s);
    QString file;
    // Looked for among this program's own names, not on a disk that may be slow to answer.
    for (int number = 1; file.isEmpty() || file == typed; ++number)
        file = QDir(folder).filePath(u"%1-%2%3.%4"_s.arg(tr("report", "name of a file"), moment,
                                                         number > 1 ? u"-%1"_s.arg(number) : QString(),
                                                         reports::toWord(format())));
    m_file->setText(file);
}

void ReportForm::setFile(const QString &file)
{
    m_file->setText(file);
}

void ReportForm::showFormat()
{
    const bool isCsv = format() == reports::Format::Csv;
    m_separator->setVisible(isCsv);
    m_labels.value(u"separator"_s)->setVisible(isCsv);
    m_mark->setVisible(isCsv);
    // The ending follows the format while it is one of ours.
    const QFileInfo typed(m_file->text().trimmed());
    if (reports::formatFromWord(typed.suffix()))
        m_file->setText(m_file->text().trimmed().chopped(typed.suffix().size()) + reports::toWord(format()));
}

void ReportForm::showSource()
{
    const auto order = content();
    m_filterText->setText(order ? reports::filterPhrases(*order, descriptor()).join(u" · "_s) : QString());
    const bool may =
        current() && m_session.actor.require(security::Action::ViewPersonalData, current()->filter.company).has_value();
    m_personal->setEnabled(may);
    m_personal->setToolTip(may ? tr("Each export with personal data is on record.")
                               : tr("You may not see personal data; it is masked."));
}

void ReportForm::handleEdit()
{
    m_payloads->setEnabled(m_items->isChecked());
    if (const auto language = reports::ReportLanguage::find(m_language->currentData().toString()))
        m_columns->setLanguage(*language);
    showSource();
    const auto order = content();
    showRefusal(order ? QString() : order.error().field, order ? QString() : order.error().message);
    m_export->setEnabled(order.has_value());
    Q_EMIT edited();
}

void ReportForm::chooseFile()
{
    m_questions.askFile(this, tr("Export to"), true, m_file->text().trimmed(), [this](const QString &file) {
        m_file->setText(file);
        m_settings.setValue(u"reports/folder"_s, QFileInfo(file).absolutePath());
        showRefusal({}, {});
    });
}

void ReportForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        followLanguage();
        retranslate();
        handleEdit();
    }
    QWidget::changeEvent(event);
}

void ReportForm::retranslate()
{
    const QHash<QString, QString> texts {
        {u"source"_s, tr("&Data")},     {u"format"_s, tr("For&mat")},     {u"separator"_s, tr("Separa&tor")},
        {u"columns"_s, tr("Col&umns")}, {u"language"_s, tr("La&nguage")}, {u"zone"_s, tr("Time &zone")},
        {u"file"_s, tr("F&ile")}};
    for (auto label = m_labels.cbegin(); label != m_labels.cend(); ++label) {
        label.value()->setText(texts.value(label.key()));
        if (label.key() != "columns"_L1)
            label.value()->buddy()->setAccessibleName(texts.value(label.key()).remove(u'&'));
    }
    // The file's own form begins where the fields above do.
    int widest = 0;
    for (const QLabel *label : std::as_const(m_labels))
        widest = qMax(widest, label->sizeHint().width());
    m_labels.value(u"file"_s)->setMinimumWidth(widest);
    const QStringList formatTexts {tr("Excel (XLSX)"), tr("CSV"), tr("PDF, with totals and charts"),
                                   tr("HTML, in one file")};
    for (int index = 0; index < m_format->count(); ++index)
        m_format->setItemText(index, formatTexts.value(index));
    m_separator->setItemText(0, tr("Semicolon (;)"));
    m_separator->setItemText(1, tr("Comma (,)"));
    m_mark->setText(tr("Marked as UTF-8 (BOM), for Excel"));
    m_items->setText(tr("A &row per execution (log items)"));
    m_payloads->setText(tr("With data sent and received"));
    m_personal->setText(tr("Show &personal data"));
    m_browse->setText(tr("&Browse…"));
    m_export->setText(tr("E&xport"));
}

} // namespace ponte::ui
