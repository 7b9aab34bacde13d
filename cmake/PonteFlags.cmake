# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
include_guard(GLOBAL)

configure_file("${CMAKE_CURRENT_LIST_DIR}/ponte_version.h.in" "${PROJECT_BINARY_DIR}/generated/ponte_version.h" @ONLY)

add_library(ponte_flags INTERFACE)
target_compile_features(ponte_flags INTERFACE cxx_std_20)
target_include_directories(ponte_flags INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
target_compile_definitions(ponte_flags INTERFACE
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH
  QT_NO_KEYWORDS
  QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(ponte_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi -Wsuggest-override
  -Werror=switch -Werror=return-type
  $<$<BOOL:${PONTE_WERROR}>:-Werror>)
if(PONTE_PCH)
  # ccache needs it to see through a precompiled header.
  target_compile_options(ponte_flags INTERFACE -fpch-preprocess)
endif()
if(PONTE_SANITIZE)
  target_compile_options(ponte_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(ponte_flags INTERFACE -fsanitize=address,undefined)
endif()
