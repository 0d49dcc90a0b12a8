// Values in a few words, for columns and boxes. Runs no code of the script and changes nothing: not repr().
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vm/explore/operation.h"

namespace gillab::explore {

// At most `width` characters: "3", "'text'", "[1, 2, …]", "<Account>".
std::string short_text(const Thread& thread, Value value, size_t width = 24);

// What the script's threads share, as far as it is known: a name and what it holds now, each once, in the order of names.
std::vector<std::pair<std::string, std::string>> shared_values(const Thread& thread, size_t width = 24);

// What stands in the variable now; empty: it is no single value.
std::string value_of_variable(const Thread& thread, const Variable& variable);

}  // namespace gillab::explore
