# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
include_guard(GLOBAL)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql Network Concurrent Test Gui Widgets Svg LinguistTools)
find_package(PkgConfig REQUIRED)

# Each becomes a target PkgConfig::<first word>.
pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET GLOBAL libmicrohttpd)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET GLOBAL libsodium)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET GLOBAL libzstd)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET GLOBAL libpq)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET GLOBAL sqlite3)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET GLOBAL xlsxwriter)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET GLOBAL libzip)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET GLOBAL libcrypto)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET GLOBAL libcurl)
pkg_check_modules(SYSTEMD IMPORTED_TARGET GLOBAL libsystemd)

find_path(PONTE_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
find_path(PONTE_RAPIDJSON_INCLUDE rapidjson/reader.h REQUIRED)
