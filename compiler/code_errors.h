// How scopes and code generation refuse a text or remark on it. The parser has its own, as it knows tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compile.h"

namespace gillab::compiler {

// Nesting deeper than this is refused, about where CPython does, so that no text can use up the stack.
inline constexpr int kDeepestNesting = 2980;

struct CodeErrors {
  std::string_view source;
  const Options& options;
  std::vector<SourceWarning>& warnings;

  [[noreturn]] void refuse(const Span& span, std::string message, ErrorKind kind = ErrorKind::Syntax) const;
  void remark(const Span& span, std::string message) const;
};

// Counts how deep a recursive walk is.
class Depth {
 public:
  Depth(int& depth, const CodeErrors& errors, const Span& span) : depth_(depth) {
    if (++depth_ > kDeepestNesting) {
      --depth_;
      errors.refuse(span, "maximum recursion depth exceeded during compilation", ErrorKind::Recursion);
    }
  }
  ~Depth() { --depth_; }
  Depth(const Depth&) = delete;

 private:
  int& depth_;
};

}  // namespace gillab::compiler
