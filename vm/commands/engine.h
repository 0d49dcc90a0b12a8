// What the commands that start an engine share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/commands/command.h"
#include "vm/options.h"

namespace gillab::driver {

inline constexpr std::string_view kUsualLayer = "gil";

// Replaces this process by `engine-<layer> COMMAND ARGUMENTS`; returns (an exit code) only when that is impossible.
int become_engine(std::string_view layer, const char* command, int count, char** arguments);

// Sees to it that there is an engine of this layer, and builds it where that is possible. False: `problem` says why not.
bool provide_engine(const std::string& layer, std::string* problem);

// "unknown lock layer 'glob'; there are gil, object"; empty when there is such a layer.
std::string problem_with_layer(const std::string& layer);

// The option table of a help page.
std::string option_lines(const std::vector<vm::OptionRow>& rows);

}  // namespace gillab::driver
