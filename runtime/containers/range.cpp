// range: arithmetic on start, stop and step, which are ints of either form. Its iterators: iterators_sequence.cpp.
#include "runtime/classes/descriptors.h"
#include "runtime/classes/construct.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

Range* self_of(Args args) { return as<Range>(args[0]); }

Ref combine(Thread& thread, Binary op, Value left, Value right) {
  return int_binary(thread, static_cast<uint8_t>(op), left, right);
}

// The number of steps from start to before stop.
Ref count_steps(Thread& thread, Value start, Value stop, Value step) {
  bool upwards = int_compare(step, Value::integer(0)) > 0;
  Ref distance =
      upwards ? combine(thread, Binary::Subtract, stop, start) : combine(thread, Binary::Subtract, start, stop);
  if (!distance) return {};
  if (int_compare(distance.get(), Value::integer(0)) <= 0) return Ref::own(Value::integer(0));
  if (step == Value::integer(1)) return distance;
  Ref stride = upwards ? Ref::share(step) : combine(thread, Binary::Subtract, Value::integer(0), step);
  Ref before = combine(thread, Binary::Subtract, distance.get(), Value::integer(1));
  if (!stride || !before) return {};
  Ref quotient = combine(thread, Binary::FloorDivide, before.get(), stride.get());
  return quotient ? combine(thread, Binary::Add, quotient.get(), Value::integer(1)) : Ref();
}

// start + position * step
Ref item_of(Thread& thread, Range* range, Value position) {
  Ref offset = combine(thread, Binary::Multiply, position, range->step.peek());
  return offset ? combine(thread, Binary::Add, range->start.peek(), offset.get()) : Ref();
}

void destroy_range(Thread& thread, Object* object) {
  Range* range = static_cast<Range*>(object);
  range->start.end();
  range->stop.end();
  range->step.end();
  range->length.end();
  free_quickly(thread, object, sizeof(Range));
}

Ref range_create(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (names && names->length != 0) return raise(thread, Error::TypeError, "range() takes no keyword arguments");
  if (count < 2) return raise(thread, Error::TypeError, "range expected at least 1 argument, got {}", 0);
  if (count > 4) return raise(thread, Error::TypeError, "range expected at most 3 arguments, got {}", count - 1);
  Ref numbers[3];
  for (uint32_t i = 1; i < count; ++i) {
    numbers[i - 1] = index(thread, args[i]);
    if (!numbers[i - 1]) return {};
  }
  if (count == 2) return make_range(thread, Value::integer(0), numbers[0].get(), Value::integer(1));
  return make_range(thread, numbers[0].get(), numbers[1].get(), count == 4 ? numbers[2].get() : Value::integer(1));
}

Ref range_length(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t length;
  if (fits_int64(self_of(args)->length.peek(), &length)) return self_of(args)->length.take();
  return raise(thread, Error::OverflowError, "Python int too large to convert to C ssize_t");
}
Ref range_bool(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::boolean(!(self_of(args)->length.peek() == Value::integer(0)));
}
Ref range_iter(Thread& thread, Args args, uint32_t, Tuple*) { return range_iterator(thread, self_of(args)); }

Ref range_reversed(Thread& thread, Args args, uint32_t, Tuple*) {
  Range* range = self_of(args);
  Ref last = combine(thread, Binary::Subtract, range->length.peek(), Value::integer(1));
  Ref start = last ? item_of(thread, range, last.get()) : Ref();
  Ref stop = start ? combine(thread, Binary::Subtract, range->start.peek(), range->step.peek()) : Ref();
  Ref step = stop ? combine(thread, Binary::Subtract, Value::integer(0), range->step.peek()) : Ref();
  if (!step) return {};
  Ref backwards = make_range(thread, start.get(), stop.get(), step.get());
  return backwards ? range_iterator(thread, backwards.as<Range>()) : Ref();
}

// slice.indices() against a length that may be a big int; CPython's corner cases of big lengths need no speed.
Ref range_slice(Thread& thread, Range* range, Value slice) {
  int64_t length;
  SliceBounds bounds;
  if (!fits_int64(range->length.peek(), &length)) {
    return raise(thread, Error::OverflowError, "Python int too large to convert to C ssize_t");
  }
  if (!resolve_slice(thread, slice, length, &bounds)) return {};
  Ref step = make_int(thread, bounds.step), first = make_int(thread, bounds.start),
      last = make_int(thread, bounds.stop);
  Ref new_step = combine(thread, Binary::Multiply, step.get(), range->step.peek());
  Ref start = item_of(thread, range, first.get());
  Ref stop = item_of(thread, range, last.get());
  if (!new_step || !start || !stop) return {};
  return make_range(thread, start.get(), stop.get(), new_step.get());
}

Ref range_get_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Range* range = self_of(args);
  if (is<Slice>(args[1])) return range_slice(thread, range, args[1]);
  if (!is_integer(args[1]) && special_method(thread, args[1], Dunder::Index).is_empty()) {
    return raise(thread, Error::TypeError, "range indices must be integers or slices, not {}",
                 type_name(thread, args[1]));
  }
  Ref position = index(thread, args[1]);
  if (position && int_compare(position.get(), Value::integer(0)) < 0) {
    position = combine(thread, Binary::Add, position.get(), range->length.peek());
  }
  if (!position) return {};
  if (int_compare(position.get(), Value::integer(0)) < 0 || int_compare(position.get(), range->length.peek()) >= 0) {
    return raise(thread, Error::IndexError, "range object index out of range");
  }
  return item_of(thread, range, position.get());
}

// The position of an integer in the range; empty without an error when it is not there.
Ref position_of(Thread& thread, Range* range, Value number) {
  Ref offset = combine(thread, Binary::Subtract, number, range->start.peek());
  Ref rest = offset ? combine(thread, Binary::Modulo, offset.get(), range->step.peek()) : Ref();
  if (!rest || !(rest.get() == Value::integer(0))) return {};
  Ref position = combine(thread, Binary::FloorDivide, offset.get(), range->step.peek());
  if (!position || int_compare(position.get(), Value::integer(0)) < 0) return {};
  return int_compare(position.get(), range->length.peek()) < 0 ? std::move(position) : Ref();
}

bool is_plain_integer(Value value) { return value.is_int() || value.is_bool() || is_exact<BigInt>(value); }

// Other than ints: by comparing one after the other, -1 none, -2 error.
int64_t search(Thread& thread, Value range, Value value) {
  Each each(thread, range);
  for (int64_t i = 0; Ref item = each.next(); ++i) {
    Truth same = equal(thread, item.get(), value);
    if (same != Truth::No) return same == Truth::Yes ? i : -2;
  }
  return each.failed() ? -2 : -1;
}

Ref range_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_plain_integer(args[1])) {
    Ref position = position_of(thread, self_of(args), args[1]);
    return thread.has_exception() ? Ref() : Ref::boolean(static_cast<bool>(position));
  }
  int64_t found = search(thread, args[0], args[1]);
  return found == -2 ? Ref() : Ref::boolean(found >= 0);
}

Ref range_index(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_plain_integer(args[1])) {
    Ref position = position_of(thread, self_of(args), args[1]);
    if (position || thread.has_exception()) return position;
    return raise(thread, Error::ValueError, "{} is not in range", args[1]);
  }
  int64_t found = search(thread, args[0], args[1]);
  if (found == -2) return {};
  if (found == -1) return raise(thread, Error::ValueError, "sequence.index(x): x not in sequence");
  return Ref::own(Value::integer(found));
}

Ref range_count(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_plain_integer(args[1])) {
    Ref position = position_of(thread, self_of(args), args[1]);
    return thread.has_exception() ? Ref() : Ref::own(Value::integer(static_cast<bool>(position)));
  }
  int64_t found = 0;
  Each each(thread, args[0]);
  while (Ref item = each.next()) {
    Truth same = equal(thread, item.get(), args[1]);
    if (same == Truth::Error) return {};
    found += same == Truth::Yes;
  }
  return each.failed() ? Ref() : Ref::own(Value::integer(found));
}

// What makes two ranges the same sequence: length, and as far as they matter start and step.
Ref essence(Thread& thread, Range* range) {
  Value length = range->length.peek(), none = Value::none();
  if (length == Value::integer(0)) return make_tuple_of(thread, length, none, none);
  bool one = length == Value::integer(1);
  return make_tuple_of(thread, length, range->start.peek(), one ? none : range->step.peek());
}

template <bool kEqual>
Ref range_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Range>(args[1])) return Ref::not_implemented();
  Ref left = essence(thread, self_of(args)), right = essence(thread, as<Range>(args[1]));
  if (!left || !right) return {};
  Truth same = equal(thread, left.get(), right.get());
  return same == Truth::Error ? Ref() : Ref::boolean((same == Truth::Yes) == kEqual);
}

Ref range_hash(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref parts = essence(thread, self_of(args));
  int64_t result;
  if (!parts || !gillab::hash(thread, parts.get(), &result)) return {};
  return make_int(thread, result);
}

Ref range_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Range* range = self_of(args);
  if (range->step.peek() == Value::integer(1)) {
    return format_text(thread, "range({}, {})", {FormatArg(range->start.peek()), FormatArg(range->stop.peek())});
  }
  return format_text(thread, "range({}, {}, {})",
                     {FormatArg(range->start.peek()), FormatArg(range->stop.peek()), FormatArg(range->step.peek())});
}

Ref range_reduce(Thread& thread, Args args, uint32_t, Tuple*) {
  Range* range = self_of(args);
  Ref parts = make_tuple_of(thread, range->start.peek(), range->stop.peek(), range->step.peek());
  return parts ? make_tuple_of(thread, Value::object(thread.types().range), parts.get()) : Ref();
}

Ref get_start(Thread&, Value self) { return as<Range>(self)->start.take(); }
Ref get_stop(Thread&, Value self) { return as<Range>(self)->stop.take(); }
Ref get_step(Thread&, Value self) { return as<Range>(self)->step.take(); }

constexpr MethodDef kMethods[] = {
    {"__new__", "*", range_create, MethodDef::Static},
    {"__repr__", "(self, /)", range_repr},
    {"__hash__", "(self, /)", range_hash},
    {"__bool__", "(self, /)", range_bool},
    {"__len__", "(self, /)", range_length},
    {"__iter__", "(self, /)", range_iter},
    {"__reversed__", "(self, /)", range_reversed},
    {"__contains__", "(self, key, /)", range_contains},
    {"__getitem__", "(self, key, /)", range_get_item},
    {"__eq__", "(self, value, /)", range_compare<true>},
    {"__ne__", "(self, value, /)", range_compare<false>},
    {"__reduce__", "(self, /)", range_reduce},
    {"index", "(self, value, /)", range_index},
    {"count", "(self, value, /)", range_count},
};

constexpr GetSetDef kGetSets[] = {{"start", get_start, readonly_attribute}, {"stop", get_stop, readonly_attribute}, {"step", get_step, readonly_attribute}};

}  // namespace

const Layout kRangeLayout = {"range", sizeof(Range), false, destroy_range};

Ref make_range(Thread& thread, Value start, Value stop, Value step) {
  if (step == Value::integer(0)) return raise(thread, Error::ValueError, "range() arg 3 must not be zero");
  Ref length = count_steps(thread, start, stop, step);
  if (!length) return {};
  Range* range = allocate<Range>(thread, thread.types().range->root);
  if (!range) return {};
  range->start.init(Ref::share(start));
  range->stop.init(Ref::share(stop));
  range->step.init(Ref::share(step));
  range->length.init(std::move(length));
  return Ref::own(range);
}

void setup_range(Thread& thread, Type* type) {
  add_type_flags(type, kSequencePattern);
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
}

}  // namespace gillab
