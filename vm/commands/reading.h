// Reading the words of a command whose options all take a value, and the values that several commands know.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/commands/bench_process.h"
#include "vm/options.h"

namespace gillab::driver {

// `take` gets the options of `rows` and their values, `other` the words that are none; both return what is wrong, empty
// when nothing is. Words after `--` go to `rest`, when there is such a place. Returns the first problem.
std::string read_words(int count, char** arguments, const std::vector<vm::OptionRow>& rows,
                       const std::function<std::string(std::string_view name, const std::string& value)>& take,
                       const std::function<std::string(const std::string& word)>& other, Words* rest = nullptr);

std::vector<std::string> split_list(const std::string& text);  // at commas

// Each returns the problem; empty: `result` has been set.
std::string read_layers(const std::string& value, std::vector<std::string>* result);  // without building any
std::string read_runs(const std::string& value, int* result);
std::string read_command(const std::string& value, Words* result);  // --with: there is such a program

}  // namespace gillab::driver
