// The names of characters, for \N{...} in string literals.
#include "compiler/string_literal.h"

namespace gillab::compiler {

bool lookup_character_name(std::string_view name, char32_t* code_point) {
  (void)name;
  (void)code_point;
  return false;
}

}  // namespace gillab::compiler
