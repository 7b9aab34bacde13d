// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/connections.h"

#include <QComboBox>

namespace ponte::ui {

/// Chooses a code from a list by typing part of the code or the description. Where the list is known nothing else is
/// accepted; where it never was, a code can be typed.
class LookupField final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookupField)

public:
    explicit LookupField(QWidget *parent = nullptr);

    void setRows(const QList<parameters::LookupRow> &rows, bool isKnown);
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// The code of what is typed, or the typed text itself where it names no row.
    [[nodiscard]] QString code() const;
    void setCode(const QString &code);
    /// Whether the list holds the code; a code is taken at its word where there is no list.
    [[nodiscard]] bool accepts(const QString &code) const;
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void codeEdited(const QString &code);
    void editingFinished();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] QString codeOf(const QString &text) const;

    QList<parameters::LookupRow> m_rows;
    bool m_isKnown = false;
    bool m_isSetting = false;
};

} // namespace ponte::ui
