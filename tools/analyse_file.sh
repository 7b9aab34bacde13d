#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# analyse_file.sh FOLDER END FILE: clang-tidy and clazy on one file, by the compile commands in FOLDER, before time END.
set -euo pipefail

# Qt finds the hash of a type in the type's own namespace as well, whatever qhash-namespace says; midRef is of Qt 5.
CLAZY_CHECKS=level1,no-non-pod-global-static,no-overloaded-signal,no-qhash-namespace,no-qstring-ref

clazy() {
  # clazy-standalone ends with 0 whatever it found.
  ! clazy-standalone -p "$1" -checks="$CLAZY_CHECKS" "$2" 2>&1 | grep -E -A 3 '(warning|error): '
}

main() {
  local folder=$1 end=$2 file=$3 status=0
  if [[ $(date +%s) -ge $end ]]; then
    echo "note: time was up before $file"
    return 0
  fi
  grep -q "\"file\": \"[^\"]*/$file\"" "$folder/compile_commands.json" || return 0
  clang-tidy --quiet -p "$folder" "$file" 2>/dev/null || status=1
  clazy "$folder" "$file" || status=1
  return "$status"
}

main "$@"
