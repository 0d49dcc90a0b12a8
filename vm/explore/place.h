// Where a thread is, in words for people.
#pragma once

#include <string>

#include "runtime/thread.h"
#include "vm/explore/operation.h"

namespace gillab::explore {

struct Location {
  std::string file;       // without its folder
  std::string function;
  int line = 0;
  std::string opcode;
};

// The innermost frame of the script itself, not of the machinery of threading.
const Frame* frame_of_script(const Thread& thread);  // null: there is none
template <class Visit>
void for_each_frame_of_script(const Thread& thread, Visit&& visit) {  // the innermost first
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (frame->code && frame->body && sight_of(frame->code) != Sight::Nothing) visit(*frame);
  }
}
Location location_of_frame(const Frame& frame);
Location location_of_thread(const Thread& thread);
std::string where(const Location& place);            // "counter.py:6"
int line_of_thread(const Thread& thread);             // the same without the texts
std::string thread_name(uint32_t thread);            // main, T1 ...
// "global `count`", "attribute `balance`", "item 2 of a list" ...
std::string name_of_variable(const Thread& thread, const Variable& variable);
std::string describe(const Thread& thread, const Operation& operation);  // "LOAD_GLOBAL count"
std::string name_of_lock(const Thread& thread, Value lock);  // "global `lock`", else "a lock"

}  // namespace gillab::explore
