// The loop's entrance. What happens inside is known only to loop.cpp and handlers/.
#pragma once

#include "runtime/thread.h"

namespace gillab {

// Runs thread.frame, which must be an entry frame with its pc set, until it returns to C++. `sp` is the first free
// operand. The result is owned; empty: it raised; Value::exhausted(): a generator's frame ended and left its result in
// `returned_value` of the generator (vm/generators.h).
Value run(Thread& thread, Value* sp);

// Gives the thread its dispatch tables.
void prepare_dispatch(Thread& thread);

}  // namespace gillab
