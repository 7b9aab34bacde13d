# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors

# shellcheck source=tools/postgresql.sh
source "$ROOT/tools/postgresql.sh"

test_main() {
  local preset=ci
  if [[ ${1:-} == --preset ]]; then
    preset=${2:?--preset takes a name}
    shift 2
  fi
  ensure_packages build run test
  build_preset "$preset"
  start_postgresql
  PONTE_TEST_POSTGRESQL=$POSTGRESQL_ADDRESS
  export PONTE_TEST_POSTGRESQL
  run_ctest "$(build_folder "$preset")" "$@"
}

run_ctest() {
  local folder=$1 status=0 results
  shift
  results=$folder/test-results.xml
  rm -f "$results"
  # The totals are read from the tests' own output, which CTest would cut.
  ctest --test-dir "$folder" --parallel "${PONTE_JOBS:-$(nproc)}" --no-tests=error --output-on-failure \
    --output-junit "$results" --test-output-size-passed 4194304 --test-output-size-failed 4194304 "$@" || status=$?
  stop_postgresql
  python3 "$ROOT/tools/test_totals.py" "$results" "$status"
}
