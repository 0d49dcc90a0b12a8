// The module struct: its functions and the class Struct.
#include "runtime/modules/struct.h"

#include <memory>
#include <string>

#include "runtime/text/byte_strings.h"
#include "runtime/text/memoryview.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

Ref struct_error(Thread& thread) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("struct")));
  Ref type = module ? dict_get_name(module_dict(module.as<Module>()), intern(thread, std::string_view("error"))) : Ref();
  return type && is<Type>(type.get()) ? std::move(type) : Ref::share(thread.error_type(Error::ValueError));
}

namespace {

struct StructObject : Object {
  StructFormat* format;  // owned; never changes
  Field text;            // str
};

void destroy_struct(Thread& thread, Object* object) {
  StructObject* self = reinterpret_cast<StructObject*>(object);
  delete self->format;
  self->text.clear();
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(StructObject)));
}
const Layout kStructLayout = {"Struct", sizeof(StructObject), false, destroy_struct};

const StructFormat& format_of(const Value* args) {
  return *reinterpret_cast<StructObject*>(args[0].as_object())->format;
}

// The formats that a thread has read last: they are pure data, and reading one costs more than packing with it.
struct KnownFormat {
  std::string text;
  std::shared_ptr<const StructFormat> format;  // packing may run Python code that reads another into this place
};
constexpr size_t kKnownFormats = 16;
constexpr size_t kLongestKnown = 32;

std::shared_ptr<const StructFormat> known_format(Thread& thread, std::string_view text) {
  static thread_local KnownFormat known[kKnownFormats];
  size_t mixed = text.size();
  for (char c : text) mixed = mixed * 31 + static_cast<uint8_t>(c);
  KnownFormat& place = known[mixed % kKnownFormats];
  if (place.format && place.text == text) return place.format;
  auto format = std::make_shared<StructFormat>();
  if (!parse_struct_format(thread, text, format.get())) return nullptr;
  place = {std::string(text), format};
  return format;
}

bool read_format(Thread& thread, Value value, StructFormat* format) {
  if (is<Str>(value)) return parse_struct_format(thread, to_utf8(as<Str>(value)), format);
  if (is<Bytes>(value)) return parse_struct_format(thread, bytes_of(value), format);
  return raise(thread, Error::TypeError, "Struct() argument 1 must be a str or bytes object, not {}",
               type_name(thread, value));
}

template <class... Args>
Failed fail(Thread& thread, std::string_view message, const Args&... args) {
  return raise_formatted(thread, struct_error(thread).as<Type>(), message, {FormatArg(args)...});
}

Ref pack(Thread& thread, const StructFormat& format, const Value* values, uint64_t count) {
  if (count != format.values) {
    return fail(thread, "pack expected {} items for packing (got {})", format.values, count);
  }
  Bytes* result = new_bytes(thread, format.size);
  if (!result) return {};
  Ref owned = Ref::own(result);
  return pack_struct(thread, format, values, result->data()) ? std::move(owned) : Ref();
}

Ref unpack(Thread& thread, const StructFormat& format, Value buffer) {
  std::string_view view;
  if (!bytes_view(thread, buffer, &view)) return {};
  if (view.size() != format.size) return fail(thread, "unpack requires a buffer of {} bytes", format.size);
  return unpack_struct(thread, format, reinterpret_cast<const uint8_t*>(view.data()));
}

// The offset against the buffer: negative ones count from its end.
bool place_in(Thread& thread, const StructFormat& format, int64_t offset, uint64_t size, const char* function,
              const char* doing, uint64_t* place) {
  int64_t length = static_cast<int64_t>(size), wanted = static_cast<int64_t>(format.size);
  if (offset < 0) {
    if (offset + wanted > 0) {
      fail(thread, "{} {} bytes at offset {}", doing[0] == 'p' ? "no space to pack" : "not enough data to unpack",
           format.size, offset);
      return false;
    }
    if (offset + length < 0) {
      fail(thread, "offset {} out of range for {}-byte buffer", offset, length);
      return false;
    }
    offset += length;
  }
  if (length - offset < wanted) {
    fail(thread, "{} requires a buffer of at least {} bytes for {} {} bytes at offset {} (actual buffer size is {})",
         function, static_cast<uint64_t>(offset) + format.size, doing, format.size, offset, length);
    return false;
  }
  *place = static_cast<uint64_t>(offset);
  return true;
}

Ref unpack_from(Thread& thread, const StructFormat& format, Value buffer, Value offset_value) {
  std::string_view view;
  int64_t offset = 0;
  uint64_t place;
  if (!offset_value.is_empty() && !index_as_int64(thread, offset_value, &offset)) return {};
  if (!bytes_view(thread, buffer, &view)) return {};
  if (!place_in(thread, format, offset, view.size(), "unpack_from", "unpacking", &place)) return {};
  return unpack_struct(thread, format, reinterpret_cast<const uint8_t*>(view.data()) + place);
}

// args: buffer, offset, values.
Ref pack_into(Thread& thread, const StructFormat& format, const Value* args, uint32_t count) {
  if (count < 2)
    return fail(thread, count == 0 ? "pack_into expected buffer argument" : "pack_into expected offset argument");
  if (count - 2 != format.values) {
    return fail(thread, "pack_into expected {} items for packing (got {})", format.values, count - 2);
  }
  std::string_view view;
  int64_t offset;
  uint64_t place;
  if (!writable_memory(thread, args[0], &view)) {
    if (thread.has_exception()) return {};
    return raise(thread, Error::TypeError, "argument must be read-write bytes-like object, not {}",
                 type_name(thread, args[0]));
  }
  if (!index_as_int64(thread, args[1], &offset)) return {};
  if (!place_in(thread, format, offset, view.size(), "pack_into", "packing", &place)) return {};
  std::string packed(format.size, '\0');
  if (!pack_struct(thread, format, args + 2, reinterpret_cast<uint8_t*>(packed.data()))) return {};
  if (!bytes_view(thread, args[0], &view) || view.size() < place + packed.size()) return {};
  if (!packed.empty()) std::memcpy(const_cast<char*>(view.data()) + place, packed.data(), packed.size());
  return Ref::none();
}

Ref iter_unpack(Thread& thread, const StructFormat& format, Value buffer) {
  std::string_view view;
  if (format.size == 0) return fail(thread, "cannot iteratively unpack with a struct of length 0");
  if (!bytes_view(thread, buffer, &view)) return {};
  if (view.size() % format.size != 0) {
    return fail(thread, "iterative unpacking requires a buffer of a multiple of {} bytes", format.size);
  }
  Ref result = make_list(thread);
  for (size_t at = 0; result && at < view.size(); at += format.size) {
    Ref item = unpack_struct(thread, format, reinterpret_cast<const uint8_t*>(view.data()) + at);
    if (!item || !append(thread, result.as<List>(), std::move(item))) return {};
  }
  return result ? iterate(thread, result.get()) : Ref();
}

bool positional_only(Thread& thread, const char* name, uint32_t count, Tuple* names) {
  if (names && names->length > 0) {
    return raise(thread, Error::TypeError, "{}() takes no keyword arguments", name);
  }
  return count > 0 || raise(thread, Error::TypeError, "missing format argument");
}

// The format of a function's argument. Null: an exception is set.
std::shared_ptr<const StructFormat> format_argument(Thread& thread, Value value) {
  bool is_short = is<Str>(value) && as<Str>(value)->ascii && as<Str>(value)->length - 1 < kLongestKnown;
  if (is_short) return known_format(thread, as<Str>(value)->ascii_view());
  auto format = std::make_shared<StructFormat>();
  return read_format(thread, value, format.get()) ? format : nullptr;
}

Ref struct_pack(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (!positional_only(thread, "pack", count, names)) return {};
  auto format = format_argument(thread, args[0]);
  return format ? pack(thread, *format, args + 1, count - 1) : Ref();
}
Ref struct_pack_into(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  StructFormat format;
  if (!positional_only(thread, "pack_into", count, names) || !read_format(thread, args[0], &format)) return {};
  return pack_into(thread, format, args + 1, count - 1);
}
Ref struct_unpack(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto format = format_argument(thread, args[0]);
  return format ? unpack(thread, *format, args[1]) : Ref();
}
Ref struct_unpack_from(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto format = format_argument(thread, args[0]);
  return format ? unpack_from(thread, *format, args[1], args[2]) : Ref();
}
Ref struct_iter_unpack(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StructFormat format;
  return read_format(thread, args[0], &format) ? iter_unpack(thread, format, args[1]) : Ref();
}
Ref struct_calcsize(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StructFormat format;
  return read_format(thread, args[0], &format) ? make_int(thread, static_cast<int64_t>(format.size)) : Ref();
}

Ref object_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StructFormat format;
  if (!read_format(thread, args[1], &format)) return {};
  Ref text = is<Str>(args[1]) ? Ref::share(args[1]) : make_str(thread, bytes_of(args[1]));
  Object* object = text ? allocate_instance(thread, as<Type>(args[0])) : nullptr;
  if (!object) return {};
  StructObject* self = reinterpret_cast<StructObject*>(object);
  self->format = new StructFormat(std::move(format));
  self->text.init(std::move(text));
  return Ref::own(object);
}
Ref object_pack(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return pack(thread, format_of(args), args + 1, count - 1);
}
Ref object_pack_into(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return pack_into(thread, format_of(args), args + 1, count - 1);
}
Ref object_unpack(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return unpack(thread, format_of(args), args[1]);
}
Ref object_unpack_from(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return unpack_from(thread, format_of(args), args[1], args[2]);
}
Ref object_iter_unpack(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return iter_unpack(thread, format_of(args), args[1]);
}
Ref object_format(Thread&, Value self) { return reinterpret_cast<StructObject*>(self.as_object())->text.take(); }
Ref object_size(Thread& thread, Value self) { return make_int(thread, static_cast<int64_t>(format_of(&self).size)); }

const MethodDef kMethods[] = {
    {"__new__", "(cls, format)", object_new, MethodDef::Static},
    {"pack", "*", object_pack},
    {"pack_into", "*", object_pack_into},
    {"unpack", "(self, buffer, /)", object_unpack},
    {"unpack_from", "(self, /, buffer, offset=0)", object_unpack_from},
    {"iter_unpack", "(self, buffer, /)", object_iter_unpack},
};
const GetSetDef kAttributes[] = {{"format", object_format}, {"size", object_size}};
const MethodDef kFunctions[] = {
    {"pack", "*", struct_pack},
    {"pack_into", "*", struct_pack_into},
    {"unpack", "(format, buffer, /)", struct_unpack},
    {"unpack_from", "(format, /, buffer, offset=0)", struct_unpack_from},
    {"iter_unpack", "(format, buffer, /)", struct_iter_unpack},
    {"calcsize", "(format, /)", struct_calcsize},
};

Ref make_error_class(Thread& thread) {
  Ref bases = make_tuple_of(thread, Value::object(thread.error_type(Error::Exception))), namespace_ = make_dict(thread);
  Ref module = make_str(thread, "struct"), name = make_str(thread, "error");
  if (!bases || !namespace_ || !module || !name) return {};
  if (!dict_set_name(thread, namespace_.as<Dict>(), thread.names().__module__, std::move(module))) return {};
  return make_class(thread, thread.types().type, name.as<Str>(), bases.as<Tuple>(), namespace_.as<Dict>(), nullptr,
                    nullptr);
}

}  // namespace

bool init_struct(Thread& thread, Module* module) {
  Type* type = make_native_type(
      thread, {.name = "Struct", .module = "_struct", .layout = &kStructLayout, .flags = kBaseType | kOwnGuards}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
  finish_type(thread, type);
  Ref error = make_error_class(thread);
  return error && add_value(thread, module, "error", std::move(error)) &&
         add_value(thread, module, "Struct", Ref::share(type)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
