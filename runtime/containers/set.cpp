// set and frozenset: the table, probing, growth and what other files of the runtime do with sets. What scripts call:
// set_methods.cpp. A new key takes the last deleted place on its way: orders of iteration depend on it. What is in the
// unnamed namespace runs under the Guards of the sets it reads and changes, or on a set that nobody else knows. Readers
// without a Guard (surely_contains) find out that a key is there, never that it is not: entries may be used again, and
// a table may be half made. A larger table is published before its mask, a smaller mask before its table.
#include "runtime/set.h"

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/containers/dict_locate.h"
#include "runtime/containers/sequence.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

constexpr uint64_t kSmallSize = 8;
constexpr uint64_t kLinearProbes = 9;
constexpr uint64_t kManyElements = 50000;

Value deleted_key() { return Value::exhausted(); }
void put_entry(SetEntry& entry, const SetEntry& content) {
  if constexpr (gil::Layer::kConcurrent) {
    store_shared(entry.hash, content.hash);
    store_shared(entry.key, content.key);
  } else {
    entry = content;
  }
}
// The key is the caller's.
void mark_deleted(SetEntry& entry) {
  Value key = entry.key;
  store_shared(entry.key, deleted_key());
  store_shared(entry.hash, int64_t{-1});
  seal_removal(key);
}
bool is_live(const SetEntry& entry) { return !entry.key.is_empty() && !(entry.key == deleted_key()); }
uint64_t growth(const Set* set) { return set->used.get() > kManyElements ? set->used.get() * 2 : set->used.get() * 4; }

// Calls `stop(entry)` along the probe sequence until it says true.
template <class Stop>
inline SetEntry* walk_entries(SetEntry* table, uint64_t mask, int64_t hash, Stop stop) {
  uint64_t perturb = static_cast<uint64_t>(hash);
  for (uint64_t i = perturb & mask;;) {
    uint64_t run = i + kLinearProbes <= mask ? kLinearProbes : 0;
    for (uint64_t j = i; j <= i + run; ++j) {
      if (stop(table[j])) return table + j;
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

// REQUIRES: the key is not in the table, and no entry of it is deleted.
void insert_clean(SetEntry* table, uint64_t mask, Value key, int64_t hash) {
  SetEntry* entry = walk_entries(table, mask, hash, [](const SetEntry& e) { return e.key.is_empty(); });
  put_entry(*entry, {key, hash});
}

struct EmptyEntries {
  SetEntry entries[kSmallSize] = {};
};
constexpr EmptyEntries kEmptyEntries{};

// Of memory that nobody reads. REQUIRES: a multiple of kSmallSize
void empty_entries(SetEntry* table, uint64_t count) {
  for (uint64_t i = 0; i < count; i += kSmallSize) {
    std::memcpy(static_cast<void*>(table + i), &kEmptyEntries, sizeof(kEmptyEntries));
  }
}

// The same for the small table of a set that others may be reading.
void empty_small(Set* set) {
  if (!gil::Layer::kLockFreeReads) return empty_entries(set->small, kSmallSize);
  for (SetEntry& entry : set->small) put_entry(entry, {Value::empty()});
}

void publish_table(Set* set, SetEntry* table, uint64_t mask) {
  if (mask < set->mask.get()) set->mask.set(mask);
  set->table.set(table);
  set->mask.set(mask);
}

// Moves the live entries into a table with more than `wanted` slots.
bool resize(Thread& thread, Set* set, uint64_t wanted) {
  uint64_t size = kSmallSize;
  while (size <= wanted) size *= 2;
  SetEntry* old = set->table.get();
  uint64_t old_mask = set->mask.get();
  SetEntry kept[kSmallSize];
  SetEntry* table = set->small;
  if (size != kSmallSize) {
    table = static_cast<SetEntry*>(allocate_buffer(thread, size * sizeof(SetEntry)));
    if (!table) return false;
  } else if (old == set->small) {
    std::copy(old, old + kSmallSize, kept);
    old = kept;
  }
  if (table == set->small) {
    empty_small(set);
  } else {
    empty_entries(table, size);
  }
  for (uint64_t i = 0; i <= old_mask; ++i) {
    if (!is_live(old[i])) continue;
    SetEntry* first = table + (static_cast<uint64_t>(old[i].hash) & (size - 1));
    if (first->key.is_empty()) {
      put_entry(*first, old[i]);
    } else {
      insert_clean(table, size - 1, old[i].key, old[i].hash);
    }
  }
  publish_table(set, table, size - 1);
  set->fill.set(set->used.get());
  set->version.set(set->version.get() + 1);
  if (old != kept && old != set->small) retire_buffer(thread, old, (old_mask + 1) * sizeof(SetEntry));
  return true;
}

void changed(Set* set, uint64_t used) {
  set->used.set(used);
  set->version.set(set->version.get() + 1);
}

// The entry of an immediate int, or a free one. Null: a comparison would have to run code.
SetEntry* find_int_entry(Set* set, Value key, int64_t hash, SetEntry** reusable) {
  bool unsure = false;
  if (reusable) *reusable = nullptr;
  SetEntry* found = walk_entries(set->table.get(), set->mask.get(), hash, [&](SetEntry& entry) {
    if (entry.key == key || entry.key.is_empty()) return true;
    if (entry.key == deleted_key()) {
      if (reusable) *reusable = &entry;
      return false;
    }
    unsure = entry.hash == hash && !entry.key.is_int();
    return unsure;
  });
  return unsure ? nullptr : found;
}

// The entry of the key, or a free one (key empty). Null: an error is set. Comparisons may change the set: then it
// starts anew. The entry is good until the set changes. *reusable: the last deleted entry on the way.
[[gnu::noinline]] SetEntry* find_further(Thread& thread, Set* set, Value key, int64_t hash, SetEntry** reusable) {
  if (key.is_int()) {
    if (SetEntry* found = find_int_entry(set, key, hash, reusable)) return found;
  }
  for (;;) {
    bool failed = false, stale = false;
    if (reusable) *reusable = nullptr;
    uint32_t version = set->version.get();
    SetEntry* found = walk_entries(set->table.get(), set->mask.get(), hash, [&](SetEntry& entry) {
      if (entry.key.is_empty()) return true;
      if (entry.key == deleted_key()) {
        if (reusable) *reusable = &entry;
        return false;
      }
      if (entry.hash != hash) return false;
      KeyMatch match = match_keys(entry.key, key);
      if (match != KeyMatch::Ask) return match == KeyMatch::Yes;
      Ref candidate = Ref::share(entry.key);
      Truth same = equal(thread, candidate.get(), key);
      failed = same == Truth::Error;
      stale = set->version.get() != version;
      return failed || stale || same == Truth::Yes;
    });
    if (failed) return nullptr;
    if (!stale) return found;
  }
}

// Mostly the first place on the way decides.
inline SetEntry* find_entry(Thread& thread, Set* set, Value key, int64_t hash, SetEntry** reusable = nullptr) {
  SetEntry* first = set->table.get() + (static_cast<uint64_t>(hash) & set->mask.get());
  if (first->key == key || first->key.is_empty()) return first;
  return find_further(thread, set, key, hash, reusable);
}

bool add_hashed(Thread& thread, Set* set, Value key, int64_t hash) {
  SetEntry* reusable = nullptr;
  SetEntry* entry = find_entry(thread, set, key, hash, &reusable);
  if (!entry) return false;
  if (!entry->key.is_empty()) return true;
  if (reusable) {
    put_entry(*reusable, {Ref::share(key).release(), hash});
    changed(set, set->used.get() + 1);
    return true;
  }
  put_entry(*entry, {Ref::share(key).release(), hash});
  set->fill.set(set->fill.get() + 1);
  changed(set, set->used.get() + 1);
  if (set->fill.get() * 5 < set->mask.get() * 3) return true;
  return resize(thread, set, growth(set));
}

Found discard_hashed(Thread& thread, Set* set, Value key, int64_t hash, Ref* old) {
  SetEntry* entry = find_entry(thread, set, key, hash);
  if (!entry) return Found::Error;
  if (entry->key.is_empty()) return Found::No;
  Ref key_there = Ref::own(entry->key);
  mark_deleted(*entry);
  changed(set, set->used.get() - 1);
  *old = std::move(key_there);
  return Found::Yes;
}

Found contains_hashed(Thread& thread, Set* set, Value key, int64_t hash) {
  SetEntry* entry = find_entry(thread, set, key, hash);
  if (!entry) return Found::Error;
  return entry->key.is_empty() ? Found::No : Found::Yes;
}

// Without the Guard. False: not known.
bool surely_contains(Set* set, Value key, int64_t hash) {
  constexpr int kMostProbes = 64;  // a table that is being made need not have a free entry
  SetEntry* table = set->table.get();
  uint64_t mask = table == set->small ? kSmallSize - 1 : set->mask.get();
  auto is_current = [set, table] { return set->table.get() == table; };
  if (!is_current()) return false;
  bool found = false;
  int probes = 0;
  walk_entries(table, mask, hash, [&](SetEntry& entry) {
    Value there = load_shared(entry.key);
    found = there == key;
    if (found || there.is_empty() || ++probes == kMostProbes) return true;
    if (!there.is_object() || load_shared(entry.hash) != hash) return false;
    Ref candidate;
    found = read_place(entry.key, is_current, &candidate) && match_keys(candidate.get(), key) == KeyMatch::Yes;
    return true;
  });
  return found;
}

// A set used as a key is compared as a frozenset of the same elements.
bool element_hash(Thread& thread, Value key, int64_t* hash, Ref* stand_in) {
  if (key_hash(thread, key, hash)) return true;
  if (!is<Set>(key) || is_frozen(thread, as<Set>(key)) || !exception_matches(thread, Error::TypeError)) return false;
  clear_exception(thread);
  *stand_in = set_from(thread, key, true);
  return *stand_in && gillab::hash(thread, stand_in->get(), hash);
}

bool make_room_for(Thread& thread, Set* set, uint64_t count) {
  if ((set->fill.get() + count) * 5 < set->mask.get() * 3) return true;
  return resize(thread, set, (set->used.get() + count) * 2);
}

// Into an empty set: keys are known to differ from each other.
void fill_from(Set* set, Set* other) {
  for (uint64_t i = 0; i <= other->mask.get(); ++i) {
    const SetEntry& entry = other->table.get()[i];
    if (!is_live(entry)) continue;
    take(entry.key);
    if (set->mask.get() == other->mask.get() && other->fill.get() == other->used.get()) {
      put_entry(set->table.get()[i], entry);
    } else {
      insert_clean(set->table.get(), set->mask.get(), entry.key, entry.hash);
    }
  }
  set->fill.set(other->used.get());
  changed(set, other->used.get());
}

// Adds a key whose comparisons run no code, and whose hash that is. False: only add_hashed can tell. REQUIRES: no entry is
// deleted
inline bool add_simple(Set* set, Value key, int64_t hash) {
  bool unsure = false;
  SetEntry* entry = walk_entries(set->table.get(), set->mask.get(), hash, [&](SetEntry& each) {
    if (each.key == key || each.key.is_empty()) return true;
    return unsure = each.hash == hash && match_keys(each.key, key) != KeyMatch::No;
  });
  if (unsure) return false;
  if (!entry->key.is_empty()) return true;
  take(key);
  put_entry(*entry, {key, hash});
  set->fill.set(set->fill.get() + 1);
  changed(set, set->used.get() + 1);
  return true;
}

bool update_from_set(Thread& thread, Set* set, Set* other) {
  if (other == set || other->used.get() == 0) return true;
  if (!make_room_for(thread, set, other->used.get())) return false;
  if (set->fill.get() == 0) {
    fill_from(set, other);
    return true;
  }
  for (uint64_t i = 0; i <= other->mask.get(); ++i) {
    SetEntry entry = other->table.get()[i];
    if (!is_live(entry)) continue;
    const bool is_simple = (entry.key.is_int() || is_exact<Str>(entry.key)) && set->fill.get() == set->used.get();
    if (is_simple && set->fill.get() * 5 + 5 < set->mask.get() * 3 && add_simple(set, entry.key, entry.hash)) continue;
    Ref key = Ref::share(entry.key);
    if (!add_hashed(thread, set, key.get(), entry.hash)) return false;
  }
  return true;
}

bool update_from_dict(Thread& thread, Set* set, Dict* dict) {
  if (!make_room_for(thread, set, dict_size(dict))) return false;
  uint32_t position = 0;
  Value borrowed, value;
  int64_t hash;
  while (dict_next(dict, &position, &borrowed, &value, &hash)) {
    Ref key = Ref::share(borrowed);
    if (!add_hashed(thread, set, key.get(), hash)) return false;
  }
  return true;
}

// The ints and texts at the beginning of a list or tuple, as far as that goes without running code.
bool update_from_items(Thread& thread, Set* set, Items items, size_t* done) {
  for (*done = 0; *done < items.count && set->fill.get() == set->used.get(); ++*done) {
    const Value key = items.data[*done];
    if (!key.is_int() && !is_exact<Str>(key)) break;
    const int64_t hash = key.is_int() ? hash_int(key.as_int()) : name_hash(as<Str>(key));
    if (!add_simple(set, key, hash)) break;
    if (set->fill.get() * 5 >= set->mask.get() * 3 && !resize(thread, set, growth(set))) return false;
  }
  return true;
}

bool update_from_text(Thread& thread, Set* set, Str* text) {
  for (size_t i = 0; i < text->length; ++i) {
    Ref character = make_character(thread, text->at(i));
    if (!character) return false;
    const int64_t hash = name_hash(character.as<Str>());
    const bool roomy = set->fill.get() == set->used.get() && set->fill.get() * 5 + 5 < set->mask.get() * 3;
    if (roomy && add_simple(set, character.get(), hash)) continue;
    if (!add_hashed(thread, set, character.get(), hash)) return false;
  }
  return true;
}

bool update_from_walk(Thread& thread, Set* set, Value iterable, size_t already) {
  Each each(thread, iterable);
  while (Ref key = each.next()) {
    int64_t hash;
    if (already > 0) {
      --already;
      continue;
    }
    if (!key_hash(thread, key.get(), &hash) || !add_hashed(thread, set, key.get(), hash)) return false;
  }
  return !each.failed();
}

bool update_from(Thread& thread, Set* set, Value iterable) {
  if (is<Set>(iterable)) return update_from_set(thread, set, as<Set>(iterable));
  if (is_exact<Dict>(iterable)) return update_from_dict(thread, set, as<Dict>(iterable));
  size_t done = 0;
  if (is_exact<List>(iterable) || is_exact<Tuple>(iterable)) {
    const Items items = is<List>(iterable) ? items_of(as<List>(iterable)) : items_of(as<Tuple>(iterable));
    if (!update_from_items(thread, set, items, &done)) return false;
    if (done == items.count) return true;
  }
  if (is_exact<Str>(iterable)) return update_from_text(thread, set, as<Str>(iterable));
  return update_from_walk(thread, set, iterable, done);
}

// What a set holds, taken out of it.
struct SetContent {
  SetEntry kept[kSmallSize];
  SetEntry* table;
  uint64_t mask;
};

// The set is empty afterwards.
void take_content(Set* set, SetContent* content) {
  content->table = set->table.get();
  content->mask = set->mask.get();
  if (content->table == set->small) {
    std::copy(set->small, set->small + kSmallSize, content->kept);
    content->table = content->kept;
  }
  publish_table(set, set->small, kSmallSize - 1);
  empty_small(set);
  set->fill.set(0);
  changed(set, 0);
  seal_removal();
}

void drop_content(Thread& thread, SetContent* content) {
  SetEntry* table = content->table;
  for (uint64_t i = 0; i <= content->mask; ++i) drop(table[i].key);  // marks are no objects
  if (table != content->kept) retire_buffer(thread, table, (content->mask + 1) * sizeof(SetEntry));
}

void destroy_set(Thread& thread, Object* object) {
  Set* set = static_cast<Set*>(object);
  SetEntry* table = set->table.get();
  for (uint64_t i = 0; i <= set->mask.get(); ++i) drop(table[i].key);
  if (table != set->small) free_buffer(thread, table, (set->mask.get() + 1) * sizeof(SetEntry));
  free_with_attributes(thread, object, sizeof(Set));
}

void traverse_set(Object* object, const Visitor& visitor) {
  Set* set = static_cast<Set*>(object);
  uint64_t position = 0;
  Value key;
  while (set_next(set, &position, &key)) visitor(key);
  traverse_attributes(object, visitor);
}

void clear_layout(Thread& thread, Object* object) {
  set_clear(thread, static_cast<Set*>(object));
  drop_attributes(thread, object);
}

// Too many deleted entries slow lookups down.
bool sweep_deleted(Thread& thread, Set* set) {
  if (set->fill.get() - set->used.get() <= set->mask.get() / 4) return true;
  return resize(thread, set, growth(set));
}

}  // namespace

const Layout kSetLayout = {"set", sizeof(Set), true, destroy_set, traverse_set, clear_layout};

void init_set(Set* set) {
  empty_entries(set->small, kSmallSize);
  set->table.set(set->small);
  set->mask.set(kSmallSize - 1);
  set->fill.set(0);
  set->used.set(0);
  set->cached_hash.set(-1);
  set->version.set(0);
  set->finger.set(0);
}

Ref make_set(Thread& thread, bool frozen) {
  Type* type = frozen ? thread.types().frozenset : thread.types().set;
  Set* set = allocate<Set>(thread, type->root);
  if (!set) return {};
  init_set(set);
  return Ref::own(set);
}

bool is_frozen(Thread& thread, const Set* set) {
  Type* type = type_of(set);
  return type == thread.types().frozenset || (type != thread.types().set && is_subtype(type, thread.types().frozenset));
}

Ref set_from(Thread& thread, Value iterable, bool frozen) {
  Ref result = make_set(thread, frozen);
  SourceGuard guard(iterable);
  if (!result || !update_from(thread, result.as<Set>(), iterable)) return {};
  return result;
}

Ref set_copy(Thread& thread, Set* set) { return set_from(thread, Value::object(set), is_frozen(thread, set)); }

bool set_add(Thread& thread, Set* set, Value key) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return false;
  Guard guard(set->header);
  guard.keeps_all();
  return add_hashed(thread, set, key, hash);
}

Found set_contains(Thread& thread, Set* set, Value key) {
  int64_t hash;
  Ref stand_in;
  if (!element_hash(thread, key, &hash, &stand_in)) return Found::Error;
  Value wanted = stand_in ? stand_in.get() : key;
  if (may_write(set)) {
    const SetEntry& first = set->table.get()[static_cast<uint64_t>(hash) & set->mask.get()];
    if (first.key == wanted) return Found::Yes;
    if (first.key.is_empty()) return Found::No;
  } else if (gil::Layer::kLockFreeReads && surely_contains(set, wanted, hash)) {
    return Found::Yes;
  }
  SourceGuard guard(set);
  return contains_hashed(thread, set, wanted, hash);
}

Found set_discard(Thread& thread, Set* set, Value key) {
  int64_t hash;
  Ref stand_in, old;
  if (!element_hash(thread, key, &hash, &stand_in)) return Found::Error;
  Guard guard(set->header);
  guard.keeps_all();  // what goes is sealed
  return discard_hashed(thread, set, stand_in ? stand_in.get() : key, hash, &old);
}

bool set_update(Thread& thread, Set* set, Value iterable) {
  TransferGuard guard(set, iterable);
  return update_from(thread, set, iterable);
}

void set_clear(Thread& thread, Set* set) {
  SetContent content;
  {
    Guard guard(set->header);
    take_content(set, &content);
  }
  drop_content(thread, &content);
}

void set_take_content(Thread& thread, Set* set, Set* from) {
  SetContent old;
  {
    Guard guard(set->header);
    take_content(set, &old);
    bool is_small = from->table.get() == from->small;
    for (uint64_t i = 0; is_small && i < kSmallSize; ++i) put_entry(set->small[i], from->small[i]);
    publish_table(set, is_small ? set->small : from->table.get(), from->mask.get());
    set->fill.set(from->fill.get());
    changed(set, from->used.get());
    init_set(from);
  }
  drop_content(thread, &old);
}

Ref set_pop(Thread& thread, Set* set) {
  Guard guard(set->header);
  guard.keeps_all();  // what goes is sealed
  if (set->used.get() == 0) return raise(thread, Error::KeyError, "pop from an empty set");
  uint64_t i = set->finger.get() & set->mask.get();
  while (!is_live(set->table.get()[i])) i = (i + 1) & set->mask.get();
  Ref key = Ref::own(set->table.get()[i].key);
  mark_deleted(set->table.get()[i]);
  changed(set, set->used.get() - 1);
  set->finger.set(i + 1);
  return key;
}

bool set_next(Set* set, uint64_t* position, Value* key, int64_t* hash) {
  for (uint64_t i = *position; i <= set->mask.get(); ++i) {
    const SetEntry& entry = set->table.get()[i];
    if (!is_live(entry)) continue;
    *position = i + 1;
    *key = entry.key;
    if (hash) *hash = entry.hash;
    return true;
  }
  *position = set->mask.get() + 1;
  return false;
}

bool set_difference_update(Thread& thread, Set* set, Value iterable) {
  TransferGuard guard(set, iterable);
  Ref old;
  if (iterable == Value::object(set)) {
    set_clear(thread, set);
    return true;
  }
  if (is<Set>(iterable)) {
    Ref smaller = as<Set>(iterable)->used.get() / 8 > set->used.get() ? set_intersection(thread, set, iterable)
                                                                      : Ref::share(iterable);
    if (!smaller) return false;
    uint64_t position = 0;
    Value borrowed;
    int64_t hash;
    while (set_next(smaller.as<Set>(), &position, &borrowed, &hash)) {
      Ref key = Ref::share(borrowed);
      if (discard_hashed(thread, set, key.get(), hash, &old) == Found::Error) return false;
    }
    return sweep_deleted(thread, set);
  }
  Each each(thread, iterable);
  while (Ref key = each.next()) {
    int64_t hash;
    if (!key_hash(thread, key.get(), &hash) || discard_hashed(thread, set, key.get(), hash, &old) == Found::Error) {
      return false;
    }
  }
  return !each.failed() && sweep_deleted(thread, set);
}

bool set_symmetric_difference_update(Thread& thread, Set* set, Value iterable) {
  TransferGuard guard(set, iterable);
  if (iterable == Value::object(set)) {
    set_clear(thread, set);
    return true;
  }
  Ref other = is<Set>(iterable) ? Ref::share(iterable) : set_from(thread, iterable, false);
  if (!other) return false;
  uint64_t position = 0;
  Value borrowed;
  int64_t hash;
  while (set_next(other.as<Set>(), &position, &borrowed, &hash)) {
    Ref key = Ref::share(borrowed), old;
    Found found = discard_hashed(thread, set, key.get(), hash, &old);
    if (found == Found::Error || (found == Found::No && !add_hashed(thread, set, key.get(), hash))) return false;
  }
  return true;
}

Ref set_intersection(Thread& thread, Set* set, Value iterable) {
  SourceGuard guard(Value::object(set), iterable);
  if (iterable == Value::object(set)) return set_copy(thread, set);
  Ref result = make_set(thread, is_frozen(thread, set));
  if (!result) return {};
  if (is<Set>(iterable)) {
    Set* walked = as<Set>(iterable);
    if (walked->used.get() > set->used.get()) std::swap(walked, set);
    uint64_t position = 0;
    Value borrowed;
    int64_t hash;
    while (set_next(walked, &position, &borrowed, &hash)) {
      Ref key = Ref::share(borrowed);
      Found found = contains_hashed(thread, set, key.get(), hash);
      if (found == Found::Error) return {};
      if (found == Found::Yes && !add_hashed(thread, result.as<Set>(), key.get(), hash)) return {};
    }
    return result;
  }
  Each each(thread, iterable);
  while (Ref key = each.next()) {
    int64_t hash;
    if (!key_hash(thread, key.get(), &hash)) return {};
    Found found = contains_hashed(thread, set, key.get(), hash);
    if (found == Found::Error) return {};
    if (found == Found::Yes && !add_hashed(thread, result.as<Set>(), key.get(), hash)) return {};
  }
  return each.failed() ? Ref() : std::move(result);
}

Ref set_difference(Thread& thread, Set* set, Value other) {
  SourceGuard guard(Value::object(set), other);
  bool is_dict = is_exact<Dict>(other);
  uint64_t size = is<Set>(other) ? as<Set>(other)->used.get() : is_dict ? dict_size(as<Dict>(other)) : UINT64_MAX;
  if ((!is<Set>(other) && !is_dict) || set->used.get() / 4 > size) {
    Ref result = set_copy(thread, set);
    if (!result || !set_difference_update(thread, result.as<Set>(), other)) return {};
    return result;
  }
  Ref result = make_set(thread, is_frozen(thread, set));
  if (!result) return {};
  uint64_t position = 0;
  Value borrowed;
  int64_t hash;
  while (set_next(set, &position, &borrowed, &hash)) {
    Ref key = Ref::share(borrowed), value;
    Found found = is_dict ? dict_get_hashed(thread, as<Dict>(other), key.get(), hash, &value)
                          : contains_hashed(thread, as<Set>(other), key.get(), hash);
    if (found == Found::Error) return {};
    if (found == Found::No && !add_hashed(thread, result.as<Set>(), key.get(), hash)) return {};
  }
  return result;
}

// Whether every element of `part` is in `whole`.
Truth set_is_subset(Thread& thread, Set* part, Set* whole) {
  SourceGuard guard(part, whole);
  if (part->used.get() > whole->used.get()) return Truth::No;
  uint64_t position = 0;
  Value borrowed;
  int64_t hash;
  while (set_next(part, &position, &borrowed, &hash)) {
    Ref key = Ref::share(borrowed);
    Found found = contains_hashed(thread, whole, key.get(), hash);
    if (found != Found::Yes) return found == Found::No ? Truth::No : Truth::Error;
  }
  return Truth::Yes;
}

}  // namespace gillab
