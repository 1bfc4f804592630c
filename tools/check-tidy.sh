#!/usr/bin/env bash
# Runs clang-tidy over the named files, or over all of the project's sources (needs a configured release build).
set -euo pipefail
cd "$(dirname "$0")/.."

files=("$@")
[[ ${#files[@]} -gt 0 ]] || mapfile -t files < <(git ls-files 'src/*.cpp' 'apps/*.cpp')
cmake --preset release >/dev/null
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 1 nice clang-tidy -p build/release --quiet --warnings-as-errors='*'
