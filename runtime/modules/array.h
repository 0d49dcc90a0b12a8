// The module array in its files: array.cpp (the memory and its items), array_methods.cpp (what scripts call),
// array_items.cpp (subscripts, searching, comparison), array_iterator.cpp.
#pragma once

#include <string>
#include <string_view>

#include "runtime/bytes.h"
#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

struct Array : Object {  // data, length and capacity: under the Guard
  static constexpr Kind kKind = Kind::Extension;
  Cell<char*> data;
  Cell<uint64_t> length;  // items
  Cell<uint64_t> capacity;
  Cell<uint32_t> exports;  // who looks at the memory: it cannot be resized
  char code;               // as struct has it; 'u': a character of four bytes
  uint8_t size;            // bytes of an item
};

extern const Layout kArrayLayout;

inline bool is_array(Value value) { return has_layout(value, kArrayLayout); }
inline Array* array_of(Value value) { return static_cast<Array*>(value.as_object()); }
inline std::string_view array_bytes(const Array* array) {
  return {array->data.get(), array->length.get() * array->size};
}

Ref make_array(Thread& thread, Type* type, char code);
Type* make_array_iterator_type(Thread& thread);
Ref iterate_array(Thread& thread, Array* array);
Type* array_type(const Array* array);  // array.array itself, of a subclass's instance too
Ref array_item(Thread& thread, const Array* array, uint64_t position);
// The item a value is, in bytes. False: an exception is set.
bool pack_array_item(Thread& thread, char code, Value value, uint8_t* packed);
// Replaces items [start, end) by the content. False: no memory, or somebody looks at the array.
bool replace_items(Thread& thread, Array* array, uint64_t start, uint64_t end, std::string_view content);
bool append_item(Thread& thread, Array* array, Value value);
bool extend_array(Thread& thread, Array* array, Value iterable);

Ref array_getitem(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_setitem(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_delitem(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_contains(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_count(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_index(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref array_remove(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref compare_arrays(Thread& thread, Compare op, Value left, Value right);
int64_t array_format(char code);  // the number pickles name a format of items by
void add_array_methods(Thread& thread, Type* type);

}  // namespace gillab
