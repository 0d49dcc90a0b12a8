// What the files of the type memoryview share: shapes, and the methods that stand apart.
#pragma once

#include "runtime/list.h"
#include "runtime/text/memoryview.h"

namespace gillab {

// Null where there is just one dimension.
inline const Tuple* shape_of(const MemoryView* view) {
  Value shape = view->shape.peek();
  return shape.is_none() ? nullptr : as<Tuple>(shape);
}
inline Ref shape_tuple(Thread& thread, const MemoryView* view) {
  return shape_of(view) ? view->shape.take() : make_tuple_of(thread, Value::integer(view->length.get()));
}

Ref memoryview_cast(Thread& thread, const Value* args, uint32_t, Tuple*);
Ref memoryview_eq(Thread& thread, const Value* args, uint32_t, Tuple*);
Ref memoryview_ne(Thread& thread, const Value* args, uint32_t, Tuple*);

}  // namespace gillab
