// Iterators over list, tuple, range, str and bytes.
#include <optional>

#include "runtime/bytes.h"
#include "runtime/containers/iterator_setup.h"
#include "runtime/containers/sequence.h"

namespace gillab {

const Layout kListIteratorLayout = FieldLayout<ListIterator, &ListIterator::list>::named("list_iterator");
const Layout kTupleIteratorLayout = FieldLayout<TupleIterator, &TupleIterator::tuple>::named("tuple_iterator");
const Layout kStrIteratorLayout = FieldLayout<StrIterator, &StrIterator::text>::named("str_iterator");
const Layout kBytesIteratorLayout = FieldLayout<BytesIterator, &BytesIterator::bytes>::named("bytes_iterator");

namespace {

using Args = const Value*;

// --- list

Ref new_list_iterator(Thread& thread, Type* type, List* list, int64_t position) {
  ListIterator* iterator = allocate<ListIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->list.init(Ref::share(list));
  iterator->position.set(position);
  return Ref::own(iterator);
}

Ref list_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  ListIterator* iterator = as<ListIterator>(args[0]);
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->list.peek().is_empty()) return Ref::own(Value::integer(0));
    int64_t rest = as<List>(iterator->list.peek())->length.get() - iterator->position.get();
    return Ref::own(Value::integer(rest < 0 ? 0 : rest));
  });
}

Ref list_reverse_hint(Thread&, Args args, uint32_t, Tuple*) {
  ListIterator* iterator = as<ListIterator>(args[0]);
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->list.peek().is_empty()) return Ref::own(Value::integer(0));
    int64_t rest = iterator->position.get() + 1;
    return Ref::own(Value::integer(as<List>(iterator->list.peek())->length.get() < rest ? 0 : rest));
  });
}

Ref list_reversed(Thread& thread, Args args, uint32_t, Tuple*) {
  List* list = as<List>(args[0]);
  return new_list_iterator(thread, thread.types().list_reverse_iterator, list, int64_t{list->length.get()} - 1);
}

// --- tuple

Ref tuple_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  TupleIterator* iterator = as<TupleIterator>(args[0]);
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->tuple.peek().is_empty()) return Ref::own(Value::integer(0));
    return Ref::own(
        Value::integer(static_cast<int64_t>(as<Tuple>(iterator->tuple.peek())->length) - iterator->position.get()));
  });
}

// --- range

void destroy_range_iterator(Thread& thread, Object* object) {
  RangeIterator* iterator = static_cast<RangeIterator*>(object);
  iterator->big_next.end();
  iterator->big_step.end();
  iterator->big_stop.end();
  free_quickly(thread, object, sizeof(RangeIterator));
}

RangeIterator* new_range_iterator(Thread& thread, Type* type) {
  RangeIterator* iterator = allocate<RangeIterator>(thread, type->root);
  if (!iterator) return nullptr;
  iterator->next.set(0);
  iterator->step.set(0);
  iterator->remaining.set(0);
  iterator->big_next.init_empty();
  iterator->big_step.init_empty();
  iterator->big_stop.init_empty();
  return iterator;
}

// Only immediates: the loop makes the numbers of a range_iterator without asking whether they fit.
bool all_fit(Range* range, int64_t* start, int64_t* step, int64_t* length) {
  if (!is_small_range(range)) return false;
  *start = range->start.peek().as_int();
  *step = range->step.peek().as_int();
  *length = range->length.peek().as_int();
  return true;
}

Ref long_range_next(Thread& thread, RangeIterator* iterator) {
  bool upwards = int_compare(iterator->big_step.peek(), Value::integer(0)) > 0;
  int order = int_compare(iterator->big_next.peek(), iterator->big_stop.peek());
  if (upwards ? order >= 0 : order <= 0) return Ref::exhausted();
  Ref following =
      int_binary(thread, static_cast<uint8_t>(Binary::Add), iterator->big_next.peek(), iterator->big_step.peek());
  if (!following) return {};
  return iterator->big_next.exchange(std::move(following));
}

Ref range_iterator_hint(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, as<RangeIterator>(args[0])->remaining.get());
}

// --- str and bytes

Ref str_iterator_hint(Thread&, Args args, uint32_t, Tuple*) {
  StrIterator* iterator = as<StrIterator>(args[0]);
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->text.peek().is_empty()) return Ref::own(Value::integer(0));
    return Ref::own(
        Value::integer(static_cast<int64_t>(as<Str>(iterator->text.peek())->length - iterator->position.get())));
  });
}

// The byte there; -1: behind the end.
int byte_at(Value bytes, uint64_t position) {
  if (is<Bytes>(bytes)) return position < as<Bytes>(bytes)->length ? as<Bytes>(bytes)->data()[position] : -1;
  ByteArray* array = as<ByteArray>(bytes);
  Guard guard(array->header);
  return position < array->length.get() ? array->data.get()[position] : -1;
}

}  // namespace

const Layout kRangeIteratorLayout = {"range_iterator", sizeof(RangeIterator), false, destroy_range_iterator};

Ref list_iterator(Thread& thread, List* list) {
  return new_list_iterator(thread, thread.types().list_iterator, list, 0);
}

// A list that others may write to is asked under its Guard: that may wait, and then the step is no short one.
template <class Step>
inline Ref in_step_of_list(ListIterator* iterator, Step step) {
  std::optional<Guard> guard;
  if constexpr (gil::Layer::kConcurrent) {
    const Value list = iterator->list.peek();
    const bool alone = may_write(iterator) && (list.is_empty() || may_write(list.as_object()));
    if (!alone && !gil::Count::is_unique(iterator->header)) [[unlikely]] guard.emplace(iterator->header).keeps_all();
  }
  return step();
}

Ref list_iterator_next(Thread&, ListIterator* iterator) {
  return in_step_of_list(iterator, [&]() -> Ref {
    if (iterator->list.peek().is_empty()) return Ref::exhausted();
    int64_t position = iterator->position.get();
    Ref item = item_at(as<List>(iterator->list.peek()), static_cast<size_t>(position));
    if (!item) return end_of(iterator->list);
    iterator->position.set(position + 1);
    return item;
  });
}

Ref list_reverse_iterator_next(Thread&, ListIterator* iterator) {
  return in_step_of_list(iterator, [&]() -> Ref {
    if (iterator->list.peek().is_empty()) return Ref::exhausted();
    int64_t position = iterator->position.get();
    Ref item = position < 0 ? Ref() : item_at(as<List>(iterator->list.peek()), static_cast<size_t>(position));
    if (!item) return end_of(iterator->list);
    iterator->position.set(position - 1);
    return item;
  });
}

Ref tuple_iterator(Thread& thread, Tuple* tuple) {
  TupleIterator* iterator = allocate<TupleIterator>(thread, thread.types().tuple_iterator->root);
  if (!iterator) return {};
  iterator->tuple.init(Ref::share(tuple));
  iterator->position.set(0);
  return Ref::own(iterator);
}

Ref tuple_iterator_next(Thread&, TupleIterator* iterator) {
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->tuple.peek().is_empty()) return Ref::exhausted();
    int64_t position = iterator->position.get();
    Ref item = item_at(as<Tuple>(iterator->tuple.peek()), static_cast<size_t>(position));
    if (!item) return end_of(iterator->tuple);
    iterator->position.set(position + 1);
    return item;
  });
}

Ref range_iterator(Thread& thread, Range* range) {
  int64_t start, step, length;
  if (all_fit(range, &start, &step, &length)) {
    RangeIterator* iterator = new_range_iterator(thread, thread.types().range_iterator);
    if (!iterator) return {};
    iterator->next.set(start);
    iterator->step.set(step);
    iterator->remaining.set(length);
    return Ref::own(iterator);
  }
  RangeIterator* iterator = new_range_iterator(thread, thread.types().long_range_iterator);
  if (!iterator) return {};
  iterator->big_next.init(range->start.take());
  iterator->big_step.init(range->step.take());
  iterator->big_stop.init(range->stop.take());
  return Ref::own(iterator);
}

Ref range_iterator_next(Thread& thread, RangeIterator* iterator) {
  return in_one_short_step(iterator, [&]() -> Ref {
    if (!iterator->big_next.peek().is_empty()) return long_range_next(thread, iterator);
    int64_t remaining = iterator->remaining.get();
    if (remaining <= 0) return Ref::exhausted();
    int64_t number = iterator->next.get();
    iterator->remaining.set(remaining - 1);
    iterator->next.set(static_cast<int64_t>(static_cast<uint64_t>(number) + static_cast<uint64_t>(iterator->step.get())));
    return Ref::own(Value::integer(number));
  });
}

Ref str_iterator(Thread& thread, Str* text) {
  StrIterator* iterator = allocate<StrIterator>(thread, thread.types().str_iterator->root);
  if (!iterator) return {};
  iterator->text.init(Ref::share(text));
  iterator->position.set(0);
  return Ref::own(iterator);
}

Ref str_iterator_next(Thread& thread, StrIterator* iterator) {
  return in_one_short_step(iterator, [&]() -> Ref {
    if (iterator->text.peek().is_empty()) return Ref::exhausted();
    Str* text = as<Str>(iterator->text.peek());
    uint64_t position = iterator->position.get();
    if (position >= text->length) return end_of(iterator->text);
    iterator->position.set(position + 1);
    return make_character(thread, text->at(position));
  });
}

Ref bytes_iterator_next(Thread&, BytesIterator* iterator) {
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->bytes.peek().is_empty()) return Ref::exhausted();
    uint64_t position = iterator->position.get();
    int byte = byte_at(iterator->bytes.peek(), position);
    if (byte < 0) return end_of(iterator->bytes);
    iterator->position.set(position + 1);
    return Ref::own(Value::integer(byte));
  });
}

Ref bytes_iterator(Thread& thread, Value bytes) {
  Type* type = is<Bytes>(bytes) ? thread.types().bytes_iterator : thread.types().bytearray_iterator;
  BytesIterator* iterator = allocate<BytesIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->bytes.init(Ref::share(bytes));
  iterator->position.set(0);
  return Ref::own(iterator);
}

void setup_list_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<ListIterator, list_iterator_next>, list_iterator_hint);
  const MethodDef reversed[] = {{"__reversed__", "(self, /)", list_reversed}};
  add_methods(thread, thread.types().list, reversed);
}
void setup_list_reverse_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<ListIterator, list_reverse_iterator_next>, list_reverse_hint);
}
void setup_tuple_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<TupleIterator, tuple_iterator_next>, tuple_iterator_hint);
}
void setup_range_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<RangeIterator, range_iterator_next>, range_iterator_hint);
}
void setup_long_range_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<RangeIterator, range_iterator_next>);
}
void setup_str_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<StrIterator, str_iterator_next>, str_iterator_hint);
}
void setup_bytes_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<BytesIterator, bytes_iterator_next>);
}
void setup_bytearray_iterator(Thread& thread, Type* type) { setup_bytes_iterator(thread, type); }

}  // namespace gillab
