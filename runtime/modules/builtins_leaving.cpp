// exit, quit, breakpoint and help: what leaves a script, or stops it, by name.
#include "runtime/audit.h"
#include "runtime/classes/layouts.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/builtins.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

struct Quitter : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field name;
};
constexpr Layout kQuitterLayout = FieldLayout<Quitter, &Quitter::name>::named("Quitter");

Ref show_quitter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return format_text(thread, "Use {}() or Ctrl-D (i.e. EOF) to exit", {FormatArg(as<Quitter>(args[0])->name.peek())});
}

Ref call_quitter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return raise_object(thread, Error::SystemExit, args[1].is_empty() ? Value::none() : args[1]);
}

constexpr MethodDef kQuitterMethods[] = {{"__repr__", "(self, /)", show_quitter},
                                         {"__call__", "(self, code=None)", call_quitter}};

bool add_quitter(Thread& thread, Module* module, Type* type, const char* name) {
  Ref text = make_str(thread, name);
  auto* quitter = text ? allocate<Quitter>(thread, type->root) : nullptr;
  if (!quitter) return false;
  quitter->name.init(std::move(text));
  return add_value(thread, module, name, Ref::own(quitter));
}

// sys.breakpointhook(*args, **keywords)
Ref breakpoint(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Value sys = Value::object(thread.interpreter->sys_module);
  Ref hook = get_attribute_or_empty(thread, sys, intern(thread, "breakpointhook"));
  if (thread.has_exception()) return {};
  if (!hook) return raise(thread, Error::RuntimeError, "lost sys.breakpointhook");
  if (!audit(thread, "builtins.breakpoint", hook.get())) return {};
  return call(thread, hook.get(), args, count, names);
}

// pydoc.help(*args): the module is imported when it is asked for.
Ref help(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, std::string_view("__import__")));
  Ref name = make_str(thread, "pydoc");
  Ref pydoc = import && name ? call(thread, import.get(), name.get()) : Ref();
  Ref helper = pydoc ? get_attribute(thread, pydoc.get(), intern(thread, std::string_view("help"))) : Ref();
  return helper ? call(thread, helper.get(), args, count, names) : Ref();
}

constexpr MethodDef kFunctions[] = {{"breakpoint", "*", breakpoint}, {"help", "*", help}};

}  // namespace

bool add_leaving_builtins(Thread& thread, Module* module) {
  Type* type = make_native_type(thread, {"Quitter", "_sitebuiltins", &kQuitterLayout, kNoInstances}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kQuitterMethods);
  finish_type(thread, type);
  return add_quitter(thread, module, type, "exit") && add_quitter(thread, module, type, "quit") &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
