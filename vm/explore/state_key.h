// What makes two states the same: a hash of everything that later behaviour can depend on, and of nothing else. No
// address of what threads have made, no count of references, no cache.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace gillab::explore {

struct StateKey {
  uint64_t low = 0, high = 0;
  friend bool operator==(const StateKey&, const StateKey&) = default;
};

void prepare_keys();    // at the checkpoint

// REQUIRES: changes have been noted (gil/schedule/pages.h).
// `made`: the objects that have been made since and can be reached, in the order in which they are met: those of two
// states with one key are the same, one by one, but for their addresses.
StateKey key_of_state(std::vector<uint64_t>* made = nullptr);

}  // namespace gillab::explore

template <>
struct std::hash<gillab::explore::StateKey> {
  size_t operator()(const gillab::explore::StateKey& key) const { return static_cast<size_t>(key.low); }
};
