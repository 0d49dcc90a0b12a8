// What a pickle has so far, and who writes it. For pickle.cpp and pickle_save.cpp.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <vector>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// What has been written.
class PickleText {
 public:
  PickleText() = default;
  ~PickleText() { std::free(data_); }
  PickleText(const PickleText&) = delete;
  // Room for that many bytes, and their number if fewer were written.
  char* room(size_t bytes) {
    if (capacity_ - size_ < bytes) [[unlikely]] grow(bytes);
    return data_ + size_;
  }
  void wrote(size_t bytes) { size_ += bytes; }
  void append(std::string_view text) {
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  void byte(int value) {
    *room(1) = static_cast<char>(value);
    ++size_;
  }
  std::string_view view() const { return {data_, size_}; }
  char* data() { return data_; }
  size_t size() const { return size_; }
  void take_back(size_t bytes) { size_ -= bytes; }
  void clear() { size_ = 0; }

 private:
  void grow(size_t bytes) {
    const size_t capacity = std::max(capacity_ * 2, size_ + bytes + 256);
    char* data = static_cast<char*>(std::realloc(data_, capacity));
    if (!data) throw std::bad_alloc();
    data_ = data;
    capacity_ = capacity;
  }
  char* data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
};

// What has been written, and the numbers of the objects in it.
class Memo {
 public:
  int64_t number_of(Value value) const;  // -1: it has none
  uint32_t add(Value value);             // None: a number for nothing that could be asked for
  std::vector<Ref> forget();             // all of them; gives what they kept alive

  PickleText out;
  Value other, reduced;   // what saves the rest, and what takes results of __reduce_ex__. Borrowed while saving is
  Dict* table = nullptr;  // under way, as the reducers of classes
  Ref kept_table;           // the same, where nobody else keeps it
  bool only_plain = false;  // nobody saves the rest: meeting any of it says so in `met_other`
  bool met_other = false;
  bool framed = false;     // the text is the pickle itself, with its frames
  size_t frame_start = 0;

 private:
  struct Row {
    uint64_t bits;  // the value's; 0: the place is free (the int 0 is never in here)
    uint32_t number;
  };
  size_t place_of(Value value) const { return (value.bits() * 0x9E3779B97F4A7C15u >> 20) & (rows_.size() - 1); }
  void insert(Row row);
  void grow();
  std::vector<Row> rows_;  // a power of two, half of them free
  std::vector<Ref> kept_;  // by number
};

struct Saver : Object {
  Memo* memo;
  int64_t protocol;
};

bool save_pickled(Thread& thread, Saver* saver, Value value);
// The whole pickle of plain values. None: there is something else in it.
Ref pickle_of_plain(Thread& thread, Value value, int64_t protocol);
void memoize_pickled(Thread& thread, Saver* saver, Value value);  // with the opcode that says so

}  // namespace gillab
