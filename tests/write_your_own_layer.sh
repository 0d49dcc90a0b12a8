#!/bin/sh
# Does what docs/write-your-own-layer.md says, to the letter, in a copy of the sources: takes the layer and the line of CMake
# from the page, builds that engine (with no optimisation, to be quick) and runs the page's script.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
page=$top/docs/write-your-own-layer.md
copy=$top/build/write-your-own-layer
block() { awk -v fence="\`\`\`$1" '$0 == fence { on = 1; next } /^```/ { on = 0 } on' "$page"; }
fail() {
  echo "FAILED docs/write-your-own-layer.md: $1"
  echo "0 passed, 1 failed"
  exit 1
}

mkdir -p "$copy"
for part in CMakeLists.txt CMakePresets.json compiler gil runtime vm scripts docs tests README.md LICENSE; do
  rm -rf "${copy:?}/$part"
  cp -Rp "$top/$part" "$copy/$part"
done
block cpp > "$copy/gil/layers/census.h"
block python > "$copy/shared.py"
line=$(block cmake)
sed -i "s/^add_engine(none)\$/&\\
$line/" "$copy/CMakeLists.txt"
grep -q "^$line\$" "$copy/CMakeLists.txt" || fail "the line of CMake found no place"

log=$copy/build.log
(cd "$copy" && cmake -S . -B build/mine -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 &&
  cmake --build build/mine --target engine-census) > "$log" 2>&1 || { tail -30 "$log"; fail "does not build"; }

printed=$(cd "$copy" && build/mine/engine-census run shared.py 2> stderr.txt) || fail "the script ends with an error"
[ "$printed" = 1000 ] || fail "the script prints '$printed'"
taken=$(sed -n 's/^census: \([0-9]*\) references taken, [0-9]* dropped$/\1/p' "$copy/stderr.txt")
[ "${taken:-0}" -ge 1000 ] || fail "the census says '$(cat "$copy/stderr.txt")'"
echo "1 passed, 0 failed"
