// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "ui/widgets/hands.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace ponte::ui {

struct Session;

/// Asks why somebody has to see the personal data of a record, and records it before anything is shown. Accepted once
/// the audit has it.
class RevealDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RevealDialog)

public:
    RevealDialog(const Session &session, const log::Record &record, QWidget *parent);

private:
    void record();
    void ended(const Result<> &recorded);

    const Session &m_session;
    const CompanyId m_company;
    const LogRecordId m_record;
    QLineEdit *m_reason;
    QLabel *m_error;
    QDialogButtonBox *m_buttons;
    Hands m_hands; ///< the last: it waits for the call under way
};

} // namespace ponte::ui
