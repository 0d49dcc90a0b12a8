// What the commands that start an engine share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/commands/command.h"
#include "vm/options.h"

namespace gillab::driver {

// Replaces this process by `engine-<layer> COMMAND ARGUMENTS`; returns (an exit code) only when that is impossible.
int become_engine(std::string_view layer, const char* command, int count, char** arguments);

// "unknown lock layer 'glob'; there are gil"
std::string missing_layer(const std::string& layer);

// The option table of a help page.
std::string option_lines(const std::vector<vm::OptionRow>& rows);

}  // namespace gillab::driver
