// Warnings issued by C++ code: they go through the module `warnings`, whose filters say what becomes of them.
#pragma once

#include <string_view>

#include "runtime/errors.h"

namespace gillab {

// warnings.warn(text, category) about the running line. False: an exception is set, as a filter may ask.
[[nodiscard]] bool warn(Thread& thread, Error category, std::string_view text);
// The same about a given place, as the compiler needs it.
[[nodiscard]] bool warn_about(Thread& thread, Error category, std::string_view text, std::string_view filename, int line);
// Whether the program has imported `warnings`. Until then nobody can have changed what happens by default.
bool warnings_loaded(Thread& thread);
// "T.__int__ returned non-int (type S). The ability to return an instance of a strict subclass of int is deprecated ..."
[[nodiscard]] bool warn_strict_subclass(Thread& thread, std::string_view method, Value result, const char* wanted);

}  // namespace gillab
