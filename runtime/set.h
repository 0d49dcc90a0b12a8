// set and frozenset: the open table CPython 3.11 uses, probe order and growth included, so that iteration order is the same.
#pragma once

#include "runtime/dict.h"

namespace gillab {

struct SetEntry {
  Value key;     // empty: free; Value::exhausted(): deleted
  int64_t hash = 0;
};

struct Set : Object {        // all fields: under the Guard
  static constexpr Kind kKind = Kind::Set;
  Cell<SetEntry*> table;
  Cell<uint64_t> mask;
  Cell<uint64_t> fill;       // used and deleted
  Cell<uint64_t> used;
  Cell<int64_t> cached_hash; // of a frozenset; -1: not computed
  Cell<uint32_t> version;    // changes with every insertion and deletion
  Cell<uint64_t> finger;     // where pop looks next
  SetEntry small[8];         // the table at first
};

Ref make_set(Thread& thread, bool frozen = false);
Ref set_from(Thread& thread, Value iterable, bool frozen);   // an empty iterable: an empty set
bool set_add(Thread& thread, Set* set, Value key);
Found set_contains(Thread& thread, Set* set, Value key);
Found set_discard(Thread& thread, Set* set, Value key);
bool set_update(Thread& thread, Set* set, Value iterable);
bool set_next(Set* set, uint64_t* position, Value* key, int64_t* hash = nullptr);  // borrowed
bool set_difference_update(Thread& thread, Set* set, Value iterable);
bool set_symmetric_difference_update(Thread& thread, Set* set, Value iterable);
Ref set_intersection(Thread& thread, Set* set, Value iterable);
Ref set_copy(Thread& thread, Set* set);                      // a plain set or frozenset
Ref set_difference(Thread& thread, Set* set, Value other);
void set_take_content(Thread& thread, Set* set, Set* from);   // `from` is empty afterwards
Ref set_pop(Thread& thread, Set* set);
Truth set_is_subset(Thread& thread, Set* part, Set* whole);
void init_set(Set* set);                                     // the fields of raw memory: an empty set
void set_clear(Thread& thread, Set* set);
bool is_frozen(Thread& thread, const Set* set);

}  // namespace gillab
