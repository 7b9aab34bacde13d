// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/pdfpages.h"

#include "core/reports/asidefile.h"

#include <QPageLayout>
#include <QPageSize>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

// A4 in points.
constexpr double shortSide = 595.0;
constexpr double longSide = 842.0;
constexpr double margin = 40.0;
constexpr double footRoom = 18.0;

} // namespace

PdfTypes::PdfTypes(const QString &family)
    : title(family, 20, true, PdfPages::unit)
    , heading(family, 11, true, PdfPages::unit)
    , figure(family, 16, true, PdfPages::unit)
    , text(family, 8.5, false, PdfPages::unit)
    , small(family, 7.5, false, PdfPages::unit)
    , row(family, 7, false, PdfPages::unit)
    , header(family, 7, true, PdfPages::unit)
{}

PdfPages::PdfPages(const PdfTypes &types)
    : m_types(types)
{}

Result<> PdfPages::open(const QString &file, const ReportHead &head, int totalPages)
{
    const ReportLanguage &language = head.order.language;
    m_path = file;
    m_total = totalPages;
    m_footPages = language.word(u"page");
    m_footLeft = language.word(u"title") + u" · "_s + language.time(head.generatedAt, head.order.zone) + u" · "_s
                 + QString::fromLatin1(head.order.zone.id());
    m_file = std::make_unique<QFile>(file);
    if (!m_file->open(QIODevice::WriteOnly))
        return tl::unexpected(writeError(file, m_file->errorString()));
    m_writer = std::make_unique<QPdfWriter>(m_file.get());
    m_writer->setResolution(resolution);
    m_writer->setPageSize(QPageSize(QPageSize::A4));
    m_writer->setPageMargins({});
    m_writer->setTitle(language.word(u"title"));
    m_writer->setCreator(u"Ponte"_s);
    return {};
}

void PdfPages::begin(bool isLandscape)
{
    const bool isFirst = m_page == 0;
    if (!isFirst)
        drawFoot();
    ++m_page;
    m_width = ((isLandscape ? longSide : shortSide) - 2 * margin) * unit;
    m_height = ((isLandscape ? shortSide : longSide) - 2 * margin - footRoom) * unit;
    if (!m_writer)
        return;
    m_writer->setPageOrientation(isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    if (isFirst)
        m_painter = std::make_unique<QPainter>(m_writer.get());
    else
        m_writer->newPage();
    m_painter->resetTransform();
    m_painter->translate(margin * unit, margin * unit);
}

void PdfPages::drawFoot()
{
    if (!m_painter)
        return;
    const double top = m_height + footRoom * unit - m_types.small.lineHeight();
    m_painter->setPen(QColor(0x70, 0x77, 0x80));
    m_types.small.draw(*m_painter, 0, top, m_footLeft);
    m_types.small.drawRight(*m_painter, m_width, top, m_footPages.arg(m_page).arg(m_total));
    m_painter->setPen(Qt::black);
}

Result<> PdfPages::state() const
{
    if (!m_file || m_file->error() == QFileDevice::NoError)
        return {};
    return tl::unexpected(writeError(m_path, m_file->errorString()));
}

Result<> PdfPages::close()
{
    drawFoot();
    if (m_painter)
        m_painter->end();
    m_painter.reset();
    m_writer.reset();
    if (!m_file->flush())
        return tl::unexpected(writeError(m_path, m_file->errorString()));
    return state();
}

} // namespace ponte::reports::pdf
