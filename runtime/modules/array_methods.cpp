// array.array: what scripts call.
#include <algorithm>
#include <cstring>

#include "runtime/containers/sequence.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/modules/array.h"

namespace gillab {
namespace {

using Args = const Value*;

Array* self_of(Args args) { return array_of(args[0]); }
Ref done(bool ok) { return ok ? Ref::none() : Ref(); }
uint64_t length_of(Args args) { return self_of(args)->length.get(); }

Ref copy_of(Thread& thread, Args args, uint32_t = 0, Tuple* = nullptr) {
  Ref result = make_array(thread, array_type(self_of(args)), self_of(args)->code);
  return result && replace_items(thread, array_of(result.get()), 0, 0, array_bytes(self_of(args))) ? std::move(result) : Ref();
}

Ref get_length(Thread& thread, Args args, uint32_t, Tuple*) { return make_int(thread, static_cast<int64_t>(length_of(args))); }

Ref append(Thread& thread, Args args, uint32_t, Tuple*) { return done(append_item(thread, self_of(args), args[1])); }
Ref extend(Thread& thread, Args args, uint32_t, Tuple*) { return done(extend_array(thread, self_of(args), args[1])); }

Ref insert(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t at, length = static_cast<int64_t>(length_of(args));
  uint8_t packed[8];
  if (!index_as_int64(thread, args[1], &at) || !pack_array_item(thread, self_of(args)->code, args[2], packed)) return {};
  if (at < 0) at += length;
  uint64_t place = static_cast<uint64_t>(std::clamp<int64_t>(at, 0, length));
  return done(replace_items(thread, self_of(args), place, place, {reinterpret_cast<char*>(packed), self_of(args)->size}));
}

Ref pop(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t at = -1, length = static_cast<int64_t>(length_of(args));
  if (!args[1].is_empty() && !index_as_int64(thread, args[1], &at)) return {};
  if (length == 0) return raise(thread, Error::IndexError, "pop from empty array");
  if (at < 0) at += length;
  if (at < 0 || at >= length) return raise(thread, Error::IndexError, "pop index out of range");
  uint64_t place = static_cast<uint64_t>(at);
  Ref item = array_item(thread, self_of(args), place);
  return item && replace_items(thread, self_of(args), place, place + 1, {}) ? std::move(item) : Ref();
}

Ref reverse(Thread&, Args args, uint32_t, Tuple*) {
  uint64_t size = self_of(args)->size;
  char* data = self_of(args)->data.get();
  for (uint64_t i = 0, j = length_of(args); i + 1 < j; ++i) {
    --j;
    std::swap_ranges(data + i * size, data + (i + 1) * size, data + j * size);
  }
  return Ref::none();
}

Ref byteswap(Thread&, Args args, uint32_t, Tuple*) {
  uint64_t size = self_of(args)->size;
  char* data = self_of(args)->data.get();
  for (uint64_t i = 0; i < length_of(args); ++i) std::reverse(data + i * size, data + (i + 1) * size);
  return Ref::none();
}

Ref buffer_info(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref address = make_int_from_unsigned(thread, reinterpret_cast<uintptr_t>(self_of(args)->data.get()));
  return address ? make_tuple_of(thread, address.get(), Value::integer(static_cast<int64_t>(length_of(args)))) : Ref();
}

Ref to_bytes(Thread& thread, Args args, uint32_t, Tuple*) { return make_bytes(thread, array_bytes(self_of(args))); }

Ref from_bytes(Thread& thread, Args args, uint32_t, Tuple*) {
  std::string_view content;
  if (!bytes_view(thread, args[1], &content)) return {};
  if (content.size() % self_of(args)->size) {
    return raise(thread, Error::ValueError, "bytes length not a multiple of item size");
  }
  return done(replace_items(thread, self_of(args), length_of(args), length_of(args), std::string(content)));
}

Ref to_list(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref list = make_list(thread, length_of(args));
  for (uint64_t i = 0; list && i < length_of(args); ++i) {
    Ref item = array_item(thread, self_of(args), i);
    if (!item || !gillab::append(thread, list.as<List>(), std::move(item))) return {};
  }
  return list;
}

// All of the list or nothing.
Ref from_list(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<List>(args[1])) return raise(thread, Error::TypeError, "arg must be list");
  uint64_t before = length_of(args);
  if (extend_array(thread, self_of(args), args[1])) return Ref::none();
  Ref error = take_exception(thread);
  replace_items(thread, self_of(args), before, length_of(args), {});
  return raise_value(thread, std::move(error));
}

bool is_text(Thread& thread, Args args, const char* name) {
  return self_of(args)->code == 'u' ||
         raise(thread, Error::ValueError, "{}() may only be called on unicode type arrays", name);
}

Ref to_text(Thread& thread, Args args) {
  StrBuilder text(thread);
  for (uint64_t i = 0; i < length_of(args); ++i) {
    Ref item = array_item(thread, self_of(args), i);
    if (!item) return {};
    text.add(item.as<Str>());
  }
  return text.finish();
}
Ref to_unicode(Thread& thread, Args args, uint32_t, Tuple*) {
  return is_text(thread, args, "tounicode") ? to_text(thread, args) : Ref();
}

Ref from_unicode(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_text(thread, args, "fromunicode")) return {};
  if (!expect_str(thread, args[1], "fromunicode() argument")) return {};
  return done(extend_array(thread, self_of(args), args[1]));
}

Ref to_file(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref content = make_bytes(thread, array_bytes(self_of(args)));
  Value given[] = {content.get()};
  return content && call_method(thread, args[1], intern(thread, "write"), given, 1) ? Ref::none() : Ref();
}

Ref from_file(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t items, size = self_of(args)->size;
  if (!index_as_int64(thread, args[2], &items)) return {};
  if (items < 0) return raise(thread, Error::ValueError, "negative count");
  Value wanted[] = {Value::integer(items * size)};
  Ref content = call_method(thread, args[1], intern(thread, "read"), wanted, 1);
  if (!content) return {};
  if (!is<Bytes>(content.get())) return raise(thread, Error::TypeError, "read() didn't return bytes");
  std::string_view view = content.as<Bytes>()->view();
  uint64_t whole = view.size() / static_cast<uint64_t>(size) * static_cast<uint64_t>(size);
  bool enough = view.size() == static_cast<uint64_t>(items * size);
  if (enough || whole == view.size()) {
    if (!replace_items(thread, self_of(args), length_of(args), length_of(args), view.substr(0, whole))) return {};
  }
  return enough ? Ref::none() : raise(thread, Error::EOFError, "read() didn't return enough bytes");
}

Ref concatenate(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_array(args[1])) {
    return raise(thread, Error::TypeError, "can only append array (not \"{}\") to array", type_name(thread, args[1]));
  }
  if (array_of(args[1])->code != self_of(args)->code) {
    return raise(thread, Error::TypeError, "bad argument type for built-in operation");
  }
  Ref result = copy_of(thread, args);
  return result && extend_array(thread, array_of(result.get()), args[1]) ? std::move(result) : Ref();
}

Ref extend_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_array(args[1])) {
    return raise(thread, Error::TypeError, "can only extend with array (not \"{}\")", type_name(thread, args[1]));
  }
  return extend_array(thread, self_of(args), args[1]) ? Ref::share(args[0]) : Ref();
}

bool repeat_into(Thread& thread, Array* array, std::string_view content, int64_t count) {
  if (count > 0 && content.size() > (uint64_t{1} << 46) / static_cast<uint64_t>(count)) return raise_memory_error(thread);
  std::string all;
  for (int64_t i = 0; i < count; ++i) all += content;
  return replace_items(thread, array, 0, array->length.get(), all);
}

Ref repeat(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count;
  Ref answer = repeat_count(thread, args[1], &count);
  if (!answer || answer.get() == Value::not_implemented()) return answer;
  Ref result = make_array(thread, array_type(self_of(args)), self_of(args)->code);
  return result && repeat_into(thread, array_of(result.get()), array_bytes(self_of(args)), count) ? std::move(result) : Ref();
}

Ref repeat_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t count;
  Ref answer = repeat_count(thread, args[1], &count);
  if (!answer || answer.get() == Value::not_implemented()) return answer;
  std::string content(array_bytes(self_of(args)));
  return repeat_into(thread, self_of(args), content, count) ? Ref::share(args[0]) : Ref();
}

template <Compare op>
Ref compare_by(Thread& thread, Args args, uint32_t, Tuple*) {
  return compare_arrays(thread, op, args[0], args[1]);
}

Ref iterate_items(Thread& thread, Args args, uint32_t, Tuple*) { return iterate_array(thread, self_of(args)); }

Ref show(Thread& thread, Args args, uint32_t, Tuple*) {
  const char code[] = {self_of(args)->code, '\0'};
  StrBuilder text(thread);
  text.add(type_name(thread, args[0]).substr(type_name(thread, args[0]).rfind('.') + 1));
  text.add("('");
  text.add(code);
  text.add("'");
  if (length_of(args) > 0) {
    Ref content = code[0] == 'u' ? to_text(thread, args) : to_list(thread, args, 0, nullptr);
    text.add(", ");
    if (!content || !text.add_repr(content.get())) return {};
  }
  text.add(")");
  return text.finish();
}

// Protocols before 3 have no bytes; later ones call _array_reconstructor with the bytes and a number for their format.
Ref reduce_to_bytes(Thread& thread, Args args, Value type, Value code, Value attributes) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, "array"));
  Ref function = module ? get_attribute(thread, module.get(), intern(thread, "_array_reconstructor")) : Ref();
  Ref content = function ? make_bytes(thread, array_bytes(self_of(args))) : Ref();
  if (!content) return {};
  Value format = Value::integer(array_format(self_of(args)->code));
  Ref given = make_tuple_of(thread, type, code, format, content.get());
  return given ? make_tuple_of(thread, function.get(), given.get(), attributes) : Ref();
}

Ref reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t protocol;
  if (!index_as_int64(thread, args[1], &protocol)) return {};
  const char code[] = {self_of(args)->code, '\0'};
  Ref shown = make_str(thread, code), type = Ref::share(type_of(self_of(args)));
  Ref content = code[0] == 'u' ? to_text(thread, args) : to_list(thread, args, 0, nullptr);
  Ref attributes = get_attribute_or_empty(thread, args[0], thread.names().__dict__);
  if (!shown || !content || thread.has_exception()) return {};
  Value state = attributes ? attributes.get() : Value::none();
  if (protocol >= 3) return reduce_to_bytes(thread, args, type.get(), shown.get(), state);
  Ref given = make_tuple_of(thread, shown.get(), content.get());
  return given ? make_tuple_of(thread, type.get(), given.get(), state) : Ref();
}

Ref get_code(Thread& thread, Value self) {
  const char code[] = {array_of(self)->code, '\0'};
  return make_str(thread, code);
}
Ref get_size(Thread&, Value self) { return Ref::own(Value::integer(array_of(self)->size)); }

constexpr MethodDef kMethods[] = {
    {"__len__", "(self, /)", get_length},
    {"__iter__", "(self, /)", iterate_items},
    {"__repr__", "(self, /)", show},
    {"__getitem__", "(self, key, /)", array_getitem},
    {"__setitem__", "(self, key, value, /)", array_setitem},
    {"__delitem__", "(self, key, /)", array_delitem},
    {"__contains__", "(self, key, /)", array_contains},
    {"__add__", "(self, value, /)", concatenate},
    {"__iadd__", "(self, value, /)", extend_in_place},
    {"__mul__", "(self, value, /)", repeat},
    {"__rmul__", "(self, value, /)", repeat},
    {"__imul__", "(self, value, /)", repeat_in_place},
    {"__eq__", "(self, value, /)", compare_by<Compare::Equal>},
    {"__ne__", "(self, value, /)", compare_by<Compare::NotEqual>},
    {"__lt__", "(self, value, /)", compare_by<Compare::Less>},
    {"__le__", "(self, value, /)", compare_by<Compare::LessEqual>},
    {"__gt__", "(self, value, /)", compare_by<Compare::Greater>},
    {"__ge__", "(self, value, /)", compare_by<Compare::GreaterEqual>},
    {"__copy__", "(self, /)", copy_of},
    {"__deepcopy__", "(self, unused, /)", copy_of},
    {"__reduce_ex__", "(self, value, /)", reduce},
    {"append", "(self, v, /)", append},
    {"buffer_info", "(self, /)", buffer_info},
    {"byteswap", "(self, /)", byteswap},
    {"count", "(self, v, /)", array_count},
    {"extend", "(self, bb, /)", extend},
    {"frombytes", "(self, buffer, /)", from_bytes},
    {"fromfile", "(self, f, n, /)", from_file},
    {"fromlist", "(self, list, /)", from_list},
    {"fromunicode", "(self, ustr, /)", from_unicode},
    {"index", "(self, v, start=0, stop=9223372036854775807, /)", array_index},
    {"insert", "(self, i, v, /)", insert},
    {"pop", "(self, i=-1, /)", pop},
    {"remove", "(self, v, /)", array_remove},
    {"reverse", "(self, /)", reverse},
    {"tobytes", "(self, /)", to_bytes},
    {"tofile", "(self, f, /)", to_file},
    {"tolist", "(self, /)", to_list},
    {"tounicode", "(self, /)", to_unicode},
};
constexpr GetSetDef kGetSets[] = {{"typecode", get_code}, {"itemsize", get_size}};

}  // namespace

void add_array_methods(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace gillab
