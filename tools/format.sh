# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

# format_main [FILE…]
format_main() {
  local files=("$@")
  ensure_packages lint
  [[ ${#files[@]} -gt 0 ]] || mapfile -t files < <(tracked '*.cpp' '*.h')
  [[ ${#files[@]} -eq 0 ]] || clang-format -i "${files[@]}"
}
