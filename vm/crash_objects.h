// Which object a broken process had in hand: looks for one in the registers, and believes nothing.
#pragma once

#include <csetjmp>
#include <cstdint>

#include "runtime/thread.h"
#include "vm/raw_text.h"

namespace gillab {

struct Registers {
  uint64_t values[32];
  int count = 0;
};
Registers registers_of(const void* signal_context);

// Reading broken memory may break again: the handler of crash_report.cpp then comes back here.
extern constinit thread_local sigjmp_buf* escape;

// False: `work` was cut short.
template <class Work>
bool try_reading(Work work) {
  sigjmp_buf here;
  sigjmp_buf* const outer = escape;
  if (sigsetjmp(here, 0) != 0) {
    escape = outer;
    return false;
  }
  escape = &here;
  work();
  escape = outer;
  return true;
}

// ", touching a list" or ", touching a freed object"; nothing when no register leads to an object.
void write_object_at_hand(RawText& text, const Thread& thread, const Registers& registers, uint64_t fault_address);

}  // namespace gillab
