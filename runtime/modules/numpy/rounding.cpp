// clip and round, as methods: made of other operations.
#include <cmath>

#include "runtime/modules/numpy/elementwise.h"
#include "runtime/operations.h"

namespace gillab::numpy {
namespace {

// The operation on an array and a value, as a step of a longer one; a scalar goes on as a scalar.
Ref step(Thread& thread, const char* name, Value left, Value right) {
  Operand a, b;
  if (!a.require(thread, left) || !b.require(thread, right)) return {};
  return apply_binary(thread, *find_operation(name), a, b);
}

// args: self, min, max.
Ref clip(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref bounded = Ref::share(args[0]);
  if (given(args[1])) bounded = step(thread, "maximum", bounded.get(), args[1]);
  if (bounded && given(args[2])) bounded = step(thread, "minimum", bounded.get(), args[2]);
  return bounded;
}

// args: self, decimals. As numpy does it: scaled, rounded to even, scaled back.
Ref round_to(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t decimals = 0;
  if (given(args[1]) && !index_as_int64(thread, args[1], &decimals)) return {};
  Operand self, scaled_operand;
  if (!self.require(thread, args[0])) return {};
  Element element = self.view.element;
  if (element != Element::Float && decimals >= 0) return finish(thread, copy_array(thread, self.view, element));
  Ref scale = make_float64(thread, std::pow(10.0, static_cast<double>(std::abs(decimals))));
  if (!scale) return {};
  Ref scaled = step(thread, decimals < 0 ? "divide" : "multiply", args[0], scale.get());
  if (!scaled || !scaled_operand.require(thread, scaled.get())) return {};
  Ref whole = apply_unary(thread, *find_operation("rint"), scaled_operand);
  if (!whole) return {};
  Ref result = step(thread, decimals < 0 ? "multiply" : "divide", whole.get(), scale.get());
  Operand typed;
  if (!result || element == Element::Float) return result;
  if (!typed.require(thread, result.get())) return {};
  return finish(thread, copy_array(thread, typed.view, element));
}

const MethodDef kMethods[] = {
    {"clip", "(self, min=None, max=None)", clip},
    {"round", "(self, decimals=0)", round_to},
};
const MethodDef kFunctions[] = {
    {"clip", "(a, a_min, a_max)", clip},
    {"round", "(a, decimals=0)", round_to},
    {"around", "(a, decimals=0)", round_to},
    {"round_", "(a, decimals=0)", round_to},
};

}  // namespace

Part rounding_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
