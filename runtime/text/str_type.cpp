// The type str: construction, special methods, and the table of all methods.
#include "runtime/bytes.h"
#include "runtime/containers/sequence.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"
#include "runtime/classes/type_build.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

Str* self_of(const Value* args) { return as<Str>(args[0]); }

void add_escaped(StrBuilder& builder, char32_t c) {
  static const char kHex[] = "0123456789abcdef";
  char text[10] = {'\\', c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'};
  int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  for (int i = 0; i < digits; ++i) text[2 + i] = kHex[c >> (4 * (digits - 1 - i)) & 15];
  builder.add_ascii(text, 2 + digits);
}

void add_in_repr(StrBuilder& builder, char32_t c, char32_t quote) {
  switch (c) {
    case '\n':
      return builder.add_ascii("\\n", 2);
    case '\r':
      return builder.add_ascii("\\r", 2);
    case '\t':
      return builder.add_ascii("\\t", 2);
    case '\\':
      return builder.add_ascii("\\\\", 2);
  }
  if (c == quote) builder.add('\\');
  if (unicode::is_printable(c))
    builder.add(c);
  else
    add_escaped(builder, c);
}

// The usual text: every character stands for itself between single quotes.
bool is_plain(const Str* text) {
  if (!text->ascii) return false;
  const uint8_t* p = text->data1();
  for (size_t i = 0; i < text->length; ++i) {
    if (p[i] < 32 || p[i] >= 127 || p[i] == '\'' || p[i] == '\\') return false;
  }
  return true;
}

Ref str_repr(Thread& thread, const Value* args, uint32_t, Tuple*) { return text_repr(thread, self_of(args)); }
Ref str_str(Thread& thread, const Value* args, uint32_t, Tuple*) { return exact_str(thread, self_of(args)); }
Ref str_len(Thread&, const Value* args, uint32_t, Tuple*) {
  return Ref::own(Value::integer(static_cast<int64_t>(self_of(args)->length)));
}
Ref str_hash(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_int(thread, hash_of(self_of(args))); }
Ref str_iter(Thread& thread, const Value* args, uint32_t, Tuple*) { return str_iterator(thread, self_of(args)); }

template <class Test>
Ref ordered(const Value* args, Test test) {
  if (!is<Str>(args[1])) return Ref::not_implemented();
  return Ref::boolean(test(compare_text(self_of(args), as<Str>(args[1]))));
}
Ref str_lt(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, [](int o) { return o < 0; });
}
Ref str_le(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, [](int o) { return o <= 0; });
}
Ref str_gt(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, [](int o) { return o > 0; });
}
Ref str_ge(Thread&, const Value* args, uint32_t, Tuple*) {
  return ordered(args, [](int o) { return o >= 0; });
}
Ref str_eq(Thread&, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return Ref::not_implemented();
  return Ref::boolean(same_text(self_of(args), as<Str>(args[1])));
}
Ref str_ne(Thread&, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return Ref::not_implemented();
  return Ref::boolean(!same_text(self_of(args), as<Str>(args[1])));
}

Ref str_add(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    if (has_reflected(thread, args[1], Dunder::RAdd)) return Ref::not_implemented();
    return raise(thread, Error::TypeError, "can only concatenate str (not \"{}\") to str", type_name(thread, args[1]));
  }
  return concatenate(thread, self_of(args), as<Str>(args[1]));
}

Ref repeat(Thread& thread, Str* text, int64_t count) {
  if (count <= 0 || text->length == 0) return make_str(thread, {});
  if (count == 1) return exact_str(thread, text);
  if (static_cast<uint64_t>(count) > (uint64_t{1} << 46) / text->length) {
    return static_cast<uint64_t>(count) > (uint64_t{1} << 62) / text->length
               ? raise(thread, Error::OverflowError, "repeated string is too long")
               : raise_memory_error(thread);
  }
  Str* result = new_str(thread, text->length * count, bound_of(text));
  if (!result) return {};
  size_t bytes = text->bytes(), whole = bytes * count;
  uint8_t* to = result->data1();
  if (bytes == 1) return std::memset(to, text->data1()[0], whole), Ref::own(result);
  std::memcpy(to, text->data1(), bytes);
  for (size_t done = bytes; done < whole; done *= 2) std::memcpy(to + done, to, std::min(done, whole - done));
  return Ref::own(result);
}

Ref str_mul(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_int()) return repeat(thread, self_of(args), args[1].as_int());
  int64_t count;
  Ref status = repeat_count(thread, args[1], &count);
  if (!status || status.get().is_not_implemented()) return status;
  return repeat(thread, self_of(args), count);
}

Ref str_mod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return format_percent(thread, self_of(args), args[1]);
}
Ref str_rmod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return Ref::not_implemented();
  return format_percent(thread, as<Str>(args[1]), args[0]);
}

Ref item_of_slice(Thread& thread, Str* text, Value slice) {
  SliceBounds bounds;
  if (!resolve_slice(thread, slice, text->length, &bounds)) return {};
  if (bounds.count <= 0) return make_str(thread, {});
  if (bounds.step == 1) return substring(thread, text, bounds.start, bounds.start + bounds.count);
  Str* wide = new_str(thread, bounds.count, bound_of(text));
  if (!wide) return {};
  Ref result = Ref::own(wide);
  with_characters(text, [&](const auto* from) {
    auto* to = reinterpret_cast<std::remove_const_t<std::remove_pointer_t<decltype(from)>>*>(wide->data1());
    for (int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) to[i] = from[at];
  });
  if (text->ascii) return bounds.count == 1 ? make_character(thread, wide->at(0)) : std::move(result);
  return with_characters(wide, [&](const auto* from) {  // it may fit a narrower one
    return bounds.count == 1 ? make_character(thread, from[0]) : make_narrowed(thread, from, bounds.count);
  });
}

Ref str_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = self_of(args);
  int64_t length = text->length, position;
  if (args[1].is_int()) {
    position = args[1].as_int();
    if (position < 0) position += length;
    if (position >= 0 && position < length) return make_character(thread, text->at(position));
    return raise(thread, Error::IndexError, "string index out of range");
  }
  if (is<Slice>(args[1])) return item_of_slice(thread, text, args[1]);
  if (!is_integer(args[1]) && special_method(thread, args[1], Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "string indices must be integers, not '{}'", type_name(thread, args[1]));
  }
  if (!resolve_index(thread, args[1], length, "string", &position)) return {};
  return make_character(thread, text->at(position));
}

Ref str_dunder_format(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "__format__() argument must be str, not {}",
                 args[1].is_none() ? std::string_view("None") : type_name(thread, args[1]));
  }
  if (as<Str>(args[1])->length == 0) {
    return is_exact<Str>(args[0]) ? Ref::share(args[0]) : str(thread, args[0]);
  }
  return format_str(thread, args[0], as<Str>(args[1]));
}

Ref str_getnewargs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref text = exact_str(thread, self_of(args));
  return text ? make_tuple_of(thread, text.get()) : Ref();
}

Ref str_sizeof(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Str* text = self_of(args);
  return make_int(thread, static_cast<int64_t>((text->ascii ? 48 : 72) + (text->length + 1) * text->width));
}

// An instance of a subclass with that text.
Ref with_type(Thread& thread, Type* type, Str* text) {
  size_t bytes = str_object_bytes(text->length, text->width);
  Object* object = allocate_instance(thread, type, bytes - sizeof(Str));
  if (!object) return {};
  Str* copy = reinterpret_cast<Str*>(object);
  copy->cached_hash.set(text->cached_hash.get());
  copy->length = text->length;
  copy->width = text->width;
  copy->ascii = text->ascii;
  std::memcpy(copy->data1(), text->data1(), text->bytes());
  return Ref::own(copy);
}

bool codec_name(Thread& thread, Value value, const char* which, Str** name) {
  *name = nullptr;
  if (value.is_empty()) return true;
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "str() argument '{}' must be str, not {}", which, type_name(thread, value));
  }
  *name = as<Str>(value);
  return true;
}

Ref text_from(Thread& thread, const Value* args) {
  if (args[1].is_empty()) return make_str(thread, {});
  if (args[2].is_empty() && args[3].is_empty()) return str(thread, args[1]);
  Str *encoding, *errors;
  if (!codec_name(thread, args[2], "encoding", &encoding)) return {};
  if (!codec_name(thread, args[3], "errors", &errors)) return {};
  if (is<Str>(args[1])) return raise(thread, Error::TypeError, "decoding str is not supported");
  std::string_view content;
  if (!bytes_view(thread, args[1], &content)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "decoding to str: need a bytes-like object, {} found",
                 type_name(thread, args[1]));
  }
  return decode(thread, content, encoding, errors);
}

Ref str_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref text = text_from(thread, args);
  Type* type = as<Type>(args[0]);
  if (!text || type == thread.types().str) return text;
  return with_type(thread, type, text.as<Str>());
}

#define GILLAB_STR_ROW(function, name, signature) {name, signature, function},
const MethodDef kMethods[] = {
    GILLAB_STR_METHODS(GILLAB_STR_ROW){"__new__", "(cls, object='', encoding='utf-8', errors='strict')", str_new,
                                       MethodDef::Static},
    {"maketrans", "(x, y=None, z=None, /)", str_maketrans, MethodDef::Static},
    {"format", "*", str_format},
    {"__repr__", "(self, /)", str_repr},
    {"__str__", "(self, /)", str_str},
    {"__len__", "(self, /)", str_len},
    {"__hash__", "(self, /)", str_hash},
    {"__iter__", "(self, /)", str_iter},
    {"__lt__", "(self, value, /)", str_lt},
    {"__le__", "(self, value, /)", str_le},
    {"__eq__", "(self, value, /)", str_eq},
    {"__ne__", "(self, value, /)", str_ne},
    {"__gt__", "(self, value, /)", str_gt},
    {"__ge__", "(self, value, /)", str_ge},
    {"__add__", "(self, value, /)", str_add},
    {"__mul__", "(self, value, /)", str_mul},
    {"__rmul__", "(self, value, /)", str_mul},
    {"__mod__", "(self, value, /)", str_mod},
    {"__rmod__", "(self, value, /)", str_rmod},
    {"__getitem__", "(self, key, /)", str_getitem},
    {"__format__", "(self, format_spec, /)", str_dunder_format},
    {"__getnewargs__", "(self, /)", str_getnewargs},
    {"__sizeof__", "(self, /)", str_sizeof},
};
#undef GILLAB_STR_ROW

}  // namespace

Ref text_repr(Thread& thread, const Str* text) {
  if (is_plain(text)) {
    Str* result = new_str(thread, text->length + 2, 0x7F);
    if (!result) return {};
    uint8_t* to = result->data1();
    to[0] = to[text->length + 1] = '\'';
    std::memcpy(to + 1, text->data1(), text->length);
    return Ref::own(result);
  }
  bool single = false, twofold = false;
  for (size_t i = 0; i < text->length; ++i) {
    if (text->at(i) == '\'') single = true;
    if (text->at(i) == '"') twofold = true;
  }
  char32_t quote = single && !twofold ? '"' : '\'';
  StrBuilder builder(thread);
  builder.add(quote);
  for (size_t i = 0; i < text->length; ++i) add_in_repr(builder, text->at(i), quote);
  builder.add(quote);
  return builder.finish();
}

void setup_str(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
