// _asyncio.Handle and TimerHandle: what call_soon and call_later return, and how the loop runs it.
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using Args = const Value*;
using Fields = FieldLayout<Handle, &Handle::callback, &Handle::argument, &Handle::context, &Handle::loop,
                           &Handle::source_traceback, &Handle::text>;

TimerHandle* timer_of(Value self) { return reinterpret_cast<TimerHandle*>(self.as_object()); }

void destroy_timer(Thread& thread, Object* object) {
  Fields::drop_fields(static_cast<Handle*>(object));
  free_with_attributes(thread, object, sizeof(TimerHandle));
}

void start_handle(Handle* handle, Handle::What what, Ref callback, Ref argument, Ref loop, Ref context) {
  handle->callback.init(std::move(callback));
  handle->argument.init(std::move(argument));
  handle->loop.init(std::move(loop));
  handle->context.init(std::move(context));
  handle->source_traceback.init_empty();
  handle->text.init_empty();
  handle->cancelled.set(false);
  handle->what.set(what);
}

bool call_back(Thread& thread, Handle* handle) {
  Ref callback = handle->callback.take(), argument = handle->argument.take();
  switch (handle->what.get()) {
    case Handle::Step:
    case Handle::Throw:
      return task_step(thread, task_of(callback.get()), argument.get());
    case Handle::WakeUp:
      return task_wake_up(thread, task_of(callback.get()), argument.get());
    case Handle::CallOne:
      return static_cast<bool>(call(thread, callback.get(), argument.get()));
    default: {
      Tuple* items = argument.as<Tuple>();
      return static_cast<bool>(call(thread, callback.get(), items->items, static_cast<uint32_t>(items->length)));
    }
  }
}

bool report(Thread& thread, Handle* handle) {
  if (exception_matches(thread, Error::SystemExit) || exception_matches(thread, Error::KeyboardInterrupt)) return false;
  Ref error = take_exception(thread), callback = handle_callback(thread, handle);
  Ref arguments = handle_arguments(thread, handle), context = make_dict(thread);
  Value given[] = {callback.get(), arguments.get()};
  Ref source = callback && arguments
                   ? call_asyncio(thread, "asyncio.format_helpers", "_format_callback_source", given, 2)
                   : Ref();
  Ref text = source ? format_text(thread, "Exception in callback {}", {source.get()}) : Ref();
  Ref traceback = handle->source_traceback.take(), loop = handle->loop.take();
  return text && add_context_entry(thread, context, "message", text.get()) &&
         add_context_entry(thread, context, "exception", error.get()) &&
         add_context_entry(thread, context, "handle", Value::object(handle)) &&
         (!traceback || add_context_entry(thread, context, "source_traceback", traceback.get())) &&
         call_exception_handler(thread, loop.get(), context.get());
}

// --- methods

enum { kSelf, kCallback, kArguments, kLoop, kContext };

bool init_handle(Thread& thread, Handle* handle, Args args) {
  bool given = !args[kContext].is_empty() && !args[kContext].is_none();
  Ref context = given ? Ref::share(args[kContext]) : copy_current_context(thread);
  Ref arguments = tuple_from(thread, args[kArguments]);
  Ref traceback = future_source_traceback(thread, args[kLoop]);
  if (!context || !arguments || !traceback) return false;
  handle->callback.put(Ref::share(args[kCallback]));
  handle->argument.put(std::move(arguments));
  handle->loop.put(Ref::share(args[kLoop]));
  handle->context.put(std::move(context));
  handle->source_traceback.put(traceback.get().is_none() ? Ref() : std::move(traceback));
  return true;
}

template <class T>
Ref new_handle(Thread& thread, Args args, uint32_t, Tuple*) {
  constexpr bool kTimed = std::is_same_v<T, TimerHandle>;
  const ModuleTypes& types = module_types(thread);
  Type* type = class_argument(thread, args[0], kTimed ? types.timer_handle : types.handle);
  auto* handle = type ? static_cast<T*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!handle) return {};
  start_handle(handle, Handle::Call, Ref::none(), Ref::none(), Ref::none(), Ref::none());
  if constexpr (kTimed) {
    handle->when = 0;
    handle->scheduled.set(false);
  }
  return Ref::own(handle);
}

Ref handle_init(Thread& thread, Args args, uint32_t, Tuple*) {
  return init_handle(thread, handle_of(args[0]), args) ? Ref::none() : Ref();
}

Ref timer_init(Thread& thread, Args args, uint32_t, Tuple*) {
  TimerHandle* timer = timer_of(args[0]);
  if (!as_double(thread, args[1], &timer->when)) return {};
  Value given[] = {args[0], args[2], args[3], args[4], args[5]};
  return init_handle(thread, timer, given) ? Ref::none() : Ref();
}

bool cancel_handle(Thread& thread, Handle* handle) {
  if (handle->cancelled.get()) return true;
  handle->cancelled.set(true);
  Ref loop = handle->loop.take();
  Ref traceback = is_plain_loop(thread, loop.get()) ? Ref::none() : future_source_traceback(thread, loop.get());
  if (!traceback) return false;
  if (!traceback.get().is_none()) handle->text.put(repr(thread, Value::object(handle)));  // before nothing is left
  clear_exception(thread);
  handle->callback.put(Ref::none());
  handle->argument.put(Ref::none());
  return true;
}

Ref handle_cancel(Thread& thread, Args args, uint32_t, Tuple*) {
  return cancel_handle(thread, handle_of(args[0])) ? Ref::none() : Ref();
}

Ref timer_cancel(Thread& thread, Args args, uint32_t, Tuple*) {
  TimerHandle* timer = timer_of(args[0]);
  Ref loop = timer->loop.take();
  if (!timer->cancelled.get() && is_loop(loop.get())) {
    LoopCore* core = loop_of(loop.get());
    if (timer->scheduled.get()) core->cancelled_timers.set(core->cancelled_timers.get() + 1);
  } else if (!timer->cancelled.get()) {
    Value self = args[0];
    if (!call_method(thread, loop.get(), asyncio_name(thread, "_timer_handle_cancelled"), &self, 1)) return {};
  }
  return cancel_handle(thread, timer) ? Ref::none() : Ref();
}

Ref handle_cancelled(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::boolean(handle_of(args[0])->cancelled.get());
}
Ref handle_run(Thread& thread, Args args, uint32_t, Tuple*) {
  return run_handle(thread, handle_of(args[0])) ? Ref::none() : Ref();
}
Ref handle_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  if (Ref text = handle_of(args[0])->text.take()) return text;
  return call_asyncio(thread, "asyncio.events", "_handle_repr", args, 1);
}
Ref timer_when(Thread& thread, Args args, uint32_t, Tuple*) { return make_float(thread, timer_of(args[0])->when); }

template <Compare op>
Ref timer_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!has_layout(args[1], kTimerHandleLayout)) return Ref::not_implemented();
  Ref left = make_float(thread, timer_of(args[0])->when), right = make_float(thread, timer_of(args[1])->when);
  return compare(thread, op, left.get(), right.get());
}

Ref timer_equal(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!has_layout(args[1], kTimerHandleLayout)) return Ref::not_implemented();
  TimerHandle *left = timer_of(args[0]), *right = timer_of(args[1]);
  if (left == right) return Ref::boolean(true);
  if (left->when != right->when || left->cancelled.get() != right->cancelled.get()) return Ref::boolean(false);
  Ref mine = handle_callback(thread, left), others = handle_callback(thread, right);
  Truth same = mine && others ? equal(thread, mine.get(), others.get()) : Truth::Error;
  if (same != Truth::Yes) return same == Truth::Error ? Ref() : Ref::boolean(false);
  Ref my_arguments = handle_arguments(thread, left), other_arguments = handle_arguments(thread, right);
  same = my_arguments && other_arguments ? equal(thread, my_arguments.get(), other_arguments.get()) : Truth::Error;
  return same == Truth::Error ? Ref() : Ref::boolean(same == Truth::Yes);
}

Ref timer_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref when = make_float(thread, timer_of(args[0])->when);
  int64_t value;
  return hash(thread, when.get(), &value) ? make_int(thread, value) : Ref();
}

Ref or_none(Ref value) { return value ? std::move(value) : Ref::none(); }
Ref get_callback(Thread& thread, Value self) { return handle_callback(thread, handle_of(self)); }
Ref get_arguments(Thread& thread, Value self) { return handle_arguments(thread, handle_of(self)); }
Ref get_context(Thread&, Value self) { return or_none(handle_of(self)->context.take()); }
Ref get_loop(Thread&, Value self) { return or_none(handle_of(self)->loop.take()); }
Ref get_cancelled(Thread&, Value self) { return Ref::boolean(handle_of(self)->cancelled.get()); }
Ref get_source(Thread&, Value self) { return or_none(handle_of(self)->source_traceback.take()); }
bool set_source(Thread&, Value self, Value value) {
  handle_of(self)->source_traceback.put(value.is_none() ? Ref() : Ref::share(value));
  return true;
}
Ref get_when(Thread& thread, Value self) { return make_float(thread, timer_of(self)->when); }
Ref get_scheduled(Thread&, Value self) { return Ref::boolean(timer_of(self)->scheduled.get()); }
bool set_scheduled(Thread& thread, Value self, Value value) {
  Truth on = value.is_empty() ? Truth::No : truth(thread, value);
  if (on != Truth::Error) timer_of(self)->scheduled.set(on == Truth::Yes);
  return on != Truth::Error;
}

constexpr MethodDef kMethods[] = {
    {"__new__", "*", new_handle<Handle>, MethodDef::Static},
    {"__init__", "(self, callback, args, loop, context=None)", handle_init},
    {"__repr__", "(self, /)", handle_repr},
    {"cancel", "(self, /)", handle_cancel},
    {"cancelled", "(self, /)", handle_cancelled},
    {"_run", "(self, /)", handle_run},
};
constexpr GetSetDef kGetSets[] = {
    {"_callback", get_callback}, {"_args", get_arguments}, {"_context", get_context},
    {"_loop", get_loop},         {"_cancelled", get_cancelled}, {"_source_traceback", get_source, set_source}};
constexpr MethodDef kTimerMethods[] = {
    {"__new__", "*", new_handle<TimerHandle>, MethodDef::Static},
    {"__init__", "(self, when, callback, args, loop, context=None)", timer_init},
    {"cancel", "(self, /)", timer_cancel},
    {"when", "(self, /)", timer_when},
    {"__lt__", "(self, value, /)", timer_compare<Compare::Less>},
    {"__le__", "(self, value, /)", timer_compare<Compare::LessEqual>},
    {"__gt__", "(self, value, /)", timer_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", timer_compare<Compare::GreaterEqual>},
    {"__eq__", "(self, value, /)", timer_equal},
    {"__hash__", "(self, /)", timer_hash},
};
constexpr GetSetDef kTimerGetSets[] = {{"_when", get_when}, {"_scheduled", get_scheduled, set_scheduled}};

}  // namespace

const Layout kHandleLayout = Fields::named("Handle");
const Layout kTimerHandleLayout = {"TimerHandle", sizeof(TimerHandle), true, destroy_timer, Fields::traverse,
                                   Fields::clear};

Ref make_handle(Thread& thread, Handle::What what, Value callback, Value argument, Value loop, Value context) {
  auto* handle = allocate<Handle>(thread, module_types(thread).handle->root);
  if (!handle) return {};
  start_handle(handle, what, Ref::share(callback), Ref::share(argument), Ref::share(loop), Ref::share(context));
  return Ref::own(handle);
}

Ref handle_callback(Thread& thread, Handle* handle) {
  Ref callback = handle->callback.take(), argument = handle->argument.take();
  if (handle->what.get() == Handle::Call || handle->what.get() == Handle::CallOne || !is_task(callback.get())) {
    return or_none(std::move(callback));
  }
  return make_task_call(thread, callback.get(), handle->what.get(), argument.get());
}

Ref handle_arguments(Thread& thread, Handle* handle) {
  Ref argument = handle->argument.take();
  if (handle->what.get() == Handle::Call || handle->cancelled.get()) return or_none(std::move(argument));
  if (handle->what.get() == Handle::Step || handle->what.get() == Handle::Throw) return empty_tuple(thread);
  return make_tuple_of(thread, argument.get());
}

bool run_handle(Thread& thread, Handle* handle) {
  Ref held = Ref::share(handle), context = handle->context.take();
  bool done = false;
  if (is_context(context.get())) {
    auto* entered = reinterpret_cast<Context*>(context.get().as_object());
    if (enter_context(thread, entered)) {
      done = call_back(thread, handle);
      leave_context(thread, entered);
    }
  } else {
    Ref callback = handle_callback(thread, handle), arguments = handle_arguments(thread, handle);
    Ref all = callback && arguments ? list_from(thread, arguments.get()) : Ref();
    Ref run = all ? get_attribute(thread, context.get(), asyncio_name(thread, "run")) : Ref();
    Ref given = run && list_insert(thread, all.as<List>(), 0, std::move(callback)) ? tuple_from(thread, all.get()) : Ref();
    done = given && call_with_dict(thread, run.get(), given.as<Tuple>(), nullptr);
  }
  return done || report(thread, handle);
}

bool make_handle_types(Thread& thread) {
  Type* handle = make_native_type(thread, {"Handle", "asyncio.events", &kHandleLayout, kBaseType | kHasWeakref}, nullptr);
  if (!handle) return false;
  add_methods(thread, handle, kMethods);
  add_getsets(thread, handle, kGetSets);
  finish_type(thread, handle);
  module_types(thread).handle = handle;
  Type* timer = make_native_type(
      thread, {"TimerHandle", "asyncio.events", &kTimerHandleLayout, kBaseType | kHasWeakref}, handle);
  if (!timer) return false;
  add_methods(thread, timer, kTimerMethods);
  add_getsets(thread, timer, kTimerGetSets);
  finish_type(thread, timer);
  module_types(thread).timer_handle = timer;
  return true;
}

}  // namespace gillab
