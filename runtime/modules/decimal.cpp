// _decimal: what the Python of decimal cannot say itself: that messages call its classes decimal.Decimal and so on, as
// they do classes made in C++.
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/str.h"
#include "runtime/type.h"

namespace gillab {

namespace {

Ref name_in_messages(Thread& thread, const Value* args, uint32_t, Tuple*) {
  static constexpr const char* kNames[] = {"decimal.Decimal", "decimal.Context", "decimal.SignalDict"};
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "a class is needed");
  Type* type = as<Type>(args[0]);
  for (const char* name : kNames) {
    if (equals_ascii(as<Str>(type->name.peek()), std::string_view(name).substr(8))) type->native_name = name;
  }
  return Ref::none();
}

const MethodDef kFunctions[] = {{"name_in_messages", "(cls, /)", name_in_messages}};

}  // namespace

bool init__decimal(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
