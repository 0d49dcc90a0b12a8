// Iterators over dict and set.
#include <algorithm>
#include <optional>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/iterator_setup.h"
#include "runtime/containers/sequence.h"
#include "runtime/modules/module_types.h"

namespace gillab {

const Layout kDictIteratorLayout = FieldLayout<DictIterator, &DictIterator::dict>::named("dict_iterator");
const Layout kSetIteratorLayout = FieldLayout<SetIterator, &SetIterator::set>::named("set_iterator");

namespace {

using Args = const Value*;

Ref new_dict_iterator(Thread& thread, Type* type, Dict* dict, uint32_t what, uint32_t position, bool backwards) {
  DictIterator* iterator = allocate<DictIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->dict.init(Ref::share(dict));
  iterator->position.set(position);
  iterator->used.set(dict->used.get());
  iterator->what.set(what);
  iterator->remaining.set(dict->used.get());
  iterator->backwards = backwards;
  return Ref::own(iterator);
}

constexpr uint32_t kNeverMatches = ~0u;  // the iterator has failed once, and fails again

Ref size_changed(Thread& thread, DictIterator* iterator) {
  iterator->used.set(kNeverMatches);
  const Type* ordered = module_types(thread).ordered_dict;
  if (ordered && is_subtype(type_of(iterator->dict.peek().as_object()), ordered)) {
    return raise(thread, Error::RuntimeError, "OrderedDict mutated during iteration");
  }
  return raise(thread, Error::RuntimeError, "dictionary changed size during iteration");
}

// What an iterator gives of an entry.
struct Item {
  Ref key;    // of keys and items
  Ref value;  // of values and items
};
void read_entry(const DictEntry& entry, uint32_t what, Item* item) {
  if (what != 1) item->key = Ref::share(entry.key);
  if (what != 0) item->value = share_entry_value(entry);
}

// The next entry where nothing has changed and more is to come; else null. Under the dict's Guard.
inline const DictEntry* next_in_order(DictIterator* iterator, Dict* dict) {
  if (iterator->backwards || dict->used.get() != iterator->used.get() || iterator->remaining.get() == 0) return nullptr;
  DictTable* table = dict->table.get();
  const DictEntry* entries = table->entries();
  for (uint32_t position = iterator->position.get(); position < table->next; ++position) {
    if (entries[position].key.is_empty()) continue;
    iterator->remaining.set(iterator->remaining.get() - 1);
    iterator->position.set(position + 1);
    return entries + position;
  }
  return nullptr;
}

// The same without the Guard. False too where a writer is met.
inline bool next_unguarded(DictIterator* iterator, Dict* dict, uint32_t what, Item* item) {
  if (iterator->backwards || dict->used.get() != iterator->used.get() || iterator->remaining.get() == 0) return false;
  DictTable* table = dict->table.get();
  const DictEntry* entries = table->entries();
  uint32_t next = load_shared(table->next);
  for (uint32_t position = iterator->position.get(); position < next; ++position) {
    if (load_shared(entries[position].key).is_empty()) continue;
    if (what != 1 && !(item->key = read_entry_key(dict, table, entries[position]))) return false;
    if (what != 0 && !(item->value = read_entry_value(dict, table, entries[position]))) return false;
    iterator->remaining.set(iterator->remaining.get() - 1);
    iterator->position.set(position + 1);
    return true;
  }
  return false;
}

// A key or a value alone, for a loop that has the iterator to itself. Empty: next_item() knows.
inline Ref next_quickly(DictIterator* iterator, uint32_t what) {
  Value walked = iterator->dict.peek();
  if (walked.is_empty() || iterator->backwards) return {};
  Dict* dict = as<Dict>(walked);
  uint32_t remaining = iterator->remaining.get();
  if (dict->used.get() != iterator->used.get() || remaining == 0) return {};
  DictTable* table = dict->table.get();
  uint32_t position = iterator->position.get();
  if (position >= load_shared(table->next)) return {};
  const DictEntry& entry = table->entries()[position];
  Value key = load_shared(entry.key);
  if (key.is_empty()) return {};
  Ref given = what == 1        ? read_entry_value(dict, table, entry)
              : key.is_object() ? read_entry_key(dict, table, entry)
                                : Ref::own(key);
  if (!given) return {};
  iterator->remaining.set(remaining - 1);
  iterator->position.set(position + 1);
  return given;
}

enum class Step : uint8_t { Item, End, SizeChanged, KeysChanged };

// The next entry in all cases; null: *step says why. Under the dict's Guard.
const DictEntry* next_of_any(DictIterator* iterator, Dict* dict, Step* step) {
  *step = Step::SizeChanged;
  if (dict->used.get() != iterator->used.get()) return nullptr;
  DictTable* table = dict->table.get();
  const DictEntry* entries = table->entries();
  uint32_t position = iterator->position.get();
  if (iterator->backwards) {
    position = std::min(position, table->next);
    while (position > 0 && entries[position - 1].key.is_empty()) --position;
  } else {
    while (position < table->next && entries[position].key.is_empty()) ++position;
  }
  bool at_end = iterator->backwards ? position == 0 : position >= table->next;
  *step = at_end ? Step::End : iterator->remaining.get() == 0 ? Step::KeysChanged : Step::Item;
  if (*step != Step::Item) return nullptr;
  iterator->remaining.set(iterator->remaining.get() - 1);
  iterator->position.set(iterator->backwards ? position - 1 : position + 1);
  return entries + (iterator->backwards ? position - 1 : position);
}

// What a step comes to that is no item: the end lets go of the dict.
Truth end_step(Thread& thread, DictIterator* iterator, Step step) {
  if (step == Step::SizeChanged) {
    (void)size_changed(thread, iterator);
    return Truth::Error;
  }
  iterator->dict.clear();
  if (step == Step::End) return Truth::No;
  return raise(thread, Error::RuntimeError, "dictionary keys changed during iteration"), Truth::Error;
}

// One step where several threads may have the iterator and the dict.
Truth next_item(Thread& thread, DictIterator* iterator, uint32_t what, Item* item) {
  return in_one_step(iterator, [&]() -> Truth {
    if (iterator->dict.peek().is_empty()) return Truth::No;
    Dict* dict = as<Dict>(iterator->dict.peek());
    if (gil::Layer::kLockFreeReads) {
      if (next_unguarded(iterator, dict, what, item)) [[likely]] return Truth::Yes;
      *item = {};
    }
    Step step = Step::Item;
    {
      Guard guard(dict->header);
      guard.keeps_all();
      const DictEntry* entry = next_in_order(iterator, dict);
      if (!entry) entry = next_of_any(iterator, dict, &step);
      if (entry) read_entry(*entry, what, item);
    }
    return step == Step::Item ? Truth::Yes : end_step(thread, iterator, step);
  });
}

[[gnu::noinline]] const DictEntry* next_slowly(Thread& thread, DictIterator* iterator, Truth* status) {
  *status = Truth::No;
  if (iterator->dict.peek().is_empty()) return nullptr;
  Step step;
  const DictEntry* entry = next_of_any(iterator, as<Dict>(iterator->dict.peek()), &step);
  if (!entry) *status = end_step(thread, iterator, step);
  return entry;
}

// One step where no other thread takes one, nor writes to the dict. Null: *status says whether it is the end or an error.
inline const DictEntry* next_entry(Thread& thread, DictIterator* iterator, Truth* status) {
  Value dict = iterator->dict.peek();
  const DictEntry* entry = dict.is_empty() ? nullptr : next_in_order(iterator, as<Dict>(dict));
  return entry ? entry : next_slowly(thread, iterator, status);
}

Ref dict_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  DictIterator* iterator = as<DictIterator>(args[0]);
  return in_one_step(iterator, [&]() -> Ref {
    Value dict = iterator->dict.peek();
    bool valid = !dict.is_empty() && as<Dict>(dict)->used.get() == iterator->used.get();
    return Ref::own(Value::integer(valid ? iterator->remaining.get() : 0));
  });
}

Ref set_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  SetIterator* iterator = as<SetIterator>(args[0]);
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->set.peek().is_empty()) return Ref::own(Value::integer(0));
    Set* set = as<Set>(iterator->set.peek());
    SourceGuard guard(set);
    if (set->used.get() != iterator->used.get()) return Ref::own(Value::integer(0));
    int64_t rest = 0;
    uint64_t position = iterator->position.get();
    Value key;
    while (set_next(set, &position, &key)) ++rest;
    return Ref::own(Value::integer(rest));
  });
}

void setup_forward(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<DictIterator, dict_iterator_next>, dict_iterator_hint);
}
void setup_backward(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<DictIterator, dict_iterator_next>, dict_iterator_hint);
}

}  // namespace

Ref dict_iterator(Thread& thread, Dict* dict, uint32_t what) {
  const Types& types = thread.types();
  Type* type = what == 0 ? types.dict_key_iterator : what == 1 ? types.dict_value_iterator : types.dict_item_iterator;
  return new_dict_iterator(thread, type, dict, what, 0, false);
}

Ref dict_reverse_iterator(Thread& thread, Dict* dict, uint32_t what) {
  Guard guard(dict->header);
  const Types& types = thread.types();
  Type* type = what == 0   ? types.dict_reverse_key_iterator
               : what == 1 ? types.dict_reverse_value_iterator
                           : types.dict_reverse_item_iterator;
  return new_dict_iterator(thread, type, dict, what, dict->table.get()->next, true);
}

namespace {
// Until its next safe point this thread alone takes steps of the iterator and writes to the dict.
inline bool steps_alone(const DictIterator* iterator) {
  if (!may_write(iterator)) return false;
  const Value walked = iterator->dict.peek();
  return walked.is_empty() || may_write(walked.as_object());
}
}  // namespace

Ref dict_iterator_next(Thread& thread, DictIterator* iterator) {
  uint32_t what = iterator->what.get();
  Truth status;
  if (steps_alone(iterator)) {
    const DictEntry* entry = next_entry(thread, iterator, &status);
    if (!entry) return status == Truth::No ? Ref::exhausted() : Ref();
    if (what == 0) return Ref::share(entry->key);
    if (what == 1) return share_entry_value(*entry);
    return make_pair(thread, Ref::share(entry->key), share_entry_value(*entry));
  }
  if (gil::Layer::kLockFreeReads && what != 2 && gil::Count::is_unique(iterator->header)) {
    if (Ref given = next_quickly(iterator, what)) [[likely]] return given;
  }
  Item item;
  status = next_item(thread, iterator, what, &item);
  if (status != Truth::Yes) return status == Truth::No ? Ref::exhausted() : Ref();
  if (what == 0) return std::move(item.key);
  if (what == 1) return std::move(item.value);
  return make_pair(thread, std::move(item.key), std::move(item.value));
}

Truth dict_items_next(Thread& thread, DictIterator* iterator, Ref* key, Ref* value) {
  Truth status;
  if (steps_alone(iterator)) {
    const DictEntry* entry = next_entry(thread, iterator, &status);
    if (!entry) return status;
    *key = Ref::share(entry->key);
    *value = share_entry_value(*entry);
    return Truth::Yes;
  }
  Item item;
  status = next_item(thread, iterator, 2, &item);
  *key = std::move(item.key);
  *value = std::move(item.value);
  return status;
}

Ref set_iterator_next(Thread& thread, SetIterator* iterator) {
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->set.peek().is_empty()) return Ref::exhausted();
    Set* set = as<Set>(iterator->set.peek());
    {
      std::optional<SourceGuard> guard;
      if (!may_write(set)) guard.emplace(set);
      if (set->used.get() != iterator->used.get()) {
        iterator->used.set(UINT64_MAX);
        return raise(thread, Error::RuntimeError, "Set changed size during iteration");
      }
      uint64_t position = iterator->position.get();
      Value key;
      if (set_next(set, &position, &key)) {
        iterator->position.set(position);
        return Ref::share(key);
      }
    }
    return end_of(iterator->set);
  });
}

Ref set_iterator(Thread& thread, Set* set) {
  SetIterator* iterator = allocate<SetIterator>(thread, thread.types().set_iterator->root);
  if (!iterator) return {};
  iterator->set.init(Ref::share(set));
  iterator->position.set(0);
  iterator->used.set(set->used.get());
  return Ref::own(iterator);
}

void setup_dict_key_iterator(Thread& thread, Type* type) { setup_forward(thread, type); }
void setup_dict_value_iterator(Thread& thread, Type* type) { setup_forward(thread, type); }
void setup_dict_item_iterator(Thread& thread, Type* type) { setup_forward(thread, type); }
void setup_dict_reverse_key_iterator(Thread& thread, Type* type) { setup_backward(thread, type); }
void setup_dict_reverse_value_iterator(Thread& thread, Type* type) { setup_backward(thread, type); }
void setup_dict_reverse_item_iterator(Thread& thread, Type* type) { setup_backward(thread, type); }
void setup_set_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<SetIterator, set_iterator_next>, set_iterator_hint);
}

}  // namespace gillab
