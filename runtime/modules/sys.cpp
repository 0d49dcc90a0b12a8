// The module sys as a whole; its parts stand in the files sys_*.cpp.
#include "runtime/modules/sys.h"

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/modules/modules.h"

namespace gillab {

bool init_sys(Thread& thread, Module* module) {
  return add_system_facts(thread, module) && add_system_functions(thread, module) &&
         add_async_functions(thread, module) && add_tracing_functions(thread, module) &&
         add_audit_functions(thread, module) && add_unraisable_hook(thread, module) && add_standard_streams(thread, module);
}

Ref sys_attribute(Thread& thread, Str* name) {
  Object* module = thread.interpreter->sys_module;
  return module ? dict_get_name(module_dict(static_cast<Module*>(module)), name) : Ref();
}

}  // namespace gillab
