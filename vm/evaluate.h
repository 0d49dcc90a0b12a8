// Source text to running code: compile(), exec(), eval(), and what scripts and imports use of it.
#pragma once

#include <string>
#include <string_view>

#include "compiler/compile.h"
#include "runtime/errors.h"

namespace gillab {

// The code object of a source text (UTF-8). Null: SyntaxError and the like are set. Issues warnings.
Ref compile_source(Thread& thread, std::string_view source, compiler::Options options);
// The same for the bytes of a file, whose encoding they name.
Ref compile_file(Thread& thread, std::string_view bytes, const std::string& filename);
void raise_source_error(Thread& thread, const compiler::SourceError& error, const std::string& filename);

// exec, eval, compile, __import__, __build_class__ into builtins; _getframe into sys.
bool add_vm_builtins(Thread& thread);
Ref build_class(Thread& thread, const Value* args, uint32_t count, Tuple* names);
Ref import_function(Thread& thread, const Value* args, uint32_t count, Tuple* names);

// importlib.import_module(name) for an absolute name: the module itself.
Ref import_absolute(Thread& thread, std::string_view name);
// Creates __main__'s module.
Ref make_main_module(Thread& thread);
// The source of a module that `-m` is to run as __main__; false: ImportError-like message in *problem.
bool find_source(Thread& thread, std::string_view name, std::string* path, std::string* source, bool* package);
// Reads a whole file. False: errno says why.
bool read_file(const std::string& path, std::string* content);

}  // namespace gillab
