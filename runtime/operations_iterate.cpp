// iter() and next() of any object.
#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/operations_inner.h"

namespace gillab {

namespace {

// The iterators of exact built-in containers; empty without an error for anything else.
Ref quick_iterator(Thread& thread, Value iterable) {
  const ShapeHead& head = head_of(iterable.as_object());
  if (!head.exact) return {};
  switch (head.kind) {
    case Kind::List:
      return list_iterator(thread, as<List>(iterable));
    case Kind::Tuple:
      return tuple_iterator(thread, as<Tuple>(iterable));
    case Kind::Dict:
      return dict_iterator(thread, as<Dict>(iterable), 0);
    case Kind::Set:
      return set_iterator(thread, as<Set>(iterable));
    case Kind::Str:
      return str_iterator(thread, as<Str>(iterable));
    case Kind::Range:
      return range_iterator(thread, as<Range>(iterable));
    default:
      return {};
  }
}

}  // namespace

Ref iterate(Thread& thread, Value iterable) {
  if (iterable.is_object()) {
    Ref quick = quick_iterator(thread, iterable);
    if (quick || thread.has_exception()) return quick;
    if (type_of(iterable.as_object()) == thread.types().generator) return Ref::share(iterable);
  }
  Value method = special_method(thread, iterable, Dunder::Iter);
  if (method.is_empty() && !special_method(thread, iterable, Dunder::GetItem).is_empty()) {
    return sequence_iterator(thread, iterable);
  }
  if (method.is_empty() || method.is_none()) {
    return raise(thread, Error::TypeError, "'{}' object is not iterable", type_name(thread, iterable));
  }
  Ref iterator = call_special(thread, method, iterable);
  if (!iterator || !special_method(thread, iterator.get(), Dunder::Next).is_empty()) return iterator;
  return raise(thread, Error::TypeError, "iter() returned non-iterator of type '{}'",
               type_name(thread, iterator.get()));
}

Ref next(Thread& thread, Value iterator) {
  if (iterator.is_object()) {
    const Types& types = thread.types();
    Type* type = type_of(iterator.as_object());
    if (type == types.list_iterator) return list_iterator_next(thread, as<ListIterator>(iterator));
    if (type == types.range_iterator) return range_iterator_next(thread, as<RangeIterator>(iterator));
    if (type == types.tuple_iterator) return tuple_iterator_next(thread, as<TupleIterator>(iterator));
    if (type == types.generator) {
      Ref returned;
      return resume_generator(thread, as<Generator>(iterator), Value::none(), &returned);
    }
  }
  Value method = special_method(thread, iterator, Dunder::Next);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object is not an iterator", type_name(thread, iterator));
  }
  bool own_native = is<Native>(method) && as<Native>(method)->owner == quick_type_of(thread, iterator);
  Ref item = own_native ? as<Native>(method)->call(thread, &iterator, 1, nullptr)
                        : call_special_raw(thread, method, &iterator, 1);
  if (!item && exception_matches(thread, Error::StopIteration)) {
    clear_exception(thread);
    return Ref::exhausted();
  }
  return item;
}

}  // namespace gillab
