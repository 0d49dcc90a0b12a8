// What the command line and PYTHON* variables say about the module sys. Reading the command line: options.cpp.
#include "vm/system_settings.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/evaluate.h"

namespace gillab::vm {
namespace {

int count_of(const RunOptions& options, char letter) {
  return static_cast<int>(std::count(options.letters.begin(), options.letters.end(), letter));
}

bool has(const RunOptions& options, char letter) { return count_of(options, letter) > 0; }

// Null where the variable is unset, empty or not to be read.
const char* variable(const RunOptions& options, const char* name) {
  const char* value = has(options, 'E') || has(options, 'I') ? nullptr : std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

std::vector<std::string> split(const char* text, char separator) {
  std::vector<std::string> parts;
  const std::string whole = text != nullptr ? text : "";
  for (size_t at = 0; text != nullptr && at <= whole.size();) {
    const size_t end = std::min(whole.find(separator, at), whole.size());
    parts.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// What -X says of `name`: null when nothing, "" when there is no value.
const char* setting(const RunOptions& options, std::string_view name) {
  for (auto each = options.settings.rbegin(); each != options.settings.rend(); ++each) {
    if (*each == name) return "";
    if (each->starts_with(name) && (*each)[name.size()] == '=') return each->c_str() + name.size() + 1;
  }
  return nullptr;
}

bool is_on(const char* value) { return value != nullptr && std::string_view(value) != "0"; }

SystemFlags flags_of(const RunOptions& options) {
  SystemFlags flags;
  const bool isolated = has(options, 'I');
  flags.debug = count_of(options, 'd');
  flags.inspect = options.inspect;
  flags.optimize = options.optimize;
  flags.dont_write_bytecode = has(options, 'B') || variable(options, "PYTHONDONTWRITEBYTECODE") != nullptr;
  flags.no_user_site = isolated || has(options, 's') || variable(options, "PYTHONNOUSERSITE") != nullptr;
  flags.no_site = has(options, 'S');
  flags.ignore_environment = isolated || has(options, 'E');
  flags.verbose = count_of(options, 'v');
  flags.bytes_warning = count_of(options, 'b');
  flags.quiet = has(options, 'q');
  flags.isolated = isolated;
  flags.utf8_mode = is_on(setting(options, "utf8")) || is_on(variable(options, "PYTHONUTF8"));
  flags.warn_default_encoding = is_on(setting(options, "warn_default_encoding"));
  flags.dev_mode = setting(options, "dev") != nullptr || variable(options, "PYTHONDEVMODE") != nullptr;
  flags.safe_path = isolated || has(options, 'P') || variable(options, "PYTHONSAFEPATH") != nullptr;
  return flags;
}

void set_list(Thread& thread, const char* name, const std::vector<std::string>& texts) {
  Ref list = make_list(thread);
  for (const std::string& text : texts) {
    if (!list || !append(thread, list.as<List>(), make_str(thread, text))) return;
  }
  set_system(thread, name, std::move(list));
}

void set_settings(Thread& thread, const RunOptions& options) {
  Ref dict = make_dict(thread);
  for (const std::string& each : options.settings) {
    const size_t equals = each.find('=');
    Ref value = equals == std::string::npos ? Ref::boolean(true) : make_str(thread, each.substr(equals + 1));
    if (!dict || !value) return;
    if (!dict_set_name(thread, dict.as<Dict>(), intern(thread, each.substr(0, equals)), std::move(value))) return;
  }
  set_system(thread, "_xoptions", std::move(dict));
}

}  // namespace

void set_system(Thread& thread, const char* name, Ref value) {
  const Value system = Value::object(thread.interpreter->sys_module);
  if (value) set_attribute(thread, system, intern(thread, std::string_view(name)), value.get());
}

void take_environment(RunOptions& options) {
  if (const char* level = variable(options, "PYTHONOPTIMIZE"))
    options.optimize = std::max(options.optimize, std::clamp(std::atoi(level), 1, 2));
  if (variable(options, "PYTHONUNBUFFERED") != nullptr) options.unbuffered = true;
  if (variable(options, "PYTHONINSPECT") != nullptr) options.inspect = true;
  std::vector<std::string> warnings = split(variable(options, "PYTHONWARNINGS"), ',');
  if (setting(options, "dev") != nullptr || variable(options, "PYTHONDEVMODE") != nullptr)
    warnings.insert(warnings.begin(), "default");
  options.warnings.insert(options.warnings.begin(), warnings.begin(), warnings.end());
}

void set_system_path(Thread& thread, const RunOptions& options, const std::string& path_entry) {
  std::vector<std::string> path;
  if (!flags_of(options).safe_path) path.push_back(path_entry);
  for (const std::string& entry : split(variable(options, "PYTHONPATH"), ':')) path.push_back(entry);
  set_list(thread, "path", path);
}

void set_system_settings(Thread& thread, const RunOptions& options) {
  Interpreter& interpreter = *thread.interpreter;
  const char* digits = setting(options, "int_max_str_digits");
  if (digits == nullptr) digits = variable(options, "PYTHONINTMAXSTRDIGITS");
  if (digits != nullptr && *digits != '\0') interpreter.int_max_str_digits = std::atoi(digits);
  if (!set_system_flags(thread, static_cast<Module*>(interpreter.sys_module), flags_of(options))) clear_exception(thread);
  if (!options.warnings.empty()) {
    set_list(thread, "warnoptions", options.warnings);
    if (!import_absolute(thread, "warnings")) clear_exception(thread);
  }
  if (!options.settings.empty()) set_settings(thread, options);
}

}  // namespace gillab::vm
