// Audit events: what scripts that set a hook with sys.addaudithook are told before something happens. The hooks belong to
// the interpreter and stay; without one an event costs a look.
#pragma once

#include <cstdint>

#include "runtime/interpreter.h"
#include "runtime/native.h"

namespace gillab {

inline bool audits(const Thread& thread) { return thread.interpreter->audited.load(std::memory_order_relaxed); }
// Tells all hooks. False: one of them raised, and what was announced does not happen.
bool tell_hooks(Thread& thread, Value event, Tuple* arguments);
void forget_hooks(Thread& thread);  // at the interpreter's end
bool audit_values(Thread& thread, const char* event, const Value* arguments, size_t count);

// An empty value stands for None.
template <class... Values>
bool audit(Thread& thread, const char* event, Values... values) {
  if (!audits(thread)) [[likely]] return true;
  const Value all[] = {Value(values)..., Value()};
  return audit_values(thread, event, all, sizeof...(values));
}

// Rows of a module's table whose function announces what it does with some of its arguments:
// audited<posix_mkdir, "os.mkdir", Told{0}, Told{1, 511}, Told{2, -1}>
struct Told {
  int argument;             // its place
  int64_t otherwise = kNone;  // what stands for None, or for what was not given
  static constexpr int64_t kNone = INT64_MIN;
};
struct EventName {
  char text[32] = {};
  template <size_t N>
  consteval EventName(const char (&name)[N]) {
    for (size_t i = 0; i < N; ++i) text[i] = name[i];
  }
};
inline Value told_value(const Value* args, Told told) {
  const Value value = args[told.argument];
  const bool absent = value.is_empty() || value.is_none();
  return absent && told.otherwise != Told::kNone ? Value::integer(told.otherwise) : value;
}
template <NativeCall function, EventName event, Told... told>
Ref audited(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (!audit(thread, event.text, told_value(args, told)...)) return {};
  return function(thread, args, count, names);
}

}  // namespace gillab
