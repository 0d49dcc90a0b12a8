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

bool has_items(const Type* type) {
  const Value subscript = dunder_of(type, Dunder::GetItem);
  return !subscript.is_empty() && (!is<Native>(subscript) || !dunder_of(type, Dunder::Len).is_empty());
}

bool is_iterable(Thread& thread, Value value) {
  const Type* type = type_of(thread, value);
  return !dunder_of(type, Dunder::Iter).is_empty() || has_items(type);
}

Ref iterate(Thread& thread, Value iterable) {
  if (iterable.is_object()) {
    Ref quick = quick_iterator(thread, iterable);
    if (quick || thread.has_exception()) return quick;
    if (type_of(iterable.as_object()) == thread.types().generator) return Ref::share(iterable);
  }
  Value method = special_method(thread, iterable, Dunder::Iter);
  if (method.is_empty() && has_items(type_of(thread, iterable))) {
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
[[gnu::noinline]] Ref next_nested(Thread& thread, Value iterator) {
  NativeDepth depth(thread);
  return depth ? step(thread, as<T>(iterator)) : Ref();
}

[[gnu::noinline]] Ref next_of_generator(Thread& thread, Value iterator) {
  Ref returned;
  return resume_generator(thread, as<Generator>(iterator), Value::none(), &returned);
}

Ref end_unless_raised(Thread& thread) {
  if (!exception_matches(thread, Error::StopIteration)) return {};
  clear_exception(thread);
  return Ref::exhausted();
}

// An iterator of a module in C++.
[[gnu::noinline]] Ref next_by_native(Thread& thread, Value iterator, const Native* native) {
  NativeDepth depth(thread);  // an iterator over an iterator over an iterator ...
  if (!depth) return {};
  Ref item = run_native(thread, native, &iterator, 1, nullptr);
  if (!item) [[unlikely]] return end_unless_raised(thread);
  return item;
}

[[gnu::noinline]] Ref next_by_method(Thread& thread, Value iterator) {
  Value method = dunder_of(quick_type_of(thread, iterator), Dunder::Next);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object is not an iterator", type_name(thread, iterator));
  }
  if (is<Native>(method) && as<Native>(method)->owner == quick_type_of(thread, iterator)) {
    return next_by_native(thread, iterator, as<Native>(method));
  }
  NativeDepth depth(thread);
  if (!depth) return {};
  Ref item = call_special_raw(thread, method, &iterator, 1);
  return item ? std::move(item) : end_unless_raised(thread);
}

}  // namespace

Ref Each::next_slowly(bool signalled) {
  if (failed_) return {};
  if (position_ != kIterator) {
    failed_ = signalled && !check_signals(thread_);
    return failed_ ? Ref() : next_item();
  }
  const Value walked = walked_.get();
  const bool generates = is<Generator>(walked) && type_of(walked.as_object()) == thread_.types().generator;
  Ref item = generates && !signalled ? next_of_generator(thread_, walked) : gillab::next(thread_, walked);
  if (!item) failed_ = true;
  if (item.get().is_exhausted()) return {};
  return item;
}

namespace {

// The runtime's own iterators by their step, everything else by its __next__. Only tail calls: it is called for each
// item of most loops in C++.
inline Ref next_undisturbed(Thread& thread, Value iterator) {
  if (!iterator.is_object()) return next_by_method(thread, iterator);
  const ShapeHead& head = head_of(iterator.as_object());
  if (!head.exact) return next_by_method(thread, iterator);
  switch (head.kind) {
    case Kind::ListIterator:
      if (type_of(iterator.as_object()) == thread.types().list_iterator)
        return list_iterator_next(thread, as<ListIterator>(iterator));
      return list_reverse_iterator_next(thread, as<ListIterator>(iterator));
    case Kind::RangeIterator:
      return range_iterator_next(thread, as<RangeIterator>(iterator));
    case Kind::TupleIterator:
      return tuple_iterator_next(thread, as<TupleIterator>(iterator));
    case Kind::StrIterator:
      return str_iterator_next(thread, as<StrIterator>(iterator));
    case Kind::DictIterator:
      return dict_iterator_next(thread, as<DictIterator>(iterator));
    case Kind::SetIterator:
      return set_iterator_next(thread, as<SetIterator>(iterator));
    case Kind::BytesIterator:
      return bytes_iterator_next(thread, as<BytesIterator>(iterator));
    case Kind::SequenceIterator:
      if (type_of(iterator.as_object()) == thread.types().iterator)
        return next_nested<SequenceIterator, sequence_iterator_next>(thread, iterator);
      return next_by_method(thread, iterator);
    case Kind::Enumerate:
      return next_nested<Enumerate, enumerate_next>(thread, iterator);
    case Kind::Zip:
      return next_nested<Zip, zip_next>(thread, iterator);
    case Kind::Map:
      return next_nested<MapIterator, map_next>(thread, iterator);
    case Kind::Filter:
      return next_nested<FilterIterator, filter_next>(thread, iterator);
    case Kind::Generator:
      if (type_of(iterator.as_object()) == thread.types().generator) return next_of_generator(thread, iterator);
      return next_by_method(thread, iterator);
    case Kind::Extension: {
      const Type* type = type_of(iterator.as_object());
      const Value method = dunder_of(type, Dunder::Next);
      if (is<Native>(method) && as<Native>(method)->owner == type) [[likely]]
        return next_by_native(thread, iterator, as<Native>(method));
      return next_by_method(thread, iterator);
    }
    default:
      return next_by_method(thread, iterator);
  }
}

[[gnu::noinline]] Ref next_after_signals(Thread& thread, Value iterator) {
  return check_signals(thread) ? next_undisturbed(thread, iterator) : Ref();
}

}  // namespace

// Iterators without end are walked in C++ too: here is where Ctrl-C gets in.
Ref next(Thread& thread, Value iterator) {
  const bool signalled = thread.attached.requests.load(std::memory_order_relaxed) & gil::kSignal;
  if (signalled) [[unlikely]]
    return next_after_signals(thread, iterator);
  return next_undisturbed(thread, iterator);
}

}  // namespace gillab
