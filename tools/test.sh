#!/usr/bin/env bash
# Installs what is missing, builds everything, checks the form and runs all tests. With --sanitizers it then builds and runs
# them again under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/dependencies.sh developer
cmake --preset release >/dev/null
cmake --build --preset release
tools/check-format.sh
ctest --preset release
[[ "${1:-}" == --sanitizers ]] || exit 0

cmake --preset sanitize >/dev/null
cmake --build --preset sanitize
ctest --preset sanitize
