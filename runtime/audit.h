// Audit events: what scripts that set a hook with sys.addaudithook are told before something happens. The hooks belong to
// the interpreter and stay; without one an event costs a look.
#pragma once

#include "runtime/interpreter.h"

namespace gillab {

inline bool audits(const Thread& thread) { return thread.interpreter->audited.load(std::memory_order_relaxed); }
// Tells all hooks. False: one of them raised, and what was announced does not happen.
bool tell_hooks(Thread& thread, Value event, Tuple* arguments);
bool audit_values(Thread& thread, const char* event, const Value* arguments, size_t count);

// An empty value stands for None.
template <class... Values>
bool audit(Thread& thread, const char* event, Values... values) {
  if (!audits(thread)) [[likely]] return true;
  const Value all[] = {Value(values)..., Value()};
  return audit_values(thread, event, all, sizeof...(values));
}

}  // namespace gillab
