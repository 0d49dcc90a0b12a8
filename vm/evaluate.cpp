// compile(), exec() and eval().
#include <unistd.h>

#include "vm/evaluate.h"

#include <optional>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/warn.h"
#include "vm/calls.h"
#include "vm/frames.h"

namespace gillab {
namespace {

Error error_of(compiler::ErrorKind kind) {
  switch (kind) {
    case compiler::ErrorKind::Indentation: return Error::IndentationError;
    case compiler::ErrorKind::Tab: return Error::TabError;
    case compiler::ErrorKind::Value: return Error::ValueError;
    case compiler::ErrorKind::Recursion: return Error::RecursionError;
    case compiler::ErrorKind::Memory: return Error::MemoryError;
    default: return Error::SyntaxError;
  }
}

std::string line_of(std::string_view source, int line) {
  size_t at = 0;
  for (int i = 1; i < line && at != std::string_view::npos; ++i) at = source.find('\n', at) + 1;
  return at < source.size() ? std::string(source.substr(at, source.find('\n', at) - at)) : std::string();
}

// What the default filters do, without the module that applies them.
void print_warning(const compiler::SourceWarning& warning, const std::string& filename, std::string_view source) {
  std::string line = line_of(source, warning.line);
  size_t text = line.find_first_not_of(" \t");
  std::string out = filename + ":" + std::to_string(warning.line) + ": SyntaxWarning: " + warning.message + "\n";
  if (text != std::string::npos && filename[0] != '<') out += "  " + line.substr(text) + "\n";
  fwrite(out.data(), 1, out.size(), stderr);
}

// False: a filter has made an error of it, which is a SyntaxError then.
bool issue_warning(Thread& thread, const compiler::SourceWarning& warning, const std::string& filename,
                   std::string_view source) {
  bool deprecation = warning.category == compiler::SourceWarning::Category::Deprecation;
  if (!warnings_loaded(thread)) {
    if (!deprecation) print_warning(warning, filename, source);
    return true;
  }
  Error category = deprecation ? Error::DeprecationWarning : Error::SyntaxWarning;
  if (warn_about(thread, category, warning.message, filename, warning.line)) return true;
  if (!exception_matches(thread, category)) return false;
  clear_exception(thread);
  compiler::SourceError error(compiler::ErrorKind::Syntax, warning.message, warning.line, warning.column, warning.line,
                              warning.column);
  error.text = line_of(source, warning.line);
  raise_source_error(thread, error, filename);
  return false;
}

bool issue_warnings(Thread& thread, const compiler::Result& result, const std::string& filename,
                    std::string_view source) {
  for (const auto& warning : result.warnings) {
    if (!issue_warning(thread, warning, filename, source)) return false;
  }
  return true;
}

}  // namespace

void raise_source_error(Thread& thread, const compiler::SourceError& error, const std::string& filename) {
  Error kind = error_of(error.kind);
  // Without a line the text as a whole is refused; but an empty expression is an invalid one, in line 0.
  bool placeless = error.line == 0 && std::string_view(error.what()) != "invalid syntax";
  bool plain = placeless || kind == Error::ValueError || kind == Error::RecursionError || kind == Error::MemoryError;
  if (plain) {
    raise(thread, kind, "{}", std::string_view(error.what()));
    return;
  }
  Ref message = make_str(thread, error.what()), name = make_str(thread, filename);
  // What was parsed is gone when scopes and code refuse it: CPython reads the line from the file again.
  const bool known = !error.parsed || ::access(filename.c_str(), R_OK) == 0;
  Ref text = known ? make_str(thread, error.text) : Ref::none();
  if (!message || !name || !text) return;
  Value details[] = {name.get(), Value::integer(error.line), Value::integer(error.column), text.get(),
                     Value::integer(error.end_line), Value::integer(error.end_column)};
  Ref tuple = make_tuple(thread, details, 6);
  if (!tuple) return;
  Value args[] = {message.get(), tuple.get()};
  Ref exception = call(thread, Value::object(thread.error_type(kind)), args, 2);
  if (exception) raise_value(thread, std::move(exception));
}

namespace {

// A block is missing, or what a decorator is for, and nothing follows the place where it should begin.
bool lacks_block(std::string_view source, const compiler::SourceError& error) {
  const std::string_view what = error.what(), line = error.text;
  const size_t first = line.find_first_not_of(" \t");
  const bool decorator = what == "invalid syntax" && first != std::string_view::npos && line[first] == '@';
  if (!decorator && !what.starts_with("expected an indented block") && !what.starts_with("expected 'except' or")) {
    return false;
  }
  size_t place = 0;
  for (int line = 1; line < error.line && place != std::string_view::npos; ++line) place = source.find('\n', place) + 1;
  const size_t column = error.column > 0 ? static_cast<size_t>(error.column - 1) : 0;
  return place + column >= source.size() || source.find_first_not_of(" \t\n", place + column) == std::string_view::npos;
}

}  // namespace

Ref compile_source(Thread& thread, std::string_view source, compiler::Options options) {
  options.verify = thread.interpreter->verify;
  try {
    compiler::Result result = compiler::compile(source, options);
    if (!issue_warnings(thread, result, options.filename, source)) return {};
    return load_code(thread, std::move(result.code));
  } catch (const compiler::SourceError& error) {
    if (options.allow_incomplete && (error.incomplete || lacks_block(source, error))) raise(thread, Error::SyntaxError, "incomplete input");
    else raise_source_error(thread, error, options.filename);
  } catch (const std::bad_alloc&) {
    raise_memory_error(thread);
  }
  return {};
}

namespace {

// Encodings the compiler does not know are left to the codecs. False: `error` stands, or another exception is set.
bool decode_by_codec(Thread& thread, std::string_view bytes, const compiler::SourceError& error, std::string* text) {
  constexpr std::string_view kProblem = "encoding problem: ";
  const std::string_view what = error.what();
  if (!what.starts_with(kProblem)) return false;
  const std::string encoding(what.substr(kProblem.size()));
  Ref decoded = decode(thread, bytes, intern(thread, encoding), nullptr);
  if (!decoded) {
    if (exception_matches(thread, Error::LookupError)) clear_exception(thread);
    return false;
  }
  *text = to_utf8(decoded.as<Str>());
  return true;
}

}  // namespace

Ref compile_file(Thread& thread, std::string_view bytes, const std::string& filename) {
  compiler::Options options;
  options.filename = filename;
  options.optimize = thread.interpreter->optimize;
  try {
    return compile_source(thread, compiler::decode_source(bytes, filename), options);
  } catch (const compiler::SourceError& error) {
    std::string text;
    if (decode_by_codec(thread, bytes, error, &text)) return compile_source(thread, text, options);
    if (!thread.has_exception()) raise_source_error(thread, error, filename);
  }
  return {};
}

namespace {

uint32_t caller_flags(Thread& thread) {
  Frame* frame = running_frame(thread);
  return frame ? frame->code->flags & compiler::kFutureAnnotations : 0;
}

// Where the text literal begins that has the first byte that is no UTF-8: CPython decodes each literal by itself.
std::string_view from_literal(std::string_view bytes) {
  size_t wrong = 0;
  while (wrong < bytes.size() && static_cast<unsigned char>(bytes[wrong]) < 0x80) ++wrong;
  size_t quote = bytes.substr(0, wrong).find_last_of("'\"\n");
  return quote == std::string_view::npos || bytes[quote] == '\n' ? bytes : bytes.substr(quote + 1);
}

// Bytes that are no UTF-8 are reported in the codec's words.
bool raise_undecodable(Thread& thread, std::string_view bytes, const compiler::SourceError& error) {
  bytes = from_literal(bytes);
  Ref text = decode(thread, bytes, nullptr, nullptr);
  if (text || !exception_matches(thread, Error::UnicodeDecodeError)) {
    clear_exception(thread);
    raise_source_error(thread, error, "<string>");
    return false;
  }
  Ref reason = take_exception(thread);
  Ref message = str(thread, reason.get());
  if (!message) return false;
  compiler::SourceError worded(compiler::ErrorKind::Syntax, "(unicode error) " + to_utf8(message.as<Str>()), 1, 0, 1, 0);
  raise_source_error(thread, worded, "<string>");
  return false;
}

bool decoded_source(Thread& thread, std::string_view bytes, std::string* text) {
  try {
    *text = compiler::decode_source(bytes, "<string>");
  } catch (const compiler::SourceError& error) {
    if (decode_by_codec(thread, bytes, error, text)) return true;
    return thread.has_exception() ? false : raise_undecodable(thread, bytes, error);
  }
  return true;
}

// The text of a source argument; false with an error set.
bool source_text(Thread& thread, Value source, const char* function, std::string* text) {
  if (is<Str>(source)) {
    *text = to_utf8(as<Str>(source));
  } else {
    std::string_view view;
    if (!bytes_view(thread, source, &view)) {
      clear_exception(thread);
      return raise(thread, Error::TypeError, "{}() arg 1 must be a string, bytes or {} object", function,
                   std::string_view(function) == "compile" ? "AST" : "code");
    }
    if (!decoded_source(thread, view, text)) return false;
  }
  if (text->find('\0') != std::string::npos)
    return raise(thread, Error::ValueError, "source code string cannot contain null bytes");
  return true;
}

constexpr int64_t kKnownFlags = 0x1FE7610;  // those of __future__, the nested scopes of old, and those below
constexpr int64_t kOnlyTree = 0x400, kDontImplyDedent = 0x200, kAllowIncomplete = 0x4000;

// Whether the value is of a class of the module ast, which then has been imported.
bool is_tree_node(Thread& thread, Value value) {
  if (is<Str>(value) || is<Bytes>(value)) return false;
  Ref tree_module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("ast")));
  Ref base = tree_module ? get_attribute_or_empty(thread, tree_module.get(), intern(thread, std::string_view("AST"))) : Ref();
  return base && is<Type>(base.get()) && is_subtype(type_of(thread, value), base.as<Type>());
}

// ast's Python code does what compile() does with trees.
Ref call_ast(Thread& thread, const char* function, Value source, Value filename, Value mode, int64_t flags,
             std::optional<int64_t> optimize = {}) {
  Ref tree_module = import_absolute(thread, "ast");
  Ref callee = tree_module ? get_attribute(thread, tree_module.get(), intern(thread, std::string_view(function))) : Ref();
  const Value args[] = {source, filename, mode, Value::integer(flags), Value::integer(optimize.value_or(-1))};
  return callee ? call(thread, callee.get(), args, optimize ? 5 : 4) : Ref();
}

// Text is told as bytes. No filename: what eval() and exec() compile.
bool announce_compile(Thread& thread, Value source, Value filename) {
  if (!audits(thread)) return true;
  Ref told = is<Str>(source) ? make_bytes(thread, to_utf8(as<Str>(source))) : Ref::share(source);
  Ref name = filename.is_empty() ? make_str(thread, std::string_view("<string>")) : Ref::share(filename);
  return told && name && audit(thread, "compile", told.get(), name.get());
}

Ref builtin_compile(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* mode = expect_str(thread, args[2], "compile() argument 'mode'");
  if (!mode) return {};
  compiler::Options options;
  if (equals_ascii(mode, "exec")) options.mode = compiler::Mode::Exec;
  else if (equals_ascii(mode, "eval")) options.mode = compiler::Mode::Eval;
  else if (equals_ascii(mode, "single")) options.mode = compiler::Mode::Single;
  else return raise(thread, Error::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  PathArgument filename;
  int64_t flags = 0, optimize = -1;
  if (args[1].is_int() || args[1].is_none()) {
    return raise(thread, Error::TypeError, "expected str, bytes or os.PathLike object, not {}",
                 type_name(thread, args[1]));
  }
  if (!filename.read(thread, args[1], "compile")) return {};
  if (!args[3].is_empty() && !index_as_int64(thread, args[3], &flags)) return {};
  if (!args[5].is_empty() && !index_as_int64(thread, args[5], &optimize)) return {};
  if ((flags & ~kKnownFlags) != 0) return raise(thread, Error::ValueError, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) return raise(thread, Error::ValueError, "compile(): invalid optimize value");
  if (!announce_compile(thread, args[0], args[1])) return {};
  Truth dont_inherit = args[4].is_empty() ? Truth::No : truth(thread, args[4]);
  if (dont_inherit == Truth::Error) return {};
  options.filename = filename.path;
  options.inherited_flags = static_cast<uint32_t>(flags) & compiler::kFutureAnnotations;
  if (dont_inherit == Truth::No) options.inherited_flags |= caller_flags(thread);
  options.optimize = optimize < 0 ? thread.interpreter->optimize : static_cast<int>(optimize);
  options.allow_top_level_await = (flags & 0x2000) != 0;
  if (is<Code>(args[0])) return Ref::share(args[0]);
  std::string text;
  options.dont_imply_dedent = (flags & kDontImplyDedent) != 0;
  options.allow_incomplete = (flags & kAllowIncomplete) != 0;
  if (is_tree_node(thread, args[0])) return call_ast(thread, "_compile", args[0], args[1], args[2], flags, optimize);
  if (flags & kOnlyTree) {
    if (!source_text(thread, args[0], "compile", &text)) return {};
    Ref source = make_str(thread, text);
    return source ? call_ast(thread, "_parse", source.get(), args[1], args[2], flags) : Ref();
  }
  return source_text(thread, args[0], "compile", &text) ? compile_source(thread, text, options) : Ref();
}

bool refuse_globals(Thread& thread, bool evaluates, Value globals) {
  if (!evaluates) return raise(thread, Error::TypeError, "exec() globals must be a dict, not {}", type_name(thread, globals));
  const bool mapping = !special_method(thread, globals, Dunder::GetItem).is_empty();
  return raise(thread, Error::TypeError, "{}", mapping ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                                       : "globals must be a dict");
}

// The namespaces of exec and eval. False: an error is set.
bool choose_namespaces(Thread& thread, const char* function, Value globals, Value locals, Ref* chosen_globals, Ref* chosen_locals) {
  Frame* frame = running_frame(thread);
  bool given = !globals.is_empty() && !globals.is_none();
  const bool evaluates = std::string_view(function) == "eval";
  if (given && !is<Dict>(globals)) return refuse_globals(thread, evaluates, globals);
  *chosen_globals = given ? Ref::share(globals) : Ref::share(static_cast<Object*>(frame->globals));
  if (!locals.is_empty() && !locals.is_none()) {
    if (special_method(thread, locals, Dunder::GetItem).is_empty())
      return evaluates ? raise(thread, Error::TypeError, "locals must be a mapping")
                       : raise(thread, Error::TypeError, "locals must be a mapping or None, not {}", type_name(thread, locals));
    *chosen_locals = Ref::share(locals);
  } else {
    *chosen_locals = given ? Ref::share(globals) : frame_locals(thread, frame);
    if (!*chosen_locals) return false;
  }
  Dict* dict = chosen_globals->as<Dict>();
  if (!dict_peek_name(dict, thread.names().__builtins__).is_empty()) return true;
  return dict_set_name(thread, dict, thread.names().__builtins__, Ref::share(thread.interpreter->builtins));
}

bool check_closure(Thread& thread, compiler::Mode mode, const Code* code, Value closure) {
  const uint32_t count = code->free_count;
  if (count == 0) {
    return closure.is_empty() || raise(thread, Error::TypeError, "cannot use a closure with this code object");
  }
  if (mode == compiler::Mode::Eval)
    return raise(thread, Error::TypeError, "code object passed to eval() may not contain free variables");
  bool fits = is_exact<Tuple>(closure) && as<Tuple>(closure)->length == count;
  for (uint32_t i = 0; fits && i < count; ++i) fits = is<CellObject>(as<Tuple>(closure)->items[i]);
  return fits || raise(thread, Error::TypeError, "code object requires a closure of exactly length {}", count);
}

Ref run_source(Thread& thread, const char* function, compiler::Mode mode, Value source, Value globals_arg, Value locals_arg, Value closure) {
  Ref globals, locals;
  if (!choose_namespaces(thread, function, globals_arg, locals_arg, &globals, &locals)) return {};
  Ref code;
  if (is<Code>(source)) {
    code = Ref::share(source);
  } else if (!closure.is_empty()) {
    return raise(thread, Error::TypeError, "closure can only be used when source is a code object");
  } else {
    compiler::Options options;
    options.mode = mode;
    options.inherited_flags = caller_flags(thread);
    options.optimize = thread.interpreter->optimize;
    std::string text;
    if (!source_text(thread, source, function, &text)) return {};
    if (mode == compiler::Mode::Eval) text.erase(0, text.find_first_not_of(" \t"));
    if (!announce_compile(thread, source, Value())) return {};
    code = compile_source(thread, text, options);
    if (!code) return {};
  }
  if (!check_closure(thread, mode, code.as<Code>(), closure) || !audit(thread, "exec", code.get())) return {};
  return run_code(thread, code.as<Code>(), globals.as<Dict>(), locals.get() == globals.get() ? Value::empty() : locals.get(), closure);
}

Ref builtin_exec(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value closure = args[3].is_none() ? Value::empty() : args[3];
  Ref result = run_source(thread, "exec", compiler::Mode::Exec, args[0], args[1], args[2], closure);
  return result ? Ref::none() : Ref();
}
Ref builtin_eval(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return run_source(thread, "eval", compiler::Mode::Eval, args[0], args[1], args[2], Value::empty());
}

Ref sys_getframe(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t depth = 0;
  if (!args[0].is_empty() && !index_as_int64(thread, args[0], &depth)) return {};
  Frame* frame = thread.frame;
  while (depth > 0 && frame > thread.frames + 1) {
    --frame;
    --depth;
  }
  if (depth > 0 || frame == thread.frames) return raise(thread, Error::ValueError, "call stack is not deep enough");
  Ref object = frame_object(thread, frame);
  return object && audit(thread, "sys._getframe", object.get()) ? std::move(object) : Ref();
}

const MethodDef kBuiltins[] = {
    {"compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", builtin_compile},
    {"exec", "(source, globals=None, locals=None, /, *, closure=None)", builtin_exec},
    {"eval", "(source, globals=None, locals=None, /)", builtin_eval},
    {"__build_class__", "*", build_class},
    {"__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", import_function},
};
const MethodDef kSystem[] = {{"_getframe", "(depth=0, /)", sys_getframe}, {"_current_frames", "()", audited<current_frames, "sys._current_frames">}};

}  // namespace

bool add_vm_builtins(Thread& thread) {
  Ref builtins = dict_get_name(thread.interpreter->modules, thread.names().builtins);
  Interpreter& interpreter = *thread.interpreter;
  if (!builtins || !add_functions(thread, builtins.as<Module>(), kBuiltins)) return false;
  if (!add_functions(thread, as<Module>(Value::object(interpreter.sys_module)), kSystem)) return false;
  interpreter.len_function = dict_peek_name(interpreter.builtins, intern(thread, std::string_view("len")));
  interpreter.list_append = lookup_in_type(thread, thread.types().list, intern(thread, std::string_view("append")));
  return true;
}

Ref frame_locals(Thread& thread) {
  Frame* frame = running_frame(thread);
  return frame ? frame_locals(thread, frame) : raise(thread, Error::SystemError, "frame does not exist");
}

}  // namespace gillab
