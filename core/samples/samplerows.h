// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/signature.h"
#include "core/log/types.h"
#include "core/samples/bulksink.h"
#include "core/samples/samplesale.h"

#include <QHash>

namespace ponte::samples {

/// The rows of the log that a sale leaves behind, as its texts, keys and payloads.
class SampleRows
{
public:
    static const QByteArray recordColumns, itemColumns, payloadColumns;
    static constexpr int recordColumnCount = 20, itemColumnCount = 12, payloadColumnCount = 5;

    [[nodiscard]] Result<> record(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record);
    [[nodiscard]] Result<> item(BulkSink &sink, qint64 id, qint64 recordId, const SampleSale &sale,
                                const SampleRecord &record, int number);
    [[nodiscard]] Result<> payload(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record,
                                   int number);

    /// Of SQLite's index.
    [[nodiscard]] Result<> words(BulkSink &sink, qint64 id, const SampleSale &sale, const SampleRecord &record);

    struct Met {
        QString text;
        qint64 firstAt = 0;
    };
    /// The signatures of the errors that were written, by id.
    [[nodiscard]] const QHash<QString, Met> &signatures() const { return m_signatures; }

private:
    [[nodiscard]] QByteArray signatureIdOf(const QByteArray &message, qint64 at);
    QHash<QString, Met> m_signatures;
};

} // namespace ponte::samples
