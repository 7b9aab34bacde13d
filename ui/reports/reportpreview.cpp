// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/reportpreview.h"

#include "core/reports/logreport.h"
#include "core/reports/zonetimes.h"

#include <QTemporaryDir>

#include <optional>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Keeps the first rows and ends the writing there.
class PreviewWriter final : public reports::ReportWriter
{
public:
    explicit PreviewWriter(ReportPreview &preview)
        : m_preview(preview)
    {}

    [[nodiscard]] Result<> begin(const QString & /*file*/, const reports::ReportHead &head) override
    {
        m_preview.headers = head.headers;
        m_preview.records = head.records;
        m_isCsv = head.order.format == reports::Format::Csv;
        using Form = reports::ZoneTimes::Form;
        m_times.emplace(head.order.zone, head.order.language.isDayFirst() ? Form::DayFirst : Form::YearFirst);
        return {};
    }

    [[nodiscard]] Result<> write(reports::Cells row) override
    {
        QStringList texts;
        for (const reports::Cell &cell : row)
            texts.append(textOf(cell));
        m_preview.rows.append(texts);
        // The row after the last one shown would only be thrown away.
        return m_preview.rows.size() < previewRows ? Result<>() : failure(ErrorCode::Cancelled, {});
    }

    [[nodiscard]] Result<> end(qint64 /*rows*/, const CancelToken & /*cancel*/) override
    {
        return failure(ErrorCode::Cancelled, {});
    }

private:
    [[nodiscard]] QString textOf(const reports::Cell &cell)
    {
        switch (cell.kind) {
        case reports::Cell::Kind::Empty:
            return {};
        case reports::Cell::Kind::Number:
            return QString::number(cell.number);
        case reports::Cell::Kind::Time: {
            const std::string_view text = m_times->text(cell.number);
            return QString::fromLatin1(text.data(), qsizetype(text.size()));
        }
        case reports::Cell::Kind::Text:
            break;
        }
        const QString text = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
        const bool isDisarmed = m_isCsv && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
        return isDisarmed ? u'\'' + text : text;
    }

    ReportPreview &m_preview;
    std::optional<reports::ZoneTimes> m_times;
    bool m_isCsv = false;
};

} // namespace

Result<ReportPreview> previewOf(storage::Connection &connection, const integration::Descriptor &descriptor,
                                const Clock &clock, const security::Actor &actor, reports::ReportOrder order,
                                const CancelToken &cancel)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(ErrorCode::Internal, folder.errorString());
    order.file = folder.filePath(u"preview"_s);
    ReportPreview preview;
    reports::ReportFormats formats;
    formats.add(order.format, [&preview] { return std::make_unique<PreviewWriter>(preview); });
    const auto written = reports::LogReport(connection, descriptor, clock, formats).write(actor, order, cancel);
    const bool isWhole = !written && written.error().code == ErrorCode::Cancelled && !cancel.isCancelled();
    return isWhole ? Result<ReportPreview>(preview) : tl::unexpected(written.error());
}

} // namespace ponte::ui
