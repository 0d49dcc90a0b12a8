// SHA-512 of a short text, for seeding random numbers. What scripts hash with is in hashlib.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gillab {

std::array<uint8_t, 64> sha512(std::string_view content);

}  // namespace gillab
