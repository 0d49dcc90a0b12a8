#include "vm/explore/words.h"

#include <gmp.h>

namespace gillab::explore {
namespace {

std::string combined(const std::string& left, const std::string& right, void (*how)(mpz_ptr, mpz_srcptr, mpz_srcptr)) {
  mpz_t a, b;
  mpz_init_set_str(a, left.empty() ? "0" : left.c_str(), 10);
  mpz_init_set_str(b, right.empty() ? "0" : right.c_str(), 10);
  how(a, a, b);
  std::string text(mpz_sizeinbase(a, 10) + 2, '\0');
  mpz_get_str(text.data(), 10, a);
  text.resize(text.find('\0'));
  mpz_clear(a);
  mpz_clear(b);
  return text;
}

}  // namespace

std::string with_commas(std::string digits) {
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string one_line(const std::string& text, size_t most) {
  std::string line;
  for (char letter : text) {
    letter == '\n' ? line += "\\n" : line += letter;
  }
  if (line.size() > most) line = line.substr(0, most - 3) + "...";
  return line.empty() ? "''" : line;
}

std::string sum(const std::string& left, const std::string& right) { return combined(left, right, mpz_add); }
std::string difference(const std::string& left, const std::string& right) { return combined(left, right, mpz_sub); }

}  // namespace gillab::explore
