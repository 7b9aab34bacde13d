// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/security/savedviews.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ponte::ui {

/// Asks what a saved view is called, who sees it too, and whether its place opens with it.
class ViewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewDialog)

public:
    /// `profiles` are those that the person may share with.
    ViewDialog(const security::SavedView &view, const QStringList &profiles, QWidget *parent);

    [[nodiscard]] security::SavedView view() const;
    /// The answer did not come to be: says why beside the fields.
    void showRefusal(const QString &text);

Q_SIGNALS:
    void saveRequested();

private:
    const security::SavedView m_given;
    QLineEdit *m_name;
    QComboBox *m_share;
    QCheckBox *m_default;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace ponte::ui
