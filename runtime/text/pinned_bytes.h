// The memory of a bytes-like object, held while C++ works on it without the turn: the object lives, and a bytearray
// keeps its size. What another thread writes into a bytearray meanwhile is that script's race, as in CPython.
#pragma once

#include <string_view>

#include "runtime/ref.h"

namespace gillab {

class [[nodiscard]] PinnedBytes {
 public:
  PinnedBytes() = default;
  ~PinnedBytes();
  PinnedBytes(const PinnedBytes&) = delete;
  PinnedBytes& operator=(const PinnedBytes&) = delete;

  // False: TypeError "a bytes-like object is required, not 'T'" is set. To be called once.
  bool pin(Thread& thread, Value value);
  std::string_view view() const { return view_; }
  const unsigned char* data() const { return reinterpret_cast<const unsigned char*>(view_.data()); }
  size_t size() const { return view_.size(); }

 private:
  Ref owner_;  // the bytes or bytearray
  std::string_view view_;
};

}  // namespace gillab
