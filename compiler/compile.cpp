// The front door: parse, then scopes and code. Each step is elsewhere.
#include "compiler/compile.h"

#include "compiler/codegen.h"
#include "compiler/fold.h"
#include "compiler/future.h"

namespace gillab::compiler {

std::shared_ptr<const CodeUnit> generate(Module& module, std::string_view source, const Options& options,
                                         std::vector<SourceWarning>& warnings) {
  const CodeErrors errors{source, options, warnings};
  const Future future = read_future(module, errors);
  fold(module, errors, future.annotations);
  Generator generator(module, errors, future.annotations, future.last_line);
  auto code = generator.module();
  if (options.verify) {
    const std::vector<std::string> problems = verify(*code);
    if (!problems.empty()) throw std::logic_error("the compiler made unsound code: " + problems.front());
  }
  return code;
}

Result compile(std::string_view source, const Options& options) {
  Result result;
  Module module = parse(source, options, result.warnings);
  result.code = generate(module, source, options, result.warnings);
  return result;
}

}  // namespace gillab::compiler
