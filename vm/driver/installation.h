// Where this gillab is: its engines, its scripts and, in a source tree, the tree itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gillab::driver {

struct Installation {
  std::string engines;  // the folder with engine-<layer>
  std::string share;    // the folder with scripts/ and docs/
  std::string source;   // the root of the source tree; empty when installed

  std::string engine_path(std::string_view layer) const;
  std::vector<std::string> layers() const;  // those that have an engine here, or can be built here; the usual one first
  bool builds_engines() const;              // this is the tree and the folder that the launcher builds in
};

// From the place of the running program: <source>/build/<preset>/ or <prefix>/bin/.
const Installation& installation();

// A number over names, times and sizes of all files that the build reads: another number, another build.
std::string source_fingerprint(const std::string& source);
// True when the build in `build_folder` was made from other files than those in `source`.
bool is_out_of_date(const std::string& source, const std::string& build_folder);

}  // namespace gillab::driver
