// Bytes of a file to UTF-8 text: byte order mark, coding comment, and the few encodings there are.
#include <algorithm>
#include <optional>

#include "compiler/compile.h"
#include "compiler/utf8.h"

namespace gillab::compiler {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Encoding : uint8_t { Utf8, Latin1, Ascii, Windows1252 };

constexpr uint16_t kWindows1252[32] = {  // 0x80 to 0x9F; 0: undefined
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

[[noreturn]] void fail(const std::string& message) { throw SourceError(ErrorKind::Syntax, message, 0, 0, 0, 0); }

bool is_encoding_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// The name in `# -*- coding: NAME -*-`; empty where the line is no such comment.
std::string coding_comment(std::string_view line) {
  const size_t hash = line.find_first_not_of(" \t\f");
  if (hash == std::string_view::npos || line[hash] != '#') return "";
  size_t at = line.find("coding", hash);
  for (; at != std::string_view::npos; at = line.find("coding", at + 1)) {
    size_t cursor = at + 6;
    if (cursor >= line.size() || (line[cursor] != ':' && line[cursor] != '=')) continue;
    cursor = line.find_first_not_of(" \t", cursor + 1);
    if (cursor == std::string_view::npos) continue;
    size_t end = cursor;
    while (end < line.size() && is_encoding_character(line[end])) ++end;
    if (end > cursor) return std::string(line.substr(cursor, end - cursor));
  }
  return "";
}

std::string_view take_line(std::string_view* rest) {
  const size_t end = std::min(rest->find_first_of("\r\n"), rest->size());
  const std::string_view line = rest->substr(0, end);
  const bool pair = rest->substr(end, 2) == "\r\n";
  rest->remove_prefix(std::min(end + (pair ? 2 : 1), rest->size()));
  return line;
}

// In the first line, or in the second where the first is blank or a comment.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view first = take_line(&bytes);
  std::string name = coding_comment(first);
  if (!name.empty()) return name;
  const size_t content = first.find_first_not_of(" \t\f");
  if (content != std::string_view::npos && first[content] != '#') return "";
  return coding_comment(take_line(&bytes));
}

std::string plain_name(std::string_view name) {
  std::string result;
  for (const char c : name) result += c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  return result;
}

std::optional<Encoding> known_encoding(std::string_view declared) {
  const std::string name = plain_name(declared);
  const auto starts_with = [&](std::string_view prefix) {
    return name == prefix || name.rfind(std::string(prefix) + "-", 0) == 0;
  };
  if (starts_with("utf-8") || name == "utf8" || name == "u8") return Encoding::Utf8;
  for (const char* prefix : {"latin-1", "iso-8859-1", "iso-latin-1"}) {
    if (starts_with(prefix)) return Encoding::Latin1;
  }
  if (name == "latin1" || name == "l1" || name == "iso8859-1" || name == "8859") return Encoding::Latin1;
  if (name == "ascii" || name == "us-ascii") return Encoding::Ascii;
  if (name == "cp1252" || name == "windows-1252" || name == "1252") return Encoding::Windows1252;
  return std::nullopt;
}

std::string hexadecimal_byte(unsigned char byte) {
  constexpr char digits[] = "0123456789abcdef";
  return {digits[byte >> 4], digits[byte & 15]};
}

void check_utf8(std::string_view text, const std::string& filename, bool declared) {
  const size_t offset = find_invalid_utf8(text);
  if (offset == std::string_view::npos) return;
  const auto line = std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n') + 1;
  const std::string byte = hexadecimal_byte(static_cast<unsigned char>(text[offset]));
  if (declared) {
    fail("(unicode error) 'utf-8' codec can't decode byte 0x" + byte + " in position " + std::to_string(offset) +
         " of " + filename + ", line " + std::to_string(line));
  }
  fail("Non-UTF-8 code starting with '\\x" + byte + "' in file " + filename + " on line " + std::to_string(line) +
       ", but no encoding declared; see https://peps.python.org/pep-0263/ for details");
}

std::string decode_bytes(std::string_view bytes, Encoding encoding, const std::string& declared) {
  std::string text;
  for (const char c : bytes) {
    char32_t code_point = static_cast<unsigned char>(c);
    if (code_point >= 0x80 && encoding == Encoding::Ascii) fail("encoding problem: " + declared);
    if (code_point >= 0x80 && code_point < 0xA0 && encoding == Encoding::Windows1252) {
      code_point = kWindows1252[code_point - 0x80];
      if (code_point == 0) fail("encoding problem: " + declared);
    }
    append_utf8(text, code_point);
  }
  return text;
}

}  // namespace

std::string decode_source(std::string_view bytes, const std::string& filename) {
  const bool marked = bytes.substr(0, 3) == kByteOrderMark;
  if (marked) bytes.remove_prefix(3);
  const std::string declared = declared_encoding(bytes);
  const std::optional<Encoding> encoding = declared.empty() ? Encoding::Utf8 : known_encoding(declared);
  if (!encoding) fail("encoding problem: " + declared);
  const std::string name = *encoding == Encoding::Latin1 ? "iso-8859-1" : declared;
  if (marked && *encoding != Encoding::Utf8) fail("encoding problem: " + name + " with BOM");
  if (bytes.find('\0') != std::string_view::npos) fail("source code cannot contain null bytes");
  if (*encoding != Encoding::Utf8) return decode_bytes(bytes, *encoding, name);
  check_utf8(bytes, filename, !declared.empty());
  return std::string(bytes);
}

}  // namespace gillab::compiler
