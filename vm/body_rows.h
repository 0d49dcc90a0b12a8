// Where threads run at once each has bodies of its own, so that its code specialises itself without asking anybody: a
// table with a row for each thread and a column for each (code, globals). A function knows the column (its place in the
// first row), a thread its row; a row that ended with its thread goes, with all that is in it, to the next thread.
// Thread safety: all. An entry is written by the thread whose row it is in, but for lazy_body at its beginning.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "runtime/function.h"

namespace gillab {

class BodyRows {
 public:
  static BodyRows* make();  // null: no address space
  ~BodyRows();
  BodyRows(const BodyRows&) = delete;

  bool take_row(Thread& thread);  // false: there are too many threads
  void give_row_back(Thread& thread);

  Body** unmade() const { return entry(0, 0); }
  Body** take_column();  // null: there are too many bodies
  void give_column_back(Body** place);
  // REQUIRES: nobody makes or runs a body of that column, or the world has stopped
  template <class Visit>
  void for_each_body(Body** place, const Visit& visit) const {
    for (size_t row = 0, end = rows_; row < end; ++row) {
      Body* body = *(place + row * kColumns);
      if (body != &lazy_body) visit(body);
    }
  }

 private:
  static constexpr size_t kColumns = size_t{1} << 20;  // address space: pages come when touched
  static constexpr size_t kMostRows = 4096;

  explicit BodyRows(Body** entries) : entries_(entries) {}
  Body** entry(size_t row, size_t column) const { return entries_ + row * kColumns + column; }

  Body** const entries_;
  std::mutex mutex_;  // guards all below
  size_t columns_ = 1;  // the first is that of functions which have not run
  std::atomic<size_t> rows_{0};
  std::vector<size_t> free_columns_;
  std::vector<size_t> free_rows_;
};

// The thread's row, where there are rows; the interpreter's table with the first. False: no room.
bool take_body_row(Thread& thread);
void give_body_row_back(Thread& thread);

}  // namespace gillab
