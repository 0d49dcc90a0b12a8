// _mmap.Mapping: a piece of memory that is a file, or shared with children. What scripts see of it is lib/mmap.py.
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

using Args = const Value*;

struct Mapping : Object {
  static constexpr Kind kKind = Kind::Extension;
  Cell<void*> address;       // null once it is closed
  Cell<uint64_t> length;
  Cell<uint32_t> exports;
  bool writable;
};

Mapping* mapping_of(Value self) { return reinterpret_cast<Mapping*>(self.as_object()); }

void destroy_mapping(Thread& thread, Object* object) {
  auto* mapping = static_cast<Mapping*>(object);
  if (mapping->address.get()) munmap(mapping->address.get(), mapping->length.get());
  free_with_attributes(thread, object, sizeof(Mapping));
}

void mapping_memory(Object* object, ExportedMemory* memory) {
  auto* mapping = static_cast<Mapping*>(object);
  *memory = {static_cast<char*>(mapping->address.get()), mapping->length.get(), 'B', 1, mapping->writable,
             &mapping->exports};
}

const Layout kMappingLayout = {"mmap", sizeof(Mapping), true, destroy_mapping, traverse_attributes, drop_attributes,
                               mapping_memory};

// (fd, length, flags, prot, offset)
Ref mapping_new(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t given[5];
  for (int i = 0; i < 5; ++i) {
    if (!index_as_int64(thread, args[i + 1], &given[i])) return {};
  }
  Type* type = class_argument(thread, args[0], module_types(thread).mapping);
  if (!type) return {};
  const auto length = static_cast<size_t>(given[1]);
  void* address = mmap(nullptr, length, static_cast<int>(given[3]), static_cast<int>(given[2]),
                       static_cast<int>(given[0]), static_cast<off_t>(given[4]));
  if (address == MAP_FAILED) return raise_errno(thread, errno);
  auto* mapping = static_cast<Mapping*>(allocate_instance(thread, type, 0));
  if (!mapping) {
    munmap(address, length);
    return {};
  }
  mapping->address.set(address);
  mapping->length.set(length);
  mapping->exports.set(0);
  mapping->writable = (given[3] & PROT_WRITE) != 0;
  return Ref::own(mapping);
}

bool check_not_exported(Thread& thread, Mapping* mapping, const char* what) {
  return mapping->exports.get() == 0 ||
         raise(thread, Error::BufferError, "cannot {} exported pointers exist", what);
}

Ref unmap(Thread& thread, Args args, uint32_t, Tuple*) {
  Mapping* mapping = mapping_of(args[0]);
  if (!check_not_exported(thread, mapping, "close")) return {};
  if (void* address = mapping->address.get()) munmap(address, mapping->length.get());
  mapping->address.set(nullptr);
  mapping->length.set(0);
  return Ref::none();
}

Ref remap(Thread& thread, Args args, uint32_t, Tuple*) {
  Mapping* mapping = mapping_of(args[0]);
  int64_t length;
  if (!index_as_int64(thread, args[1], &length) || !check_not_exported(thread, mapping, "resize")) return {};
  void* address = mremap(mapping->address.get(), mapping->length.get(), static_cast<size_t>(length), MREMAP_MAYMOVE);
  if (address == MAP_FAILED) return raise_errno(thread, errno);
  mapping->address.set(address);
  mapping->length.set(static_cast<uint64_t>(length));
  return Ref::none();
}

// offset and length, checked by the caller.
bool read_part(Thread& thread, Mapping* mapping, Args args, char** start, size_t* size) {
  int64_t offset, length;
  if (!index_as_int64(thread, args[1], &offset) || !index_as_int64(thread, args[2], &length)) return false;
  *start = static_cast<char*>(mapping->address.get()) + offset;
  *size = static_cast<size_t>(length);
  return true;
}

Ref flush(Thread& thread, Args args, uint32_t, Tuple*) {
  char* start;
  size_t size;
  if (!read_part(thread, mapping_of(args[0]), args, &start, &size)) return {};
  int result;
  {
    Blocking region(thread, gil::Reason::Io);
    result = msync(start, size, MS_SYNC);
  }
  return result < 0 ? Ref(raise_errno(thread, errno)) : Ref::none();
}

Ref advise(Thread& thread, Args args, uint32_t, Tuple*) {
  char* start;
  size_t size;
  int64_t option;
  if (!read_part(thread, mapping_of(args[0]), args, &start, &size) || !index_as_int64(thread, args[3], &option)) return {};
  return madvise(start, size, static_cast<int>(option)) < 0 ? Ref(raise_errno(thread, errno)) : Ref::none();
}

Ref mapping_length(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(mapping_of(args[0])->length.get()));
}

constexpr MethodDef kMethods[] = {
    {"__new__", "(cls, fd, length, flags, prot, offset, /)", mapping_new, MethodDef::Static},
    {"_unmap", "(self, /)", unmap},
    {"_remap", "(self, length, /)", remap},
    {"_flush", "(self, offset, length, /)", flush},
    {"_advise", "(self, offset, length, option, /)", advise},
    {"__len__", "(self, /)", mapping_length},
};

constexpr std::pair<const char*, int> kNumbers[] = {
    {"MAP_SHARED", MAP_SHARED},       {"MAP_PRIVATE", MAP_PRIVATE},       {"MAP_ANON", MAP_ANONYMOUS},
    {"MAP_ANONYMOUS", MAP_ANONYMOUS}, {"MAP_DENYWRITE", MAP_DENYWRITE},   {"MAP_EXECUTABLE", MAP_EXECUTABLE},
    {"MAP_POPULATE", MAP_POPULATE},   {"MAP_STACK", MAP_STACK},           {"PROT_READ", PROT_READ},
    {"PROT_WRITE", PROT_WRITE},       {"PROT_EXEC", PROT_EXEC},           {"MADV_NORMAL", MADV_NORMAL},
    {"MADV_RANDOM", MADV_RANDOM},     {"MADV_SEQUENTIAL", MADV_SEQUENTIAL}, {"MADV_WILLNEED", MADV_WILLNEED},
    {"MADV_DONTNEED", MADV_DONTNEED}, {"MADV_FREE", MADV_FREE},           {"MADV_REMOVE", MADV_REMOVE},
    {"MADV_DONTFORK", MADV_DONTFORK}, {"MADV_DOFORK", MADV_DOFORK},       {"MADV_HUGEPAGE", MADV_HUGEPAGE},
    {"MADV_NOHUGEPAGE", MADV_NOHUGEPAGE}};

}  // namespace

bool init__mmap(Thread& thread, Module* module) {
  Type* type = make_native_type(thread, {"_mmap.Mapping", "_mmap", &kMappingLayout, kBaseType | kHasWeakref}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  module_types(thread).mapping = type;
  for (const auto& [name, number] : kNumbers) {
    if (!add_value(thread, module, name, make_int(thread, number))) return false;
  }
  return add_value(thread, module, "PAGESIZE", make_int(thread, sysconf(_SC_PAGESIZE))) &&
         add_value(thread, module, "Mapping", Ref::share(type));
}

}  // namespace gillab
