#!/usr/bin/env bash
# Fails if a C++ file is not as clang-format would write it. `tools/check-format.sh --fix` rewrites the files.
set -euo pipefail
cd "$(dirname "$0")/.."

mode=(--dry-run --Werror)
[[ "${1:-}" == --fix ]] && mode=(-i)
git ls-files '*.cpp' '*.h' | xargs clang-format "${mode[@]}"
