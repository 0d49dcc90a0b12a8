// The module _imp: where the import statement would find a module. importlib is made of it.
#include "runtime/bytes.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/evaluate.h"

namespace gillab {
namespace {

// (kind, path, is a package, source) or None. Kinds: "built-in", "frozen", "file".
Ref find(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* given = expect_str(thread, args[0], "find() argument");
  if (!given) return {};
  std::string name = to_utf8(given), path, source;
  bool package = false, found = find_source(thread, name, &path, &source, &package);
  if (thread.has_exception()) return {};
  if (!found && !find_native_module(name.c_str())) return Ref::none();
  Ref kind = make_str(thread, !found ? "built-in" : path[0] == '<' ? "frozen" : "file");
  Ref where = make_str(thread, path), text = make_bytes(thread, source);
  if (!kind || !where || !text) return {};
  return make_tuple_of(thread, kind.get(), where.get(), Value::boolean(package), text.get());
}

Ref is_builtin(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "is_builtin() argument");
  return name ? Ref::own(Value::integer(find_native_module(to_utf8(name).c_str()) != nullptr)) : Ref();
}

// The library's modules are in the binary only: there is nothing to choose from.
Ref override_frozen(Thread&, const Value*, uint32_t, Tuple*) { return Ref::none(); }

const MethodDef kFunctions[] = {
    {"_override_frozen_modules_for_tests", "(override, /)", override_frozen},
    {"find", "(name, /)", find},
    {"is_builtin", "(name, /)", is_builtin},
};

}  // namespace

bool init__imp(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
