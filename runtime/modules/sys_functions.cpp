// The functions of sys: exit, the exception hooks, limits, sizes and counts.
#include "runtime/threads.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/warn.h"

namespace gillab {

namespace {

Ref sys_exit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value code = args[0];
  if (code.is_empty() || code.is_none()) {
    Ref exception = make_exception(thread, thread.error_type(Error::SystemExit), nullptr, 0);
    return exception ? raise_value(thread, std::move(exception)) : Failed{};
  }
  if (!is_exact<Tuple>(code)) return raise_object(thread, Error::SystemExit, code);
  auto* items = as<Tuple>(code);
  Ref exception =
      make_exception(thread, thread.error_type(Error::SystemExit), items->items, static_cast<uint32_t>(items->length));
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}

// --- exceptions

Ref sys_exc_info(Thread& thread, const Value*, uint32_t, Tuple*) {
  Value handled = current_handled(thread);
  if (!is<Exception>(handled)) return make_tuple_of(thread, Value::none(), Value::none(), Value::none());
  Ref held = Ref::share(handled);
  Ref traceback = as<Exception>(handled)->traceback.take();
  Value shown = traceback ? traceback.get() : Value::none();
  return make_tuple_of(thread, Value::object(type_of(handled.as_object())), handled, shown);
}

Ref sys_exception(Thread& thread, const Value*, uint32_t, Tuple*) { return Ref::share(current_handled(thread)); }

bool write_to_stderr(Thread& thread, const std::string& text) {
  Ref stream = sys_attribute(thread, thread.names().stderr);
  if (!stream || stream.get().is_none()) return true;
  Ref line = make_str(thread, text);
  if (!line) return false;
  Value argument = line.get();
  Ref done = call_method(thread, stream.get(), thread.names().write, &argument, 1);
  return static_cast<bool>(done);
}

Ref sys_excepthook(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Exception>(args[1])) {
    const std::string found(type_name(thread, args[1]));
    const std::string text = "TypeError: print_exception(): Exception expected for value, " + found + " found\n";
    return write_to_stderr(thread, text) ? Ref::none() : Ref();
  }
  if (is<Traceback>(args[2]) && as<Exception>(args[1])->traceback.peek().is_none()) {
    as<Exception>(args[1])->traceback.put(Ref::share(args[2]));
  }
  if (sys_attribute(thread, thread.names().stdout)) {
    Ref output = sys_attribute(thread, thread.names().stdout);
    if (!output.get().is_none()) {
      Ref flushed = call_method(thread, output.get(), thread.names().flush);
      clear_exception(thread);
    }
  }
  return write_to_stderr(thread, format_exception(thread, args[1])) ? Ref::none() : Ref();
}

// Calls what PYTHONBREAKPOINT names: "0" nothing, empty pdb.set_trace, else module.function.
Ref sys_breakpointhook(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  const char* setting = thread.interpreter->world->environment("PYTHONBREAKPOINT");
  std::string wanted = setting && *setting ? setting : "pdb.set_trace";
  if (wanted == "0") return Ref::none();
  size_t dot = wanted.rfind('.');
  std::string module_name = dot == std::string::npos ? "builtins" : wanted.substr(0, dot);
  Ref name = make_str(thread, module_name), import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref list = make_list(thread);
  Value given[] = {name.get(), Value::none(), Value::none(), list.get()};
  if (!name || !import || !list || !append(thread, list.as<List>(), make_str(thread, "*"))) return {};
  Ref module = call(thread, import.get(), given, 4);
  Ref hook = module ? get_attribute(thread, module.get(), intern(thread, wanted.substr(dot + 1))) : Ref();
  if (hook) return call(thread, hook.get(), args, count, names);
  bool missing = exception_matches(thread, Error::ImportError) || exception_matches(thread, Error::AttributeError);
  if (!missing || !setting || !*setting) return {};
  clear_exception(thread);
  bool quiet = warn(thread, Error::RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"" + wanted + "\"");
  return quiet ? Ref::none() : Ref();
}

Ref sys_displayhook(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[0].is_none()) return Ref::none();
  Dict* builtins = thread.interpreter->builtins;
  if (!dict_set_name(thread, builtins, thread.names()._, Ref::none())) return {};
  Ref output = sys_attribute(thread, thread.names().stdout);
  Ref text = repr(thread, args[0]);
  Ref line = text ? format_text(thread, "{}\n", {text.get()}) : Ref();
  if (!line) return {};
  if (!output || output.get().is_none()) return raise(thread, Error::RuntimeError, "lost sys.stdout");
  Value argument = line.get();
  if (!call_method(thread, output.get(), thread.names().write, &argument, 1)) return {};
  return dict_set_name(thread, builtins, thread.names()._, Ref::share(args[0])) ? Ref::none() : Ref();
}

// --- limits

Ref sys_getrecursionlimit(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, thread.interpreter->recursion_limit);
}

Ref sys_setrecursionlimit(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  if (!index_as_int64(thread, args[0], &limit)) return {};
  if (limit < 1) return raise(thread, Error::ValueError, "recursion limit must be greater or equal than 1");
  if (limit > INT32_MAX) return raise(thread, Error::OverflowError, "signed integer is greater than maximum");
  int64_t depth = thread.frame - thread.frames + thread.native_depth;
  if (depth >= limit) {
    return raise(thread, Error::RecursionError,
                 "cannot set the recursion limit to {} at the recursion depth {}: the limit is too low", limit, depth);
  }
  thread.interpreter->recursion_limit = static_cast<uint32_t>(limit);
  apply_recursion_limit(thread);
  return Ref::none();
}

Ref sys_get_int_max_str_digits(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_int(thread, thread.interpreter->int_max_str_digits);
}

Ref sys_set_int_max_str_digits(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t digits;
  if (!index_as_int64(thread, args[0], &digits)) return {};
  if (digits != 0 && digits < 640) return raise(thread, Error::ValueError, "maxdigits must be 0 or larger than 640");
  thread.interpreter->int_max_str_digits = static_cast<int>(digits);
  return Ref::none();
}

Ref sys_getswitchinterval(Thread& thread, const Value*, uint32_t, Tuple*) {
  return make_float(thread, thread.interpreter->switch_interval);
}

Ref sys_setswitchinterval(Thread& thread, const Value* args, uint32_t, Tuple*) {
  double seconds;
  if (!as_double(thread, args[0], &seconds)) return {};
  if (!(seconds > 0)) return raise(thread, Error::ValueError, "switch interval must be strictly positive");
  set_switch_interval(*thread.interpreter, seconds);
  return Ref::none();
}

// --- objects

Ref sys_getrefcount(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!args[0].is_object()) return make_int(thread, 1'000'000'000);  // never counted
  return make_int(thread, int64_t{gil::Count::total(args[0].as_object()->header)});
}

Ref sys_getsizeof(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Type* type = type_of(thread, args[0]);
  Held method = find_in_type(thread, type, intern(thread, std::string_view("__sizeof__")));  // a class has its own
  Ref bound = method.is_empty() ? Ref() : bind_descriptor(thread, method.get(), args[0], Value::object(type));
  Ref size = bound ? call(thread, bound.get()) : Ref();
  if (size) return size;
  if (args[1].is_empty() || !exception_matches(thread, Error::TypeError)) return {};
  clear_exception(thread);
  return Ref::share(args[1]);
}

Ref sys_intern(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[0])) {
    return raise(thread, Error::TypeError, "intern() argument must be str, not {}", type_name(thread, args[0]));
  }
  if (!is_exact<Str>(args[0])) return raise(thread, Error::TypeError, "can't intern {}", type_name(thread, args[0]));
  Str* name = intern(thread, as<Str>(args[0]));
  return name ? Ref::share(name) : Ref();
}

Ref constant_text(Thread& thread, const char* text) { return make_str(thread, text); }
Ref sys_getdefaultencoding(Thread& thread, const Value*, uint32_t, Tuple*) { return constant_text(thread, "utf-8"); }
Ref sys_getfilesystemencodeerrors(Thread& thread, const Value*, uint32_t, Tuple*) {
  return constant_text(thread, "surrogateescape");
}
Ref sys_is_gil_enabled(Thread&, const Value*, uint32_t, Tuple*) {
  return Ref::boolean(std::string_view(gil::Layer::kName) == "gil");
}
Ref sys_is_finalizing(Thread& thread, const Value*, uint32_t, Tuple*) {
  return Ref::boolean(thread.interpreter->finalizing);
}
Ref sys_getallocatedblocks(Thread& thread, const Value*, uint32_t, Tuple*) {
  MemoryFigures figures = memory_figures(*thread.interpreter);
  return make_int(thread, static_cast<int64_t>(figures.objects_allocated - figures.objects_freed));
}
Ref nothing(Thread&, const Value*, uint32_t, Tuple*) { return Ref::none(); }

const MethodDef kFunctions[] = {{"exit", "(status=None, /)", sys_exit},
                                {"exc_info", "()", sys_exc_info},
                                {"exception", "()", sys_exception},
                                {"breakpointhook", "*", sys_breakpointhook},
                                {"__breakpointhook__", "*", sys_breakpointhook},
                                {"excepthook", "(exctype, value, traceback, /)", sys_excepthook},
                                {"__excepthook__", "(exctype, value, traceback, /)", sys_excepthook},
                                {"displayhook", "(object, /)", sys_displayhook},
                                {"__displayhook__", "(object, /)", sys_displayhook},
                                {"getrecursionlimit", "()", sys_getrecursionlimit},
                                {"setrecursionlimit", "(limit, /)", sys_setrecursionlimit},
                                {"get_int_max_str_digits", "()", sys_get_int_max_str_digits},
                                {"set_int_max_str_digits", "(maxdigits)", sys_set_int_max_str_digits},
                                {"getswitchinterval", "()", sys_getswitchinterval},
                                {"setswitchinterval", "(interval, /)", sys_setswitchinterval},
                                {"getrefcount", "(object, /)", sys_getrefcount},
                                {"getsizeof", "(object, default=None)", sys_getsizeof},
                                {"intern", "(string, /)", sys_intern},
                                {"getdefaultencoding", "()", sys_getdefaultencoding},
                                {"getfilesystemencoding", "()", sys_getdefaultencoding},
                                {"getfilesystemencodeerrors", "()", sys_getfilesystemencodeerrors},
                                {"_is_gil_enabled", "()", sys_is_gil_enabled},
                                {"is_finalizing", "()", sys_is_finalizing},
                                {"getallocatedblocks", "()", sys_getallocatedblocks},
                                {"_clear_type_cache", "()", nothing}};

}  // namespace

bool add_system_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
