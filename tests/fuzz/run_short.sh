#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
#
# run_short.sh FOLDER build|TARGET    builds the fuzz targets in FOLDER, or runs one of them for some seconds at most
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
FOLDER=${1:?FOLDER is missing}
TARGET=${2:?build or a target is missing}
RUNS=${PONTE_FUZZ_RUNS:-3000}
# What was found is kept beside the build, so that the seeds stay as they were committed.
FOUND=$FOLDER/corpus/$TARGET

build() {
  # A folder that another compiler began cannot be taken over.
  [[ -f $FOLDER/build.ninja ]] || rm -rf "$FOLDER"
  cmake -S "$HERE" -B "$FOLDER" -G Ninja -DCMAKE_CXX_COMPILER="${PONTE_CLANG:-clang++}"
  cmake --build "$FOLDER" --parallel "${PONTE_JOBS:-$(nproc)}"
}

# As long as the longest catalogue of a customer; RM answers it in one piece.
write_long_view() {
  python3 - "$1" <<'PYTHON'
import sys

row = "<GUSUARIO><CODUSUARIO>u{}</CODUSUARIO><NOME>Nome &amp; Sobrenome</NOME><STATUS>1</STATUS></GUSUARIO>&#xD;\n"
with open(sys.argv[1], "w", encoding="utf-8") as view:
    view.write("<NewDataSet>")
    while view.tell() < 20 * 1024 * 1024:
        view.write("".join(row.format(number) for number in range(5000)))
    view.write("</NewDataSet>")
PYTHON
}

fuzz() {
  local seeds=() options=(-timeout=20 -max_total_time=20 -rss_limit_mb=2048 -max_len=8192)
  options+=("-artifact_prefix=$FOLDER/$TARGET-")
  [[ ! -f $HERE/$TARGET.dict ]] || options+=("-dict=$HERE/$TARGET.dict")
  [[ ! -d $HERE/corpus/$TARGET ]] || seeds=("$HERE/corpus/$TARGET")
  mkdir -p "$FOUND"
  # The seeds are run one by one first, since a fuzzer leaves those out that reach nothing new.
  [[ ${#seeds[@]} -eq 0 ]] || "$FOLDER/fuzz_$TARGET" "${options[@]}" -runs=1 "${seeds[0]}"/*
  if [[ $TARGET == rm_rows ]]; then
    write_long_view "$FOLDER/long-view.xml"
    "$FOLDER/fuzz_$TARGET" "${options[@]}" -runs=1 "$FOLDER/long-view.xml"
  fi
  "$FOLDER/fuzz_$TARGET" "${options[@]}" -seed=1 "-runs=$RUNS" "$FOUND" "${seeds[@]}"
}

case $TARGET in
  build) build ;;
  *) fuzz ;;
esac
