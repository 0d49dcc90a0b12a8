// gillab help: the list of commands, or the page of one.
#include <cstdio>
#include <vector>

#include "vm/commands/command.h"
#include "vm/options.h"

namespace gillab::driver {
namespace {

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* const* command = kCommands; *command != nullptr; ++command) names.push_back((*command)->name);
  return names;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_list() {
  std::string text = "gillab: a laboratory for the global interpreter lock. It runs Python 3.11 scripts.\n\n";
  for (const Command* const* row = kCommands; *row != nullptr; ++row) {
    std::string line = "  gillab " + std::string((*row)->name);
    line.resize(20, ' ');
    text += line + std::string((*row)->summary) + "\n";
  }
  text += "\n'gillab SCRIPT' is short for 'gillab run SCRIPT'. 'gillab help COMMAND' says more about a command.\n";
  print(text);
}

std::string indented(const std::string& text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && (i == 0 || text[i - 1] == '\n')) result += "  ";
    result += text[i];
  }
  return result;
}

void print_page(const Command& command) {
  std::string text = "NAME\n  gillab " + std::string(command.name) + " - " + std::string(command.summary) +
                     "\n\nSYNOPSIS\n  gillab " + std::string(command.name) + (command.synopsis.empty() ? "" : " ") +
                     std::string(command.synopsis) + "\n\nDESCRIPTION\n";
  print(text + indented(command.details()));
}

int help(int count, char** arguments) {
  if (count == 0) {
    print_list();
    return 0;
  }
  const Command* command = find_command(arguments[0]);
  if (command == nullptr || count > 1) return refuse("", unknown_command(arguments[count > 1 ? 1 : 0]));
  print_page(*command);
  return 0;
}

std::string details() { return "Prints the list of commands, or what there is to know about one of them.\n"; }

}  // namespace

std::string unknown_command(std::string_view name) {
  std::string text = "unknown command '" + std::string(name) + "'";
  std::string_view meant = vm::nearest(name, command_names());
  if (!meant.empty()) text.append(" (did you mean '").append(meant).append("'?)");
  text += "; there are ";
  for (std::string_view command : command_names()) {
    if (command != command_names()[0]) text += ", ";
    text += command;
  }
  return text;
}

const Command kHelpCommand = {"help", "[COMMAND]", "say what a command does", details, help};

}  // namespace gillab::driver
