// The parts of reading an operation: operation.cpp goes by instruction, operation_calls.cpp by what is called.
#pragma once

#include <string_view>

#include "vm/explore/operation.h"

namespace gillab::explore {

struct Reading {
  Thread& thread;
  const Frame& frame;
  Value* sp;
  bool shows_output;
  Operation& operation;
};

void touch_name(Reading& reading, Value object, Str* name, bool writes);
void touch_item(Reading& reading, Value container, Value key, bool writes, bool deletes);
void touch_content(Reading& reading, Value object, bool writes);    // all of a container
void touch_deeply(Reading& reading, Value object);                   // and all that is in it: by what compares or shows it
void touch_structure(Reading& reading, Value object, bool writes);  // how many, in which order
void touch_iterator(Reading& reading, Value iterator);
bool is_container(Value value);

// Calls: `args` includes self. `names`: of the last values, or null.
void read_call(Reading& reading, Value callee, const Value* args, uint32_t count, Tuple* names);
void read_enter(Reading& reading, Value manager);
void print_operation(Reading& reading, const Value* args, uint32_t count);
// Files: operation_files.cpp
bool is_file(Value value);
void call_file(Reading& reading, Value file, std::string_view name, const Value* args, uint32_t count);
void call_on_path(Reading& reading, std::string_view name, const Value* args, uint32_t count);  // open, os.remove ...
bool is_lock(Value value);
bool is_rlock(Value value);
void acquire(Reading& reading, Value lock, bool waits, bool timed, const char* name);

}  // namespace gillab::explore
