// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace ponte::http {

/// A body that can be read once. It is sequential and refuses to start again, so that Qt, which repeats a request by
/// itself where the peer closes without an answer, has nothing to repeat it with.
class Upload final : public QIODevice
{
    Q_OBJECT

public:
    explicit Upload(QByteArray body);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    /// The number of bytes that Qt took. It sends the head together with the first of them: as long as this is 0,
    /// nothing of the request has left.
    [[nodiscard]] qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_taken = 0;
};

} // namespace ponte::http
