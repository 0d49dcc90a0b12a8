// `engine dis`: compiles a script and prints its instructions.
#include "vm/dis_command.h"

#include <cstdio>
#include <cstring>
#include <cerrno>

#include "compiler/compile.h"
#include "vm/evaluate.h"
#include "vm/options.h"

namespace gillab {
namespace {

int report(const compiler::SourceError& error, const std::string& filename) {
  std::fprintf(stderr, "  File \"%s\", line %d\n", filename.c_str(), error.line);
  std::string text = error.text.substr(0, error.text.find('\n'));
  if (!text.empty()) {
    size_t indent = text.find_first_not_of(" \t\f");
    if (indent == std::string::npos) indent = 0;
    std::fprintf(stderr, "    %s\n", text.c_str() + indent);
    int caret = error.column - 1 - static_cast<int>(indent);
    int width = error.end_line == error.line && error.end_column > error.column ? error.end_column - error.column : 1;
    if (caret >= 0) std::fprintf(stderr, "    %s%s\n", std::string(static_cast<size_t>(caret), ' ').c_str(), std::string(static_cast<size_t>(width), '^').c_str());
  }
  std::fprintf(stderr, "SyntaxError: %s\n", error.what());
  return 2;
}

}  // namespace

int dis_command(int count, char** arguments) {
  vm::DisOptions options = vm::parse_dis_options(count, arguments);
  if (!options.problem.empty()) {
    std::fprintf(stderr, "gillab: %s\n", options.problem.c_str());
    return 2;
  }
  std::string bytes;
  if (!read_file(options.script, &bytes)) {
    std::fprintf(stderr, "gillab: can't open file '%s': %s\n", options.script, std::strerror(errno));
    return 2;
  }
  try {
    compiler::Options settings;
    settings.filename = options.script;
    compiler::Result result = compiler::compile(compiler::decode_source(bytes, options.script), settings);
    std::fputs(compiler::disassemble(*result.code, true).c_str(), stdout);
    return 0;
  } catch (const compiler::SourceError& error) {
    return report(error, options.script);
  }
}

}  // namespace gillab
