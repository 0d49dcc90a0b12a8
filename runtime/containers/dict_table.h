// The inside of a dict: probing, entries, values that stand in cells. For the files of dict and for hot places of the
// loop; everybody else uses dict.h. All functions here: under the dict's Guard.
#pragma once

#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

inline constexpr int32_t kFreeIndex = -1;
inline constexpr int32_t kDeletedIndex = -2;

inline bool is_indirect(Value value) { return (value.bits() & 7) == Value::kIndirectTag; }
inline DictCell* cell_of(Value value) { return reinterpret_cast<DictCell*>(value.bits() - Value::kIndirectTag); }
inline Value indirection_to(DictCell* cell) {
  return Value::from_bits(reinterpret_cast<uint64_t>(cell) + Value::kIndirectTag);
}
// The entry's value, wherever it stands. Borrowed.
inline Value entry_value(const DictEntry& entry) {
  return is_indirect(entry.value) ? cell_of(entry.value)->value.peek() : entry.value;
}
// Puts a value into an entry that has one; the old one is the caller's to drop outside the Guard.
inline Ref exchange_entry_value(DictEntry& entry, Ref value) {
  if (is_indirect(entry.value)) return cell_of(entry.value)->value.exchange(std::move(value));
  Ref old = Ref::own(entry.value);
  entry.value = value.release();
  return old;
}

// The hash of a key, without a call for those that scripts use most.
inline bool key_hash(Thread& thread, Value key, int64_t* result) {
  if (key.is_int()) {
    *result = hash_int(key.as_int());
    return true;
  }
  if (is_exact<Str>(key)) {
    int64_t cached = as<Str>(key)->cached_hash.get();
    *result = cached != 0 ? cached : hash_of(as<Str>(key));
    return true;
  }
  return hash(thread, key, result);
}
inline int64_t name_hash(Str* name) {
  int64_t cached = name->cached_hash.get();
  return cached != 0 ? cached : hash_of(name);
}

struct Probe {
  size_t slot;
  uint64_t perturb;
  int32_t position;  // of the entry, or -1: the key is not there
};

// Goes on from probe->slot to the first entry that `stop` accepts, or to a free slot.
template <class Index, class Stop>
inline void walk_slots(DictTable* table, Probe* probe, Stop stop) {
  const Index* indices = static_cast<const Index*>(table->indices());
  const DictEntry* entries = table->entries();
  size_t mask = (size_t{1} << table->log_size) - 1;
  for (size_t slot = probe->slot;;) {
    int32_t position = indices[slot];
    if (position == kFreeIndex || (position >= 0 && stop(entries[position]))) {
      probe->slot = slot;
      probe->position = position;
      return;
    }
    probe->perturb >>= 5;
    slot = (slot * 5 + probe->perturb + 1) & mask;
  }
}

template <class Stop>
inline void walk(DictTable* table, Probe* probe, Stop stop) {
  if (table->index_bytes == 1) return walk_slots<int8_t>(table, probe, stop);
  if (table->index_bytes == 2) return walk_slots<int16_t>(table, probe, stop);
  walk_slots<int32_t>(table, probe, stop);
}

inline Probe start_probe(const DictTable* table, int64_t hash) {
  uint64_t bits = static_cast<uint64_t>(hash);
  return {bits & ((size_t{1} << table->log_size) - 1), bits, -1};
}

// Finds a text key without running Python code. Keys of other kinds cannot match: instances of subclasses of str are
// compared as text.
inline Probe find_text_key(DictTable* table, Str* key, int64_t hash) {
  Probe probe = start_probe(table, hash);
  Value wanted = Value::object(key);
  bool interned = key->interned();
  walk(table, &probe, [=](const DictEntry& entry) {
    if (entry.key == wanted) return true;
    if (entry.hash != hash || !is<Str>(entry.key)) return false;
    Str* other = as<Str>(entry.key);
    return !(interned && other->interned()) && same_text(other, key);
  });
  return probe;
}

inline DictEntry* find_name_entry(Dict* dict, Str* name) {
  DictTable* table = dict->table.get();
  Probe probe = find_text_key(table, name, name_hash(name));
  return probe.position < 0 ? nullptr : table->entries() + probe.position;
}

// Finds an immediate int in a dict whose other keys may be anything: false when a comparison would have to run code.
inline bool find_int_key(DictTable* table, Value key, Probe* probe) {
  int64_t hash = hash_int(key.as_int());
  bool unsure = false;
  *probe = start_probe(table, hash);
  walk(table, probe, [&](const DictEntry& entry) {
    if (entry.key == key) return true;
    if (entry.hash != hash || entry.key.is_int()) return false;
    unsure = true;
    return true;
  });
  return !unsure;
}

// Finds a key of the kinds that scripts use most. False: only locate() can say.
inline bool find_plain_key(DictTable* table, Value key, int64_t hash, Probe* probe) {
  if (key.is_int()) return find_int_key(table, key, probe);
  if (!table->only_names || !is_exact<Str>(key)) return false;
  *probe = find_text_key(table, as<Str>(key), hash);
  return true;
}

size_t table_bytes(const DictTable* table);
DictTable* new_dict_table(Thread& thread, size_t entries);  // room for that many entries; null: memory is out
void free_dict_table(Thread& thread, DictTable* table);
extern DictTable* const kEmptyDictTable;

// A key that is not there, and its value. False: memory is out, nothing has changed.
bool insert_new_entry(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value);
// Takes the entry out of its slot; key and value are the caller's.
void remove_entry(Dict* dict, const Probe& probe, Ref* key, Ref* value);
// Where new entries of that name put their value, or null.
DictCell* adopted_cell(Dict* dict, Value key, int64_t hash);
void free_cells(Thread& thread, Dict* dict);

// Calls `act(table, probe)` under the Guard when the key's place is known: its entry, or probe.position -1. The result
// of `act` false: an error is set. Comparisons that run Python code happen outside the Guard.
template <class Act>
Found locate(Thread& thread, Dict* dict, Value key, int64_t hash, Act act);

}  // namespace gillab
