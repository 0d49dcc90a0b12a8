// Reading expectations out of comments, and comparing a run with them.
#include "tests/runner/expectation.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gillab::tests {
namespace {

struct Directive {
  std::string_view keyword;
  void (*take)(Expectation&, std::string_view text);
};

template <class Number>
void take_number(Expectation& expectation, std::string_view text, std::optional<Number>& into) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    expectation.mistakes.push_back("not a number: '" + std::string(text) + "'");
  } else {
    into = number;
  }
}

void take_arguments(Expectation& expectation, std::string_view text) {
  std::istringstream words{std::string(text)};
  std::copy(std::istream_iterator<std::string>(words), {}, std::back_inserter(expectation.arguments));
}

void take_only(Expectation& expectation, std::string_view text) {
  if (text != "gillab") expectation.mistakes.push_back("only: what? 'gillab' is all there is");
  expectation.only_gillab = true;
}

// The longest keyword first, where one begins another.
const Directive kDirectives[] = {
    {"expect error:", [](Expectation& e, std::string_view text) { e.last_error = text; }},
    {"expect stderr:", [](Expectation& e, std::string_view text) { e.errors.emplace_back(text); }},
    {"expect line:", [](Expectation& e, std::string_view text) { take_number(e, text, e.line); }},
    {"expect:", [](Expectation& e, std::string_view text) { e.output.emplace_back(text); }},
    {"exit:", [](Expectation& e, std::string_view text) { take_number(e, text, e.exit_code); }},
    {"args:", take_arguments},
    {"stdin:", [](Expectation& e, std::string_view text) { e.input.append(text).append("\n"); }},
    {"only:", take_only},
    {"timeout:", [](Expectation& e, std::string_view text) { take_number(e, text, e.timeout_seconds); }},
    {"golden stdout:", [](Expectation& e, std::string_view text) { e.golden_file = text; }},
    {"every allocation fails once", [](Expectation& e, std::string_view) { e.fails_allocations = true; }},
    {"every allocation of the start fails once", [](Expectation& e, std::string_view) { e.fails_at_start = true; }},
    {"nothing expected", [](Expectation& e, std::string_view) { e.nothing_expected = true; }},
};

// "exit:", "args:" and the like only count where the comment has the line to itself, so that prose after code is safe.
bool may_follow_code(const Directive& directive) { return directive.keyword.starts_with("expect"); }

// A '#', one space at most, a keyword: the last such place of the line counts, so '#' inside a string does no harm.
void read_line(std::string_view line, Expectation& expectation) {
  for (size_t hash = line.rfind('#'); hash != line.npos; hash = hash == 0 ? line.npos : line.rfind('#', hash - 1)) {
    std::string_view comment = line.substr(hash + 1);
    if (comment.starts_with(' ')) comment.remove_prefix(1);
    bool alone = line.substr(0, hash).find_first_not_of(" \t") == line.npos;
    for (const Directive& directive : kDirectives) {
      if (!comment.starts_with(directive.keyword) || !(alone || may_follow_code(directive))) continue;
      std::string_view text = comment.substr(directive.keyword.size());
      if (text.starts_with(' ')) text.remove_prefix(1);
      directive.take(expectation, text);
      return;
    }
  }
}

void find_mistakes(Expectation& e) {
  bool says_something = !e.output.empty() || e.last_error || !e.errors.empty() || e.exit_code || e.golden_file;
  if (!says_something && !e.nothing_expected) {
    e.mistakes.push_back("it expects nothing; '# nothing expected' says that this is meant");
  }
  if (says_something && e.nothing_expected) e.mistakes.push_back("it says 'nothing expected', yet expects something");
  if (e.golden_file && !e.output.empty()) e.mistakes.push_back("it has both expected lines and a golden file");
  if (e.line && !e.last_error) e.mistakes.push_back("'expect line' needs an 'expect error'");
}

std::string block(const char* title, const std::vector<std::string>& lines) {
  std::string text = std::string("    ") + title + ":\n";
  const size_t shown = std::min<size_t>(lines.size(), 40);
  for (size_t i = 0; i < shown; ++i) text += "      | " + lines[i] + "\n";
  if (shown < lines.size()) text += "      | ... " + std::to_string(lines.size() - shown) + " more\n";
  return text;
}

void compare_output(const std::vector<std::string>& wanted, const std::string& text, std::string& report) {
  std::vector<std::string> got = split_lines(text);
  if (got == wanted) return;
  size_t first = 0;
  while (first < got.size() && first < wanted.size() && got[first] == wanted[first]) ++first;
  report += "  stdout differs from line " + std::to_string(first + 1) + " on\n";
  const auto from = static_cast<std::ptrdiff_t>(first > 2 ? first - 2 : 0);
  report += block("expected", {wanted.begin() + std::min<std::ptrdiff_t>(from, wanted.size()), wanted.end()});
  report += block("got", {got.begin() + std::min<std::ptrdiff_t>(from, got.size()), got.end()});
}

void compare_errors(std::vector<std::string> wanted, const std::vector<std::string>& got,
                    const std::string& script_path, std::string& report) {
  auto from = got.begin();
  for (std::string& line : wanted) {
    if (size_t place = line.find("{file}"); place != line.npos) line.replace(place, 6, script_path);
    from = std::find(from, got.end(), line);
    if (from == got.end()) {
      report += "  stderr lacks (at its place) the line\n      | " + line + "\n";
      return;
    }
    ++from;
  }
}

// "File "x.py", line 7, in f": the last such line of the text belongs to the innermost frame.
std::optional<int> innermost_line(const std::vector<std::string>& lines) {
  std::optional<int> found;
  for (const std::string& line : lines) {
    size_t file = line.find("File \"");
    size_t place = file == line.npos ? line.npos : line.find("\", line ", file);
    if (place != line.npos) found = std::atoi(line.c_str() + place + 8);
  }
  return found;
}

void compare_traceback(const Expectation& expectation, const std::vector<std::string>& errors, std::string& report) {
  if (expectation.last_error && (errors.empty() || errors.back() != *expectation.last_error)) {
    report += "  the last line of stderr differs\n" + block("expected", {*expectation.last_error});
  }
  if (expectation.line && innermost_line(errors) != expectation.line) {
    report += "  the traceback ends at line " + std::to_string(innermost_line(errors).value_or(0)) + ", not " +
              std::to_string(*expectation.line) + "\n";
  }
}

// What starts threads goes by one of these names, or says `# starts threads`.
constexpr std::string_view kThreadWords[] = {"Thread(",         "Timer(",    "start_new_thread", "ThreadPool",      "to_thread(",
                                             "run_in_executor", "Threading", "Thread)",          "from _hammer",    "from _run",
                                             "_random_programs", "# starts threads"};

}  // namespace

bool starts_threads(std::string_view script) {
  return std::any_of(std::begin(kThreadWords), std::end(kThreadWords),
                     [&](std::string_view word) { return script.find(word) != script.npos; });
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Expectation read_expectation(std::string_view script) {
  Expectation expectation;
  for (const std::string& line : split_lines(script)) {
    std::string_view text = line;
    if (text.ends_with('\r')) text.remove_suffix(1);
    read_line(text, expectation);
  }
  find_mistakes(expectation);
  return expectation;
}

std::string judge(const Expectation& expectation, const ProcessResult& result, const std::string& script_path) {
  std::string report;
  std::vector<std::string> errors = split_lines(result.errors);
  if (result.timed_out) report += "  took too long and was killed\n";
  if (!result.timed_out && result.exit_code != expectation.wanted_exit_code()) {
    report += "  exit code " + std::to_string(result.exit_code) + ", not " +
              std::to_string(expectation.wanted_exit_code()) + "\n";
  }
  if (expectation.golden_file) {
    std::string golden = script_path.substr(0, script_path.rfind('/') + 1) + *expectation.golden_file;
    compare_output(split_lines(read_file(golden)), result.output, report);
  } else {
    compare_output(expectation.output, result.output, report);
  }
  compare_traceback(expectation, errors, report);
  compare_errors(expectation.errors, errors, script_path, report);
  const bool may_complain = expectation.last_error || !expectation.errors.empty() || expectation.exit_code;
  if (!may_complain && !errors.empty()) report += "  stderr is not empty\n";
  if (!report.empty() && !errors.empty()) report += block("stderr", errors);
  return report;
}

}  // namespace gillab::tests
