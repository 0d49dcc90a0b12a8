// "Did you mean": the nearest name that would have been there.
#pragma once

#include "runtime/exception.h"

namespace gillab {

// For an uncaught AttributeError or NameError: the name, or empty. Leaves no exception set.
Ref suggestion_for(Thread& thread, Exception* exception);

}  // namespace gillab
