// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/start/setupfacts.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"

class QLabel;
class QVBoxLayout;

namespace ponte::ui {

class Banner;
class SetupRow;

/// "Diagnóstico": what an installation needs before it sells, what of it is there, and the way to the rest. A fresh
/// installation starts here.
class SetupPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupPage)

public:
    explicit SetupPage(const Session &session, QWidget *parent = nullptr);
    ~SetupPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void enter() override;
    void refresh() override { read(); }

Q_SIGNALS:
    void placeRequested(const QString &placeId, const QString &tab);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void showFacts();
    void showRow(bool isDone, const QString &title, const QString &detail, const QString &placeId, const QString &tab);
    void showParameterRows();
    [[nodiscard]] static QString missingText(const QList<SetupFacts::Parameter> &parameters);

    const Session &m_session;
    Pulse m_pulse;
    storage::ReadTicket m_ticket;
    std::optional<SetupFacts> m_facts;
    Banner *m_banner;
    QLabel *m_heading;
    QLabel *m_text;
    QVBoxLayout *m_rowLayout;
    QList<SetupRow *> m_rows;
    int m_shown = 0;
    bool m_isFollowing = false;
};

} // namespace ponte::ui
