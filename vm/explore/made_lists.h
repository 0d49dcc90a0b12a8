// Lists of the objects that states have made, each kept once: by one process for itself, or where all of one search can
// read them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "vm/explore/shared_states.h"

namespace gillab::explore {

class MadeLists {
 public:
  explicit MadeLists(SharedStates* shared) : shared_(shared) {}

  // Where the list lies; SharedStates::kFull: there is no room.
  uint64_t place_of(const std::vector<uint64_t>& list) {
    uint64_t hash = list.size();
    for (uint64_t object : list) hash = (hash ^ object * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93;
    const auto [known, fresh] = known_.try_emplace(hash, 0);
    if (fresh) known->second = shared_ ? shared_->put_list(list) : keep(list);
    return known->second;
  }

  // Its length, and then the objects.
  const uint64_t* at(uint64_t place) const { return shared_ ? shared_->list(place) : own_.data() + place; }

  // True: the two have not been compared before.
  bool is_new_pair(uint64_t one, uint64_t other) {
    return compared_.insert((one * 0x9E3779B97F4A7C15) ^ (other + 0xD6E8FEB86659FD93)).second;
  }

 private:
  uint64_t keep(const std::vector<uint64_t>& list) {
    const uint64_t place = own_.size();
    own_.push_back(list.size());
    own_.insert(own_.end(), list.begin(), list.end());
    return place;
  }

  SharedStates* const shared_;
  std::vector<uint64_t> own_;
  std::unordered_map<uint64_t, uint64_t> known_;  // by hash
  std::unordered_set<uint64_t> compared_;
};

}  // namespace gillab::explore
