// The table of the modules in C++.
#include "runtime/modules/modules.h"

#include <string_view>

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

}  // namespace gillab
