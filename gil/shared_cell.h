// Fields that several threads may see at the same time: loads and stores of which none is torn.
#pragma once

#include <atomic>

namespace gillab::gil {

// Get and Set are the orders of plain reads and writes; an exchange is a full fence.
template <class T, std::memory_order Get, std::memory_order Set>
class SharedCell {
 public:
  SharedCell() = default;
  explicit SharedCell(T value) : value_(value) {}
  SharedCell(const SharedCell& other) : value_(other.get()) {}
  SharedCell& operator=(const SharedCell& other) {
    set(other.get());
    return *this;
  }
  T get() const { return value_.load(Get); }
  void set(T value) { value_.store(value, Set); }
  T exchange(T value) { return value_.exchange(value, std::memory_order_seq_cst); }

 private:
  std::atomic<T> value_;
};

template <class T>
using OrderedCell = SharedCell<T, std::memory_order_acquire, std::memory_order_release>;
template <class T>
using RelaxedCell = SharedCell<T, std::memory_order_relaxed, std::memory_order_relaxed>;

}  // namespace gillab::gil
