// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// A bare loop of libxlsxwriter over values in memory: columns 0, 8 and 9 as numbers, 6 and 7 as times, the others as
// texts. Prints the seconds from the first call of the library to the last.
#include "tests/bench/reference/values.h"

#include <xlsxwriter.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double sheetTime(const std::string &text)
{
    int day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0;
    if (std::sscanf(text.c_str(), "%d/%d/%d %d:%d:%d", &day, &month, &year, &hour, &minute, &second) != 6)
        return 0;
    lxw_datetime time {};
    time.year = year;
    time.month = month;
    time.day = day;
    time.hour = hour;
    time.min = minute;
    time.sec = second;
    return lxw_datetime_to_excel_datetime(&time);
}

struct Value {
    enum { Text, Number, Time } kind;
    double number;
    const char *text;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const reference::Rows rows = reference::readValues(argv[1]);
    std::vector<std::vector<Value>> values;
    values.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::vector<Value> line;
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const std::string &text = rows[row][column];
            if (row > 0 && (column == 0 || column >= 8))
                line.push_back({Value::Number, std::atof(text.c_str()), nullptr});
            else if (row > 0 && column >= 6)
                line.push_back({Value::Time, sheetTime(text), nullptr});
            else
                line.push_back({Value::Text, 0, text.c_str()});
        }
        values.push_back(std::move(line));
    }
    const auto start = std::chrono::steady_clock::now();
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(argv[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    lxw_format *time = workbook_add_format(book);
    format_set_num_format(time, "dd/mm/yyyy hh:mm:ss");
    for (std::size_t row = 0; row < values.size() && row < LXW_ROW_MAX; ++row) {
        for (std::size_t column = 0; column < values[row].size(); ++column) {
            const Value &value = values[row][column];
            const auto at = static_cast<lxw_row_t>(row);
            const auto to = static_cast<lxw_col_t>(column);
            if (value.kind == Value::Text)
                worksheet_write_string(sheet, at, to, value.text, nullptr);
            else
                worksheet_write_number(sheet, at, to, value.number, value.kind == Value::Time ? time : nullptr);
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        return 1;
    std::printf("%.3f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return 0;
}
