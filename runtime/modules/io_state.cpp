// What pickle and copy keep of io.BytesIO and io.StringIO: the parts of the state that both have.
#include "runtime/str.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/modules/io.h"
#include "runtime/operations.h"

namespace gillab {

Ref kept_attributes(Thread& thread, Value file) {
  Ref dict = get_attribute_or_empty(thread, file, thread.names().__dict__);
  if (thread.has_exception()) return {};
  const bool some = dict && is<Dict>(dict.get()) && dict_size(dict.as<Dict>()) > 0;
  return some ? dict_copy(thread, dict.as<Dict>()) : Ref::none();
}

Tuple* checked_state(Thread& thread, Value file, Value state, uint64_t parts) {
  if (is<Tuple>(state) && as<Tuple>(state)->length >= parts) return as<Tuple>(state);
  return raise(thread, Error::TypeError, "{}.__setstate__ argument should be {}-tuple, got {}", type_name(thread, file),
               parts, type_name(thread, state));
}

bool restore_state(Thread& thread, Value file, Value position, Value attributes, const StateWords& words, uint64_t* at) {
  int64_t number = 0;
  if (!is_integer(position)) {
    return raise(thread, Error::TypeError, "{} item of state must be an integer, {} {}", words.position, words.but,
                 type_name(thread, position));
  }
  if (!index_as_int64(thread, position, &number)) return false;
  if (number < 0) return raise(thread, Error::ValueError, "position value cannot be negative");
  if (!attributes.is_none() && !is<Dict>(attributes)) {
    return raise(thread, Error::TypeError, "{} item of state should be a dict, got a {}", words.attributes,
                 type_name(thread, attributes));
  }
  *at = static_cast<uint64_t>(number);
  uint32_t place = 0;
  Value key, value;
  Ref copy = attributes.is_none() ? Ref() : dict_copy(thread, as<Dict>(attributes));
  while (copy && dict_next(copy.as<Dict>(), &place, &key, &value)) {
    Str* name = is<Str>(key) ? intern(thread, as<Str>(key)) : nullptr;
    if (name && !set_attribute(thread, file, name, value)) return false;
  }
  return !thread.has_exception();
}

}  // namespace gillab
