// Error handlers that scripts have registered, and the names of characters for one of the built-in ones.
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/text/codecs.h"

namespace gillab {

Ref character_name(Thread& thread, char32_t c) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref module_name = make_str(thread, "unicodedata"), character = make_character(thread, c);
  Ref module = import && module_name ? call(thread, import.get(), module_name.get()) : Ref();
  Value given[] = {character.get(), Value::none()};
  Ref name = module && character ? call_method(thread, module.get(), intern(thread, "name"), given, 2) : Ref();
  if (!name) clear_exception(thread);
  return name && is<Str>(name.get()) ? std::move(name) : Ref();
}

Ref call_error_handler(Thread& thread, Value function, Value exception, size_t length, bool encoding) {
  Ref answer = call(thread, function, exception);
  if (!answer) return {};
  const Tuple* pair = is<Tuple>(answer.get()) ? as<Tuple>(answer.get()) : nullptr;
  bool good = pair && pair->length == 2 && pair->items[1].is_int() &&
              (is<Str>(pair->items[0]) || (encoding && is<Bytes>(pair->items[0])));
  if (!good) {
    return raise(thread, Error::TypeError, encoding ? "encoding error handler must return (str/bytes, int) tuple"
                                                    : "decoding error handler must return (str, int) tuple");
  }
  if (!encoding) {  // the handler may have put other bytes into the exception: they are decoded from now on
    Ref object = get_attribute(thread, exception, intern(thread, std::string_view("object")));
    if (!object) return {};
    if (!is<Bytes>(object.get())) return raise(thread, Error::TypeError, "object attribute must be bytes");
    length = as<Bytes>(object.get())->view().size();
  }
  int64_t place = pair->items[1].as_int(), end = static_cast<int64_t>(length);
  if (place < 0) place += end;
  if (place < 0 || place > end) {
    return raise(thread, Error::IndexError, "position {} from error handler out of bounds", pair->items[1].as_int());
  }
  return make_tuple_of(thread, pair->items[0], Value::integer(place));
}

}  // namespace gillab
