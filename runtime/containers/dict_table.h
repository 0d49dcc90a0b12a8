// The inside of a dict: probing, entries, values that stand in cells. For the files of dict and for hot places of the
// loop; everybody else uses dict.h. All functions here: under the dict's Guard, but for those of lock-free readers.
//
// What those rely on. A table only grows: an entry has no key, then one, then none again, and is not used a second time.
// An index slot is free, then an entry's, then deleted, and a new key may take a deleted one on its way: who finds no
// entry believes it only when the dict's version is still the same. An entry is filled in before its index slot and
// `next` are written. A place is emptied before its reference is given up. A table that was replaced stays as it is, is
// retired, and never comes back: who took a reference out of a table and then finds it still the dict's has what it took.
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
// The entry's value, wherever it stands. Borrowed: for who is alone with the dict. Code that has cached a cell stores to
// it without the Guard.
inline Value entry_value(const DictEntry& entry) {
  return is_indirect(entry.value) ? cell_of(entry.value)->value.peek() : entry.value;
}
inline Ref share_entry_value(const DictEntry& entry) {
  return is_indirect(entry.value) ? cell_of(entry.value)->value.take() : Ref::share(entry.value);
}
// Without the Guard. Empty: there is none now, or the table is not the dict's any more.
inline Ref read_entry_value(const Dict* dict, const DictTable* table, const DictEntry& entry) {
  Ref value;
  if (!read_place(entry.value, [=] { return dict->table.get() == table; }, &value)) return {};
  return is_indirect(value.get()) ? cell_of(value.release())->value.take() : std::move(value);
}
inline Ref read_entry_key(const Dict* dict, const DictTable* table, const DictEntry& entry) {
  Ref key;
  return read_place(entry.key, [=] { return dict->table.get() == table; }, &key) ? std::move(key) : Ref();
}
// Puts a value into an entry that has one; the old one is the caller's to drop outside the Guard.
inline Ref exchange_entry_value(DictEntry& entry, Ref value) {
  if (is_indirect(entry.value)) return cell_of(entry.value)->value.exchange(std::move(value));
  Ref old = Ref::own(entry.value);
  store_shared(entry.value, value.release());
  seal_removal(old.get());
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

inline constexpr size_t kNoSlot = SIZE_MAX;

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

enum class KeyMatch : uint8_t { No, Yes, Ask };
// What can be said about two keys of the same hash without running Python code; Ask: nothing.
KeyMatch match_keys(Value entry_key, Value key);

inline constexpr int32_t kAbsent = -1;
inline constexpr int32_t kUnsure = -2;

// The position of the entry with that key: kAbsent when it is not there, kUnsure when `match` cannot say. *slot: where
// the search ended; for a key that is absent the slot it would take, the first on its way that no entry has.
template <class Index, class Match>
inline int32_t find_in_slots(DictTable* table, Value key, int64_t hash, size_t* slot, Match match) {
  const Index* indices = static_cast<const Index*>(table->indices());
  const DictEntry* entries = table->entries();
  size_t mask = (size_t{1} << table->log_size) - 1;
  uint64_t perturb = static_cast<uint64_t>(hash);
  size_t deleted = kNoSlot;
  for (size_t i = perturb & mask;; i = (i * 5 + perturb + 1) & mask) {
    int32_t position = indices[i];
    if (position >= 0) {
      const DictEntry& entry = entries[position];
      KeyMatch same = entry.key == key ? KeyMatch::Yes : entry.hash == hash ? match(entry.key, key) : KeyMatch::No;
      if (same != KeyMatch::No) {
        *slot = i;
        return same == KeyMatch::Yes ? position : kUnsure;
      }
    } else if (position == kFreeIndex) {
      *slot = deleted == kNoSlot ? i : deleted;
      return kAbsent;
    } else if (deleted == kNoSlot) {
      deleted = i;
    }
    perturb >>= 5;
  }
}

template <class Match>
inline int32_t find_position(DictTable* table, Value key, int64_t hash, size_t* slot, Match match) {
  if (table->index_bytes == 1) return find_in_slots<int8_t>(table, key, hash, slot, match);
  if (table->index_bytes == 2) return find_in_slots<int16_t>(table, key, hash, slot, match);
  return find_in_slots<int32_t>(table, key, hash, slot, match);
}

// Any key, without running Python code.
inline int32_t find_key(DictTable* table, Value key, int64_t hash, size_t* slot) {
  return find_position(table, key, hash, slot, [](Value entry_key, Value wanted) {
    bool texts = is_exact<Str>(entry_key) && is_exact<Str>(wanted);
    if (texts) return same_text(as<Str>(entry_key), as<Str>(wanted)) ? KeyMatch::Yes : KeyMatch::No;
    return match_keys(entry_key, wanted);
  });
}

// A name: never unsure. Instances of subclasses of str are compared as text.
inline int32_t find_name(DictTable* table, Str* name, size_t* slot) {
  return find_position(table, Value::object(name), name_hash(name), slot, [](Value entry_key, Value wanted) {
    bool same = is<Str>(entry_key) && same_text(as<Str>(entry_key), as<Str>(wanted));
    return same ? KeyMatch::Yes : KeyMatch::No;
  });
}

// The lock-free search: the same, but that a key is held while it is compared, and that it gives up (kUnsure) where a
// second key has the same hash or a writer is met.
template <class Index>
inline int32_t search_slots(const Dict* dict, DictTable* table, Value key, int64_t hash, Ref* candidate) {
  const Index* indices = static_cast<const Index*>(table->indices());
  const DictEntry* entries = table->entries();
  size_t mask = (size_t{1} << table->log_size) - 1;
  uint64_t perturb = static_cast<uint64_t>(hash);
  for (size_t i = perturb & mask;; i = (i * 5 + perturb + 1) & mask) {
    int32_t position = load_shared(indices[i]);
    if (position >= 0) {
      const DictEntry& entry = entries[position];
      Value entry_key = load_shared(entry.key);
      if (entry_key == key) return position;
      if (load_shared(entry.hash) == hash && !Value::both_ints(entry_key, key) && !entry_key.is_empty()) {
        *candidate = read_entry_key(dict, table, entry);
        return *candidate && match_keys(candidate->get(), key) == KeyMatch::Yes ? position : kUnsure;
      }
    } else if (position == kFreeIndex) {
      return kAbsent;
    }
    perturb >>= 5;
  }
}

inline int32_t search(const Dict* dict, DictTable* table, Value key, int64_t hash, Ref* candidate) {
  const uint32_t version = dict->version.get();
  int32_t position = table->index_bytes == 1   ? search_slots<int8_t>(dict, table, key, hash, candidate)
                     : table->index_bytes == 2 ? search_slots<int16_t>(dict, table, key, hash, candidate)
                                               : search_slots<int32_t>(dict, table, key, hash, candidate);
  return position == kAbsent && dict->version.get() != version ? kUnsure : position;
}

// What the dict has for a key, without the Guard. Error: not known, ask again under it.
inline Found read_value(Dict* dict, Value key, int64_t hash, Ref* value) {
  DictTable* table = dict->table.get();
  Ref candidate;
  int32_t position = search(dict, table, key, hash, &candidate);
  if (position == kAbsent) return Found::No;
  if (position == kUnsure) return Found::Error;
  *value = read_entry_value(dict, table, table->entries()[position]);
  return *value ? Found::Yes : Found::Error;
}

inline DictEntry* find_name_entry(Dict* dict, Str* name) {
  if (!name) return nullptr;
  DictTable* table = dict->table.get();
  size_t slot;
  int32_t position = find_name(table, name, &slot);
  return position < 0 ? nullptr : table->entries() + position;
}

size_t table_bytes(const DictTable* table);
DictTable* new_dict_table(Thread& thread, size_t entries);  // room for that many entries; null: memory is out
void free_dict_table(Thread& thread, DictTable* table);    // that no reader can know
void retire_dict_table(Thread& thread, DictTable* table);
extern DictTable* const kEmptyDictTable;

// A key that is not there, and its value. False: memory is out, nothing has changed.
// `slot`: one on the key's way that no entry has.
bool insert_new_entry(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value, size_t slot);
// Takes the entry out of its slot; key and value are the caller's.
void remove_entry(Dict* dict, size_t slot, int32_t position, Ref* key, Ref* value);
// The content of `from` goes into `to`, which must be empty and without cells.
bool copy_into_empty(Thread& thread, Dict* to, Dict* from);
// Where new entries of that name put their value, or null.
DictCell* adopted_cell(Dict* dict, Value key, int64_t hash);
void free_cells(Thread& thread, Dict* dict);
void for_each_cell(Dict* dict, void (*visit)(DictCell* cell));  // asked for so far

// Calls `act(table, probe)` under the Guard when the key's place is known: its entry, or probe.position -1. The result
// of `act` false: an error is set. Comparisons that run Python code happen outside the Guard.
template <class Act>
Found locate(Thread& thread, Dict* dict, Value key, int64_t hash, Act act);

}  // namespace gillab
