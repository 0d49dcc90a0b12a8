// The layer `object`: all threads run at once. Counts are each object's own affair, a change of an object locks a byte in
// it, and reading takes no lock.
#pragma once

#include "gil/biased_count.h"
#include "gil/free_turn.h"
#include "gil/object_lock.h"
#include "gil/shared_cell.h"

namespace gillab::gil {

struct ObjectLayer {
  static constexpr const char* kName = "object";
  static constexpr bool kConcurrent = true;
  static constexpr bool kProtects = true;
  static constexpr bool kLockFreeReads = true;

  using Count = BiasedCount;
  using Guard = ObjectGuard;
  static bool may_write(const Attached& me, const Header& header) { return is_biased(me, header); }
  using Suspension = GuardSuspension;
  struct FieldLock {
    explicit FieldLock(const void*) {}
    ~FieldLock() {}
  };
  // A thread that is alone needs no fence: it becomes one of several at a safe point.
  template <class T>
  class Cell : public OrderedCell<T> {
   public:
    using OrderedCell<T>::OrderedCell;
    T exchange(T value) {
      if (several_threads.load(std::memory_order_relaxed)) return OrderedCell<T>::exchange(value);
      T old = this->get();
      this->set(value);
      return old;
    }
  };
  using Turn = FreeTurn;
};

using layer_object = ObjectLayer;

}  // namespace gillab::gil
