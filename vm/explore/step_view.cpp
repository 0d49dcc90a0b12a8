#include "vm/explore/step_view.h"

#include <algorithm>

namespace gillab::explore {
namespace {

constexpr int kNarrowest = 24;  // a column of a thread
constexpr const char* kKeys = "0-9 step a thread  e instructions  u undo  r run to the end  h hint  q quit";

size_t width_of(const std::string& text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Cut or filled to a width in characters.
std::string fitted(const std::string& text, size_t width) {
  const size_t have = width_of(text);
  if (have <= width) return text + std::string(width - have, ' ');
  size_t at = 0;
  for (size_t characters = 0; characters + 1 < width; ++characters) {
    for (++at; at < text.size() && (text[at] & 0xC0) == 0x80;) ++at;
  }
  return width ? text.substr(0, at) + "…" : "";
}

std::string cut(const std::string& text, size_t width) { return width_of(text) <= width ? text : fitted(text, width); }

std::vector<std::string> code_lines(const StepView& view, const ThreadView& thread, int rows) {
  std::vector<std::string> lines;
  if (thread.line == 0) return lines;
  const int extra = view.expanded ? static_cast<int>(thread.instructions.size()) : 0;
  const int last = static_cast<int>(view.source->size());
  int first = std::max(1, thread.line - std::max(1, (rows - extra) / 2));
  for (int line = first; line <= last && static_cast<int>(lines.size()) < rows; ++line) {
    const bool here = line == thread.line;
    std::string number = std::to_string(line);
    number = std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number;
    lines.push_back((here ? "> " : "  ") + number + " " + (*view.source)[static_cast<size_t>(line) - 1]);
    if (!here || !view.expanded) continue;
    for (size_t i = 0; i < thread.instructions.size(); ++i) {
      lines.push_back((i == thread.instruction ? "    > " : "      ") + thread.instructions[i]);
    }
  }
  if (static_cast<int>(lines.size()) > rows) lines.resize(static_cast<size_t>(rows));
  return lines;
}

std::vector<std::string> column(const StepView& view, const ThreadView& thread, int rows) {
  std::vector<std::string> lines = {std::string("[") + thread.key + "] " + thread.name, "    " + thread.state};
  std::string operands = "stack: ";
  for (const std::string& each : thread.operands) operands += each + " ";
  const std::string next = thread.next.empty() ? "" : "next: " + thread.next;
  const std::vector<std::string> code = code_lines(view, thread, std::max(0, rows - 4));
  lines.insert(lines.end(), code.begin(), code.end());
  lines.resize(static_cast<size_t>(std::max(2, rows - 2)));
  lines.push_back(next);
  lines.push_back(thread.line == 0 ? "" : operands);
  return lines;
}

// Rows of "name = value", as many on a row as fit.
std::vector<std::string> shared_box(const StepView& view, size_t width, size_t most_rows) {
  std::vector<std::string> rows = {"shared: "};
  for (const auto& [name, value] : view.shared) {
    const std::string cell = name + " = " + value;
    if (rows.back().size() > 8 && width_of(rows.back()) + width_of(cell) + 3 > width) {
      if (rows.size() == most_rows) {
        rows.back() += "…";
        break;
      }
      rows.push_back("        ");
    }
    rows.back() += cell + "   ";
  }
  if (view.shared.empty()) rows.back() += "nothing";
  return rows;
}

std::string last_line(const std::string& output) {
  const size_t end = output.find_last_not_of('\n');
  if (end == output.npos) return "";
  const size_t start = output.rfind('\n', end);
  return output.substr(start == output.npos ? 0 : start + 1, end - (start == output.npos ? 0 : start + 1) + 1);
}

// Which threads have a column: those around the one that moved last.
std::pair<size_t, size_t> columns_shown(const StepView& view, int width) {
  const size_t most = static_cast<size_t>(std::max(1, (width + 3) / (kNarrowest + 3)));
  const size_t count = std::min(most, view.threads.size());
  size_t first = view.focus < count ? 0 : view.focus - count + 1;
  first = std::min(first, view.threads.size() - count);
  return {first, count};
}

}  // namespace

std::vector<std::string> lay_out(const StepView& view, ScreenSize size) {
  const auto width = static_cast<size_t>(std::max(size.columns, 1));
  std::vector<std::string> screen = {view.title + "   " + view.standing};
  for (std::string& row : shared_box(view, width, 3)) screen.push_back(std::move(row));
  const auto [first, count] = columns_shown(view, size.columns);
  const bool hides = count < view.threads.size();
  screen.push_back(hides ? "threads " + std::to_string(first) + " to " + std::to_string(first + count - 1) + " of " +
                               std::to_string(view.threads.size()) + ", around the last that moved"
                         : std::string(width, '-'));
  const int rows = size.rows - static_cast<int>(screen.size()) - 3;
  if (count > 0 && rows > 2) {
    const size_t each = (width - 3 * (count - 1)) / count;
    std::vector<std::vector<std::string>> columns;
    for (size_t i = first; i < first + count; ++i) columns.push_back(column(view, view.threads[i], rows));
    for (size_t row = 0; row < static_cast<size_t>(rows); ++row) {
      std::string line;
      for (size_t i = 0; i < columns.size(); ++i) line += (i ? " | " : "") + fitted(columns[i][row], each);
      screen.push_back(line);
    }
  }
  const std::string printed = last_line(view.output);
  screen.push_back(printed.empty() ? "" : "printed: " + printed);
  screen.push_back(view.message);
  screen.push_back(kKeys);
  screen.resize(static_cast<size_t>(std::max(size.rows, 1)));
  for (std::string& line : screen) line = cut(line, width);
  return screen;
}

}  // namespace gillab::explore
