// numpy's arrays: what they are, how they are made, and the operands that functions take. Each subject has a file:
//   array.cpp        the type ndarray, memory, attributes       convert.cpp     from Python objects and back
//   walk.h           the loop over any number of dimensions     assign.cpp      copying and changing the element type
//   elementwise.cpp  arithmetic, comparisons, ufuncs            reduce.cpp      sums and their kin along axes
//   index.cpp        [...] in all its forms                     forms.cpp       reshape, transpose and other views
//   rounding.cpp     clip and round
//   order.cpp        sorting and searching                      product.cpp     dot, @ and matmul
//   text.cpp         repr and str                               scalar.cpp      float64, int64, bool_, dtype
//   random.cpp       the generators of numpy.random
// What can be said in Python with these is in lib/numpy/.
#pragma once

#include <cstdint>

#include "runtime/modules/native_work.h"
#include "runtime/native.h"

namespace gillab::numpy {

enum class Element : uint8_t { Bool, Int, Float };  // in the order of promotion
inline constexpr int64_t kElementSizes[] = {1, 8, 8};
inline constexpr int64_t size_of(Element element) { return kElementSizes[static_cast<int>(element)]; }
inline Element common_element(Element a, Element b) { return a < b ? b : a; }

inline constexpr int kMaxDimensions = 8;
inline constexpr int64_t kWorkWithoutTurn = 1000;  // elements

// Where elements lie. Plain data: it keeps nothing alive.
struct View {
  Element element = Element::Float;
  int dimensions = 0;
  char* data = nullptr;
  int64_t shape[kMaxDimensions];
  int64_t strides[kMaxDimensions];  // bytes

  int64_t size() const {
    int64_t product = 1;
    for (int i = 0; i < dimensions; ++i) product *= shape[i];
    return product;
  }
  bool contiguous() const;  // row after row, without gaps
};

// An ndarray. Its elements are raw memory that threads may work on without the turn: two of them writing the same
// ones is a race of the script's, as in numpy, but the memory stays where it is while the object lives.
struct Array : Object {
  static constexpr Kind kKind = Kind::Extension;
  View view;           // changes only by `a.shape = ...`
  char* owned;         // the elements, or null: they belong to `base`
  size_t owned_bytes;
  Field base;          // an Array that owns its elements, or bytes; or empty
  bool writeable;
};

extern const Layout kArrayLayout;
inline bool is_array(Value value) {
  return value.is_object() && type_of(value.as_object())->layout == &kArrayLayout;
}
inline Array* array_of(Value value) { return static_cast<Array*>(value.as_object()); }
inline View& view_of(const Ref& array) { return array_of(array.get())->view; }

// The types of one interpreter's numpy.
struct ArrayTypes {
  Type* array;
  Type* dtype;
  Type* axis_error;   // numpy.AxisError; the namespace of ndarray holds it
  Type* scalars[3];   // bool_, int64, float64: by Element
  Object* dtypes[3];  // the only instances of dtype; the type's namespace holds them
};
ArrayTypes& array_types(Thread& thread);

// --- making arrays. Elements are not set unless it says so.
Ref make_array(Thread& thread, Element element, int dimensions, const int64_t* shape);
inline Ref make_array_like(Thread& thread, Element element, const View& like) {
  return make_array(thread, element, like.dimensions, like.shape);
}
Ref make_view(Thread& thread, Value owner, const View& view);  // on the elements of another array
Ref as_array(Thread& thread, Value value);                     // an array as it is; anything else converted
Ref copy_array(Thread& thread, const View& view, Element element);
// An array without dimensions becomes a scalar: what functions return.
Ref finish(Thread& thread, Ref array);
Ref make_scalar(Thread& thread, Element element, const char* data);
Ref make_float64(Thread& thread, double number);

// --- operands: an array, or a number as an array without dimensions
class Operand {
 public:
  enum class Read { Done, Foreign, Failed };  // Foreign: nothing numpy knows; no error is set
  Operand() = default;
  Operand(const Operand&) = delete;
  Read read(Thread& thread, Value value);
  bool require(Thread& thread, Value value);        // Foreign is a TypeError
  bool convert(Thread& thread, Element element);    // elements of that type from now on
  View view;

 private:
  Ref keep_;
  int64_t number_ = 0;  // the element of a number
};
// A Python number or numpy scalar. False, no error: it is something else. An int beyond 64 bits is an OverflowError.
bool read_number(Thread& thread, Value value, Element* element, int64_t* bits, bool* failed);

// --- arguments
bool read_element(Thread& thread, Value value, Element fallback, Element* element);  // a dtype argument
bool read_shape(Thread& thread, Value value, View* view);                            // an int or a tuple of ints
// An axis argument from -n to n-1. "axis 2 is out of bounds for array of dimension 2".
bool read_axis(Thread& thread, Value value, int dimensions, int* axis);
inline bool given(Value value) { return !value.is_empty() && !value.is_none(); }

// --- work on views; the turn is given up for large ones
void copy_elements(Thread& thread, const View& from, const View& to);  // shapes alike; types may differ
bool broadcast_to(Thread& thread, const View& view, const View& like, View* result);
bool broadcast_shapes(Thread& thread, const View* const* views, int count, View* result);  // only result's shape
bool overlaps(const View& a, const View& b);
Ref shape_tuple(Thread& thread, const View& view);
std::string shape_text(const View& view);  // "(2,3)"
Ref element_at(Thread& thread, const View& view, const char* data);  // as a scalar
Ref to_python(Thread& thread, const View& view, const char* data);   // as bool, int or float
bool set_element(Thread& thread, const View& view, char* data, Value value);
Ref nonzero_places(Thread& thread, const View& view);                // a tuple of int arrays: where elements are true
bool assign(Thread& thread, const View& target, Value value);        // target[...] = value

// --- the tables of methods that arrays and scalars share, and what each file adds to the module
struct Part {
  const MethodDef* methods = nullptr;
  size_t method_count = 0;
  const MethodDef* functions = nullptr;
  size_t function_count = 0;
};
template <size_t N, size_t M>
Part make_part(const MethodDef (&methods)[N], const MethodDef (&functions)[M]) {
  return {methods, N, functions, M};
}
Part elementwise_part();
Part reduce_part();
Part forms_part();
Part order_part();
Part rounding_part();
Part product_part();
Part index_part();
Part text_part();
Part convert_part();
extern const MethodDef kToIndex;  // __index__: of arrays and ints, not of floats and bools
bool make_scalar_types(Thread& thread);
Type* make_bits_type(Thread& thread);  // what numpy.random draws from


}  // namespace gillab::numpy
