// print, input and open.
#include <cstring>

#include "runtime/audit.h"
#include "runtime/files/file.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/builtins.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// Where text goes: straight into a file of ours, or through the method write of anything else.
struct Sink {
  Thread& thread;
  Value file;
  TextFile* quick;

  Sink(Thread& thread, Value file)
      : thread(thread),
        file(file),
        quick(is_plain_text_file(thread, file) ? static_cast<TextFile*>(file.as_object()) : nullptr) {}

  bool write(Value text) {
    if (quick) {
      Guard guard(quick->header);
      return write_text(thread, quick, as<Str>(text));
    }
    return static_cast<bool>(call_method(thread, file, thread.names().write, &text, 1));
  }

  bool write_value(Value value) {
    if (is_exact<Str>(value)) return write(value);
    Ref text = str(thread, value);
    return text && write(text.get());
  }

  bool flush() {
    if (quick) {
      Guard guard(quick->header);
      return flush_text(thread, quick);
    }
    return static_cast<bool>(call_method(thread, file, thread.names().flush));
  }
};

struct PrintOptions {
  Value separator, end, file;
  bool flush = false;
};

bool read_option(Thread& thread, const Str* name, Value value, PrintOptions* options) {
  bool is_separator = equals_ascii(name, "sep");
  if (is_separator || equals_ascii(name, "end")) {
    if (!value.is_none() && !is<Str>(value)) {
      return raise(thread, Error::TypeError, "{} must be None or a string, not {}", name, type_name(thread, value));
    }
    if (!value.is_none()) (is_separator ? options->separator : options->end) = value;
    return true;
  }
  if (equals_ascii(name, "file")) {
    options->file = value;
    return true;
  }
  if (!equals_ascii(name, "flush")) {
    return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for print()", name);
  }
  Truth flush = truth(thread, value);
  options->flush = flush == Truth::Yes;
  return flush != Truth::Error;
}

bool print_all(Sink sink, const Value* args, uint32_t count, const PrintOptions& options) {
  Interpreter& interpreter = *sink.thread.interpreter;
  Value separator = options.separator.is_empty() ? Value::object(interpreter.latin1_strings[' ']) : options.separator;
  Value end = options.end.is_empty() ? Value::object(interpreter.latin1_strings['\n']) : options.end;
  for (uint32_t i = 0; i < count; ++i) {
    if (i > 0 && !sink.write(separator)) return false;
    if (!sink.write_value(args[i])) return false;
  }
  return sink.write(end) && (!options.flush || sink.flush());
}

Ref builtin_print(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  PrintOptions options;
  for (uint64_t i = 0; names && i < names->length; ++i) {
    if (!read_option(thread, as<Str>(names->items[i]), args[count + i], &options)) return {};
  }
  bool standard = options.file.is_empty() || options.file.is_none();
  Ref file = standard ? sys_attribute(thread, thread.names().stdout) : Ref::share(options.file);
  if (!file) return raise(thread, Error::RuntimeError, "lost sys.stdout");
  if (file.get().is_none()) return Ref::none();
  return print_all(Sink(thread, file.get()), args, count, options) ? Ref::none() : Ref();
}

// --- input

Ref standard_stream(Thread& thread, Str* name) {
  Ref stream = sys_attribute(thread, name);
  if (stream && !stream.get().is_none()) return stream;
  return raise(thread, Error::RuntimeError, "input(): lost sys.{}", name);
}

Ref builtin_input(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref input = standard_stream(thread, thread.names().stdin);
  Ref output = input ? standard_stream(thread, thread.names().stdout) : Ref();
  if (!output || !audit(thread, "builtins.input", args[0])) return {};
  Sink sink(thread, output.get());
  if (!args[0].is_empty() && !sink.write_value(args[0])) return {};
  if (!sink.flush()) clear_exception(thread);  // stdout may be anything
  Ref line = call_method(thread, input.get(), intern(thread, std::string_view("readline")));
  if (!line) return {};
  if (!is<Str>(line.get())) return raise(thread, Error::TypeError, "object.readline() returned non-string");
  auto* text = line.as<Str>();
  if (text->length == 0) return raise(thread, Error::EOFError, "EOF when reading a line");
  bool ended = text->at(text->length - 1) == '\n';
  Ref result = ended ? substring(thread, text, 0, text->length - 1) : std::move(line);
  return result && audit(thread, "builtins.input/result", result.get()) ? std::move(result) : Ref();
}

const MethodDef kFunctions[] = {
    {"print", "*", builtin_print},
    {"input", "(prompt='', /)", builtin_input},
    {"open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
     open_file}};

}  // namespace

bool add_output_builtins(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
