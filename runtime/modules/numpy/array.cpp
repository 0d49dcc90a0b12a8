// The type ndarray: memory, attributes, and the module _numpy made of its parts.
#include <string>

#include "runtime/modules/numpy/array.h"

#include "runtime/classes/type_build.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab::numpy {
namespace {

void destroy_array(Thread& thread, Object* object) {
  Array* array = static_cast<Array*>(object);
  if (array->owned) free_buffer(thread, array->owned, array->owned_bytes);
  array->base.clear();
  free_object(thread, object, sizeof(Array));
}

Array* new_array(Thread& thread) {
  Object* object = allocate_instance(thread, array_types(thread).array);
  if (!object) return nullptr;
  Array* array = static_cast<Array*>(object);
  array->view = View();
  array->owned = nullptr;
  array->owned_bytes = 0;
  array->base.init_empty();
  array->writeable = true;
  return array;
}

}  // namespace

const Layout kArrayLayout = {"ndarray", sizeof(Array), false, destroy_array};

ArrayTypes& array_types(Thread& thread) {
  std::shared_ptr<ArrayTypes>& types = module_types(thread).arrays;
  if (!types) types = std::make_shared<ArrayTypes>();
  return *types;
}

Ref make_array(Thread& thread, Element element, int dimensions, const int64_t* shape) {
  Array* array = new_array(thread);
  if (!array) return {};
  Ref owned = Ref::own(array);
  array->view.element = element;
  array->view.dimensions = dimensions;
  int64_t bytes = size_of(element);
  for (int i = dimensions - 1; i >= 0; --i) {
    array->view.shape[i] = shape[i];
    array->view.strides[i] = bytes;
    if (__builtin_mul_overflow(bytes, std::max<int64_t>(shape[i], 1), &bytes)) {
      return raise(thread, Error::ValueError, "Maximum allowed dimension exceeded");
    }
  }
  array->owned_bytes = static_cast<size_t>(bytes);
  array->owned = static_cast<char*>(allocate_buffer(thread, array->owned_bytes));
  array->view.data = array->owned;
  return array->owned ? std::move(owned) : Ref();
}

Ref make_view(Thread& thread, Value owner, const View& view) {
  Array* array = new_array(thread);
  if (!array) return {};
  array->view = view;
  Ref base = Ref::share(owner);
  if (is_array(owner)) {
    array->writeable = array_of(owner)->writeable;
    if (!array_of(owner)->owned) base = array_of(owner)->base.take();
  } else {
    array->writeable = false;
  }
  array->base.init(std::move(base));
  return Ref::own(array);
}

Ref shape_tuple(Thread& thread, const View& view) {
  Tuple* tuple = new_tuple(thread, static_cast<size_t>(view.dimensions));
  for (int i = 0; tuple && i < view.dimensions; ++i) tuple->items[i] = Value::integer(view.shape[i]);
  return tuple ? Ref::own(tuple) : Ref();
}

std::string shape_text(const View& view) {
  std::string text = "(";
  for (int i = 0; i < view.dimensions; ++i) text += (i ? "," : "") + std::to_string(view.shape[i]);
  return text + (view.dimensions == 1 ? ",)" : ")");
}

namespace {

// A scalar has the attributes of an array without dimensions.
struct Attributes {
  explicit Attributes(Thread& thread, Value self) { ok = operand.require(thread, self); }
  Operand operand;
  bool ok;
};

Ref get_shape(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? shape_tuple(thread, of.operand.view) : Ref();
}
bool set_shape(Thread& thread, Value self, Value value) {
  View view = array_of(self)->view;
  View wanted;
  if (!read_shape(thread, value, &wanted)) return false;
  if (!view.contiguous()) {
    return raise(thread, Error::AttributeError, "Incompatible shape for in-place modification. Use `.reshape()` to "
                                                "make a copy with the desired shape.");
  }
  int64_t known = 1;
  for (int i = 0; i < wanted.dimensions; ++i) known *= wanted.shape[i] < 0 ? 1 : wanted.shape[i];
  for (int i = 0; i < wanted.dimensions; ++i) {
    if (wanted.shape[i] < 0 && known > 0) wanted.shape[i] = view.size() / known;
  }
  if (wanted.size() != view.size()) {
    return raise(thread, Error::ValueError, "cannot reshape array of size {} into shape {}", view.size(),
                 std::string_view(shape_text(wanted)));
  }
  int64_t step = size_of(view.element);
  for (int i = wanted.dimensions - 1; i >= 0; --i) {
    wanted.strides[i] = step;
    step *= wanted.shape[i];
  }
  wanted.element = view.element;
  wanted.data = view.data;
  array_of(self)->view = wanted;
  return true;
}
Ref get_strides(Thread& thread, Value self) {
  Attributes of(thread, self);
  if (!of.ok) return {};
  std::copy(of.operand.view.strides, of.operand.view.strides + kMaxDimensions, of.operand.view.shape);
  return shape_tuple(thread, of.operand.view);
}
Ref get_ndim(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? make_int(thread, of.operand.view.dimensions) : Ref();
}
Ref get_size(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? make_int(thread, of.operand.view.size()) : Ref();
}
Ref get_itemsize(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? make_int(thread, size_of(of.operand.view.element)) : Ref();
}
Ref get_nbytes(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? make_int(thread, of.operand.view.size() * size_of(of.operand.view.element)) : Ref();
}
Ref get_dtype(Thread& thread, Value self) {
  Attributes of(thread, self);
  return of.ok ? Ref::share(array_types(thread).dtypes[static_cast<int>(of.operand.view.element)]) : Ref();
}
Ref get_base(Thread&, Value self) {
  Ref base = is_array(self) ? array_of(self)->base.take() : Ref();
  return base ? std::move(base) : Ref::none();
}
Ref get_transposed(Thread& thread, Value self) {
  Ref array = as_array(thread, self);
  if (!array) return {};
  View view = view_of(array);
  std::reverse(view.shape, view.shape + view.dimensions);
  std::reverse(view.strides, view.strides + view.dimensions);
  return is_array(self) ? make_view(thread, self, view) : Ref::share(self);
}

const GetSetDef kArrayAttributes[] = {{"shape", get_shape, set_shape}};
const GetSetDef kScalarAttributes[] = {{"shape", get_shape}};
const GetSetDef kAttributes[] = {
    {"ndim", get_ndim},     {"size", get_size},   {"itemsize", get_itemsize}, {"nbytes", get_nbytes},
    {"dtype", get_dtype},   {"base", get_base},   {"T", get_transposed},      {"strides", get_strides},
};

// A ValueError and an IndexError.
bool make_axis_error(Thread& thread) {
  ArrayTypes& types = array_types(thread);
  Ref bases = make_tuple_of(thread, Value::object(thread.error_type(Error::ValueError)),
                            Value::object(thread.error_type(Error::IndexError)));
  Ref namespace_ = make_dict(thread), module = make_str(thread, "numpy");
  if (!bases || !namespace_ || !module) return false;
  if (!dict_set_name(thread, namespace_.as<Dict>(), thread.names().__module__, std::move(module))) return false;
  Str* name = intern(thread, std::string_view("AxisError"));
  Ref made = make_class(thread, thread.types().type, name, bases.as<Tuple>(), namespace_.as<Dict>(), nullptr, nullptr);
  if (!made) return false;
  types.axis_error = made.as<Type>();
  return dict_set_name(thread, type_dict(types.array), name, std::move(made));
}

Ref refuse_new(Thread& thread, const Value*, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "make arrays with numpy.array(), zeros(), empty() and their kin");
}
const MethodDef kNew[] = {{"__new__", "(cls, /, *args, **kwargs)", refuse_new, MethodDef::Static}};

}  // namespace

// Methods of arrays and of scalars; a scalar's own come after and stand in front.
void add_shared_rows(Thread& thread, Type* type, bool of_arrays) {
  add_getsets(thread, type, kAttributes);
  if (of_arrays) {
    add_getsets(thread, type, kArrayAttributes);
  } else {
    add_getsets(thread, type, kScalarAttributes);
  }
  for (const Part& part : {elementwise_part(), reduce_part(), forms_part(), order_part(), rounding_part(),
                           product_part(), text_part(), convert_part()}) {
    add_methods(thread, type, part.methods, part.method_count);
  }
}

}  // namespace gillab::numpy

namespace gillab {

bool init__numpy(Thread& thread, Module* module) {
  using namespace numpy;
  ArrayTypes& types = array_types(thread);
  TypeDef def = {.name = "numpy.ndarray", .module = "numpy", .layout = &kArrayLayout};
  if (!(types.array = make_native_type(thread, def, nullptr))) return false;
  add_shared_rows(thread, types.array, true);
  Part index = index_part();
  add_methods(thread, types.array, index.methods, index.method_count);
  add_methods(thread, types.array, kNew);
  add_methods(thread, types.array, &kToIndex, 1);
  finish_type(thread, types.array);
  if (!make_axis_error(thread) || !make_scalar_types(thread)) return false;
  for (const Part& part : {elementwise_part(), reduce_part(), forms_part(), order_part(), rounding_part(),
                           product_part(), index_part(), text_part(), convert_part()}) {
    if (!add_functions(thread, module, part.functions, part.function_count)) return false;
  }
  Type* bits = make_bits_type(thread);
  return bits && add_value(thread, module, "Bits", Ref::share(bits)) &&
         add_value(thread, module, "ndarray", Ref::share(types.array)) &&
         add_value(thread, module, "AxisError", Ref::share(types.axis_error)) &&
         add_value(thread, module, "dtype", Ref::share(types.dtype)) &&
         add_value(thread, module, "bool_", Ref::share(types.scalars[0])) &&
         add_value(thread, module, "int64", Ref::share(types.scalars[1])) &&
         add_value(thread, module, "float64", Ref::share(types.scalars[2]));
}

}  // namespace gillab
