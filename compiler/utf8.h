// Reading and writing UTF-8 for the compiler's own texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gillab::compiler {

void append_utf8(std::string& text, char32_t code_point);  // a surrogate becomes its three bytes

// The code point that starts at text[*offset], which it moves past. The text is valid UTF-8 (surrogates allowed).
char32_t next_code_point(std::string_view text, size_t* offset);

size_t count_code_points(std::string_view text);

// The offset of the first byte that is not valid UTF-8, or npos.
size_t find_invalid_utf8(std::string_view text);

}  // namespace gillab::compiler
