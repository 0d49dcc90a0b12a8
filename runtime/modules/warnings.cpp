// _warnings: warn() and warn_explicit(). What becomes of a warning is decided in lib/warnings.py; these raise what it
// makes an error of, so that no frame of the library stands in the traceback.
#include <array>

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

Ref ask(Thread& thread, const char* function, const Value* args, uint32_t count) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref name = make_str(thread, "warnings");
  Ref module = import && name ? call(thread, import.get(), name.get()) : Ref();
  Ref error = module ? call_method(thread, module.get(), intern(thread, function), args, count) : Ref();
  if (!error || error.get().is_none()) return error;
  return raise_value(thread, std::move(error));
}

template <uint32_t kCount>
std::array<Value, kCount> with_none(const Value* args) {
  std::array<Value, kCount> given;
  for (uint32_t i = 0; i < kCount; ++i) given[i] = args[i].is_empty() ? Value::none() : args[i];
  return given;
}

Ref warn(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto given = with_none<4>(args);
  if (args[2].is_empty()) given[2] = Value::integer(1);
  return ask(thread, "_warn", given.data(), 4);
}

Ref warn_explicit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return ask(thread, "_warn_explicit", with_none<8>(args).data(), 8);
}

constexpr MethodDef kFunctions[] = {
    {"warn", "(message, category=None, stacklevel=1, source=None)", warn},
    {"warn_explicit",
     "(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
     warn_explicit},
};

}  // namespace

bool init__warnings(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
