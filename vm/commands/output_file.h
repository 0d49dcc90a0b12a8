// Files that are written whole or not at all.
#pragma once

#include <string>

namespace gillab::driver {

// Why nothing can be written to this path, empty when it can be, as far as is known now: asked before an hour of work.
std::string problem_with_output(const std::string& path);

// A file beside it is renamed when it is complete. Returns the problem.
std::string write_whole_file(const std::string& path, const std::string& text);

}  // namespace gillab::driver
