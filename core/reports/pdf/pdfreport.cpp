// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/pdfreport.h"

#include "core/reports/pdf/pdfcover.h"
#include "core/reports/pdf/pdfpages.h"
#include "core/reports/pdf/pdfrows.h"
#include "core/reports/reporttext.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsPerStateLook = 64;

/// The program's own face where it is installed.
Result<QString> reportFamily()
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return failure(ErrorCode::Usage, ReportText::tr("This program was started without what draws pages."));
    const QStringList families = QFontDatabase::families();
    for (const QString &family : {u"Inter"_s, u"DejaVu Sans"_s, u"Noto Sans"_s, u"Liberation Sans"_s}) {
        if (families.contains(family))
            return family;
    }
    if (families.isEmpty())
        return failure(ErrorCode::Usage,
                       ReportText::tr("No font is installed, so no PDF can be written: install fonts-inter or "
                                      "fonts-dejavu-core."));
    return families.first();
}

/// Pages are counted with the very code that draws them, in a first round over the rows: "page x of y" needs y.
class PdfReport final : public ReportWriter
{
public:
    [[nodiscard]] bool wantsSummary() const override { return true; }
    [[nodiscard]] bool wantsRehearsal() const override { return true; }

    [[nodiscard]] Result<> begin(const QString &file, const ReportHead &head) override
    {
        const Result<QString> family = reportFamily();
        if (!family)
            return tl::unexpected(family.error());
        m_head.emplace(head);
        m_file = file;
        m_types = std::make_unique<PdfTypes>(*family);
        m_counted = std::make_unique<PdfPages>(*m_types);
        PdfCover(*m_counted, *m_types, *m_head).draw();
        m_countedRows = std::make_unique<PdfRows>(*m_counted, *m_types, *m_head);
        return {};
    }

    void rehearse(Cells row) override { m_countedRows->add(row); }

    [[nodiscard]] Result<> write(Cells row) override
    {
        if (Result<> started = start(); !started)
            return started;
        m_rows->add(row);
        return ++m_written % rowsPerStateLook == 0 ? m_pages->state() : Result<>();
    }

    [[nodiscard]] Result<> end(qint64 /*rows*/, const CancelToken & /*cancel*/) override
    {
        if (Result<> started = start(); !started)
            return started;
        return m_pages->close();
    }

private:
    [[nodiscard]] Result<> start()
    {
        if (m_pages)
            return {};
        m_pages = std::make_unique<PdfPages>(*m_types);
        if (Result<> opened = m_pages->open(m_file, *m_head, m_counted->page()); !opened)
            return opened;
        PdfCover(*m_pages, *m_types, *m_head).draw();
        m_rows = std::make_unique<PdfRows>(*m_pages, *m_types, *m_head);
        return {};
    }

    std::optional<ReportHead> m_head;
    QString m_file;
    std::unique_ptr<PdfTypes> m_types;
    std::unique_ptr<PdfPages> m_counted, m_pages;
    std::unique_ptr<PdfRows> m_countedRows, m_rows;
    qint64 m_written = 0;
};

} // namespace

void addTo(ReportFormats &formats)
{
    formats.add(Format::Pdf, [] { return std::make_unique<PdfReport>(); });
}

} // namespace ponte::reports::pdf
