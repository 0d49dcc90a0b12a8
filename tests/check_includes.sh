#!/bin/sh
# Includes between rooms run only along the arrows of docs/architecture.md; which lock layer an engine has is read in
# one header only. Prints every line that breaks this.
cd "$(dirname "$0")/.." || exit 2

find gil compiler runtime vm tests -name '*.h' -o -name '*.cpp' -o -name '*.def' | sort | xargs awk '
  BEGIN {
    allowed["gil"] = "^gil/"
    allowed["compiler"] = "^compiler/|^vm/opcodes\\.def$"
    allowed["runtime"] = "^(runtime|gil)/"
    allowed["driver"] = "^vm/(driver/|commands/|options\\.h$|explore_options\\.h$|claims\\.h$)|^gil/turns/names\\.h$"
    allowed["vm"] = "^(vm|runtime|gil|compiler)/"
    allowed["tests"] = "^(tests|vm|runtime|gil|compiler)/"
  }
  function room(path) {
    if (path ~ /^vm\/(driver|commands)\//) return "driver"
    return substr(path, 1, index(path, "/") - 1)
  }
  function complain(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; broken = 1 }

  /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, parts, "\"")
    if (parts[2] !~ allowed[room(FILENAME)]) complain("the " room(FILENAME) " room may not include \"" parts[2] "\"")
  }
  /^[ \t]*#[ \t]*include[ \t]*<.*(\/|\.h>)/ && room(FILENAME) == "compiler" { complain("the compiler knows the standard library only") }
  /^[ \t]*#[ \t]*include[ \t]*<(Python\.h|iostream|regex)>/ { complain("a header that is too heavy to compile") }
  /GILLAB_LAYER/ && FILENAME != "gil/layer_alias.h" { complain("the lock layer is named in gil/layer_alias.h only") }
  END { exit broken }
'
