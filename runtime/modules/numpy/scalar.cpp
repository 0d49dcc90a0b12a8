// The scalar types float64, int64 and bool_, the type dtype, and the arguments that name an element type or a shape.
#include "runtime/modules/numpy/scalar.h"

#include <cstring>

#include "runtime/classes/type_build.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::numpy {
namespace {

void destroy_scalar(Thread& thread, Object* object) { free_object(thread, object, sizeof(ScalarObject)); }
const Layout kIntLayout = {"int64", sizeof(ScalarObject), false, destroy_scalar};
const Layout kBoolLayout = {"bool_", sizeof(ScalarObject), false, destroy_scalar};
void destroy_dtype(Thread& thread, Object* object) { free_object(thread, object, sizeof(DTypeObject)); }
const Layout kDTypeLayout = {"dtype", sizeof(DTypeObject), false, destroy_dtype};

struct ElementNames {
  const char* name;
  const char* code;   // "<f8"
  const char* kind;
  const char* others[4];
};
const ElementNames kElementNames[] = {
    {"bool", "|b1", "b", {"?", "b1", "bool_", "bool8"}},
    {"int64", "<i8", "i", {"i8", "int", "l", "int_"}},
    {"float64", "<f8", "f", {"f8", "float", "d", "double"}},
};

Element element_of(Value dtype) { return static_cast<DTypeObject*>(dtype.as_object())->element; }
bool is_dtype(Value value) {
  return value.is_object() && type_of(value.as_object())->layout == &kDTypeLayout;
}

bool element_named(std::string_view name, Element* element) {
  for (int i = 0; i < 3; ++i) {
    bool known = name == kElementNames[i].name || name == kElementNames[i].code;
    for (const char* other : kElementNames[i].others) known = known || name == other;
    if (known) return *element = static_cast<Element>(i), true;
  }
  return false;
}

bool element_of_type(Thread& thread, Value type, Element* element) {
  const gillab::Types& builtin = thread.types();
  const Type* named[] = {builtin.boolean, builtin.integer, builtin.floating};
  for (int i = 0; i < 3; ++i) {
    if (type != Value::object(named[i]) && type != Value::object(array_types(thread).scalars[i])) continue;
    return *element = static_cast<Element>(i), true;
  }
  return false;
}

}  // namespace

const char* element_name(Element element) { return kElementNames[static_cast<int>(element)].name; }

bool is_scalar_object(Thread&, Value value, Element* element) {
  if (!value.is_object()) return false;
  const Layout* layout = type_of(value.as_object())->layout;
  if (layout == &kIntLayout) return *element = Element::Int, true;
  return layout == &kBoolLayout && (*element = Element::Bool, true);
}

bool read_element(Thread& thread, Value value, Element fallback, Element* element) {
  *element = fallback;
  if (!given(value)) return true;
  if (is_dtype(value)) return *element = element_of(value), true;
  if (element_of_type(thread, value, element)) return true;
  if (is<Str>(value)) {
    if (element_named(to_utf8(as<Str>(value)), element)) return true;
    return raise(thread, Error::TypeError, "data type '{}' not understood", value);
  }
  Ref shown = repr(thread, value);
  return shown && raise(thread, Error::TypeError, "Cannot interpret '{}' as a data type", shown.get());
}

bool read_shape(Thread& thread, Value value, View* view) {
  view->dimensions = 0;
  if (!is<Tuple>(value) && !is<List>(value)) {
    view->dimensions = 1;
    return index_as_int64(thread, value, &view->shape[0]);
  }
  Ref lengths = tuple_from(thread, value);
  if (!lengths) return false;
  Tuple* tuple = lengths.as<Tuple>();
  if (tuple->length > kMaxDimensions) {
    return raise(thread, Error::ValueError, "maximum supported dimension for an ndarray is {}, found {}",
                 kMaxDimensions, tuple->length);
  }
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (!index_as_int64(thread, tuple->items[i], &view->shape[view->dimensions++])) return false;
  }
  return true;
}

bool read_axis(Thread& thread, Value value, int dimensions, int* axis) {
  int64_t number;
  if (!index_as_int64(thread, value, &number)) return false;
  if (number < -dimensions || number >= dimensions) {
    return raise_formatted(thread, array_types(thread).axis_error, "axis {} is out of bounds for array of dimension {}",
                           {number, dimensions});
  }
  *axis = static_cast<int>(number < 0 ? number + dimensions : number);
  return true;
}

Ref make_float64(Thread& thread, double number) {
  Object* object = allocate_instance(thread, array_types(thread).scalars[static_cast<int>(Element::Float)]);
  if (!object) return {};
  reinterpret_cast<FloatBox*>(object)->number = number;
  return Ref::own(object);
}

Ref make_scalar(Thread& thread, Element element, const char* data) {
  if (element == Element::Float) {
    double number;
    std::memcpy(&number, data, sizeof number);
    return make_float64(thread, number);
  }
  Object* object = allocate_instance(thread, array_types(thread).scalars[static_cast<int>(element)]);
  if (!object) return {};
  int64_t bits = *data;
  if (element == Element::Int) std::memcpy(&bits, data, sizeof bits);
  static_cast<ScalarObject*>(object)->bits = bits;
  return Ref::own(object);
}

Ref finish(Thread& thread, Ref array) {
  if (!array || view_of(array).dimensions > 0) return array;
  return make_scalar(thread, view_of(array).element, view_of(array).data);
}

namespace {

template <Element element>
Ref scalar_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t zero = 0;
  if (args[1].is_empty()) return make_scalar(thread, element, reinterpret_cast<char*>(&zero));
  Operand operand;
  Ref number;
  if (is<Str>(args[1])) {  // float64("1.5"), int64("3")
    const gillab::Types& builtin = thread.types();
    number = call(thread, Value::object(element == Element::Int ? builtin.integer : builtin.floating), args[1]);
    if (!number) return {};
  }
  if (!operand.require(thread, number ? number.get() : args[1]) || !operand.convert(thread, element)) return {};
  if (operand.view.dimensions == 0) return make_scalar(thread, element, operand.view.data);
  return copy_array(thread, operand.view, element);
}

Ref hash_scalar(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, hash_int(scalar_object(args[0])->bits));
}
Ref hash_float(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, hash_double(float_of(args[0])));
}
Ref format_scalar(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element element = Element::Int;
  is_scalar_object(thread, args[0], &element);
  int64_t bits = scalar_object(args[0])->bits;
  if (element == Element::Bool) {  // as str does: numpy's bool is no int
    Ref text = str(thread, args[0]);
    return text ? gillab::format(thread, text.get(), args[1]) : Ref();
  }
  Ref number = make_int(thread, bits);
  return number ? gillab::format(thread, number.get(), args[1]) : Ref();
}
Ref format_float(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref number = make_float(thread, float_of(args[0]));
  return number ? gillab::format(thread, number.get(), args[1]) : Ref();
}
Ref repr_scalar(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element element = Element::Int;
  is_scalar_object(thread, args[0], &element);
  int64_t bits = scalar_object(args[0])->bits;
  return element == Element::Bool ? make_str(thread, bits ? "True" : "False") : make_str(thread, std::to_string(bits));
}
Ref repr_float(Thread& thread, const Value* args, uint32_t, Tuple*) { return float_repr(thread, float_of(args[0])); }

const MethodDef kScalarMethods[] = {
    {"__hash__", "(self, /)", hash_scalar},
    {"__repr__", "(self, /)", repr_scalar},
    {"__str__", "(self, /)", repr_scalar},
    {"__format__", "(self, format_spec, /)", format_scalar},
};
const MethodDef kFloatMethods[] = {
    {"__hash__", "(self, /)", hash_float},
    {"__repr__", "(self, /)", repr_float},
    {"__str__", "(self, /)", repr_float},
    {"__format__", "(self, format_spec, /)", format_float},
};
const MethodDef kNewRows[] = {
    {"__new__", "(cls, value=False, /)", scalar_new<Element::Bool>, MethodDef::Static},
    {"__new__", "(cls, value=0, /)", scalar_new<Element::Int>, MethodDef::Static},
    {"__new__", "(cls, value=0.0, /)", scalar_new<Element::Float>, MethodDef::Static},
};

Type* make_scalar_type(Thread& thread, const char* name, const Layout* layout, Element element) {
  bool is_float = element == Element::Float;
  TypeDef def = {.name = name, .module = "numpy", .layout = layout};
  Type* type = make_native_type(thread, def, is_float ? thread.types().floating : nullptr);
  if (!type) return nullptr;
  add_shared_rows(thread, type, false);
  if (is_float) {
    add_methods(thread, type, kFloatMethods);
  } else {
    add_methods(thread, type, kScalarMethods);
  }
  if (element == Element::Int) add_methods(thread, type, &kToIndex, 1);
  add_methods(thread, type, &kNewRows[static_cast<int>(element)], 1);
  finish_type(thread, type);
  return type;
}

// --- dtype

Ref dtype_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element element;
  if (!read_element(thread, args[1], Element::Float, &element)) return {};
  return Ref::share(array_types(thread).dtypes[static_cast<int>(element)]);
}
const ElementNames& names_of(Value dtype) { return kElementNames[static_cast<int>(element_of(dtype))]; }
Ref dtype_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return format_text(thread, "dtype('{}')", {names_of(args[0]).name});
}
Ref dtype_str(Thread& thread, const Value* args, uint32_t, Tuple*) { return make_str(thread, names_of(args[0]).name); }
Ref dtype_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Element other;
  if (args[1].is_none()) return Ref::boolean(false);
  if (read_element(thread, args[1], Element::Float, &other)) return Ref::boolean(other == element_of(args[0]));
  if (!exception_matches(thread, Error::TypeError)) return {};
  clear_exception(thread);
  return Ref::boolean(false);
}
Ref dtype_ne(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref same = dtype_eq(thread, args, count, names);
  return same ? Ref::boolean(same.get().is_false()) : Ref();
}
Ref dtype_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, static_cast<int64_t>(element_of(args[0])) + 1);
}
Ref dtype_name(Thread& thread, Value self) { return make_str(thread, names_of(self).name); }
Ref dtype_kind(Thread& thread, Value self) { return make_str(thread, names_of(self).kind); }
Ref dtype_code(Thread& thread, Value self) { return make_str(thread, names_of(self).code); }
Ref dtype_itemsize(Thread& thread, Value self) { return make_int(thread, size_of(element_of(self))); }
Ref dtype_type(Thread& thread, Value self) {
  return Ref::share(array_types(thread).scalars[static_cast<int>(element_of(self))]);
}

const MethodDef kDTypeMethods[] = {
    {"__new__", "(cls, dtype)", dtype_new, MethodDef::Static},
    {"__repr__", "(self, /)", dtype_repr},
    {"__str__", "(self, /)", dtype_str},
    {"__eq__", "(self, value, /)", dtype_eq},
    {"__ne__", "(self, value, /)", dtype_ne},
    {"__hash__", "(self, /)", dtype_hash},
};
const GetSetDef kDTypeAttributes[] = {
    {"name", dtype_name},         {"kind", dtype_kind}, {"str", dtype_code},
    {"itemsize", dtype_itemsize}, {"type", dtype_type},
};

bool make_dtypes(Thread& thread) {
  ArrayTypes& types = array_types(thread);
  TypeDef def = {.name = "numpy.dtype", .module = "numpy", .layout = &kDTypeLayout};
  if (!(types.dtype = make_native_type(thread, def, nullptr))) return false;
  add_methods(thread, types.dtype, kDTypeMethods);
  add_getsets(thread, types.dtype, kDTypeAttributes);
  finish_type(thread, types.dtype);
  for (int i = 0; i < 3; ++i) {
    Object* object = allocate_instance(thread, types.dtype);
    if (!object) return false;
    static_cast<DTypeObject*>(object)->element = static_cast<Element>(i);
    types.dtypes[i] = object;
    std::string name = std::string("_") + kElementNames[i].name;
    if (!dict_set_name(thread, type_dict(types.dtype), intern(thread, name), Ref::own(object))) return false;
  }
  return true;
}

}  // namespace

bool make_scalar_types(Thread& thread) {
  Type** scalars = array_types(thread).scalars;
  scalars[0] = make_scalar_type(thread, "numpy.bool_", &kBoolLayout, Element::Bool);
  scalars[1] = scalars[0] ? make_scalar_type(thread, "numpy.int64", &kIntLayout, Element::Int) : nullptr;
  scalars[2] = scalars[1] ? make_scalar_type(thread, "numpy.float64", nullptr, Element::Float) : nullptr;
  return scalars[2] && make_dtypes(thread);
}

}  // namespace gillab::numpy
