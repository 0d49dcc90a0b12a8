// Iterators over iterators and functions: enumerate, zip, map, filter, reversed, iter(callable, sentinel), and
// iteration by __getitem__.
#include "runtime/containers/iterator_setup.h"
#include "runtime/containers/sequence.h"

namespace gillab {
namespace {

using Args = const Value*;

// --- iteration by __getitem__, and reversed()

Ref reversed_next(Thread& thread, SequenceIterator* iterator) {
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->sequence.peek().is_empty()) return Ref::exhausted();
    Ref sequence = iterator->sequence.take();
    int64_t position = iterator->position.get();
    Ref item = position < 0 ? Ref() : get_item(thread, sequence.get(), Value::integer(position));
    if (item) {
      iterator->position.set(position - 1);
      return item;
    }
    bool at_end =
        position < 0 || exception_matches(thread, Error::IndexError) || exception_matches(thread, Error::StopIteration);
    if (!at_end) return {};
    if (position >= 0) clear_exception(thread);
    return end_of(iterator->sequence);
  });
}

Ref sequence_hint(Thread& thread, Args args, uint32_t, Tuple*) {
  SequenceIterator* iterator = as<SequenceIterator>(args[0]);
  Ref sequence = iterator->sequence.take();
  if (!sequence) return Ref::own(Value::integer(0));
  if (special_method(thread, sequence.get(), Dunder::Len).is_empty()) return Ref::not_implemented();
  int64_t total = length(thread, sequence.get());
  if (total < 0) return {};
  int64_t rest = total - iterator->position.get();
  return Ref::own(Value::integer(rest < 0 ? 0 : rest));
}

Ref reversed_hint(Thread& thread, Args args, uint32_t, Tuple*) {
  SequenceIterator* iterator = as<SequenceIterator>(args[0]);
  Ref sequence = iterator->sequence.take();
  if (!sequence) return Ref::own(Value::integer(0));
  int64_t total = length(thread, sequence.get());
  if (total < 0) return {};
  int64_t rest = iterator->position.get() + 1;
  return Ref::own(Value::integer(total < rest ? 0 : rest));
}

Ref not_reversible(Thread& thread, Value value) {
  return raise(thread, Error::TypeError, "'{}' object is not reversible", type_name(thread, value));
}

Ref reversed_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], thread.types().reversed);
  if (!type) return {};
  Value method = special_method(thread, args[1], Dunder::Reversed);
  if (method.is_none()) return not_reversible(thread, args[1]);
  if (!method.is_empty()) return call_special(thread, method, args[1]);
  bool is_sequence = !is<Dict>(args[1]) && !special_method(thread, args[1], Dunder::GetItem).is_empty();
  if (!is_sequence) return not_reversible(thread, args[1]);
  int64_t total = length(thread, args[1]);
  if (total < 0) return {};
  SequenceIterator* iterator = static_cast<SequenceIterator*>(allocate_instance(thread, type, 0));
  if (!iterator) return {};
  iterator->sequence.init(Ref::share(args[1]));
  iterator->position.set(total - 1);
  return Ref::own(iterator);
}

// --- iter(callable, sentinel)

Ref callable_next(Thread& thread, CallableIterator* iterator) {
  Ref callable = iterator->callable.take(), sentinel = iterator->sentinel.take();
  if (!callable) return Ref::exhausted();
  Ref item = call(thread, callable.get());
  if (!item) {
    if (!exception_matches(thread, Error::StopIteration)) return {};
    clear_exception(thread);
  } else {
    Truth same = equal(thread, item.get(), sentinel.get());
    if (same == Truth::Error) return {};
    if (same == Truth::No) return item;
  }
  iterator->sentinel.clear();
  return end_of(iterator->callable);
}

// --- enumerate

Ref enumerate_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], thread.types().enumerate);
  if (!type) return {};
  Ref start = args[2].is_empty() ? Ref::own(Value::integer(0)) : index(thread, args[2]);
  Ref iterator = start ? iterate(thread, args[1]) : Ref();
  Enumerate* result = iterator ? static_cast<Enumerate*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!result) return {};
  result->iterator.init(std::move(iterator));
  result->count.init(std::move(start));
  return Ref::own(result);
}

// --- several iterables at once

// A tuple of iterators of the iterables.
Ref iterate_all(Thread& thread, const Value* iterables, size_t count) {
  if (count == 0) return empty_tuple(thread);
  Tuple* result = new_tuple(thread, count);
  if (!result) return {};
  Ref owner = Ref::own(result);
  for (size_t i = 0; i < count; ++i) {
    Ref iterator = iterate(thread, iterables[i]);
    if (!iterator) return {};
    result->items[i] = iterator.release();
  }
  return owner;
}

Ref zip_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], thread.types().zip);
  if (!type) return {};
  Truth strict = args[2].is_empty() ? Truth::No : truth(thread, args[2]);
  if (strict == Truth::Error) return {};
  Tuple* iterables = as<Tuple>(args[1]);
  Ref iterators = iterate_all(thread, iterables->items, iterables->length);
  Zip* zip = iterators ? static_cast<Zip*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!zip) return {};
  zip->iterators.init(std::move(iterators));
  zip->strict.set(strict == Truth::Yes);
  return Ref::own(zip);
}

Ref wrong_length(Thread& thread, size_t number, const char* how) {
  const char* plural = number == 1 ? " " : "s 1-";
  return raise(thread, Error::ValueError, "zip() argument {} is {} than argument{}{}", number + 1, how, plural, number);
}

// Iterator `ended` was the first to end: in a strict zip it must be number 0, and all the others end too.
Ref end_zip(Thread& thread, Zip* zip, Tuple* iterators, size_t ended) {
  if (!zip->strict.get()) return Ref::exhausted();
  if (ended > 0) return wrong_length(thread, ended, "shorter");
  for (size_t i = 1; i < iterators->length; ++i) {
    Ref item = next(thread, iterators->items[i]);
    if (!item) return {};
    if (!item.get().is_exhausted()) return wrong_length(thread, i, "longer");
  }
  return Ref::exhausted();
}

Ref map_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "map() takes no keyword arguments");
  if (count < 3) return raise(thread, Error::TypeError, "map() must have at least two arguments.");
  Type* type = class_argument(thread, args[0], thread.types().map);
  if (!type) return {};
  Ref iterators = iterate_all(thread, args + 2, count - 2);
  MapIterator* map = iterators ? static_cast<MapIterator*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!map) return {};
  map->function.init(Ref::share(args[1]));
  map->iterators.init(std::move(iterators));
  return Ref::own(map);
}

Ref map_many(Thread& thread, Value function, Tuple* iterators) {
  Tuple* arguments = new_tuple(thread, iterators->length);
  if (!arguments) return {};
  Ref owner = Ref::own(arguments);
  for (size_t i = 0; i < iterators->length; ++i) {
    Ref item = next(thread, iterators->items[i]);
    if (!item || item.get().is_exhausted()) return item;
    arguments->items[i] = item.release();
  }
  return call(thread, function, arguments->items, static_cast<uint32_t>(arguments->length));
}

Ref filter_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "filter() takes no keyword arguments");
  if (count != 3) return raise(thread, Error::TypeError, "filter expected 2 arguments, got {}", count - 1);
  Type* type = class_argument(thread, args[0], thread.types().filter);
  if (!type) return {};
  Ref iterator = iterate(thread, args[2]);
  FilterIterator* filter = iterator ? static_cast<FilterIterator*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!filter) return {};
  filter->function.init(Ref::share(args[1]));
  filter->iterator.init(std::move(iterator));
  return Ref::own(filter);
}

void add_new(Thread& thread, Type* type, const char* signature, NativeCall create) {
  const MethodDef row[] = {{"__new__", signature, create, MethodDef::Static}};
  add_type_flags(type, kBaseType);
  add_methods(thread, type, row);
}

}  // namespace

Ref sequence_iterator_next(Thread& thread, SequenceIterator* iterator) {
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->sequence.peek().is_empty()) return Ref::exhausted();
    Ref sequence = iterator->sequence.take();
    int64_t position = iterator->position.get();
    Ref item = get_item(thread, sequence.get(), Value::integer(position));
    if (item) {
      iterator->position.set(position + 1);
      return item;
    }
    if (!exception_matches(thread, Error::IndexError) && !exception_matches(thread, Error::StopIteration)) return {};
    clear_exception(thread);
    return end_of(iterator->sequence);
  });
}

const Layout kSequenceIteratorLayout = FieldLayout<SequenceIterator, &SequenceIterator::sequence>::named("iterator");
const Layout kCallableIteratorLayout =
    FieldLayout<CallableIterator, &CallableIterator::callable, &CallableIterator::sentinel>::named("callable_iterator");
const Layout kEnumerateLayout = FieldLayout<Enumerate, &Enumerate::iterator, &Enumerate::count>::named("enumerate");
const Layout kZipLayout = FieldLayout<Zip, &Zip::iterators>::named("zip");
const Layout kMapLayout = FieldLayout<MapIterator, &MapIterator::function, &MapIterator::iterators>::named("map");
const Layout kFilterLayout =
    FieldLayout<FilterIterator, &FilterIterator::function, &FilterIterator::iterator>::named("filter");

namespace {
// The next count of an enumerate, stepping it.
inline Ref next_count(Thread& thread, Enumerate* enumerate) {
  Value number = enumerate->count.peek();
  if (number.is_int() && number.as_int() < Value::kMaxInt) [[likely]] {
    enumerate->count.init(Ref::own(Value::integer(number.as_int() + 1)));  // nobody counts an int
    return Ref::own(number);
  }
  Ref following = int_binary(thread, static_cast<uint8_t>(Binary::Add), number, Value::integer(1));
  return following ? enumerate->count.exchange(std::move(following)) : Ref();
}
}  // namespace

Truth enumerate_next_pair(Thread& thread, Enumerate* enumerate, Value* number, Value* item) {
  return in_one_step(enumerate, [&]() -> Truth {
    // The caller holds the enumerate, which never lets go of its iterator.
    Ref given = next(thread, enumerate->iterator.peek());
    if (!given) return Truth::Error;
    if (given.get().is_exhausted()) return Truth::No;
    Ref count = next_count(thread, enumerate);
    if (!count) return Truth::Error;
    *number = count.release();
    *item = given.release();
    return Truth::Yes;
  });
}

Ref enumerate_next(Thread& thread, Enumerate* enumerate) {
  Value number, item;
  Truth status = enumerate_next_pair(thread, enumerate, &number, &item);
  if (status == Truth::Yes) return make_pair(thread, Ref::own(number), Ref::own(item));
  return status == Truth::No ? Ref::exhausted() : Ref();
}

Ref zip_next(Thread& thread, Zip* zip) {
  return in_one_step(zip, [&]() -> Ref {
    if (is_pair_zip(zip)) {
      Ref first, second;
      Truth status = zip_next_pair(thread, zip, &first, &second);
      if (status == Truth::Yes) return make_pair(thread, std::move(first), std::move(second));
      return status == Truth::No ? Ref::exhausted() : Ref();
    }
    Ref keep = zip->iterators.take();
    if (!keep) return Ref::exhausted();
    Tuple* iterators = keep.as<Tuple>();
    if (iterators->length == 0) return Ref::exhausted();
    Tuple* result = new_tuple(thread, iterators->length);
    if (!result) return {};
    Ref owner = Ref::own(result);
    for (size_t i = 0; i < iterators->length; ++i) {
      Ref item = next(thread, iterators->items[i]);
      if (!item) return {};
      if (item.get().is_exhausted()) return end_zip(thread, zip, iterators, i);
      result->items[i] = item.release();
    }
    return owner;
  });
}

Ref map_next(Thread& thread, MapIterator* map) {
  return in_one_step(map, [&]() -> Ref {
    if (map->iterators.peek().is_empty()) return Ref::exhausted();
    Tuple* iterators = as<Tuple>(map->iterators.peek());  // the caller holds the map, which never lets go of them
    const Value function = map->function.peek();
    if (iterators->length != 1) return map_many(thread, function, iterators);
    Ref item = next(thread, iterators->items[0]);
    if (!item || item.get().is_exhausted()) return item;
    return call(thread, function, item.get());
  });
}

Ref filter_next(Thread& thread, FilterIterator* filter) {
  const Value function = filter->function.peek(), iterator = filter->iterator.peek();  // as those of a map
  if (iterator.is_empty()) return Ref::exhausted();
  bool by_truth = function.is_none() || function == Value::object(thread.types().boolean);
  for (;;) {
    Ref item = next(thread, iterator);
    if (!item || item.get().is_exhausted()) return item;
    Truth wanted;
    if (by_truth) {
      wanted = truth(thread, item.get());
    } else {
      Ref answer = call(thread, function, item.get());
      if (!answer) return {};
      wanted = answer.get().is_bool() ? truth_of(answer.get().is_true()) : truth(thread, answer.get());
    }
    if (wanted == Truth::Error) return {};
    if (wanted == Truth::Yes) return item;
  }
}

bool is_pair_zip(const Zip* zip) {
  Value iterators = zip->iterators.peek();
  return !zip->strict.get() && !iterators.is_empty() && as<Tuple>(iterators)->length == 2;
}

Truth zip_next_pair(Thread& thread, Zip* zip, Ref* first, Ref* second) {
  return in_one_step(zip, [&]() -> Truth {
    Value iterators = zip->iterators.peek();  // the caller holds the zip, which never lets go of them
    *first = next(thread, as<Tuple>(iterators)->items[0]);
    if (!*first) return Truth::Error;
    if (first->get().is_exhausted()) return Truth::No;
    *second = next(thread, as<Tuple>(iterators)->items[1]);
    if (!*second) return Truth::Error;
    return second->get().is_exhausted() ? Truth::No : Truth::Yes;
  });
}

Ref sequence_iterator(Thread& thread, Value sequence) {
  SequenceIterator* iterator = allocate<SequenceIterator>(thread, thread.types().iterator->root);
  if (!iterator) return {};
  iterator->sequence.init(Ref::share(sequence));
  iterator->position.set(0);
  return Ref::own(iterator);
}

Ref callable_iterator(Thread& thread, Value callable, Value sentinel) {
  CallableIterator* iterator = allocate<CallableIterator>(thread, thread.types().callable_iterator->root);
  if (!iterator) return {};
  iterator->callable.init(Ref::share(callable));
  iterator->sentinel.init(Ref::share(sentinel));
  return Ref::own(iterator);
}

void setup_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<SequenceIterator, sequence_iterator_next>, sequence_hint);
}
void setup_reversed(Thread& thread, Type* type) {
  add_new(thread, type, "(cls, object, /)", reversed_create);
  add_iterator_rows(thread, type, step_of<SequenceIterator, reversed_next>, reversed_hint);
}
void setup_callable_iterator(Thread& thread, Type* type) {
  add_type_flags(type, kNoInstances);
  add_iterator_rows(thread, type, step_of<CallableIterator, callable_next>);
}
void setup_enumerate(Thread& thread, Type* type) {
  add_new(thread, type, "(cls, iterable, start=0)", enumerate_create);
  add_iterator_rows(thread, type, step_of<Enumerate, enumerate_next>);
}
void setup_zip(Thread& thread, Type* type) {
  add_new(thread, type, "(cls, *iterables, strict=False)", zip_create);
  add_iterator_rows(thread, type, step_of<Zip, zip_next>);
}
void setup_map(Thread& thread, Type* type) {
  add_new(thread, type, "*", map_create);
  add_iterator_rows(thread, type, step_of<MapIterator, map_next>);
}
void setup_filter(Thread& thread, Type* type) {
  add_new(thread, type, "*", filter_create);
  add_iterator_rows(thread, type, step_of<FilterIterator, filter_next>);
}

}  // namespace gillab
