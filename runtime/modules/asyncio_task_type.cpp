// _asyncio.Task as scripts see it, and the list of all tasks that are pending.
#include <algorithm>
#include <string>

#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using Args = const Value*;

constexpr Field Task::* kOwnFields[] = {&Task::coroutine, &Task::awaited, &Task::context, &Task::name};

void list_task(Thread& thread, Task* task) {
  TaskRegistry& registry = *module_types(thread).tasks;
  std::lock_guard lock(registry.mutex);
  if (task->listed) return;
  task->listed = true;
  task->previous = nullptr;
  gil::Count::share(task->header);  // who lists tasks may find it dying
  task->next = registry.first;
  if (registry.first) registry.first->previous = task;
  registry.first = task;
}

void drop_own_fields(Task* task) {
  for (Field Task::* field : kOwnFields) (task->*field).clear();
}

void destroy_task(Thread& thread, Object* object) {
  Task* task = static_cast<Task*>(object);
  unlist_task(thread, task);
  drop_own_fields(task);
  destroy_future_fields(task);
  free_with_attributes(thread, object, sizeof(Task));
}

void traverse_task(Object* object, const Visitor& visitor) {
  for (Field Task::* field : kOwnFields) visitor(static_cast<Task*>(object)->*field);
  kFutureLayout.traverse(object, visitor);
}

void clear_task(Thread& thread, Object* object) {
  unlist_task(thread, static_cast<Task*>(object));
  drop_own_fields(static_cast<Task*>(object));
  kFutureLayout.clear(thread, object);
}

Ref task_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], module_types(thread).task);
  auto* task = type ? static_cast<Task*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!task) return {};
  start_future_fields(task);
  for (Field Task::* field : kOwnFields) (task->*field).init_empty();
  task->must_cancel.set(false);
  task->logs_destroy.set(false);
  task->cancel_requests.set(0);
  task->next = task->previous = nullptr;
  task->listed = false;
  return Ref::own(task);
}

bool check_coroutine(Thread& thread, Value coroutine) {
  if (is<Generator>(coroutine) && type_of(coroutine.as_object()) != thread.types().async_generator) return true;
  Ref answer = call_asyncio(thread, "asyncio.coroutines", "iscoroutine", &coroutine, 1);
  Truth yes = answer ? truth(thread, answer.get()) : Truth::Error;
  if (yes == Truth::No) raise(thread, Error::TypeError, "a coroutine was expected, got {}", repr(thread, coroutine).get());
  return yes == Truth::Yes;
}

int64_t next_number(Thread& thread) {
  TaskRegistry& registry = *module_types(thread).tasks;
  std::lock_guard lock(registry.mutex);
  return ++registry.last_number;
}

Ref make_name(Thread& thread, Value given) {
  if (given.is_empty() || given.is_none()) return make_int(thread, next_number(thread));
  return is<Str>(given) ? Ref::share(given) : str(thread, given);
}

enum { kSelf, kCoroutine, kLoop, kName, kContext };

Ref task_init(Thread& thread, Args args, uint32_t, Tuple*) {
  Task* task = task_of(args[kSelf]);
  if (!init_future(thread, task, args[kLoop])) return {};
  if (!check_coroutine(thread, args[kCoroutine])) return {};
  bool given = !args[kContext].is_empty() && !args[kContext].is_none();
  Ref context = given ? Ref::share(args[kContext]) : copy_current_context(thread);
  Ref name = make_name(thread, args[kName]);
  if (!context || !name) return {};
  task->context.put(std::move(context));
  task->coroutine.put(Ref::share(args[kCoroutine]));
  task->name.put(std::move(name));
  task->must_cancel.set(false);
  task->cancel_requests.set(0);
  task->logs_destroy.set(true);
  if (!task_call_soon(thread, task, Handle::Step, Value::none())) return {};
  list_task(thread, task);
  return Ref::none();
}

Ref task_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  return call_asyncio(thread, "asyncio.base_tasks", "_task_repr", args, 1);
}

bool report_destroyed(Thread& thread, Task* task) {
  Ref context = make_dict(thread), text = make_str(thread, "Task was destroyed but it is pending!");
  Ref source = task->source_traceback.take(), loop = task->loop.take();
  return text && loop && add_context_entry(thread, context, "task", Value::object(task)) &&
         add_context_entry(thread, context, "message", text.get()) &&
         (!source || add_context_entry(thread, context, "source_traceback", source.get())) &&
         call_exception_handler(thread, loop.get(), context.get());
}

Ref task_del(Thread& thread, Args args, uint32_t, Tuple*) {
  Task* task = task_of(args[0]);
  const bool pending = task->state.get() == FutureState::Pending && task->logs_destroy.get();
  unlist_task(thread, task);  // the exception handler may keep it, but nobody will run it any more
  if (pending && !report_destroyed(thread, task)) return {};
  return report_unretrieved(thread, task) ? Ref::none() : Ref();
}

Ref task_cancel(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  Task* task = task_of(args[0]);
  Value message = args[1].is_empty() ? Value::none() : args[1];
  note_retrieved(task);
  if (task->state.get() != FutureState::Pending) return Ref::boolean(false);
  task->cancel_requests.set(task->cancel_requests.get() + 1);
  if (Ref awaited = task->awaited.take()) {
    Truth done = cancel_awaited(thread, awaited.get(), message);
    if (done != Truth::No) return done == Truth::Error ? Ref() : Ref::boolean(true);
  }
  task->must_cancel.set(true);
  task->cancel_message.put(Ref::share(message));
  return Ref::boolean(true);
}

Ref task_cancelling(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_int(thread, task_of(args[0])->cancel_requests.get());
}
Ref task_uncancel(Thread& thread, Args args, uint32_t, Tuple*) {
  Task* task = task_of(args[0]);
  task->cancel_requests.set(std::max<int64_t>(task->cancel_requests.get() - 1, 0));
  return make_int(thread, task->cancel_requests.get());
}

Ref or_none(Ref value) { return value ? std::move(value) : Ref::none(); }
Ref get_coroutine(Thread&, Args args, uint32_t, Tuple*) { return or_none(task_of(args[0])->coroutine.take()); }
Ref get_name(Thread& thread, Args args, uint32_t, Tuple*) { return task_name(thread, task_of(args[0])); }
Ref set_name(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref name = is<Str>(args[1]) ? Ref::share(args[1]) : str(thread, args[1]);
  if (!name) return {};
  task_of(args[0])->name.put(std::move(name));
  return Ref::none();
}
Ref get_stack(Thread& thread, Args args, uint32_t, Tuple*) {
  Value given[] = {args[0], args[1].is_empty() ? Value::none() : args[1]};
  return call_asyncio(thread, "asyncio.base_tasks", "_task_get_stack", given, 2);
}
Ref print_stack(Thread& thread, Args args, uint32_t, Tuple*) {
  Value given[] = {args[0], args[1].is_empty() ? Value::none() : args[1], args[2].is_empty() ? Value::none() : args[2]};
  return call_asyncio(thread, "asyncio.base_tasks", "_task_print_stack", given, 3);
}
Ref no_result(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::RuntimeError, "Task does not support set_result operation");
}
Ref no_exception(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::RuntimeError, "Task does not support set_exception operation");
}

Ref get_awaited(Thread&, Value self) { return or_none(task_of(self)->awaited.take()); }
Ref get_coroutine_attribute(Thread&, Value self) { return or_none(task_of(self)->coroutine.take()); }
Ref get_must_cancel(Thread&, Value self) { return Ref::boolean(task_of(self)->must_cancel.get()); }
Ref get_logs(Thread&, Value self) { return Ref::boolean(task_of(self)->logs_destroy.get()); }
bool set_logs(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::AttributeError, "cannot delete attribute");
  Truth on = truth(thread, value);
  if (on != Truth::Error) task_of(self)->logs_destroy.set(on == Truth::Yes);
  return on != Truth::Error;
}

constexpr MethodDef kMethods[] = {
    {"__new__", "*", task_new, MethodDef::Static},
    {"__init__", "(self, /, coro, *, loop=None, name=None, context=None)", task_init},
    {"__repr__", "(self, /)", task_repr},
    {"__del__", "(self, /)", task_del},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"cancel", "(self, /, msg=None)", task_cancel},
    {"cancelling", "(self, /)", task_cancelling},
    {"uncancel", "(self, /)", task_uncancel},
    {"get_coro", "(self, /)", get_coroutine},
    {"get_name", "(self, /)", get_name},
    {"set_name", "(self, value, /)", set_name},
    {"get_stack", "(self, /, *, limit=None)", get_stack},
    {"print_stack", "(self, /, *, limit=None, file=None)", print_stack},
    {"set_result", "(self, result, /)", no_result},
    {"set_exception", "(self, exception, /)", no_exception},
};
constexpr GetSetDef kGetSets[] = {{"_fut_waiter", get_awaited},
                                  {"_coro", get_coroutine_attribute},
                                  {"_must_cancel", get_must_cancel},
                                  {"_log_destroy_pending", get_logs, set_logs}};

}  // namespace

const Layout kTaskLayout = {"Task", sizeof(Task), true, destroy_task, traverse_task, clear_task};

void unlist_task(Thread& thread, Task* task) {
  if (!task->listed) return;
  TaskRegistry& registry = *module_types(thread).tasks;
  std::lock_guard lock(registry.mutex);
  task->listed = false;
  if (task->next) task->next->previous = task->previous;
  (task->previous ? task->previous->next : registry.first) = task->next;
}

Ref task_name(Thread& thread, Task* task) {
  Ref name = task->name.take();
  if (!name || is<Str>(name.get())) return or_none(std::move(name));
  Ref text = format_text(thread, "Task-{}", {name.get()});
  if (text) task->name.put(text.share());
  return text;
}

Type* make_task_type(Thread& thread, Type* future) {
  Type* type = make_native_type(
      thread, {"_asyncio.Task", "_asyncio", &kTaskLayout, kBaseType | kHasDict | kHasWeakref}, future);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
