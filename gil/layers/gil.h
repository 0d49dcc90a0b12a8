// The layer `gil`: one thread runs at a time, so counts are plain, objects need no guard and fields are plain.
#pragma once

#include "gil/global_turn.h"

namespace gillab::gil {

struct GilLayer {
  static constexpr const char* kName = "gil";
  static constexpr bool kConcurrent = false;
  static constexpr bool kProtects = false;
  static constexpr bool kLockFreeReads = false;

  struct Count {
    static void start(Header& header) { header = {1, 0, 0, 0, {}}; }
    static void finish(Header& header, uint8_t flags) {
      header = {};
      header.flags = flags;
    }
    static void take(Header& header) { ++header.count; }
    static bool drop(Header& header) { return --header.count == 0; }
    static bool try_take(Header& header) {
      if (header.count == 0) return false;
      ++header.count;
      return true;
    }
    static uint32_t mark_seen(const Header&) { return 0; }
    static bool take_seen(const Header&, uint32_t) { return false; }
    static void share(Header&) {}
    static void revive(Header& header) { header.count = 1; }
    static bool is_unique(const Header& header, uint32_t references = 1) { return header.count == references; }
    static uint32_t total(const Header& header) { return header.count; }
  };

  struct Guard {
    explicit Guard(Header&) {}
    Guard(Header&, Header&) {}
    ~Guard() {}  // user-provided, so that an unused guard is not a warning
    void keeps_all() {}
  };
  static bool may_write(const Attached&, const Header&) { return true; }
  struct Suspension {
    Suspension() {}
    ~Suspension() {}
  };
  struct FieldLock {
    explicit FieldLock(const void*) {}
    ~FieldLock() {}
  };

  template <class T>
  class Cell {
   public:
    Cell() = default;
    explicit Cell(T value) : value_(value) {}
    T get() const { return value_; }
    void set(T value) { value_ = value; }
    T exchange(T value) {
      T old = value_;
      value_ = value;
      return old;
    }

   private:
    T value_;
  };

  using Turn = GlobalTurn;
};

using layer_gil = GilLayer;

}  // namespace gillab::gil
