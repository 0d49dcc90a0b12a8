// A subcommand of gillab: its texts and its function. One file a command; table.cpp lists them all.
#pragma once

#include <string>
#include <string_view>

namespace gillab::driver {

struct Command {
  std::string_view name;
  std::string_view synopsis;                // what follows the name
  std::string_view summary;                 // one line for the list of commands
  std::string (*details)();                 // the rest of its help page
  int (*run)(int count, char** arguments);  // those after the name; returns the exit code
};

extern const Command* const kCommands[];  // ends with nullptr
const Command* find_command(std::string_view name);

constexpr int kUsageError = 2;

// "gillab: PROBLEM" and where to read more, on stderr. Returns the exit code of wrong usage.
int refuse(std::string_view command, std::string_view problem);

// "unknown command 'tset' (did you mean 'test'?); there are ..."
std::string unknown_command(std::string_view name);

extern const Command kRunCommand, kDisCommand, kCompareCommand, kExploreCommand, kReplayCommand, kRacesCommand,
    kStepCommand, kBenchCommand,
    kTestCommand, kVersionCommand, kHelpCommand;

}  // namespace gillab::driver
