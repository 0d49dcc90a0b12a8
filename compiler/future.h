// What `from __future__ import ...` at the start of a file asks for.
#pragma once

#include "compiler/code_errors.h"

namespace gillab::compiler {

struct Future {
  bool annotations = false;
  int last_line = 0;  // of the last such import that stands where it may
};

Future read_future(const Module& module, const CodeErrors& errors);

}  // namespace gillab::compiler
