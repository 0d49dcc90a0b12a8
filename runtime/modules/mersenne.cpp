// Seeding and stepping the Mersenne Twister.
#include "runtime/modules/mersenne.h"

#include <algorithm>

namespace gillab {

void Mersenne::start(uint32_t seed) {
  words[0] = seed;
  for (uint32_t i = 1; i < kWords; ++i) {
    uint32_t before = words[i - 1];
    words[i] = 1812433253U * (before ^ before >> 30) + i;
  }
  next = kWords;
}

void Mersenne::start(const uint32_t* key, size_t count) {
  start(19650218U);
  size_t i = 1, j = 0;
  auto wrap = [&] {
    if (++i >= kWords) {
      words[0] = words[kWords - 1];
      i = 1;
    }
  };
  for (size_t rounds = std::max<size_t>(kWords, count); rounds; --rounds) {
    words[i] = (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1664525U) + key[j] + static_cast<uint32_t>(j);
    if (++j >= count) j = 0;
    wrap();
  }
  for (size_t rounds = kWords - 1; rounds; --rounds) {
    words[i] = (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1566083941U) - static_cast<uint32_t>(i);
    wrap();
  }
  words[0] = 0x80000000U;
}

void Mersenne::refill() {
  auto twist = [&](uint32_t at, uint32_t after, uint32_t far) {
    uint32_t mixed = (words[at] & 0x80000000U) | (words[after] & 0x7FFFFFFFU);
    words[at] = words[far] ^ mixed >> 1 ^ (mixed & 1 ? 0x9908B0DFU : 0);
  };
  uint32_t i = 0;
  for (; i < kWords - 397; ++i) twist(i, i + 1, i + 397);
  for (; i < kWords - 1; ++i) twist(i, i + 1, i + 397 - kWords);
  twist(kWords - 1, 0, 396);
  next = 0;
}

}  // namespace gillab
