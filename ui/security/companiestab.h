// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/hands.h"
#include "ui/widgets/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace ponte::ui {

class Directory;
class Grid;

/// Which kind of house (SENAI, IEL, SESI) each company is.
class CompaniesTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompaniesTab)

public:
    CompaniesTab(const Session &session, Directory &directory, QWidget *parent);
    ~CompaniesTab() override;

    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void showCompanies();
    void chooseCurrent();
    void save();
    void readFromRm();
    void tell(bool isProblem, const QString &text);
    void retranslate();

    const Session &m_session;
    Directory &m_directory;
    CancelToken m_closing;
    int m_job = 0;
    QLabel *m_text;
    QStandardItemModel *m_model;
    Grid *m_grid;
    QLabel *m_companyLabel;
    QLineEdit *m_company;
    QLabel *m_networkLabel;
    QComboBox *m_network;
    QPushButton *m_save;
    QPushButton *m_read;
    QLabel *m_message;
    Hands m_hands;
};

} // namespace ponte::ui
