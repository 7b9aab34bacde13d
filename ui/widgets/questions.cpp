// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/questions.h"

#include "ui/widgets/style.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace ponte::ui {

void MessageBoxes::askUnsaved(QWidget *parent, const QString &text, std::function<void(LeaveAnswer)> answer)
{
    const auto translated = [](const char *source) { return QCoreApplication::translate("Questions", source); };
    auto *box = new QMessageBox(QMessageBox::Question, translated(QT_TRANSLATE_NOOP("Questions", "Unsaved changes")),
                                text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *save = box->addButton(translated(QT_TRANSLATE_NOOP("Questions", "&Save")), QMessageBox::AcceptRole);
    QPushButton *discard =
        box->addButton(translated(QT_TRANSLATE_NOOP("Questions", "&Discard")), QMessageBox::DestructiveRole);
    QPushButton *stay =
        box->addButton(translated(QT_TRANSLATE_NOOP("Questions", "&Keep editing")), QMessageBox::RejectRole);
    save->setProperty(primaryProperty, true);
    box->setDefaultButton(save);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::finished, box, [box, save, discard, answer = std::move(answer)] {
        if (box->clickedButton() == save)
            answer(LeaveAnswer::Save);
        else if (box->clickedButton() == discard)
            answer(LeaveAnswer::Discard);
        else
            answer(LeaveAnswer::Stay);
    });
    box->open();
}

void MessageBoxes::askSure(QWidget *parent, const QString &title, const QString &text, const QString &yes,
                           std::function<void()> answer)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *act = box->addButton(yes, QMessageBox::AcceptRole);
    QPushButton *stay = box->addButton(
        QCoreApplication::translate("Questions", QT_TRANSLATE_NOOP("Questions", "&Cancel")), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::finished, box, [box, act, answer = std::move(answer)] {
        if (box->clickedButton() == act)
            answer();
    });
    box->open();
}

void MessageBoxes::askFile(QWidget *parent, const QString &title, bool toWrite, const QString &proposedName,
                           std::function<void(const QString &)> answer)
{
    const QString given = QFileInfo(proposedName).suffix();
    const QString suffix = given.isEmpty() ? QStringLiteral("json") : given;
    auto *dialog = new QFileDialog(parent, title, {}, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(toWrite ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(toWrite ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(suffix);
    if (toWrite)
        dialog->selectFile(proposedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    dialog->open();
}

} // namespace ponte::ui
