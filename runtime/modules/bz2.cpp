// _bz2: streams of libbz2, which is opened when the module is imported. Classes and files are in lib/bz2.py. The few
// functions are declared here, so building needs nothing of libbz2; names and types are the library's.

#include <mutex>
#include <new>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/packed_stream.h"
#include "runtime/modules/shared_library.h"
#include "runtime/native.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

struct bz_stream {
  char* next_in;
  unsigned avail_in, total_in_lo32, total_in_hi32;
  char* next_out;
  unsigned avail_out, total_out_lo32, total_out_hi32;
  void* state;
  void* (*bzalloc)(void*, int, int);
  void (*bzfree)(void*, void*);
  void* opaque;
};

struct Library {
  int (*BZ2_bzCompressInit)(bz_stream*, int level, int verbosity, int work_factor);
  int (*BZ2_bzCompress)(bz_stream*, int action);
  int (*BZ2_bzCompressEnd)(bz_stream*);
  int (*BZ2_bzDecompressInit)(bz_stream*, int verbosity, int small);
  int (*BZ2_bzDecompress)(bz_stream*);
  int (*BZ2_bzDecompressEnd)(bz_stream*);
};

constexpr int kOk = 0, kRunOk = 1, kFlushOk = 2, kFinishOk = 3;
constexpr int kRun = 0;  // the action

bool fill(void* opened, Library* library) {
#define FIND(name) find_symbol(opened, #name, &library->name)
  return FIND(BZ2_bzCompressInit) && FIND(BZ2_bzCompress) && FIND(BZ2_bzCompressEnd) && FIND(BZ2_bzDecompressInit) &&
         FIND(BZ2_bzDecompress) && FIND(BZ2_bzDecompressEnd);
#undef FIND
}

const Library* library() {
  static Library functions;
  static const Library* const found = open_library({"libbz2.so.1.0", "libbz2.so.1", "libbz2.so"}, fill, &functions);
  return found;
}

struct Packer : Object {
  static constexpr Kind kKind = Kind::Extension;
  bz_stream stream;  // under `mutex`
  std::mutex mutex;
  bool packs;
};

Packer* packer_of(Value value) { return reinterpret_cast<Packer*>(value.as_object()); }

void destroy_packer(Thread& thread, Object* object) {
  auto* packer = reinterpret_cast<Packer*>(object);
  packer->packs ? library()->BZ2_bzCompressEnd(&packer->stream) : library()->BZ2_bzDecompressEnd(&packer->stream);
  packer->mutex.~mutex();
  free_object(thread, object, sizeof(Packer));
}

// (cls, level): 0 unpacks.
Ref packer_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t level;
  if (!index_as_int64(thread, args[1], &level)) return {};
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  auto* packer = reinterpret_cast<Packer*>(object);
  packer->stream = {};
  new (&packer->mutex) std::mutex;
  packer->packs = level != 0;
  Ref made = Ref::own(object);
  const int code = level ? library()->BZ2_bzCompressInit(&packer->stream, static_cast<int>(level), 0, 0)
                         : library()->BZ2_bzDecompressInit(&packer->stream, 0, 0);
  return code == kOk ? std::move(made) : Ref(raise_memory_error(thread));
}

Ref packer_run(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Packer* packer = packer_of(args[0]);
  Pinned data;
  int64_t action;
  size_t most;
  if (!read_packed_arguments(thread, args, &data, &action, &most)) return {};
  StateLock lock(thread, packer->mutex);
  PackedRun run;
  auto step = [&](bz_stream* stream) {
    return packer->packs ? library()->BZ2_bzCompress(stream, static_cast<int>(action))
                         : library()->BZ2_bzDecompress(stream);
  };
  auto stops = [&](int code, bool waits) {
    if (code == kFlushOk || code == kFinishOk) return false;
    return code != kOk && code != kRunOk ? true : waits;
  };
  if (packer->packs && action == kRun && data.view().empty()) return packed_result(thread, run);
  run_packed(thread, &packer->stream, data.view(), most, step, stops, &run);
  return packed_result(thread, run);
}

const MethodDef kMethods[] = {{"__new__", "(cls, level, /)", packer_new, MethodDef::Static},
                              {"run", "(self, data, action, most, /)", packer_run}};

}  // namespace

bool init__bz2(Thread& thread, Module* module) {
  static const Layout kLayout = {"Packer", sizeof(Packer), false, destroy_packer};
  if (!library()) return raise(thread, Error::ImportError, "libbz2 was not found");
  Type* type = make_native_type(thread, {.name = "_bz2.Packer", .module = "_bz2", .layout = &kLayout, .flags = kOwnGuards},
                                nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "Packer", Ref::share(type));
}

}  // namespace gillab
