// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/parameteractions.h"

#include "core/base/json.h"
#include "core/parameters/parameterfile.h"
#include "ui/parameters/historydialog.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QFile>
#include <QJsonDocument>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ParameterActions::ParameterActions(const Session &session, const IntegrationView &integration, Questions &questions,
                                   bool mayEdit, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_integration(integration)
    , m_questions(questions)
    , m_mayEdit(mayEdit)
    , m_page(page)
    , m_button(new QToolButton(page))
    , m_history(new QAction(page))
    , m_export(new QAction(page))
    , m_import(new QAction(page))
{
    m_button->setObjectName(u"parameterActions"_s);
    m_history->setObjectName(u"history"_s);
    m_button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_button);
    menu->addActions({m_history, m_export, m_import});
    m_button->setMenu(menu);
    page->addActions({m_history, m_export, m_import});
    m_import->setEnabled(mayEdit);
    connect(m_history, &QAction::triggered, this, &ParameterActions::showHistory);
    connect(m_export, &QAction::triggered, this, &ParameterActions::exportFile);
    connect(m_import, &QAction::triggered, this, &ParameterActions::importFile);
    retranslate();
}

void ParameterActions::retranslate()
{
    m_button->setText(tr("More"));
    m_button->setAccessibleName(tr("More to do with the parameters"));
    m_history->setText(tr("&History…"));
    m_export->setText(tr("&Export to a file…"));
    m_import->setText(tr("&Import from a file…"));
}

void ParameterActions::showHistory()
{
    auto *dialog = new HistoryDialog(m_session, m_integration, m_mayEdit, m_page);
    connect(dialog, &HistoryDialog::restoreRequested, this, [this](const Draft::Field &field, const QString &text) {
        Q_EMIT textsProposed({{field.key, field.scope, text}});
    });
    dialog->open();
}

void ParameterActions::exportFile()
{
    const QString name = u"ponte-%1.json"_s.arg(m_integration.descriptor.id);
    m_questions.askFile(m_page, tr("Export the parameters"), true, name, [this](const QString &path) {
        const auto work = [&parameters = m_integration.parameters](storage::Connection &connection) {
            return parameters.list(connection);
        };
        m_session.database.reads().read<QList<parameters::Value>>(
            this, work, [this, path](const Result<QList<parameters::Value>> &values) {
                if (values)
                    writeFile(path, *values);
                else
                    Q_EMIT told(true, values.error().message);
            });
    });
}

void ParameterActions::writeFile(const QString &path, const QList<parameters::Value> &values)
{
    const QByteArray text = QJsonDocument(parameters::fileDocument(values)).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        Q_EMIT told(true, tr("The file %1 cannot be written: %2").arg(path, file.errorString()));
    else
        Q_EMIT told(false, tr("The parameters stand in %1, without tokens and passwords.").arg(path));
}

void ParameterActions::importFile()
{
    m_questions.askFile(m_page, tr("Import parameters"), false, {}, [this](const QString &path) { readFile(path); });
}

void ParameterActions::readFile(const QString &path)
{
    const json::Limits limits;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT told(true, tr("The file %1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    // One byte more than is allowed lets the parser refuse a file that is too long.
    const Result<json::Document> document = json::parseObject(file.read(limits.bytes + 1));
    if (!document) {
        Q_EMIT told(true, document.error().message);
        return;
    }
    const auto changes = parameters::fileChanges(m_integration.descriptor.parameters, document->root);
    if (!changes) {
        Q_EMIT told(true, changes.error().message);
        return;
    }
    Q_EMIT textsProposed(*changes);
    Q_EMIT told(false, tr("%n value(s) read from the file; look at them and save.", nullptr, int(changes->size())));
}

} // namespace ponte::ui
