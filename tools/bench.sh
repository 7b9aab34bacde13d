# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# How a measurement is written: tests/bench/README.md.

# shellcheck source=tools/postgresql.sh
source "$ROOT/tools/postgresql.sh"

bench_main() {
  local names=() rows='' json=''
  while [[ $# -gt 0 ]]; do
    case $1 in
      --rows) rows=${2:?--rows takes a number} && shift ;;
      --json) json=${2:?--json takes a file} && shift ;;
      -*) bad_usage "bench: unknown $1" ;;
      *) names+=("$1") ;;
    esac
    shift
  done
  [[ ! $rows || $rows =~ ^[1-9][0-9]*$ ]] || bad_usage "bench: --rows takes a number"
  ensure_packages build run test bench
  build_preset release
  BENCH_BIN=$(build_folder release)/bin
  [[ ${#names[@]} -gt 0 ]] || mapfile -t names < <(bench_names)
  [[ ${#names[@]} -gt 0 ]] || die "there are no measurements"
  run_benches "$rows" "$json" "${names[@]}"
}

bench_names() {
  local path
  for path in "$ROOT"/tests/bench/*; do
    [[ ! -f $path || ! -x $path ]] || basename "$path"
  done
  for path in "$BENCH_BIN"/bench_*; do
    [[ ! -x $path || $path == *bench_reference_* ]] || basename "$path" | sed 's/^bench_//'
  done
}

bench_program() {
  local path
  for path in "$ROOT/tests/bench/$1" "$BENCH_BIN/bench_$1"; do
    if [[ -f $path && -x $path ]]; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  bad_usage "bench: no measurement \"$1\"; there are: $(bench_names | tr '\n' ' ')"
}

run_benches() {
  local rows=$1 json=$2 name program figures broken=0 status=0
  shift 2
  figures=$(mktemp)
  for name in "$@"; do
    bench_program "$name" >/dev/null
  done
  start_postgresql
  export PONTE_TEST_POSTGRESQL=$POSTGRESQL_ADDRESS PONTE_BIN=$BENCH_BIN
  for name in "$@"; do
    program=$(bench_program "$name")
    "$program" ${rows:+--rows "$rows"} >>"$figures" || {
      say "$name: the measurement itself failed"
      broken=1
    }
  done
  stop_postgresql
  python3 "$ROOT/tools/bench_figures.py" "$figures" "$json" || status=1
  rm -f "$figures"
  [[ $broken -eq 0 && $status -eq 0 ]] || exit 1
}
