// The loop's entrance. What happens inside is known only to loop.cpp and handlers/.
#pragma once

#include "runtime/thread.h"

namespace gillab {

// Runs thread.frame, which must be an entry frame with its pc set, until it returns to C++. `sp` is the first free
// operand. The result is owned; empty: it raised; Value::exhausted(): a generator's frame ended and left its result in
// `returned_value` of the generator (vm/generators.h).
Value run(Thread& thread, Value* sp) noexcept;

// The thread stops at every instruction: it tells what it runs, somebody counts, or tests.
bool stops_always(const Thread& thread);

// Gives the thread its dispatch tables: where figures are kept, those of the loop that counts.
void prepare_dispatch(Thread& thread);

// The loop that counts: run() goes there by itself (loop_counting.cpp).
Value run_counting(Thread& thread, Value* sp) noexcept;
void publish_counting_tables(gil::Attached& attached);

}  // namespace gillab
