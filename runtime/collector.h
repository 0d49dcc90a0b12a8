// The cycle collector and weak references.
#pragma once

#include "runtime/collector_state.h"
#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// Stops the world, finds containers of these generations reachable only from each other, finalises and frees them. The
// number found; 0 while another collection runs. Nobody is told (collector_policy.cpp: collect_and_tell).
int64_t collect_cycles(Thread& thread, int generation = kOldest);
// The same with gc.callbacks and figures, as gc.collect() does it.
int64_t collect_and_tell(Thread& thread, int generation);
// What a thread that was asked to collect does: picks the generation.
void collect_when_due(Thread& thread);
bool is_collectable_now(Thread& thread);
int64_t collector_threshold(const CollectorState& state);  // how many containers more a thread may make
void apply_collector_settings(Interpreter& interpreter);   // the same, set in all threads

inline int generation_of(const Object* object) { return object->header.flags >> kGenerationShift & 3; }
inline void set_generation(Object* object, int generation) {
  uint8_t others = object->header.flags & static_cast<uint8_t>(~(3 << kGenerationShift));
  object->header.flags = static_cast<uint8_t>(others | generation << kGenerationShift);
}
inline bool is_container(const Object* object) { return (head_of(object).traits & kIsContainer) != 0; }
// A tuple of things that hold nothing, as most keys of dicts are: it can be part of no cycle.
bool is_leaf(const Object* object);

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
