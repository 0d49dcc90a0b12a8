// The module _asyncio: which loop runs in a thread, which task is current, which are pending; and how C++ calls the
// package's Python functions.
#include <string>
#include <vector>

#include "runtime/classes/layouts.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/modules/asyncio.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab {

Str* asyncio_name(Thread& thread, std::string_view name) { return intern(thread, name); }

Ref call_asyncio(Thread& thread, std::string_view module, std::string_view function, const Value* args, uint32_t count) {
  Ref found = dict_get_name(thread.interpreter->modules, intern(thread, module));
  if (!found) {
    Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
    Ref name = make_str(thread, module), names = name ? make_tuple_of(thread, name.get()) : Ref();
    Value given[] = {name.get(), Value::none(), Value::none(), names.get()};
    found = import && names ? call(thread, import.get(), given, 4) : Ref();
  }
  Ref callable = found ? get_attribute(thread, found.get(), intern(thread, function)) : Ref();
  return callable ? call(thread, callable.get(), args, count) : Ref();
}

Ref call_with_keyword(Thread& thread, Value callable, const Value* args, uint32_t count, std::string_view name,
                      Value value) {
  Value given[4];
  for (uint32_t i = 0; i < count; ++i) given[i] = args[i];
  given[count] = value;
  Ref names = make_tuple_of(thread, Value::object(intern(thread, name)));
  return names ? call(thread, callable, given, count, names.as<Tuple>()) : Ref();
}

bool call_exception_handler(Thread& thread, Value loop, Value context) {
  return static_cast<bool>(call_method(thread, loop, asyncio_name(thread, "call_exception_handler"), &context, 1));
}

bool add_context_entry(Thread& thread, const Ref& dict, std::string_view key, Value value) {
  return dict && dict_set_name(thread, dict.as<Dict>(), intern(thread, key), Ref::share(value));
}

namespace {

using Args = const Value*;

Ref running_loop_or_none(Thread& thread, Args, uint32_t, Tuple*) {
  Value loop = thread.async.running_loop;
  return loop.is_empty() ? Ref::none() : Ref::share(loop);
}
Ref running_loop(Thread& thread, Args, uint32_t, Tuple*) {
  Value loop = thread.async.running_loop;
  if (!loop.is_empty()) return Ref::share(loop);
  return raise(thread, Error::RuntimeError, "no running event loop");
}
Ref set_running_loop(Thread& thread, Args args, uint32_t, Tuple*) {
  Value loop = args[0].is_none() ? Value::empty() : Ref::share(args[0]).release();
  drop(std::exchange(thread.async.running_loop, loop));
  return Ref::none();
}
// The running loop, or what the policy says.
Ref get_event_loop(Thread& thread, Args args, uint32_t, Tuple*) {
  Value loop = thread.async.running_loop;
  return loop.is_empty() ? call_asyncio(thread, "asyncio.events", "_get_policy_loop", args, 0) : Ref::share(loop);
}

// Tasks that step on loops that are not ours: a dict of the module.
Ref foreign_tasks(Thread& thread) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, "_asyncio"));
  return module ? get_attribute(thread, module.get(), asyncio_name(thread, "_current_tasks")) : Ref();
}

Ref current_task(Thread& thread, Args args, uint32_t, Tuple*) {
  bool given = !args[0].is_empty() && !args[0].is_none();
  Ref loop = given ? Ref::share(args[0]) : running_loop(thread, nullptr, 0, nullptr);
  if (!loop) return {};
  if (is_loop(loop.get())) {
    Ref task = loop_of(loop.get())->running_task.take();
    return task ? std::move(task) : Ref::none();
  }
  Ref tasks = foreign_tasks(thread), task;
  if (!tasks || dict_get(thread, tasks.as<Dict>(), loop.get(), &task) == Found::Error) return {};
  return task ? std::move(task) : Ref::none();
}

Failed raise_cannot_enter(Thread& thread, Value task, Value running) {
  return raise(thread, Error::RuntimeError, "Cannot enter into task {} while another task {} is being executed.",
               task, running);
}
Failed raise_cannot_leave(Thread& thread, Value task, Value running) {
  return raise(thread, Error::RuntimeError, "Leaving task {} does not match the current task {}.",
               repr(thread, task).get(), repr(thread, running).get());
}

Ref enter_task(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref running = current_task(thread, args, 1, nullptr);
  if (!running) return {};
  if (!running.get().is_none()) return raise_cannot_enter(thread, args[1], running.get());
  if (is_loop(args[0])) {
    loop_of(args[0])->running_task.put(Ref::share(args[1]));
    return Ref::none();
  }
  Ref tasks = foreign_tasks(thread);
  return tasks && dict_set(thread, tasks.as<Dict>(), args[0], Ref::share(args[1])) ? Ref::none() : Ref();
}

Ref leave_task(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref running = current_task(thread, args, 1, nullptr);
  if (!running) return {};
  if (running.get() != args[1]) return raise_cannot_leave(thread, args[1], running.get());
  if (is_loop(args[0])) {
    loop_of(args[0])->running_task.clear();
    return Ref::none();
  }
  Ref tasks = foreign_tasks(thread);
  return tasks && dict_delete(thread, tasks.as<Dict>(), args[0]) != Found::Error ? Ref::none() : Ref();
}

// The pending ones of that loop, as a list.
Ref pending_tasks(Thread& thread, Args args, uint32_t, Tuple*) {
  std::vector<Ref> found;
  {
    TaskRegistry& registry = *module_types(thread).tasks;
    std::lock_guard lock(registry.mutex);
    for (Task* task = registry.first; task; task = task->next) {
      Ref alive = task->loop.peek() == args[0] ? share_if_alive(task) : Ref();
      if (alive) found.push_back(std::move(alive));
    }
  }
  Ref list = make_list(thread, found.size());
  for (Ref& task : found) {
    if (!list || !append(thread, list.as<List>(), std::move(task))) return {};
  }
  return list;
}

constexpr MethodDef kFunctions[] = {
    {"_get_running_loop", "()", running_loop_or_none},
    {"get_running_loop", "()", running_loop},
    {"_set_running_loop", "(loop, /)", set_running_loop},
    {"get_event_loop", "()", get_event_loop},
    {"current_task", "(loop=None)", current_task},
    {"_enter_task", "(loop, task)", enter_task},
    {"_leave_task", "(loop, task)", leave_task},
    {"_pending_tasks", "(loop, /)", pending_tasks},
};

bool make_types(Thread& thread) {
  ModuleTypes& types = module_types(thread);
  types.tasks = std::make_shared<TaskRegistry>();
  types.cancelled_error = make_error_type(thread, "CancelledError", "asyncio.exceptions", Error::BaseException);
  types.invalid_state = make_error_type(thread, "InvalidStateError", "asyncio.exceptions", Error::Exception);
  types.future = make_future_type(thread);
  types.task = types.future ? make_task_type(thread, types.future) : nullptr;
  types.task_call = make_task_call_type(thread);
  types.loop_core = make_loop_type(thread);
  return types.task && types.task_call && types.loop_core && types.cancelled_error && types.invalid_state &&
         make_handle_types(thread);
}

}  // namespace

bool init__asyncio(Thread& thread, Module* module) {
  if (!import_contexts(thread) || !make_types(thread)) return false;
  const ModuleTypes& types = module_types(thread);
  const std::pair<const char*, Type*> named[] = {
      {"Future", types.future},          {"Task", types.task},
      {"Handle", types.handle},          {"TimerHandle", types.timer_handle},
      {"LoopCore", types.loop_core},     {"CancelledError", types.cancelled_error},
      {"InvalidStateError", types.invalid_state}};
  for (const auto& [name, type] : named) {
    if (!add_value(thread, module, name, Ref::share(type))) return false;
  }
  return add_value(thread, module, "_current_tasks", make_dict(thread)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
