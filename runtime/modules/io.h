// The types of the module io that are not files of the system.
#pragma once

#include "runtime/native.h"

namespace gillab {

Type* make_string_io_type(Thread& thread);  // null: an error is set
Type* make_bytes_io_type(Thread& thread);

// __getstate__ and __setstate__ of files in memory (io_state.cpp): a copy of the attributes a script gave, or None; the
// state as a tuple of at least so many parts; its last two parts put back, the words naming them in errors.
struct StateWords {
  const char* position;
  const char* but;  // "not" or "got"
  const char* attributes;
};
Ref kept_attributes(Thread& thread, Value file);
Tuple* checked_state(Thread& thread, Value file, Value state, uint64_t parts);
bool restore_state(Thread& thread, Value file, Value position, Value attributes, const StateWords& words, uint64_t* at);

}  // namespace gillab
