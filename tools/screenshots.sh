# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

screenshots_main() {
  local folder=${1:-$BUILD_ROOT/screenshots} script=$ROOT/tests/ui/screenshots
  [[ $# -le 1 ]] || bad_usage "screenshots takes one folder"
  [[ -x $script ]] || die "tests/ui/screenshots is missing"
  ensure_packages build run test
  build_preset release ponte ponte-agent ponte-sandbox
  mkdir -p "$folder"
  PONTE_BIN=$(build_folder release)/bin "$script" "$(cd "$folder" && pwd)"
}
