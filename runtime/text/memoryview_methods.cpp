// The type memoryview: what scripts call. Casts and comparison stand in memoryview_compare.cpp.
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/modules/struct.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/text/memoryview_parts.h"

namespace gillab {
namespace {

MemoryView* self_of(const Value* args) { return as<MemoryView>(args[0]); }

Ref memoryview_new(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_memoryview(thread, args[1]); }

Ref memoryview_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  if (!owner) return {};
  const Tuple* shape = shape_of(self_of(args));
  return shape && shape->length > 0 ? Ref::share(shape->items[0]) : make_int(thread, self_of(args)->length.get());
}

bool has_no_dimension(const MemoryView* view) { return shape_of(view) && shape_of(view)->length == 0; }

Ref item_value(Thread& thread, Value owner, MemoryView* view, int64_t at) {
  if (view->code == 'B') return Ref::own(Value::integer(*item_at(owner, view, at)));
  return unpack_item(thread, view->code, item_at(owner, view, at));
}

bool is_position(Thread& thread, Value key) {
  return is_integer(key) || !special_method(thread, key, Dunder::Index).is_empty();
}

bool resolve_position(Thread& thread, Value key, int64_t length, size_t dimension, int64_t* at) {
  if (!index_as_int64(thread, key, at, false, Error::IndexError)) return false;
  if (*at < 0) *at += length;
  if (*at >= 0 && *at < length) return true;
  return raise(thread, Error::IndexError, "index out of bounds on dimension {}", dimension + 1);
}

// All positions, or an error; all slices: another error.
bool check_tuple(Thread& thread, const Tuple* key) {
  uint64_t slices = 0;
  for (uint64_t i = 0; i < key->length; ++i) {
    bool slice = is<Slice>(key->items[i]);
    slices += slice;
    if (!slice && !is_position(thread, key->items[i])) slices = key->length + 1;
  }
  if (slices == 0) return true;
  if (slices != key->length) return raise(thread, Error::TypeError, "memoryview: invalid slice key");
  return raise(thread, Error::NotImplementedError, "multi-dimensional slicing is not implemented");
}

bool resolve_tuple(Thread& thread, MemoryView* view, const Tuple* key, int64_t* at) {
  Ref shape = check_tuple(thread, key) ? shape_tuple(thread, view) : Ref();
  if (!shape) return false;
  uint64_t count = shape.as<Tuple>()->length;
  if (key->length < count) return raise(thread, Error::NotImplementedError, "sub-views are not implemented");
  if (key->length > count) {
    return raise(thread, Error::TypeError, "cannot index {}-dimension view with {}-element tuple", count, key->length);
  }
  *at = 0;
  for (uint64_t i = 0; i < count; ++i) {
    int64_t length = shape.as<Tuple>()->items[i].as_int(), part;
    if (!resolve_position(thread, key->items[i], length, i, &part)) return false;
    *at = *at * length + part;
  }
  return true;
}

// The number of the item a key means. False: an exception is set.
bool item_index(Thread& thread, MemoryView* view, Value key, int64_t* at) {
  if (has_no_dimension(view) && key == Value::ellipsis()) return *at = 0, true;
  if (is<Tuple>(key)) return resolve_tuple(thread, view, as<Tuple>(key), at);
  if (!is_position(thread, key)) return raise(thread, Error::TypeError, "memoryview: invalid slice key");
  if (!shape_of(view)) return resolve_position(thread, key, view->length.get(), 0, at);
  if (has_no_dimension(view)) return raise(thread, Error::TypeError, "invalid indexing of 0-dim memory");
  return raise(thread, Error::NotImplementedError, "multi-dimensional sub-views are not implemented");
}

Ref get_slice(Thread& thread, MemoryView* view, Value slice) {
  SliceBounds bounds;
  if (has_no_dimension(view)) return raise(thread, Error::TypeError, "invalid indexing of 0-dim memory");
  Ref shape = shape_tuple(thread, view);
  if (!shape || !resolve_slice(thread, slice, shape.as<Tuple>()->items[0].as_int(), &bounds)) return {};
  int64_t count = std::max<int64_t>(bounds.count, 0);
  if (!shape_of(view)) return make_part(thread, view, bounds.start, count, bounds.step);
  if (bounds.step != 1) return raise(thread, Error::NotImplementedError, "multi-dimensional slicing is not implemented");
  int64_t row = view->length.get() / shape.as<Tuple>()->items[0].as_int();
  Ref part = make_part(thread, view, bounds.start * row, count * row, 1);
  Ref rows = make_tuple(thread, shape.as<Tuple>()->items, shape.as<Tuple>()->length);
  if (!part || !rows) return {};
  rows.as<Tuple>()->items[0] = Value::integer(count);
  part.as<MemoryView>()->shape.put(std::move(rows));
  return part;
}

Ref memoryview_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  Ref owner = owner_of(thread, view);
  if (!owner) return {};
  if (is<Slice>(args[1])) return get_slice(thread, view, args[1]);
  if (has_no_dimension(view) && args[1] == Value::ellipsis()) return Ref::share(args[0]);
  int64_t at;
  if (!item_index(thread, view, args[1], &at)) return {};
  return owner_of(thread, view) ? item_value(thread, owner.get(), view, at) : Ref();  // __index__ may have released it
}

Ref view_of_given(Thread& thread, Value value) {
  ExportedMemory memory;
  if (is<MemoryView>(value) || exported_memory(value, &memory)) return make_memoryview(thread, value);
  return raise(thread, Error::TypeError, "a bytes-like object is required, not '{}'", type_name(thread, value));
}

bool set_slice(Thread& thread, MemoryView* view, Value slice, Value value) {
  if (shape_of(view)) {
    return raise(thread, Error::NotImplementedError,
                 "memoryview slice assignments are currently restricted to ndim = 1");
  }
  Ref given = view_of_given(thread, value);
  SliceBounds bounds;
  if (!given || !resolve_slice(thread, slice, view->length.get(), &bounds)) return false;
  auto* source = given.as<MemoryView>();
  Ref owner = owner_of(thread, view), source_owner = owner_of(thread, source);
  if (!owner || !source_owner) return false;
  if (source->code != view->code || source->length.get() != bounds.count || shape_of(source)) {
    return raise(thread, Error::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
  }
  std::string copy = copy_of(source_owner.get(), source);
  for (int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
    std::memcpy(item_at(owner.get(), view, at), copy.data() + i * view->size, view->size);
  }
  return true;
}

// Whether an item can hold values of that type at all. A number's __float__ may raise something else: *failed.
bool fits_format(Thread& thread, char code, Value value, bool* failed) {
  if (code == 'c') return is<Bytes>(value);
  if (code == '?') return true;
  if (!std::strchr("fde", code)) return is_position(thread, value);
  double number;
  if (as_double(thread, value, &number)) return true;
  *failed = !exception_matches(thread, Error::TypeError);
  if (!*failed) clear_exception(thread);
  return false;
}

bool pack_value(Thread& thread, MemoryView* view, Value value, uint8_t* packed) {
  char format[3] = {'@', view->code, '\0'};
  const char* shown = view->at_sign ? format : format + 1;
  bool failed = false;
  if (!fits_format(thread, view->code, value, &failed)) {
    return !failed && raise(thread, Error::TypeError, "memoryview: invalid type for format '{}'", shown);
  }
  if (pack_item(thread, view->code, value, packed)) return true;
  Ref error = take_exception(thread);
  if (type_of(thread, error.get()) != struct_error(thread).as<Type>()) return raise_value(thread, std::move(error));
  return raise(thread, Error::ValueError, "memoryview: invalid value for format '{}'", shown);
}

Ref memoryview_setitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  Ref owner = owner_of(thread, view);
  if (!owner) return {};
  if (view->readonly) return raise(thread, Error::TypeError, "cannot modify read-only memory");
  if (is<Slice>(args[1])) return set_slice(thread, view, args[1], args[2]) ? Ref::none() : Ref();
  int64_t at;
  uint8_t packed[8];
  if (!item_index(thread, view, args[1], &at) || !pack_value(thread, view, args[2], packed)) return {};
  if (!owner_of(thread, view)) return {};  // __index__ may have released it
  std::memcpy(item_at(owner.get(), view, at), packed, view->size);
  return Ref::none();
}

Ref memoryview_delitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  bool readonly = self_of(args)->readonly;
  return raise(thread, Error::TypeError, readonly ? "cannot modify read-only memory" : "cannot delete memory");
}

Ref memoryview_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  if (!owner) return {};
  if (has_no_dimension(self_of(args))) return raise(thread, Error::TypeError, "invalid indexing of 0-dim memory");
  return sequence_iterator(thread, args[0]);
}

bool check_order(Thread& thread, Value value) {
  if (value.is_empty() || value.is_none()) return true;
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "tobytes() argument 'order' must be str or None, not {}",
                 type_name(thread, value));
  }
  std::string order = to_utf8(as<Str>(value));
  if (order == "C" || order == "F" || order == "A") return true;
  return raise(thread, Error::ValueError, "order must be 'C', 'F' or 'A'");
}

Ref memoryview_tobytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  if (!owner || !check_order(thread, args[1])) return {};
  return make_bytes(thread, copy_of(owner.get(), self_of(args)));
}

// The items from *at on as lists within lists.
Ref list_of(Thread& thread, Value owner, MemoryView* view, const Tuple* shape, uint64_t dimension, int64_t* at) {
  if (dimension == shape->length) return item_value(thread, owner, view, (*at)++);
  Ref result = make_list(thread);
  for (int64_t i = 0; result && i < shape->items[dimension].as_int(); ++i) {
    Ref part = list_of(thread, owner, view, shape, dimension + 1, at);
    if (!part || !append(thread, result.as<List>(), std::move(part))) return {};
  }
  return result;
}

Ref memoryview_tolist(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  Ref shape = owner ? shape_tuple(thread, self_of(args)) : Ref();
  int64_t at = 0;
  return shape ? list_of(thread, owner.get(), self_of(args), shape.as<Tuple>(), 0, &at) : Ref();
}

Ref memoryview_hex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? hex_of(thread, copy_of(owner.get(), self_of(args)), args[1], args[2]) : Ref();
}

Ref memoryview_release(Thread&, const Value* args, uint32_t, Tuple*) {
  release_memory(self_of(args));
  return Ref::none();
}
Ref memoryview_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? Ref::share(args[0]) : Ref();
}

Ref memoryview_toreadonly(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref result = make_memoryview(thread, args[0]);
  if (result) result.as<MemoryView>()->readonly = true;
  return result;
}

bool compute_hash(Thread& thread, MemoryView* view) {
  Ref owner = owner_of(thread, view);
  if (!owner) return false;
  if (!view->readonly) return raise(thread, Error::ValueError, "cannot hash writable memoryview object");
  if (!std::strchr("Bbc", view->code)) {
    return raise(thread, Error::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  int64_t of_owner;
  if (!hash(thread, owner.get(), &of_owner)) return false;
  std::string content = copy_of(owner.get(), view);
  view->hash.set(hash_bytes(content.data(), content.size(), thread.interpreter->hash_seed));
  return true;
}

Ref memoryview_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  return view->hash.get() != 0 || compute_hash(thread, view) ? make_int(thread, view->hash.get()) : Ref();
}

Ref memoryview_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  char text[64];
  std::snprintf(text, sizeof text, "<%smemory at %p>", self_of(args)->owner.peek().is_empty() ? "released " : "",
                static_cast<const void*>(args[0].as_object()));
  return make_str(thread, text);
}

template <class Make>
Ref when_alive(Thread& thread, Value self, Make make) {
  Ref owner = owner_of(thread, as<MemoryView>(self));
  return owner ? make(owner.get(), as<MemoryView>(self)) : Ref();
}
Ref get_obj(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value owner, MemoryView*) { return Ref::share(owner); });
}
Ref get_nbytes(Thread& thread, Value self) {
  return when_alive(thread, self,
                    [&](Value, MemoryView* view) { return make_int(thread, view->length.get() * view->size); });
}
Ref get_itemsize(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView* view) { return Ref::own(Value::integer(view->size)); });
}
Ref get_format(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView* view) {
    char text[2] = {'@', view->code};
    return make_str(thread, view->at_sign ? std::string_view(text, 2) : std::string_view(text + 1, 1));
  });
}
Ref get_ndim(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView* view) {
    const Tuple* shape = shape_of(view);
    return Ref::own(Value::integer(shape ? static_cast<int64_t>(shape->length) : 1));
  });
}
Ref get_shape(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView* view) { return shape_tuple(thread, view); });
}

Ref strides_of(Thread& thread, const MemoryView* view) {
  const Tuple* shape = shape_of(view);
  if (!shape) return make_tuple_of(thread, Value::integer(view->step.get()));
  Tuple* strides = new_tuple(thread, shape->length);
  if (!strides) return {};
  int64_t stride = view->size;
  for (uint64_t i = shape->length; i-- > 0; stride *= shape->items[i].as_int()) {
    strides->items[i] = Value::integer(stride);
  }
  return Ref::own(strides);
}
Ref get_strides(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView* view) { return strides_of(thread, view); });
}
Ref get_suboffsets(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView*) { return empty_tuple(thread); });
}
Ref get_readonly(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView* view) { return Ref::boolean(view->readonly); });
}
Ref get_contiguous(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView* view) { return Ref::boolean(is_contiguous(view)); });
}
Ref get_f_contiguous(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView* view) {
    const Tuple* shape = shape_of(view);
    uint64_t wide = 0;
    for (uint64_t i = 0; shape && i < shape->length; ++i) wide += shape->items[i].as_int() > 1;
    return Ref::boolean(is_contiguous(view) && wide <= 1);
  });
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, object)", memoryview_new, MethodDef::Static},
    {"__len__", "(self, /)", memoryview_len},
    {"__getitem__", "(self, key, /)", memoryview_getitem},
    {"__setitem__", "(self, key, value, /)", memoryview_setitem},
    {"__delitem__", "(self, key, /)", memoryview_delitem},
    {"__iter__", "(self, /)", memoryview_iter},
    {"__eq__", "(self, value, /)", memoryview_eq},
    {"__ne__", "(self, value, /)", memoryview_ne},
    {"__hash__", "(self, /)", memoryview_hash},
    {"__repr__", "(self, /)", memoryview_repr},
    {"__enter__", "(self, /)", memoryview_enter},
    {"__exit__", "(self, /, *args)", memoryview_release},
    {"cast", "(self, /, format, shape=None)", memoryview_cast},
    {"tobytes", "(self, /, order='C')", memoryview_tobytes},
    {"tolist", "(self, /)", memoryview_tolist},
    {"toreadonly", "(self, /)", memoryview_toreadonly},
    {"hex", "(self, /, sep=None, bytes_per_sep=1)", memoryview_hex},
    {"release", "(self, /)", memoryview_release},
};
const GetSetDef kAttributes[] = {
    {"obj", get_obj},
    {"nbytes", get_nbytes},
    {"itemsize", get_itemsize},
    {"format", get_format},
    {"ndim", get_ndim},
    {"shape", get_shape},
    {"strides", get_strides},
    {"suboffsets", get_suboffsets},
    {"readonly", get_readonly},
    {"contiguous", get_contiguous},
    {"c_contiguous", get_contiguous},
    {"f_contiguous", get_f_contiguous},
};

}  // namespace

void setup_memoryview(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
