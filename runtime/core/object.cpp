// What happens when an object's count reaches zero: finalizer, weak references, then the layout's destroy. Deep
// structures are taken apart in a loop, not by recursion. The collector of cycles is elsewhere.
#include "runtime/object.h"

#include <new>

#include "gil/slots.h"
#include "gil/spread_count.h"
#include "runtime/collector.h"
#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/stopped_world.h"

namespace gillab {

namespace {

constexpr uint32_t kDestroyDepth = usual_or_smallest(50u, 2u);

// __del__ and callbacks run Python code: what is being raised meanwhile must come out of it unchanged.
[[gnu::noinline]] bool say_farewell(Thread& thread, Object* object) {
  Value pending = thread.exception;
  thread.exception = Value::empty();
  bool dead = true;
  if ((head_of(object).traits & kHasFinalizer) && !(object->header.flags & kFinalized)) {
    dead = finalize(thread, object);
  }
  if (dead && (object->header.flags & kHasWeakRefs)) clear_weak_references(thread, object);
  thread.exception = pending;
  return dead;
}

void destroy_one(Thread& thread, Object* object) {
  const Shape* shape = object->shape.get();
  if ((shape->traits & kHasFinalizer) || (object->header.flags & kHasWeakRefs)) [[unlikely]] {
    if (!say_farewell(thread, object)) return;
  }
  shape->type->layout->destroy(thread, object);
}

}  // namespace

namespace {
// Its end comes when those it is part of are done; where memory is out, never.
[[gnu::noinline]] void put_off(Thread& thread, Object* object) {
  try {
    thread.doomed.push_back(object);
  } catch (const std::bad_alloc&) {
  }
}
}  // namespace

void destroy(Object* object) {
  Thread& thread = current_thread();
  if (thread.destroy_depth >= kDestroyDepth) [[unlikely]] return put_off(thread, object);
  ++thread.destroy_depth;
  destroy_one(thread, object);
  if (thread.destroy_depth == 1) {
    while (!thread.doomed.empty()) [[unlikely]] {
        Object* next = thread.doomed.back();
        thread.doomed.pop_back();
        destroy_one(thread, next);
      }
  }
  --thread.destroy_depth;
}

namespace {

void destroy_all(const std::vector<gil::Header*>& dead) {
  for (gil::Header* header : dead) destroy(reinterpret_cast<Object*>(header));
}

std::vector<gil::Header*> settle(Thread& thread) {
  StoppedWorld stopped(thread);
  return gil::settle_spread(thread.attached.slot);
}

}  // namespace

void destroy_given_back(Thread& thread) {
  destroy_all(gil::take_back(thread.attached));
  if (gil::is_settling_wanted()) destroy_all(settle(thread));
}

void disown_objects(Thread& thread) {
  destroy_given_back(thread);
  thread.interpreter->turn.retire(thread.attached);
  for (std::vector<gil::Header*> dead = gil::leave_slot(thread.attached); !dead.empty();
       dead = gil::leave_slot(thread.attached)) {
    destroy_all(dead);
  }
  // What one thread has left is its own to end at once, as soon as it knows of this thread's end.
  if (gil::is_gathering_due()) destroy_all(settle(thread));
}

void destroy_all_given_back(Thread& thread) {
  std::vector<gil::Header*> dead;
  {
    StoppedWorld stopped(thread);
    dead = gil::take_back_all();
  }
  destroy_all(dead);
  destroy_all(settle(thread));
}

}  // namespace gillab
