// _unix in its files: unix.cpp (what fcntl, termios, resource and syslog do), unix_names.cpp (their numbers).
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace gillab {

struct NamedNumber {
  const char* name;
  int64_t number;
};

// The numbers of the module of that name.
std::pair<const NamedNumber*, size_t> unix_numbers(std::string_view module);

}  // namespace gillab
