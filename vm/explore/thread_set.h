// A set of threads.
#pragma once

#include <cstdint>

#include "gil/schedule/machine.h"

namespace gillab::explore {

struct ThreadSet {
  uint64_t low = 0, high = 0;
  static_assert(gil::schedule::kMostFibers <= 128);

  void add(uint32_t thread) { (thread < 64 ? low : high) |= bit(thread); }
  bool has(uint32_t thread) const { return (thread < 64 ? low : high) & bit(thread); }
  bool is_empty() const { return (low | high) == 0; }
  bool has_several() const {
    return (low && high) || (low & (low - 1)) || (high & (high - 1));
  }
  ThreadSet operator|(const ThreadSet& other) const { return {low | other.low, high | other.high}; }
  ThreadSet operator&(const ThreadSet& other) const { return {low & other.low, high & other.high}; }
  ThreadSet without(const ThreadSet& other) const { return {low & ~other.low, high & ~other.high}; }

  static uint64_t bit(uint32_t thread) { return uint64_t{1} << (thread % 64); }
};

}  // namespace gillab::explore
