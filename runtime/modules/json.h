// The two halves of _json: what modules/json.cpp makes a module of.
#pragma once

#include "runtime/native.h"

namespace gillab {

// (text, at, strict, object_hook, pairs_hook, parse_float, parse_int, parse_constant, fail, /) -> (value, end).
// Hooks are None where the usual thing is done; fail(message, text, position) raises.
Ref json_decode(Thread& thread, const Value* args, uint32_t count, Tuple* names);
// (text, at, strict, fail, /) -> (string, end): the string whose opening quote stands before `at`.
Ref json_scan_string(Thread& thread, const Value* args, uint32_t count, Tuple* names);
// (value, default, ascii, allow_nan, skip_keys, sort_keys, check_circular, indent, comma, colon, /) -> text.
Ref json_encode(Thread& thread, const Value* args, uint32_t count, Tuple* names);
// (text, /) -> the text as a JSON string.
Ref json_quote(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref json_quote_ascii(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
