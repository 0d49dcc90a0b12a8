// iter() and next() of any object.
#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/operations/operations_inner.h"

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

namespace {

// Iterators over iterators may stand on each other without end.
template <class T, Ref (*step)(Thread&, T*)>
Ref next_nested(Thread& thread, Value iterator) {
  NativeDepth depth(thread);
  return depth ? step(thread, as<T>(iterator)) : Ref();
}

// The iterators of the runtime itself. False: *item is not set, the type's __next__ has to be called.
inline bool quick_next(Thread& thread, Value iterator, Ref* item) {
  const ShapeHead& head = head_of(iterator.as_object());
  if (!head.exact) return false;
  switch (head.kind) {
    case Kind::ListIterator: {
      bool forward = type_of(iterator.as_object()) == thread.types().list_iterator;
      *item = forward ? list_iterator_next(thread, as<ListIterator>(iterator))
                      : list_reverse_iterator_next(thread, as<ListIterator>(iterator));
      return true;
    }
    case Kind::RangeIterator:
      return *item = range_iterator_next(thread, as<RangeIterator>(iterator)), true;
    case Kind::TupleIterator:
      return *item = tuple_iterator_next(thread, as<TupleIterator>(iterator)), true;
    case Kind::StrIterator:
      return *item = str_iterator_next(thread, as<StrIterator>(iterator)), true;
    case Kind::DictIterator:
      return *item = dict_iterator_next(thread, as<DictIterator>(iterator)), true;
    case Kind::SetIterator:
      return *item = set_iterator_next(thread, as<SetIterator>(iterator)), true;
    case Kind::Enumerate:
      return *item = next_nested<Enumerate, enumerate_next>(thread, iterator), true;
    case Kind::Zip:
      return *item = next_nested<Zip, zip_next>(thread, iterator), true;
    case Kind::Map:
      return *item = next_nested<MapIterator, map_next>(thread, iterator), true;
    case Kind::Filter:
      return *item = next_nested<FilterIterator, filter_next>(thread, iterator), true;
    case Kind::Generator:
      if (type_of(iterator.as_object()) == thread.types().generator) {
        Ref returned;
        *item = resume_generator(thread, as<Generator>(iterator), Value::none(), &returned);
        return true;
      }
      return false;
    default:
      return false;
  }
}

}  // namespace

Ref Each::next_slowly(bool signalled) {
  if (failed_) return {};
  if (signalled && !check_signals(thread_)) [[unlikely]] {
    failed_ = true;
    return {};
  }
  if (position_ != kIterator) return next_item();
  Ref item = gillab::next(thread_, walked_.get());
  if (!item) failed_ = true;
  if (item.get().is_exhausted()) return {};
  return item;
}

Ref next(Thread& thread, Value iterator) {
  if (iterator.is_object()) {
    Ref item;
    if (quick_next(thread, iterator, &item)) return item;
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
