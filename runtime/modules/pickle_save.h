// What a pickle has so far, and who writes it. For pickle.cpp and pickle_save.cpp.
#pragma once

#include <string>
#include <vector>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

// What has been written, and the numbers of the objects in it.
class Memo {
 public:
  int64_t number_of(Value value) const;  // -1: it has none
  uint32_t add(Value value);             // None: a number for nothing that could be asked for
  std::vector<Ref> forget();             // all of them; gives what they kept alive

  std::string out;
  Value other, reduced;   // what saves the rest, and what takes results of __reduce_ex__. Borrowed while saving is
  Dict* table = nullptr;  // under way, as the reducers of classes
  bool only_plain = false;  // nobody saves the rest: meeting any of it says so in `met_other`
  bool met_other = false;

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
// The whole pickle of plain values in one frame. None: there is something else in it, or it needs more frames.
Ref pickle_of_plain(Thread& thread, Value value, int64_t protocol);
void memoize_pickled(Thread& thread, Saver* saver, Value value);  // with the opcode that says so

}  // namespace gillab
