// References counted atomically, all alike: the layer `naive`. Zero is the end: nobody gets a reference from there on.
#pragma once

#include "gil/layer.h"

namespace gillab::gil {

struct AtomicCount {
  static void start(Header& header) { header.write({1, 0, 0, 0, {}}); }
  static void finish(Header& header, uint8_t flags) {
    Header free{};
    free.flags = flags;
    header.write(free);
  }
  static void take(Header& header) { __atomic_fetch_add(&header.count, 1, __ATOMIC_RELAXED); }
  static bool drop(Header& header) { return __atomic_fetch_sub(&header.count, 1, __ATOMIC_ACQ_REL) == 1; }
  static bool try_take(Header& header) {
    uint32_t seen = total(header);
    while (seen != 0) {
      if (__atomic_compare_exchange_n(&header.count, &seen, seen + 1, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return true;
    }
    return false;
  }
  static uint32_t mark_seen(const Header&) { return 0; }
  static bool take_seen(const Header&, uint32_t) { return false; }
  static void share(Header&) {}
  static void revive(Header& header) { __atomic_store_n(&header.count, 1, __ATOMIC_RELAXED); }
  static bool is_unique(const Header& header, uint32_t references = 1) {
    return __atomic_load_n(&header.count, __ATOMIC_ACQUIRE) == references;
  }
  static uint32_t total(const Header& header) { return __atomic_load_n(&header.count, __ATOMIC_RELAXED); }
};

}  // namespace gillab::gil
