// Generators, coroutines and asynchronous generators: a suspended frame with its variables and operands.
#pragma once

#include "runtime/function.h"

namespace gillab {

enum class GeneratorState : uint8_t { Created, Suspended, Running, Finished };

// Takes what a generator yields while it goes on running: no way out of it and in again for each value. What `take`
// refuses comes out as it does otherwise. It runs no Python code and raises nothing.
struct YieldSink {
  bool (*take)(YieldSink* self, Value item);  // true: the reference is its own now
};

struct Generator : Object {
  static constexpr Kind kKind = Kind::Generator;
  Cell<GeneratorState> state;
  bool finalizer_hooked;      // asynchronous generators: the hooks of sys.set_asyncgen_hooks were noted
  bool running_async;         // asynchronous generators: an asend or athrow is under way
  bool closed;
  Field name;
  Field qualified_name;
  Value finalizer;            // of asynchronous generators: the hook, owned; or empty
  Value origin;               // of coroutines: where it was made, where the thread wants that known, owned; or empty
  YieldSink* sink;            // of who has resumed it, or null
  Field function;             // keeps code, globals and closure alive
  Frame frame;                // as saved at the last suspension; locals points into `values`, while it runs too
  uint32_t depth;             // operands on the suspended stack
  uint32_t value_count;       // variables + stack size
  Value values[1];            // variables, then operands. The operands are on the thread's stack while it runs
};

// Runs the generator until it yields, returns or raises. `sent` None to start. The result is the yielded value;
// Value::exhausted() when it returned, and then *returned holds the value. Empty: it raised. (vm/generators.cpp)
Ref resume_generator(Thread& thread, Generator* generator, Value sent, Ref* returned);
// The same from a fresh start or a yield, for who wants to see only what the sink refuses.
Ref resume_generator_into(Thread& thread, Generator* generator, YieldSink* sink, Ref* returned);
// Raises `exception` at the point of suspension; otherwise like resume_generator.
Ref throw_into_generator(Thread& thread, Generator* generator, Ref exception, Ref* returned);
// Raises inside the generator that now runs: only what it is handling itself becomes the context, not what its resumer
// is. (errors.cpp)
void raise_thrown(Thread& thread, Ref exception);

// generator.close(): GeneratorExit where it is suspended. False: an exception is set.
bool close_generator(Thread& thread, Generator* generator);
// Drops what an unfinished generator holds without running it: it never started, or is garbage.
void discard_generator(Thread& thread, Generator* generator);
// frame.clear() of a generator's frame: it is closed, unless it runs.
bool clear_generator_frame(Thread& thread, Generator* generator);
// What it delegates to by `yield from` or await; None when it does not.
Ref yield_from_target(Thread& thread, Generator* generator);
Ref generator_frame_object(Thread& thread, Generator* generator);  // gi_frame
uint32_t generator_operands(const Generator* generator);           // how many of `values` are alive while suspended

}  // namespace gillab
