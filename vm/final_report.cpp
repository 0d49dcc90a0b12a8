// Evaluating a script's claims when it has ended. Reading them is vm/claims.cpp, judging vm/commands/compare*.cpp.
#include "vm/final_report.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "runtime/errors.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/calls.h"
#include "vm/claims.h"
#include "vm/evaluate.h"
#include "vm/stats.h"

namespace gillab {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kVariable = "GILLAB_REPORT";

Dict* main_namespace(Thread& thread) {
  Ref main = dict_get_name(thread.interpreter->modules, thread.names().__main__);
  return main && is<Module>(main.get()) ? module_dict(main.as<Module>()) : nullptr;  // sys.modules keeps it
}

Ref evaluate(Thread& thread, Dict* names, const std::string& expression) {
  compiler::Options options;
  options.mode = compiler::Mode::Eval;
  options.filename = "<claim>";
  Ref code = compile_source(thread, expression, options);
  return code ? run_code(thread, code.as<Code>(), names, Value::empty(), Value::empty()) : Ref();
}

// "NameError: name 'x' is not defined"
std::string take_error(Thread& thread) {
  Ref exception = take_exception(thread);
  std::string text(type_name(thread, exception.get()));
  Ref words = str(thread, exception.get());
  if (words) text += ": " + to_utf8(words.as<Str>());
  clear_exception(thread);
  return text;
}

// Of `A == B` that does not hold: B - A, where both are small ints.
void add_difference(Thread& thread, Dict* names, const std::string& expression, Json* row) {
  const auto sides = vm::sides_of_equality(expression);
  if (!sides) return;
  Ref difference = evaluate(thread, names, "(" + sides->second + ") - (" + sides->first + ")");
  if (difference && difference.get().is_int()) (*row)["missing"] = difference.get().as_int();
  clear_exception(thread);
}

Json judge(Thread& thread, Dict* names, const vm::Claim& claim) {
  Json row = {{"kind", name_of(claim.kind)}, {"line", claim.line}};
  Ref value = evaluate(thread, names, claim.expression);
  const Truth holds = value ? truth(thread, value.get()) : Truth::Error;
  if (holds == Truth::Error) {
    row["error"] = take_error(thread);
  } else {
    row["holds"] = holds == Truth::Yes;
    if (holds == Truth::No) add_difference(thread, names, claim.expression, &row);
  }
  return row;
}

}  // namespace

int descriptor_for_report() {
  const char* text = std::getenv(kVariable);
  if (text == nullptr) return -1;
  const int descriptor = std::atoi(text);
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  unsetenv(kVariable);
  return descriptor;
}

void write_final_report(Thread& thread, int descriptor, std::string_view source) {
  std::string problem;
  Json report = {{"claims", Json::array()}, {"waited", seconds_waited(thread)}};
  if (Dict* names = main_namespace(thread)) {
    for (const vm::Claim& claim : vm::read_claims(source, &problem)) report["claims"].push_back(judge(thread, names, claim));
  }
  const std::string text = report.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  [[maybe_unused]] const ssize_t written = write(descriptor, text.data(), text.size());
}

}  // namespace gillab
