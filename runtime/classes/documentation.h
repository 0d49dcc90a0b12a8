// The docstrings of built-in types ("list"), functions ("len") and methods ("list.append").
#pragma once

#include <string_view>

namespace gillab {

// Empty: there is none.
std::string_view documentation_of(std::string_view name);

// Of a special method, whatever the type: "__add__". Empty: there is none.
std::string_view documentation_of_special_method(std::string_view name);

}  // namespace gillab
