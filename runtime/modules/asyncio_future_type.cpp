// _asyncio.Future as scripts see it: its methods and attributes, and what `await future` iterates over.
#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/classes/type_build.h"
#include "runtime/exception.h"
#include "runtime/functions/generator_methods.h"
#include "runtime/int.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using Args = const Value*;

void destroy_future(Thread& thread, Object* object) {
  destroy_future_fields(static_cast<Future*>(object));
  free_with_attributes(thread, object, sizeof(Future));
}

using Fields =
    FieldLayout<Future, &Future::loop, &Future::callback, &Future::callback_context, &Future::callbacks,
                &Future::result, &Future::error, &Future::error_traceback, &Future::source_traceback,
                &Future::cancel_message, &Future::cancelled_error>;

Ref future_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* type = class_argument(thread, args[0], module_types(thread).future);
  auto* future = type ? static_cast<Future*>(allocate_instance(thread, type, 0)) : nullptr;
  if (!future) return {};
  start_future_fields(future);
  return Ref::own(future);
}

Ref future_init(Thread& thread, Args args, uint32_t, Tuple*) {
  return init_future(thread, future_of(args[0]), args[1]) ? Ref::none() : Ref();
}

Ref result_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return future_result(thread, future_of(args[0]));
}

Ref exception_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Future* future = future_of(args[0]);
  if (future->state.get() == FutureState::Pending) {
    return raise_formatted(thread, module_types(thread).invalid_state, "Exception is not set.", {});
  }
  if (future->state.get() == FutureState::Cancelled) return future_result(thread, future);
  note_retrieved(future);
  Ref error = future->error.take();
  return error ? std::move(error) : Ref::none();
}

Ref set_result(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  return future_set_result(thread, future_of(args[0]), Ref::share(args[1])) ? Ref::none() : Ref();
}
Ref set_exception(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  return future_set_error(thread, future_of(args[0]), args[1]) ? Ref::none() : Ref();
}

Ref add_callback(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  bool given = !args[2].is_empty() && !args[2].is_none();
  Ref context = given ? Ref::share(args[2]) : copy_current_context(thread);
  return context && future_add_callback(thread, future_of(args[0]), args[1], context.get()) ? Ref::none() : Ref();
}

// What a script sees of an entry: (function, context).
Ref shown_entry(Thread& thread, Value callback, Value context) {
  if (!is_task(callback)) return make_tuple_of(thread, callback, context);
  Ref call = make_task_call(thread, callback, Handle::WakeUp, Value::none());
  Ref of_task = task_of(callback)->context.take();
  return call && of_task ? make_tuple_of(thread, call.get(), of_task.get()) : Ref();
}

// All callbacks as a list of pairs.
Ref list_callbacks(Thread& thread, Future* future) {
  Ref list = make_list(thread), first = future->callback.take(), context = future->callback_context.take();
  if (!list) return {};
  if (first && !append(thread, list.as<List>(), shown_entry(thread, first.get(), context.get()))) return {};
  Ref others = future->callbacks.take();
  if (!others) return list;
  Each each(thread, others.get());
  while (Ref entry = each.next()) {
    Ref shown = is_task(entry.get()) ? shown_entry(thread, entry.get(), Value::empty()) : entry.share();
    if (!append(thread, list.as<List>(), std::move(shown))) return {};
  }
  return each.failed() ? Ref() : std::move(list);
}

Truth is_callback(Thread& thread, Value entry, Value wanted) {
  Ref callback = Ref::share(is_task(entry) ? entry : as<Tuple>(entry)->items[0]);
  return equal(thread, callback.get(), wanted);
}

// -1: an error is set.
int64_t remove_first(Thread& thread, Future* future, Value wanted) {
  Ref callback = future->callback.take();
  if (!callback) return 0;
  Truth same = equal(thread, callback.get(), wanted);
  if (same != Truth::Yes) return same == Truth::Error ? -1 : 0;
  future->callback.clear();
  future->callback_context.clear();
  return 1;
}

Ref remove_callback(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  Future* future = future_of(args[0]);
  int64_t removed = remove_first(thread, future, args[1]);
  if (removed < 0) return {};
  Ref others = future->callbacks.take(), kept = make_list(thread);
  if (!kept || !others) return kept ? make_int(thread, removed) : Ref();
  Each each(thread, others.get());
  while (Ref entry = each.next()) {
    Truth same = is_callback(thread, entry.get(), args[1]);
    if (same == Truth::Error) return {};
    removed += same == Truth::Yes;
    if (same == Truth::No && !append(thread, kept.as<List>(), std::move(entry))) return {};
  }
  if (each.failed()) return {};
  const bool empty = kept.as<List>()->length.get() == 0;
  future->callbacks.put(empty ? Ref() : std::move(kept));
  return make_int(thread, removed);
}

Ref cancel_method(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  Truth done = future_cancel(thread, future_of(args[0]), args[1].is_empty() ? Value::none() : args[1]);
  return done == Truth::Error ? Ref() : Ref::boolean(done == Truth::Yes);
}
Ref cancelled_method(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::boolean(future_of(args[0])->state.get() == FutureState::Cancelled);
}
Ref done_method(Thread&, Args args, uint32_t, Tuple*) {
  return Ref::boolean(future_of(args[0])->state.get() != FutureState::Pending);
}
Ref get_loop(Thread& thread, Args args, uint32_t, Tuple*) {
  return check_future(thread, args[0]) ? future_of(args[0])->loop.take() : Ref();
}
Ref make_error(Thread& thread, Args args, uint32_t, Tuple*) {
  return make_cancelled_error(thread, future_of(args[0]));
}
Ref future_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  return call_asyncio(thread, "asyncio.base_futures", "_future_repr", args, 1);
}
Ref future_del(Thread& thread, Args args, uint32_t, Tuple*) {
  return report_unretrieved(thread, future_of(args[0])) ? Ref::none() : Ref();
}

// --- the iterator of `await`

struct FutureIterator : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field future;  // empty once it has ended
};
constexpr Layout kIteratorLayout = FieldLayout<FutureIterator, &FutureIterator::future>::named("FutureIter");

FutureIterator* iterator_of(Value self) { return reinterpret_cast<FutureIterator*>(self.as_object()); }

Ref future_iterator(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!check_future(thread, args[0])) return {};
  auto* iterator = allocate<FutureIterator>(thread, module_types(thread).future_iterator->root);
  if (!iterator) return {};
  iterator->future.init(Ref::share(args[0]));
  return Ref::own(iterator);
}

Ref iterator_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref future = iterator_of(args[0])->future.take();
  if (!future) return Ref::exhausted();
  Future* self = future_of(future.get());
  if (self->state.get() == FutureState::Pending) {
    if (self->blocking.get()) return raise(thread, Error::RuntimeError, "await wasn't used with future");
    self->blocking.set(true);
    return future;
  }
  iterator_of(args[0])->future.clear();
  Ref result = future_result(thread, self);
  if (!result) return {};
  return result.get().is_none() ? Ref::exhausted() : raise_stop_iteration(thread, result.get());
}

Ref iterator_throw(Thread& thread, Args args, uint32_t, Tuple*) {
  iterator_of(args[0])->future.clear();
  Ref exception = exception_to_throw(thread, args[1], args[2], args[3]);
  return exception ? raise_value(thread, std::move(exception)) : Failed{};
}
Ref iterator_close(Thread&, Args args, uint32_t, Tuple*) {
  iterator_of(args[0])->future.clear();
  return Ref::none();
}
Ref iterator_self(Thread&, Args args, uint32_t, Tuple*) { return Ref::share(args[0]); }

// --- attributes

Ref get_state(Thread& thread, Value self) {
  constexpr const char* kStates[] = {"PENDING", "CANCELLED", "FINISHED"};
  return make_str(thread, kStates[static_cast<size_t>(future_of(self)->state.get())]);
}
Ref or_none(Ref value) { return value ? std::move(value) : Ref::none(); }
Ref get_result(Thread&, Value self) { return or_none(future_of(self)->result.take()); }
Ref get_error(Thread&, Value self) { return or_none(future_of(self)->error.take()); }
Ref get_loop_attribute(Thread&, Value self) { return or_none(future_of(self)->loop.take()); }
Ref get_source(Thread&, Value self) { return or_none(future_of(self)->source_traceback.take()); }
Ref get_message(Thread&, Value self) { return or_none(future_of(self)->cancel_message.take()); }
bool set_message(Thread&, Value self, Value value) {
  future_of(self)->cancel_message.put(Ref::share(value));
  return true;
}
Ref get_callbacks(Thread& thread, Value self) {
  Ref list = list_callbacks(thread, future_of(self));
  return list && list.as<List>()->length.get() == 0 ? Ref::none() : std::move(list);
}
Ref get_log(Thread&, Value self) { return Ref::boolean(future_of(self)->log_traceback.get()); }
bool set_log(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::AttributeError, "cannot delete attribute");
  Truth on = truth(thread, value);
  if (on == Truth::Yes) return raise(thread, Error::ValueError, "_log_traceback can only be set to False");
  if (on == Truth::No) note_retrieved(future_of(self));
  return on == Truth::No;
}
Ref get_blocking(Thread&, Value self) { return Ref::boolean(future_of(self)->blocking.get()); }
bool set_blocking(Thread& thread, Value self, Value value) {
  if (value.is_empty()) return raise(thread, Error::AttributeError, "cannot delete attribute");
  Truth on = truth(thread, value);
  if (on != Truth::Error) future_of(self)->blocking.set(on == Truth::Yes);
  return on != Truth::Error;
}

constexpr MethodDef kMethods[] = {
    {"__new__", "*", future_new, MethodDef::Static},
    {"__init__", "(self, /, *, loop=None)", future_init},
    {"__repr__", "(self, /)", future_repr},
    {"__del__", "(self, /)", future_del},
    {"__iter__", "(self, /)", future_iterator},
    {"__await__", "(self, /)", future_iterator},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
    {"result", "(self, /)", result_method},
    {"exception", "(self, /)", exception_method},
    {"set_result", "(self, result, /)", set_result},
    {"set_exception", "(self, exception, /)", set_exception},
    {"add_done_callback", "(self, fn, /, *, context=None)", add_callback},
    {"remove_done_callback", "(self, fn, /)", remove_callback},
    {"cancel", "(self, /, msg=None)", cancel_method},
    {"cancelled", "(self, /)", cancelled_method},
    {"done", "(self, /)", done_method},
    {"get_loop", "(self, /)", get_loop},
    {"_make_cancelled_error", "(self, /)", make_error},
};
constexpr GetSetDef kGetSets[] = {
    {"_state", get_state},
    {"_asyncio_future_blocking", get_blocking, set_blocking},
    {"_loop", get_loop_attribute},
    {"_callbacks", get_callbacks},
    {"_result", get_result},
    {"_exception", get_error},
    {"_log_traceback", get_log, set_log},
    {"_source_traceback", get_source},
    {"_cancel_message", get_message, set_message},
};
constexpr MethodDef kIteratorMethods[] = {
    {"__iter__", "(self, /)", iterator_self},
    {"__next__", "(self, /)", iterator_next},
    {"send", "(self, value, /)", iterator_next},
    {"throw", "(self, type, value=None, traceback=None, /)", iterator_throw},
    {"close", "(self, /)", iterator_close},
};

}  // namespace

const Layout kFutureLayout = {"Future", sizeof(Future), true, destroy_future, Fields::traverse, Fields::clear};

bool check_future(Thread& thread, Value value) {
  if (!future_of(value)->loop.peek().is_empty()) return true;
  return raise(thread, Error::RuntimeError, "{} object is not initialized.", is_task(value) ? "Task" : "Future");
}

Type* make_future_type(Thread& thread) {
  Type* iterator = make_native_type(thread, {"_asyncio.FutureIter", "_asyncio", &kIteratorLayout, kNoInstances}, nullptr);
  Type* type = make_native_type(
      thread, {"_asyncio.Future", "_asyncio", &kFutureLayout, kBaseType | kHasDict | kHasWeakref}, nullptr);
  if (!iterator || !type) return nullptr;
  add_methods(thread, iterator, kIteratorMethods);
  finish_type(thread, iterator);
  module_types(thread).future_iterator = iterator;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  add_getsets(thread, type, &kInstanceDict, 1);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
