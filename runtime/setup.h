// How the built-in types get their content: one function for each row of types.def, defined in the file of the type
// and called once while an interpreter starts, after all Types exist. Also the rows of modules.def.
#pragma once

#include "runtime/thread.h"

namespace gillab {

struct Module;

// Registers methods and attributes with add_methods and friends. The layout of each kind: layout_of(Kind).
#define GILLAB_TYPE(field, text, kind) void setup_##field(Thread& thread, Type* type);
#include "runtime/types.def"
#undef GILLAB_TYPE

// One constant a kind, defined in the file of the type as `const Layout k<Kind>Layout`.
#define GILLAB_KIND(name) extern const Layout k##name##Layout;
#include "runtime/kinds.def"
#undef GILLAB_KIND

struct NativeModule {
  const char* name;
  bool (*initialise)(Thread& thread, Module* module);
};
// Found in modules/: the table made from modules.def. Null: no module of that name in C++.
const NativeModule* find_native_module(const char* name);

}  // namespace gillab
