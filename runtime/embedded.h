// The modules of runtime/lib, as the build put them into the binary: the name is the path below runtime/lib
// ("dataclasses.py", "json/__init__.py"), the source is the file's bytes. The table itself is made by CMake.
#pragma once

#include <algorithm>
#include <string_view>

namespace gillab::runtime {

struct EmbeddedFile {
  std::string_view name;
  const char* begin;
  const char* end;
  std::string_view source() const { return {begin, static_cast<size_t>(end - begin)}; }
};

extern const EmbeddedFile kEmbeddedFiles[];  // sorted by name
extern const unsigned kEmbeddedFileCount;

inline const EmbeddedFile* find_embedded(std::string_view name) {
  const EmbeddedFile* last = kEmbeddedFiles + kEmbeddedFileCount;
  const EmbeddedFile* found = std::lower_bound(
      kEmbeddedFiles, last, name, [](const EmbeddedFile& file, std::string_view wanted) { return file.name < wanted; });
  return found != last && found->name == name ? found : nullptr;
}

}  // namespace gillab::runtime
