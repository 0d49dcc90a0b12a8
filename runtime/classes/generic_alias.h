// list[int] and int | str.
#pragma once

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct GenericAlias : Object {
  static constexpr Kind kKind = Kind::GenericAlias;
  Field origin;
  Field args;          // tuple
  Field parameters;    // tuple of the type variables in args; empty until asked
  Cell<bool> starred;  // *tuple[int]
};

struct UnionType : Object {
  static constexpr Kind kKind = Kind::UnionType;
  Field args;  // tuple
};

Ref make_generic_alias(Thread& thread, Value origin, Value args);  // args: a tuple, or the one argument
Ref make_union(Thread& thread, Value left, Value right);           // NotImplemented when one is no type
// A type as it stands inside brackets: int, not <class 'int'>.
Ref shown_type_argument(Thread& thread, Value value);
// The __class_getitem__ of built-in containers: (cls, item) -> cls[item].
Ref generic_class_getitem(Thread& thread, const Value* args, uint32_t count, Tuple* names);

}  // namespace gillab
