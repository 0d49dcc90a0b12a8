// The data behind \N{...}; its form is explained in character_name_data.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace gillab::compiler {

struct NamedRange {
  char32_t first;
  char32_t last;
};

struct NamedAlias {
  std::string_view name;
  char32_t code_point;
};

extern const std::string_view kCharacterNameDigits;
extern const std::string_view kCharacterNameWords;
extern const std::string_view kCharacterNames;
extern const NamedRange kNamedRanges[];
extern const size_t kNamedRangeCount;
extern const NamedAlias kNamedAliases[];
extern const size_t kNamedAliasCount;

}  // namespace gillab::compiler
