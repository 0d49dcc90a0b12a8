// The __future__ statements: every feature but annotations is always on.
#include "compiler/future.h"

#include <algorithm>

#include "compiler/codegen.h"

namespace gillab::compiler {

namespace {

constexpr std::string_view kAlwaysOn[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                          "with_statement", "print_function", "unicode_literals", "generator_stop"};

void read_feature(const Name& name, const Span& span, Future& future, const CodeErrors& errors) {
  if (name == "annotations") {
    future.annotations = true;
  } else if (name == "braces") {
    errors.refuse(span, "not a chance");
  } else if (std::find(std::begin(kAlwaysOn), std::end(kAlwaysOn), name) == std::end(kAlwaysOn)) {
    errors.refuse(span, "future feature " + name + " is not defined");
  }
}

}  // namespace

Future read_future(const Module& module, const CodeErrors& errors) {
  Future future;
  future.annotations = (errors.options.inherited_flags & kFutureAnnotations) != 0;
  size_t i = docstring_of(module.body) != nullptr ? 1 : 0;
  for (; i < module.body.size(); ++i) {
    const Stmt& node = *module.body[i];
    if (node.kind != StmtKind::ImportFrom) break;
    const auto& import = as<ImportFromStmt>(node);
    if (import.level != 0 || import.module != "__future__") break;
    // These errors have no end column.
    const Span where{node.span.line, node.span.line, 0, -1};
    for (const Alias& alias : import.names) read_feature(alias.name, where, future, errors);
    future.last_line = node.span.line;
  }
  return future;
}

}  // namespace gillab::compiler
