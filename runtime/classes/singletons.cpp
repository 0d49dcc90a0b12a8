// None, NotImplemented and Ellipsis: values without memory. What bool is stands with int.
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/warn.h"

namespace gillab {

namespace {

Ref none_repr(Thread& thread, const Value*, uint32_t, Tuple*) { return make_str(thread, "None"); }
Ref none_bool(Thread&, const Value*, uint32_t, Tuple*) { return Ref::boolean(false); }
Ref not_implemented_repr(Thread& thread, const Value*, uint32_t, Tuple*) { return make_str(thread, "NotImplemented"); }
Ref ellipsis_repr(Thread& thread, const Value*, uint32_t, Tuple*) { return make_str(thread, "Ellipsis"); }

// NotImplemented in a condition is nearly always a mistake: CPython 3.11 warns and says true.
Ref not_implemented_bool(Thread& thread, const Value*, uint32_t, Tuple*) {
  bool quiet = warn(thread, Error::DeprecationWarning, "NotImplemented should not be used in a boolean context");
  return quiet ? Ref::boolean(true) : Ref();
}

Ref no_arguments(Thread& thread, const Value* args, uint32_t count, Tuple* names, const char* name, Value result) {
  if (count == 1 && (!names || names->length == 0)) return Ref::own(result);
  static_cast<void>(args);
  return raise(thread, Error::TypeError, "{} takes no arguments", name);
}

Ref none_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return no_arguments(thread, args, count, names, "NoneType", Value::none());
}
Ref not_implemented_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return no_arguments(thread, args, count, names, "NotImplementedType", Value::not_implemented());
}
Ref ellipsis_new(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  return no_arguments(thread, args, count, names, "EllipsisType", Value::ellipsis());
}

const MethodDef kNoneMethods[] = {{"__repr__", "(self, /)", none_repr},
                                  {"__bool__", "(self, /)", none_bool},
                                  {"__new__", "*", none_new, MethodDef::Static}};
const MethodDef kNotImplementedMethods[] = {{"__repr__", "(self, /)", not_implemented_repr},
                                            {"__bool__", "(self, /)", not_implemented_bool},
                                            {"__reduce__", "(self, /)", not_implemented_repr},
                                            {"__new__", "*", not_implemented_new, MethodDef::Static}};
const MethodDef kEllipsisMethods[] = {{"__repr__", "(self, /)", ellipsis_repr},
                                      {"__reduce__", "(self, /)", ellipsis_repr},
                                      {"__new__", "*", ellipsis_new, MethodDef::Static}};

void never_destroyed(Thread&, Object*) {}

}  // namespace

const Layout kImmediateLayout = {"immediate", 0, false, never_destroyed};

void setup_none(Thread& thread, Type* type) { add_methods(thread, type, kNoneMethods); }
void setup_not_implemented(Thread& thread, Type* type) { add_methods(thread, type, kNotImplementedMethods); }
void setup_ellipsis(Thread& thread, Type* type) { add_methods(thread, type, kEllipsisMethods); }

}  // namespace gillab
