// The docstrings of built-in types ("list"), functions ("len") and methods ("list.append").
#pragma once

#include <string_view>

namespace gillab {

// Empty: there is none.
std::string_view documentation_of(std::string_view name);

}  // namespace gillab
