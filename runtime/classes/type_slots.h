// What a class's __slots__ ask for.
#pragma once

#include <vector>

#include "runtime/dict.h"
#include "runtime/list.h"

namespace gillab {

struct SlotPlan {
  std::vector<Str*> members;  // interned, sorted
  bool add_dict = false;
  bool add_weakref = false;
};

// Without __slots__: a dict and weak references unless the base has them. False: an error is set.
bool plan_slots(Thread& thread, const Str* class_name, const Tuple* bases, const Type* base, Dict* namespace_,
                SlotPlan* plan);

}  // namespace gillab
