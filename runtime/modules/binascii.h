// binascii in its files: binascii.cpp (base64, hexadecimal, checksums), binascii_text.cpp (uuencode, quoted-printable).
#pragma once

#include "runtime/modules/module_types.h"
#include "runtime/files/pinned.h"

namespace gillab {

Failed raise_binascii(Thread& thread, std::string_view message, std::initializer_list<FormatArg> args = {});

// The characters to decode: of an ASCII str too.
class AsciiBytes {
 public:
  bool read(Thread& thread, Value value);  // false: an exception is set
  std::string_view view() const { return view_; }

 private:
  Pinned bytes_;
  std::string_view view_;
};

inline bool flag_argument(Value value, bool fallback) {
  return value.is_empty() ? fallback : !value.is_false() && !value.is_none() && value != Value::integer(0);
}
int hex_digit(char c);  // -1: it is none
bool add_text_encodings(Thread& thread, Module* module);

}  // namespace gillab
