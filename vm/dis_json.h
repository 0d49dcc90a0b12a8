// Disassembly as JSON.
#pragma once

#include <string>

#include "compiler/code_unit.h"

namespace gillab {

struct Code;

std::string listing_as_json(const compiler::CodeUnit& unit);  // the units among the constants included
std::string lowered_listing_as_json(Code* code);

}  // namespace gillab
