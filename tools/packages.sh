# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# Installs what is missing, and only that.

PACKAGE_LIST=$ROOT/packaging/debian-12.packages
POLICY=/usr/sbin/policy-rc.d

packages_of() {
  awk -v wanted=" $* " '
    /^#/ { next }
    /^\[/ { group = substr($1, 2, length($1) - 2); next }
    index(wanted, " " group " ") { for (i = 1; i <= NF; i++) print $i }' "$PACKAGE_LIST"
}

missing_packages() {
  local name
  while read -r name; do
    [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) == ii* ]] || printf '%s\n' "$name"
  done < <(packages_of "$@")
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "packages are missing and neither root nor sudo is at hand: $*"
  fi
}

# PostgreSQL's package would start a cluster on the default port, which may be taken or unwanted.
forbid_services() {
  if [[ -e $POLICY ]]; then
    as_root mv "$POLICY" "$POLICY.before-ponte"
  fi
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$POLICY" >/dev/null
  as_root chmod 755 "$POLICY"
  at_exit allow_services
}

allow_services() {
  [[ ${SERVICES_ALLOWED:-} ]] && return 0
  SERVICES_ALLOWED=1
  as_root rm -f "$POLICY"
  if [[ -e $POLICY.before-ponte ]]; then
    as_root mv "$POLICY.before-ponte" "$POLICY"
  fi
}

# ensure_packages GROUP…
ensure_packages() {
  local missing
  command -v dpkg-query >/dev/null || return 0
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -eq 0 ]] && return 0
  say "installing ${missing[*]}"
  quietly as_root apt-get update -qq || die "apt-get update failed"
  forbid_services
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    || die "installing packages failed"
  allow_services
}
