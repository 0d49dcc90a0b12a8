// Why a thread gives its turn up. Policies decide by it, figures and timelines count by it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gil/clock.h"

namespace gillab::gil {

enum class Reason : uint8_t { Turn, Io, Sleep, Lock, Native, End, Start };
inline constexpr size_t kReasonCount = 7;

// A thread without the turn that wants it.
struct Waiter {
  Reason came_from = Reason::Start;
  Nanoseconds since = 0;
};

inline const char* name_of(Reason reason) {
  constexpr const char* kNames[kReasonCount] = {"turn over", "I/O", "sleep", "lock", "native work", "end", "start"};
  return kNames[static_cast<size_t>(reason)];
}

}  // namespace gillab::gil
