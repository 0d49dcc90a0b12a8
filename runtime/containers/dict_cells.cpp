// dict: the cells in which cached code finds the values of names. A cell asked for stays in the dict's CellTable
// whether its name is there or not; an entry whose name has a cell keeps its value in the cell.
#include "runtime/containers/dict_table.h"
#include "runtime/memory.h"

namespace gillab {

struct CellTable {  // open addressing by the name's hash, at most half full
  struct Slot {
    Str* name;  // owned; null: free
    DictCell* cell;
  };
  uint32_t capacity;  // a power of two
  uint32_t used;
  Slot* slots() { return reinterpret_cast<Slot*>(this + 1); }
};

namespace {

size_t bytes_of(uint32_t capacity) { return sizeof(CellTable) + capacity * sizeof(CellTable::Slot); }

CellTable* new_cell_table(Thread& thread, uint32_t capacity) {
  CellTable* table = static_cast<CellTable*>(allocate_buffer(thread, bytes_of(capacity)));
  if (!table) return nullptr;
  std::memset(static_cast<void*>(table), 0, bytes_of(capacity));
  table->capacity = capacity;
  return table;
}

CellTable::Slot* find_slot(CellTable* table, const Str* name, int64_t hash) {
  uint32_t mask = table->capacity - 1;
  for (uint32_t i = static_cast<uint32_t>(hash) & mask;; i = (i + 1) & mask) {
    CellTable::Slot* slot = table->slots() + i;
    if (!slot->name || slot->name == name) return slot;
    if (slot->name->cached_hash.get() == hash && same_text(slot->name, name)) return slot;
  }
}

CellTable* table_with_room(Thread& thread, Dict* dict) {
  CellTable* old = dict->cells.get();
  if (old && old->used * 2 < old->capacity) return old;
  CellTable* table = new_cell_table(thread, old ? old->capacity * 2 : 16);
  if (!table || !old) return table;
  for (uint32_t i = 0; i < old->capacity; ++i) {
    CellTable::Slot& slot = old->slots()[i];
    if (slot.name) *find_slot(table, slot.name, name_hash(slot.name)) = slot;
  }
  table->used = old->used;
  free_buffer(thread, old, bytes_of(old->capacity));
  return table;
}

// A new cell with the table's reference; takes the name's value over where there is one.
DictCell* add_cell(Thread& thread, Dict* dict, CellTable::Slot* slot, Str* name) {
  DictCell* cell = static_cast<DictCell*>(allocate_buffer(thread, sizeof(DictCell)));
  if (!cell) return nullptr;
  cell->references = 1;
  cell->watched = false;
  cell->value.init_empty();
  if (DictEntry* entry = find_name_entry(dict, name)) {
    cell->value.init(Ref::own(entry->value));
    store_shared(entry->value, indirection_to(cell));
  }
  take(static_cast<Object*>(name));
  *slot = {name, cell};
  return cell;
}

// The count afterwards.
uint32_t count_reference(DictCell* cell, int32_t change) {
  const uint32_t step = static_cast<uint32_t>(change);
  if constexpr (gil::Layer::kConcurrent) return __atomic_add_fetch(&cell->references, step, __ATOMIC_ACQ_REL);
  return cell->references += step;
}

}  // namespace

DictCell* dict_cell(Thread& thread, Dict* dict, Str* name) {
  Guard guard(dict->header);
  CellTable* table = table_with_room(thread, dict);
  if (!table) return nullptr;
  dict->cells.set(table);
  CellTable::Slot* slot = find_slot(table, name, name_hash(name));
  if (!slot->name) {
    if (!add_cell(thread, dict, slot, name)) return nullptr;
    ++table->used;
  }
  count_reference(slot->cell, 1);
  return slot->cell;
}

bool dict_has_cell(Dict* dict, Str* name) {
  Guard guard(dict->header);
  return adopted_cell(dict, Value::object(name), name_hash(name)) != nullptr;
}

void release_cell(Thread& thread, DictCell* cell) {
  if (count_reference(cell, -1) != 0) return;
  cell->value.clear();
  free_buffer(thread, cell, sizeof(DictCell));
}

void for_each_cell(Dict* dict, void (*visit)(DictCell* cell)) {
  CellTable* table = dict->cells.get();
  for (uint32_t i = 0; table && i < table->capacity; ++i) {
    if (DictCell* cell = table->slots()[i].cell) visit(cell);
  }
}

DictCell* adopted_cell(Dict* dict, Value key, int64_t hash) {
  CellTable* table = dict->cells.get();
  if (!table || !is<Str>(key)) return nullptr;
  CellTable::Slot* slot = find_slot(table, as<Str>(key), hash);
  return slot->name ? slot->cell : nullptr;
}

void free_cells(Thread& thread, Dict* dict) {
  CellTable* table = dict->cells.get();
  if (!table) return;
  dict->cells.set(nullptr);
  for (uint32_t i = 0; i < table->capacity; ++i) {
    CellTable::Slot& slot = table->slots()[i];
    if (!slot.name) continue;
    drop(static_cast<Object*>(slot.name));
    release_cell(thread, slot.cell);
  }
  free_buffer(thread, table, bytes_of(table->capacity));
}

}  // namespace gillab
