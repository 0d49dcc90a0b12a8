// What the screen of `gillab step` shows, as data, and how it is laid out. Knows nothing of threads that run.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "vm/explore/terminal.h"

namespace gillab::explore {

struct ThreadView {
  std::string name;                       // "T1 work"
  char key = '1';                         // what steps it
  std::string state;                      // "can go on", "waits for `lock`", "ended" ...
  bool can_go_on = false;
  int line = 0;                           // of the script; 0: it is elsewhere, or has ended
  std::vector<std::string> instructions;  // of that line
  size_t instruction = 0;                 // the next of them
  std::string next;                       // the shared operation it is about to do
  std::vector<std::string> operands;      // from the bottom
};

struct StepView {
  std::string title;
  std::string standing;                   // "moves 3   preemptions 1   goal count == 2"
  const std::vector<std::string>* source = nullptr;  // line by line
  std::vector<ThreadView> threads;
  std::vector<std::pair<std::string, std::string>> shared;
  std::string output;                     // what the script has printed so far
  std::string message;
  bool expanded = false;                  // lines show their instructions
  size_t focus = 0;                       // the thread that moved last
};

// Exactly as many lines as the screen has rows, none wider than it.
std::vector<std::string> lay_out(const StepView& view, ScreenSize size);

}  // namespace gillab::explore
