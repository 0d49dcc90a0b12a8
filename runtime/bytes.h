// bytes and bytearray.
#pragma once

#include <string_view>

#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct Bytes : Object {
  static constexpr Kind kKind = Kind::Bytes;
  Cell<int64_t> cached_hash;
  uint64_t length;
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  std::string_view view() { return {reinterpret_cast<const char*>(this + 1), length}; }
};

struct ByteArray : Object {  // fields: under the Guard
  static constexpr Kind kKind = Kind::ByteArray;
  Cell<uint8_t*> data;
  Cell<uint64_t> length;
  Cell<uint64_t> capacity;
  Cell<uint32_t> exports;  // memoryviews that look at it: it cannot be resized
};

// The memory of a bytes-like object, as its layout gives it: items of one format, one after the other.
struct ExportedMemory {
  char* data;
  uint64_t bytes;
  char code;                // the struct module's code of an item
  uint8_t item_size;
  bool writable;
  Cell<uint32_t>* exports;  // counts who looks at it: it must not move meanwhile. Null where it never moves
};
// False, and no error: the object exports no memory of its own. (A memoryview's is its owner's.)
bool exported_memory(Value value, ExportedMemory* memory);

Ref make_bytes(Thread& thread, std::string_view content);
int64_t hash_of(Thread& thread, Bytes* bytes);  // cached
Bytes* new_bytes(Thread& thread, size_t length);
// The memory of anything bytes-like (bytes, bytearray, memoryview). False: TypeError "a bytes-like object is required,
// not 'T'".
bool bytes_view(Thread& thread, Value value, std::string_view* view);
Ref decode(Thread& thread, std::string_view content, Str* encoding, Str* errors);  // null: utf-8, strict
Ref encode(Thread& thread, Str* text, Str* encoding, Str* errors);

}  // namespace gillab
