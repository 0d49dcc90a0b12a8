// Lines of source files for tracebacks: read when first asked for, or told by who compiled text that is in no file.
#include <fcntl.h>
#include <map>
#include <mutex>

#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using Lines = std::vector<std::string>;

// Thread safety: `mutex`. One table for all interpreters: files are the same for all.
struct Sources {
  std::mutex mutex;
  std::map<std::string, Lines, std::less<>> files;
};
Sources& sources() {
  static Sources all;
  return all;
}

Lines split_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Lines lines;
  while (!text.empty()) {
    size_t end = text.find_first_of("\r\n");
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (pair ? 2 : 1));
  }
  return lines;
}

std::string read_file(World& world, const char* path) {
  std::string content;
  int descriptor = world.open(path, O_RDONLY | O_CLOEXEC, 0);
  if (descriptor < 0) return content;
  char buffer[65536];
  for (int64_t got; (got = world.read(descriptor, buffer, sizeof buffer)) > 0;)
    content.append(buffer, static_cast<size_t>(got));
  world.close(descriptor);
  return content;
}

bool is_no_file(std::string_view name) { return name.empty() || (name.front() == '<' && name.back() == '>'); }

}  // namespace

std::string source_line(Thread& thread, Str* filename, int line) {
  std::string name = to_utf8(filename);
  std::lock_guard lock(sources().mutex);
  auto found = sources().files.find(name);
  if (found == sources().files.end()) {
    if (is_no_file(name)) return {};
    found = sources().files.emplace(name, split_lines(read_file(*thread.interpreter->world, name.c_str()))).first;
  }
  const Lines& lines = found->second;
  return line >= 1 && static_cast<size_t>(line) <= lines.size() ? lines[static_cast<size_t>(line) - 1] : std::string();
}

}  // namespace gillab
