// Numbers that are asked of arguments: __index__ and __float__.
#include "runtime/operations/operations_inner.h"
#include "runtime/warn.h"

namespace gillab {

namespace {

Ref exact_int(Thread& thread, Value value) {
  if (is_exact_int(value)) return Ref::share(value);
  if (value.is_bool()) return Ref::own(Value::integer(value.is_true()));
  return make_int(thread, as<BigInt>(value)->number);
}

}  // namespace

Ref index(Thread& thread, Value value) {
  if (is_integer(value)) [[likely]]
    return exact_int(thread, value);
  Value method = special_method(thread, value, Dunder::Index);
  if (method.is_empty()) {
    return raise(thread, Error::TypeError, "'{}' object cannot be interpreted as an integer", type_name(thread, value));
  }
  Ref answer = call_special(thread, method, value);
  if (!answer) return {};
  if (is_integer(answer.get())) {
    bool strict = !answer.get().is_int() && !is_exact<BigInt>(answer.get());
    if (strict && !warn_strict_subclass(thread, "__index__", answer.get(), "int")) return {};
    return exact_int(thread, answer.get());
  }
  return raise(thread, Error::TypeError, "__index__ returned non-int (type {})", type_name(thread, answer.get()));
}

bool index_as_int64(Thread& thread, Value value, int64_t* result, bool clamp, Error error) {
  if (value.is_int()) [[likely]] {
    *result = value.as_int();
    return true;
  }
  Ref number = index(thread, value);
  if (!number) return false;
  if (fits_int64(number.get(), result)) return true;
  if (!clamp) {
    return raise(thread, error, "cannot fit '{}' into an index-sized integer", type_name(thread, value));
  }
  *result = int_compare(number.get(), Value::integer(0)) < 0 ? INT64_MIN : INT64_MAX;
  return true;
}

namespace {

bool integer_as_double(Thread& thread, Value value, double* result) {
  bool overflow = false;
  *result = int_to_double(value, &overflow);
  return !overflow || raise(thread, Error::OverflowError, "int too large to convert to float");
}

}  // namespace

bool as_double(Thread& thread, Value value, double* result) {
  if (quick_double(value, result)) [[likely]]
    return true;
  if (is_floating(value)) return *result = float_of(value), true;
  if (value.is_bool() || is_exact<BigInt>(value)) return integer_as_double(thread, value, result);
  Value method = special_method(thread, value, Dunder::Float);
  if (!method.is_empty()) {
    Ref answer = call_special(thread, method, value);
    if (!answer) return false;
    if (is_floating(answer.get())) {
      bool strict = !answer.get().is_float() && !is_exact<FloatBox>(answer.get());
      std::string method = std::string(type_name(thread, value)) + ".__float__";
      if (strict && !warn_strict_subclass(thread, method, answer.get(), "float")) return false;
      return *result = float_of(answer.get()), true;
    }
    return raise(thread, Error::TypeError, "{}.__float__ returned non-float (type {})", type_name(thread, value),
                 type_name(thread, answer.get()));
  }
  if (special_method(thread, value, Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "must be real number, not {}", type_name(thread, value));
  }
  Ref number = index(thread, value);
  return number && integer_as_double(thread, number.get(), result);
}

}  // namespace gillab
