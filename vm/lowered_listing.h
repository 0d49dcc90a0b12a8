// Lowered code for people and tools: the words of a body as they are now, specialised by what they have met.
#pragma once

#include <string>
#include <vector>

#include "vm/body.h"

namespace gillab {

struct LoweredInstruction {
  uint32_t word;  // its place in the body
  const char* name;
  std::string operands;  // "n, 2 to 14": variables, constants, _ for the top of the stack, -> a variable that is stored
  int starts_line;       // -1: it belongs to the line of the one before it
  uint32_t origin;       // the index in the code unit of the instruction that may raise here
  bool is_target;
};

std::vector<LoweredInstruction> list_lowered(const Body& body);

// Only this code object, for each globals dict it has run with; a line that says so when it has never run.
std::string lowered_listing(Code* code);

}  // namespace gillab
