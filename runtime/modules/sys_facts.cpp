// What sys says about the interpreter and the machine: versions, limits, paths, flags.
#include <cfloat>
#include <cstdlib>

#include "runtime/dict.h"
#include "runtime/embedded.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/classes/simple_namespace.h"
#include "runtime/str.h"
#include "runtime/text/struct_sequence.h"

#ifndef GILLAB_VERSION
#define GILLAB_VERSION "0"
#endif

namespace gillab {

namespace {

constexpr int64_t kHexVersion = 0x030b02f0;

struct Number {  // an item of a struct: an int, a float or a text
  enum Type : uint8_t { Integer, Real, Text, Truth } type;
  int64_t integer = 0;
  double real = 0;
  const char* text = nullptr;
  Number(int i) : type(Integer), integer(i) {}
  Number(int64_t i) : type(Integer), integer(i) {}
  Number(double d) : type(Real), real(d) {}
  Number(const char* t) : type(Text), text(t) {}
  Number(bool b) : type(Truth), integer(b) {}
  Ref make(Thread& thread) const {
    switch (type) {
      case Integer:
        return make_int(thread, integer);
      case Real:
        return make_float(thread, real);
      case Truth:
        return Ref::boolean(integer != 0);
      default:
        return make_str(thread, text);
    }
  }
};

bool add_struct(Thread& thread, Module* module, const char* attribute, const char* type_name, const char* const* fields,
                const Number* items, uint32_t count) {
  Type* type = make_struct_type(thread, {type_name, fields, count, count});
  if (!type) return false;
  Ref values[kMostFields];
  for (uint32_t i = 0; i < count; ++i) {
    if (!(values[i] = items[i].make(thread))) return false;
  }
  return add_value(thread, module, attribute, make_struct(thread, type, values, count));
}

const char* const kVersionFields[] = {"major", "minor", "micro", "releaselevel", "serial"};
const Number kVersion[] = {3, 11, 2, "final", 0};

const char* const kFloatFields[] = {"max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
                                    "dig", "mant_dig", "epsilon",    "radix", "rounds"};
const Number kFloatFacts[] = {
    DBL_MAX, DBL_MAX_EXP, DBL_MAX_10_EXP, DBL_MIN, DBL_MIN_EXP, DBL_MIN_10_EXP, DBL_DIG, DBL_MANT_DIG, DBL_EPSILON, 2,
    1};

const char* const kIntFields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                  "str_digits_check_threshold"};
const Number kIntFacts[] = {30, 4, 4300, 640};

const char* const kHashFields[] = {"width",     "modulus",   "inf",       "nan",   "imag",
                                   "algorithm", "hash_bits", "seed_bits", "cutoff"};
const Number kHashFacts[] = {64, (int64_t{1} << 61) - 1, 314159, 0, 1000003, "siphash13", 64, 128, 0};

const char* const kFlagFields[] = {"debug",
                                   "inspect",
                                   "interactive",
                                   "optimize",
                                   "dont_write_bytecode",
                                   "no_user_site",
                                   "no_site",
                                   "ignore_environment",
                                   "verbose",
                                   "bytes_warning",
                                   "quiet",
                                   "hash_randomization",
                                   "isolated",
                                   "dev_mode",
                                   "utf8_mode",
                                   "warn_default_encoding",
                                   "safe_path",
                                   "int_max_str_digits"};
const char* const kThreadFields[] = {"name", "lock", "version"};
const Number kThreadFacts[] = {"pthread", "futex", "gillab"};

}  // namespace

bool set_system_flags(Thread& thread, Module* module, const SystemFlags& flags) {
  const Number items[] = {flags.debug,
                          flags.inspect,
                          flags.inspect,
                          flags.optimize,
                          flags.dont_write_bytecode,
                          flags.no_user_site,
                          flags.no_site,
                          flags.ignore_environment,
                          flags.verbose,
                          flags.bytes_warning,
                          flags.quiet,
                          1,
                          flags.isolated,
                          flags.dev_mode,
                          flags.utf8_mode,
                          flags.warn_default_encoding,
                          flags.safe_path,
                          thread.interpreter->int_max_str_digits.load()};
  return add_struct(thread, module, "flags", "sys.flags", kFlagFields, items, 18);
}

namespace {

bool add_structs(Thread& thread, Module* module) {
  return add_struct(thread, module, "version_info", "sys.version_info", kVersionFields, kVersion, 5) &&
         add_struct(thread, module, "float_info", "sys.float_info", kFloatFields, kFloatFacts, 11) &&
         add_struct(thread, module, "int_info", "sys.int_info", kIntFields, kIntFacts, 4) &&
         add_struct(thread, module, "hash_info", "sys.hash_info", kHashFields, kHashFacts, 9) &&
         set_system_flags(thread, module, SystemFlags()) &&
         add_struct(thread, module, "thread_info", "sys.thread_info", kThreadFields, kThreadFacts, 3);
}

bool add_texts(Thread& thread, Module* module) {
  static constexpr const char* kTexts[][2] = {{"version", "3.11.2 (gillab " GILLAB_VERSION ")"},
                                              {"copyright", "gillab runs Python 3.11 scripts; it is not CPython."},
                                              {"platform", "linux"},
                                              {"byteorder", "little"},
                                              {"prefix", "/usr"},
                                              {"base_prefix", "/usr"},
                                              {"exec_prefix", "/usr"},
                                              {"base_exec_prefix", "/usr"},
                                              {"platlibdir", "lib"},
                                              {"abiflags", ""},
                                              {"float_repr_style", "short"}};
  for (const auto& row : kTexts) {
    if (!add_value(thread, module, row[0], make_str(thread, row[1]))) return false;
  }
  return true;
}

bool add_numbers(Thread& thread, Module* module) {
  return add_value(thread, module, "hexversion", make_int(thread, kHexVersion)) &&
         add_value(thread, module, "api_version", make_int(thread, 1013)) &&
         add_value(thread, module, "maxsize", make_int(thread, INT64_MAX)) &&
         add_value(thread, module, "maxunicode", make_int(thread, 0x10FFFF)) &&
         add_value(thread, module, "dont_write_bytecode", Ref::boolean(true));
}

// sys.builtin_module_names, sorted as CPython's is.
bool add_module_names(Thread& thread, Module* module) {
  static constexpr const char* kNames[] = {
#define GILLAB_MODULE(identifier, name) name,
#include "runtime/modules/modules.def"
#undef GILLAB_MODULE
  };
  Ref list = make_list(thread);
  if (!list) return false;
  for (const char* name : kNames) {
    if (!append(thread, list.as<List>(), make_str(thread, name))) return false;
  }
  if (!sort(thread, list.as<List>(), Value::none(), false)) return false;
  return add_value(thread, module, "builtin_module_names", tuple_from(thread, list.get()));
}

// sys.stdlib_module_names: those, and what the binary holds in Python. Their parts are not named.
bool add_library_names(Thread& thread, Module* module) {
  Ref builtin = dict_get_name(module_dict(module), intern(thread, std::string_view("builtin_module_names")));
  Ref names = builtin ? make_set(thread, true) : Ref();
  if (!names) return false;
  Tuple* natives = builtin.as<Tuple>();
  for (size_t i = 0; i < natives->length; ++i) {
    if (!set_add(thread, names.as<Set>(), natives->items[i])) return false;
  }
  for (unsigned i = 0; i < runtime::kEmbeddedFileCount; ++i) {
    const std::string_view file = runtime::kEmbeddedFiles[i].name;
    if (file.find('/') != file.npos && !file.ends_with("/__init__.py")) continue;
    Ref name = make_str(thread, file.substr(0, file.find_first_of("/.")));
    if (!name || !set_add(thread, names.as<Set>(), name.get())) return false;
  }
  return add_value(thread, module, "stdlib_module_names", std::move(names));
}

bool add_implementation(Thread& thread, Module* module) {
  Ref dict = make_dict(thread);
  Ref name = make_str(thread, "gillab");
  Ref version = dict_get_name(module_dict(module), intern(thread, std::string_view("version_info")));
  Ref hex = make_int(thread, kHexVersion);
  if (!dict || !name || !version || !hex) return false;
  Dict* fields = dict.as<Dict>();
  bool done = dict_set_name(thread, fields, intern(thread, std::string_view("name")), std::move(name)) &&
              dict_set_name(thread, fields, intern(thread, std::string_view("cache_tag")), make_str(thread, "gillab-311")) &&
              dict_set_name(thread, fields, intern(thread, std::string_view("version")), std::move(version)) &&
              dict_set_name(thread, fields, intern(thread, std::string_view("hexversion")), std::move(hex));
  Ref source = make_str(thread, "gillab"), none = make_str(thread, "");  // where it was built from: not told
  if (!source || !none) return false;
  return done && add_value(thread, module, "implementation", make_simple_namespace(thread, fields)) &&
         add_value(thread, module, "_git", make_tuple_of(thread, source.get(), none.get(), none.get()));
}

bool add_collections(Thread& thread, Module* module) {
  Interpreter& interpreter = *thread.interpreter;
  Ref argv = make_list(thread);
  if (!argv) return false;
  for (const std::string& argument : interpreter.arguments) {
    if (!append(thread, argv.as<List>(), make_str(thread, argument))) return false;
  }
  return add_value(thread, module, "argv", std::move(argv)) &&
         add_value(thread, module, "orig_argv", make_list(thread)) &&
         add_value(thread, module, "path", make_list(thread)) &&
         add_value(thread, module, "meta_path", make_list(thread)) &&
         add_value(thread, module, "path_hooks", make_list(thread)) &&
         add_value(thread, module, "path_importer_cache", make_dict(thread)) &&
         add_value(thread, module, "warnoptions", make_list(thread)) &&
         add_value(thread, module, "_xoptions", make_dict(thread)) &&
         add_value(thread, module, "modules", Ref::share(interpreter.modules)) &&
         add_value(thread, module, "executable", make_str(thread, interpreter.executable)) &&
         add_value(thread, module, "pycache_prefix", Ref::none());
}

}  // namespace

bool add_system_facts(Thread& thread, Module* module) {
  return add_texts(thread, module) && add_numbers(thread, module) && add_structs(thread, module) &&
         add_module_names(thread, module) &&
         add_library_names(thread, module) && add_implementation(thread, module) && add_collections(thread, module);
}

}  // namespace gillab
