// Sessions: reading the file, running all its commands in one shell and one fresh folder, comparing or updating.
#include "tests/runner/session.h"

#include <cstdlib>
#include <filesystem>
#include <fnmatch.h>
#include <fstream>
#include <stdlib.h>
#include <unistd.h>

#include "tests/runner/expectation.h"
#include "tests/runner/process.h"

namespace gillab::tests {
namespace {

namespace fs = std::filesystem;

struct Step {
  std::vector<std::string> before;    // comment lines above the command
  std::vector<std::string> command;   // its first line and the '>' lines after it
  std::vector<std::string> expected;  // printed lines, then "[N]" where the exit code is not 0
};

constexpr char kMark[] = "--end-of-step-5d2c--";

std::vector<Step> read_steps(const std::string& text, std::vector<std::string>& tail) {
  std::vector<Step> steps;
  std::vector<std::string> comments;
  for (const std::string& line : split_lines(text)) {
    if (line.starts_with("  $ ")) {
      steps.push_back({std::move(comments), {line.substr(4)}, {}});
      comments.clear();
    } else if (line.starts_with("  > ") && !steps.empty() && steps.back().expected.empty()) {
      steps.back().command.push_back(line.substr(4));
    } else if (line.starts_with("  ") && !steps.empty() && comments.empty()) {
      steps.back().expected.push_back(line.substr(2));
    } else {
      comments.push_back(line);
    }
  }
  tail = std::move(comments);
  return steps;
}

// After each command the shell prints a mark and the exit code, on a line of their own.
std::string shell_script(const std::vector<Step>& steps) {
  std::string script;
  for (const Step& step : steps) {
    for (const std::string& line : step.command) script += line + "\n";
    script += std::string("printf '\\n%s%s\\n' ") + kMark + " $?\n";
  }
  return script;
}

struct Folder {  // a fresh one, gone when the session ends
  std::string path;
  Folder() {
    char name[] = "/tmp/gillab-session-XXXXXX";
    if (mkdtemp(name) != nullptr) path = name;
  }
  ~Folder() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
};

ProcessResult run_steps(const std::vector<Step>& steps, const SessionSettings& settings, const Folder& folder) {
  const std::string programs = folder.path + "/.programs";
  fs::create_directory(programs);
  if (!settings.gillab.empty()) fs::create_symlink(settings.gillab, programs + "/gillab");
  std::ofstream(programs + "/session.sh") << shell_script(steps);
  ProcessRequest request;
  request.command = {"sh", programs + "/session.sh"};
  request.environment = {"PATH=" + programs + ":" + getenv("PATH"), "TESTS=" + settings.tests, "LC_ALL=C.UTF-8",
                         "PYTHONUNBUFFERED=", "HOME=" + folder.path};
  request.directory = folder.path;
  request.timeout_seconds = settings.timeout_seconds;
  request.errors_with_output = true;
  return run_process(request);
}

// The output cut at the marks: for each command that ran, its lines and "[N]".
std::vector<std::vector<std::string>> cut_output(const std::string& output) {
  std::vector<std::vector<std::string>> parts;
  std::vector<std::string> lines;
  for (std::string& line : split_lines(output)) {
    if (!line.starts_with(kMark)) {
      lines.push_back(std::move(line));
      continue;
    }
    if (!lines.empty() && lines.back().empty()) lines.pop_back();  // the line break that stands before the mark
    if (line != std::string(kMark) + "0") lines.push_back("[" + line.substr(sizeof kMark - 1) + "]");
    parts.push_back(std::move(lines));
    lines.clear();
  }
  if (!lines.empty()) parts.push_back(std::move(lines));
  return parts;
}

// A line that ends in " (glob)" is a pattern as in a shell.
bool line_matches(const std::string& expected, const std::string& got) {
  constexpr std::string_view suffix = " (glob)";
  if (!expected.ends_with(suffix)) return expected == got;
  return fnmatch(expected.substr(0, expected.size() - suffix.size()).c_str(), got.c_str(), 0) == 0;
}

bool step_matches(const std::vector<std::string>& expected, const std::vector<std::string>& got) {
  if (expected.size() != got.size()) return false;
  for (size_t i = 0; i < got.size(); ++i) {
    if (!line_matches(expected[i], got[i])) return false;
  }
  return true;
}

std::string lines_as_text(const std::vector<std::string>& lines, const char* margin) {
  std::string text;
  for (const std::string& line : lines) text += margin + line + "\n";
  return text;
}

std::string compare(const std::vector<Step>& steps, std::vector<std::vector<std::string>> got) {
  got.resize(std::max(got.size(), steps.size()), {"(did not run)"});
  std::string report;
  for (size_t i = 0; i < steps.size(); ++i) {
    if (step_matches(steps[i].expected, got[i])) continue;
    report += "  $ " + steps[i].command[0] + "\n    expected:\n" + lines_as_text(steps[i].expected, "      | ") +
           "    got:\n" + lines_as_text(got[i], "      | ");
  }
  return report;
}

void write_updated(const std::string& path, const std::vector<Step>& steps, const std::vector<std::string>& tail,
                   const std::vector<std::vector<std::string>>& got) {
  std::string text;
  for (size_t i = 0; i < steps.size(); ++i) {
    text += lines_as_text(steps[i].before, "");
    for (size_t line = 0; line < steps[i].command.size(); ++line) {
      text += (line == 0 ? "  $ " : "  > ") + steps[i].command[line] + "\n";
    }
    bool keep = i >= got.size() || step_matches(steps[i].expected, got[i]);
    text += lines_as_text(keep ? steps[i].expected : got[i], "  ");
  }
  std::ofstream(path, std::ios::binary) << text << lines_as_text(tail, "");
}

}  // namespace

std::string run_session(const std::string& path, const SessionSettings& settings) {
  std::vector<std::string> tail;
  std::vector<Step> steps = read_steps(read_file(path), tail);
  if (steps.empty()) return "  it has no command\n";
  Folder folder;
  ProcessResult result = run_steps(steps, settings, folder);
  if (result.timed_out) return "  took too long and was killed\n" + result.output;
  std::vector<std::vector<std::string>> got = cut_output(result.output);
  if (settings.update) write_updated(path, steps, tail, got);
  return settings.update ? "" : compare(steps, std::move(got));
}

}  // namespace gillab::tests
