// Where built-in functions walk over a container: with --switch micro others may run between two elements.
#pragma once

#include <cstddef>

namespace gillab::gil::schedule {

void at_element(const void* container, size_t position);  // about to read it (machine.cpp)

}  // namespace gillab::gil::schedule
