// The memory of a bytes-like argument, held where it is while the turn is given away: nobody can resize or release it.
#pragma once

#include <string_view>

#include "runtime/bytes.h"
#include "runtime/text/memoryview.h"

namespace gillab {

class [[nodiscard]] Pinned {
 public:
  enum Use { kRead, kWrite };
  Pinned() = default;
  ~Pinned();
  Pinned(const Pinned&) = delete;
  // False: an exception is set; for kWrite `what` begins the sentence: "readinto() argument" must be read-write ...
  bool open(Thread& thread, Value value, Use use, const char* what = "argument");
  std::string_view view() const { return {data_, size_}; }
  char* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  Ref window_;  // a memoryview: it keeps the owner alive and its size as it is
  char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace gillab
