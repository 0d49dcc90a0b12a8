// _json: what json needs to be fast. Options, hooks' defaults and errors stand in lib/json.
#include "runtime/modules/json.h"

#include "runtime/modules/modules.h"

namespace gillab {
namespace {

constexpr MethodDef kFunctions[] = {
    {"decode",
     "(text, at, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, fail, /)", json_decode},
    {"scan_string", "(text, at, strict, fail, /)", json_scan_string},
    {"encode",
     "(value, default, ascii, allow_nan, skip_keys, sort_keys, check_circular, indent, comma, colon, /)", json_encode},
    {"quote", "(text, /)", json_quote},
    {"quote_ascii", "(text, /)", json_quote_ascii},
};

}  // namespace

bool init__json(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
