// From Python's objects to elements and back: operands, array(), item(), tolist().
#include <cmath>
#include <cstring>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/numpy/scalar.h"
#include "runtime/modules/numpy/walk.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::numpy {

bool read_number(Thread& thread, Value value, Element* element, int64_t* bits, bool* failed) {
  if (is_floating(value)) {  // float64 too
    *element = Element::Float;
    *bits = std::bit_cast<int64_t>(float_of(value));
    return true;
  }
  if (value.is_bool()) {
    *element = Element::Bool;
    *bits = value.is_true();
    return true;
  }
  if (is_scalar_object(thread, value, element)) return *bits = scalar_object(value)->bits, true;
  if (!is_integer(value)) return false;
  *element = Element::Int;
  if (fits_int64(value, bits)) return true;
  *failed = true;
  return raise(thread, Error::OverflowError, "Python int too large to convert to C long");
}

namespace {

int64_t converted_bits(int64_t bits, Element from, Element to) {
  if (from == to) return bits;
  double number = from == Element::Float ? std::bit_cast<double>(bits) : static_cast<double>(bits);
  if (to == Element::Float) return std::bit_cast<int64_t>(number);
  if (to == Element::Bool) return number != 0;
  return from == Element::Float ? static_cast<int64_t>(number) : bits;
}

void write_bits(char* data, Element element, int64_t bits) {
  if (element == Element::Bool) {
    *data = bits != 0;
  } else {
    std::memcpy(data, &bits, sizeof bits);
  }
}

int64_t read_bits(const char* data, Element element) {
  if (element == Element::Bool) return *data;
  int64_t bits;
  std::memcpy(&bits, data, sizeof bits);
  return bits;
}

// Reads nested lists and tuples, front to back. No Python code runs meanwhile, and the turn is kept.
class Collector {
 public:
  explicit Collector(Thread& thread) : thread_(thread) {}

  bool collect(Value value, int depth) {
    if (is<List>(value) && gil::Layer::kConcurrent) {
      Ref items = tuple_from(thread_, value);  // others may change the list
      return items && collect_items(items.as<Tuple>()->items, items.as<Tuple>()->length, depth);
    }
    if (is<List>(value)) return collect_items(as<List>(value)->items.get(), as<List>(value)->length.get(), depth);
    if (is<Tuple>(value)) return collect_items(as<Tuple>(value)->items, as<Tuple>(value)->length, depth);
    if (is_array(value)) return collect_array(array_of(value)->view, depth);
    if (is<Range>(value)) {
      Ref list = list_from(thread_, value);
      return list && collect(list.get(), depth);
    }
    Element element;
    int64_t bits;
    bool failed = false;
    if (read_number(thread_, value, &element, &bits, &failed)) return end_at(depth) && add(element, bits);
    if (failed) return false;
    return raise(thread_, Error::TypeError, "no element of an array here: '{}' (only bool, int and float are)",
                 type_name(thread_, value));
  }

  Ref finish(Element element) {
    if (dimensions_ < 0) dimensions_ = deepest_;
    Ref array = make_array(thread_, element, dimensions_, shape_);
    if (!array) return {};
    char* data = view_of(array).data;
    for (int64_t bits : bits_) {
      write_bits(data, element, converted_bits(bits, element_, element));
      data += size_of(element);
    }
    return array;
  }
  Element element() const { return bits_.empty() ? Element::Float : element_; }

 private:
  bool collect_items(const Value* items, uint64_t count, int depth) {
    if (!start_dimension(static_cast<int64_t>(count), depth)) return false;
    for (uint64_t i = 0; i < count; ++i) {
      if (!collect(items[i], depth + 1)) return false;
    }
    return true;
  }

  bool collect_array(const View& view, int depth) {
    for (int i = 0; i < view.dimensions; ++i) {
      if (!start_dimension(view.shape[i], depth + i)) return false;
    }
    if (!end_at(depth + view.dimensions)) return false;
    auto walk = walk_over<1>(view, {&view});
    for_each_row(walk, [&](char** data, const int64_t* strides, int64_t count) {
      for (int64_t i = 0; i < count; ++i) add(view.element, read_bits(data[0] + i * strides[0], view.element));
    });
    return true;
  }

  bool start_dimension(int64_t length, int depth) {
    if (depth >= kMaxDimensions) {
      return raise(thread_, Error::ValueError, "maximum supported dimension for an ndarray is {}", kMaxDimensions);
    }
    if (dimensions_ >= 0 && depth >= dimensions_) return ragged(depth);
    if (depth == deepest_) {
      shape_[deepest_++] = length;
      return true;
    }
    return shape_[depth] == length || ragged(depth);
  }

  bool end_at(int depth) {
    if (dimensions_ < 0) {
      if (depth < deepest_) return ragged(depth);
      dimensions_ = depth;
    }
    return depth == dimensions_ || ragged(depth);
  }

  bool ragged(int depth) {
    View detected;
    detected.dimensions = depth;
    std::copy(shape_, shape_ + depth, detected.shape);
    return raise(thread_, Error::ValueError,
                 "setting an array element with a sequence. The requested array has an inhomogeneous shape after {} "
                 "dimensions. The detected shape was {} + inhomogeneous part.",
                 depth, std::string_view(shape_text(detected)));
  }

  bool add(Element element, int64_t bits) {
    if (element > element_) {
      for (int64_t& before : bits_) before = converted_bits(before, element_, element);
      element_ = element;
    }
    bits_.push_back(converted_bits(bits, element, element_));
    return true;
  }

  Thread& thread_;
  int dimensions_ = -1;  // known with the first number
  int deepest_ = 0;
  int64_t shape_[kMaxDimensions];
  Element element_ = Element::Bool;
  std::vector<int64_t> bits_;
};

bool is_sequence(Value value) { return is<List>(value) || is<Tuple>(value) || is<Range>(value); }

// array(): `element` null keeps what the values are.
Ref convert_nested(Thread& thread, Value value, const Element* element) {
  Collector collector(thread);
  NativeDepth depth(thread);
  if (!depth || !collector.collect(value, 0)) return {};
  return collector.finish(element ? *element : collector.element());
}

}  // namespace

Operand::Read Operand::read(Thread& thread, Value value) {
  if (is_array(value)) {
    keep_ = Ref::share(value);
    view = array_of(value)->view;
    return Read::Done;
  }
  bool failed = false;
  if (read_number(thread, value, &view.element, &number_, &failed)) {
    view.data = reinterpret_cast<char*>(&number_);
    view.dimensions = 0;
    return Read::Done;
  }
  if (failed) return Read::Failed;
  if (!is_sequence(value)) return Read::Foreign;
  keep_ = convert_nested(thread, value, nullptr);
  if (!keep_) return Read::Failed;
  view = view_of(keep_);
  return Read::Done;
}

bool Operand::require(Thread& thread, Value value) {
  Read read_as = read(thread, value);
  if (read_as == Read::Foreign) {
    raise(thread, Error::TypeError, "an array or a number is needed, not '{}'", type_name(thread, value));
  }
  return read_as == Read::Done;
}

bool Operand::convert(Thread& thread, Element element) {
  if (view.element == element) return true;
  if (view.dimensions == 0) {
    number_ = converted_bits(read_bits(view.data, view.element), view.element, element);
    if (element == Element::Bool) *reinterpret_cast<char*>(&number_) = number_ != 0;
    view.data = reinterpret_cast<char*>(&number_);
    view.element = element;
    return true;
  }
  Ref copy = copy_array(thread, view, element);
  if (!copy) return false;
  keep_ = std::move(copy);
  view = view_of(keep_);
  return true;
}

Ref as_array(Thread& thread, Value value) {
  if (is_array(value)) return Ref::share(value);
  Operand operand;
  if (!operand.require(thread, value)) return {};
  return copy_array(thread, operand.view, operand.view.element);
}

Ref element_at(Thread& thread, const View& view, const char* data) { return make_scalar(thread, view.element, data); }

Ref to_python(Thread& thread, const View& view, const char* data) {
  int64_t bits = read_bits(data, view.element);
  if (view.element == Element::Bool) return Ref::boolean(bits);
  return view.element == Element::Int ? make_int(thread, bits) : make_float(thread, std::bit_cast<double>(bits));
}

bool set_element(Thread& thread, const View& view, char* data, Value value) {
  Element element;
  int64_t bits;
  bool failed = false;
  if (read_number(thread, value, &element, &bits, &failed)) {
    write_bits(data, view.element, converted_bits(bits, element, view.element));
    return true;
  }
  if (failed) return false;
  Operand operand;
  if (!operand.require(thread, value)) return false;
  if (operand.view.size() != 1) return raise(thread, Error::ValueError, "setting an array element with a sequence.");
  bits = read_bits(operand.view.data, operand.view.element);
  write_bits(data, view.element, converted_bits(bits, operand.view.element, view.element));
  return true;
}

namespace {

// args: object, dtype, copy.
Ref array(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element element = Element::Float;
  bool typed = given(args[1]);
  if (typed && !read_element(thread, args[1], element, &element)) return {};
  bool copy = args[2].is_empty() || !args[2].is_false();
  if (!is_array(args[0])) return convert_nested(thread, args[0], typed ? &element : nullptr);
  const View& view = array_of(args[0])->view;
  if (!copy && (!typed || element == view.element)) return Ref::share(args[0]);
  return copy_array(thread, view, typed ? element : view.element);
}

Ref asarray(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value arguments[] = {args[0], args[1], Value::false_()};
  return array(thread, arguments, 3, nullptr);
}

// Arrays of a shape, all elements alike; fill empty: as the memory is.
Ref filled(Thread& thread, Value shape, Value dtype, Element fallback, Value fill) {
  View wanted;
  Element element;
  if (!read_shape(thread, shape, &wanted) || !read_element(thread, dtype, fallback, &element)) return {};
  for (int i = 0; i < wanted.dimensions; ++i) {
    if (wanted.shape[i] < 0) return raise(thread, Error::ValueError, "negative dimensions are not allowed");
  }
  Ref made = make_array(thread, element, wanted.dimensions, wanted.shape);
  if (!made || fill.is_empty()) return made;
  return assign(thread, view_of(made), fill) ? std::move(made) : Ref();
}
Ref zeros(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return filled(thread, args[0], args[1], Element::Float, Value::integer(0));
}
Ref ones(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return filled(thread, args[0], args[1], Element::Float, Value::integer(1));
}
Ref empty(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return filled(thread, args[0], args[1], Element::Float, Value::integer(0));
}
Ref full(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand value;
  if (!value.require(thread, args[1])) return {};
  return filled(thread, args[0], args[2], value.view.element, args[1]);
}

Ref arange_ints(Thread& thread, int64_t start, int64_t stop, int64_t step) {
  __int128 span = static_cast<__int128>(stop) - start;
  __int128 count = span == 0 || (span > 0) != (step > 0) ? 0 : (span + step - (step > 0 ? 1 : -1)) / step;
  int64_t length = static_cast<int64_t>(count);
  Ref made = make_array(thread, Element::Int, 1, &length);
  if (!made) return {};
  auto* data = reinterpret_cast<int64_t*>(view_of(made).data);
  native_work(thread, length >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0; i < length; ++i) data[i] = start + i * step;
  });
  return made;
}

Ref arange_floats(Thread& thread, double start, double stop, double step) {
  double count = std::ceil((stop - start) / step);
  if (!(count < 9e15)) return raise(thread, Error::ValueError, "arange: cannot compute length");
  int64_t length = count > 0 ? static_cast<int64_t>(count) : 0;
  Ref made = make_array(thread, Element::Float, 1, &length);
  if (!made) return {};
  auto* data = reinterpret_cast<double*>(view_of(made).data);
  double second = start + step, delta = second - start;
  native_work(thread, length >= kWorkWithoutTurn, [&] {
    for (int64_t i = 0; i < length; ++i) data[i] = i == 1 ? second : start + static_cast<double>(i) * delta;
  });
  return made;
}

// args: start, stop, step, dtype.
Ref arange(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element elements[3], wanted = Element::Int;
  int64_t bits[3];
  bool failed = false, only_stop = !given(args[1]);
  Value values[3] = {only_stop ? Value::integer(0) : args[0], only_stop ? args[0] : args[1],
                     given(args[2]) ? args[2] : Value::integer(1)};
  for (int i = 0; i < 3; ++i) {
    if (!read_number(thread, values[i], &elements[i], &bits[i], &failed)) {
      return failed ? Ref() : Ref(raise(thread, Error::TypeError, "arange() requires numbers"));
    }
    wanted = common_element(wanted, elements[i]);
  }
  for (int i = 0; i < 3; ++i) bits[i] = converted_bits(bits[i], elements[i], wanted);
  if (converted_bits(bits[2], wanted, Element::Bool) == 0) {
    return raise(thread, Error::ZeroDivisionError, "division by zero");
  }
  Ref made = wanted == Element::Int ? arange_ints(thread, bits[0], bits[1], bits[2])
                                    : arange_floats(thread, std::bit_cast<double>(bits[0]),
                                                    std::bit_cast<double>(bits[1]), std::bit_cast<double>(bits[2]));
  Element element;
  if (!made || !read_element(thread, args[3], wanted, &element)) return {};
  return element == wanted ? std::move(made) : copy_array(thread, view_of(made), element);
}

Ref frombuffer(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element element;
  if (!read_element(thread, args[1], Element::Float, &element)) return {};
  if (!is<Bytes>(args[0])) return raise(thread, Error::TypeError, "frombuffer() reads bytes only");
  Bytes* bytes = as<Bytes>(args[0]);
  View view;
  view.element = element;
  view.dimensions = 1;
  view.data = reinterpret_cast<char*>(bytes->data());
  view.strides[0] = size_of(element);
  view.shape[0] = static_cast<int64_t>(bytes->length) / size_of(element);
  if (static_cast<int64_t>(bytes->length) % size_of(element)) {
    return raise(thread, Error::ValueError, "buffer size must be a multiple of element size");
  }
  return make_view(thread, args[0], view);
}

Ref tolist_at(Thread& thread, const View& view, int dimension, const char* data) {
  if (dimension == view.dimensions) return to_python(thread, view, data);
  Ref list = make_list(thread, static_cast<size_t>(view.shape[dimension]));
  for (int64_t i = 0; list && i < view.shape[dimension]; ++i, data += view.strides[dimension]) {
    Ref item = tolist_at(thread, view, dimension + 1, data);
    if (!item || !append(thread, list.as<List>(), std::move(item))) return {};
  }
  return list;
}
Ref tolist(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  return self.require(thread, args[0]) ? tolist_at(thread, self.view, 0, self.view.data) : Ref();
}

Ref only_item(Thread& thread, Value self, const char* error) {
  Operand operand;
  if (!operand.require(thread, self)) return {};
  if (operand.view.size() != 1) return raise(thread, Error::TypeError, error);
  return to_python(thread, operand.view, operand.view.data);
}

// item(): the only element, or the one at a flat position.
Ref item(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  if (!self.require(thread, args[0])) return {};
  View view = self.view;
  if (args[1].is_empty()) {
    if (view.size() == 1) return to_python(thread, view, view.data);
    return raise(thread, Error::ValueError, "can only convert an array of size 1 to a Python scalar");
  }
  int64_t place;
  if (!index_as_int64(thread, args[1], &place)) return {};
  int64_t size = view.size(), wanted = place < 0 ? place + size : place;
  if (wanted < 0 || wanted >= size) {
    return raise(thread, Error::IndexError, "index {} is out of bounds for size {}", place, size);
  }
  for (int i = view.dimensions - 1; i >= 0; --i) {
    view.data += wanted % view.shape[i] * view.strides[i];
    wanted /= view.shape[i];
  }
  return to_python(thread, view, view.data);
}

Ref to_float(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref only = only_item(thread, args[0], "only size-1 arrays can be converted to Python scalars");
  double number;
  return only && as_double(thread, only.get(), &number) ? make_float(thread, number) : Ref();
}
Ref to_int(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref only = only_item(thread, args[0], "only size-1 arrays can be converted to Python scalars");
  if (!only) return {};
  if (is_floating(only.get())) return make_int_from_double(thread, float_of(only.get()));
  return make_int(thread, only.get().is_bool() ? only.get().is_true() : only.get().is_int() ? only.get().as_int() : 0);
}
Ref array_to_index(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref only = only_item(thread, args[0], "only integer scalar arrays can be converted to a scalar index");
  if (!only || only.get().is_int()) return only;
  return raise(thread, Error::TypeError, "only integer scalar arrays can be converted to a scalar index");
}

Ref to_bool(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  if (!self.require(thread, args[0])) return {};
  int64_t size = self.view.size();
  if (size > 1) {
    return raise(thread, Error::ValueError, "The truth value of an array with more than one element is ambiguous. "
                                            "Use a.any() or a.all()");
  }
  return Ref::boolean(size == 1 && converted_bits(read_bits(self.view.data, self.view.element), self.view.element,
                                                  Element::Bool));
}

Ref astype(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  Element element;
  if (!self.require(thread, args[0]) || !read_element(thread, args[1], Element::Float, &element)) return {};
  return finish(thread, copy_array(thread, self.view, element));
}
Ref copy(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  if (!self.require(thread, args[0])) return {};
  Ref made = copy_array(thread, self.view, self.view.element);
  return is_array(args[0]) ? std::move(made) : finish(thread, std::move(made));
}
Ref tobytes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Operand self;
  if (!self.require(thread, args[0])) return {};
  Ref whole = copy_array(thread, self.view, self.view.element);
  if (!whole) return {};
  return make_bytes(thread, {view_of(whole).data, static_cast<size_t>(self.view.size() * size_of(self.view.element))});
}
Ref fill(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_array(args[0])) return raise(thread, Error::TypeError, "a scalar cannot be filled");
  return assign(thread, array_of(args[0])->view, args[1]) ? Ref::none() : Ref();
}

const MethodDef kMethods[] = {
    {"tolist", "(self, /)", tolist},
    {"item", "(self, index=None, /)", item},
    {"astype", "(self, dtype)", astype},
    {"copy", "(self)", copy},
    {"__copy__", "(self, /)", copy},
    {"__deepcopy__", "(self, memo, /)", copy},
    {"tobytes", "(self)", tobytes},
    {"fill", "(self, value, /)", fill},
    {"__float__", "(self, /)", to_float},
    {"__int__", "(self, /)", to_int},
    {"__bool__", "(self, /)", to_bool},
};
const MethodDef kFunctions[] = {
    {"array", "(object, dtype=None, *, copy=True)", array},
    {"asarray", "(a, dtype=None)", asarray},
    {"zeros", "(shape, dtype=None)", zeros},
    {"ones", "(shape, dtype=None)", ones},
    {"empty", "(shape, dtype=None)", empty},
    {"full", "(shape, fill_value, dtype=None)", full},
    {"arange", "(start, stop=None, step=None, dtype=None)", arange},
    {"frombuffer", "(buffer, dtype=None)", frombuffer},
};

}  // namespace

const MethodDef kToIndex = {"__index__", "(self, /)", array_to_index};

Part convert_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
