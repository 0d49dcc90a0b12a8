// The start and the end of an interpreter. What the built-in types and modules contain is said in their own files.
#include <sched.h>

#include "runtime/threads.h"
#include "runtime/interpreter.h"

#include <algorithm>
#include <cstdio>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/collector.h"
#include "runtime/core/release.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/files/file.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/tracing.h"
#include "runtime/classes/attribute_store.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

namespace {

const char* const kNameTexts[] = {
#define GILLAB_NAME(name) #name,
#include "runtime/names.def"
#undef GILLAB_NAME
};

const char* const kDunderTexts[] = {
#define GILLAB_DUNDER(name, text) text,
#include "runtime/dunders.def"
#undef GILLAB_DUNDER
};

// A name that is a keyword of C++ has an underscore more in names.def.
std::string_view text_of_name(const char* name) { return std::string_view(name) == "throw_" ? "throw" : name; }

bool make_shared_objects(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  if (!interpreter.empty_string) interpreter.empty_string = new_str(thread, 0, 0);
  for (int i = 0; i < 256 && interpreter.empty_string; ++i) {
    if (interpreter.latin1_strings[i]) continue;
    Str* text = new_str(thread, 1, static_cast<char32_t>(i));
    if (!text) return false;
    text->data1()[0] = static_cast<uint8_t>(i);
    interpreter.latin1_strings[i] = text;
  }
  if (!interpreter.empty_tuple) interpreter.empty_tuple = new_tuple(thread, 0);
  if (!interpreter.empty_bytes) interpreter.empty_bytes = new_bytes(thread, 0);
  return interpreter.empty_string && interpreter.empty_tuple && interpreter.empty_bytes;
}

bool intern_names(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  auto* names = reinterpret_cast<Str**>(&interpreter.names);
  for (size_t i = 0; i < std::size(kNameTexts); ++i) {
    if (!(names[i] = intern(thread, text_of_name(kNameTexts[i])))) return false;
  }
  for (size_t i = 0; i < kDunderCount; ++i) {
    if (!(interpreter.dunder_names[i] = intern(thread, std::string_view(kDunderTexts[i])))) return false;
  }
  return true;
}

// A module that exists from the start. The interpreter keeps it through sys.modules.
Module* start_module(Thread& thread, const char* name, bool (*initialise)(Thread&, Module*)) {
  Str* key = intern(thread, std::string_view(name));
  Ref module = key ? make_module(thread, key) : Ref();
  if (!module || !dict_set_name(thread, thread.interpreter->modules, key, module.share())) return nullptr;
  return initialise(thread, module.as<Module>()) ? module.as<Module>() : nullptr;
}

bool start_modules(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  Ref modules = make_dict(thread);
  if (!modules) return false;
  interpreter.modules = as<Dict>(modules.release());
  Module* builtins = start_module(thread, "builtins", init_builtins);
  if (!builtins) return false;
  interpreter.builtins = module_dict(builtins);
  take(interpreter.builtins);  // a script may empty sys.modules
  Module* sys = start_module(thread, "sys", init_sys);
  interpreter.sys_module = sys;
  if (sys) take(sys);
  return sys != nullptr;
}

bool keep_memory_error(Thread& thread) {
  Ref exception = make_exception(thread, thread.error_type(Error::MemoryError), nullptr, 0);
  if (!exception) return false;
  thread.interpreter->memory_error = exception.release().as_object();
  return true;
}

bool start_parts(Thread& thread) {
  return create_builtin_types(thread) && make_shared_objects(thread) && intern_names(thread) &&
         name_builtin_types(thread) && finish_builtin_types(thread) && keep_memory_error(thread) &&
         start_modules(thread);
}

}  // namespace

Thread* make_thread(Interpreter& interpreter) {
  auto* thread = new Thread;
  thread->interpreter = &interpreter;
  thread->handled = Value::none();
  std::lock_guard lock(interpreter.threads_mutex);
  if (!interpreter.threads.empty()) {
    std::copy(std::begin(interpreter.threads[0]->shapes), std::end(interpreter.threads[0]->shapes), thread->shapes);
  }
  thread->id = ++interpreter.last_thread_id;
  interpreter.threads.push_back(thread);
  thread->collect_threshold = collector_threshold(interpreter.collector);
  return thread;
}

void free_thread(Thread* thread) {
  retire_thread(*thread);
  delete thread;
}

Thread* start_interpreter(std::unique_ptr<World> world) {
  auto* interpreter = new Interpreter;
  interpreter->world = std::move(world);
  interpreter->hash_seed = interpreter->world->hash_seed();
  interpreter->heap = make_heap();
  interpreter->interned = make_intern_table();
  make_module_types(*interpreter);
  interpreter->weak_references = make_weak_table();
  interpreter->beside_attributes = make_attribute_table();
  Thread* thread = make_thread(*interpreter);
  interpreter->main_thread = thread;
  set_current_thread(thread);
  measure_stack(*thread, 0);
  name_native_thread(*thread);
  interpreter->turn.begin(thread->attached);
  interpreter->turn.attach(thread->attached);
  return start_parts(*thread) ? thread : nullptr;
}

// --- the end

namespace {

// As CPython: first the names that begin with one underscore, then the rest; __builtins__ stays for finalizers.
void clear_namespace(Thread& thread, Dict* dict) {
  Ref names = dict_keys_list(thread, dict);
  if (!names) return clear_exception(thread);
  for (bool underscored : {true, false}) {
    List* list = names.as<List>();
    for (uint32_t i = 0; i < list->length.get(); ++i) {
      Value name = list->items.get()[i];
      if (!is<Str>(name)) continue;
      const Str* text = as<Str>(name);
      bool hidden = text->length > 0 && text->at(0) == '_' && !(text->length > 1 && text->at(1) == '_');
      if (hidden != underscored || text == thread.names().__builtins__) continue;
      if (!dict_set(thread, dict, name, Ref::none())) clear_exception(thread);
    }
  }
}

bool is_lasting(Thread& thread, Value module) {
  if (!is<Module>(module)) return false;
  auto* one = as<Module>(module);
  return one == thread.interpreter->sys_module || module_dict(one) == thread.interpreter->builtins;
}

using Namespaces = std::vector<Object*>;

// Modules that nothing else holds go as garbage: their finalizers still see all names, as on CPython. Notes the
// namespaces.
void forget_modules(Thread& thread, Namespaces* namespaces) {
  Dict* modules = thread.interpreter->modules;
  Ref names = dict_keys_list(thread, modules);
  if (!names) return clear_exception(thread);
  List* list = names.as<List>();
  for (uint32_t i = 0; i < list->length.get(); ++i) {
    Ref module;
    if (dict_get(thread, modules, list->items.get()[i], &module) != Found::Yes) continue;
    if (is_lasting(thread, module.get())) continue;
    if (is<Module>(module.get())) namespaces->push_back(module_dict(module.as<Module>()));
    if (dict_delete(thread, modules, list->items.get()[i]) == Found::Error) clear_exception(thread);
  }
  collect_cycles(thread);
}

// Namespaces that are still there are emptied name by name.
void clear_survivors(Thread& thread, const Namespaces& namespaces) {
  struct Search {
    const Namespaces& wanted;
    Namespaces found{};
  } search{namespaces};
  auto visit = [](Object* object, void* context) {
    auto* search = static_cast<Search*>(context);
    if (kind_of(object) != Kind::Dict) return;
    for (Object* each : search->wanted) {
      if (each == object) search->found.push_back(object);
    }
  };
  for_each_object(*thread.interpreter, visit, &search);
  for (Object* each : search.found) take(each);
  for (Object* each : namespaces) {
    if (std::find(search.found.begin(), search.found.end(), each) == search.found.end()) continue;
    clear_namespace(thread, static_cast<Dict*>(each));
  }
  for (Object* each : search.found) drop(each);
}

// Only where tests ask for it: it is the longer half of an ending. False: something leaked, and is named on stderr.
bool check_leaks(Thread& thread) {
  if (!thread.interpreter->world->environment("GILLAB_LEAK_CHECK")) return true;
  release_everything(thread);
  const std::string leaks = describe_leaks(thread);
  std::fputs(leaks.c_str(), stderr);
  return leaks.empty();
}

}  // namespace

bool end_interpreter(Thread& thread) {
  Interpreter* interpreter = thread.interpreter;
  interpreter->finalizing = true;
  interpreter->turn.close(thread.attached);
  clear_exception(thread);
  end_tracing(thread);
  drop(std::exchange(thread.handled, Value::none()));
  Namespaces namespaces;
  forget_modules(thread, &namespaces);
  clear_exception(thread);
  clear_survivors(thread, namespaces);
  forget_hooks(thread);
  clear_exception(thread);
  regex::end(thread);
  clear_exception(thread);
  flush_standard_streams(thread, true);  // what the modules' end wrote; the rest was flushed, or reported, before
  if (interpreter->threads.size() > 1) return true;  // daemons keep what they hold; they never run again
  while (interpreter->leaving.load(std::memory_order_acquire) != 0) sched_yield();
  const bool clean = check_leaks(thread);
  end_retired(thread);
  set_current_thread(nullptr);
  // What is left are types, modules and what they hold: the heap goes as a whole.
  free_builtin_types(*interpreter);
  Heap* heap = interpreter->heap;
  delete interpreter->file_types;
  free_weak_table(*interpreter);
  free_attribute_table(*interpreter);
  interpreter->turn.detach(thread.attached, gil::Reason::End);
  interpreter->turn.end(thread.attached);
  delete &thread;
  interpreter->threads.clear();
  free_body_rows(*interpreter);
  delete interpreter;
  free_heap(heap);
  return clean;
}

}  // namespace gillab
