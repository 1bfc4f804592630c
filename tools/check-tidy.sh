#!/usr/bin/env bash
# Runs clang-tidy over the project's sources (needs a configured release build).
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset release >/dev/null
git ls-files 'src/*.cpp' 'apps/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/release --quiet --warnings-as-errors='*'
