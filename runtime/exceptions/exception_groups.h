// What except* and `raise` inside it ask of exception groups.
#pragma once

#include "runtime/exception.h"

namespace gillab {

bool is_group(Thread& thread, Value exception);
// CHECK_EG_MATCH: the part of `exception` that `types` (a class or tuple of them) matches, a naked exception wrapped in
// a group; None when nothing does. *rest gets what is left, or None.
Ref match_group(Thread& thread, Value exception, Value types, Ref* rest);
// PREP_RERAISE_STAR: what is still to be raised of `original` once the handlers raised or re-raised `excs`; None:
// nothing.
Ref prepare_reraise_star(Thread& thread, Value original, List* excs);

}  // namespace gillab
