// The iterator of array.array: one item after the other, as they are when they are reached.
#include "runtime/containers/iterator_setup.h"
#include "runtime/interpreter.h"
#include "runtime/modules/array.h"

namespace gillab {
namespace {

using Args = const Value*;

struct ArrayIterator : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field array;  // empty once exhausted
  Cell<uint64_t> position;
};
constexpr Layout kArrayIteratorLayout = FieldLayout<ArrayIterator, &ArrayIterator::array>::named("arrayiterator");

Ref iterator_next(Thread& thread, Args args, uint32_t, Tuple*) {
  ArrayIterator* iterator = as<ArrayIterator>(args[0]);
  return in_one_step(iterator, [&]() -> Ref {
    if (iterator->array.peek().is_empty()) return Ref::exhausted();
    Array* array = array_of(iterator->array.peek());
    const uint64_t position = iterator->position.get();
    {
      Guard guard(array->header);
      if (position < array->length.get()) {
        iterator->position.set(position + 1);
        return array_item(thread, array, position);
      }
    }
    return end_of(iterator->array);
  });
}

Ref builtin_iter(Thread& thread) {
  return dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("iter")));
}

Ref reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  ArrayIterator* iterator = as<ArrayIterator>(args[0]);
  Ref function = builtin_iter(thread), array = iterator->array.take();
  Ref walked = array ? std::move(array) : empty_tuple(thread);
  Ref given = walked ? make_tuple_of(thread, walked.get()) : Ref();
  Ref position = make_int(thread, static_cast<int64_t>(iterator->position.get()));
  if (!function || !given || !position) return {};
  if (!is_array(walked.get())) return make_tuple_of(thread, function.get(), given.get());
  return make_tuple_of(thread, function.get(), given.get(), position.get());
}

Ref set_state(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  if (!index_as_int64(thread, args[1], &position)) return {};
  as<ArrayIterator>(args[0])->position.set(position < 0 ? 0 : static_cast<uint64_t>(position));
  return Ref::none();
}

constexpr MethodDef kMethods[] = {{"__reduce__", "(self, /)", reduce}, {"__setstate__", "(self, state, /)", set_state}};

}  // namespace

Type* make_array_iterator_type(Thread& thread) {
  Type* type = make_native_type(thread, {"array.arrayiterator", "array", &kArrayIteratorLayout, kNoInstances}, nullptr);
  if (!type) return nullptr;
  add_iterator_rows(thread, type, iterator_next);
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return type;
}

// module_data of array.array is the type of its iterators.
Ref iterate_array(Thread& thread, Array* array) {
  const auto* type = static_cast<const Type*>(array_type(array)->module_data);
  ArrayIterator* iterator = allocate<ArrayIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->array.init(Ref::share(static_cast<Object*>(array)));
  iterator->position.set(0);
  return Ref::own(iterator);
}

}  // namespace gillab
