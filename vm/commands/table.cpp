// The list of commands, in the order in which help shows them.
#include <cstdio>

#include "vm/commands/command.h"

namespace gillab::driver {

const Command* const kCommands[] = {&kRunCommand,   &kDisCommand,     &kCompareCommand, &kExploreCommand, &kReplayCommand,
                                    &kRacesCommand, &kStepCommand,    &kBenchCommand,   &kTestCommand,    &kVersionCommand,
                                    &kHelpCommand,  nullptr};

const Command* find_command(std::string_view name) {
  for (const Command* const* command = kCommands; *command != nullptr; ++command) {
    if ((*command)->name == name) return *command;
  }
  return nullptr;
}

int refuse(std::string_view command, std::string_view problem) {
  std::fprintf(stderr, "gillab: %.*s\n", static_cast<int>(problem.size()), problem.data());
  if (!command.empty()) {
    std::fprintf(stderr, "Try 'gillab help %.*s'.\n", static_cast<int>(command.size()), command.data());
  }
  return kUsageError;
}

}  // namespace gillab::driver
