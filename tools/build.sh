# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

build_main() {
  local preset=${1:-dev}
  [[ $# -le 1 ]] || bad_usage "build takes one preset"
  cmake_presets | grep -qx "$preset" || bad_usage "no preset \"$preset\"; there are: $(cmake_presets | tr '\n' ' ')"
  ensure_packages build
  build_preset "$preset"
  say "programs are in $(build_folder "$preset")/bin"
}

cmake_presets() {
  sed -n '/"configurePresets"/,/"buildPresets"/ s/^ *"name": "\([a-z]*\)".*/\1/p' "$ROOT/CMakePresets.json" | grep -vx base
}
