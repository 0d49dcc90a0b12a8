// sys.settrace, sys.setprofile and what goes with them: who is told what this thread runs. How they are told: vm/tracing.cpp
#include <utility>

#include "runtime/audit.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/tracing.h"

namespace gillab {

namespace {

Tracing& tracing_of(Thread& thread) {
  if (!thread.tracing) thread.tracing = new Tracing;
  return *thread.tracing;
}

bool set_listener(Thread& thread, Value Tracing::* listener, Value function, const char* kind) {
  if (!thread.tracing && function.is_empty()) return true;
  if (std::exchange(tracing_of(thread).installs, true)) {
    return raise(thread, Error::RuntimeError, "Cannot install a {} function while another {} function is being installed",
                 kind, kind);
  }
  Value kept = function.is_empty() ? function : Ref::share(function).release();
  Value old = std::exchange(tracing_of(thread).*listener, kept);
  thread.tracing->asleep = false;
  listen(thread);
  drop(old);
  thread.tracing->installs = false;
  return true;
}

Value or_empty(Value value) { return value.is_none() ? Value::empty() : value; }

Ref set_trace(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!audit(thread, "sys.settrace")) return {};
  return set_trace_function(thread, or_empty(args[0])) ? Ref::none() : Ref();
}
Ref set_profile(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!audit(thread, "sys.setprofile")) return {};
  return set_profile_function(thread, or_empty(args[0])) ? Ref::none() : Ref();
}

Ref listener_or_none(const Thread& thread, Value Tracing::* listener) {
  const Value function = thread.tracing ? thread.tracing->*listener : Value::empty();
  return function.is_empty() ? Ref::none() : Ref::share(function);
}
Ref get_trace(Thread& thread, const Value*, uint32_t, Tuple*) { return listener_or_none(thread, &Tracing::trace); }
Ref get_profile(Thread& thread, const Value*, uint32_t, Tuple*) { return listener_or_none(thread, &Tracing::profile); }

Ref call_tracing(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Tuple>(args[1]))
    return raise(thread, Error::TypeError, "call_tracing() argument 2 must be tuple, not {}", type_name(thread, args[1]));
  return call_traced(thread, args[0], as<Tuple>(args[1]));
}

Ref get_origin_depth(Thread& thread, const Value*, uint32_t, Tuple*) {
  return Ref::own(Value::integer(thread.async.origin_depth));
}
Ref set_origin_depth(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t depth;
  if (!index_as_int64(thread, args[0], &depth)) return {};
  if (depth < 0) return raise(thread, Error::ValueError, "depth must be >= 0");
  thread.async.origin_depth = static_cast<uint32_t>(depth);
  return Ref::none();
}

constexpr MethodDef kFunctions[] = {
    {"settrace", "(function, /)", set_trace},
    {"gettrace", "()", get_trace},
    {"setprofile", "(function, /)", set_profile},
    {"getprofile", "()", get_profile},
    {"call_tracing", "(func, args, /)", call_tracing},
    {"get_coroutine_origin_tracking_depth", "()", get_origin_depth},
    {"set_coroutine_origin_tracking_depth", "(depth)", set_origin_depth},
};

void forget_begun(Tracing& tracing) {
  std::vector<Tracing::BegunCall> begun;
  begun.swap(tracing.begun);
  for (const Tracing::BegunCall& each : begun) drop(each.function);
}

}  // namespace

bool set_trace_function(Thread& thread, Value function) { return set_listener(thread, &Tracing::trace, function, "trace"); }

bool set_profile_function(Thread& thread, Value function) {
  if (thread.tracing && function.is_empty()) forget_begun(*thread.tracing);
  return set_listener(thread, &Tracing::profile, function, "profile");
}

Ref call_traced(Thread& thread, Value function, Tuple* arguments) {
  const uint32_t silence = std::exchange(tracing_of(thread).silence, 0);
  const TraceEvent event = std::exchange(thread.tracing->event, TraceEvent::None);
  const bool asleep = std::exchange(thread.tracing->asleep, silence != 0);
  listen(thread);
  Ref result = call_with_dict(thread, function, arguments, nullptr);
  thread.tracing->silence = silence;
  thread.tracing->event = event;
  thread.tracing->asleep = asleep;
  listen(thread);
  return result;
}

void end_tracing(Thread& thread) {
  if (!thread.tracing) return;
  set_trace_function(thread, Value::empty());
  set_profile_function(thread, Value::empty());
  delete std::exchange(thread.tracing, nullptr);
}

bool add_tracing_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
