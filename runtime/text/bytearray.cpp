// The type bytearray: what changes it. Shared methods: byte_search.cpp, byte_methods.cpp.
#include "runtime/iterators.h"
#include "runtime/text/byte_strings.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/core/lent.h"

namespace gillab {
namespace {

ByteArray* self_of(const Value* args) { return as<ByteArray>(args[0]); }

void destroy_bytearray(Thread& thread, Object* object) {
  ByteArray* array = reinterpret_cast<ByteArray*>(object);
  if (array->data.get()) free_buffer(thread, array->data.get(), array->capacity.get());
  if (!head_of(object).exact) drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(ByteArray)));
}

ByteArray* new_bytearray(Thread& thread, Type* type) {
  Object* object = allocate_instance(thread, type);
  if (!object) return nullptr;
  ByteArray* array = reinterpret_cast<ByteArray*>(object);
  array->data.set(nullptr);
  array->length.set(0);
  array->capacity.set(0);
  array->exports.set(0);
  return array;
}

// Where threads run at once, the memory that is given up stays for those who have a view of it.
bool move_data(Thread& thread, ByteArray* array, uint64_t capacity, uint64_t wanted) {
  uint8_t* old = array->data.get();
  const bool in_place = old && !gil::Layer::kConcurrent;
  void* data = in_place ? resize_buffer(thread, old, capacity, wanted) : allocate_buffer(thread, wanted);
  if (!data) return false;
  if (old && !in_place) {
    std::memcpy(data, old, array->length.get());
    retire_viewed(thread, old, capacity);
  }
  array->data.set(static_cast<uint8_t*>(data));
  array->capacity.set(wanted);
  return true;
}

// Room for `length` bytes. REQUIRES: under the Guard. False: an error is set.
bool resize(Thread& thread, ByteArray* array, uint64_t length) {
  if (length == array->length.get()) return true;
  if (array->exports.get() > 0) {
    return raise(thread, Error::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  uint64_t capacity = array->capacity.get();
  if (length > capacity) {
    uint64_t wanted = std::max<uint64_t>(length + (length >> 3) + 8, 16);
    if (!move_data(thread, array, capacity, wanted)) return false;
  }
  array->length.set(length);
  return true;
}

}  // namespace

bool replace_bytes(Thread& thread, ByteArray* array, uint64_t start, uint64_t end, std::string_view content) {
  Guard guard(array->header);
  uint64_t length = array->length.get();
  end = std::min(end, length);  // an __index__ may have changed the array since the caller looked
  start = std::min(start, end);
  uint64_t tail = length - end, grown = start + content.size() + tail;
  if (grown < length) {
    if (array->exports.get() > 0) return resize(thread, array, grown);
    if (tail > 0) std::memmove(array->data.get() + start + content.size(), array->data.get() + end, tail);
  }
  if (!resize(thread, array, grown)) return false;
  if (grown > length && tail > 0) {
    std::memmove(array->data.get() + start + content.size(), array->data.get() + end, tail);
  }
  if (!content.empty()) std::memcpy(array->data.get() + start, content.data(), content.size());
  return true;
}

namespace {

bool assign(Thread& thread, ByteArray* array, std::string_view content) {
  return replace_bytes(thread, array, 0, array->length.get(), content);
}

Ref bytearray_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ByteArray* array = new_bytearray(thread, as<Type>(args[0]));
  return array ? Ref::own(array) : Ref();
}

Ref bytearray_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (is_exact<Bytes>(args[1]) && args[2].is_empty() && args[3].is_empty()) {
    return assign(thread, self_of(args), as<Bytes>(args[1])->view()) ? Ref::none() : Ref();
  }
  std::string content;
  if (!bytes_from_arguments(thread, args, "bytearray", &content)) return {};
  return assign(thread, self_of(args), content) ? Ref::none() : Ref();
}

Ref bytearray_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string name(type_name(thread, args[0]));
  return make_str(thread, name + "(" + bytes_repr(bytes_of(args[0]), true) + ")");
}

Ref bytearray_append(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t byte;
  if (!byte_value(thread, args[1], &byte)) return {};
  ByteArray* array = self_of(args);
  Guard guard(array->header);
  uint64_t length = array->length.get();
  if (!resize(thread, array, length + 1)) return {};
  array->data.get()[length] = byte;
  return Ref::none();
}

Ref bytearray_extend(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string content;
  if (is_integer(args[1]) || !is_iterable(thread, args[1])) {
    return raise(thread, Error::TypeError, "can't extend bytearray with {}", type_name(thread, args[1]));
  }
  if (!bytes_from(thread, args[1], "bytearray", &content)) return {};
  ByteArray* array = self_of(args);
  uint64_t end = array->length.get();
  return replace_bytes(thread, array, end, end, content) ? Ref::none() : Ref();
}

Ref bytearray_iadd(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view view;
  if (!is_object_with_bytes(thread, args[1], &view)) return refuse_concatenation(thread, args);
  std::string content(view);
  ByteArray* array = self_of(args);
  uint64_t end = array->length.get();
  return replace_bytes(thread, array, end, end, content) ? Ref::share(args[0]) : Ref();
}

Ref bytearray_imul(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref product = byte_mul(thread, args, count, names);
  if (!product || product.get().is_not_implemented()) return product;
  return assign(thread, self_of(args), bytes_of(product.get())) ? Ref::share(args[0]) : Ref();
}

Ref bytearray_insert(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t at;
  uint8_t byte;
  if (!index_as_int64(thread, args[1], &at) || !byte_value(thread, args[2], &byte)) return {};
  ByteArray* array = self_of(args);
  int64_t length = static_cast<int64_t>(array->length.get());
  if (at < 0) at = std::max<int64_t>(at + length, 0);
  uint64_t place = static_cast<uint64_t>(std::min(at, length));
  char content = static_cast<char>(byte);
  return replace_bytes(thread, array, place, place, std::string_view(&content, 1)) ? Ref::none() : Ref();
}

Ref bytearray_pop(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t at = -1;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &at)) return {};
  ByteArray* array = self_of(args);
  int64_t length = static_cast<int64_t>(array->length.get());
  if (length == 0) return raise(thread, Error::IndexError, "pop from empty bytearray");
  if (at < 0) at += length;
  if (at < 0 || at >= length) return raise(thread, Error::IndexError, "pop index out of range");
  uint8_t byte = array->data.get()[at];
  uint64_t place = static_cast<uint64_t>(at);
  return replace_bytes(thread, array, place, place + 1, {}) ? Ref::own(Value::integer(byte)) : Ref();
}

Ref bytearray_remove(Thread& thread, const Value* args, uint32_t, Tuple*) {
  uint8_t byte;
  if (!byte_value(thread, args[1], &byte)) return {};
  size_t at = bytes_of(args[0]).find(static_cast<char>(byte));
  if (at == std::string_view::npos) return raise(thread, Error::ValueError, "value not found in bytearray");
  return replace_bytes(thread, self_of(args), at, at + 1, {}) ? Ref::none() : Ref();
}

Ref bytearray_clear(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return assign(thread, self_of(args), {}) ? Ref::none() : Ref();
}

Ref bytearray_reverse(Thread&, const Value* args, uint32_t, Tuple*) {
  ByteArray* array = self_of(args);
  Guard guard(array->header);
  uint8_t* data = array->data.get();
  for (uint64_t i = 0, j = array->length.get(); i + 1 < j; ++i) std::swap(data[i], data[--j]);
  return Ref::none();
}

Ref bytearray_copy(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_bytearray(thread, bytes_of(args[0]));
}

bool no_index(Thread& thread, Value key) {
  if (is_integer(key) || !special_method(thread, key, Dunder::Index).is_empty()) return false;
  raise(thread, Error::TypeError, "bytearray indices must be integers or slices, not {}", type_name(thread, key));
  return true;
}

// The content of an assignment to a slice: a copy, since it may be the array itself.
bool slice_content(Thread& thread, Value value, std::string* content) {
  if (is<Str>(value) || is_integer(value)) {
    return raise(thread, Error::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return bytes_from(thread, value, "bytearray", content);
}

bool set_slice(Thread& thread, ByteArray* array, Value slice, const std::string& content, bool erase) {
  SliceBounds bounds;
  if (!unpack_slice(thread, slice, &bounds)) return false;
  adjust_slice(&bounds, static_cast<int64_t>(array->length.get()));
  if (bounds.step == 1) {
    uint64_t start = static_cast<uint64_t>(bounds.start);
    return replace_bytes(thread, array, start, start + static_cast<uint64_t>(bounds.count), content);
  }
  if (erase || content.empty()) {  // nothing in the place of an extended slice removes it
    std::string rest;
    for (int64_t i = 0; i < static_cast<int64_t>(array->length.get()); ++i) {
      int64_t offset = i - bounds.start;
      bool goes = offset % bounds.step == 0 && offset / bounds.step >= 0 && offset / bounds.step < bounds.count;
      if (!goes) rest += static_cast<char>(array->data.get()[i]);
    }
    return assign(thread, array, rest);
  }
  if (static_cast<int64_t>(content.size()) != bounds.count) {
    return raise(thread, Error::ValueError, "attempt to assign bytes of size {} to extended slice of size {}",
                 content.size(), bounds.count);
  }
  int64_t length = static_cast<int64_t>(array->length.get());
  for (int64_t i = 0, at = bounds.start; i < bounds.count && at < length; ++i, at += bounds.step) {
    array->data.get()[at] = static_cast<uint8_t>(content[static_cast<size_t>(i)]);
  }
  return true;
}

Ref bytearray_setitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ByteArray* array = self_of(args);
  if (is<Slice>(args[1])) {
    std::string content;
    if (!slice_content(thread, args[2], &content)) return {};
    return set_slice(thread, array, args[1], content, false) ? Ref::none() : Ref();
  }
  if (no_index(thread, args[1])) return {};
  int64_t at;
  uint8_t byte;
  if (!resolve_index(thread, args[1], static_cast<int64_t>(array->length.get()), "bytearray", &at)) return {};
  if (!byte_value(thread, args[2], &byte)) return {};
  Guard guard(array->header);
  if (at >= static_cast<int64_t>(array->length.get())) {
    return raise(thread, Error::IndexError, "bytearray index out of range");
  }
  array->data.get()[at] = byte;
  return Ref::none();
}

Ref bytearray_delitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ByteArray* array = self_of(args);
  if (is<Slice>(args[1])) return set_slice(thread, array, args[1], {}, true) ? Ref::none() : Ref();
  if (no_index(thread, args[1])) return {};
  int64_t at;
  if (!resolve_index(thread, args[1], static_cast<int64_t>(array->length.get()), "bytearray", &at)) return {};
  if (at >= static_cast<int64_t>(array->length.get())) {
    return raise(thread, Error::IndexError, "bytearray index out of range");
  }
  uint64_t place = static_cast<uint64_t>(at);
  return replace_bytes(thread, array, place, place + 1, {}) ? Ref::none() : Ref();
}

Ref bytearray_fromhex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string content;
  if (!bytes_from_hex(thread, args[1], &content)) return {};
  Ref result = make_bytearray(thread, content);
  if (!result || args[0] == Value::object(thread.types().bytearray)) return result;
  return call(thread, args[0], result.get());
}

#define GILLAB_BYTE_ROW(function, name, signature) {name, signature, function},
const MethodDef kMethods[] = {
    GILLAB_BYTE_METHODS(GILLAB_BYTE_ROW){"__new__", "(cls, /, *args, **kwargs)", bytearray_new, MethodDef::Static},
    {"__init__", "(self, source=b'', encoding='utf-8', errors='strict')", bytearray_init},
    {"maketrans", "(frm, to, /)", byte_maketrans, MethodDef::Static},
    {"fromhex", "(cls, string, /)", bytearray_fromhex, MethodDef::Class},
    {"__repr__", "(self, /)", bytearray_repr},
    {"__str__", "(self, /)", bytearray_repr},
    {"append", "(self, item, /)", bytearray_append},
    {"extend", "(self, iterable_of_ints, /)", bytearray_extend},
    {"insert", "(self, index, item, /)", bytearray_insert},
    {"pop", "(self, index=-1, /)", bytearray_pop},
    {"remove", "(self, value, /)", bytearray_remove},
    {"clear", "(self, /)", bytearray_clear},
    {"reverse", "(self, /)", bytearray_reverse},
    {"copy", "(self, /)", bytearray_copy},
    {"__setitem__", "(self, key, value, /)", bytearray_setitem},
    {"__delitem__", "(self, key, /)", bytearray_delitem},
    {"__iadd__", "(self, value, /)", bytearray_iadd},
    {"__imul__", "(self, value, /)", bytearray_imul},
};
#undef GILLAB_BYTE_ROW

// Protocols before 3 have no bytes: text of the same numbers.
Ref reduce_as(Thread& thread, Value self, bool old) {
  Ref attributes = call_method(thread, self, thread.names().__getstate__);
  if (!attributes) return {};
  std::string_view content = bytes_of(self);
  Ref shown = old ? make_latin1(thread, reinterpret_cast<const uint8_t*>(content.data()), content.size())
                  : make_bytes(thread, content);
  Ref encoding = make_str(thread, "latin-1");
  if (!shown || !encoding) return {};
  Ref given = old ? make_tuple_of(thread, shown.get(), encoding.get()) : make_tuple_of(thread, shown.get());
  Value type = Value::object(type_of(self.as_object()));
  return given ? make_tuple_of(thread, type, given.get(), attributes.get()) : Ref();
}
Ref bytearray_reduce(Thread& thread, const Value* args, uint32_t, Tuple*) { return reduce_as(thread, args[0], true); }
Ref bytearray_reduce_ex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t protocol = 0;
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &protocol)) return {};
  return reduce_as(thread, args[0], protocol < 3);
}
const MethodDef kReductions[] = {{"__reduce__", "(self, /)", bytearray_reduce},
                                 {"__reduce_ex__", "(self, proto=0, /)", bytearray_reduce_ex}};

void bytearray_memory(Object* object, ExportedMemory* memory) {
  auto* array = reinterpret_cast<ByteArray*>(object);
  *memory = {reinterpret_cast<char*>(array->data.get()), array->length.get(), 'B', 1, true, &array->exports};
}

}  // namespace

const Layout kByteArrayLayout = {"bytearray", sizeof(ByteArray), false, destroy_bytearray, nullptr, nullptr, bytearray_memory};

Ref make_bytearray(Thread& thread, std::string_view content) {
  ByteArray* array = new_bytearray(thread, thread.types().bytearray);
  if (!array) return {};
  Ref result = Ref::own(array);
  return assign(thread, array, content) ? std::move(result) : Ref();
}

void setup_bytearray(Thread& thread, Type* type) {
  add_methods(thread, type, kReductions);
  add_methods(thread, type, kMethods);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace gillab
