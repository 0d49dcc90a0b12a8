// Stopping before an operation, for those that are no instruction (micro.cpp).
#pragma once

#include "vm/explore/session.h"

namespace gillab::explore {

// Notes what it touches; if others can see it, gives up until it is chosen. False: nobody can.
bool stop_if_shared(ThreadRecord& record, const Operation& operation);

}  // namespace gillab::explore
