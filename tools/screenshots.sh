# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

screenshots_main() {
  local folder=${1:-$BUILD_ROOT/screenshots} program
  [[ $# -le 1 ]] || bad_usage "screenshots takes one folder"
  ensure_packages build run
  build_preset release ponte-screenshots
  program=$(build_folder release)/bin/ponte-screenshots
  mkdir -p "$folder"
  "$program" "$folder" || die "a page could not be photographed"
  "$program" "$folder" --double || die "a page could not be photographed at scale factor 2"
}
