// `engine dis`: compiles a script and prints its instructions, or runs it first and prints what they have become.
#include "vm/dis_command.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

#include "compiler/compile.h"
#include "runtime/list.h"
#include "vm/dis_json.h"
#include "vm/evaluate.h"
#include "vm/lowered_listing.h"

namespace gillab {
namespace {

int report(const compiler::SourceError& error, const std::string& filename) {
  if (error.line > 0) std::fprintf(stderr, "  File \"%s\", line %d\n", filename.c_str(), error.line);
  std::string text = error.text.substr(0, error.text.find('\n'));
  if (!text.empty()) {
    size_t indent = text.find_first_not_of(" \t\f");
    if (indent == std::string::npos) indent = 0;
    std::fprintf(stderr, "    %s\n", text.c_str() + indent);
    int caret = error.column - 1 - static_cast<int>(indent);
    int width = error.end_line == error.line && error.end_column > error.column ? error.end_column - error.column : 1;
    if (caret >= 0)
      std::fprintf(stderr, "    %s%s\n", std::string(static_cast<size_t>(caret), ' ').c_str(),
                   std::string(static_cast<size_t>(width), '^').c_str());
  }
  std::fprintf(stderr, "SyntaxError: %s\n", error.what());
  return 2;
}

bool read_script(const char* path, std::string* bytes) {
  if (std::string_view(path) != "-") return read_file(path, bytes);
  char buffer[65536];
  ssize_t got;
  while ((got = read(STDIN_FILENO, buffer, sizeof buffer)) > 0) bytes->append(buffer, static_cast<size_t>(got));
  return got == 0;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int show_compiled(const vm::DisOptions& options) {
  const std::string filename = std::string_view(options.script) == "-" ? "<stdin>" : options.script;
  std::string bytes;
  if (!read_script(options.script, &bytes)) {
    std::fprintf(stderr, "gillab: can't open file '%s': %s\n", options.script, std::strerror(errno));
    return 2;
  }
  try {
    compiler::Options settings;
    settings.filename = filename;
    const auto unit = compiler::compile(compiler::decode_source(bytes, filename), settings).code;
    print(options.json ? listing_as_json(*unit) : compiler::disassemble(*unit, true));
    return 0;
  } catch (const compiler::SourceError& error) {
    return report(error, filename);
  }
}

void show_lowered(Code* code) {
  print(lowered_listing(code));
  const auto* constants = as<Tuple>(code->constants.peek());
  const auto& unit = *static_cast<const compiler::CodeUnit*>(code->unit.get());
  for (uint64_t i = 0; i < constants->length; ++i) {
    if (!is<Code>(constants->items[i])) continue;
    print("\nDisassembly of " + repr(unit.constants[i]) + ":\n");
    show_lowered(as<Code>(constants->items[i]));
  }
}

void show_lowered_as_json(Code* code) { print(lowered_listing_as_json(code)); }

}  // namespace

int dis_command(int count, char** arguments, RunThenShow run) {
  vm::DisOptions options = vm::parse_dis_options(count, arguments);
  if (!options.problem.empty()) {
    std::fprintf(stderr, "gillab: %s\n", options.problem.c_str());
    return 2;
  }
  if (!options.specialised) return show_compiled(options);
  vm::RunOptions program;
  program.program = std::string_view(options.script) == "-" ? vm::Program::Input : vm::Program::Script;
  program.source = options.script;
  return run(program, options.json ? show_lowered_as_json : show_lowered);
}

}  // namespace gillab
