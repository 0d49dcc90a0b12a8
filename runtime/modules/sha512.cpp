// SHA-512 as FIPS 180-4 describes it. Its constants are the fractions of roots of primes, computed when first needed.
#include "runtime/modules/sha512.h"

#include <bit>
#include <gmp.h>
#include <string>

namespace gillab {
namespace {

// The first 64 bits of the fraction of the square or cube root.
uint64_t root_fraction(unsigned prime, unsigned degree) {
  mpz_t number;
  mpz_init_set_ui(number, prime);
  mpz_mul_2exp(number, number, 64 * degree);
  mpz_root(number, number, degree);
  mpz_fdiv_r_2exp(number, number, 64);
  uint64_t result = mpz_get_ui(number);
  mpz_clear(number);
  return result;
}

bool is_prime(unsigned number) {
  for (unsigned i = 2; i * i <= number; ++i) {
    if (number % i == 0) return false;
  }
  return true;
}

struct Constants {
  uint64_t rounds[80];
  uint64_t start[8];
  Constants() {
    unsigned prime = 1;
    for (int i = 0; i < 80; ++i) {
      while (!is_prime(++prime)) {
      }
      rounds[i] = root_fraction(prime, 3);
      if (i < 8) start[i] = root_fraction(prime, 2);
    }
  }
};

const Constants& constants() {
  static const Constants made;
  return made;
}

void add_block(const uint8_t* block, uint64_t* state) {
  uint64_t words[80];
  for (int i = 0; i < 16; ++i) {
    words[i] = 0;
    for (int j = 0; j < 8; ++j) words[i] = words[i] << 8 | block[8 * i + j];
  }
  for (int i = 16; i < 80; ++i) {
    uint64_t a = words[i - 15], b = words[i - 2];
    uint64_t small0 = std::rotr(a, 1) ^ std::rotr(a, 8) ^ a >> 7;
    uint64_t small1 = std::rotr(b, 19) ^ std::rotr(b, 61) ^ b >> 6;
    words[i] = words[i - 16] + small0 + words[i - 7] + small1;
  }
  uint64_t s[8];
  for (int i = 0; i < 8; ++i) s[i] = state[i];
  for (int i = 0; i < 80; ++i) {
    uint64_t big1 = std::rotr(s[4], 14) ^ std::rotr(s[4], 18) ^ std::rotr(s[4], 41);
    uint64_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
    uint64_t first = s[7] + big1 + choice + constants().rounds[i] + words[i];
    uint64_t big0 = std::rotr(s[0], 28) ^ std::rotr(s[0], 34) ^ std::rotr(s[0], 39);
    uint64_t second = big0 + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
    for (int j = 7; j > 0; --j) s[j] = s[j - 1];
    s[4] += first;
    s[0] = first + second;
  }
  for (int i = 0; i < 8; ++i) state[i] += s[i];
}

}  // namespace

std::array<uint8_t, 64> sha512(std::string_view content) {
  std::string padded(content);
  padded += '\x80';
  while (padded.size() % 128 != 120) padded += '\0';
  for (int i = 7; i >= 0; --i) padded += static_cast<char>(content.size() * 8 >> (8 * i));
  uint64_t state[8];
  for (int i = 0; i < 8; ++i) state[i] = constants().start[i];
  for (size_t at = 0; at < padded.size(); at += 128) {
    add_block(reinterpret_cast<const uint8_t*>(padded.data()) + at, state);
  }
  std::array<uint8_t, 64> digest;
  for (size_t i = 0; i < 64; ++i) digest[i] = static_cast<uint8_t>(state[i / 8] >> (8 * (7 - i % 8)));
  return digest;
}

}  // namespace gillab
