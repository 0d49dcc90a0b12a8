// The module _unicode_names: the compiler's table of character names, for unicodedata.
#include "compiler/string_literal.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/str.h"

namespace gillab {
namespace {

Ref lookup(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "lookup() argument");
  char32_t code_point;
  if (!name) return {};
  return compiler::lookup_character_name(to_utf8(name), &code_point) ? make_character(thread, code_point) : Ref::none();
}

Ref name(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* character = expect_str(thread, args[0], "name() argument");
  if (!character || character->length != 1) return {};
  std::string found = compiler::character_name(character->at(0));
  return found.empty() ? Ref::none() : make_str(thread, found);
}

const MethodDef kFunctions[] = {{"lookup", "(name, /)", lookup}, {"name", "(chr, /)", name}};

}  // namespace

bool init__unicode_names(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
