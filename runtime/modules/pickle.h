// _pickle: pickle.cpp (Saver, dumps), pickle_save.cpp (what they write), pickle_load.cpp (load_plain, loads).
#pragma once

#include "runtime/native.h"

namespace gillab {

Ref load_plain(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref loads(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
