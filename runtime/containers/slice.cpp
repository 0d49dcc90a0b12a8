// slice. What slices do to sequences: sequence.cpp (resolve_slice) and the sequences themselves.
#include "runtime/classes/descriptors.h"
#include "runtime/classes/construct.h"
#include "runtime/int.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/containers/sequence.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

Slice* self_of(Args args) { return as<Slice>(args[0]); }

Ref slice_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "slice() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "slice expected at least 1 argument, got {}", 0);
  if (count > 4) return raise(thread, Error::TypeError, "slice expected at most 3 arguments, got {}", count - 1);
  Value none = Value::none();
  if (count == 2) return make_slice(thread, none, args[1], none);
  return make_slice(thread, args[1], args[2], count == 4 ? args[3] : none);
}

// One end of a slice where numbers may be of any size: None stands for `fallback`, the result lies in lower..upper.
Ref big_bound(Thread& thread, Value given, Value length, Value fallback, Value lower, Value upper) {
  if (given.is_none()) return Ref::share(fallback);
  Ref bound = index(thread, given);
  if (!bound) return {};
  const Truth negative = compare_truth(thread, Compare::Less, bound.get(), Value::integer(0));
  if (negative == Truth::Yes) bound = binary(thread, Binary::Add, bound.get(), length);
  if (!bound || negative == Truth::Error) return {};
  if (compare_truth(thread, Compare::Less, bound.get(), lower) == Truth::Yes) return Ref::share(lower);
  return compare_truth(thread, Compare::Greater, bound.get(), upper) == Truth::Yes ? Ref::share(upper) : std::move(bound);
}

Ref big_indices(Thread& thread, Slice* slice, Value length) {
  Ref step = slice->step.peek().is_none() ? make_int(thread, 1) : index(thread, slice->step.peek());
  if (!step) return {};
  const Value zero = Value::integer(0);
  if (compare_truth(thread, Compare::Equal, step.get(), zero) == Truth::Yes)
    return raise(thread, Error::ValueError, "slice step cannot be zero");
  const bool back = compare_truth(thread, Compare::Less, step.get(), zero) == Truth::Yes;
  Ref last = binary(thread, Binary::Subtract, length, Value::integer(1));
  if (!last) return {};
  const Value lower = back ? Value::integer(-1) : zero, upper = back ? last.get() : length;
  Ref start = big_bound(thread, slice->start.peek(), length, back ? upper : lower, lower, upper);
  Ref stop = start ? big_bound(thread, slice->stop.peek(), length, back ? lower : upper, lower, upper) : Ref();
  return stop ? make_tuple_of(thread, start.get(), stop.get(), step.get()) : Ref();
}

bool is_big(Value value) { return !value.is_int() && is_integer(value); }

Ref slice_indices(Thread& thread, Args args, uint32_t, Tuple*) {
  Slice* slice = self_of(args);
  if (is_big(args[1]) || is_big(slice->start.peek()) || is_big(slice->stop.peek()) || is_big(slice->step.peek())) {
    Ref count = index(thread, args[1]);
    if (!count) return {};
    if (compare_truth(thread, Compare::Less, count.get(), Value::integer(0)) == Truth::Yes)
      return raise(thread, Error::ValueError, "length should not be negative");
    return big_indices(thread, slice, count.get());
  }
  int64_t length;
  if (!index_as_int64(thread, args[1], &length)) return {};
  if (length < 0) return raise(thread, Error::ValueError, "length should not be negative");
  SliceBounds bounds;
  if (!resolve_slice(thread, args[0], length, &bounds)) return {};
  Ref start = make_int(thread, bounds.start), stop = make_int(thread, bounds.stop),
      step = make_int(thread, bounds.step);
  return make_tuple_of(thread, start.get(), stop.get(), step.get());
}

Ref parts_of(Thread& thread, Slice* slice) {
  return make_tuple_of(thread, slice->start.peek(), slice->stop.peek(), slice->step.peek());
}

template <Compare op>
Ref slice_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Slice>(args[1])) return Ref::not_implemented();
  Ref left = parts_of(thread, self_of(args)), right = parts_of(thread, as<Slice>(args[1]));
  return left && right ? compare(thread, op, left.get(), right.get()) : Ref();
}

Ref slice_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Slice* slice = self_of(args);
  StrBuilder text(thread);
  text.add("slice(");
  if (!text.add_repr(slice->start.peek())) return {};
  text.add(", ");
  if (!text.add_repr(slice->stop.peek())) return {};
  text.add(", ");
  if (!text.add_repr(slice->step.peek())) return {};
  text.add(")");
  return text.finish();
}

Ref slice_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref parts = parts_of(thread, self_of(args));
  return parts ? make_tuple_of(thread, Value::object(thread.types().slice), parts.get()) : Ref();
}

Ref get_start(Thread&, Value self) { return as<Slice>(self)->start.take(); }
Ref get_stop(Thread&, Value self) { return as<Slice>(self)->stop.take(); }
Ref get_step(Thread&, Value self) { return as<Slice>(self)->step.take(); }

constexpr MethodDef kMethods[] = {
    {"__new__", "*", slice_create, MethodDef::Static},
    {"__repr__", "(self, /)", slice_repr},
    {"__lt__", "(self, value, /)", slice_compare<Compare::Less>},
    {"__le__", "(self, value, /)", slice_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", slice_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", slice_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", slice_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", slice_compare<Compare::GreaterEqual>},
    {"__reduce__", "(self, /)", slice_reduce},
    {"indices", "(self, length, /)", slice_indices},
};

constexpr GetSetDef kGetSets[] = {{"start", get_start, readonly_attribute}, {"stop", get_stop, readonly_attribute}, {"step", get_step, readonly_attribute}};

}  // namespace

const Layout kSliceLayout = FieldLayout<Slice, &Slice::start, &Slice::stop, &Slice::step>::named("slice");

Ref make_slice(Thread& thread, Value start, Value stop, Value step) {
  Slice* slice = allocate<Slice>(thread, thread.types().slice->root);
  if (!slice) return {};
  slice->start.init(Ref::share(start));
  slice->stop.init(Ref::share(stop));
  slice->step.init(Ref::share(step));
  return Ref::own(slice);
}

void setup_slice(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace gillab
