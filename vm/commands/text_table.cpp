// Laying out columns.
#include "vm/commands/text_table.h"

#include <algorithm>
#include <cstdio>

namespace gillab::driver {

void print_table(const std::vector<Cells>& rows) {
  std::vector<int> widths(rows[0].size());
  for (const Cells& cells : rows) {
    for (size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], static_cast<int>(cells[i].size()));
  }
  for (const Cells& cells : rows) {
    std::string line = cells[0] + std::string(static_cast<size_t>(widths[0]) - cells[0].size(), ' ');
    for (size_t i = 1; i < cells.size(); ++i) {
      line += "  " + std::string(static_cast<size_t>(widths[i]) - cells[i].size(), ' ') + cells[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    std::puts(line.c_str());
  }
}

std::string formatted(const char* format, double number) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, number);
  return buffer;
}

std::string with_commas(long long number) {
  std::string text = std::to_string(number < 0 ? -number : number);
  for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<size_t>(at), ",");
  return number < 0 ? "-" + text : text;
}

}  // namespace gillab::driver
