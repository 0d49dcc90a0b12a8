// _asyncio.LoopCore: the queue of handles that are ready, the heap of timers, and one turn of the loop. What the loop
// waits for, and all else that it does, is lib/asyncio/.
#include <algorithm>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using Args = const Value*;
using Fields = FieldLayout<LoopCore, &LoopCore::ready, &LoopCore::scheduled, &LoopCore::running_task, &LoopCore::resolution>;

constexpr double kLongestWait = 24 * 3600;
constexpr int64_t kManyTimers = 100;     // below that cancelled timers wait until they are due

Deque* ready_of(LoopCore* loop) { return reinterpret_cast<Deque*>(loop->ready.peek().as_object()); }

Ref loop_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], module_types(thread).loop_core);
  auto* loop = type ? static_cast<LoopCore*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!loop) return {};
  Fields::start(loop);
  loop->debug.set(false);
  loop->closed.set(false);
  loop->stopping.set(false);
  loop->cancelled_timers.set(0);
  Ref result = Ref::own(loop);
  Ref deque = call_asyncio(thread, "collections", "deque", nullptr, 0), list = make_list(thread);
  if (!deque || !list) return {};
  loop->ready.put(std::move(deque));
  loop->scheduled.put(std::move(list));
  loop->resolution.put(make_float(thread, 1e-9));
  return result;
}

// --- the heap of timers. All of it under the list's Guard; nothing of it runs Python code.

double when_of(Value timer) { return reinterpret_cast<TimerHandle*>(timer.as_object())->when; }

void sift_up(Value* items, size_t position) {
  Value moved = items[position];
  while (position > 0) {
    size_t parent = (position - 1) / 2;
    if (when_of(items[parent]) <= when_of(moved)) break;
    items[position] = items[parent];
    position = parent;
  }
  items[position] = moved;
}

void sift_down(Value* items, size_t length, size_t position) {
  Value moved = items[position];
  for (size_t child = 2 * position + 1; child < length; child = 2 * position + 1) {
    if (child + 1 < length && when_of(items[child + 1]) < when_of(items[child])) ++child;
    if (when_of(moved) <= when_of(items[child])) break;
    items[position] = items[child];
    position = child;
  }
  items[position] = moved;
}

bool push_timer(Thread& thread, LoopCore* loop, Ref timer) {
  Ref list = loop->scheduled.take();
  List* heap = list.as<List>();
  if (!append(thread, heap, std::move(timer))) return false;
  Guard guard(heap->header);
  sift_up(heap->items.get(), heap->length.get() - 1);
  return true;
}

Ref pop_timer(List* heap) {
  Guard guard(heap->header);
  Value* items = heap->items.get();
  size_t length = heap->length.get() - 1;
  Ref first = Ref::own(items[0]);
  items[0] = items[length];
  heap->length.set(static_cast<uint32_t>(length));
  if (length > 0) sift_down(items, length, 0);
  return first;
}

// A script may have put anything there.
bool is_heap(Thread& thread, List* heap) {
  for (uint32_t i = 0; i < std::min(heap->length.get(), 1u); ++i) {
    if (!has_layout(heap->items.get()[i], kTimerHandleLayout)) {
      return raise(thread, Error::TypeError, "the loop's timers must be TimerHandles");
    }
  }
  return true;
}

bool is_cancelled(Value timer) { return handle_of(timer)->cancelled.get(); }

void forget_timer(LoopCore* loop, const Ref& timer) {
  reinterpret_cast<TimerHandle*>(timer.get().as_object())->scheduled.set(false);
  if (is_cancelled(timer.get())) loop->cancelled_timers.set(loop->cancelled_timers.get() - 1);
}

// Where more than half of many are cancelled, all of those go.
bool drop_cancelled(Thread& thread, LoopCore* loop, List* heap) {
  if (heap->length.get() <= kManyTimers || loop->cancelled_timers.get() * 2 <= heap->length.get()) return true;
  Ref kept = make_list(thread, heap->length.get()), dropped = make_list(thread, heap->length.get());
  if (!kept || !dropped) return false;
  while (heap->length.get() > 0) {
    Ref timer = list_take(heap, heap->length.get() - 1);
    const bool cancelled = is_cancelled(timer.get());
    if (cancelled) forget_timer(loop, timer);
    if (!append(thread, cancelled ? dropped.as<List>() : kept.as<List>(), std::move(timer))) return false;
  }
  while (kept.as<List>()->length.get() > 0) {
    if (!push_timer(thread, loop, list_take(kept.as<List>(), kept.as<List>()->length.get() - 1))) return false;
  }
  return true;
}

bool drop_first_cancelled(Thread& thread, LoopCore* loop, List* heap) {
  if (!is_heap(thread, heap) || !drop_cancelled(thread, loop, heap)) return false;
  while (heap->length.get() > 0 && is_cancelled(heap->items.get()[0])) forget_timer(loop, pop_timer(heap));
  return true;
}

// --- a turn

// loop.time(): what it says may have been replaced.
bool read_time(Thread& thread, Value self, double* now) {
  Ref time = call_method(thread, self, asyncio_name(thread, "time"));
  return time && as_double(thread, time.get(), now);
}

Ref wait_time(Thread& thread, Value self, LoopCore* loop, List* heap) {
  if (ready_of(loop)->length.get() > 0 || loop->stopping.get()) return Ref::own(Value::integer(0));
  if (heap->length.get() == 0) return Ref::none();
  double now, when = when_of(heap->items.get()[0]);
  if (!read_time(thread, self, &now)) return {};
  return make_float(thread, std::min(std::max(0.0, when - now), kLongestWait));
}

bool poll(Thread& thread, Value self, Value timeout) {
  Ref selector = get_attribute(thread, self, asyncio_name(thread, "_selector"));
  Ref events = selector ? call_method(thread, selector.get(), asyncio_name(thread, "select"), &timeout, 1) : Ref();
  if (!events) return false;
  if (is_exact<List>(events.get()) && events.as<List>()->length.get() == 0) return true;
  Value argument = events.get();
  return static_cast<bool>(call_method(thread, self, asyncio_name(thread, "_process_events"), &argument, 1));
}

bool move_due_timers(Thread& thread, Value self, LoopCore* loop, List* heap) {
  if (heap->length.get() == 0) return true;
  double end, resolution = float_of(loop->resolution.peek());
  if (!read_time(thread, self, &end)) return false;
  while (heap->length.get() > 0 && when_of(heap->items.get()[0]) < end + resolution) {
    Ref timer = pop_timer(heap);
    reinterpret_cast<TimerHandle*>(timer.get().as_object())->scheduled.set(false);
    if (!deque_append(thread, ready_of(loop), std::move(timer))) return false;
  }
  return true;
}

bool run_one(Thread& thread, LoopCore* loop, Value self, Ref handle) {
  if (!is_handle(handle.get())) {
    return static_cast<bool>(call_method(thread, handle.get(), asyncio_name(thread, "_run")));
  }
  if (handle_of(handle.get())->cancelled.get()) return true;
  if (!loop->debug.get()) return run_handle(thread, handle_of(handle.get()));
  Value argument = handle.get();
  return static_cast<bool>(call_method(thread, self, asyncio_name(thread, "_run_handle_in_debug"), &argument, 1));
}

// Only those that are ready now: what they schedule comes in the next turn.
bool run_ready(Thread& thread, LoopCore* loop, Value self) {
  Ref held = loop->ready.take();
  Deque* ready = ready_of(loop);
  for (uint64_t left = ready->length.get(); left > 0 && ready->length.get() > 0; --left) {
    Ref handle;
    {
      Guard guard(ready->header);
      handle = deque_take_first(ready);
    }
    if (!run_one(thread, loop, self, std::move(handle))) return false;
    if (thread.attached.requests.load(std::memory_order_relaxed) & gil::kSignal && !check_signals(thread)) return false;
  }
  return true;
}

Ref run_once(Thread& thread, Args args, uint32_t, Tuple*) {
  LoopCore* loop = loop_of(args[0]);
  Ref heap = loop->scheduled.take();
  if (!drop_first_cancelled(thread, loop, heap.as<List>())) return {};
  Ref timeout = wait_time(thread, args[0], loop, heap.as<List>());
  if (!timeout || !poll(thread, args[0], timeout.get())) return {};
  if (!is_heap(thread, heap.as<List>()) || !move_due_timers(thread, args[0], loop, heap.as<List>())) return {};
  return run_ready(thread, loop, args[0]) ? Ref::none() : Ref();
}

// As run_forever does it: until somebody calls stop().
Ref run_until_stopped(Thread& thread, Args args, uint32_t, Tuple*) {
  Str* name = asyncio_name(thread, "_run_once");
  Ref method = get_attribute(thread, args[0], name);
  if (!method) return {};
  do {
    if (!call(thread, method.get())) return {};
  } while (!loop_of(args[0])->stopping.get());
  return Ref::none();
}

// --- call_soon and its kin

bool check_open(Thread& thread, LoopCore* loop) {
  return !loop->closed.get() || raise(thread, Error::RuntimeError, "Event loop is closed");
}

// The keyword `context`, the only one. False: an error is set.
bool read_context(Thread& thread, const char* function, const Value* values, Tuple* names, Ref* context) {
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!equals_ascii(as<Str>(names->items[i]), "context")) {
      return raise(thread, Error::TypeError, "{}.{}() got an unexpected keyword argument '{}'", "BaseEventLoop", function,
                   names->items[i]);
    }
    if (!values[i].is_none()) *context = Ref::share(values[i]);
  }
  if (!*context) *context = copy_current_context(thread);
  return static_cast<bool>(*context);
}

Ref add_ready(Thread& thread, Value self, Value callback, const Value* arguments, uint32_t count, const Ref& context) {
  Ref tuple = make_tuple(thread, arguments, count);
  Ref handle = tuple ? make_handle(thread, Handle::Call, callback, tuple.get(), self, context.get()) : Ref();
  return handle && deque_append(thread, ready_of(loop_of(self)), handle.share()) ? std::move(handle) : Ref();
}

Ref call_soon(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count < 2) {
    return raise(thread, Error::TypeError, "BaseEventLoop.call_soon() missing 1 required positional argument: 'callback'");
  }
  Ref context;
  LoopCore* loop = loop_of(args[0]);
  if (!check_open(thread, loop) || !read_context(thread, "call_soon", args + count, names, &context)) return {};
  if (!loop->debug.get()) return add_ready(thread, args[0], args[1], args + 2, count - 2, context);
  Ref rest = make_tuple(thread, args + 2, count - 2);
  Value given[] = {args[1], rest.get(), context.get()};
  return rest ? call_method(thread, args[0], asyncio_name(thread, "_call_soon_in_debug"), given, 3) : Ref();
}

// _call_soon(callback, args, context): no checks.
Ref call_soon_unchecked(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref arguments = tuple_from(thread, args[2]);
  Ref context = args[3].is_none() ? copy_current_context(thread) : Ref::share(args[3]);
  if (!arguments || !context) return {};
  Tuple* items = arguments.as<Tuple>();
  if (!loop_of(args[0])->debug.get()) {
    return add_ready(thread, args[0], args[1], items->items, static_cast<uint32_t>(items->length), context);
  }
  Value given[] = {args[1], arguments.get(), args[0], context.get()};
  Ref handle = call(thread, Value::object(module_types(thread).handle), given, 4);
  return handle && deque_append(thread, ready_of(loop_of(args[0])), handle.share()) ? std::move(handle) : Ref();
}

// _add_timer(when, callback, args, context)
Ref add_timer(Thread& thread, Args args, uint32_t, Tuple*) {
  Value given[] = {args[1], args[2], args[3], args[0], args[4]};
  Ref handle = call(thread, Value::object(module_types(thread).timer_handle), given, 5);
  if (!handle) return {};
  reinterpret_cast<TimerHandle*>(handle.get().as_object())->scheduled.set(true);
  return push_timer(thread, loop_of(args[0]), handle.share()) ? std::move(handle) : Ref();
}

Ref create_future(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* future = static_cast<Future*>(allocate_instance(thread, module_types(thread).future, 0));
  if (!future) return {};
  start_future_fields(future);
  Ref result = Ref::own(future);
  return init_future(thread, future, args[0]) ? std::move(result) : Ref();
}

// --- attributes

template <Cell<bool> LoopCore::* Flag>
Ref get_flag(Thread&, Value self) { return Ref::boolean((loop_of(self)->*Flag).get()); }
template <Cell<bool> LoopCore::* Flag>
bool set_flag(Thread& thread, Value self, Value value) {
  Truth on = value.is_empty() ? Truth::No : truth(thread, value);
  if (on != Truth::Error) (loop_of(self)->*Flag).set(on == Truth::Yes);
  return on != Truth::Error;
}
Ref get_ready(Thread&, Value self) { return loop_of(self)->ready.take(); }
Ref get_scheduled(Thread&, Value self) { return loop_of(self)->scheduled.take(); }
Ref get_resolution(Thread&, Value self) { return loop_of(self)->resolution.take(); }
bool set_resolution(Thread& thread, Value self, Value value) {
  double seconds;
  if (!as_double(thread, value, &seconds)) return false;
  loop_of(self)->resolution.put(make_float(thread, seconds));
  return true;
}
Ref get_cancelled_timers(Thread&, Value self) { return Ref::own(Value::integer(loop_of(self)->cancelled_timers.get())); }

constexpr MethodDef kMethods[] = {
    {"__new__", "*", loop_new, MethodDef::Static},
    {"_run_once", "(self, /)", run_once},
    {"_run_until_stopped", "(self, /)", run_until_stopped},
    {"call_soon", "*", call_soon},
    {"_call_soon", "(self, callback, args, context, /)", call_soon_unchecked},
    {"_add_timer", "(self, when, callback, args, context, /)", add_timer},
    {"create_future", "(self, /)", create_future},
};
constexpr GetSetDef kGetSets[] = {
    {"_debug", get_flag<&LoopCore::debug>, set_flag<&LoopCore::debug>},
    {"_closed", get_flag<&LoopCore::closed>, set_flag<&LoopCore::closed>},
    {"_stopping", get_flag<&LoopCore::stopping>, set_flag<&LoopCore::stopping>},
    {"_clock_resolution", get_resolution, set_resolution},
    {"_timer_cancelled_count", get_cancelled_timers},
    {"_ready", get_ready},
    {"_scheduled", get_scheduled},
};

void destroy_loop(Thread& thread, Object* object) {
  Fields::drop_fields(static_cast<LoopCore*>(object));
  free_with_attributes(thread, object, sizeof(LoopCore));
}

}  // namespace

const Layout kLoopLayout = {"LoopCore", sizeof(LoopCore), true, destroy_loop, Fields::traverse, drop_attributes};

bool is_plain_loop(Thread& thread, Value loop) {
  if (!is_loop(loop) || loop_of(loop)->debug.get() || loop_of(loop)->closed.get()) return false;
  static const MethodDef* const ours = &kMethods[3];
  Value method = lookup_in_type(thread, type_of(loop.as_object()), asyncio_name(thread, "call_soon"));
  return is<Native>(method) && as<Native>(method)->call == ours->call;
}

bool loop_append(Thread& thread, Value loop, Ref handle) {
  return handle && deque_append(thread, ready_of(loop_of(loop)), std::move(handle));
}

Type* make_loop_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {"_asyncio.LoopCore", "_asyncio", &kLoopLayout, kBaseType | kHasDict | kHasWeakref}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_getsets(thread, type, &kInstanceDict, 1);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
