// Text for a process that is about to end: no memory is asked for, no lock taken. For signal handlers.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <string_view>

namespace gillab {

class RawText {
 public:
  explicit RawText(int descriptor) : descriptor_(descriptor) {}
  ~RawText() { flush(); }
  RawText(const RawText&) = delete;

  RawText& operator<<(std::string_view text) {
    for (char letter : text) {
      if (length_ == sizeof buffer_) flush();
      buffer_[length_++] = letter;
    }
    return *this;
  }
  RawText& operator<<(uint64_t number) { return write_number(number, 10); }
  RawText& hexadecimal(uint64_t number) { return *this << "0x", write_number(number, 16); }

  void flush() {
    size_t at = 0;
    while (at < length_) {
      const ssize_t written = write(descriptor_, buffer_ + at, length_ - at);
      if (written <= 0) break;
      at += static_cast<size_t>(written);
    }
    length_ = 0;
  }

 private:
  RawText& write_number(uint64_t number, unsigned base) {
    char digits[24];
    size_t at = sizeof digits;
    do {
      digits[--at] = "0123456789abcdef"[number % base];
      number /= base;
    } while (number != 0);
    return *this << std::string_view(digits + at, sizeof digits - at);
  }

  int descriptor_;
  size_t length_ = 0;
  char buffer_[512];
};

}  // namespace gillab
