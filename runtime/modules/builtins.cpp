// The module builtins: its functions, types, exceptions and constants. What needs the compiler (exec, eval, compile,
// __import__, __build_class__) the VM adds.
#include "runtime/modules/builtins.h"

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab {

namespace {

struct TypeRow {
  const char* name;
  Type* Types::*field;
};
const TypeRow kTypes[] = {{"bool", &Types::boolean},
                          {"bytearray", &Types::bytearray},
                          {"bytes", &Types::bytes},
                          {"classmethod", &Types::classmethod},
                          {"complex", &Types::complex},
                          {"dict", &Types::dict},
                          {"enumerate", &Types::enumerate},
                          {"filter", &Types::filter},
                          {"float", &Types::floating},
                          {"frozenset", &Types::frozenset},
                          {"int", &Types::integer},
                          {"list", &Types::list},
                          {"map", &Types::map},
                          {"memoryview", &Types::memoryview},
                          {"object", &Types::object},
                          {"property", &Types::property},
                          {"range", &Types::range},
                          {"reversed", &Types::reversed},
                          {"set", &Types::set},
                          {"slice", &Types::slice},
                          {"staticmethod", &Types::staticmethod},
                          {"str", &Types::str},
                          {"super", &Types::super},
                          {"tuple", &Types::tuple},
                          {"type", &Types::type},
                          {"zip", &Types::zip}};

bool add_types(Thread& thread, Module* module) {
  for (const TypeRow& row : kTypes) {
    if (!add_value(thread, module, row.name, Ref::share(thread.types().*row.field))) return false;
  }
  return true;
}

bool add_exceptions(Thread& thread, Module* module) {
  for (Type* type : thread.interpreter->error_types) {
    if (type && !add_value(thread, module, type->native_name, Ref::share(type))) return false;
  }
  Type* system_error = thread.error_type(Error::OSError);
  return add_value(thread, module, "EnvironmentError", Ref::share(system_error)) &&
         add_value(thread, module, "IOError", Ref::share(system_error));
}

bool add_constants(Thread& thread, Module* module) {
  return add_value(thread, module, "None", Ref::none()) && add_value(thread, module, "True", Ref::boolean(true)) &&
         add_value(thread, module, "False", Ref::boolean(false)) &&
         add_value(thread, module, "NotImplemented", Ref::not_implemented()) &&
         add_value(thread, module, "Ellipsis", Ref::own(Value::ellipsis())) &&
         add_value(thread, module, "__debug__", Ref::boolean(true));
}

}  // namespace

bool init_builtins(Thread& thread, Module* module) {
  return add_constants(thread, module) && add_types(thread, module) && add_exceptions(thread, module) &&
         add_object_builtins(thread, module) && add_number_builtins(thread, module) &&
         add_iteration_builtins(thread, module) && add_output_builtins(thread, module) &&
         add_leaving_builtins(thread, module);
}

}  // namespace gillab
