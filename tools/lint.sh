# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# Each check is a function that prints what is wrong and returns 1.

# The analysers read changed files only, and no longer than this, so that the check stays a habit.
LINT_SECONDS=${PONTE_LINT_SECONDS:-150}

lint_main() {
  [[ $# -eq 0 ]] || bad_usage "lint takes no arguments"
  ensure_packages build lint
  local check bad=0
  for check in format licences subjects spelling shell python includes layering translations features openapi analysers; do
    if "check_$check" >"$(lint_log)" 2>&1; then
      say "ok    $check$(lint_note)"
    else
      bad=$((bad + 1))
      say "WRONG $check"
      head -n 200 "$(lint_log)" >&2
    fi
  done
  [[ $bad -eq 0 ]] || die "$bad check(s) found something"
}

lint_log() {
  mkdir -p "$BUILD_ROOT"
  printf '%s/lint.log' "$BUILD_ROOT"
}

lint_note() { sed -n 's/^note: / (/p' "$(lint_log)" | sed 's/$/)/' | tr -d '\n'; }

sources() { existing '*.cpp' '*.h'; }

# Tracked files that are still there.
existing() {
  local file
  while read -r file; do
    [[ ! -f $file ]] || printf '%s\n' "$file"
  done < <(tracked "$@")
}

# The first commit of what is looked at: the branch's own commits, else the last one.
lint_base() {
  local base=
  base=$(git merge-base HEAD origin/main 2>/dev/null) || base=
  if [[ ! $base || $base == "$(git rev-parse HEAD)" ]]; then
    base=$(git rev-parse --verify --quiet HEAD~1) || base=$(git hash-object -t tree /dev/null)
  fi
  printf '%s\n' "$base"
}

check_format() {
  local file bad=0
  while read -r file; do
    if ! clang-format --dry-run --Werror "$file" >/dev/null 2>&1; then
      echo "$file: ./dev format $file"
      bad=1
    fi
  done < <(sources)
  return "$bad"
}

check_licences() {
  local file bad=0
  while read -r file; do
    if ! head -n 5 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0'; then
      echo "$file: no SPDX lines on top"
      bad=1
    fi
  done < <(existing '*.cpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '*.py' '*.sql' '*.yaml' dev .ci/run)
  return "$bad"
}

check_subjects() {
  local range
  range=$(lint_base)
  if git cat-file -e "$range^{commit}" 2>/dev/null; then
    range=$range..HEAD
  else
    range=HEAD
  fi
  git log --no-merges --format='%h %s' "$range" | awk '
    length($0) - length($1) - 1 > 72 { print $0 ": subject over 72 characters"; bad = 1 }
    END { exit bad }'
}

check_spelling() {
  local files
  mapfile -t files < <(existing ':!LICENSE' ':!*.png' ':!*.ts' ':!resources/help/es' ':!resources/help/pt_BR')
  codespell --config "$ROOT/.codespellrc" "${files[@]}"
}

check_shell() {
  local files
  mapfile -t files < <(existing dev .ci/run '*.sh')
  [[ ${#files[@]} -eq 0 ]] || shellcheck -x "${files[@]}"
}

check_python() {
  local files
  mapfile -t files < <(existing '*.py')
  [[ ${#files[@]} -eq 0 ]] || python3 -c '
import ast, sys
for name in sys.argv[1:]:
    ast.parse(open(name, encoding="utf-8").read(), name)' "${files[@]}"
}

check_includes() { python3 "$ROOT/tools/check_includes.py"; }

# Configuring checks the target graph.
check_layering() {
  local folder
  folder=$(build_folder dev)
  cmake --preset dev -B "$folder" >"$folder.log" 2>&1 && return 0
  grep -A 4 'CMake Error' "$folder.log"
  return 1
}

check_translations() { python3 "$ROOT/tools/check_translations.py"; }

check_features() { python3 "$ROOT/tools/check_features.py"; }

# Owned by the tests of the inbound interface: routes against resources/api.
check_openapi() {
  if [[ -x $ROOT/tests/openapi/check ]]; then
    "$ROOT/tests/openapi/check"
  else
    echo "note: nothing to run"
  fi
}

changed_sources() {
  local base
  base=$(lint_base)
  {
    git diff --name-only --diff-filter=ACMR "$base" -- app core ui
    git ls-files --others --exclude-standard -- app core ui
  } | grep '\.cpp$' | sort -u
}

check_analysers() {
  local files folder
  folder=$(build_folder dev)
  mapfile -t files < <(changed_sources)
  if [[ ${#files[@]} -eq 0 ]]; then
    echo "note: no changed sources"
    return 0
  fi
  generate_mocs "$folder" "${files[@]}"
  printf '%s\0' "${files[@]}" \
    | xargs -0 -n 1 -P "$(nproc)" "$ROOT/tools/analyse_file.sh" "$(analysis_folder "$folder")" \
      $(($(date +%s) + LINT_SECONDS))
}

# A source that includes its own .moc needs it to be there; nothing else of a build is read.
generate_mocs() {
  local folder=$1 targets
  shift
  grep -q '^#include ".*\.moc"' "$@" || return 0
  mapfile -t targets < <(ninja -C "$folder" -t targets all | sed -n 's/^\([a-z_-]*_autogen\): phony$/\1/p')
  [[ ${#targets[@]} -eq 0 ]] || ninja -C "$folder" --quiet "${targets[@]}"
}

# clang cannot read a precompiled header of GCC, nor some of its options.
analysis_folder() {
  local folder=$1
  mkdir -p "$folder/analysis"
  python3 - "$folder/compile_commands.json" "$folder/analysis/compile_commands.json" <<'PY'
import json, re, sys
commands = json.load(open(sys.argv[1]))
for entry in commands:
    command = re.sub(r" -include \S+cmake_pch\.hxx| -Winvalid-pch| -fpch-preprocess| -Wshadow=local", "", entry["command"])
    entry["command"] = re.sub(r"^.*?ccache ", "", command)
json.dump(commands, open(sys.argv[2], "w"))
PY
  printf '%s\n' "$folder/analysis"
}
