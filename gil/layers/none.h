// The layer `none`: all threads run at once and nothing protects anything. Counts are loaded, changed and stored, so two
// threads lose each other's; what breaks is broken by the machine, never by undefined C++: every access is a relaxed one.
#pragma once

#include "gil/free_turn.h"
#include "gil/shared_cell.h"

namespace gillab::gil {

struct NoneLayer {
  static constexpr const char* kName = "none";
  static constexpr bool kConcurrent = true;
  static constexpr bool kProtects = false;
  static constexpr bool kLockFreeReads = false;

  struct Count {
    static void start(Header& header) { header.write({1, 0, 0, 0, {}}); }
    static void finish(Header& header, uint8_t flags) {
      Header free{};
      free.flags = flags;
      header.write(free);
    }
    static void take(Header& header) { set(header, total(header) + 1); }
    static bool drop(Header& header) {
      const uint32_t left = total(header) - 1;
      set(header, left);
      return left == 0;
    }
    static bool try_take(Header& header) {
      if (total(header) == 0) return false;
      take(header);
      return true;
    }
    static uint32_t mark_seen(const Header&) { return 0; }
    static bool take_seen(const Header&, uint32_t) { return false; }
    static void share(Header&) {}
    static void revive(Header& header) { set(header, 1); }
    static bool is_unique(const Header& header, uint32_t references = 1) { return total(header) == references; }
    static uint32_t total(const Header& header) { return __atomic_load_n(&header.count, __ATOMIC_RELAXED); }

   private:
    static void set(Header& header, uint32_t count) { __atomic_store_n(&header.count, count, __ATOMIC_RELAXED); }
  };

  struct Guard {
    explicit Guard(Header&) {}
    Guard(Header&, Header&) {}
    ~Guard() {}
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
  using Cell = RelaxedCell<T>;
  using Turn = FreeTurn;
};

using layer_none = NoneLayer;

}  // namespace gillab::gil
