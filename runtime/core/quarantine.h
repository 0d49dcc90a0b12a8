// --guard, for the layer in which objects can be freed too early: what is freed is kept and not used again, and whoever
// touches it stops the process with a report of who freed it and who touched it.
#pragma once

#include <string>

#include "runtime/thread.h"

namespace gillab {

// From here on. REQUIRES: one thread. False: there is no memory for it.
bool guard_freed_objects(Thread& thread);
// Takes an object that is to be freed, its fields are gone already. False: it is to be freed as ever.
bool quarantine(Thread& thread, Object* object, size_t size);
// The same for a buffer.
bool quarantine_buffer(size_t bytes);

struct FreedObject {
  std::string type;
  std::string freed_by;  // "thread 2, at queue.py:12"
};
// Both are the VM's: where the thread is, "thread 2, at queue.py:12", and the end of a process that touched `object`.
std::string running_line(const Thread& thread);
[[noreturn]] void report_touch(Thread& thread, const FreedObject& object, const char* how);

}  // namespace gillab
