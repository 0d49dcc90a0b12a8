// The compiler's front door: source text in, a code unit or one syntax error out.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/code_unit.h"
#include "compiler/tree.h"

namespace gillab::compiler {

enum class ErrorKind : uint8_t { Syntax, Indentation, Tab, Value, Recursion, Memory };

// One error in a source text, worded as CPython 3.11 words it. Columns count characters from 1, as SyntaxError.offset.
struct SourceError : std::runtime_error {
  SourceError(ErrorKind kind_, std::string message, int line_, int column_, int end_line_, int end_column_)
      : std::runtime_error(std::move(message)), kind(kind_), line(line_), column(column_), end_line(end_line_),
        end_column(end_column_) {}
  ErrorKind kind;
  int line;
  int column;
  int end_line;
  int end_column;
  std::string text;  // the source line, with its newline where it had one
  bool parsed = false;      // the text has passed the parser: scopes or code refuse it
  bool incomplete = false;  // more input could mend it: what a prompt asks to know
};

// A remark on valid code: SyntaxWarning or DeprecationWarning ("is" with a literal, an invalid escape sequence).
struct SourceWarning {
  enum class Category : uint8_t { Syntax, Deprecation } category;
  std::string message;
  int line;
  int column = 1;
};

struct Options {
  std::string filename = "<string>";
  Mode mode = Mode::Exec;
  uint32_t inherited_flags = 0;  // kFutureAnnotations, from the code that calls compile()
  int optimize = 0;              // 1: no assert, 2: no docstrings either
  bool verify = false;           // run the verifier on every code unit: debug builds and tests
  bool allow_top_level_await = false;
  bool dont_imply_dedent = false;  // Single: the end of the text ends no block, only an empty line does
  bool allow_incomplete = false;   // an error that more input could mend says "incomplete input"
};

struct Result {
  std::shared_ptr<const CodeUnit> code;
  std::vector<SourceWarning> warnings;
};

// Bytes to UTF-8 text: BOM and coding comment (utf-8, latin-1, ascii, cp1252, utf-16 is refused). Throws SourceError.
std::string decode_source(std::string_view bytes, const std::string& filename);

// `source` is UTF-8. Throws SourceError. Never crashes, however deep or long the text is.
Module parse(std::string_view source, const Options& options, std::vector<SourceWarning>& warnings);
// Folds constants in the tree before it makes code of it.
std::shared_ptr<const CodeUnit> generate(Module& module, std::string_view source, const Options& options,
                                         std::vector<SourceWarning>& warnings);
Result compile(std::string_view source, const Options& options);

// Every broken invariant of the unit and the units among its constants, one sentence each; empty when it is sound.
std::vector<std::string> verify(const CodeUnit& unit);

// As Python's dis.dis(code) prints, the units among the constants after it when `recursive`.
std::string disassemble(const CodeUnit& unit, bool recursive);

// The expression as source text: what `from __future__ import annotations` stores.
std::string unparse(const Expr& expression);

}  // namespace gillab::compiler
