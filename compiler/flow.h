// What the passes over blocks share. improve_block is in peephole.cpp.
#pragma once

#include "compiler/blocks.h"

namespace gillab::compiler {

void improve_block(Block& block, ConstantTable& constants);
bool is_true(const Constant& constant);

}  // namespace gillab::compiler
