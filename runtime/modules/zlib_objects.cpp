// zlib.compressobj() and decompressobj(): streams that are fed piece by piece.
#include <new>

#include "runtime/classes/type_build.h"
#include "runtime/int.h"
#include "runtime/modules/zlib.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

// Both classes; a Compress leaves the fields of a Decompress empty.
struct ZlibObject : Object {
  static constexpr Kind kKind = Kind::Extension;
  z_stream stream;  // under `mutex`, as is all the rest
  std::mutex mutex;
  Field dictionary;  // bytes or empty
  Field unused_data;
  Field unconsumed_tail;
  Cell<bool> eof;
};

ZlibObject* self_of(Value value) { return reinterpret_cast<ZlibObject*>(value.as_object()); }

template <int (*End)(z_stream*)>
void destroy_zlib(Thread& thread, Object* object) {
  auto* self = reinterpret_cast<ZlibObject*>(object);
  End(&self->stream);  // of one that has ended already: refused, nothing happens
  self->mutex.~mutex();
  self->dictionary.clear();
  self->unused_data.clear();
  self->unconsumed_tail.clear();
  free_object(thread, object, sizeof(ZlibObject));
}
const Layout kCompressLayout = {"Compress", sizeof(ZlibObject), false, destroy_zlib<deflateEnd>};
const Layout kDecompressLayout = {"Decompress", sizeof(ZlibObject), false, destroy_zlib<inflateEnd>};

// An object whose stream is still all zeros.
Ref make_object(Thread& thread, Type* type) {
  Object* object = allocate_instance(thread, type);
  if (!object) return {};
  auto* self = reinterpret_cast<ZlibObject*>(object);
  self->stream = {};
  new (&self->mutex) std::mutex;
  self->dictionary.init_empty();
  self->unused_data.init_empty();
  self->unconsumed_tail.init_empty();
  self->eof.set(false);
  return Ref::own(object);
}

bool read_dictionary(Thread& thread, ZlibObject* self, Value value) {
  if (value.is_empty() || value.is_none()) return true;
  Pinned bytes;
  if (!bytes.open(thread, value, Pinned::kRead)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "zdict argument must support the buffer protocol");
  }
  Ref copy = make_bytes(thread, bytes.view());
  return copy && (self->dictionary.put(std::move(copy)), true);
}

std::string_view dictionary_of(const ZlibObject* self) {
  Value value = self->dictionary.peek();
  return value.is_empty() ? std::string_view() : as<Bytes>(value)->view();
}

template <int (*Set)(z_stream*, const Bytef*, uInt)>
bool use_dictionary(Thread& thread, ZlibObject* self) {
  std::string_view dictionary = dictionary_of(self);
  if (dictionary.empty()) return true;
  int code = Set(&self->stream, reinterpret_cast<const Bytef*>(dictionary.data()),
                 static_cast<unsigned>(dictionary.size()));
  if (code == Z_OK) return true;
  if (code == Z_STREAM_ERROR) return raise(thread, Error::ValueError, "Invalid dictionary");
  return raise_zlib(thread, self->stream, code, "while setting zdict");
}

bool started(Thread& thread, const ZlibObject* self, int code, const char* what) {
  if (code == Z_OK) return true;
  if (code == Z_STREAM_ERROR) return raise(thread, Error::ValueError, "Invalid initialization option");
  if (code == Z_MEM_ERROR) return raise(thread, Error::MemoryError, "Can't allocate memory for {} object", what);
  return raise_zlib(thread, self->stream, code, "while creating the object");
}

// args: level, method, wbits, memLevel, strategy, zdict.
Ref new_compressor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const int kDefaults[] = {Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY};
  int options[5];
  for (int i = 0; i < 5; ++i) {
    if (!zlib_int(thread, args[i], kDefaults[i], &options[i])) return {};
  }
  Ref made = make_object(thread, module_types(thread).compressor);
  if (!made || !read_dictionary(thread, self_of(made.get()), args[5])) return {};
  ZlibObject* self = self_of(made.get());
  int code = deflateInit2(&self->stream, options[0], options[1], options[2], options[3], options[4]);
  if (!started(thread, self, code, "compression")) return {};
  return use_dictionary<deflateSetDictionary>(thread, self) ? std::move(made) : Ref();
}

// args: wbits, zdict.
Ref new_decompressor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int wbits;
  if (!zlib_int(thread, args[0], MAX_WBITS, &wbits)) return {};
  Ref made = make_object(thread, module_types(thread).decompressor);
  if (!made || !read_dictionary(thread, self_of(made.get()), args[1])) return {};
  ZlibObject* self = self_of(made.get());
  self->unused_data.put(make_bytes(thread, {}));
  self->unconsumed_tail.put(make_bytes(thread, {}));
  if (!started(thread, self, inflateInit2(&self->stream, wbits), "decompression")) return {};
  return wbits >= 0 || use_dictionary<inflateSetDictionary>(thread, self) ? std::move(made) : Ref();
}

Ref compress_part(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ZlibObject* self = self_of(args[0]);
  Pinned data;
  if (!data.open(thread, args[1], Pinned::kRead)) return {};
  StateLock lock(thread, self->mutex);
  ZlibOutput output(thread);
  ZlibRun run = {.step = deflate, .flush = Z_NO_FLUSH};
  if (!run_zlib(thread, &self->stream, data.view(), &run, &output)) return {};
  if (run.code == Z_STREAM_ERROR) return raise_zlib(thread, self->stream, run.code, "while compressing data");
  return output.finish();
}

// args: self, mode.
Ref compress_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ZlibObject* self = self_of(args[0]);
  int mode;
  if (!zlib_int(thread, args[1], Z_FINISH, &mode)) return {};
  if (mode == Z_NO_FLUSH) return make_bytes(thread, {});
  StateLock lock(thread, self->mutex);
  ZlibOutput output(thread);
  ZlibRun run = {.step = deflate, .flush = mode};
  if (!run_zlib(thread, &self->stream, {}, &run, &output)) return {};
  if (run.code == Z_STREAM_END && mode == Z_FINISH) {
    run.code = deflateEnd(&self->stream);
    if (run.code != Z_OK) return raise_zlib(thread, self->stream, run.code, "while finishing compression");
  }
  if (run.code != Z_OK && run.code != Z_BUF_ERROR) return raise_zlib(thread, self->stream, run.code, "while flushing");
  return output.finish();
}

// What was not read: behind the stream's end it is unused data, before it the tail to go on with. (A tail that was
// waiting is replaced in any case, by unused data too: CPython does so.)
bool keep_rest(Thread& thread, ZlibObject* self, std::string_view input, const ZlibRun& run) {
  std::string_view rest = input.substr(input.size() - run.rest);
  if (run.code == Z_STREAM_END && !rest.empty()) {
    Ref before = self->unused_data.take();
    Ref added = make_bytes(thread, rest);
    Ref whole = added ? binary(thread, Binary::Add, before.get(), added.get()) : Ref();
    if (!whole) return false;
    self->unused_data.put(std::move(whole));
    if (as<Bytes>(self->unconsumed_tail.peek())->length == 0) return true;
  }
  Ref tail = make_bytes(thread, rest);
  return tail && (self->unconsumed_tail.put(std::move(tail)), true);
}

// args: self, data, max_length.
Ref decompress_part(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ZlibObject* self = self_of(args[0]);
  Pinned data;
  int64_t most = 0;
  if (!data.open(thread, args[1], Pinned::kRead)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &most)) return {};
  if (most < 0) return raise(thread, Error::ValueError, "max_length must be non-negative");
  StateLock lock(thread, self->mutex);
  ZlibOutput output(thread);
  ZlibRun run = {.step = inflate, .flush = Z_SYNC_FLUSH, .dictionary = dictionary_of(self)};
  if (most > 0) run.most = static_cast<size_t>(most);
  if (!run_zlib(thread, &self->stream, data.view(), &run, &output)) return {};
  if (!keep_rest(thread, self, data.view(), run)) return {};
  if (run.code == Z_STREAM_END) {
    self->eof.set(true);
  } else if (run.code != Z_OK && run.code != Z_BUF_ERROR) {
    bool dictionary = run.code == Z_DATA_ERROR && !self->stream.msg && !run.dictionary.empty();
    return raise_zlib(thread, self->stream, run.code, dictionary ? "while setting zdict" : "while decompressing data");
  }
  return output.finish();
}

// args: self, length.
Ref decompress_flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ZlibObject* self = self_of(args[0]);
  int64_t length = kZlibBuffer;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &length)) return {};
  if (length <= 0) return raise(thread, Error::ValueError, "length must be greater than zero");
  StateLock lock(thread, self->mutex);
  Ref tail = self->unconsumed_tail.take();
  ZlibOutput output(thread);
  ZlibRun run = {.step = inflate, .flush = Z_FINISH, .first = static_cast<size_t>(length)};
  run.dictionary = dictionary_of(self);
  if (!run_zlib(thread, &self->stream, tail.as<Bytes>()->view(), &run, &output)) return {};
  if (!keep_rest(thread, self, tail.as<Bytes>()->view(), run)) return {};
  if (run.code == Z_STREAM_END) self->eof.set(true);
  return output.finish();
}

template <int (*Copy)(z_stream*, z_stream*)>
Ref copy_object(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ZlibObject* self = self_of(args[0]);
  StateLock lock(thread, self->mutex);
  Ref made = make_object(thread, type_of(self));
  if (!made) return {};
  ZlibObject* copy = self_of(made.get());
  int code = Copy(&copy->stream, &self->stream);
  if (code == Z_STREAM_ERROR) return raise(thread, Error::ValueError, "Inconsistent stream state");
  if (code == Z_MEM_ERROR) return raise_memory_error(thread);
  copy->dictionary.put(self->dictionary.take());
  copy->unused_data.put(self->unused_data.take());
  copy->unconsumed_tail.put(self->unconsumed_tail.take());
  copy->eof.set(self->eof.get());
  return made;
}

Ref get_unused_data(Thread&, Value self) { return self_of(self)->unused_data.take(); }
Ref get_unconsumed_tail(Thread&, Value self) { return self_of(self)->unconsumed_tail.take(); }
Ref get_eof(Thread&, Value self) { return Ref::boolean(self_of(self)->eof.get()); }

const MethodDef kCompressMethods[] = {
    {"compress", "(self, data, /)", compress_part},
    {"flush", "(self, mode=4, /)", compress_flush},
    {"copy", "(self, /)", copy_object<deflateCopy>},
    {"__copy__", "(self, /)", copy_object<deflateCopy>},
    {"__deepcopy__", "(self, memo, /)", copy_object<deflateCopy>},
};
const MethodDef kDecompressMethods[] = {
    {"decompress", "(self, data, /, max_length=0)", decompress_part},
    {"flush", "(self, length=16384, /)", decompress_flush},
    {"copy", "(self, /)", copy_object<inflateCopy>},
    {"__copy__", "(self, /)", copy_object<inflateCopy>},
    {"__deepcopy__", "(self, memo, /)", copy_object<inflateCopy>},
};
const GetSetDef kDecompressAttributes[] = {
    {"unused_data", get_unused_data}, {"unconsumed_tail", get_unconsumed_tail}, {"eof", get_eof}};
const MethodDef kFunctions[] = {
    {"compressobj", "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", new_compressor},
    {"decompressobj", "(wbits=15, zdict=b'')", new_decompressor},
};

}  // namespace

bool add_zlib_objects(Thread& thread, Module* module) {
  ModuleTypes& types = module_types(thread);
  TypeDef def = {.name = "zlib.Compress", .module = "zlib", .layout = &kCompressLayout, .flags = kNoInstances | kOwnGuards};
  if (!(types.compressor = make_native_type(thread, def, nullptr))) return false;
  add_methods(thread, types.compressor, kCompressMethods);
  finish_type(thread, types.compressor);
  def.name = "zlib.Decompress";
  def.layout = &kDecompressLayout;
  if (!(types.decompressor = make_native_type(thread, def, nullptr))) return false;
  add_methods(thread, types.decompressor, kDecompressMethods);
  add_getsets(thread, types.decompressor, kDecompressAttributes);
  finish_type(thread, types.decompressor);
  return add_functions(thread, module, kFunctions);
}

}  // namespace gillab
