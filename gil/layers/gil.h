// The layer `gil`: one thread runs at a time, so counts are plain, objects need no guard and fields are plain.
#pragma once

#include "gil/global_turn.h"

namespace gillab::gil {

struct GilLayer {
  static constexpr const char* kName = "gil";
  static constexpr bool kConcurrent = false;    // threads run bytecode at the same time
  static constexpr bool kLockFreeReads = false;

  struct Count {
    static void start(Header& header) { header.count = 1; }
    static void take(Header& header) { ++header.count; }
    static bool drop(Header& header) { return --header.count == 0; }
    static uint32_t value(const Header& header) { return header.count; }
  };

  struct Guard {
    explicit Guard(Header&) {}
    Guard(Header&, Header&) {}
    ~Guard() {}  // user-provided, so that an unused guard is not a warning
  };

  template <class T>
  class Cell {
   public:
    Cell() = default;
    explicit Cell(T value) : value_(value) {}
    T get() const { return value_; }
    void set(T value) { value_ = value; }

   private:
    T value_;
  };

  using Turn = GlobalTurn;
};

}  // namespace gillab::gil
