# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# The main job on stand-in systems: a shop sells, the sales become enrolments, contracts and notices.

RUN_SALES=${PONTE_RUN_SALES:-20}
RUN_COMPANY=3

run_main() {
  local headless='' keep=''
  while [[ $# -gt 0 ]]; do
    case $1 in
      --headless) headless=1 ;;
      --keep) keep=1 ;;
      *) bad_usage "run: unknown $1" ;;
    esac
    shift
  done
  [[ ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || headless=1
  ensure_packages build run
  RUN_BIN=$(build_folder release)/bin
  if [[ $headless ]]; then
    build_preset release ponte-agent ponte-sandbox
    run_headless
  else
    build_preset release ponte-agent ponte-sandbox ponte
    run_window "$keep"
  fi
}

run_headless() {
  make_fresh_folder
  connect_everything
  start_agent
  inject_faults
  sell_everything
  counts failures --company "$RUN_COMPANY" >"$RUN_FOLDER/failures" || die "the log could not be read"
  say "reprocessing what failed"
  agent reprocess --company "$RUN_COMPANY" --yes || die "reprocessing failed"
  counts wait --sandbox "$RUN_SANDBOX" --notices "$RUN_SALES" || say "not every notice arrived"
  write_report
  counts summary --company "$RUN_COMPANY" --sandbox "$RUN_SANDBOX" --sold "$RUN_SALES" \
    --failures "$(cat "$RUN_FOLDER/failures")" --report "$RUN_REPORT" >"$RUN_FOLDER/summary" || RUN_FAILED=1
  stop_children
  [[ $RUN_FAILED ]] || forget_all_but_report
  cat "$RUN_FOLDER/summary"
  [[ ! $RUN_FAILED ]] || die "the numbers differ; database and logs are in $RUN_FOLDER"
}

run_window() {
  local keep=$1
  make_lasting_folder "$keep"
  connect_everything
  RUN_LISTEN=127.0.0.1:$(free_port)
  inject_faults
  start_child "$RUN_FOLDER/shop.log" keep_selling
  say "the console opens; its shop sells until you close it (logs in $RUN_FOLDER)"
  "$RUN_BIN/ponte" --database "$PONTE_DATABASE" --listen "$RUN_LISTEN"
}

# What a failed step said is kept and shown.
agent() {
  "$RUN_BIN/ponte-agent" "$@" >>"$RUN_FOLDER/steps.log" 2>&1 && return 0
  say "ponte-agent $1 ${2:-} failed:"
  tail -n 5 "$RUN_FOLDER/steps.log" >&2
  return 1
}

counts() { python3 "$ROOT/tools/demo_counts.py" "$1" --agent "$RUN_BIN/ponte-agent" "${@:2}"; }

use_folder() {
  RUN_FOLDER=$1
  RUN_FAILED=
  export PONTE_DATABASE=sqlite:$RUN_FOLDER/ponte.db
}

make_fresh_folder() {
  if [[ ${PONTE_RUN_DIR:-} ]]; then
    mkdir -p "$PONTE_RUN_DIR"
    use_folder "$(mktemp -d "$(cd "$PONTE_RUN_DIR" && pwd)/run.XXXXXX")"
  else
    use_folder "$(mktemp -d "${TMPDIR:-/tmp}/ponte-run.XXXXXX")"
  fi
}

# The stand-in systems forget at their end, so a database that remembers them would only confuse.
make_lasting_folder() {
  local keep=$1 folder=${PONTE_RUN_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/ponte-demo}
  mkdir -p "$folder"
  use_folder "$(cd "$folder" && pwd)"
  [[ $keep ]] || rm -f "$RUN_FOLDER"/ponte.db{,-wal,-shm,.key} "$RUN_FOLDER"/*.log
}

forget_all_but_report() {
  [[ ! ${PONTE_RUN_DIR:-} ]] || return 0
  rm -f "$RUN_FOLDER"/ponte.db* "$RUN_FOLDER"/*.log "$RUN_FOLDER/failures"
  at_exit forget_summary
}

forget_summary() { rm -f "$RUN_FOLDER/summary"; }

connect_everything() {
  start_sandbox
  say "setting connections and parameters"
  set_connections
  set_parameters
  add_shop
}

start_sandbox() {
  local address
  address=127.0.0.1:$(free_port)
  RUN_SANDBOX=http://$address
  start_child "$RUN_FOLDER/sandbox.log" "$RUN_BIN/ponte-sandbox" serve --listen "$address"
  wait_for 30 curl -fsS "$RUN_SANDBOX/sandbox/state" || {
    tail -n 5 "$RUN_FOLDER/sandbox.log" >&2
    die "the sandbox did not start"
  }
}

set_connections() {
  agent networks set 2 SESI || return 1
  agent networks set 3 SENAI || return 1
  agent networks set 4 IEL || return 1
  printf 'sandbox' | agent connections set rm --url "$RUN_SANDBOX" --user integracao --password-stdin || return 1
  printf 'sandbox' | agent connections set erp --url "$RUN_SANDBOX/erp" --user integracao --password-stdin || return 1
}

set_parameters() {
  local company=$RUN_COMPANY
  agent parameters set lojaclick.status.pre_enrollment 10 --company "$company" --level 1 || return 1
  agent parameters set lojaclick.status.enrollment 11 --company "$company" --level 1 || return 1
  agent parameters set lojaclick.integration_user lojaclick --company "$company" || return 1
  agent parameters set lojaclick.resend.max_attempts 3 --company "$company" || return 1
  agent parameters set lojaclick.broker.address "$RUN_SANDBOX/broker" || return 1
  printf 'sandbox-token' | agent parameters set lojaclick.broker.token --stdin || return 1
}

add_shop() {
  local answer
  answer=$("$RUN_BIN/ponte-agent" api-clients add "shop-$(date +%s)" --json 2>>"$RUN_FOLDER/steps.log") \
    || die "the shop's credentials could not be made"
  RUN_USER=$(json_field username <<<"$answer")
  RUN_PASSWORD=$(json_field password <<<"$answer")
}

json_field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

start_agent() {
  RUN_LISTEN=127.0.0.1:$(free_port)
  start_child "$RUN_FOLDER/agent.log" "$RUN_BIN/ponte-agent" serve --listen "$RUN_LISTEN"
  wait_for 30 curl -fsS "http://$RUN_LISTEN/health/ready" || {
    tail -n 5 "$RUN_FOLDER/agent.log" >&2
    die "ponte-agent did not get ready"
  }
}

inject_faults() {
  fault '{"system":"erp","operation":"efetivacao","fault":"refuse","times":3}' || return 1
  fault '{"system":"erp","operation":"efetivacao","fault":"503","times":2}' || return 1
}

fault() {
  curl -fsS -X POST -H 'Content-Type: application/json' --data "$1" "$RUN_SANDBOX/sandbox/faults" \
    >>"$RUN_FOLDER/steps.log" 2>&1 || die "the sandbox refused the fault $1"
}

sell() {
  "$RUN_BIN/ponte-sandbox" sell --to "http://$RUN_LISTEN" --user "$RUN_USER" --password-stdin "$@" \
    < <(printf '%s' "$RUN_PASSWORD")
}

sell_everything() {
  say "the shop sells $RUN_SALES courses"
  sell --count "$RUN_SALES" --seed "$(date +%s)" >"$RUN_FOLDER/shop.log" 2>&1 || {
    tail -n 5 "$RUN_FOLDER/shop.log" >&2
    say "not every sale was taken"
  }
}

# Runs in the background, so its own child has to be ended with it.
keep_selling() {
  local seed pid=
  trap '[[ ! $pid ]] || kill "$pid"; exit 0' TERM
  wait_for 60 curl -fsS "http://$RUN_LISTEN/health/ready" || return 1
  for ((seed = $(date +%s); ; seed++)); do
    "$RUN_BIN/ponte-sandbox" sell --to "http://$RUN_LISTEN" --user "$RUN_USER" --password-stdin --count 50 \
      --rate 0.5/s --seed "$seed" < <(printf '%s' "$RUN_PASSWORD") &
    pid=$!
    wait "$pid" || sleep 5
  done
}

write_report() {
  RUN_REPORT=$RUN_FOLDER/report.csv
  agent report --company "$RUN_COMPANY" --format csv --output "$RUN_REPORT" || die "the report could not be written"
}
