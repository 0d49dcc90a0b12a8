// gillab's main(): picks the command. The launcher calls it with --launched, which asks for a look at whether the
// build is up to date; if it is not, the launcher is called back to build. It uses --fingerprint and --up-to-date, too.
#include <cstdio>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "vm/commands/command.h"
#include "vm/driver/installation.h"
#include "vm/options.h"

namespace gillab::driver {
namespace {

int call_launcher_to_build(int count, char** arguments) {
  std::string launcher = installation().source + "/gillab";
  std::vector<char*> words = {launcher.data(), const_cast<char*>("--build")};
  words.insert(words.end(), arguments, arguments + count);
  words.push_back(nullptr);
  execv(launcher.c_str(), words.data());
  std::perror(launcher.c_str());
  return kUsageError;
}

// `gillab verison` is a slip in a command's name, not a script that is missing.
bool is_slip(const char* word) {
  if (access(word, F_OK) == 0) return false;
  std::string_view name = word;
  if (name.starts_with('-') || name.find_first_of("./") != name.npos) return false;
  std::vector<std::string_view> names;
  for (const Command* const* command = kCommands; *command != nullptr; ++command) names.push_back((*command)->name);
  return !vm::nearest(name, names).empty();
}

int run_command(int count, char** arguments) {
  std::string_view first = count > 0 ? arguments[0] : "";
  if (first == "--help" || first == "-h") return kHelpCommand.run(count - 1, arguments + 1);
  if (first == "--version" || first == "-V") return kVersionCommand.run(count - 1, arguments + 1);
  const Command* command = find_command(first);
  if (command == nullptr) {
    if (count > 0 && is_slip(arguments[0])) return refuse("", unknown_command(first));
    return kRunCommand.run(count, arguments);
  }
  std::string_view second = count > 1 ? arguments[1] : "";
  if (second == "--help" || second == "-h") return kHelpCommand.run(1, arguments);
  return command->run(count - 1, arguments + 1);
}

int drive(int count, char** arguments) {
  std::string_view first = count > 0 ? arguments[0] : "";
  if (first == "--fingerprint") {
    std::puts(source_fingerprint(installation().source).c_str());
    return 0;
  }
  if (first == "--up-to-date") return is_out_of_date(installation().source, installation().engines) ? 1 : 0;
  if (first != "--launched") return run_command(count, arguments);
  if (is_out_of_date(installation().source, installation().engines)) {
    return call_launcher_to_build(count - 1, arguments + 1);
  }
  return run_command(count - 1, arguments + 1);
}

}  // namespace
}  // namespace gillab::driver

int main(int count, char** arguments) { return gillab::driver::drive(count - 1, arguments + 1); }
