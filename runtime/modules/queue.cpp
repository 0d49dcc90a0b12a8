// _queue.SimpleQueue: an endless queue whose put() never waits and runs no Python code, so that a __del__ or a signal
// handler may call it in the middle of another put() or get(). The other queues are Python: queue.py of lib/.
#include <algorithm>

#include "gil/parking.h"
#include "runtime/blocking.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/modules/deque.h"
#include "runtime/modules/duration.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/thread.h"

namespace gillab {
namespace {

using Args = const Value*;

struct SimpleQueue : Deque {  // the items: under the Guard
  std::atomic<uint32_t> puts;      // so many so far; who waits sleeps until it changes
  std::atomic<uint32_t> sleepers;  // how many may sleep: put() wakes only then
};

SimpleQueue* queue_of(Value self) { return reinterpret_cast<SimpleQueue*>(self.as_object()); }

void wake_one(SimpleQueue* queue) {
  if (queue->sleepers.load() != 0) gil::wake(queue->puts, 1);
}

Ref take_first(SimpleQueue* queue) {
  Guard guard(queue->header);
  return queue->length.get() == 0 ? Ref() : deque_take_first(queue);
}

// `seen`: the puts before the queue was found empty.
void sleep_until_put(Thread& thread, SimpleQueue* queue, uint32_t seen, gil::Nanoseconds deadline) {
  queue->sleepers.fetch_add(1);
  {
    Blocking region(thread, gil::Reason::Lock);
    gil::wait_while(queue->puts, seen, wake_up_time(thread, deadline));
  }
  queue->sleepers.fetch_sub(1);
}

// Empty without an exception: the time is over.
Ref take_before(Thread& thread, SimpleQueue* queue, gil::Nanoseconds deadline) {
  for (;;) {
    const uint32_t seen = queue->puts.load();
    if (Ref item = take_first(queue)) return item;
    if (deadline != gil::kForEver && (deadline == 0 || gil::now() >= deadline)) return {};
    sleep_until_put(thread, queue, seen, deadline);
    if (!check_signals(thread)) {
      wake_one(queue);  // a put may have woken this thread, which now leaves the item to another
      return {};
    }
  }
}

// 0: do not wait. -1: an error is set.
gil::Nanoseconds read_deadline(Thread& thread, Value block, Value timeout) {
  const Truth waits = block.is_empty() ? Truth::Yes : truth(thread, block);
  if (waits == Truth::Error) return -1;
  if (waits == Truth::No) return 0;
  if (timeout.is_empty() || timeout.is_none()) return gil::kForEver;
  int64_t duration;
  if (!read_duration(thread, timeout, &duration)) return -1;
  if (duration < 0) return raise(thread, Error::ValueError, "'timeout' must be a non-negative number"), -1;
  return deadline_after(duration);
}

Ref get_before(Thread& thread, Value self, gil::Nanoseconds deadline) {
  Ref item = take_before(thread, queue_of(self), deadline);
  if (item || thread.has_exception()) return item;
  Ref error = make_exception(thread, module_types(thread).queue_empty, nullptr, 0);
  return error ? raise_value(thread, std::move(error)) : Failed{};
}

Ref queue_get(Thread& thread, Args args, uint32_t, Tuple*) {
  const gil::Nanoseconds deadline = read_deadline(thread, args[1], args[2]);
  return deadline < 0 ? Ref() : get_before(thread, args[0], deadline);
}
Ref queue_get_nowait(Thread& thread, Args args, uint32_t, Tuple*) { return get_before(thread, args[0], 0); }

Ref queue_put(Thread& thread, Args args, uint32_t, Tuple*) {
  SimpleQueue* queue = queue_of(args[0]);
  if (!deque_append(thread, queue, Ref::share(args[1]))) return {};
  queue->puts.fetch_add(1);
  wake_one(queue);
  return Ref::none();
}

Ref queue_empty(Thread&, Args args, uint32_t, Tuple*) { return Ref::boolean(queue_of(args[0])->length.get() == 0); }
Ref queue_size(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(queue_of(args[0])->length.get()));
}

Ref queue_new(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* queue = static_cast<SimpleQueue*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!queue) return {};
  init_deque(queue);
  new (&queue->puts) std::atomic<uint32_t>(0);
  new (&queue->sleepers) std::atomic<uint32_t>(0);
  return Ref::own(queue);
}

void destroy_queue(Thread& thread, Object* object) {
  deque_clear(thread, static_cast<Deque*>(object));
  free_with_attributes(thread, object, sizeof(SimpleQueue));
}

constexpr MethodDef kMethods[] = {{"__new__", "(cls, /)", queue_new, MethodDef::Static},
                                  {"put", "(self, /, item, block=True, timeout=None)", queue_put},
                                  {"put_nowait", "(self, /, item)", queue_put},
                                  {"get", "(self, /, block=True, timeout=None)", queue_get},
                                  {"get_nowait", "(self, /)", queue_get_nowait},
                                  {"empty", "(self, /)", queue_empty},
                                  {"qsize", "(self, /)", queue_size},
                                  {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class}};

}  // namespace

bool init__queue(Thread& thread, Module* module) {
  static const Layout kLayout = {"SimpleQueue", sizeof(SimpleQueue), true, destroy_queue, kDequeLayout.traverse,
                                 kDequeLayout.clear};
  Type* type = make_native_type(thread, {"_queue.SimpleQueue", "_queue", &kLayout, kBaseType | kHasWeakref}, nullptr);
  Type* error = make_error_type(thread, "Empty", "_queue", Error::Exception);
  if (!type || !error) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  module_types(thread).queue_empty = error;
  return add_value(thread, module, "SimpleQueue", Ref::share(type)) &&
         add_value(thread, module, "Empty", Ref::share(error));
}

}  // namespace gillab
