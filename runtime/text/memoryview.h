// memoryview: a window on the memory of bytes or a bytearray.
#pragma once

#include <string>
#include <string_view>

#include "runtime/ref.h"

namespace gillab {

struct MemoryView : Object {
  static constexpr Kind kKind = Kind::MemoryView;
  Field owner;           // bytes or bytearray; empty once released
  Cell<int64_t> start;   // bytes
  Cell<int64_t> length;  // items
  Cell<int64_t> step;    // bytes from one item to the next
  Cell<int64_t> hash;    // 0: not computed
};

Ref make_memoryview(Thread& thread, Value owner);
// A copy of the items, contiguous or not. False: an exception is set.
bool copy_memory(Thread& thread, MemoryView* view, std::string* copy);
// The memory when it is contiguous. False: an exception is set.
bool memory_of(Thread& thread, MemoryView* view, std::string_view* memory);

}  // namespace gillab
