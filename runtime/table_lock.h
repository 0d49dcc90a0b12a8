// The lock of a table that belongs to the interpreter: held for a few steps, in which nothing waits and no Python code
// runs. Where one thread runs at a time it is nothing.
#pragma once

#include <mutex>
#include <type_traits>

#include "gil/layer_alias.h"
#include "gil/script_lock.h"

namespace gillab {

struct NoLock {
  void lock() {}
  void unlock() {}
};
using TableLock = std::conditional_t<gil::Layer::kConcurrent, gil::ShortLock, NoLock>;
using TableLocked = std::lock_guard<TableLock>;

}  // namespace gillab
