// The type memoryview: items are unsigned bytes, one dimension.
#include "runtime/text/memoryview.h"

#include <cstdio>

#include "runtime/text/byte_strings.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

MemoryView* self_of(const Value* args) { return as<MemoryView>(args[0]); }

void export_memory(Value owner, int32_t change) {
  if (!is<ByteArray>(owner)) return;
  ByteArray* array = as<ByteArray>(owner);
  Guard guard(array->header);
  array->exports.set(array->exports.get() + static_cast<uint32_t>(change));
}

void release_owner(MemoryView* view) {
  Ref owner = view->owner.exchange({});
  if (owner) export_memory(owner.get(), -1);
}

void destroy_memoryview(Thread& thread, Object* object) {
  release_owner(reinterpret_cast<MemoryView*>(object));
  free_object(thread, object, sizeof(MemoryView));
}

Ref make_view(Thread& thread, Value owner, int64_t start, int64_t length, int64_t step) {
  MemoryView* view = allocate<MemoryView>(thread, thread.shapes[static_cast<size_t>(Kind::MemoryView)]);
  if (!view) return {};
  view->owner.init(Ref::share(owner));
  view->start.set(start);
  view->length.set(length);
  view->step.set(step);
  view->hash.set(0);
  export_memory(owner, 1);
  return Ref::own(view);
}

// The object looked at, kept alive; empty with an error when the view was released.
Ref owner_of(Thread& thread, MemoryView* view) {
  Ref owner = view->owner.take();
  if (!owner) raise(thread, Error::ValueError, "operation forbidden on released memoryview object");
  return owner;
}

uint8_t* item_at(Value owner, MemoryView* view, int64_t index) {
  const char* memory = bytes_of(owner).data();
  return reinterpret_cast<uint8_t*>(const_cast<char*>(memory)) + view->start.get() + index * view->step.get();
}

std::string copy_of(Value owner, MemoryView* view) {
  std::string result;
  for (int64_t i = 0; i < view->length.get(); ++i) result += static_cast<char>(*item_at(owner, view, i));
  return result;
}

Ref memoryview_new(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_memoryview(thread, args[1]); }

Ref memoryview_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? make_int(thread, self_of(args)->length.get()) : Ref();
}

bool refuse_key(Thread& thread, Value key) {
  if (is_integer(key) || !special_method(thread, key, Dunder::Index).is_empty()) return false;
  raise(thread, Error::TypeError, "memoryview: invalid slice key");
  return true;
}

bool item_index(Thread& thread, MemoryView* view, Value key, int64_t* at) {
  if (refuse_key(thread, key) || !index_as_int64(thread, key, at, false, Error::IndexError)) return false;
  if (*at < 0) *at += view->length.get();
  if (*at >= 0 && *at < view->length.get()) return true;
  return raise(thread, Error::IndexError, "index out of bounds on dimension 1");
}

Ref memoryview_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  Ref owner = owner_of(thread, view);
  if (!owner) return {};
  if (is<Slice>(args[1])) {
    SliceBounds bounds;
    if (!resolve_slice(thread, args[1], view->length.get(), &bounds)) return {};
    return make_view(thread, owner.get(), view->start.get() + bounds.start * view->step.get(),
                     std::max<int64_t>(bounds.count, 0), view->step.get() * bounds.step);
  }
  int64_t at;
  if (!item_index(thread, view, args[1], &at)) return {};
  return Ref::own(Value::integer(*item_at(owner.get(), view, at)));
}

bool set_slice(Thread& thread, MemoryView* view, Value owner, Value slice, Value value) {
  SliceBounds bounds;
  std::string_view content;
  if (!resolve_slice(thread, slice, view->length.get(), &bounds) || !bytes_view(thread, value, &content)) return false;
  if (static_cast<int64_t>(content.size()) != bounds.count) {
    return raise(thread, Error::ValueError, "memoryview assignment: lvalue and rvalue have different structures");
  }
  std::string copy(content);
  for (int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
    *item_at(owner, view, at) = static_cast<uint8_t>(copy[static_cast<size_t>(i)]);
  }
  return true;
}

Ref memoryview_setitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  Ref owner = owner_of(thread, view);
  if (!owner) return {};
  if (!is<ByteArray>(owner.get())) return raise(thread, Error::TypeError, "cannot modify read-only memory");
  if (is<Slice>(args[1])) return set_slice(thread, view, owner.get(), args[1], args[2]) ? Ref::none() : Ref();
  int64_t at;
  uint8_t byte;
  if (!item_index(thread, view, args[1], &at)) return {};
  if (!is_integer(args[2]) && special_method(thread, args[2], Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "memoryview: invalid type for format 'B'");
  }
  if (!byte_value(thread, args[2], &byte, "memoryview: invalid value for format 'B'")) return {};
  *item_at(owner.get(), view, at) = byte;
  return Ref::none();
}

Ref memoryview_delitem(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "cannot delete memory");
}

Ref memoryview_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? sequence_iterator(thread, args[0]) : Ref();
}

Ref memoryview_tobytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? make_bytes(thread, copy_of(owner.get(), self_of(args))) : Ref();
}

Ref memoryview_tolist(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  Ref result = owner ? make_list(thread) : Ref();
  if (!result) return {};
  for (char byte : copy_of(owner.get(), self_of(args))) {
    if (!append(thread, result.as<List>(), Ref::own(Value::integer(static_cast<uint8_t>(byte))))) return {};
  }
  return result;
}

Ref memoryview_hex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? hex_of(thread, copy_of(owner.get(), self_of(args)), args[1], args[2]) : Ref();
}

Ref memoryview_release(Thread&, const Value* args, uint32_t, Tuple*) {
  release_owner(self_of(args));
  return Ref::none();
}
Ref memoryview_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  return owner ? Ref::share(args[0]) : Ref();
}
Ref memoryview_exit(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return memoryview_release(thread, args, count, names);
}

Ref memoryview_toreadonly(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref owner = owner_of(thread, self_of(args));
  if (!owner) return {};
  Ref copy = make_bytes(thread, copy_of(owner.get(), self_of(args)));
  return copy ? make_memoryview(thread, copy.get()) : Ref();
}

Truth equals(Thread& thread, const Value* args) {
  Ref owner = self_of(args)->owner.take();
  std::string_view other;
  if (args[0] == args[1]) return Truth::Yes;
  if (is<MemoryView>(args[1])) {
    Ref other_owner = as<MemoryView>(args[1])->owner.take();
    if (!owner || !other_owner) return Truth::No;
    return truth_of(copy_of(owner.get(), self_of(args)) == copy_of(other_owner.get(), as<MemoryView>(args[1])));
  }
  if (!is_object_with_bytes(thread, args[1], &other)) return Truth::Error;
  return truth_of(owner && copy_of(owner.get(), self_of(args)) == other);
}
Ref memoryview_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth same = equals(thread, args);
  return same == Truth::Error ? Ref::not_implemented() : Ref::boolean(same == Truth::Yes);
}
Ref memoryview_ne(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth same = equals(thread, args);
  return same == Truth::Error ? Ref::not_implemented() : Ref::boolean(same == Truth::No);
}

Ref memoryview_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  MemoryView* view = self_of(args);
  if (view->hash.get() == 0) {
    Ref owner = owner_of(thread, view);
    if (!owner) return {};
    if (is<ByteArray>(owner.get())) {
      return raise(thread, Error::ValueError, "cannot hash writable memoryview object");
    }
    std::string content = copy_of(owner.get(), view);
    view->hash.set(hash_bytes(content.data(), content.size(), thread.interpreter->hash_seed));
  }
  return make_int(thread, view->hash.get());
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
  return when_alive(thread, self, [&](Value, MemoryView* view) { return make_int(thread, view->length.get()); });
}
Ref get_itemsize(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView*) { return Ref::own(Value::integer(1)); });
}
Ref get_format(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView*) { return make_str(thread, "B"); });
}
Ref get_shape(Thread& thread, Value self) {
  return when_alive(thread, self,
                    [&](Value, MemoryView* view) { return make_tuple_of(thread, Value::integer(view->length.get())); });
}
Ref get_strides(Thread& thread, Value self) {
  return when_alive(thread, self,
                    [&](Value, MemoryView* view) { return make_tuple_of(thread, Value::integer(view->step.get())); });
}
Ref get_suboffsets(Thread& thread, Value self) {
  return when_alive(thread, self, [&](Value, MemoryView*) { return empty_tuple(thread); });
}
Ref get_readonly(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value owner, MemoryView*) { return Ref::boolean(!is<ByteArray>(owner)); });
}
Ref get_contiguous(Thread& thread, Value self) {
  return when_alive(thread, self, [](Value, MemoryView* view) {
    return Ref::boolean(view->step.get() == 1 || view->length.get() <= 1);
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
    {"__exit__", "(self, /, *args)", memoryview_exit},
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
    {"ndim", get_itemsize},
    {"shape", get_shape},
    {"strides", get_strides},
    {"suboffsets", get_suboffsets},
    {"readonly", get_readonly},
    {"contiguous", get_contiguous},
    {"c_contiguous", get_contiguous},
    {"f_contiguous", get_contiguous},
};

}  // namespace

const Layout kMemoryViewLayout = {"memoryview", sizeof(MemoryView), false, destroy_memoryview};

Ref make_memoryview(Thread& thread, Value object) {
  if (is<MemoryView>(object)) {
    MemoryView* view = as<MemoryView>(object);
    Ref owner = owner_of(thread, view);
    return owner ? make_view(thread, owner.get(), view->start.get(), view->length.get(), view->step.get()) : Ref();
  }
  if (!is<Bytes>(object) && !is<ByteArray>(object)) {
    return raise(thread, Error::TypeError, "memoryview: a bytes-like object is required, not '{}'",
                 type_name(thread, object));
  }
  return make_view(thread, object, 0, static_cast<int64_t>(bytes_of(object).size()), 1);
}

bool copy_memory(Thread& thread, MemoryView* view, std::string* copy) {
  Ref owner = owner_of(thread, view);
  return owner && (copy->assign(copy_of(owner.get(), view)), true);
}

bool memory_of(Thread& thread, MemoryView* view, std::string_view* memory) {
  Ref owner = owner_of(thread, view);
  if (!owner) return false;
  if (view->step.get() != 1 && view->length.get() > 1) {
    return raise(thread, Error::BufferError, "memoryview: underlying buffer is not C-contiguous");
  }
  *memory =
      bytes_of(owner.get()).substr(static_cast<size_t>(view->start.get()), static_cast<size_t>(view->length.get()));
  return true;
}

void setup_memoryview(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
