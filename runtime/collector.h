// The cycle collector and weak references.
#pragma once

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// Stops the world, finds containers reachable only from each other, finalises and frees them. The number found.
int64_t collect_cycles(Thread& thread);
bool is_collectable_now(Thread& thread);

struct WeakRef : Object {
  static constexpr Kind kKind = Kind::WeakRef;
  Cell<Object*> target;       // borrowed; null once it is dead. Under the table's lock
  Field callback;             // or empty
  Cell<int64_t> hash;         // -1: not computed
  WeakRef* next;              // of the same target; the table's lock protects the list
};

Ref make_weak_reference(Thread& thread, Value target, Value callback);  // the same object for the same target, without callback
// The oldest live one, what __weakref__ shows; None when there is none.
Ref first_weak_reference(Thread& thread, Object* target);
Ref weak_target(Thread& thread, WeakRef* reference);                    // None when it is dead
// Called by destroy() for objects flagged kHasWeakRefs before their memory goes: clears and runs callbacks.
void clear_weak_references(Thread& thread, Object* object);
// Every counted reference the object holds, that to its class included.
void visit_references(Object* object, const Visitor& visitor);
// Runs __del__ of a live object, once.
void call_finalizer(Thread& thread, Object* object);
// Runs __del__. False: the object was resurrected.
bool finalize(Thread& thread, Object* object);

}  // namespace gillab
