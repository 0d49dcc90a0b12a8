// Iterator objects the loop knows by heart. Each one's __next__ is a Native; the loop reads the fields directly.
#pragma once

#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

struct ListIterator : Object {
  static constexpr Kind kKind = Kind::ListIterator;
  Field list;               // empty once exhausted
  Cell<int64_t> position;   // the next index; counts down in list_reverseiterator
};
struct TupleIterator : Object {
  static constexpr Kind kKind = Kind::TupleIterator;
  Field tuple;
  Cell<int64_t> position;
};
struct RangeIterator : Object {  // range_iterator: all fit; longrange_iterator: big holds what does not
  static constexpr Kind kKind = Kind::RangeIterator;
  Cell<int64_t> next;
  Cell<int64_t> step;
  Cell<int64_t> remaining;
  Field big_next;           // longrange only
  Field big_step;
  Field big_stop;
};
struct DictIterator : Object {
  static constexpr Kind kKind = Kind::DictIterator;
  Field dict;               // empty once exhausted
  Cell<uint32_t> position;
  Cell<uint32_t> used;      // the dict's size at the start: a change is an error
  Cell<uint32_t> what;      // 0 keys, 1 values, 2 items
  Cell<uint32_t> remaining; // entries still to come: more of them than that, and the keys have changed
  bool backwards;
};
struct SetIterator : Object {
  static constexpr Kind kKind = Kind::SetIterator;
  Field set;
  Cell<uint64_t> position;
  Cell<uint64_t> used;
};
struct StrIterator : Object {
  static constexpr Kind kKind = Kind::StrIterator;
  Field text;
  Cell<uint64_t> position;
};
struct BytesIterator : Object {
  static constexpr Kind kKind = Kind::BytesIterator;
  Field bytes;              // bytes or bytearray
  Cell<uint64_t> position;
};
struct SequenceIterator : Object {
  static constexpr Kind kKind = Kind::SequenceIterator;
  Field sequence;
  Cell<int64_t> position;
};
struct CallableIterator : Object {
  static constexpr Kind kKind = Kind::CallableIterator;
  Field callable;
  Field sentinel;
};
struct Enumerate : Object {
  static constexpr Kind kKind = Kind::Enumerate;
  Field iterator;
  Field count;              // an int of either form
};
struct Zip : Object {
  static constexpr Kind kKind = Kind::Zip;
  Field iterators;          // tuple
  Cell<bool> strict;
};
struct MapIterator : Object {
  static constexpr Kind kKind = Kind::Map;
  Field function;
  Field iterators;          // tuple
};
struct FilterIterator : Object {
  static constexpr Kind kKind = Kind::Filter;
  Field function;           // None: truth
  Field iterator;
};

// iter() of the built-in containers, exact or not.
Ref list_iterator(Thread& thread, List* list);
Ref tuple_iterator(Thread& thread, Tuple* tuple);
Ref range_iterator(Thread& thread, Range* range);
Ref dict_iterator(Thread& thread, Dict* dict, uint32_t what);
Ref dict_reverse_iterator(Thread& thread, Dict* dict, uint32_t what);
Ref set_iterator(Thread& thread, Set* set);
Ref str_iterator(Thread& thread, Str* text);
Ref bytes_iterator(Thread& thread, Value bytes);  // bytes or bytearray
Ref callable_iterator(Thread& thread, Value callable, Value sentinel);
Ref sequence_iterator(Thread& thread, Value sequence);

// One step of each; Value::exhausted() at the end.
Ref list_iterator_next(Thread& thread, ListIterator* iterator);
Ref tuple_iterator_next(Thread& thread, TupleIterator* iterator);
Ref range_iterator_next(Thread& thread, RangeIterator* iterator);
Ref dict_iterator_next(Thread& thread, DictIterator* iterator);
Ref list_reverse_iterator_next(Thread& thread, ListIterator* iterator);
Ref str_iterator_next(Thread& thread, StrIterator* iterator);
Ref set_iterator_next(Thread& thread, SetIterator* iterator);
Ref bytes_iterator_next(Thread& thread, BytesIterator* iterator);
Ref sequence_iterator_next(Thread& thread, SequenceIterator* iterator);
Ref enumerate_next(Thread& thread, Enumerate* enumerate);
Ref zip_next(Thread& thread, Zip* zip);
Ref map_next(Thread& thread, MapIterator* map);
Ref filter_next(Thread& thread, FilterIterator* filter);
// One step that gives a pair without making it a tuple. No: the end. Of a dict's items, of an enumerate, and of a zip of
// two that is not strict: is_pair_zip.
Truth dict_items_next(Thread& thread, DictIterator* iterator, Ref* key, Ref* value);
bool is_pair_zip(const Zip* zip);
Truth enumerate_next_pair(Thread& thread, Enumerate* enumerate, Value* number, Value* item);  // both owned
Truth zip_next_pair(Thread& thread, Zip* zip, Ref* first, Ref* second);

// Whether iter() would take it.
bool is_iterable(Thread& thread, Value value);

}  // namespace gillab
