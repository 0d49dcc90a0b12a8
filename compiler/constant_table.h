// The constants and names of one code unit while it is made: each stands once, in the order of first use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/constant.h"

namespace gillab::compiler {

size_t hash_of(const Constant& constant);

class ConstantTable {
 public:
  uint32_t add(Constant constant) {
    const size_t hash = hash_of(constant);
    const auto [first, last] = places_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
      if (same_constant(items_[it->second], constant)) return it->second;
    }
    const auto place = static_cast<uint32_t>(items_.size());
    items_.push_back(std::move(constant));
    places_.emplace(hash, place);
    return place;
  }
  const Constant& operator[](uint32_t place) const { return items_[place]; }
  std::vector<Constant>& items() { return items_; }

 private:
  std::vector<Constant> items_;
  std::unordered_multimap<size_t, uint32_t> places_;
};

// Keys are copied: a mangled name has no other owner.
class NameTable {
 public:
  uint32_t add(std::string_view name) {
    const auto [it, is_new] = places_.try_emplace(std::string(name), static_cast<uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return it->second;
  }
  std::vector<std::string>& names() { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, uint32_t> places_;
};

}  // namespace gillab::compiler
