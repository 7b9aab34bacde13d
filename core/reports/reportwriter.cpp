// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/reportwriter.h"

#include "core/reports/csvreport.h"
#include "core/reports/htmlreport.h"
#include "core/reports/xlsxreport.h"

namespace ponte::reports {

ReportWriter::~ReportWriter() = default;

void ReportWriter::rehearse(Cells /*row*/) {}

ReportFormats ReportFormats::standard()
{
    ReportFormats formats;
    formats.add(Format::Csv, [] { return std::make_unique<CsvReport>(); });
    formats.add(Format::Xlsx, [] { return std::make_unique<XlsxReport>(); });
    formats.add(Format::Html, [] { return std::make_unique<HtmlReport>(); });
    return formats;
}

void ReportFormats::add(Format format, Maker maker)
{
    m_makers.insert_or_assign(format, std::move(maker));
}

std::unique_ptr<ReportWriter> ReportFormats::make(Format format) const
{
    const auto found = m_makers.find(format);
    return found == m_makers.end() ? nullptr : found->second();
}

} // namespace ponte::reports
