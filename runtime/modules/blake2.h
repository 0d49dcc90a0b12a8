// BLAKE2b and BLAKE2s with all their parameters (RFC 7693 and the paper's tree mode): plain arithmetic, no Python.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gillab {

struct Blake2Parameters {
  uint8_t digest_size;
  uint8_t fanout = 1;
  uint8_t depth = 1;
  uint32_t leaf_size = 0;
  uint64_t node_offset = 0;
  uint8_t node_depth = 0;
  uint8_t inner_size = 0;
  bool last_node = false;
  std::string_view key{}, salt{}, person{};
};

// Word: uint64_t is BLAKE2b, uint32_t BLAKE2s.
template <class Word>
class Blake2 {
 public:
  static constexpr bool kLong = sizeof(Word) == 8;
  static constexpr size_t kBlock = 16 * sizeof(Word);
  static constexpr size_t kLongestDigest = 8 * sizeof(Word);
  static constexpr size_t kSalt = 2 * sizeof(Word);
  static constexpr uint64_t kMaxNodeOffset = kLong ? ~uint64_t{0} : (uint64_t{1} << 48) - 1;

  explicit Blake2(const Blake2Parameters& parameters);
  void update(const uint8_t* data, size_t size);
  void finish(uint8_t* digest) const;  // digest_size() bytes; the state stays as it is
  size_t digest_size() const { return digest_size_; }

 private:
  void compress(const uint8_t* block, bool last);

  Word state_[8];
  Word count_[2] = {};     // bytes hashed, low and high
  uint8_t block_[kBlock];  // what came last: a full block stays until more comes, for the last is marked
  size_t used_ = 0;
  uint8_t digest_size_;
  bool last_node_;
};

extern template class Blake2<uint64_t>;
extern template class Blake2<uint32_t>;

}  // namespace gillab
