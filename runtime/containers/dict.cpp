// dict: storage and the operations on keys and values. Cells: dict_cells.cpp; updating from others: dict_update.cpp;
// what scripts call: dict_methods.cpp; views: dict_views.cpp.
#include "runtime/dict.h"

#include <algorithm>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/containers/dict_locate.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/setup.h"
#include "runtime/sizes.h"

namespace gillab {
namespace {

constexpr uint32_t kSmallestLog = usual_or_smallest(3u, 1u);
constexpr uint32_t kLargestLog = 31;

struct alignas(8) EmptyTable {
  DictTable head = {kSmallestLog, 0, 0, 0, 1, true};
  int8_t indices[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
};
EmptyTable empty_table;  // never written to: it has no room for an entry

uint32_t entries_of_log(uint32_t log_size) { return static_cast<uint32_t>((size_t{1} << log_size) * 2 / 3); }
uint8_t index_bytes_of_log(uint32_t log_size) { return log_size < 8 ? 1 : log_size < 16 ? 2 : 4; }

void set_index(DictTable* table, size_t slot, int32_t position) {
  if (table->index_bytes == 1) {
    store_shared(static_cast<int8_t*>(table->indices())[slot], static_cast<int8_t>(position));
  } else if (table->index_bytes == 2) {
    store_shared(static_cast<int16_t*>(table->indices())[slot], static_cast<int16_t>(position));
  } else {
    store_shared(static_cast<int32_t*>(table->indices())[slot], position);
  }
}

template <class Index>
inline size_t free_slot_in(DictTable* table, int64_t hash) {
  const Index* indices = static_cast<const Index*>(table->indices());
  size_t mask = (size_t{1} << table->log_size) - 1;
  uint64_t perturb = static_cast<uint64_t>(hash);
  size_t slot = perturb & mask;
  while (indices[slot] >= 0) {
    perturb >>= 5;
    slot = (slot * 5 + perturb + 1) & mask;
  }
  return slot;
}

size_t free_slot(DictTable* table, int64_t hash) {
  if (table->index_bytes == 1) return free_slot_in<int8_t>(table, hash);
  if (table->index_bytes == 2) return free_slot_in<int16_t>(table, hash);
  return free_slot_in<int32_t>(table, hash);
}

template <class Index>
void copy_entries_by(DictTable* table, DictTable* old) {
  Index* indices = static_cast<Index*>(table->indices());
  DictEntry* to = table->entries();
  const DictEntry* from = old->entries();
  uint32_t next = table->next;
  for (uint32_t i = old->first; i < old->next; ++i) {
    if (from[i].key.is_empty()) continue;
    indices[free_slot_in<Index>(table, from[i].hash)] = static_cast<Index>(next);
    to[next++] = from[i];
  }
  table->next = next;
}

// Adds the live entries of `old`, without taking references.
void copy_entries(DictTable* table, DictTable* old) {
  if (table->index_bytes == 1) return copy_entries_by<int8_t>(table, old);
  if (table->index_bytes == 2) return copy_entries_by<int16_t>(table, old);
  copy_entries_by<int32_t>(table, old);
}

// A copy of the live entries, without taking references, in a table with room for `entries`.
DictTable* rebuild(Thread& thread, DictTable* old, size_t entries) {
  DictTable* table = new_dict_table(thread, entries);
  if (!table) return nullptr;
  table->only_names = old->only_names;
  copy_entries(table, old);
  return table;
}

void changed(Dict* dict, uint32_t used) {
  dict->used.set(used);
  dict->version.set(dict->version.get() + 1);
}

void skip_emptied(DictTable* table) {
  while (table->first < table->next && table->entries()[table->first].key.is_empty()) ++table->first;
}

// The slot of the index table that names this entry.
size_t slot_of_entry(DictTable* table, uint32_t position) {
  const DictEntry* wanted = table->entries() + position;
  Probe probe = start_probe(table, wanted->hash);
  walk(table, &probe, [wanted](const DictEntry& entry) { return &entry == wanted; });
  return probe.slot;
}

// A new key before all others: the table is made anew. The dict has no cells when scripts order its keys.
bool insert_first(Thread& thread, Dict* dict, Ref key, int64_t hash, Ref value) {
  Guard guard(dict->header);
  DictTable* old = dict->table.get();
  DictTable* table = new_dict_table(thread, size_t{dict->used.get()} + 1);
  if (!table) return false;
  table->only_names = old->only_names;
  set_index(table, free_slot(table, hash), 0);
  table->entries()[table->next++] = {hash, key.release(), value.release()};
  copy_entries(table, old);
  dict->table.set(table);
  retire_dict_table(thread, old);
  changed(dict, table->next);
  return true;
}

bool grow(Thread& thread, Dict* dict) {
  DictTable* old = dict->table.get();
  DictTable* table = rebuild(thread, old, size_t{dict->used.get()} * 2 + 1);
  if (!table) return false;
  dict->table.set(table);
  retire_dict_table(thread, old);
  return true;
}

// Empties a dict that keeps its cells; the entries' references are left in the table that comes back.
DictTable* take_table(Dict* dict) {
  Guard guard(dict->header);
  DictTable* table = dict->table.get();
  DictEntry* entries = table->entries();
  for (uint32_t i = 0; dict->cells.get() && i < table->next; ++i) {
    Value value = entries[i].value;
    if (is_indirect(value)) store_shared(entries[i].value, cell_of(value)->value.exchange({}).release());
  }
  dict->table.set(kEmptyDictTable);
  changed(dict, 0);
  seal_removal();
  return table;
}

void drop_entries(DictTable* table) {
  DictEntry* entries = table->entries();
  for (uint32_t i = table->first; i < table->next; ++i) {
    drop(entries[i].key);
    drop(entries[i].value);
  }
}

void destroy_dict(Thread& thread, Object* object) {
  dict_release(thread, static_cast<Dict*>(object));
  free_with_attributes(thread, object, sizeof(Dict));
}

void traverse_dict(Object* object, const Visitor& visitor) {
  dict_traverse(static_cast<Dict*>(object), visitor);
  traverse_attributes(object, visitor);
}

void clear_layout(Thread& thread, Object* object) {
  dict_clear(thread, static_cast<Dict*>(object));
  drop_attributes(thread, object);
}

KeyMatch match_plain_keys(Value entry_key, Value key) {
  if (entry_key == key) return KeyMatch::Yes;
  if (Value::both_ints(entry_key, key)) return KeyMatch::No;
  if (is_exact<Str>(key) && is_exact<Str>(entry_key)) {
    return same_text(as<Str>(entry_key), as<Str>(key)) ? KeyMatch::Yes : KeyMatch::No;
  }
  return KeyMatch::Ask;
}

// Yes or No: done; Error: locate() has to look.
Found set_plain(Thread& thread, Dict* dict, Value key, int64_t hash, Ref* value, bool* failed) {
  Ref old;
  ShortGuard guard(dict);
  size_t slot;
  int32_t position = find_key(dict->table.get(), key, hash, &slot);
  if (position == kUnsure) return Found::Error;
  if (position == kAbsent) {
    *failed = !insert_new_entry(thread, dict, key, hash, std::move(*value), slot);
    return Found::No;
  }
  old = exchange_entry_value(dict->table.get()->entries()[position], std::move(*value));
  return Found::Yes;
}

bool set_hashed(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value) {
  bool failed = false;
  if (set_plain(thread, dict, key, hash, &value, &failed) != Found::Error) return !failed;
  Ref old;
  return locate(thread, dict, key, hash, [&](DictTable* table, const Probe& probe) {
           if (probe.position < 0) {
             return insert_new_entry(thread, dict, key, hash, std::move(value), free_slot(table, hash));
           }
           old = exchange_entry_value(table->entries()[probe.position], std::move(value));
           return true;
         }) != Found::Error;
}

}  // namespace

const Layout kDictLayout = {"dict", sizeof(Dict), true, destroy_dict, traverse_dict, clear_layout};

DictTable* const kEmptyDictTable = &empty_table.head;

// A tuple, or an instance of a subclass that leaves __eq__ as it is: a named tuple.
static bool compares_as_tuple(Value value) {
  if (!is<Tuple>(value) || is_exact<Tuple>(value)) return is<Tuple>(value);
  Value method = dunder_of(type_of(value.as_object()), Dunder::Eq);
  return is<Native>(method) && as<Native>(method)->owner && as<Native>(method)->owner->instance_kind == Kind::Tuple;
}

// About tuples too, as long as their items are plain.
KeyMatch match_keys(Value entry_key, Value key) {
  if (!compares_as_tuple(key) || !compares_as_tuple(entry_key)) return match_plain_keys(entry_key, key);
  const Tuple* left = as<Tuple>(entry_key);
  const Tuple* right = as<Tuple>(key);
  if (left->length != right->length) return KeyMatch::No;
  for (size_t i = 0; i < left->length; ++i) {
    KeyMatch match = match_plain_keys(left->items[i], right->items[i]);
    if (match != KeyMatch::Yes) return match;
  }
  return KeyMatch::Yes;
}

size_t table_bytes(const DictTable* table) {
  return sizeof(DictTable) + (size_t{table->index_bytes} << table->log_size) +
         entries_of_log(table->log_size) * sizeof(DictEntry);
}

DictTable* new_dict_table(Thread& thread, size_t entries) {
  uint32_t log_size = kSmallestLog;
  while (log_size < kLargestLog && entries_of_log(log_size) < entries) ++log_size;
  DictTable head = {log_size, entries_of_log(log_size), 0, 0, index_bytes_of_log(log_size), true};
  if (entries > head.capacity) return raise_memory_error(thread);
  DictTable* table = static_cast<DictTable*>(allocate_buffer(thread, table_bytes(&head)));
  if (!table) return nullptr;
  std::memset(table, 0, sizeof *table);  // between the members too: states of a script are compared byte by byte
  table->log_size = head.log_size;
  table->capacity = head.capacity;
  table->index_bytes = head.index_bytes;
  table->only_names = true;
  std::memset(table->indices(), 0xFF, size_t{table->index_bytes} << log_size);
  return table;
}

void free_dict_table(Thread& thread, DictTable* table) {
  if (table != kEmptyDictTable) free_buffer(thread, table, table_bytes(table));
}
void retire_dict_table(Thread& thread, DictTable* table) {
  if (table != kEmptyDictTable) retire_buffer(thread, table, table_bytes(table));
}

void init_dict(Dict* dict) {
  dict->table.set(kEmptyDictTable);
  dict->used.set(0);
  dict->version.set(0);
  dict->cells.set(nullptr);
}

Ref make_dict(Thread& thread, size_t expected) {
  Dict* dict = allocate<Dict>(thread, thread.shapes[static_cast<size_t>(Kind::Dict)]);
  if (!dict) return {};
  init_dict(dict);
  Ref owner = Ref::own(dict);
  if (expected == 0) return owner;
  DictTable* table = new_dict_table(thread, expected);
  if (!table) return {};
  dict->table.set(table);
  return owner;
}

bool insert_new_entry(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value, size_t slot) {
  DictTable* table = dict->table.get();
  if (table->next == table->capacity) [[unlikely]] {
    if (!grow(thread, dict)) return false;
    table = dict->table.get();
    slot = free_slot(table, hash);
  }
  if (table->only_names && !is_exact<Str>(key)) table->only_names = false;
  uint32_t next = table->next;
  DictEntry& entry = table->entries()[next];
  entry.hash = hash;
  entry.key = Ref::share(key).release();
  if (DictCell* cell = adopted_cell(dict, key, hash)) {
    cell->value.init(std::move(value));
    entry.value = indirection_to(cell);
  } else {
    entry.value = value.release();
  }
  set_index(table, slot, static_cast<int32_t>(next));
  store_shared(table->next, next + 1);
  changed(dict, dict->used.get() + 1);
  return true;
}

void remove_entry(Dict* dict, size_t slot, int32_t position, Ref* key, Ref* value) {
  DictTable* table = dict->table.get();
  DictEntry& entry = table->entries()[position];
  *value = exchange_entry_value(entry, {});
  *key = Ref::own(entry.key);
  store_shared(entry.key, Value::empty());
  store_shared(entry.value, Value::empty());
  if constexpr (gil::Layer::kLockFreeReads) store_shared(entry.hash, int64_t{position});  // for last_entry
  set_index(table, slot, kDeletedIndex);
  seal_removal(key->get());
  skip_emptied(table);
  changed(dict, dict->used.get() - 1);
}

namespace {
Found locate_value(Thread& thread, Dict* dict, Value key, int64_t hash, Ref* value) {
  return locate(thread, dict, key, hash, [&](DictTable* table, const Probe& probe) {
    if (probe.position >= 0) *value = share_entry_value(table->entries()[probe.position]);
    return true;
  });
}
}  // namespace

Found dict_get_hashed(Thread& thread, Dict* dict, Value key, int64_t hash, Ref* value) {
  if constexpr (gil::Layer::kLockFreeReads) {
    if (!may_write(dict)) [[unlikely]] {
      Found found = read_value(dict, key, hash, value);
      if (found != Found::Error) [[likely]] return found;
    }
  }
  {
    ShortGuard guard(dict);
    DictTable* table = dict->table.get();
    size_t slot;
    int32_t position = find_key(table, key, hash, &slot);
    if (position == kAbsent) return Found::No;
    if (position >= 0) [[likely]] {
      *value = share_entry_value(table->entries()[position]);
      return Found::Yes;
    }
  }
  return locate_value(thread, dict, key, hash, value);
}

Found dict_get(Thread& thread, Dict* dict, Value key, Ref* value) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return Found::Error;
  return dict_get_hashed(thread, dict, key, hash, value);
}

Found dict_contains(Thread& thread, Dict* dict, Value key) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return Found::Error;
  if constexpr (gil::Layer::kLockFreeReads) {
    if (!may_write(dict)) [[unlikely]] {
      Ref candidate;
      int32_t position = search(dict, dict->table.get(), key, hash, &candidate);
      if (position != kUnsure) return position == kAbsent ? Found::No : Found::Yes;
    }
  }
  {
    ShortGuard guard(dict);
    size_t slot;
    int32_t position = find_key(dict->table.get(), key, hash, &slot);
    if (position != kUnsure) return position == kAbsent ? Found::No : Found::Yes;
  }
  return locate(thread, dict, key, hash, [](DictTable*, const Probe&) { return true; });
}

bool dict_set_hashed(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value) {
  return set_hashed(thread, dict, key, hash, std::move(value));
}

bool dict_set(Thread& thread, Dict* dict, Value key, Ref value) {
  int64_t hash;
  return key_hash(thread, key, &hash) && set_hashed(thread, dict, key, hash, std::move(value));
}

Found dict_pop(Thread& thread, Dict* dict, Value key, Ref* value) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return Found::Error;
  Ref old_key;
  {
    ShortGuard guard(dict);
    size_t slot;
    int32_t position = find_key(dict->table.get(), key, hash, &slot);
    if (position == kAbsent) return Found::No;
    if (position >= 0) {
      remove_entry(dict, slot, position, &old_key, value);
      return Found::Yes;
    }
  }
  return locate(thread, dict, key, hash, [&](DictTable*, const Probe& probe) {
    if (probe.position >= 0) remove_entry(dict, probe.slot, probe.position, &old_key, value);
    return true;
  });
}

Found dict_delete(Thread& thread, Dict* dict, Value key) {
  Ref old;
  return dict_pop(thread, dict, key, &old);
}

Found dict_set_default(Thread& thread, Dict* dict, Value key, Value value, Ref* result) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return Found::Error;
  auto act = [&](DictTable* table, size_t slot, int32_t position) {
    if (position >= 0) {
      *result = share_entry_value(table->entries()[position]);
      return true;
    }
    *result = Ref::share(value);
    return insert_new_entry(thread, dict, key, hash, Ref::share(value), slot);
  };
  {
    ShortGuard guard(dict);
    size_t slot;
    DictTable* table = dict->table.get();
    int32_t position = find_key(table, key, hash, &slot);
    if (position != kUnsure) return !act(table, slot, position) ? Found::Error : position >= 0 ? Found::Yes : Found::No;
  }
  return locate(thread, dict, key, hash,
                [&](DictTable* table, const Probe& probe) { return act(table, probe.slot, probe.position); });
}

Value dict_peek_name(Dict* dict, Str* name) {
  Guard guard(dict->header);
  DictEntry* entry = find_name_entry(dict, name);
  return entry ? entry_value(*entry) : Value::empty();
}

Ref dict_get_name(Dict* dict, Str* name) {
  if constexpr (gil::Layer::kLockFreeReads) {
    if (!may_write(dict)) [[unlikely]] {
      Ref value;
      if (!name || read_value(dict, Value::object(name), name_hash(name), &value) != Found::Error) return value;
    }
  }
  ShortGuard guard(dict);
  DictEntry* entry = find_name_entry(dict, name);
  return entry ? share_entry_value(*entry) : Ref();
}

bool dict_set_name(Thread& thread, Dict* dict, Str* name, Ref value) {
  if (!name) return false;
  Ref old;
  ShortGuard guard(dict);
  DictTable* table = dict->table.get();
  size_t slot;
  int32_t position = find_name(table, name, &slot);
  if (position >= 0) {
    old = exchange_entry_value(table->entries()[position], std::move(value));
    return true;
  }
  return insert_new_entry(thread, dict, Value::object(name), name_hash(name), std::move(value), slot);
}

bool dict_delete_name(Thread&, Dict* dict, Str* name) {
  if (!name) return false;
  Ref old_key, old_value;
  Guard guard(dict->header);
  size_t slot;
  int32_t position = find_name(dict->table.get(), name, &slot);
  if (position < 0) return false;
  remove_entry(dict, slot, position, &old_key, &old_value);
  return true;
}

void dict_clear(Thread& thread, Dict* dict) {
  DictTable* table = take_table(dict);
  drop_entries(table);
  retire_dict_table(thread, table);
}

namespace {
// A table as it is, when copying it entry by entry would not make it smaller.
DictTable* duplicate(Thread& thread, DictTable* table, uint32_t used) {
  if (table->next != used || used < table->capacity / 3) return rebuild(thread, table, used);
  size_t bytes = table_bytes(table);
  auto* copy = static_cast<DictTable*>(allocate_buffer(thread, bytes));
  if (!copy) return nullptr;
  size_t unused = (entries_of_log(table->log_size) - table->next) * sizeof(DictEntry);
  std::memcpy(static_cast<void*>(copy), table, bytes - unused);
  return copy;
}
}  // namespace

bool copy_into_empty(Thread& thread, Dict* to, Dict* from) {
  Guard guard(from->header, to->header);
  uint32_t used = from->used.get();
  if (used == 0) return true;
  DictTable* table = duplicate(thread, from->table.get(), used);
  if (!table) return false;
  DictEntry* entries = table->entries();
  for (uint32_t i = 0; i < table->next; ++i) {
    take(entries[i].key);
    entries[i].value = share_entry_value(entries[i]).release();
  }
  DictTable* old = to->table.get();
  to->table.set(table);
  retire_dict_table(thread, old);
  changed(to, used);
  return true;
}

Ref dict_copy(Thread& thread, Dict* dict) {
  Ref result = make_dict(thread);
  if (!result || !copy_into_empty(thread, result.as<Dict>(), dict)) return {};
  return result;
}

bool dict_next(Dict* dict, uint32_t* position, Value* key, Value* value, int64_t* hash) {
  DictTable* table = dict->table.get();
  const DictEntry* entries = table->entries();
  for (uint32_t i = std::max(*position, table->first); i < table->next; ++i) {
    if (entries[i].key.is_empty()) continue;
    *position = i + 1;
    *key = entries[i].key;
    *value = entry_value(entries[i]);
    if (hash) *hash = entries[i].hash;
    return true;
  }
  *position = table->next;
  return false;
}

bool dict_next_held(Dict* dict, uint32_t* position, Ref* key, Ref* value, int64_t* hash) {
  Ref held_key, held_value;
  {
    ShortGuard guard(dict);
    Value borrowed_key, borrowed_value;
    if (!dict_next(dict, position, &borrowed_key, &borrowed_value, hash)) return false;
    held_key = Ref::share(borrowed_key);
    held_value = share_entry_value(dict->table.get()->entries()[*position - 1]);
  }
  *key = std::move(held_key);
  *value = std::move(held_value);
  return true;
}

namespace {
// The last live entry; there is one. Where readers take no lock, no entry is used again, and many deleted ones may stand
// at the end: each says in its hash where those before it that are deleted too begin.
uint32_t last_entry(DictTable* table) {
  DictEntry* entries = table->entries();
  uint32_t end = table->next;
  while (entries[end - 1].key.is_empty()) {
    end = gil::Layer::kLockFreeReads ? static_cast<uint32_t>(entries[end - 1].hash) : end - 1;
  }
  return end - 1;
}
}  // namespace

bool dict_pop_last(Dict* dict, Ref* key, Ref* value) {
  Guard guard(dict->header);
  if (dict->used.get() == 0) return false;
  DictTable* table = dict->table.get();
  uint32_t last = last_entry(table);
  remove_entry(dict, slot_of_entry(table, last), static_cast<int32_t>(last), key, value);
  if constexpr (gil::Layer::kLockFreeReads) {
    store_shared(table->entries()[table->next - 1].hash, int64_t{last});
  } else {
    // The room behind is given up with the entry, so that slots marked deleted never use up the free ones.
    table->capacity -= table->next - last;
    table->next = last;
    table->first = std::min(table->first, table->next);
  }
  return true;
}

bool dict_pop_first(Dict* dict, Ref* key, Ref* value) {
  Guard guard(dict->header);
  if (dict->used.get() == 0) return false;
  DictTable* table = dict->table.get();
  remove_entry(dict, slot_of_entry(table, table->first), static_cast<int32_t>(table->first), key, value);
  return true;
}

namespace {
// The entry becomes the last one. Its slot stays what readers find it by; the old place is emptied when the version has
// told them that things have moved.
bool move_entry_last(Thread& thread, Dict* dict, size_t slot, int32_t position) {
  if (static_cast<uint32_t>(position) + 1 == dict->table.get()->next) return true;
  if (dict->table.get()->next == dict->table.get()->capacity) {
    const int64_t hash = dict->table.get()->entries()[position].hash;
    const Value key = dict->table.get()->entries()[position].key;
    if (!grow(thread, dict)) return false;
    Probe probe = start_probe(dict->table.get(), hash);
    walk(dict->table.get(), &probe, [key](const DictEntry& entry) { return entry.key == key; });
    slot = probe.slot;
    position = probe.position;
  }
  DictTable* table = dict->table.get();
  DictEntry& old = table->entries()[position];
  table->entries()[table->next] = old;
  set_index(table, slot, static_cast<int32_t>(table->next));
  store_shared(table->next, table->next + 1);
  changed(dict, dict->used.get());
  store_shared(old.key, Value::empty());
  store_shared(old.value, Value::empty());
  if constexpr (gil::Layer::kLockFreeReads) store_shared(old.hash, int64_t{position});  // for last_entry
  skip_emptied(table);
  return true;
}
}  // namespace

bool dict_move_to_end(Thread& thread, Dict* dict, Value key, bool last) {
  int64_t hash;
  if (!key_hash(thread, key, &hash)) return false;
  Ref old_key, value;
  Guard guard(dict->header);
  Found found = locate(thread, dict, key, hash, [&](DictTable*, const Probe& probe) {
    if (probe.position < 0) return true;
    if (last) return move_entry_last(thread, dict, probe.slot, probe.position);
    remove_entry(dict, probe.slot, probe.position, &old_key, &value);
    return true;
  });
  if (found != Found::Yes) return found == Found::No && raise_object(thread, Error::KeyError, key);
  return last || insert_first(thread, dict, std::move(old_key), hash, std::move(value));
}

// Nobody can reach it any more.
void dict_release(Thread& thread, Dict* dict) {
  DictTable* table = dict->table.get();
  if (dict->cells.get()) [[unlikely]] {
    table = take_table(dict);
  } else {
    dict->table.set(kEmptyDictTable);
    dict->used.set(0);
  }
  drop_entries(table);
  free_dict_table(thread, table);
  free_cells(thread, dict);
}

void dict_traverse(Dict* dict, const Visitor& visitor) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    visitor(key);
    visitor(value);
  }
}

Ref dict_keys_list(Thread& thread, Dict* dict) {
  Guard guard(dict->header);
  Ref list = make_list(thread, dict->used.get());
  if (!list) return {};
  uint32_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    if (!append(thread, list.as<List>(), Ref::share(key))) return {};
  }
  return list;
}

}  // namespace gillab
