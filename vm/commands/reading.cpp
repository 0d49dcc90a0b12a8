// Reading command lines of `bench` and `compare`.
#include "vm/commands/reading.h"

#include <algorithm>
#include <cstdlib>

#include "vm/commands/engine.h"

namespace gillab::driver {
namespace {

constexpr int kMostRuns = 1000;

bool is_among(const std::vector<vm::OptionRow>& rows, std::string_view name) {
  return std::any_of(rows.begin(), rows.end(), [&](const vm::OptionRow& row) { return row.name == name; });
}

}  // namespace

std::string read_words(int count, char** arguments, const std::vector<vm::OptionRow>& rows,
                       const std::function<std::string(std::string_view, const std::string&)>& take,
                       const std::function<std::string(const std::string&)>& other, Words* rest) {
  std::string problem;
  for (int at = 0; at < count && problem.empty(); ++at) {
    const std::string_view word = arguments[at];
    const std::string_view name = word.substr(0, word.find('='));
    if (word == "--" && rest != nullptr) {
      rest->assign(arguments + at + 1, arguments + count);
      break;
    }
    if (!word.starts_with('-') || word == "-") {
      problem = other(std::string(word));
    } else if (!is_among(rows, name)) {
      problem = vm::unknown_option(name, rows);
    } else if (name.size() < word.size()) {
      problem = take(name, std::string(word.substr(name.size() + 1)));
    } else if (at + 1 < count) {
      problem = take(name, arguments[++at]);
    } else {
      problem = "option " + std::string(name) + " needs a value";
    }
  }
  return problem;
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t comma = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

std::string read_layers(const std::string& value, std::vector<std::string>* result) {
  *result = split_list(value);
  for (const std::string& layer : *result) {
    if (std::string problem = problem_with_layer(layer); !problem.empty()) return problem;
    if (std::count(result->begin(), result->end(), layer) > 1) return "the lock layer '" + layer + "' stands there twice";
  }
  return "";
}

std::string read_runs(const std::string& value, int* result) {
  char* end = nullptr;
  const long runs = std::strtol(value.c_str(), &end, 10);
  *result = static_cast<int>(runs);
  if (!value.empty() && *end == '\0' && runs >= 1 && runs <= kMostRuns) return "";
  return "--runs takes a number from 1 to " + std::to_string(kMostRuns) + ", not '" + value + "'";
}

std::string read_command(const std::string& value, Words* result) {
  *result = split_command(value);
  if (result->empty()) return "'" + value + "' is no command";
  return have_program((*result)[0]) ? "" : "there is no program '" + (*result)[0] + "'";
}

}  // namespace gillab::driver
