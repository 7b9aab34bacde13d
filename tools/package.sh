# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

package_main() {
  local folder out=$BUILD_ROOT/packages
  [[ $# -eq 0 ]] || bad_usage "package takes no arguments"
  ensure_packages build run package
  folder=$(build_folder release)
  configure_preset release
  build_preset release ponte ponte-agent ponte-sandbox
  quietly desktop-file-validate packaging/org.ponte.Ponte.desktop || die "the desktop entry is wrong"
  quietly appstreamcli validate --no-net packaging/org.ponte.Ponte.metainfo.xml || die "the AppStream file is wrong"
  mkdir -p "$out"
  rm -f "$out"/*.deb
  quietly cpack --config "$folder/CPackConfig.cmake" -G DEB -B "$out" || die "packing failed"
  rm -rf "$out/_CPack_Packages"
  ls "$out"/*.deb
}
