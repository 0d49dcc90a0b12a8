// Properties of code points that the lexer needs.
#pragma once

namespace gillab::compiler {

bool is_identifier_start(char32_t code_point);
bool is_identifier_part(char32_t code_point);
bool is_printable(char32_t code_point);

}  // namespace gillab::compiler
