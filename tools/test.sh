#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests; then the checks of form, and the tests again
# under the address and undefined-behaviour sanitizers (skipped with --quick).
set -euo pipefail
cd "$(dirname "$0")/.."

tools/dependencies.sh developer
cmake --preset release >/dev/null
cmake --build --preset release
tools/check-format.sh
ctest --preset release
[[ "${1:-}" == --quick ]] && exit 0

cmake --preset sanitize >/dev/null
cmake --build --preset sanitize
ctest --preset sanitize
