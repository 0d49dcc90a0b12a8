// The one form that all spellings of an identifier share.
#pragma once

#include <string>
#include <string_view>

namespace gillab::compiler {

// NFKC, as Python asks for, as far as the tables go: letters in other styles and widths, ligatures, letters followed by
// a combining accent. The order of several accents is left as it is.
std::string normalise_identifier(std::string_view name);

}  // namespace gillab::compiler
