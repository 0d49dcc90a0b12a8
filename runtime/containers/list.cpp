// list: storage, growth, and what the loop and other files of the runtime do with lists. What scripts call:
// list_methods.cpp; slices: list_slices.cpp; sorting: sort.cpp.
#include "runtime/list.h"

#include <algorithm>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/set.h"
#include "runtime/containers/sequence.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/operations/fed_each.h"
#include "runtime/setup.h"
#include "runtime/sizes.h"

namespace gillab {
namespace {

constexpr size_t kMostItems = 0xFFFFFFFF;
constexpr int64_t kMostRange = 1 << 24;  // longer ones stay open to signals while they are walked

void drop_items(Thread& thread, Value* items, size_t count, size_t capacity) {
  for (size_t i = count; i-- > 0;) drop(items[i]);
  if (items) free_buffer(thread, items, capacity * sizeof(Value));
}

void destroy_list(Thread& thread, Object* object) {
  List* list = static_cast<List*>(object);
  drop_items(thread, list->items.get(), list->length.get(), list->capacity.get());
  free_with_attributes(thread, object, sizeof(List));
}

void traverse_list(Object* object, const Visitor& visitor) {
  List* list = static_cast<List*>(object);
  for (size_t i = 0; i < list->length.get(); ++i) visitor(list->items.get()[i]);
  traverse_attributes(object, visitor);
}

void clear_items(Thread& thread, Object* object) {
  list_clear(thread, static_cast<List*>(object));
  drop_attributes(thread, object);
}

// For what follows up to extend_directly: under the Guards of the list, where others know it, and of the source.

void push_reserved(List* list, Ref item) {
  uint32_t length = list->length.get();
  store_shared(list->items.get()[length], item.release());
  list->length.set(length + 1);
}

bool extend_from_items(Thread& thread, List* list, Value source) {
  // The source may be the list itself: its items are read anew after the reservation.
  auto items = [source] { return is<List>(source) ? items_of(as<List>(source)) : items_of(as<Tuple>(source)); };
  size_t count = items().count;
  if (!reserve(thread, list, list->length.get() + count)) return false;
  const Value* from = items().data;
  Value* to = list->items.get() + list->length.get();
  for (size_t i = 0; i < count; ++i) {
    take(from[i]);
    store_shared(to[i], from[i]);
  }
  list->length.set(list->length.get() + static_cast<uint32_t>(count));
  return true;
}

bool extend_from_dict(Thread& thread, List* list, Dict* dict, uint32_t what) {
  if (!reserve(thread, list, list->length.get() + dict_size(dict))) return false;
  uint32_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    Ref item = what == 0   ? Ref::share(key)
               : what == 1 ? Ref::share(value)
                           : make_tuple_of(thread, key, value);
    if (!item) return false;
    push_reserved(list, std::move(item));
  }
  return true;
}

bool extend_from_set(Thread& thread, List* list, Set* set) {
  if (!reserve(thread, list, list->length.get() + set->used.get())) return false;
  uint64_t position = 0;
  Value key;
  while (set_next(set, &position, &key)) push_reserved(list, Ref::share(key));
  return true;
}

// REQUIRES: no number of the range is too large for an immediate
bool extend_from_range(Thread& thread, List* list, Range* range) {
  int64_t count = range->length.peek().as_int();
  int64_t number = range->start.peek().as_int(), step = range->step.peek().as_int();
  if (!reserve(thread, list, list->length.get() + static_cast<size_t>(count))) return false;
  Value* to = list->items.get() + list->length.get();
  for (int64_t i = 0; i < count; ++i) store_shared(to[i], Value::integer(number + i * step));
  list->length.set(list->length.get() + static_cast<uint32_t>(count));
  return true;
}

bool extend_from_text(Thread& thread, List* list, Str* text) {
  if (!reserve(thread, list, list->length.get() + text->length)) return false;
  for (size_t i = 0; i < text->length; ++i) {
    Ref character = make_character(thread, text->at(i));
    if (!character) return false;
    push_reserved(list, std::move(character));
  }
  return true;
}

bool extend_from_bytes(Thread& thread, List* list, std::string_view bytes) {
  if (!reserve(thread, list, list->length.get() + bytes.size())) return false;
  for (char byte : bytes) push_reserved(list, Ref::own(Value::integer(static_cast<unsigned char>(byte))));
  return true;
}

// reversed(text), which is at its end then. Where threads run at once it is walked.
bool extend_from_reversed(Thread& thread, List* list, SequenceIterator* reversed) {
  Ref held = reversed->sequence.exchange(Ref());
  const Str* text = held.as<Str>();
  const int64_t last = std::min(reversed->position.get(), static_cast<int64_t>(text->length) - 1);
  if (last < 0) return true;
  if (!reserve(thread, list, list->length.get() + static_cast<size_t>(last) + 1)) return false;
  for (int64_t i = last; i >= 0; --i) {
    Ref character = make_character(thread, text->at(static_cast<size_t>(i)));
    if (!character) return false;
    push_reserved(list, std::move(character));
  }
  return true;
}

// What is copied without an iterator, under its Guard. False: something else, *ok is not set.
bool extend_directly(Thread& thread, List* list, Value iterable, bool* ok) {
  if (!iterable.is_object() || !head_of(iterable.as_object()).exact) return false;
  switch (kind_of(iterable.as_object())) {
    case Kind::List:
    case Kind::Tuple:
      return *ok = extend_from_items(thread, list, iterable), true;
    case Kind::Dict:
      return *ok = extend_from_dict(thread, list, as<Dict>(iterable), 0), true;
    case Kind::DictView:
      return *ok = extend_from_dict(thread, list, as<Dict>(as<DictView>(iterable)->dict.peek()),
                                    view_content(thread, as<DictView>(iterable))), true;
    case Kind::SequenceIterator: {
      auto* walk = as<SequenceIterator>(iterable);
      const bool reverses = type_of(walk) == thread.types().reversed && is_exact<Str>(walk->sequence.peek());
      if (gil::Layer::kConcurrent || !reverses) return false;
      return *ok = extend_from_reversed(thread, list, walk), true;
    }
    case Kind::Str:
      return *ok = extend_from_text(thread, list, as<Str>(iterable)), true;
    case Kind::Bytes:
      return *ok = extend_from_bytes(thread, list, as<Bytes>(iterable)->view()), true;
    case Kind::Set:
      return *ok = extend_from_set(thread, list, as<Set>(iterable)), true;
    case Kind::Range:
      if (!is_small_range(as<Range>(iterable)) || as<Range>(iterable)->length.peek().as_int() > kMostRange) return false;
      return *ok = extend_from_range(thread, list, as<Range>(iterable)), true;
    default:
      return false;
  }
}

// Without a lock, by a thread that does not know yet that this one changes the list.
bool may_be_read() {
  if constexpr (gil::Layer::kLockFreeReads) return gil::several_threads.load(std::memory_order_relaxed);
  return false;
}

// A larger buffer for the same items, where others may be reading the old one: all of it is copied, so that there is
// more room than asked for where there were items already.
bool move_to_buffer(Thread& thread, List* list, size_t capacity) {
  Value* old = list->items.get();
  size_t old_bytes = list->capacity.get() * sizeof(Value), length = list->length.get();
  if (old) capacity = std::max(capacity, std::min(kMostItems, length + (length >> 2)));
  auto* items = static_cast<Value*>(allocate_buffer(thread, capacity * sizeof(Value)));
  if (!items) return false;
  if (length != 0) std::memcpy(static_cast<void*>(items), old, length * sizeof(Value));
  list->items.set(items);
  list->capacity.set(static_cast<uint32_t>(capacity));
  if (old) retire_buffer(thread, old, old_bytes);
  return true;
}

}  // namespace

const Layout kListLayout = {"list", sizeof(List), true, destroy_list, traverse_list, clear_items};

void init_list(List* list) {
  list->items.set(nullptr);
  list->length.set(0);
  list->capacity.set(0);
}

Ref make_list(Thread& thread, size_t capacity) {
  List* list = allocate<List>(thread, thread.shapes[static_cast<size_t>(Kind::List)]);
  if (!list) return {};
  init_list(list);
  Ref owner = Ref::own(list);
  if (capacity != 0 && !reserve(thread, list, capacity)) return {};
  return owner;
}

Ref make_list_of(Thread& thread, const Value* items, size_t count) {
  Ref result = make_list(thread, count);
  if (!result) return {};
  List* list = result.as<List>();
  Value* to = list->items.get();
  for (size_t i = 0; i < count; ++i) {
    take(items[i]);
    to[i] = items[i];
  }
  list->length.set(static_cast<uint32_t>(count));
  return result;
}

// Exactly that room: growth by a factor is append's business.
bool reserve(Thread& thread, List* list, size_t capacity) {
  size_t old = list->capacity.get();
  if (capacity <= old) return true;
  if (capacity > kMostItems) return raise_memory_error(thread);
  ShortGuard guard(list);
  if (old != 0 && may_be_read()) return move_to_buffer(thread, list, capacity);
  void* items = old == 0 ? allocate_buffer(thread, capacity * sizeof(Value))
                         : resize_buffer(thread, list->items.get(), old * sizeof(Value), capacity * sizeof(Value));
  if (!items) return false;
  list->items.set(static_cast<Value*>(items));
  list->capacity.set(static_cast<uint32_t>(capacity));
  return true;
}

Ref item_of_shared(List* list, size_t position) {
  if (Ref item = Ref::own(quick_item(list, position))) return item;
  const uint32_t length = list->length.get();
  if (gil::Layer::kLockFreeReads && position >= length && length != 0) return {};  // see list_length()
  Guard guard(list->header);
  return position < list->length.get() ? Ref::share(list->items.get()[position]) : Ref();
}

uint32_t length_under_guard(List* list) {
  Guard guard(list->header);
  guard.keeps_all();
  return list->length.get();
}

Ref list_item(List* list, int64_t number) {
  if (number >= 0) return item_at(list, static_cast<size_t>(number));
  Guard guard(list->header);
  number += list->length.get();
  return number < 0 ? Ref() : Ref::share(list->items.get()[number]);
}

static bool make_room_for_one(Thread& thread, List* list) {
  size_t length = list->length.get();
  return reserve(thread, list, length + usual_or_smallest<size_t>((length >> 2) + 4, 1));
}

bool grow_and_append(Thread& thread, List* list, Ref item) {
  Guard guard(list->header);
  size_t length = list->length.get();
  if (length == list->capacity.get() && !make_room_for_one(thread, list)) return false;
  store_shared(list->items.get()[length], item.release());
  list->length.set(static_cast<uint32_t>(length + 1));
  return true;
}

bool append(Thread& thread, List* list, Ref item) { return item && append_inline(thread, list, std::move(item)); }

static bool extend_by_generator(Thread& thread, List* list, Value generator) {
  FedEach each(thread, generator, [list](Value item) {
    const uint32_t length = list->length.get();
    if (!may_write(list) || length == list->capacity.get()) return false;
    store_shared(list->items.get()[length], item);
    list->length.set(length + 1);
    return true;
  });
  while (Ref item = each.next()) {
    if (!grow_and_append(thread, list, std::move(item))) return false;
  }
  return !each.failed();
}

// What an iterator of a module in C++ gives: its step is looked up once.
static bool extend_by_native(Thread& thread, List* list, Value iterator, const Native* native) {
  NativeDepth depth(thread);
  if (!depth) return false;
  for (;;) {
    const bool signalled = thread.attached.requests.load(std::memory_order_relaxed) & gil::kSignal;
    Ref item = signalled ? next(thread, iterator) : run_native(thread, native, &iterator, 1, nullptr);
    if (!item) {
      if (!exception_matches(thread, Error::StopIteration)) return false;
      clear_exception(thread);
      return true;
    }
    if (item.get().is_exhausted()) return true;
    if (list->length.get() == list->capacity.get() && !make_room_for_one(thread, list)) return false;
    push_reserved(list, std::move(item));
  }
}
static const Native* native_step(Value iterator) {
  if (!iterator.is_object() || !head_of(iterator.as_object()).exact) return nullptr;
  if (kind_of(iterator.as_object()) != Kind::Extension) return nullptr;
  const Type* type = type_of(iterator.as_object());
  const Value method = dunder_of(type, Dunder::Next);
  return is<Native>(method) && as<Native>(method)->owner == type ? as<Native>(method) : nullptr;
}

static bool extend_guarded(Thread& thread, List* list, Value iterable) {
  bool ok;
  if (extend_directly(thread, list, iterable, &ok)) return ok;
  Ref iterator = iterate(thread, iterable);
  if (!iterator) return false;
  int64_t hint = length_hint(thread, iterable, 8);
  if (hint < 0) return false;
  if (hint < 1 << 24 && !reserve(thread, list, list->length.get() + static_cast<size_t>(hint))) return false;
  if (is<Generator>(iterator.get())) return extend_by_generator(thread, list, iterator.get());
  if (const Native* native = native_step(iterator.get())) return extend_by_native(thread, list, iterator.get(), native);
  for (;;) {
    Ref item = next(thread, iterator.get());
    if (!item) return false;
    if (item.get().is_exhausted()) return true;
    if (list->length.get() == list->capacity.get() && !make_room_for_one(thread, list)) return false;
    push_reserved(list, std::move(item));
  }
}

bool extend(Thread& thread, List* list, Value iterable) {
  TransferGuard guard(list, iterable);
  return extend_guarded(thread, list, iterable);
}

Ref list_from(Thread& thread, Value iterable) {
  Ref result = make_list(thread);
  SourceGuard guard(iterable);
  if (!result || !extend_guarded(thread, result.as<List>(), iterable)) return {};
  List* list = result.as<List>();
  if (list->length.get() == 0) list_clear(thread, list);
  return result;
}

void list_clear(Thread& thread, List* list) {
  Value* items;
  size_t length, capacity;
  {
    Guard guard(list->header);
    items = list->items.get();
    length = list->length.get();
    capacity = list->capacity.get();
    list->length.set(0);
    list->items.set(nullptr);
    list->capacity.set(0);
    seal_removal();
  }
  for (size_t i = length; i-- > 0;) drop(items[i]);
  if (items) retire_buffer(thread, items, capacity * sizeof(Value));
}

Ref list_take(List* list, size_t position) {
  ShortGuard guard(list);
  return take_out(list, position);
}

Ref take_out(List* list, size_t position) {
  size_t length = list->length.get();
  if (position >= length) return {};
  Value* items = list->items.get();
  Ref item = Ref::own(items[position]);
  move_shared(items + position, items + position + 1, length - position - 1);
  empty_shared(items + length - 1, 1);
  seal_removal(item.get());
  list->length.set(static_cast<uint32_t>(length - 1));
  return item;
}

bool list_insert(Thread& thread, List* list, size_t position, Ref item) {
  Guard guard(list->header);
  size_t length = list->length.get();
  if (position >= length) return append_inline(thread, list, std::move(item));
  if (length == list->capacity.get() && !make_room_for_one(thread, list)) return false;
  Value* items = list->items.get();
  move_shared(items + position + 1, items + position, length - position);
  store_shared(items[position], item.release());
  list->length.set(static_cast<uint32_t>(length + 1));
  return true;
}

}  // namespace gillab
