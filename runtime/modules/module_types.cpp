// The types of C++ modules, by interpreter.
#include "runtime/modules/module_types.h"

#include "runtime/interpreter.h"

namespace gillab {

ModuleTypes& module_types(Thread& thread) { return *thread.interpreter->module_types; }
void make_module_types(Interpreter& interpreter) { interpreter.module_types = std::make_shared<ModuleTypes>(); }

Type* make_error_type(Thread& thread, const char* name, const char* module, Error base) {
  TypeDef def = {.name = name, .module = module, .layout = nullptr, .flags = kBaseType};
  Type* type = make_native_type(thread, def, thread.error_type(base));
  if (!type) return nullptr;
  type->module_data = type->base->module_data;  // how exceptions of the base are filled and shown
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
