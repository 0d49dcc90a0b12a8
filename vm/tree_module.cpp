// The module _tree: source text to the objects of `ast`, and such objects to code.
#include "vm/tree_module.h"

#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/body.h"
#include "vm/evaluate.h"

namespace gillab {
namespace {

bool options_of(Thread& thread, Value filename, Value mode, Value flags, compiler::Options* options) {
  int64_t bits = 0, kind = 0;
  Str* name = expect_str(thread, filename, "compile() argument 'filename'");
  if (!name || !index_as_int64(thread, mode, &kind) || !index_as_int64(thread, flags, &bits)) return false;
  options->filename = to_utf8(name);
  options->mode = static_cast<compiler::Mode>(kind);
  options->inherited_flags = static_cast<uint32_t>(bits) & compiler::kFutureAnnotations;
  options->allow_top_level_await = (bits & 0x2000) != 0;
  return true;
}

// (source, filename, mode as a number, flags, classes)
Ref parse(Thread& thread, const Value* args, uint32_t, Tuple*) {
  compiler::Options options;
  if (!options_of(thread, args[1], args[2], args[3], &options)) return {};
  Str* source = expect_str(thread, args[0], "parse() argument");
  if (!source) return {};
  std::string text = to_utf8(source);
  try {
    compiler::Result remarks;
    compiler::Module module = compiler::parse(text, options, remarks.warnings);
    return trees::write_tree(thread, module, as<Dict>(args[4]));
  } catch (const compiler::SourceError& error) {
    raise_source_error(thread, error, options.filename);
  } catch (const std::bad_alloc&) {
    raise_memory_error(thread);
  }
  return {};
}

// (tree, filename, mode as a number, flags, optimize)
Ref compile_tree(Thread& thread, const Value* args, uint32_t, Tuple*) {
  compiler::Options options;
  int64_t optimize = 0;
  if (!options_of(thread, args[1], args[2], args[3], &options) || !index_as_int64(thread, args[4], &optimize)) return {};
  options.optimize = optimize < 0 ? thread.interpreter->optimize : static_cast<int>(optimize);
  options.verify = thread.interpreter->verify;
  try {
    compiler::Module module;
    module.mode = options.mode;
    if (!trees::read_tree(thread, args[0], module)) return {};
    compiler::Result result;
    return load_code(thread, compiler::generate(module, "", options, result.warnings));
  } catch (const compiler::SourceError& error) {
    raise_source_error(thread, error, options.filename);
  } catch (const std::bad_alloc&) {
    raise_memory_error(thread);
  }
  return {};
}

const MethodDef kFunctions[] = {
    {"parse", "(source, filename, mode, flags, classes, /)", parse},
    {"compile", "(tree, filename, mode, flags, optimize, /)", compile_tree},
};

}  // namespace

bool init__tree(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
