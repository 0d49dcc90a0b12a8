// The module zlib in its files: zlib.cpp (functions, constants), zlib_objects.cpp (Compress and Decompress).
// zlib_stream.cpp is the loop over deflate and inflate that both use.
#pragma once

#include <zlib.h>

#include "runtime/bytes.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/native_work.h"

namespace gillab {

inline constexpr size_t kZlibWithoutTurn = 5 * 1024;  // bytes; what CPython asks for checksums
#ifndef DEF_MEM_LEVEL  // zlib keeps its own to itself
#define DEF_MEM_LEVEL 8
#endif
inline constexpr int64_t kZlibBuffer = 16384;         // DEF_BUF_SIZE: what decompress starts with

// "Error -3 while decompressing data: incorrect header check": zlib's own words, or the usual ones for the code.
Failed raise_zlib(Thread& thread, const z_stream& stream, int code, const char* doing);

// What deflate and inflate write: memory that grows, counted as the runtime's.
class ZlibOutput {
 public:
  explicit ZlibOutput(Thread& thread) : thread_(thread) {}
  ~ZlibOutput() {
    if (data_) free_buffer(thread_, data_, capacity_);
  }
  ZlibOutput(const ZlibOutput&) = delete;
  bool grow(size_t first, size_t most);  // room for another block, `most` bytes in all; false: MemoryError
  void offer(z_stream* stream) const;    // the free room becomes the stream's
  void accept(const z_stream& stream) { size_ += free_room() - stream.avail_out; }
  size_t size() const { return size_; }
  Ref finish() const { return make_bytes(thread_, {reinterpret_cast<const char*>(data_), size_}); }

 private:
  unsigned free_room() const;  // as zlib counts
  Thread& thread_;
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
  size_t blocks_ = 0;
};

// Feeds all of `input` to the stream and collects what comes, at most `most` bytes. `step` is deflate or inflate; it
// may want the dictionary. The code is zlib's last. What was not read is left in stream.next_in and `rest`.
struct ZlibRun {
  int (*step)(z_stream*, int flush);
  int flush;
  size_t first = 0;  // of the blocks offered to zlib; 0: the usual
  size_t most = SIZE_MAX;
  std::string_view dictionary{};
  size_t rest = 0;
  int code = Z_OK;
};
// False: MemoryError.
bool run_zlib(Thread& thread, z_stream* stream, std::string_view input, ZlibRun* run, ZlibOutput* output);

bool zlib_int(Thread& thread, Value value, int fallback, int* result);  // an int argument; empty: the fallback
Ref zlib_crc32(Thread& thread, const Value* args, uint32_t count, Tuple* names);  // binascii has it too
bool add_zlib_objects(Thread& thread, Module* module);

}  // namespace gillab
