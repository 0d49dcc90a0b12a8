// The type bytes, and what bytes() and bytearray() are made from. Shared methods: byte_search.cpp, byte_methods.cpp.
#include "runtime/bytes.h"
#include "runtime/core/lent.h"

#include "runtime/classes/layouts.h"
#include "runtime/text/byte_strings.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/text/memoryview.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

void destroy_bytes(Thread& thread, Object* object) {
  free_with_attributes(thread, object, sizeof(Bytes) + reinterpret_cast<Bytes*>(object)->length);
}

bool too_large_count(Thread& thread, Value value) {
  return raise(thread, Error::OverflowError, "cannot fit '{}' into an index-sized integer", type_name(thread, value));
}

bool zeros(Thread& thread, Value value, std::string* result) {
  int64_t count;
  Ref integer = index(thread, value);
  if (!integer) return false;
  if (!fits_int64(integer.get(), &count)) return too_large_count(thread, value);
  if (count < 0) return raise(thread, Error::ValueError, "negative count");
  if (!room_for(thread, static_cast<uint64_t>(count))) return false;
  result->assign(static_cast<size_t>(count), '\0');
  return true;
}

bool from_iterable(Thread& thread, Value source, const char* kind, std::string* result) {
  const char* error = kind[4] == 's' ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
  Each each(thread, source);
  while (Ref item = each.next()) {
    uint8_t byte = 0;
    if (item.get().is_int() && item.get().as_int() == static_cast<uint8_t>(item.get().as_int())) {
      byte = static_cast<uint8_t>(item.get().as_int());
    } else if (!byte_value(thread, item.get(), &byte, error)) {
      return false;
    }
    result->push_back(static_cast<char>(byte));
  }
  return !each.failed();
}

Ref call_dunder_bytes(Thread& thread, Value method, Value source) {
  Ref made = call_special(thread, method, source);
  if (!made || is<Bytes>(made.get())) return made;
  return raise(thread, Error::TypeError, "__bytes__ returned non-bytes (type {})", type_name(thread, made.get()));
}

bool from_dunder_bytes(Thread& thread, Value method, Value source, std::string* result) {
  Ref made = call_dunder_bytes(thread, method, source);
  if (made) result->assign(bytes_of(made.get()));
  return static_cast<bool>(made);
}

Ref bytes_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = as<Type>(args[0]);
  bool plain = type == thread.types().bytes;
  if (plain && is_exact<Bytes>(args[1]) && args[2].is_empty() && args[3].is_empty()) return Ref::share(args[1]);
  if (plain && !args[1].is_empty() && args[2].is_empty() && args[3].is_empty()) {
    Value method = special_method(thread, args[1], Dunder::Bytes);
    if (!method.is_empty()) return call_dunder_bytes(thread, method, args[1]);
  }
  std::string content;
  if (!bytes_from_arguments(thread, args, "bytes", &content)) return {};
  if (plain) return make_bytes(thread, content);
  Object* object = allocate_instance(thread, type, content.size());
  if (!object) return {};
  Bytes* bytes = reinterpret_cast<Bytes*>(object);
  bytes->cached_hash.set(0);
  bytes->length = content.size();
  std::memcpy(bytes->data(), content.data(), content.size());
  return Ref::own(bytes);
}

Ref bytes_dunder_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_str(thread, bytes_repr(bytes_of(args[0])));
}

Ref bytes_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, hash_of(thread, as<Bytes>(args[0])));
}

Ref bytes_dunder_bytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return is_exact<Bytes>(args[0]) ? Ref::share(args[0]) : make_bytes(thread, bytes_of(args[0]));
}

Ref bytes_getnewargs(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref copy = make_bytes(thread, bytes_of(args[0]));
  return copy ? make_tuple_of(thread, copy.get()) : Ref();
}

Ref bytes_sizeof(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, 33 + static_cast<int64_t>(bytes_of(args[0]).size()));
}

Ref bytes_fromhex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string content;
  if (!bytes_from_hex(thread, args[1], &content)) return {};
  Ref result = make_bytes(thread, content);
  if (!result || args[0] == Value::object(thread.types().bytes)) return result;
  return call(thread, args[0], result.get());
}

#define GILLAB_BYTE_ROW(function, name, signature) {name, signature, function},
const MethodDef kMethods[] = {
    GILLAB_BYTE_METHODS(GILLAB_BYTE_ROW){"__new__", "(cls, source=b'', encoding='utf-8', errors='strict')", bytes_new,
                                         MethodDef::Static},
    {"maketrans", "(frm, to, /)", byte_maketrans, MethodDef::Static},
    {"fromhex", "(cls, string, /)", bytes_fromhex, MethodDef::Class},
    {"__repr__", "(self, /)", bytes_dunder_repr},
    {"__str__", "(self, /)", bytes_dunder_repr},
    {"__hash__", "(self, /)", bytes_hash},
    {"__bytes__", "(self, /)", bytes_dunder_bytes},
    {"__getnewargs__", "(self, /)", bytes_getnewargs},
    {"__sizeof__", "(self, /)", bytes_sizeof},
};
#undef GILLAB_BYTE_ROW

void bytes_memory(Object* object, ExportedMemory* memory) {
  auto* bytes = reinterpret_cast<Bytes*>(object);
  *memory = {reinterpret_cast<char*>(bytes->data()), bytes->length, 'B', 1, false, nullptr};
}

}  // namespace

int64_t hash_of(Thread& thread, Bytes* bytes) {
  int64_t hash = bytes->cached_hash.get();
  if (hash == 0) {
    hash = hash_bytes(bytes->data(), bytes->length, thread.interpreter->hash_seed);
    bytes->cached_hash.set(hash);
  }
  return hash;
}

const Layout kBytesLayout = {"bytes", sizeof(Bytes), false, destroy_bytes, nullptr, nullptr, bytes_memory};

Bytes* new_bytes(Thread& thread, size_t length) {
  Bytes* bytes = allocate<Bytes>(thread, thread.shapes[static_cast<size_t>(Kind::Bytes)], length);
  if (!bytes) return nullptr;
  bytes->cached_hash.set(0);
  bytes->length = length;
  return bytes;
}

Ref make_bytes(Thread& thread, std::string_view content) {
  if (content.empty() && thread.interpreter->empty_bytes) return Ref::share(thread.interpreter->empty_bytes);
  Bytes* bytes = new_bytes(thread, content.size());
  if (!bytes) return {};
  std::memcpy(bytes->data(), content.data(), content.size());
  return Ref::own(bytes);
}

bool exported_memory(Value value, ExportedMemory* memory) {
  if (!value.is_object()) return false;
  const Layout* layout = type_of(value.as_object())->layout;
  if (!layout->memory) return false;
  layout->memory(value.as_object(), memory);
  return true;
}

bool memory_in_place(Thread& thread, Value value, std::string_view* view) {
  if (is<Bytes>(value)) return *view = bytes_of(value), true;
  if (is<MemoryView>(value)) return memory_of(thread, as<MemoryView>(value), view);
  ExportedMemory memory;
  return exported_memory(value, &memory) && (*view = {memory.data, memory.bytes}, true);
}

namespace {

// Whose Guard stands for the memory, where another thread may change it.
Ref changing_owner(Thread& thread, Value value) {
  if (!gil::Layer::kConcurrent || !gil::Layer::kProtects || thread.interpreter->turn.runs_alone()) return {};
  Ref owner = is<MemoryView>(value) ? as<MemoryView>(value)->owner.take() : Ref::share(value);
  ExportedMemory memory;
  return exported_memory(owner.get(), &memory) && memory.exports ? std::move(owner) : Ref();
}

}  // namespace

bool is_object_with_bytes(Thread& thread, Value value, std::string_view* view) {
  if (!memory_in_place(thread, value, view)) return false;
  Ref owner = is<Bytes>(value) ? Ref() : changing_owner(thread, value);
  if (!owner) return true;
  Guard guard(owner.get().as_object()->header);
  return memory_in_place(thread, value, view) && lend_copy(thread, *view, view);
}

bool bytes_view(Thread& thread, Value value, std::string_view* view) {
  if (is_object_with_bytes(thread, value, view)) return true;
  if (thread.has_exception()) return false;
  return raise(thread, Error::TypeError, "a bytes-like object is required, not '{}'", type_name(thread, value));
}

std::string bytes_repr(std::string_view content, bool of_array) {
  static const char kHex[] = "0123456789abcdef";
  bool single = content.find('\'') != std::string_view::npos, twofold = content.find('"') != std::string_view::npos;
  char quote = single && !twofold ? '"' : '\'';
  std::string text = {'b', quote};
  for (char c : content) {
    if (c == quote || c == '\\' || (of_array && c == '\''))
      text.append({'\\', c});
    else if (c == '\t')
      text += "\\t";
    else if (c == '\n')
      text += "\\n";
    else if (c == '\r')
      text += "\\r";
    else if (c >= ' ' && c < 0x7F)
      text += c;
    else
      text.append({'\\', 'x', kHex[static_cast<uint8_t>(c) >> 4], kHex[c & 15]});
  }
  return text += quote;
}

bool bytes_from_hex(Thread& thread, Value value, std::string* result) {
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "fromhex() argument must be str, not {}", argument_name(thread, value));
  }
  const Str* text = as<Str>(value);
  auto digit = [&](size_t i) {
    char32_t c = i < text->length ? text->at(i) : 0;
    return c >= '0' && c <= '9'                            ? static_cast<int>(c - '0')
           : (c | 32) >= 'a' && (c | 32) <= 'f' && c < 128 ? static_cast<int>((c | 32) - 'a' + 10)
                                                           : -1;
  };
  for (size_t i = 0; i < text->length;) {
    char32_t c = text->at(i);
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      ++i;
      continue;
    }
    if (digit(i) < 0 || digit(i + 1) < 0) {
      return raise(thread, Error::ValueError, "non-hexadecimal number found in fromhex() arg at position {}",
                   digit(i) < 0 ? i : i + 1);
    }
    *result += static_cast<char>(digit(i) << 4 | digit(i + 1));
    i += 2;
  }
  return true;
}

bool bytes_from(Thread& thread, Value source, const char* kind, std::string* result) {
  std::string_view view;
  if (!is_exact<Bytes>(source) && !is_exact<ByteArray>(source)) {
    Value method = special_method(thread, source, Dunder::Bytes);
    if (!method.is_empty() && kind[4] == 's') return from_dunder_bytes(thread, method, source, result);
  }
  if (is<MemoryView>(source)) return copy_memory(thread, as<MemoryView>(source), result);
  if (is<ByteArray>(source)) {
    Guard guard(as<ByteArray>(source)->header);
    return result->assign(bytes_of(source)), true;
  }
  if (is_object_with_bytes(thread, source, &view)) return result->assign(view), true;
  if (thread.has_exception()) return false;
  if (is_integer(source) || !special_method(thread, source, Dunder::Index).is_empty()) {
    return zeros(thread, source, result);
  }
  if (!is_iterable(thread, source)) {
    return raise(thread, Error::TypeError, "cannot convert '{}' object to {}", type_name(thread, source), kind);
  }
  return from_iterable(thread, source, kind, result);
}

// args: class or self, source, encoding, errors.
bool bytes_from_arguments(Thread& thread, const Value* args, const char* kind, std::string* result) {
  const std::string what = std::string(kind) + "() argument ";
  Str *encoding = nullptr, *errors = nullptr;
  if (!args[2].is_empty() && !(encoding = expect_str(thread, args[2], (what + "'encoding'").c_str()))) return false;
  if (!args[3].is_empty() && !(errors = expect_str(thread, args[3], (what + "'errors'").c_str()))) return false;
  if (is<Str>(args[1])) {
    Value method = special_method(thread, args[1], Dunder::Bytes);
    if (args[2].is_empty() && args[3].is_empty() && !method.is_empty() && kind[4] == 's') {
      return from_dunder_bytes(thread, method, args[1], result);
    }
    if (args[2].is_empty()) return raise(thread, Error::TypeError, "string argument without an encoding");
    Ref encoded = encode(thread, as<Str>(args[1]), encoding, errors);
    return encoded && (result->assign(bytes_of(encoded.get())), true);
  }
  if (!args[2].is_empty() || !args[3].is_empty()) {
    return raise(thread, Error::TypeError, "{} without a string argument", args[2].is_empty() ? "errors" : "encoding");
  }
  return args[1].is_empty() || bytes_from(thread, args[1], kind, result);
}

void setup_bytes(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
