// The Mersenne Twister (MT19937): what random.Random and numpy's older generators draw from.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gillab {

struct Mersenne {
  static constexpr uint32_t kWords = 624;
  static constexpr uint32_t kUnseeded = kWords + 1;
  uint32_t words[kWords];
  uint32_t next = kUnseeded;  // the next word to give out

  void start(uint32_t seed);
  void start(const uint32_t* key, size_t count);  // the reference initialisation by an array
  void refill();
  // REQUIRES of both: it was seeded.
  uint32_t word() {
    if (next >= kWords) refill();
    uint32_t word = words[next++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9D2C5680U;
    word ^= word << 15 & 0xEFC60000U;
    return word ^ word >> 18;
  }
  double real() {  // 53 bits, from 0 up to 1
    uint32_t high = word() >> 5, low = word() >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
  }
};

}  // namespace gillab
