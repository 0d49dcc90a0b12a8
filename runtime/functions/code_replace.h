// code.replace().
#pragma once

#include "runtime/function.h"
#include "runtime/native.h"

namespace gillab {

inline constexpr const char* kReplaceSignature =
    "(self, /, *, co_name=None, co_qualname=None, co_filename=None, co_firstlineno=None, co_flags=None, co_consts=None)";
Ref code_replace(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
