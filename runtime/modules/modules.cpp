// The table of the modules in C++, and how they reach what other modules have.
#include "runtime/modules/modules.h"

#include <string_view>

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

const NativeModule kModules[] = {
#define GILLAB_MODULE(identifier, name) {name, init_##identifier},
#include "runtime/modules/modules.def"
#undef GILLAB_MODULE
};

}  // namespace

const NativeModule* find_native_module(const char* name) {
  for (const NativeModule& module : kModules) {
    if (std::string_view(module.name) == name) return &module;
  }
  return nullptr;
}

Ref attribute_of_module(Thread& thread, const char* module, const char* name) {
  Str* interned = intern(thread, std::string_view(module));
  Ref found = dict_get_name(thread.interpreter->modules, interned);
  if (!found) {
    Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
    Ref top = import ? call(thread, import.get(), Value::object(interned)) : Ref();
    found = top ? dict_get_name(thread.interpreter->modules, interned) : Ref();
    if (!found) return thread.has_exception() ? Ref() : raise(thread, Error::ImportError, "no module named {}", module);
  }
  return get_attribute(thread, found.get(), intern(thread, std::string_view(name)));
}

}  // namespace gillab
