// The conversions scripts make most, to exact built-in types. Numbers that are not plain go the usual way, errors
// included.
#include "runtime/numbers/quick_convert.h"

#include <charconv>

#include "runtime/float.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr size_t kMostDigits = 17;  // they fit an immediate

Ref int_of_text(const Str* text) {
  if (!text->ascii || text->length == 0 || text->length > kMostDigits) return {};
  const char* begin = text->ascii_view().data();
  const char* end = begin + text->length;
  int64_t number = 0;
  auto [stop, error] = std::from_chars(begin, end, number);
  return stop == end && error == std::errc() ? Ref::own(Value::integer(number)) : Ref();
}

Ref to_int(Value value) {
  if (value.is_int()) return Ref::share(value);
  if (value.is_float()) {
    double number = value.as_float();
    bool small = number > -1e15 && number < 1e15;
    return small ? Ref::own(Value::integer(static_cast<int64_t>(number))) : Ref();
  }
  return is_exact<Str>(value) ? int_of_text(as<Str>(value)) : Ref();
}

Ref to_float(Thread& thread, Value value) {
  double number;
  if (value.is_float()) return Ref::share(value);
  if (value.is_int()) return make_float(thread, static_cast<double>(value.as_int()));
  if (!is_exact<Str>(value) || !as<Str>(value)->ascii) return {};
  return parse_float(as<Str>(value)->ascii_view(), &number) ? make_float(thread, number) : Ref();
}

}  // namespace

Ref convert_quickly(Thread& thread, Type* type, Value value) {
  const Types& types = thread.types();
  if (type == types.str) return value.is_object() && !is_exact<Str>(value) ? Ref() : str(thread, value);
  if (type == types.integer) return to_int(value);
  if (type == types.floating) return to_float(thread, value);
  if (type == types.type) return Ref::share(type_of(thread, value));
  if (type == types.list) return list_from(thread, value);
  if (type == types.tuple) return tuple_from(thread, value);
  if (type == types.set) return set_from(thread, value, false);
  if (type == types.boolean && !value.is_object()) return Ref::boolean(truth(thread, value) == Truth::Yes);
  return {};
}

}  // namespace gillab
