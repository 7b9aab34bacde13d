// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/diagnosis.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/session.h"

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
    /// Lets the first line lead to the choice of another database.
    void offerDatabases();
    /// Says that this link was asked for, and leads to its view, which the monitor shows already.
    void keepLink(const QString &link);

Q_SIGNALS:
    void placeRequested(const QString &placeId, const QString &tab);
    void databasesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Way {
        QString placeId, tab;
    };
    void read();
    void focusNext();
    void tellLink();
    void showFindings();
    void showFinding(SetupRow &row, const integration::Finding &finding);
    /// Where a finding is set up; nowhere for some.
    [[nodiscard]] Way wayOf(const integration::Finding &finding) const;

    const Session &m_session;
    Pulse m_pulse;
    storage::ReadTicket m_ticket;
    std::optional<integration::Diagnosis> m_diagnosis;
    Banner *m_banner;
    Banner *m_linkBanner;
    QString m_link;
    QLabel *m_heading;
    QLabel *m_text;
    QVBoxLayout *m_rowLayout;
    QList<SetupRow *> m_rows;
    bool m_isFollowing = false;
    bool m_offersDatabases = false;
};

} // namespace ponte::ui
