// _lzma: streams of liblzma, which is opened when the module is imported. Classes, files and the meaning of filters are
// in lib/lzma. The few functions are declared here, so building needs nothing of liblzma; names and types are its own.

#include <mutex>
#include <new>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/packed_stream.h"
#include "runtime/modules/shared_library.h"
#include "runtime/native.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

struct lzma_stream {
  const uint8_t* next_in;
  size_t avail_in;
  uint64_t total_in;
  uint8_t* next_out;
  size_t avail_out;
  uint64_t total_out;
  const void* allocator;
  void* internal;
  void* reserved_pointers[4];
  uint64_t seek_pos, reserved_number;
  size_t reserved_sizes[2];
  int reserved_enums[2];
};

struct lzma_options_lzma {
  uint32_t dict_size;
  const uint8_t* preset_dict;
  uint32_t preset_dict_size, lc, lp, pb;
  int mode;
  uint32_t nice_len;
  int mf;
  uint32_t depth, extensions[3], reserved_numbers[5];
  int reserved_enums[4];
  void* reserved_pointers[2];
};

struct lzma_options_delta {
  int type;
  uint32_t dist, reserved_numbers[4];
  void* reserved_pointers[2];
};

struct lzma_filter {
  uint64_t id;
  void* options;
};

struct Library {
  int (*lzma_code)(lzma_stream*, int action);
  void (*lzma_end)(lzma_stream*);
  int (*lzma_get_check)(const lzma_stream*);
  unsigned char (*lzma_check_is_supported)(int check);
  unsigned char (*lzma_lzma_preset)(lzma_options_lzma*, uint32_t preset);
  int (*lzma_stream_encoder)(lzma_stream*, const lzma_filter*, int check);
  int (*lzma_alone_encoder)(lzma_stream*, const lzma_options_lzma*);
  int (*lzma_raw_encoder)(lzma_stream*, const lzma_filter*);
  int (*lzma_auto_decoder)(lzma_stream*, uint64_t memory, uint32_t flags);
  int (*lzma_stream_decoder)(lzma_stream*, uint64_t memory, uint32_t flags);
  int (*lzma_alone_decoder)(lzma_stream*, uint64_t memory);
  int (*lzma_raw_decoder)(lzma_stream*, const lzma_filter*);
};

constexpr int kOk = 0, kNoCheck = 2, kGetCheck = 4;
constexpr int kUnknownCheck = 16;                             // CHECK_UNKNOWN of lib/lzma.py
constexpr int kRun = 0;                                       // the action
constexpr uint32_t kTellChecks = 0x01 | 0x04;                 // LZMA_TELL_NO_CHECK | LZMA_TELL_ANY_CHECK
constexpr uint64_t kEndOfFilters = UINT64_MAX;
constexpr uint64_t kLzma1 = 0x4000000000000001, kLzma2 = 0x21, kDelta = 0x03;
constexpr size_t kMostFilters = 4;
enum CoderKind : int64_t { kEncodeXz, kEncodeAlone, kEncodeRaw, kDecodeAuto, kDecodeXz, kDecodeAlone, kDecodeRaw };

bool fill(void* opened, Library* library) {
#define FIND(name) find_symbol(opened, #name, &library->name)
  return FIND(lzma_code) && FIND(lzma_end) && FIND(lzma_get_check) && FIND(lzma_check_is_supported) &&
         FIND(lzma_lzma_preset) && FIND(lzma_stream_encoder) && FIND(lzma_alone_encoder) && FIND(lzma_raw_encoder) &&
         FIND(lzma_auto_decoder) && FIND(lzma_stream_decoder) && FIND(lzma_alone_decoder) && FIND(lzma_raw_decoder);
#undef FIND
}

const Library* library() {
  static Library functions;
  static const Library* const found = open_library({"liblzma.so.5", "liblzma.so"}, fill, &functions);
  return found;
}

struct Coder : Object {
  static constexpr Kind kKind = Kind::Extension;
  lzma_stream stream;  // under `mutex`
  std::mutex mutex;
  bool told;  // which check the stream has
};

Coder* coder_of(Value value) { return reinterpret_cast<Coder*>(value.as_object()); }

void destroy_coder(Thread& thread, Object* object) {
  auto* coder = reinterpret_cast<Coder*>(object);
  library()->lzma_end(&coder->stream);
  coder->mutex.~mutex();
  free_object(thread, object, sizeof(Coder));
}

// A chain of filters as the library wants it: what they point to lives here.
struct Filters {
  lzma_filter chain[kMostFilters + 1];
  lzma_options_lzma lzma[kMostFilters];
  lzma_options_delta delta[kMostFilters];
  uint32_t start[kMostFilters];

  // Of a tuple of tuples (id, number ...): eight numbers for LZMA, the distance, or the offset of a branch filter.
  bool read(Thread& thread, Value value) {
    auto* rows = as<Tuple>(value);
    const size_t count = std::min<size_t>(rows->length, kMostFilters);
    for (size_t i = 0; i < count; ++i) {
      if (!read_one(thread, as<Tuple>(rows->items[i]), i)) return false;
    }
    chain[count] = {kEndOfFilters, nullptr};
    return true;
  }

  bool read_one(Thread& thread, const Tuple* row, size_t place) {
    uint64_t numbers[9] = {};
    for (size_t i = 0; i < std::min<size_t>(row->length, 9); ++i) {
      int64_t number;
      if (!index_as_int64(thread, row->items[i], &number)) return false;
      numbers[i] = static_cast<uint64_t>(number);
    }
    auto small = [&](int i) { return static_cast<uint32_t>(numbers[i]); };
    chain[place].id = numbers[0];
    if (numbers[0] == kLzma1 || numbers[0] == kLzma2) {
      lzma[place] = {};
      lzma[place].dict_size = small(1), lzma[place].lc = small(2), lzma[place].lp = small(3);
      lzma[place].pb = small(4), lzma[place].mode = static_cast<int>(small(5)), lzma[place].nice_len = small(6);
      lzma[place].mf = static_cast<int>(small(7)), lzma[place].depth = small(8);
      chain[place].options = &lzma[place];
    } else if (numbers[0] == kDelta) {
      delta[place] = {};
      delta[place].dist = small(1);
      chain[place].options = &delta[place];
    } else {
      start[place] = small(1);
      chain[place].options = &start[place];
    }
    return true;
  }
};

int begin(lzma_stream* stream, int64_t kind, uint64_t number, const Filters& filters) {
  switch (kind) {
    case kEncodeXz: return library()->lzma_stream_encoder(stream, filters.chain, static_cast<int>(number));
    case kEncodeAlone: return library()->lzma_alone_encoder(stream, &filters.lzma[0]);
    case kEncodeRaw: return library()->lzma_raw_encoder(stream, filters.chain);
    case kDecodeAuto: return library()->lzma_auto_decoder(stream, number, kTellChecks);
    case kDecodeXz: return library()->lzma_stream_decoder(stream, number, kTellChecks);
    case kDecodeAlone: return library()->lzma_alone_decoder(stream, number);
    default: return library()->lzma_raw_decoder(stream, filters.chain);
  }
}

// (cls, kind, number, filters): the number is a check or a limit of memory. The result is a coder or the library's code.
Ref coder_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t kind, number;
  if (!index_as_int64(thread, args[1], &kind) || !index_as_int64(thread, args[2], &number)) return {};
  if (!is<Tuple>(args[3])) return raise(thread, Error::TypeError, "filters must be a tuple");
  Filters filters;
  if (!filters.read(thread, args[3])) return {};
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  auto* coder = reinterpret_cast<Coder*>(object);
  coder->stream = {};
  new (&coder->mutex) std::mutex;
  coder->told = false;
  Ref made = Ref::own(object);
  const int code = begin(&coder->stream, kind, number < 0 ? UINT64_MAX : static_cast<uint64_t>(number), filters);
  return code == kOk ? std::move(made) : make_int(thread, code);
}

Ref coder_run(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Coder* coder = coder_of(args[0]);
  Pinned data;
  int64_t action;
  size_t most;
  if (!read_packed_arguments(thread, args, &data, &action, &most)) return {};
  StateLock lock(thread, coder->mutex);
  PackedRun run;
  auto step = [&](lzma_stream* stream) { return library()->lzma_code(stream, static_cast<int>(action)); };
  auto stops = [&](int code, bool waits) {
    if (code == kNoCheck || code == kGetCheck) return coder->told = true, false;
    return code != kOk || (waits && action == kRun);
  };
  run_packed(thread, &coder->stream, data.view(), most, step, stops, &run);
  return packed_result(thread, run);
}

Ref coder_check(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Coder* coder = coder_of(args[0]);
  StateLock lock(thread, coder->mutex);
  return make_int(thread, coder->told ? library()->lzma_get_check(&coder->stream) : kUnknownCheck);
}

Ref is_check_supported(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t check;
  if (!index_as_int64(thread, args[0], &check)) return {};
  return Ref::boolean(library()->lzma_check_is_supported(static_cast<int>(check)) != 0);
}

// The eight numbers of a preset, in the order in which filters take them; None for one there is not.
Ref preset_numbers(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t preset;
  if (!index_as_int64(thread, args[0], &preset)) return {};
  lzma_options_lzma options = {};
  if (library()->lzma_lzma_preset(&options, static_cast<uint32_t>(preset))) return Ref::none();
  const int64_t numbers[] = {options.dict_size, options.lc, options.lp, options.pb,
                             options.mode, options.nice_len, options.mf, options.depth};
  Ref held[8];
  Value values[8];
  for (int i = 0; i < 8; ++i) {
    if (!(held[i] = make_int(thread, numbers[i]))) return {};
    values[i] = held[i].get();
  }
  return make_tuple(thread, values, 8);
}

const MethodDef kMethods[] = {{"__new__", "(cls, kind, number, filters, /)", coder_new, MethodDef::Static},
                              {"run", "(self, data, action, most, /)", coder_run},
                              {"check", "(self, /)", coder_check}};
const MethodDef kFunctions[] = {{"is_check_supported", "(check_id, /)", is_check_supported},
                                {"preset_numbers", "(preset, /)", preset_numbers}};

}  // namespace

bool init__lzma(Thread& thread, Module* module) {
  static const Layout kLayout = {"Coder", sizeof(Coder), false, destroy_coder};
  if (!library()) return raise(thread, Error::ImportError, "liblzma was not found");
  Type* type = make_native_type(thread, {.name = "_lzma.Coder", .module = "_lzma", .layout = &kLayout, .flags = kOwnGuards},
                                nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "Coder", Ref::share(type)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
