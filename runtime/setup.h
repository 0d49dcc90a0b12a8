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

struct EmbeddedSource {  // a module in Python, embedded in the binary
  const char* name;      // "dataclasses", "concurrent.futures"
  const char* path;      // "runtime/lib/dataclasses.py"
  const char* source;
  uint64_t length;
  bool package;
};
const EmbeddedSource* find_embedded(const char* name);
const EmbeddedSource* embedded_sources(uint64_t* count);

}  // namespace gillab
