// The module zlib: compressing and decompressing at once, checksums, constants.
#include "runtime/modules/zlib.h"

#include <gmp.h>

#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

bool zlib_int(Thread& thread, Value value, int fallback, int* result) {
  int64_t number = fallback;
  if (!value.is_empty() && !index_as_int64(thread, value, &number, true)) return false;
  *result = static_cast<int>(number);
  if (*result == number) return true;
  return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
}

namespace {

// args: data, level, wbits.
Ref compress_all(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int level, wbits;
  if (!data.open(thread, args[0], Pinned::kRead)) return {};
  if (!zlib_int(thread, args[1], Z_DEFAULT_COMPRESSION, &level)) return {};
  if (!zlib_int(thread, args[2], MAX_WBITS, &wbits)) return {};
  z_stream stream{};
  int code = deflateInit2(&stream, level, Z_DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  if (code == Z_MEM_ERROR) return raise(thread, Error::MemoryError, "Out of memory while compressing data");
  if (code == Z_STREAM_ERROR) {
    return raise_formatted(thread, module_types(thread).zlib_error, "Bad compression level", {});
  }
  if (code != Z_OK) return raise_zlib(thread, stream, code, "while compressing data");
  ZlibOutput output(thread);
  ZlibRun run = {.step = deflate, .flush = Z_FINISH};
  bool done = run_zlib(thread, &stream, data.view(), &run, &output);
  if (done && run.code != Z_STREAM_END) done = raise_zlib(thread, stream, run.code, "while compressing data");
  deflateEnd(&stream);
  return done ? output.finish() : Ref();
}

// args: data, wbits, bufsize.
Ref decompress_all(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int wbits;
  int64_t size = kZlibBuffer;
  if (!data.open(thread, args[0], Pinned::kRead) || !zlib_int(thread, args[1], MAX_WBITS, &wbits)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &size)) return {};
  if (size < 0) return raise(thread, Error::ValueError, "bufsize must be non-negative");
  z_stream stream{};
  int code = inflateInit2(&stream, wbits);
  if (code == Z_MEM_ERROR) return raise(thread, Error::MemoryError, "Out of memory while decompressing data");
  if (code != Z_OK) return raise_zlib(thread, stream, code, "while preparing to decompress data");
  ZlibOutput output(thread);
  ZlibRun run = {.step = inflate, .flush = Z_SYNC_FLUSH, .first = static_cast<size_t>(std::max<int64_t>(size, 1))};
  bool done = run_zlib(thread, &stream, data.view(), &run, &output);
  if (done && run.code != Z_STREAM_END) {
    bool incomplete = run.code == Z_OK || run.code == Z_BUF_ERROR;
    done = raise_zlib(thread, stream, incomplete ? Z_BUF_ERROR : run.code, "while decompressing data");
  }
  inflateEnd(&stream);
  return done ? output.finish() : Ref();
}

// The low 32 bits of any int, as a checksum to go on from.
bool start_value(Thread& thread, Value value, uint32_t* start) {
  if (value.is_empty()) return true;
  Ref integer = index(thread, value);
  if (!integer) return false;
  mpz_t number;
  mpz_init(number);
  get_integer(integer.get(), number);
  mpz_fdiv_r_2exp(number, number, 32);
  *start = static_cast<uint32_t>(mpz_get_ui(number));
  mpz_clear(number);
  return true;
}

template <uLong (*Checksum)(uLong, const Bytef*, z_size_t)>
Ref checksum(Thread& thread, const Value* args, uint32_t start) {
  Pinned data;
  if (!data.open(thread, args[0], Pinned::kRead) || !start_value(thread, args[1], &start)) return {};
  uLong result = start;
  native_work(thread, data.size() > kZlibWithoutTurn, [&] {
    if (data.size() > 0) result = Checksum(start, octets(data), data.size());
  });
  return make_int(thread, static_cast<int64_t>(result & 0xFFFFFFFF));
}
Ref zlib_adler32(Thread& thread, const Value* args, uint32_t, Tuple*) { return checksum<adler32_z>(thread, args, 1); }

const MethodDef kFunctions[] = {
    {"compress", "(data, /, level=-1, wbits=15)", compress_all},
    {"decompress", "(data, /, wbits=15, bufsize=16384)", decompress_all},
    {"crc32", "(data, value=0, /)", zlib_crc32},
    {"adler32", "(data, value=1, /)", zlib_adler32},
};

#define ROW(name) {#name, name}
constexpr struct {
  const char* name;
  int64_t value;
} kConstants[] = {
    ROW(MAX_WBITS), ROW(Z_BEST_COMPRESSION), ROW(Z_BEST_SPEED), ROW(Z_BLOCK), ROW(Z_DEFAULT_COMPRESSION),
    ROW(Z_DEFAULT_STRATEGY), ROW(Z_FILTERED), ROW(Z_FINISH), ROW(Z_FIXED), ROW(Z_FULL_FLUSH), ROW(Z_HUFFMAN_ONLY),
    ROW(Z_NO_COMPRESSION), ROW(Z_NO_FLUSH), ROW(Z_PARTIAL_FLUSH), ROW(Z_RLE), ROW(Z_SYNC_FLUSH), ROW(Z_TREES),
    ROW(DEF_MEM_LEVEL), {"DEFLATED", Z_DEFLATED}, {"DEF_BUF_SIZE", kZlibBuffer}};
#undef ROW

bool add_constants(Thread& thread, Module* module) {
  for (const auto& row : kConstants) {
    if (!add_value(thread, module, row.name, make_int(thread, row.value))) return false;
  }
  return add_value(thread, module, "ZLIB_VERSION", make_str(thread, ZLIB_VERSION)) &&
         add_value(thread, module, "ZLIB_RUNTIME_VERSION", make_str(thread, zlibVersion())) &&
         add_value(thread, module, "__version__", make_str(thread, "1.0"));
}

}  // namespace

Ref zlib_crc32(Thread& thread, const Value* args, uint32_t, Tuple*) { return checksum<crc32_z>(thread, args, 0); }

bool init_zlib(Thread& thread, Module* module) {
  Type*& error = module_types(thread).zlib_error;
  if (!(error = make_error_type(thread, "error", "zlib", Error::Exception))) return false;
  return add_value(thread, module, "error", Ref::share(error)) && add_functions(thread, module, kFunctions) &&
         add_constants(thread, module) && add_zlib_objects(thread, module);
}

}  // namespace gillab
