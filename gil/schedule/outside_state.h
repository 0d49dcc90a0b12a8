// What the scheduler keeps that is no part of the script's state: on pages of its own, so that saving and restoring the
// engine's static memory leaves it alone.
#pragma once

#include "gil/schedule/machine.h"

namespace gillab::gil::schedule {

struct alignas(4096) OutsideState {
  bool inside = false;
  jmp_buf outside;   // where the decider waits for a fiber to give up
  Hooks hooks;
  bool started = false;
  bool new_memory = false;
  uint32_t making = 0;            // the fiber that is being made
  Nanoseconds looked_at = 0;      // where nothing is explored: the machine's own clock when it was asked last
  bool has_run = false;           // a fiber has, since changes were last noted (pages.h)
  struct PageTable* pages = nullptr;
  void* files_on_disk = nullptr;  // files.cpp
  char tail[2048] = {};
};

extern OutsideState outside_state;

}  // namespace gillab::gil::schedule
