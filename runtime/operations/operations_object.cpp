// Questions to any object: truth, hash, its texts (repr, str, ascii, format).
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations/operations_inner.h"
#include "runtime/str.h"

namespace gillab {

Truth truth(Thread& thread, Value value) {
  if (value.is_bool()) return truth_of(value.is_true());
  if (value.is_none()) return Truth::No;
  if (value.is_int()) return truth_of(value.as_int() != 0);
  if (value.is_float()) return truth_of(value.as_float() != 0);
  if (is_exact<Str>(value)) return truth_of(as<Str>(value)->length != 0);
  if (is_exact<List>(value)) return truth_of(list_length(as<List>(value)) != 0);
  if (is_exact<Dict>(value)) return truth_of(dict_size(as<Dict>(value)) != 0);
  Value method = special_method(thread, value, Dunder::Bool);
  if (!method.is_empty()) {
    Ref answer = call_special(thread, method, value);
    if (!answer) return Truth::Error;
    if (answer.get().is_bool()) return truth_of(answer.get().is_true());
    return raise(thread, Error::TypeError, "__bool__ should return bool, returned {}", type_name(thread, answer.get()));
  }
  if (special_method(thread, value, Dunder::Len).is_empty()) return Truth::Yes;
  int64_t count = length(thread, value);
  return count < 0 ? Truth::Error : truth_of(count != 0);
}

// --- hash

namespace {

bool hash_by_method(Thread& thread, Value value, Value method, int64_t* result) {
  Ref answer = call_special(thread, method, value);
  if (!answer) return false;
  if (!is_integer(answer.get())) return raise(thread, Error::TypeError, "__hash__ method should return an integer");
  if (!fits_int64(answer.get(), result)) return hash(thread, answer.get(), result);
  if (*result == -1) *result = -2;
  return true;
}

}  // namespace

int64_t hash_of_identity(const void* object) {
  auto bits = static_cast<int64_t>(std::rotr(reinterpret_cast<uint64_t>(object), 4));
  return bits == -1 ? -2 : bits;
}

bool hash(Thread& thread, Value value, int64_t* result) {
  if (is_exact<Str>(value)) return *result = hash_of(as<Str>(value)), true;
  if (value.is_int()) return *result = hash_int(value.as_int()), true;
  if (value.is_float()) return *result = hash_double(value.as_float()), true;
  if (value.is_bool()) return *result = value.is_true(), true;
  if (is<Tuple>(value) && has_method_of(thread.types().tuple, value, Dunder::Hash))
    return hash_tuple(thread, as<Tuple>(value), result);
  if (!value.is_object()) return *result = static_cast<int64_t>(value.bits() * 0x9E3779B97F4A7C15 >> 8), true;
  if (is_exact<BigInt>(value)) return *result = hash_integer(value), true;
  if (is_exact<Bytes>(value)) return *result = hash_of(thread, as<Bytes>(value)), true;
  Value method = special_method(thread, value, Dunder::Hash);
  if (method.is_empty() || method.is_none()) {
    return raise(thread, Error::TypeError, "unhashable type: '{}'", type_name(thread, value));
  }
  if (is_of_object(thread, method)) return *result = hash_of_identity(value.as_object()), true;
  return hash_by_method(thread, value, method, result);
}

// --- texts

namespace {

Ref checked_text(Thread& thread, Ref text, const char* method) {
  if (!text || is<Str>(text.get())) return text;
  return raise(thread, Error::TypeError, "{} returned non-string (type {})", method, type_name(thread, text.get()));
}

// `blamed` is said to have returned what is no text.
Ref repr_for(Thread& thread, Value value, const char* blamed) {
  if (value.is_int()) return int_to_text(thread, value, 10);
  if (value.is_float()) return float_repr(thread, value.as_float());
  if (value.is_empty()) return make_str(thread, "<NULL>");
  NativeDepth depth(thread, " while getting the repr of an object");
  if (!depth) return {};
  Value method = special_method(thread, value, Dunder::Repr);
  if (method.is_empty()) {
    return format_text(thread, "<{} object>", {type_name(thread, value)});
  }
  return checked_text(thread, call_special(thread, method, value), blamed);
}

}  // namespace

Ref repr(Thread& thread, Value value) { return repr_for(thread, value, "__repr__"); }

Ref str(Thread& thread, Value value) {
  if (is_exact<Str>(value)) return Ref::share(value);
  if (!value.is_object()) return repr(thread, value);
  Value method = special_method(thread, value, Dunder::Str);
  if (method.is_empty() || is_of_object(thread, method)) return repr_for(thread, value, "__str__");
  NativeDepth depth(thread, " while getting the str of an object");
  if (!depth) return {};
  return checked_text(thread, call_special(thread, method, value), "__str__");
}

Ref ascii(Thread& thread, Value value) {
  Ref text = repr(thread, value);
  if (!text || text.as<Str>()->ascii) return text;
  StrBuilder builder(thread);
  const Str* characters = text.as<Str>();
  for (size_t i = 0; i < characters->length; ++i) {
    char32_t c = characters->at(i);
    if (c < 128) {
      builder.add(c);
      continue;
    }
    char escaped[16];
    const char* form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    std::snprintf(escaped, sizeof escaped, form, static_cast<unsigned>(c));
    builder.add(std::string_view(escaped));
  }
  return builder.finish();
}

Ref format(Thread& thread, Value value, Value spec) {
  bool plain = spec.is_empty() || (is<Str>(spec) && as<Str>(spec)->length == 0);
  if (plain && (is_exact<Str>(value) || value.is_int() || value.is_float())) return str(thread, value);
  if (!plain && !is<Str>(spec)) {
    return raise(thread, Error::TypeError, "Format specifier must be a string, not {}", type_name(thread, spec));
  }
  if (value.is_int()) return format_int(thread, value, as<Str>(spec));
  if (value.is_float()) return format_float(thread, value, as<Str>(spec));
  if (is_exact<Str>(value)) return format_str(thread, value, as<Str>(spec));
  Value method = special_method(thread, value, Dunder::Format);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "Type {} doesn't define __format__", type_name(thread, value));
  }
  Value text = plain ? Value::object(thread.interpreter->empty_string) : spec;
  Ref result = call_special(thread, method, value, text);
  if (!result || is<Str>(result.get())) return result;
  return raise(thread, Error::TypeError, "__format__ must return a str, not {}", type_name(thread, result.get()));
}

}  // namespace gillab
