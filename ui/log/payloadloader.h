// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/readpool.h"
#include "ui/log/payloadtext.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace ponte::ui {

/// Reads, masks and lays out what one execution sent and received, all of it in the read pool.
class PayloadLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadLoader)

public:
    enum class State { Nothing, Reading, Ready, Failed };
    enum Part { Sent, Received, Detail, PartCount };

    explicit PayloadLoader(storage::ReadPool &reads, QObject *parent = nullptr);
    ~PayloadLoader() override;

    /// What is shown stays for as long as a person does not notice; then the state is Reading.
    void setItem(LogItemId item);
    void clear();
    void reload();
    void setForm(PayloadText::Form form);
    /// Personal data readable. Whoever asks for it has recorded why.
    void setRevealed(bool revealed);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isRevealed() const { return m_isRevealed; }
    /// A large text is there from its beginning before it is there whole.
    [[nodiscard]] bool isWhole() const { return m_content.isWhole; }
    /// Whether masking takes anything away from what was read.
    [[nodiscard]] bool hasPersonalData() const { return m_content.hasPersonalData; }
    [[nodiscard]] std::shared_ptr<const PayloadText> text(Part part) const { return m_content.texts[part]; }

Q_SIGNALS:
    void changed();

private:
    struct Content {
        std::array<std::shared_ptr<const PayloadText>, PartCount> texts;
        bool hasPersonalData = false;
        bool isWhole = true;
    };
    struct Order {
        LogItemId item;
        PayloadText::Form form;
        bool isRevealed;
        bool isWhole; ///< else only the beginnings of large texts
    };
    [[nodiscard]] static Result<Content> read(storage::Connection &connection, const Order &order);
    void read(bool whole);
    [[nodiscard]] static Content nothing();

    storage::ReadPool &m_reads;
    State m_state = State::Nothing;
    QString m_errorText;
    PayloadText::Form m_form = PayloadText::Form::Indented;
    bool m_isRevealed = false;
    std::optional<LogItemId> m_item;
    Content m_content = nothing();
    QTimer m_noticed;
    storage::ReadTicket m_ticket;
};

} // namespace ponte::ui
