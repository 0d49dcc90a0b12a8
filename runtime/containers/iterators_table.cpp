// Iterators over dict and set.
#include <algorithm>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/iterator_setup.h"

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
  return raise(thread, Error::RuntimeError, "dictionary changed size during iteration");
}

Ref keys_changed(Thread& thread, DictIterator* iterator) {
  iterator->dict.clear();
  return raise(thread, Error::RuntimeError, "dictionary keys changed during iteration");
}

// The next live entry; null at the end, which lets go of the dict. *failed: an error is set.
const DictEntry* next_entry(Thread& thread, DictIterator* iterator, bool* failed) {
  *failed = true;
  Dict* dict = as<Dict>(iterator->dict.peek());
  if (dict->used.get() != iterator->used.get()) {
    (void)size_changed(thread, iterator);
    return nullptr;
  }
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
  if (!at_end && iterator->remaining.get() == 0) {
    (void)keys_changed(thread, iterator);
    return nullptr;
  }
  *failed = false;
  if (at_end) {
    iterator->dict.clear();
    return nullptr;
  }
  iterator->remaining.set(iterator->remaining.get() - 1);
  iterator->position.set(iterator->backwards ? position - 1 : position + 1);
  return entries + (iterator->backwards ? position - 1 : position);
}

// The same where nothing has changed and more is to come; null: next_entry says why.
inline const DictEntry* next_in_order(DictIterator* iterator) {
  Dict* dict = as<Dict>(iterator->dict.peek());
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

Ref dict_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  DictIterator* iterator = as<DictIterator>(args[0]);
  Value dict = iterator->dict.peek();
  bool valid = !dict.is_empty() && as<Dict>(dict)->used.get() == iterator->used.get();
  return Ref::own(Value::integer(valid ? iterator->remaining.get() : 0));
}

Ref set_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  SetIterator* iterator = as<SetIterator>(args[0]);
  if (iterator->set.peek().is_empty()) return Ref::own(Value::integer(0));
  Set* set = as<Set>(iterator->set.peek());
  if (set->used.get() != iterator->used.get()) return Ref::own(Value::integer(0));
  int64_t rest = 0;
  uint64_t position = iterator->position.get();
  Value key;
  while (set_next(set, &position, &key)) ++rest;
  return Ref::own(Value::integer(rest));
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
  const Types& types = thread.types();
  Type* type = what == 0   ? types.dict_reverse_key_iterator
               : what == 1 ? types.dict_reverse_value_iterator
                           : types.dict_reverse_item_iterator;
  return new_dict_iterator(thread, type, dict, what, dict->table.get()->next, true);
}

Ref dict_iterator_next(Thread& thread, DictIterator* iterator) {
  if (iterator->dict.peek().is_empty()) return Ref::exhausted();
  bool failed = false;
  const DictEntry* entry = next_in_order(iterator);
  if (!entry) [[unlikely]]
    entry = next_entry(thread, iterator, &failed);
  if (!entry) return failed ? Ref() : Ref::exhausted();
  uint32_t what = iterator->what.get();
  if (what == 0) return Ref::share(entry->key);
  if (what == 1) return Ref::share(entry_value(*entry));
  return make_tuple_of(thread, entry->key, entry_value(*entry));
}

Truth dict_items_next(Thread& thread, DictIterator* iterator, Ref* key, Ref* value) {
  if (iterator->dict.peek().is_empty()) return Truth::No;
  bool failed = false;
  const DictEntry* entry = next_in_order(iterator);
  if (!entry) [[unlikely]]
    entry = next_entry(thread, iterator, &failed);
  if (!entry) return failed ? Truth::Error : Truth::No;
  *key = Ref::share(entry->key);
  *value = Ref::share(entry_value(*entry));
  return Truth::Yes;
}

Ref set_iterator_next(Thread& thread, SetIterator* iterator) {
  if (iterator->set.peek().is_empty()) return Ref::exhausted();
  Set* set = as<Set>(iterator->set.peek());
  if (set->used.get() != iterator->used.get()) {
    iterator->used.set(UINT64_MAX);
    return raise(thread, Error::RuntimeError, "Set changed size during iteration");
  }
  uint64_t position = iterator->position.get();
  Value key;
  if (!set_next(set, &position, &key)) return end_of(iterator->set);
  iterator->position.set(position);
  return Ref::share(key);
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
