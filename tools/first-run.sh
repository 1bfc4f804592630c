#!/usr/bin/env bash
# Installs what is missing, builds the program and codes the example report.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/dependencies.sh
cmake --preset user >/dev/null
cmake --build --preset user
echo
build/user/bin/dateline code --format table examples/harbour-broadcast.txt
echo "The program is build/user/bin/dateline; run it with -h to see what it can do."
