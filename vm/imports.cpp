// The import statement and __import__: sys.modules, then files on sys.path, then modules of the binary.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/embedded.h"
#include "runtime/exception.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "vm/calls.h"
#include "vm/contention_report.h"
#include "vm/evaluate.h"
#include "vm/frames.h"
#include "vm/import_lock.h"
#include "vm/slow.h"

namespace gillab {

bool read_file(const std::string& path, std::string* content) {
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct stat info{};
  fstat(descriptor, &info);
  if (S_ISDIR(info.st_mode)) {
    close(descriptor);
    errno = EISDIR;
    return false;
  }
  content->clear();
  char buffer[65536];
  ssize_t got;
  while ((got = read(descriptor, buffer, sizeof buffer)) > 0 || (got < 0 && errno == EINTR)) {
    if (got > 0) content->append(buffer, static_cast<size_t>(got));
  }
  int problem = errno;
  close(descriptor);
  errno = problem;
  return got == 0;
}

namespace {

bool is_file(const std::string& path) {
  struct stat info{};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}
bool is_directory(const std::string& path) {
  struct stat info{};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

struct Source {  // where a module's source is
  std::string path;      // the file, or "<frozen name>" for those of the binary
  std::string directory; // of a package: what its __path__ holds
  std::string source;
  bool package = false;
  bool namespace_package = false;
};

bool find_in_directory(const std::string& directory, const std::string& name, Source* found) {
  std::string base = directory.empty() ? name : directory + "/" + name;
  if (is_file(base + "/__init__.py")) {
    found->path = base + "/__init__.py";
    found->directory = base;
    found->package = true;
    return read_file(found->path, &found->source);
  }
  if (is_file(base + ".py")) {
    found->path = base + ".py";
    return read_file(found->path, &found->source);
  }
  if (is_directory(base) && found->directory.empty()) {
    found->directory = base;
    found->package = found->namespace_package = true;
  }
  return false;
}

bool find_in_binary(const std::string& name, Source* found) {
  std::string file = name;
  for (char& c : file) c = c == '.' ? '/' : c;
  const runtime::EmbeddedFile* embedded = runtime::find_embedded(file + ".py");
  if (!embedded) {
    embedded = runtime::find_embedded(file + "/__init__.py");
    if (!embedded) return false;  // what was found before, a folder without __init__.py, stays
    found->package = true;
  } else {
    found->package = false;
  }
  found->namespace_package = false;
  found->path = "<frozen " + name + ">";
  found->directory = "<frozen " + name + ">";
  found->source = embedded->source();
  return true;
}

Ref known_module(Thread& thread, Str* name) {
  return dict_get_name(thread.interpreter->modules, name);
}

void set_text(Thread& thread, Dict* dict, Str* name, const std::string& text) {
  Ref value = make_str(thread, text);
  if (value) dict_set_name(thread, dict, name, std::move(value));
}

std::string parent_of(const std::string& name) {
  size_t dot = name.rfind('.');
  return dot == std::string::npos ? "" : name.substr(0, dot);
}

Ref new_module(Thread& thread, const std::string& name, Str* interned) {
  Ref module = make_module(thread, interned);
  if (!module) return {};
  Dict* dict = module_dict(module.as<Module>());
  set_text(thread, dict, thread.names().__package__, parent_of(name));
  const bool is_main = interned == thread.names().__main__;  // the others get what is in the module
  Ref builtins = is_main ? dict_get_name(thread.interpreter->modules, thread.names().builtins)
                         : Ref::share(thread.interpreter->builtins);
  dict_set_name(thread, dict, thread.names().__builtins__, std::move(builtins));
  return dict_set_name(thread, thread.interpreter->modules, interned, module.share()) ? std::move(module) : Ref();
}

Ref load_native(Thread& thread, const NativeModule& native, const std::string& name, Str* interned) {
  Ref module = new_module(thread, name, interned);
  // Types leave a MemoryError on the thread when a row of their tables could not be added.
  if (module && native.initialise(thread, module.as<Module>()) && !thread.has_exception()) return module;
  dict_delete_name(thread, thread.interpreter->modules, interned);
  return {};
}

Ref import_one(Thread& thread, const std::string& name);

// __spec__ and __loader__. Those of the library, which are in the binary, have none: few programs look, and each would
// pay. What goes wrong here leaves them None.
void tell_where_from(Thread& thread, Dict* dict, const std::string& name, const Source& found) {
  if (found.path.starts_with("<frozen ")) return;
  Ref kinds = import_one(thread, "_import_kinds");
  Ref text = make_str(thread, name), file = found.namespace_package ? Ref::none() : make_str(thread, found.path);
  Ref directories = dict_get_name(dict, thread.names().__path__);
  if (kinds && text && file) {
    const Value given[] = {Value::object(dict), text.get(), file.get(), directories ? directories.get() : Value::none()};
    (void)call_method(thread, kinds.get(), intern(thread, std::string_view("_complete")), given, 4);
  }
  clear_exception(thread);
}

Ref load_source(Thread& thread, const Source& found, const std::string& name, Str* interned) {
  Ref module = new_module(thread, name, interned);
  if (!module) return {};
  Dict* dict = module_dict(module.as<Module>());
  if (found.namespace_package) dict_set_name(thread, dict, thread.names().__file__, Ref::none());
  else set_text(thread, dict, thread.names().__file__, found.path);
  if (found.package) {
    set_text(thread, dict, thread.names().__package__, name);
    Ref directory = make_str(thread, found.directory);
    Value items[] = {directory.get()};
    dict_set_name(thread, dict, thread.names().__path__, make_list_of(thread, items, 1));
  }
  tell_where_from(thread, dict, name, found);
  if (found.namespace_package) return module;
  Ref code = compile_file(thread, found.source, found.path);
  if (code) keep_for_figures(code.as<Code>());
  Ref result = code ? run_code(thread, code.as<Code>(), dict, Value::empty(), Value::empty()) : Ref();
  if (result) {
    Ref replaced = dict_get_name(thread.interpreter->modules, interned);  // a module may put something else there
    return replaced ? std::move(replaced) : std::move(module);
  }
  Ref exception = take_exception(thread);
  dict_delete_name(thread, thread.interpreter->modules, interned);
  thread.exception = exception.release();
  return {};
}

Failed raise_not_found(Thread& thread, const std::string& name, const std::string& not_package) {
  Ref text = make_str(thread, name), package = make_str(thread, not_package);
  Ref shown = text ? repr(thread, text.get()) : Ref(), outer = package ? repr(thread, package.get()) : Ref();
  if (!shown || !outer) return {};
  Ref message = not_package.empty() ? format_text(thread, "No module named {}", {FormatArg(shown.get())})
                                    : format_text(thread, "No module named {}; {} is not a package",
                                                  {FormatArg(shown.get()), FormatArg(outer.get())});
  Ref exception = message ? call(thread, Value::object(thread.error_type(Error::ModuleNotFoundError)), message.get()) : Ref();
  if (!exception) return {};
  set_attribute(thread, exception.get(), thread.names().name, text.get());
  return raise_value(thread, std::move(exception));
}

Failed raise_halted(Thread& thread, const std::string& name) {
  return raise(thread, Error::ModuleNotFoundError, "import of {} halted; None in sys.modules", std::string_view(name));
}

// Modules that CPython has built in: no file of that name comes before them.
bool is_core(std::string_view name) {
  constexpr std::string_view kCore[] = {"atexit", "builtins", "errno", "faulthandler", "gc", "gillab", "itertools", "marshal", "math", "sys", "time"};
  for (std::string_view core : kCore) {
    if (name == core) return true;
  }
  return name[0] == '_';
}

// What asks finders and hooks. What it needs itself is found without asking anybody.
thread_local bool brings_util = false;
Ref import_util(Thread& thread) {
  brings_util = true;
  Ref util = import_absolute(thread, "importlib.util");
  brings_util = false;
  return util;
}

// What a finder that a script has put into sys.meta_path makes of the name; None: nothing, as without any.
Ref ask_finders(Thread& thread, Str* name, Value parent_path) {
  Ref finders = get_attribute_or_empty(thread, Value::object(thread.interpreter->sys_module), intern(thread, "meta_path"));
  clear_exception(thread);
  if (!finders || !is<List>(finders.get()) || finders.as<List>()->length.get() == 0) return Ref::none();
  if (brings_util) return Ref::none();
  Ref util = import_util(thread);
  Value given[] = {Value::object(name), parent_path.is_empty() ? Value::none() : parent_path};
  return util ? call_method(thread, util.get(), intern(thread, "_ask_finders"), given, 2) : Ref();
}

// What sys.path_hooks, and archives, make of the name in an entry that is no folder: the module, or None.
Ref ask_path_hooks(Thread& thread, Str* name, Value entry) {
  const std::string text = is<Str>(entry) ? to_utf8(as<Str>(entry)) : "";
  if (brings_util || text.empty() || text.starts_with("<frozen ") || is_directory(text)) return Ref::none();
  Ref util = import_util(thread);
  Ref entries = util ? make_tuple_of(thread, entry) : Ref();
  Value given[] = {Value::object(name), entries.get()};
  return entries ? call_method(thread, util.get(), intern(thread, "_ask_path_hooks"), given, 2) : Ref();
}

// Entry for entry. True: `found` is filled, or `by_hook` is the module that a hook has loaded. Without a name hooks are
// not asked.
bool find_on_path(Thread& thread, Value path, Str* name, const std::string& tail, Source* found, Ref* by_hook) {
  Ref entries = list_from(thread, path);
  if (!entries) return false;
  for (uint32_t i = 0; i < entries.as<List>()->length.get(); ++i) {
    Value entry = entries.as<List>()->items.get()[i];
    if (is<Str>(entry) && find_in_directory(to_utf8(as<Str>(entry)), tail, found)) return true;
    if (!name) continue;
    *by_hook = ask_path_hooks(thread, name, entry);
    if (!*by_hook) return false;
    if (!by_hook->get().is_none()) return true;
  }
  return false;
}

bool announce_import(Thread& thread, Str* name) {
  Ref places[3];
  const char* const kNames[] = {"path", "meta_path", "path_hooks"};
  for (size_t i = 0; i < 3; ++i) {
    Str* each = intern(thread, std::string_view(kNames[i]));
    places[i] = get_attribute_or_empty(thread, Value::object(thread.interpreter->sys_module), each);
    if (!places[i] && thread.has_exception()) return false;
  }
  return audit(thread, "import", Value::object(name), Value(), places[0].get(), places[1].get(), places[2].get());
}

// One module whose parents are imported. `path`: the parent's __path__, or empty for sys.path.
Ref find_and_load(Thread& thread, const std::string& name, Str* interned, Value parent_path) {
  if (audits(thread) && !announce_import(thread, interned)) return {};
  std::string tail = name.substr(name.rfind('.') + 1);
  const NativeModule* native = find_native_module(name.c_str());
  if (native && is_core(name)) return load_native(thread, *native, name, interned);
  Ref by_finder = ask_finders(thread, interned, parent_path);
  if (!by_finder || !by_finder.get().is_none()) return by_finder;
  Ref path;
  if (parent_path.is_empty()) path = get_attribute_or_empty(thread, Value::object(thread.interpreter->sys_module), thread.names().path);
  Source found;
  Ref by_hook;
  if (find_on_path(thread, parent_path.is_empty() ? path.get() : parent_path, interned, tail, &found, &by_hook)) {
    return by_hook && !by_hook.get().is_none() ? std::move(by_hook) : load_source(thread, found, name, interned);
  }
  if (thread.has_exception()) return {};
  if (native) return load_native(thread, *native, name, interned);
  if (find_in_binary(name, &found)) return load_source(thread, found, name, interned);
  if (found.namespace_package) return load_source(thread, found, name, interned);
  return raise_not_found(thread, name, "");
}

// None in sys.modules hides the half in C++ of a module, so that a test gets the half in Python: here there is no other
// half, and the library's own modules find it nevertheless.
const NativeModule* hidden_half(Thread& thread, const std::string& name) {
  Frame* frame = running_frame(thread);
  if (!frame || name[0] != '_') return nullptr;
  Ref importer = frame->code->filename.take();
  return to_utf8(importer.as<Str>()).starts_with("<frozen ") ? find_native_module(name.c_str()) : nullptr;
}

Ref import_one(Thread& thread, const std::string& name) {
  Str* interned = intern(thread, std::string_view(name));
  if (!interned || !wait_for_module(thread, name)) return {};
  Ref module = known_module(thread, interned);
  if (module.get().is_none()) {
    const NativeModule* half = hidden_half(thread, name);
    return half ? load_native(thread, *half, name, interned) : raise_halted(thread, name);
  }
  if (module) return module;
  std::string parent_name = parent_of(name);
  Ref parent, parent_path;
  if (!parent_name.empty()) {
    parent = import_one(thread, parent_name);
    if (!parent) return {};
    module = known_module(thread, interned);  // importing the parent may have imported it
    if (module) return module;
    parent_path = get_attribute_or_empty(thread, parent.get(), thread.names().__path__);
    if (!parent_path) {
      clear_exception(thread);
      return raise_not_found(thread, name, parent_name);
    }
  }
  {
    LoadingModule loading(thread, name);
    if (!loading) return import_one(thread, name);
    module = known_module(thread, interned);  // another thread may have loaded it since
    if (!module) module = find_and_load(thread, name, interned, parent_path.get());
  }
  if (!module || !parent) return module;
  Str* tail = intern(thread, std::string_view(name).substr(parent_name.size() + 1));
  return set_attribute(thread, parent.get(), tail, module.get()) ? std::move(module) : Ref();
}

// The package a relative import starts from; an error is set when empty.
std::string package_of(Thread& thread, Value globals) {
  if (!is<Dict>(globals)) return "";
  Dict* dict = as<Dict>(globals);
  Ref package = dict_get_name(dict, thread.names().__package__);
  if (is<Str>(package.get())) return to_utf8(package.as<Str>());
  Ref name = dict_get_name(dict, thread.names().__name__);
  std::string text = is<Str>(name.get()) ? to_utf8(name.as<Str>()) : "";
  return dict_peek_name(dict, thread.names().__path__).is_empty() ? parent_of(text) : text;
}

bool absolute_name(Thread& thread, Str* name, Value globals, int64_t level, std::string* result) {
  *result = to_utf8(name);
  if (level < 0) return raise(thread, Error::ValueError, "level must be >= 0");
  if (level == 0) return !result->empty() || raise(thread, Error::ValueError, "Empty module name");
  std::string package = package_of(thread, globals);
  if (package.empty()) return raise(thread, Error::ImportError, "attempted relative import with no known parent package");
  for (int64_t i = 1; i < level; ++i) {
    if (package.find('.') == std::string::npos)
      return raise(thread, Error::ImportError, "attempted relative import beyond top-level package");
    package = parent_of(package);
  }
  *result = result->empty() ? package : package + "." + *result;
  return true;
}

// `from package import a, b`: submodules that are no attributes yet.
bool import_submodules(Thread& thread, Value module, const std::string& name, Value from_list, bool of_all = false) {
  if (!is<Tuple>(from_list) && !is<List>(from_list)) return true;
  Ref path = get_attribute_or_empty(thread, module, thread.names().__path__);
  if (!path) {
    clear_exception(thread);
    return true;
  }
  Each each(thread, from_list);
  while (Ref item = each.next()) {
    if (!is<Str>(item.get())) {
      const std::string where = of_all ? name + ".__all__" : "``from list''";
      return raise(thread, Error::TypeError, "Item in {} must be str, not {}", where, type_name(thread, item.get()));
    }
    if (equals_ascii(item.as<Str>(), "*")) {
      if (of_all) continue;  // a name like any other, which no module has
      Ref all = get_attribute_or_empty(thread, module, thread.names().__all__);
      clear_exception(thread);
      if (all && !import_submodules(thread, module, name, all.get(), true)) return false;
      continue;
    }
    Ref present = get_attribute_or_empty(thread, module, intern(thread, item.as<Str>()));
    clear_exception(thread);
    if (present) continue;
    std::string full = name + "." + to_utf8(item.as<Str>());
    if (import_one(thread, full)) continue;
    if (!exception_matches(thread, Error::ModuleNotFoundError)) return false;
    Ref exception = take_exception(thread);
    Ref missing = get_attribute_or_empty(thread, exception.get(), thread.names().name);
    clear_exception(thread);
    if (is<Str>(missing.get()) && to_utf8(missing.as<Str>()) == full) continue;
    thread.exception = exception.release();
    return false;
  }
  return !each.failed();
}

Ref import_with(Thread& thread, Str* name, Value globals, Value from_list, int64_t level) {
  std::string absolute;
  if (!absolute_name(thread, name, globals, level, &absolute)) return {};
  Ref module = import_one(thread, absolute);
  if (!module) return {};
  Truth wants = from_list.is_empty() || from_list.is_none() ? Truth::No : truth(thread, from_list);
  if (wants == Truth::Error) return {};
  if (wants == Truth::Yes) return import_submodules(thread, module.get(), absolute, from_list) ? std::move(module) : Ref();
  std::string given = to_utf8(name);
  size_t dot = given.find('.');
  if (dot == std::string::npos) return module;
  return import_one(thread, absolute.substr(0, absolute.size() - (given.size() - dot)));
}

}  // namespace

Ref import_absolute(Thread& thread, std::string_view name) { return import_one(thread, std::string(name)); }

bool find_source(Thread& thread, std::string_view name, std::string* path, std::string* source, bool* package) {
  Source found;
  std::string full(name), parent = parent_of(full);
  Ref directories;
  if (parent.empty()) {
    directories = get_attribute_or_empty(thread, Value::object(thread.interpreter->sys_module), thread.names().path);
  } else {
    Ref module = import_one(thread, parent);
    directories = module ? get_attribute_or_empty(thread, module.get(), thread.names().__path__) : Ref();
  }
  bool there = directories && find_on_path(thread, directories.get(), nullptr, full.substr(full.rfind('.') + 1), &found, nullptr);
  if (!there) there = find_in_binary(full, &found);
  *path = found.path;
  *source = found.source;
  *package = found.package;
  return there;
}

Ref import_function(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "__import__() argument 'name'");
  int64_t level = 0;
  if (!name || (!args[4].is_empty() && !index_as_int64(thread, args[4], &level))) return {};
  return import_with(thread, name, args[1], args[3], level);
}

Value import_name(Thread& thread, Str* name, Value from_list, Value level) {
  Ref builtins = builtins_of(thread, thread.frame->globals);
  Ref function = builtins ? dict_get_name(builtins.as<Dict>(), thread.names().__import__) : Ref();
  Value globals = Value::object(thread.frame->globals);
  if (!function) return raise(thread, Error::ImportError, "__import__ not found");
  if (!is<Native>(function.get())) {
    Value args[] = {Value::object(name), globals, Value::none(), from_list, level};
    return call(thread, function.get(), args, 5).release();
  }
  return import_with(thread, name, globals, from_list, level.as_int()).release();
}

Value import_from(Thread& thread, Value module, Str* name) {
  Ref value = get_attribute_or_empty(thread, module, name);
  if (value || thread.has_exception()) return value.release();
  Ref module_name = get_attribute_or_empty(thread, module, thread.names().__name__);
  clear_exception(thread);
  Ref file = get_attribute_or_empty(thread, module, thread.names().__file__);
  clear_exception(thread);
  if (is<Str>(module_name.get())) {
    std::string full = to_utf8(module_name.as<Str>()) + "." + to_utf8(name);
    Ref submodule = known_module(thread, intern(thread, std::string_view(full)));
    if (submodule) return submodule.release();
  }
  Ref shown = is<Str>(module_name.get()) ? module_name.share() : make_str(thread, "<unknown module name>");
  Ref place = is<Str>(file.get()) ? file.share() : make_str(thread, "unknown location");
  Ref message = format_text(thread, "cannot import name '{}' from '{}' ({})", {FormatArg(name), FormatArg(shown.get()), FormatArg(place.get())});
  Ref exception = message ? call(thread, Value::object(thread.error_type(Error::ImportError)), message.get()) : Ref();
  if (exception) {
    set_attribute(thread, exception.get(), thread.names().name, shown.get());
    if (is<Str>(file.get())) set_attribute(thread, exception.get(), thread.names().path, file.get());
    raise_value(thread, std::move(exception));
  }
  return Value();
}

bool import_star(Thread& thread, Value module) {
  Ref all = get_attribute_or_empty(thread, module, thread.names().__all__);
  if (!all && thread.has_exception()) return false;
  bool skips_underscored = !all;
  if (!all) {
    Ref dict = get_attribute(thread, module, thread.names().__dict__);
    if (!dict) return false;
    all = list_from(thread, dict.get());
    if (!all) return false;
  }
  Value target = thread.frame->namespace_.is_object() ? thread.frame->namespace_ : Value::object(thread.frame->globals);
  Each each(thread, all.get());
  while (Ref item = each.next()) {
    Str* name = expect_str(thread, item.get(), "Item in __all__");
    if (!name) return false;
    if (skips_underscored && name->length && name->at(0) == '_') continue;
    Ref value = get_attribute(thread, module, intern(thread, name));
    if (!value || !set_item(thread, target, item.get(), value.get())) return false;
  }
  return !each.failed();
}

Ref make_main_module(Thread& thread) {
  Ref module = new_module(thread, "__main__", thread.names().__main__);
  if (!module) return {};
  Dict* dict = module_dict(module.as<Module>());
  dict_set_name(thread, dict, thread.names().__package__, Ref::none());
  Ref annotations = make_dict(thread), builtins = dict_get_name(dict, thread.names().__builtins__);
  if (!annotations || !builtins) return {};
  dict_delete_name(thread, dict, thread.names().__builtins__);  // it comes behind the other
  dict_set_name(thread, dict, thread.names().__annotations__, std::move(annotations));
  dict_set_name(thread, dict, thread.names().__builtins__, std::move(builtins));
  return module;
}

}  // namespace gillab
