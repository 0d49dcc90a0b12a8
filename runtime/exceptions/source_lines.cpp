// Lines of source files for tracebacks: read when first asked for, or told by who compiled text that is in no file.
#include <algorithm>
#include <cctype>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/errors.h"
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

bool may_name_encoding(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.'; }

// What a coding comment in the first two lines says.
std::string_view declared_encoding(std::string_view text) {
  for (int line = 0; line < 2 && !text.empty(); ++line) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view comment = text.substr(0, end);
    const size_t coding = comment.find("coding", std::min(comment.find('#'), comment.size()));
    size_t start = coding == comment.npos ? comment.size() : coding + 6;
    if (start < comment.size() && (comment[start] == ':' || comment[start] == '=')) {
      do ++start;
      while (start < comment.size() && (comment[start] == ' ' || comment[start] == '\t'));
      size_t stop = start;
      while (stop < comment.size() && may_name_encoding(comment[stop])) ++stop;
      return comment.substr(start, stop - start);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

// As it is, where it declares nothing or cannot be decoded.
std::string as_utf8(Thread& thread, std::string content) {
  const std::string_view encoding = declared_encoding(content);
  if (encoding.empty() || encoding == "utf-8") return content;
  Ref pending = take_exception(thread);
  Ref name = make_str(thread, encoding);
  Ref text = name ? decode(thread, content, name.as<Str>(), nullptr) : Ref();
  clear_exception(thread);
  thread.exception = pending.release();
  return text ? to_utf8(text.as<Str>()) : content;
}

bool is_no_file(std::string_view name) { return name.empty() || (name.front() == '<' && name.back() == '>'); }

}  // namespace

std::string source_line(Thread& thread, Str* filename, int line) {
  std::string name = to_utf8(filename);
  std::unique_lock lock(sources().mutex);
  auto found = sources().files.find(name);
  if (found == sources().files.end()) {
    if (is_no_file(name)) return {};
    lock.unlock();  // decoding may run Python
    Lines read = split_lines(as_utf8(thread, read_file(*thread.interpreter->world, name.c_str())));
    lock.lock();
    found = sources().files.emplace(name, std::move(read)).first;
  }
  const Lines& lines = found->second;
  return line >= 1 && static_cast<size_t>(line) <= lines.size() ? lines[static_cast<size_t>(line) - 1] : std::string();
}

}  // namespace gillab
