// _functools: what its two files share.
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_cache_type(Thread& thread, Module* module);  // _lru_cache_wrapper; functools_cache.cpp

}  // namespace gillab
