// dict: ordered, compact: an index table of positions and an array of entries in order of insertion.
// Invariants: an entry with an empty key is deleted; `used` counts live entries; positions are -1 free, -2 deleted.
#pragma once

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct DictEntry {
  int64_t hash;
  Value key;     // owned; empty: deleted
  Value value;   // owned; tag 7: it stands in a DictCell
};

// Where the value of one name in a namespace stands, so that cached code reaches it in one load. Shared by the dict
// and the caches; lives as long as either. An empty value: the name is not there now.
struct DictCell {
  Field value;             // stored to under the dict's Guard, and without it by code that has cached the cell
  uint32_t references;     // counted atomically where threads run at once
  bool watched;            // changing the value must renew the shape ids of the class whose namespace this is
};

struct alignas(8) DictTable {  // one allocation: this, then the index table, then the entries
  uint32_t log_size;        // index slots: 1 << log_size, at least 8
  uint32_t capacity;        // entries: two thirds of the slots
  uint32_t next;            // entries ever used
  uint32_t first;           // the entries before it are deleted: taking the oldest again and again stays cheap
  uint8_t index_bytes;      // 1, 2, 4
  bool only_names;          // every key is an exact str: comparison cannot run Python code

  void* indices() { return this + 1; }
  DictEntry* entries() {
    return reinterpret_cast<DictEntry*>(reinterpret_cast<char*>(this + 1) + (size_t{index_bytes} << log_size));
  }
};

struct CellTable;

struct Dict : Object {      // all fields: under the Guard
  static constexpr Kind kKind = Kind::Dict;
  Cell<DictTable*> table;   // never null; the shared empty table at first
  Cell<uint32_t> used;
  Cell<uint32_t> version;   // changes whenever keys do (insertion, deletion, clear): iterators and caches compare it
  Cell<CellTable*> cells;   // DictCells asked for, also for names that are absent; null: none
};

enum class Found : int8_t { Error = -1, No = 0, Yes = 1 };

Ref make_dict(Thread& thread, size_t expected = 0);
Found dict_get(Thread& thread, Dict* dict, Value key, Ref* value);
Found dict_contains(Thread& thread, Dict* dict, Value key);
bool dict_set(Thread& thread, Dict* dict, Value key, Ref value);
Found dict_delete(Thread& thread, Dict* dict, Value key);
Found dict_pop(Thread& thread, Dict* dict, Value key, Ref* value);
Found dict_set_default(Thread& thread, Dict* dict, Value key, Value value, Ref* result);  // Yes: it was there
// With the hash at hand.
Found dict_get_hashed(Thread& thread, Dict* dict, Value key, int64_t hash, Ref* value);
bool dict_set_hashed(Thread& thread, Dict* dict, Value key, int64_t hash, Ref value);

// Keys that are interned names: never run Python code, never fail but for memory.
// A null name is one that could not be made: it is not there, and an error is set already.
Ref dict_get_name(Dict* dict, Str* name);                    // empty: absent, no error set
Value dict_peek_name(Dict* dict, Str* name);                 // borrowed: good while nobody stores to that name
bool dict_set_name(Thread& thread, Dict* dict, Str* name, Ref value);
bool dict_delete_name(Thread& thread, Dict* dict, Str* name);  // false: was absent

// The cell of a name, made when needed (also for an absent name). Counted: give it back with release_cell.
DictCell* dict_cell(Thread& thread, Dict* dict, Str* name);
void release_cell(Thread& thread, DictCell* cell);
bool dict_has_cell(Dict* dict, Str* name);  // somebody has asked for this name's cell

bool dict_update(Thread& thread, Dict* dict, Value other, bool override_ = true);  // mapping or pairs
bool dict_merge_keywords(Thread& thread, Dict* dict, Value other, Value callable); // DICT_MERGE's errors
void dict_clear(Thread& thread, Dict* dict);
Ref dict_copy(Thread& thread, Dict* dict);
// Walks entries: *position starts at 0. False at the end. Borrowed; the dict must not change meanwhile.
bool dict_next(Dict* dict, uint32_t* position, Value* key, Value* value, int64_t* hash = nullptr);
// The same, right while others change the dict.
bool dict_next_held(Dict* dict, uint32_t* position, Ref* key, Ref* value, int64_t* hash = nullptr);
Ref dict_keys_list(Thread& thread, Dict* dict);
bool dict_pop_last(Dict* dict, Ref* key, Ref* value);  // false: it is empty
bool dict_pop_first(Dict* dict, Ref* key, Ref* value);
bool dict_move_to_end(Thread& thread, Dict* dict, Value key, bool last);  // KeyError when it is not there
void dict_release(Thread& thread, Dict* dict);         // for Layout::destroy: drops content and cells
void dict_traverse(Dict* dict, const Visitor& visitor);
void init_dict(Dict* dict);                            // the fields of raw memory: an empty dict
inline uint32_t dict_size(const Dict* dict) { return dict->used.get(); }

struct DictView : Object {
  static constexpr Kind kKind = Kind::DictView;
  Field dict;
};
struct MappingProxy : Object {
  static constexpr Kind kKind = Kind::MappingProxy;
  Field mapping;
};
Ref make_dict_view(Thread& thread, Dict* dict, uint32_t what);  // 0 keys, 1 values, 2 items
uint32_t view_content(Thread& thread, const DictView* view);    // the same numbers
Truth dict_equal(Thread& thread, Dict* left, Dict* right);
Ref make_mapping_proxy(Thread& thread, Value mapping);

}  // namespace gillab
