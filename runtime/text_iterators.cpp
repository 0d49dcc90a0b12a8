// The iterators over str, bytes and bytearray.
#include "runtime/byte_strings.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

void destroy_str_iterator(Thread& thread, Object* object) {
  reinterpret_cast<StrIterator*>(object)->text.clear();
  free_object(thread, object, sizeof(StrIterator));
}
void destroy_bytes_iterator(Thread& thread, Object* object) {
  reinterpret_cast<BytesIterator*>(object)->bytes.clear();
  free_object(thread, object, sizeof(BytesIterator));
}

Ref iterator_self(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }

Ref str_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StrIterator* iterator = as<StrIterator>(args[0]);
  Ref text = iterator->text.take();
  if (!text) return Ref::exhausted();
  uint64_t position = iterator->position.get();
  if (position >= text.as<Str>()->length) {
    iterator->text.clear();
    return Ref::exhausted();
  }
  iterator->position.set(position + 1);
  return make_character(thread, text.as<Str>()->at(position));
}

Ref str_hint(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StrIterator* iterator = as<StrIterator>(args[0]);
  Ref text = iterator->text.take();
  return make_int(thread, text ? static_cast<int64_t>(text.as<Str>()->length - iterator->position.get()) : 0);
}

Ref bytes_next(Thread&, const Value* args, uint32_t, Tuple*) {
  BytesIterator* iterator = as<BytesIterator>(args[0]);
  Ref bytes = iterator->bytes.take();
  if (!bytes) return Ref::exhausted();
  uint64_t position = iterator->position.get();
  std::string_view content = bytes_of(bytes.get());
  if (position >= content.size()) {
    iterator->bytes.clear();
    return Ref::exhausted();
  }
  iterator->position.set(position + 1);
  return Ref::own(Value::integer(static_cast<uint8_t>(content[position])));
}

Ref bytes_hint(Thread& thread, const Value* args, uint32_t, Tuple*) {
  BytesIterator* iterator = as<BytesIterator>(args[0]);
  Ref bytes = iterator->bytes.take();
  int64_t left = bytes ? static_cast<int64_t>(bytes_of(bytes.get()).size() - iterator->position.get()) : 0;
  return make_int(thread, std::max<int64_t>(left, 0));
}

const MethodDef kStrMethods[] = {
    {"__iter__", "(self, /)", iterator_self},
    {"__next__", "(self, /)", str_next},
    {"__length_hint__", "(self, /)", str_hint},
};
const MethodDef kBytesMethods[] = {
    {"__iter__", "(self, /)", iterator_self},
    {"__next__", "(self, /)", bytes_next},
    {"__length_hint__", "(self, /)", bytes_hint},
};

}  // namespace

const Layout kStrIteratorLayout = {"str_iterator", sizeof(StrIterator), false, destroy_str_iterator};
const Layout kBytesIteratorLayout = {"bytes_iterator", sizeof(BytesIterator), false, destroy_bytes_iterator};

Ref str_iterator(Thread& thread, Str* text) {
  auto* iterator = allocate<StrIterator>(thread, thread.shapes[static_cast<size_t>(Kind::StrIterator)]);
  if (!iterator) return {};
  iterator->text.init(Ref::share(text));
  iterator->position.set(0);
  return Ref::own(iterator);
}

Ref byte_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = is<ByteArray>(args[0]) ? thread.types().bytearray_iterator : thread.types().bytes_iterator;
  auto* iterator = allocate<BytesIterator>(thread, type->root);
  if (!iterator) return {};
  iterator->bytes.init(Ref::share(args[0]));
  iterator->position.set(0);
  return Ref::own(iterator);
}

void setup_str_iterator(Thread& thread, Type* type) { add_methods(thread, type, kStrMethods); }
void setup_bytes_iterator(Thread& thread, Type* type) { add_methods(thread, type, kBytesMethods); }
void setup_bytearray_iterator(Thread& thread, Type* type) { add_methods(thread, type, kBytesMethods); }

}  // namespace gillab
