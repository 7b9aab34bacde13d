# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# A private PostgreSQL 15 in a folder of its own. Its superuser ponte_test needs no password; every other role does.

POSTGRESQL_BIN=${POSTGRESQL_BIN:-/usr/lib/postgresql/15/bin}
POSTGRESQL_FOLDER=
POSTGRESQL_ADDRESS=

# The server refuses to run as root.
as_database_user() {
  if [[ $(id -u) -eq 0 ]]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

make_cluster() {
  as_database_user "$POSTGRESQL_BIN/initdb" --pgdata "$POSTGRESQL_FOLDER/data" --username ponte_test --encoding UTF8 \
    --locale C.UTF-8 --auth-local trust --auth-host scram-sha-256 --no-sync || return 1
  sed -i '1i host all ponte_test 127.0.0.1/32 trust' "$POSTGRESQL_FOLDER/data/pg_hba.conf"
}

launch_cluster() {
  local port=$1
  # Tests lose nothing by a power cut, and waiting for the disk would be most of their time.
  as_database_user "$POSTGRESQL_BIN/pg_ctl" --pgdata "$POSTGRESQL_FOLDER/data" --log "$POSTGRESQL_FOLDER/log" \
    --wait --timeout 60 --options "-p $port -k $POSTGRESQL_FOLDER -c listen_addresses=127.0.0.1 -c fsync=off \
-c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c timezone=UTC" start
}

start_postgresql() {
  local try port
  POSTGRESQL_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/ponte-postgresql.XXXXXX")
  at_exit stop_postgresql
  chmod 755 "$POSTGRESQL_FOLDER"
  [[ $(id -u) -ne 0 ]] || chown postgres "$POSTGRESQL_FOLDER"
  cd "$POSTGRESQL_FOLDER" || die "no folder for PostgreSQL"
  quietly make_cluster || die "PostgreSQL: initdb failed"
  # Another program may take the port between the choice and the start.
  for try in 1 2 3; do
    port=$(free_port)
    if launch_cluster "$port" >/dev/null 2>&1; then
      # shellcheck disable=SC2034  # read by those who source this
      POSTGRESQL_ADDRESS=postgresql://ponte_test@127.0.0.1:$port/postgres
      cd "$ROOT" || return 1
      return 0
    fi
    say "PostgreSQL did not start on port $port (try $try)"
  done
  tail -n 20 "$POSTGRESQL_FOLDER/log" >&2 || true
  die "PostgreSQL did not start"
}

stop_postgresql() {
  [[ $POSTGRESQL_FOLDER ]] || return 0
  (cd / && as_database_user "$POSTGRESQL_BIN/pg_ctl" --pgdata "$POSTGRESQL_FOLDER/data" --mode immediate --wait stop) \
    >/dev/null 2>&1 || true
  rm -rf "$POSTGRESQL_FOLDER"
  POSTGRESQL_FOLDER=
}
