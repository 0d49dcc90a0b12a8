// The objects of itertools, for those who make them and for those who take them apart (itertools_reduce.cpp).
#pragma once

#include "runtime/modules/itertools.h"

namespace gillab {

struct Count : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field next;
  Field step;
};

struct Repeat : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field item;
  Cell<int64_t> remaining;  // -1: for ever
};

struct Cycle : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field iterator;  // empty once it has ended
  Field saved;     // list
  Cell<int64_t> position;
  Cell<bool> complete;  // nothing more is saved: the iterator gives what is there already
};

// A function and an iterator: accumulate, dropwhile, takewhile, filterfalse, starmap.
struct Guided : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field function;
  Field iterator;  // empty: ended
  Field total;     // of accumulate
  Cell<bool> started;
};

// Two fields: chain, compress, pairwise.
struct Pair : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field first;
  Field second;
};

struct ISlice : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field iterator;
  Cell<int64_t> next;  // the index of the next item to give
  Cell<int64_t> stop;  // -1: none
  Cell<int64_t> step;
  Cell<int64_t> position;  // items taken so far
};

struct ZipLongest : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field iterators;  // list; None in the place of one that has ended
  Field fill;
  Cell<int64_t> active;
};

// product, permutations, combinations, combinations_with_replacement.
struct Chooser : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field pools;         // product: a tuple of tuples; the others: one tuple
  int64_t* positions;  // `count` of them, and for permutations as many cycles behind `total` positions
  int64_t count;       // items of a result
  int64_t total;       // positions in the array
  Cell<bool> started;
  Cell<bool> ended;
};

struct GroupBy : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field iterator;
  Field key_function;  // or None
  Field target_key;    // of the group given last
  Field current_key;
  Field current_item;
  Field group;  // the group given last: only it may go on
};

// A mark that a group shares with its groupby: no cycle of references, and an older group sees it is not the last.
struct Grouper : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field parent;
  Field target_key;
  Field mark;
};

constexpr int64_t kTeeBlockItems = 57;

struct TeeBlock : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field source;
  Field items;   // list, of kTeeBlockItems at most
  Field next;    // empty until a copy gets there
  bool reading;  // the source is being asked
};
struct Tee : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field block;
  Cell<int64_t> position;
};

}  // namespace gillab
