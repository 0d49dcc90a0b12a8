// _pickle: pickle.cpp (Saver), pickle_save.cpp (what it writes), pickle_load.cpp (load_plain).
#pragma once

#include "runtime/native.h"

namespace gillab {

Ref load_plain(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
