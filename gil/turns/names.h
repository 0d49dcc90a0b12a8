// The turn policies by name, for whoever reads a command line. policies.cpp has what they stand for.
#pragma once

#include <string_view>

namespace gillab::gil {

inline constexpr std::string_view kPolicyNames[] = {"cpython", "ticks", "fair", "io-first"};

}  // namespace gillab::gil
