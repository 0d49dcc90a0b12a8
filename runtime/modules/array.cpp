// array.array: the memory, its items as values, the type and the module.
#include "runtime/modules/array.h"

#include <algorithm>
#include <cstring>

#include "runtime/classes/construct.h"
#include "runtime/core/lent.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/struct.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr std::string_view kTypeCodes = "bBuhHiIlLqQfd";
constexpr char32_t kLastCharacter = 0x10FFFF;

void destroy_array(Thread& thread, Object* object) {
  auto* array = static_cast<Array*>(object);
  if (array->capacity.get()) free_buffer(thread, array->data.get(), array->capacity.get() * array->size);
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Array)));
}

void array_memory(Object* object, ExportedMemory* memory) {
  auto* array = static_cast<Array*>(object);
  char code = array->code == 'u' ? 'w' : array->code;
  *memory = {array->data.get(), array->length.get() * array->size, code, array->size, true, &array->exports};
}

bool reserve_items(Thread& thread, Array* array, uint64_t length) {
  uint64_t capacity = array->capacity.get();
  if (length <= capacity) return true;
  uint64_t wanted = std::max(length, length + length / 8 + 4);
  char* data = static_cast<char*>(allocate_buffer(thread, wanted * array->size));
  if (!data) return false;
  if (array->length.get()) std::memcpy(data, array->data.get(), array->length.get() * array->size);
  char* old = array->data.get();
  array->data.set(data);
  array->capacity.set(wanted);
  if (capacity) retire_viewed(thread, old, capacity * array->size);  // somebody may have a view of it
  return true;
}

struct Range {
  char code;
  const char* name;
};
constexpr Range kNames[] = {{'b', "signed char"},          {'B', "unsigned byte integer"}, {'h', "signed short integer"},
                            {'H', "unsigned short"},       {'i', "signed integer"},        {'I', "unsigned int"}};

bool raise_range(Thread& thread, char code, Value number) {
  bool negative = int_compare(number, Value::integer(0)) < 0;
  for (const Range& each : kNames) {
    if (each.code != code) continue;
    return raise(thread, Error::OverflowError, negative ? "{} is less than minimum" : "{} is greater than maximum", each.name);
  }
  bool is_unsigned = code == 'L' || code == 'Q';
  if (is_unsigned && negative) return raise(thread, Error::OverflowError, "can't convert negative int to unsigned");
  if (code == 'q' || code == 'Q') return raise(thread, Error::OverflowError, "int too big to convert");
  return raise(thread, Error::OverflowError, "Python int too large to convert to C {}", is_unsigned ? "unsigned long" : "long");
}

bool pack_character(Thread& thread, Value value, uint8_t* packed) {
  if (!is<Str>(value) || as<Str>(value)->length != 1) {
    return raise(thread, Error::TypeError, "array item must be a unicode character, not {}", type_name(thread, value));
  }
  char32_t character = as<Str>(value)->at(0);
  std::memcpy(packed, &character, sizeof character);
  return true;
}

}  // namespace

const Layout kArrayLayout = {"array", sizeof(Array), false, destroy_array, nullptr, nullptr, array_memory};

bool pack_array_item(Thread& thread, char code, Value value, uint8_t* packed) {
  double number;
  if (code == 'u') return pack_character(thread, value, packed);
  if (code == 'f' || code == 'd') return as_double(thread, value, &number) && pack_item(thread, code, value, packed);
  Ref integer = index(thread, value);
  if (!integer) return false;
  if (pack_item(thread, code, integer.get(), packed)) return true;
  clear_exception(thread);
  return raise_range(thread, code, integer.get());
}

Ref make_array(Thread& thread, Type* type, char code) {
  Object* object = allocate_instance(thread, type, 0);
  if (!object) return {};
  auto* array = static_cast<Array*>(object);
  array->data.set(nullptr);
  array->length.set(0);
  array->capacity.set(0);
  array->exports.set(0);
  array->code = code;
  array->size = code == 'u' ? 4 : item_size(code);
  return Ref::own(array);
}

Type* array_type(const Array* array) {
  Type* type = type_of(array);
  while (has_flag(type, kHeapType)) type = type->base;
  return type;
}

namespace {
template <class Number>
Number read_number(const char* place) {
  Number number;
  std::memcpy(&number, place, sizeof number);
  return number;
}
}  // namespace

Ref array_item(Thread& thread, const Array* array, uint64_t position) {
  const char* place = array->data.get() + position * array->size;
  switch (array->code) {  // the usual ones; unpack_item knows all
    case 'b':
      return Ref::own(Value::integer(read_number<int8_t>(place)));
    case 'B':
      return Ref::own(Value::integer(read_number<uint8_t>(place)));
    case 'h':
      return Ref::own(Value::integer(read_number<int16_t>(place)));
    case 'H':
      return Ref::own(Value::integer(read_number<uint16_t>(place)));
    case 'i':
      return Ref::own(Value::integer(read_number<int32_t>(place)));
    case 'I':
      return Ref::own(Value::integer(read_number<uint32_t>(place)));
    case 'l':
    case 'q':
      return make_int(thread, read_number<int64_t>(place));
    case 'd':
      return make_float(thread, read_number<double>(place));
    case 'u':
      break;
    default:
      return unpack_item(thread, array->code, reinterpret_cast<const uint8_t*>(place));
  }
  char32_t character;
  std::memcpy(&character, place, sizeof character);
  if (character > kLastCharacter) {
    return raise(thread, Error::ValueError, "character U+{} is not in range [U+0000; U+10ffff]", static_cast<int64_t>(character));
  }
  return make_character(thread, character);
}

bool replace_items(Thread& thread, Array* array, uint64_t start, uint64_t end, std::string_view content) {
  uint64_t size = array->size, length = array->length.get(), more = content.size() / size, fewer = end - start;
  if (more != fewer && array->exports.get() > 0) {
    return raise(thread, Error::BufferError, "cannot resize an array that is exporting buffers");
  }
  Guard guard(array->header);
  if (!reserve_items(thread, array, length - fewer + more)) return false;
  char* data = array->data.get();
  if (end < length) std::memmove(data + (start + more) * size, data + end * size, (length - end) * size);
  if (more) std::memcpy(data + start * size, content.data(), more * size);
  array->length.set(length - fewer + more);
  return true;
}

bool append_item(Thread& thread, Array* array, Value value) {
  uint8_t packed[8];
  if (!pack_array_item(thread, array->code, value, packed)) return false;
  uint64_t end = array->length.get();
  return replace_items(thread, array, end, end, {reinterpret_cast<const char*>(packed), array->size});
}

bool extend_array(Thread& thread, Array* array, Value iterable) {
  if (is_array(iterable)) {
    if (array_of(iterable)->code != array->code) {
      return raise(thread, Error::TypeError, "can only extend with array of same kind");
    }
    std::string content(array_bytes(array_of(iterable)));
    return replace_items(thread, array, array->length.get(), array->length.get(), content);
  }
  Each each(thread, iterable);
  while (Ref item = each.next()) {
    if (!append_item(thread, array, item.get())) return false;
  }
  return !each.failed();
}

namespace {

bool fill_from_text(Thread& thread, Array* array, Str* text) {
  for (uint64_t i = 0; i < text->length; ++i) {
    Ref character = make_character(thread, text->at(i));
    if (!character || !append_item(thread, array, character.get())) return false;
  }
  return true;
}

bool fill_from_bytes(Thread& thread, Array* array, std::string_view content) {
  if (content.size() % array->size) {
    return raise(thread, Error::ValueError, "bytes length not a multiple of item size");
  }
  return replace_items(thread, array, 0, 0, std::string(content));
}

bool check_initial(Thread& thread, char code, Value initial) {
  const char shown[] = {code, '\0'};
  if (code == 'u') return true;
  if (is<Str>(initial)) {
    return raise(thread, Error::TypeError, "cannot use a str to initialize an array with typecode '{}'", shown);
  }
  if (is_array(initial) && array_of(initial)->code == 'u') {
    return raise(thread, Error::TypeError, "cannot use a unicode array to initialize an array with typecode '{}'", shown);
  }
  return true;
}

bool fill(Thread& thread, Array* array, Value initial) {
  if (is<Str>(initial) && array->code == 'u') return fill_from_text(thread, array, as<Str>(initial));
  if (is<Bytes>(initial) || is<ByteArray>(initial)) {
    std::string_view content;
    return bytes_view(thread, initial, &content) && fill_from_bytes(thread, array, content);
  }
  if (!is_array(initial)) return extend_array(thread, array, initial);
  std::string content(array_bytes(array_of(initial)));
  if (array_of(initial)->code == array->code) return replace_items(thread, array, 0, 0, content);
  for (uint64_t i = 0; i < array_of(initial)->length.get(); ++i) {
    Ref item = array_item(thread, array_of(initial), i);
    if (!item || !append_item(thread, array, item.get())) return false;
  }
  return true;
}

Ref array_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1]) || as<Str>(args[1])->length != 1) {
    return raise(thread, Error::TypeError, "array() argument 1 must be a unicode character, not {}",
                 argument_name(thread, args[1]));
  }
  char32_t code = as<Str>(args[1])->at(0);
  if (code >= 128 || kTypeCodes.find(static_cast<char>(code)) == std::string_view::npos) {
    return raise(thread, Error::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  }
  if (!args[2].is_empty() && !check_initial(thread, static_cast<char>(code), args[2])) return {};
  Ref array = make_array(thread, as<Type>(args[0]), static_cast<char>(code));
  if (!array || (!args[2].is_empty() && !fill(thread, array_of(array.get()), args[2]))) return {};
  return array;
}

// The formats a pickle can hold: 0 B, 1 b, then pairs of little and big endian.
struct Format {
  char code;  // of an item that is this on this machine
  bool big;
};
constexpr Format kFormats[] = {{'B', false}, {'b', false}, {'H', false}, {'H', true},  {'h', false}, {'h', true},
                               {'I', false}, {'I', true},  {'i', false}, {'i', true},  {'Q', false}, {'Q', true},
                               {'q', false}, {'q', true},  {'f', false}, {'f', true},  {'d', false}, {'d', true},
                               {'S', false}, {'S', true},  {'W', false}, {'W', true}};
constexpr int64_t kLastFormat = 21;

Ref reconstruct_text(Thread& thread, Value type, Value code, std::string_view content, int64_t format) {
  static const char* const kEncodings[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
  Ref text = decode(thread, content, intern(thread, kEncodings[format - 18]), nullptr);
  return text ? call(thread, type, code, text.get()) : Ref();
}

Ref reconstruct_numbers(Thread& thread, Value type, Value code, std::string_view content, int64_t format) {
  const Format& from = kFormats[format];
  size_t size = item_size(from.code);
  if (content.size() % size) return raise(thread, Error::ValueError, "string length not a multiple of item size");
  Ref list = make_list(thread, content.size() / size);
  for (size_t at = 0; list && at < content.size(); at += size) {
    uint8_t item[8];
    std::memcpy(item, content.data() + at, size);
    if (from.big) std::reverse(item, item + size);
    Ref value = unpack_item(thread, from.code, item);
    if (!value || !append(thread, list.as<List>(), std::move(value))) return {};
  }
  return list ? call(thread, type, code, list.get()) : Ref();
}

bool check_reconstruction(Thread& thread, const Value* args) {
  if (!is<Type>(args[0])) {
    return raise(thread, Error::TypeError, "first argument must be a type object, not {}", type_name(thread, args[0]));
  }
  if (as<Type>(args[0])->layout != &kArrayLayout) {
    return raise(thread, Error::TypeError, "{} is not a subtype of array.array", name_of_type(as<Type>(args[0])));
  }
  if (!is<Str>(args[1]) || as<Str>(args[1])->length != 1) {
    return raise(thread, Error::TypeError, "_array_reconstructor() argument 2 must be a unicode character, not {}",
                 argument_name(thread, args[1]));
  }
  if (as<Str>(args[1])->at(0) >= 128 || kTypeCodes.find(static_cast<char>(as<Str>(args[1])->at(0))) == std::string_view::npos) {
    return raise(thread, Error::ValueError, "second argument must be a valid type code");
  }
  return true;
}

// What pickles call.
Ref reconstruct(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t format;
  if (!check_reconstruction(thread, args) || !index_as_int64(thread, args[2], &format)) return {};
  if (format < 0 || format > kLastFormat) {
    return raise(thread, Error::ValueError, "third argument must be a valid machine format code.");
  }
  if (!is<Bytes>(args[3])) {
    return raise(thread, Error::TypeError, "fourth argument should be bytes, not {}", type_name(thread, args[3]));
  }
  std::string content(as<Bytes>(args[3])->view());
  if (format >= 18) return reconstruct_text(thread, args[0], args[1], content, format);
  return reconstruct_numbers(thread, args[0], args[1], content, format);
}

constexpr MethodDef kNew[] = {{"__new__", "(cls, typecode, initializer=(), /)", array_new, MethodDef::Static}};
constexpr MethodDef kFunctions[] = {
    {"_array_reconstructor", "(arraytype, typecode, mformat_code, items, /)", reconstruct}};

// isinstance(array, collections.abc.MutableSequence), as for list.
bool register_sequence(Thread& thread, Type* type) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref name = make_str(thread, "_collections_abc");
  Ref module = import && name ? call(thread, import.get(), name.get()) : Ref();
  Ref base = module ? get_attribute(thread, module.get(), intern(thread, "MutableSequence")) : Ref();
  Value given[] = {Value::object(type)};
  return base && call_method(thread, base.get(), intern(thread, "register"), given, 1);
}

}  // namespace

int64_t array_format(char code) {
  static constexpr std::string_view kPickled = "BbH-h-I-i-Q-q-f-d---u";
  if (code == 'L' || code == 'l') code = code == 'L' ? 'Q' : 'q';
  return static_cast<int64_t>(kPickled.find(code));
}

bool init_array(Thread& thread, Module* module) {
  constexpr uint32_t kFlags = kBaseType | kHasWeakref | kSequencePattern;
  Type* type = make_native_type(thread, {"array.array", "array", &kArrayLayout, kFlags}, nullptr);
  Type* iterator = make_array_iterator_type(thread);
  if (!type || !iterator) return false;
  type->module_data = iterator;
  add_methods(thread, type, kNew);
  add_array_methods(thread, type);
  finish_type(thread, type);
  return register_sequence(thread, type) && add_functions(thread, module, kFunctions) && add_value(thread, module, "array", Ref::share(type)) &&
         add_value(thread, module, "ArrayType", Ref::share(type)) &&
         add_value(thread, module, "typecodes", make_str(thread, kTypeCodes));
}

}  // namespace gillab
