// The two directions between the compiler's tree and the objects of Python's `ast` module.
#pragma once

#include "compiler/compile.h"
#include "runtime/dict.h"
#include "runtime/ref.h"

namespace gillab::trees {

// `classes`: from a name ("BinOp", "Load") to the class. Null: an error is set.
Ref write_tree(Thread& thread, compiler::Module& module, Dict* classes);
// Makes the tree that `root` describes. False: an error is set.
bool read_tree(Thread& thread, Value root, compiler::Module& module);

}  // namespace gillab::trees
