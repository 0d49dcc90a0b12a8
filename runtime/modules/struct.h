// The module struct in its files: struct_format.cpp (formats, packing and unpacking), struct.cpp (functions, Struct).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/native.h"

namespace gillab {

struct StructItem {
  char code;
  uint64_t count;   // repetitions; of s and p: bytes
  uint64_t offset;  // of the first
  uint8_t size;     // of one
};

struct StructFormat {
  std::vector<StructItem> items;
  uint64_t size = 0;
  uint64_t values = 0;  // how many are packed
  bool little = true;
  bool native = false;
};

Ref struct_error(Thread& thread);  // struct.error
// False: an exception is set.
bool parse_struct_format(Thread& thread, std::string_view text, StructFormat* format);
bool pack_struct(Thread& thread, const StructFormat& format, const Value* values, uint8_t* target);
Ref unpack_struct(Thread& thread, const StructFormat& format, const uint8_t* source);

// One item of native size and order. item_size 0: there is no such code.
uint8_t item_size(char code);
bool pack_item(Thread& thread, char code, Value value, uint8_t* target);
Ref unpack_item(Thread& thread, char code, const uint8_t* source);

}  // namespace gillab
