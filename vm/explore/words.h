// Numbers and texts as reports write them.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

namespace gillab::explore {

std::string with_commas(std::string digits);
std::string one_line(const std::string& text, size_t most);  // '' where there is none
std::string sum(const std::string& left, const std::string& right);         // of decimal numbers
std::string difference(const std::string& left, const std::string& right);

// As JSON: whole numbers past 2^53 are decimal strings.
template <class Json>
Json exact_number(const std::string& digits) {
  constexpr uint64_t kExact = uint64_t{1} << 53;
  if (digits.size() > 16) return digits;
  const uint64_t value = std::strtoull(digits.c_str(), nullptr, 10);
  return value > kExact ? Json(digits) : Json(value);
}

}  // namespace gillab::explore
