// Tables and numbers for people.
#pragma once

#include <string>
#include <vector>

namespace gillab::driver {

using Cells = std::vector<std::string>;

// On stdout; the first column to the left, figures to the right. REQUIRES: rows of one width, at least one.
void print_table(const std::vector<Cells>& rows);

std::string formatted(const char* format, double number);
std::string with_commas(long long number);  // 41,022

}  // namespace gillab::driver
