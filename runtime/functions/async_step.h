// One awaitable step of asynchronous code.
#pragma once

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct AsyncStep : Object {
  static constexpr Kind kKind = Kind::AsyncStep;
  enum What : uint8_t { Send, Throw, Close, Await, Default };
  enum State : uint8_t { Fresh, Iterating, Closed };
  Field generator;  // the Generator; what Default awaits; None in a wrapped value
  Field value;      // to be sent; the arguments of athrow; the default; the wrapped value
  What what;
  Cell<State> state;
};

// What an asynchronous generator yields to its consumer, told apart from what it awaits.
Ref make_async_wrapped(Thread& thread, Value value);
Ref make_anext_awaitable(Thread& thread, Value awaitable, Value default_value);
// The iterator behind an awaitable, as `await` gets it. The VM defines these two.
Ref awaitable_steps(Thread& thread, Value awaitable);
struct WarningPlace {
  Str* filename;  // null: no frame runs
  int line;
};
WarningPlace running_place(Thread& thread);

}  // namespace gillab
