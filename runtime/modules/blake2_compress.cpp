// The arithmetic of BLAKE2. Words are little-endian, as the machine's are.
#include <bit>
#include <algorithm>
#include <cstring>

#include "runtime/modules/blake2.h"

namespace gillab {
namespace {

template <class Word>
constexpr Word kStart[8];
template <>
constexpr uint64_t kStart<uint64_t>[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                          0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                          0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
template <>
constexpr uint32_t kStart<uint32_t>[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

constexpr uint8_t kOrder[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

template <class Word>
void mix(Word& a, Word& b, Word& c, Word& d, Word x, Word y) {
  constexpr int kTurns[4] = {sizeof(Word) == 8 ? 32 : 16, sizeof(Word) == 8 ? 24 : 12, sizeof(Word) == 8 ? 16 : 8,
                             sizeof(Word) == 8 ? 63 : 7};
  a += b + x;
  d = std::rotr(d ^ a, kTurns[0]);
  c += d;
  b = std::rotr(b ^ c, kTurns[1]);
  a += b + y;
  d = std::rotr(d ^ a, kTurns[2]);
  c += d;
  b = std::rotr(b ^ c, kTurns[3]);
}

template <class Word>
void one_round(Word* v, const Word* m, const uint8_t* order) {
  mix(v[0], v[4], v[8], v[12], m[order[0]], m[order[1]]);
  mix(v[1], v[5], v[9], v[13], m[order[2]], m[order[3]]);
  mix(v[2], v[6], v[10], v[14], m[order[4]], m[order[5]]);
  mix(v[3], v[7], v[11], v[15], m[order[6]], m[order[7]]);
  mix(v[0], v[5], v[10], v[15], m[order[8]], m[order[9]]);
  mix(v[1], v[6], v[11], v[12], m[order[10]], m[order[11]]);
  mix(v[2], v[7], v[8], v[13], m[order[12]], m[order[13]]);
  mix(v[3], v[4], v[9], v[14], m[order[14]], m[order[15]]);
}

// The parameter block: 64 bytes of BLAKE2b, 32 of BLAKE2s, with other widths for the node's place.
template <class Word>
void write_parameters(const Blake2Parameters& parameters, uint8_t* block) {
  constexpr bool kLong = sizeof(Word) == 8;
  std::memset(block, 0, 8 * sizeof(Word));
  block[0] = parameters.digest_size;
  block[1] = static_cast<uint8_t>(parameters.key.size());
  block[2] = parameters.fanout;
  block[3] = parameters.depth;
  std::memcpy(block + 4, &parameters.leaf_size, 4);
  std::memcpy(block + 8, &parameters.node_offset, kLong ? 8 : 6);
  block[kLong ? 16 : 14] = parameters.node_depth;
  block[kLong ? 17 : 15] = parameters.inner_size;
  std::copy(parameters.salt.begin(), parameters.salt.end(), block + 4 * sizeof(Word));  // may be empty, and then null
  std::copy(parameters.person.begin(), parameters.person.end(), block + 6 * sizeof(Word));
}

}  // namespace

template <class Word>
Blake2<Word>::Blake2(const Blake2Parameters& parameters)
    : digest_size_(parameters.digest_size), last_node_(parameters.last_node) {
  Word words[8];
  write_parameters<Word>(parameters, reinterpret_cast<uint8_t*>(words));
  for (int i = 0; i < 8; ++i) state_[i] = kStart<Word>[i] ^ words[i];
  if (parameters.key.empty()) return;
  std::memset(block_, 0, kBlock);
  std::memcpy(block_, parameters.key.data(), parameters.key.size());
  used_ = kBlock;
}

template <class Word>
void Blake2<Word>::compress(const uint8_t* block, bool last) {
  Word message[16], v[16];
  std::memcpy(message, block, kBlock);
  for (int i = 0; i < 8; ++i) {
    v[i] = state_[i];
    v[8 + i] = kStart<Word>[i];
  }
  v[12] ^= count_[0];
  v[13] ^= count_[1];
  if (last) v[14] = ~v[14];
  if (last && last_node_) v[15] = ~v[15];
  constexpr int kRounds = kLong ? 12 : 10;
  for (int i = 0; i < kRounds; ++i) one_round(v, message, kOrder[i % 10]);
  for (int i = 0; i < 8; ++i) state_[i] ^= v[i] ^ v[8 + i];
}

template <class Word>
void Blake2<Word>::update(const uint8_t* data, size_t size) {
  while (size > 0) {
    if (used_ == kBlock) {
      count_[0] += static_cast<Word>(kBlock);
      count_[1] += count_[0] < kBlock;
      compress(block_, false);
      used_ = 0;
    }
    size_t part = size < kBlock - used_ ? size : kBlock - used_;
    std::memcpy(block_ + used_, data, part);
    used_ += part;
    data += part;
    size -= part;
  }
}

template <class Word>
void Blake2<Word>::finish(uint8_t* digest) const {
  Blake2 end = *this;
  end.count_[0] += static_cast<Word>(used_);
  end.count_[1] += end.count_[0] < used_;
  std::memset(end.block_ + used_, 0, kBlock - used_);
  end.compress(end.block_, true);
  std::memcpy(digest, end.state_, digest_size_);
}

template class Blake2<uint64_t>;
template class Blake2<uint32_t>;

}  // namespace gillab
