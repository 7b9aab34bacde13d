// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QWidget>

namespace ponte::ui {

/// What restricts a view and has no control of its own, one chip each; a click on a chip takes it back. Hidden while
/// there is none.
class ChipRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChipRow)

public:
    struct Chip {
        QString id; ///< the object name of the chip
        QString text;
        bool operator==(const Chip &) const = default;
    };

    explicit ChipRow(QWidget *parent = nullptr);

    void setChips(const QList<Chip> &chips);

Q_SIGNALS:
    void removed(const QString &id);

private:
    QList<Chip> m_chips;
};

} // namespace ponte::ui
