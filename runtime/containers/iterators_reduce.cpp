// What copy and pickle ask of iterators: __reduce__ names a function that makes the iterator again, __setstate__ takes
// it to its place. Iterators of tables give the items that are left.
#include <algorithm>

#include "runtime/containers/iterator_setup.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"

namespace gillab {
namespace {

using Args = const Value*;

Ref builtin(Thread& thread, const char* name) {
  Ref found = dict_get_name(thread.interpreter->builtins, intern(thread, name));
  return found ? std::move(found) : Ref(raise(thread, Error::AttributeError, "{}", name));
}

// (name, (argument,), position); at the end, (name, ((),)).
Ref reduce_place(Thread& thread, const char* name, Value argument, int64_t position) {
  Ref function = builtin(thread, name), nothing = empty_tuple(thread);
  if (!function || !nothing) return {};
  Ref given = make_tuple_of(thread, argument.is_empty() ? nothing.get() : argument);
  if (!given) return {};
  if (argument.is_empty()) return make_tuple_of(thread, function.get(), given.get());
  return make_tuple_of(thread, function.get(), given.get(), Value::integer(position));
}

template <class T, Field T::*field>
Ref reduce_sequence(Thread& thread, Args args, uint32_t, Tuple*) {
  T* iterator = as<T>(args[0]);
  Ref walked = (iterator->*field).take();
  return reduce_place(thread, "iter", walked.get(), static_cast<int64_t>(iterator->position.get()));
}
template <class T, Field T::*field>
Ref reduce_backwards(Thread& thread, Args args, uint32_t, Tuple*) {
  T* iterator = as<T>(args[0]);
  Ref walked = (iterator->*field).take();
  return reduce_place(thread, "reversed", walked.get(), iterator->position.get());
}

template <class T, Field T::*field, int64_t kLowest>
Ref set_place(Thread& thread, Args args, uint32_t, Tuple*) {
  T* iterator = as<T>(args[0]);
  int64_t position;
  if (!index_as_int64(thread, args[1], &position, true)) return {};
  if (!(iterator->*field).peek().is_empty()) {
    using Position = decltype(iterator->position.get());
    iterator->position.set(static_cast<Position>(std::max(position, kLowest)));
  }
  return Ref::none();
}

Ref reduce_range(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* iterator = as<RangeIterator>(args[0]);
  Ref first, stop, step;
  if (!iterator->big_next.peek().is_empty()) {
    first = iterator->big_next.take(), stop = iterator->big_stop.take(), step = iterator->big_step.take();
  } else {
    first = make_int(thread, iterator->next.get()), step = make_int(thread, iterator->step.get());
    Ref left = make_int(thread, iterator->remaining.get());
    Ref length = left && step ? binary(thread, Binary::Multiply, left.get(), step.get()) : Ref();
    stop = length && first ? binary(thread, Binary::Add, first.get(), length.get()) : Ref();
  }
  Ref range = first && stop && step ? make_range(thread, first.get(), stop.get(), step.get()) : Ref();
  return range ? reduce_place(thread, "iter", range.get(), 0) : Ref();
}

Ref skip_in_big_range(Thread& thread, RangeIterator* iterator, int64_t count) {
  Ref step = iterator->big_step.take(), stop = iterator->big_stop.take(), times = make_int(thread, count);
  Ref way = times ? binary(thread, Binary::Multiply, step.get(), times.get()) : Ref();
  Ref next = way ? binary(thread, Binary::Add, iterator->big_next.take().get(), way.get()) : Ref();
  if (!next) return {};
  const bool up = compare_truth(thread, Compare::Greater, step.get(), Value::integer(0)) == Truth::Yes;
  const Compare beyond = up ? Compare::Greater : Compare::Less;
  const bool past = compare_truth(thread, beyond, next.get(), stop.get()) == Truth::Yes;
  iterator->big_next.put(past ? std::move(stop) : std::move(next));
  return Ref::none();
}

Ref set_range_place(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* iterator = as<RangeIterator>(args[0]);
  int64_t position;
  if (!index_as_int64(thread, args[1], &position, true)) return {};
  position = std::max<int64_t>(position, 0);
  if (!iterator->big_next.peek().is_empty()) return skip_in_big_range(thread, iterator, position);
  const int64_t skipped = std::min(position, iterator->remaining.get());
  iterator->next.set(iterator->next.get() + skipped * iterator->step.get());
  iterator->remaining.set(iterator->remaining.get() - skipped);
  return Ref::none();
}

Ref reduce_list(Thread& thread, Ref copy) {
  Ref list = copy ? list_from(thread, copy.get()) : Ref(), function = builtin(thread, "iter");
  Ref given = list && function ? make_tuple_of(thread, list.get()) : Ref();
  return given ? make_tuple_of(thread, function.get(), given.get()) : Ref();
}

Ref reduce_dict(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* iterator = as<DictIterator>(args[0]);
  auto* copy = allocate<DictIterator>(thread, type_of(iterator)->root);
  if (!copy) return {};
  copy->dict.init(iterator->dict.take());
  copy->position.set(iterator->position.get());
  copy->used.set(iterator->used.get());
  copy->what.set(iterator->what.get());
  copy->remaining.set(iterator->remaining.get());
  copy->backwards = iterator->backwards;
  return reduce_list(thread, Ref::own(copy));
}

Ref reduce_set(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* iterator = as<SetIterator>(args[0]);
  auto* copy = allocate<SetIterator>(thread, type_of(iterator)->root);
  if (!copy) return {};
  copy->set.init(iterator->set.take());
  copy->position.set(iterator->position.get());
  copy->used.set(iterator->used.get());
  return reduce_list(thread, Ref::own(copy));
}

Ref reduce_callable(Thread& thread, Args args, uint32_t, Tuple*) {
  auto* iterator = as<CallableIterator>(args[0]);
  Ref callable = iterator->callable.take(), sentinel = iterator->sentinel.take(), function = builtin(thread, "iter");
  if (!callable || !sentinel) return reduce_place(thread, "iter", Value(), 0);
  Ref given = function ? make_tuple_of(thread, callable.get(), sentinel.get()) : Ref();
  return given ? make_tuple_of(thread, function.get(), given.get()) : Ref();
}

// (type, (first, *iterators)), with a state behind where there is one.
Ref reduce_lazy(Thread& thread, Value self, Value first, Value iterators, Value state) {
  Ref list = make_list(thread);
  if (!list || (!first.is_empty() && !append(thread, list.as<List>(), Ref::share(first)))) return {};
  if (!extend(thread, list.as<List>(), iterators)) return {};
  Ref given = tuple_from(thread, list.get());
  if (!given) return {};
  Value type = Value::object(type_of(self.as_object()));
  if (state.is_empty()) return make_tuple_of(thread, type, given.get());
  return make_tuple_of(thread, type, given.get(), state);
}

Ref reduce_map(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref function = as<MapIterator>(args[0])->function.take(), iterators = as<MapIterator>(args[0])->iterators.take();
  return reduce_lazy(thread, args[0], function.get(), iterators.get(), Value());
}
Ref reduce_filter(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref function = as<FilterIterator>(args[0])->function.take();
  Ref iterators = make_tuple_of(thread, as<FilterIterator>(args[0])->iterator.peek());
  return iterators ? reduce_lazy(thread, args[0], function.get(), iterators.get(), Value()) : Ref();
}
Ref reduce_zip(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterators = as<Zip>(args[0])->iterators.take();
  Value state = as<Zip>(args[0])->strict.get() ? Value::boolean(true) : Value();
  return reduce_lazy(thread, args[0], Value(), iterators.get(), state);
}
Ref set_strict(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth strict = truth(thread, args[1]);
  if (strict == Truth::Error) return {};
  as<Zip>(args[0])->strict.set(strict == Truth::Yes);
  return Ref::none();
}
Ref reduce_enumerate(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref iterator = as<Enumerate>(args[0])->iterator.take(), count = as<Enumerate>(args[0])->count.take();
  Ref rest = make_tuple_of(thread, count.get());
  return rest ? reduce_lazy(thread, args[0], iterator.get(), rest.get(), Value()) : Ref();
}

struct Reduction {
  Type* Types::*type;
  NativeCall reduce;
  NativeCall set_state;  // null: it has none
};
const Reduction kReductions[] = {
    {&Types::list_iterator, reduce_sequence<ListIterator, &ListIterator::list>, set_place<ListIterator, &ListIterator::list, 0>},
    {&Types::list_reverse_iterator, reduce_backwards<ListIterator, &ListIterator::list>,
     set_place<ListIterator, &ListIterator::list, -1>},
    {&Types::tuple_iterator, reduce_sequence<TupleIterator, &TupleIterator::tuple>,
     set_place<TupleIterator, &TupleIterator::tuple, 0>},
    {&Types::str_iterator, reduce_sequence<StrIterator, &StrIterator::text>, set_place<StrIterator, &StrIterator::text, 0>},
    {&Types::bytes_iterator, reduce_sequence<BytesIterator, &BytesIterator::bytes>,
     set_place<BytesIterator, &BytesIterator::bytes, 0>},
    {&Types::bytearray_iterator, reduce_sequence<BytesIterator, &BytesIterator::bytes>,
     set_place<BytesIterator, &BytesIterator::bytes, 0>},
    {&Types::iterator, reduce_sequence<SequenceIterator, &SequenceIterator::sequence>,
     set_place<SequenceIterator, &SequenceIterator::sequence, 0>},
    {&Types::reversed, reduce_backwards<SequenceIterator, &SequenceIterator::sequence>,
     set_place<SequenceIterator, &SequenceIterator::sequence, -1>},
    {&Types::range_iterator, reduce_range, set_range_place},
    {&Types::long_range_iterator, reduce_range, set_range_place},
    {&Types::dict_key_iterator, reduce_dict, nullptr},
    {&Types::dict_value_iterator, reduce_dict, nullptr},
    {&Types::dict_item_iterator, reduce_dict, nullptr},
    {&Types::dict_reverse_key_iterator, reduce_dict, nullptr},
    {&Types::dict_reverse_value_iterator, reduce_dict, nullptr},
    {&Types::dict_reverse_item_iterator, reduce_dict, nullptr},
    {&Types::set_iterator, reduce_set, nullptr},
    {&Types::callable_iterator, reduce_callable, nullptr},
    {&Types::map, reduce_map, nullptr},
    {&Types::filter, reduce_filter, nullptr},
    {&Types::zip, reduce_zip, set_strict},
    {&Types::enumerate, reduce_enumerate, nullptr},
};

}  // namespace

void setup_iterator_reductions(Thread& thread) {
  for (const Reduction& each : kReductions) {
    Type* type = thread.interpreter->types.*each.type;
    const MethodDef reduce[] = {{"__reduce__", "(self, /)", each.reduce}};
    const MethodDef set_state[] = {{"__setstate__", "(self, state, /)", each.set_state}};
    add_methods(thread, type, reduce);
    if (each.set_state) add_methods(thread, type, set_state);
  }
}

}  // namespace gillab
