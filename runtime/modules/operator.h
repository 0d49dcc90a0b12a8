// _operator: what its two files share.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_getter_types(Thread& thread, Module* module);  // operator_getters.cpp

}  // namespace gillab
