// String and bytes tokens: their prefix, their quotes, and what their escapes stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.h"

namespace gillab::compiler {

struct StringToken {
  std::string_view body;  // between the quotes
  bool raw = false;
  bool bytes = false;
  bool formatted = false;
  bool unicode_prefix = false;
};

StringToken split_string_token(std::string_view text);

// A malformed escape; `message` is complete, as CPython words it.
struct EscapeError {
  std::string message;
};

// The text that an escaped body stands for. Warnings are about escapes that mean nothing, and name `line`.
std::string decode_text_escapes(std::string_view body, int line, std::vector<SourceWarning>& warnings);
std::string decode_bytes_escapes(std::string_view body, int line, std::vector<SourceWarning>& warnings);

// For \N{...}: the character of that Unicode name. Case does not matter.
bool lookup_character_name(std::string_view name, char32_t* code_point);
std::string character_name(char32_t code_point);  // empty: it has none that is known here

}  // namespace gillab::compiler
