# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# What the commands of ./dev share.

BUILD_ROOT=${PONTE_BUILD:-$ROOT/build}
CLEANUPS=()
CHILDREN=()

# shellcheck source=tools/packages.sh
source "$ROOT/tools/packages.sh"

say() { printf '%s\n' "$*" >&2; }

die() {
  say "dev: $*"
  exit 1
}

bad_usage() {
  say "dev: $*"
  exit 2
}

at_exit() { CLEANUPS+=("$1"); }

run_cleanups() {
  local status=$? i
  trap - EXIT
  stop_children
  for ((i = ${#CLEANUPS[@]} - 1; i >= 0; i--)); do
    "${CLEANUPS[i]}" || true
  done
  exit "$status"
}

trap run_cleanups EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts a program in the background, its output in a file, and remembers its pid.
start_child() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 &
  CHILDREN+=("$!")
}

stop_child() {
  local pid=$1 i
  kill -TERM "$pid" 2>/dev/null || return 0
  for ((i = 0; i < 350; i++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
}

# Last started, first stopped, so that an agent still reaches what it talks to.
stop_children() {
  local i
  for ((i = ${#CHILDREN[@]} - 1; i >= 0; i--)); do
    stop_child "${CHILDREN[i]}"
  done
  CHILDREN=()
}

build_folder() { printf '%s/%s' "$BUILD_ROOT" "$1"; }

# Runs quietly; what it said is shown only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [[ $status -eq 0 ]] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

configure_preset() {
  local preset=$1 folder
  folder=$(build_folder "$preset")
  [[ -f $folder/build.ninja ]] && return 0
  say "configuring $preset"
  quietly cmake --preset "$preset" -B "$folder" || die "configuring $preset failed"
}

# build_preset PRESET [TARGET…]
build_preset() {
  local preset=$1 folder
  shift
  folder=$(build_folder "$preset")
  configure_preset "$preset"
  local options=()
  [[ $# -gt 0 ]] && options+=(--target "$@")
  [[ -t 1 ]] || options+=(-- --quiet)
  say "building $preset"
  cmake --build "$folder" --parallel "${PONTE_JOBS:-$(nproc)}" "${options[@]}" >&2 || die "building $preset failed"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_for SECONDS COMMAND…
wait_for() {
  local tries=$(($1 * 10)) i
  shift
  for ((i = 0; i < tries; i++)); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  return 1
}

tracked() { git -C "$ROOT" ls-files -- "$@"; }
