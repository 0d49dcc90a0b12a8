// memoryview: a window on the memory of a bytes-like object. In memoryview.cpp: windows and what they show; in
// memoryview_methods.cpp: what scripts call; in memoryview_compare.cpp: casts and comparison.
#pragma once

#include <string>
#include <string_view>

#include "runtime/bytes.h"

namespace gillab {

struct MemoryView : Object {
  static constexpr Kind kKind = Kind::MemoryView;
  Field owner;           // exports its memory (bytes.h); empty once released
  Field shape;           // a tuple where there is not just one dimension: then the window is contiguous. Else None
  Cell<int64_t> start;   // bytes
  Cell<int64_t> length;  // items, of all dimensions
  Cell<int64_t> step;    // bytes from one item to the next
  Cell<int64_t> hash;    // 0: not computed
  char code;             // of an item, as struct has it
  uint8_t size;          // bytes of an item
  bool readonly;
  bool at_sign;          // the format was given as "@B"
};

struct MemoryFormat {
  char code;
  uint8_t size;
  bool at_sign;
};

Ref make_memoryview(Thread& thread, Value owner);
// A part of a window, one dimension; all of it with another format and shape.
Ref make_part(Thread& thread, MemoryView* view, int64_t start, int64_t length, int64_t step);
Ref make_cast(Thread& thread, MemoryView* view, const MemoryFormat& format, int64_t length, Value shape);
void release_memory(MemoryView* view);
// The object looked at, kept alive; empty with an error when the view was released.
Ref owner_of(Thread& thread, MemoryView* view);
// REQUIRES of both: `owner` is the view's.
uint8_t* item_at(Value owner, MemoryView* view, int64_t index);
std::string copy_of(Value owner, MemoryView* view);
inline bool is_contiguous(const MemoryView* view) { return view->step.get() == view->size || view->length.get() <= 1; }

// A copy of the items, contiguous or not. False: an exception is set.
bool copy_memory(Thread& thread, MemoryView* view, std::string* copy);
// The memory when it is contiguous. False: an exception is set.
bool memory_of(Thread& thread, MemoryView* view, std::string_view* memory);
// The same of any bytes-like object that lets itself be written to. False, without an error: it does not.
bool writable_memory(Thread& thread, Value value, std::string_view* memory);

}  // namespace gillab
