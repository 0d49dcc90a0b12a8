// The parsed form of a native's signature, and the binder that puts arguments in their places.
#pragma once

#include "runtime/native.h"

namespace gillab {

inline constexpr uint32_t kMaxPlaces = 32;

struct Parameters {
  uint16_t places;  // all parameters, self included
  uint16_t hidden;  // 1 when the first is the instance or class and messages do not count it
  uint16_t positional_only;
  uint16_t positional;  // may be given by position
  uint16_t minimum;     // positional ones without default
  int16_t rest;         // the place of *args, or -1
  int16_t keywords;     // the place of **kwargs, or -1
  bool by_keyword;      // some parameter may be given by keyword
  bool takes_defaults;  // given enough by position, all other places may stay empty
  bool is_new;          // a __new__: its first argument is checked
  bool required[kMaxPlaces];
  Str* names[kMaxPlaces];  // interned, borrowed from the table
};

// Fills places[0 .. places). `rest` and `keywords` keep the tuple and the dict alive. False: CPython's TypeError is
// set.
bool bind_arguments(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names, Value* places,
                    Ref* rest, Ref* keywords);
// Calls with no keywords and a first argument that is known to fit: nothing is left to check but their number.
Ref call_native_fitting(Thread& thread, Native* native, const Value* args, uint32_t count);
// A class method can only be bound to its type or one derived from it. False: CPython's TypeError is set.
bool is_class_for(Thread& thread, const Native* native, Value value);
void free_parameters(Parameters* parameters);

// What messages call the function: "list.append", "len", "math.sqrt"; for a constructor the class.
std::string_view bare_name(const Native* native);
Ref full_name(Thread& thread, const Native* native);

}  // namespace gillab
