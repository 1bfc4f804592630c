#!/usr/bin/env bash
# Installs what Dateline is built with, as far as it is missing (Debian 12). `tools/dependencies.sh developer`
# adds what tests, checks and fuzzers need.
set -euo pipefail

packages=(g++ cmake ninja-build pkg-config git ca-certificates ccache mold
  libdnnl-dev ocl-icd-opencl-dev libicu-dev zlib1g-dev nlohmann-json3-dev libsimdjson-dev libtomlplusplus-dev libpugixml-dev libsqlite3-dev libcli11-dev libfmt-dev)
if [[ "${1:-}" == developer ]]; then
  packages+=(libgtest-dev libbenchmark-dev clang clang-format clang-tidy libclang-rt-14-dev python3)
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

echo "Installing: ${missing[*]}" >&2
as_root=()
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q >/dev/null
"${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
