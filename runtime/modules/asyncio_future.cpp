// What a Future does: its outcome, its callbacks, cancelling. How scripts see it: asyncio_future_type.cpp.
#include "runtime/classes/construct.h"
#include "runtime/exception.h"
#include "runtime/modules/asyncio.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Failed raise_invalid_state(Thread& thread, const char* text) {
  return raise_formatted(thread, module_types(thread).invalid_state, text, {});
}

bool is_plain_class(Thread& thread, Future* future) {
  const Type* type = type_of(future);
  return type == module_types(thread).future || type == module_types(thread).task;
}

// loop.call_soon(callback, future, context=context), or the task's wake-up.
bool schedule(Thread& thread, Future* future, Value callback, Value context) {
  Ref loop = future->loop.take();
  if (context.is_empty()) return task_call_soon(thread, task_of(callback), Handle::WakeUp, Value::object(future));
  if (is_plain_loop(thread, loop.get())) {
    Ref handle = make_handle(thread, Handle::CallOne, callback, Value::object(future), loop.get(), context);
    return loop_append(thread, loop.get(), std::move(handle));
  }
  Ref method = get_attribute(thread, loop.get(), asyncio_name(thread, "call_soon"));
  Value args[] = {callback, Value::object(future)};
  return method && call_with_keyword(thread, method.get(), args, 2, "context", context);
}

bool schedule_entry(Thread& thread, Future* future, Value entry) {
  if (is_task(entry)) return schedule(thread, future, entry, Value::empty());
  const Value* pair = as<Tuple>(entry)->items;
  return schedule(thread, future, pair[0], pair[1]);
}

bool schedule_all(Thread& thread, Future* future) {
  Ref first, context, others;
  {
    Guard guard(future->header);
    first = future->callback.exchange(Ref());
    context = future->callback_context.exchange(Ref());
    others = future->callbacks.exchange(Ref());
  }
  if (first && !schedule(thread, future, first.get(), context.get())) return false;
  if (!others) return true;
  Each each(thread, others.get());
  while (Ref entry = each.next()) {
    if (!schedule_entry(thread, future, entry.get())) return false;
  }
  return !each.failed();
}

bool end_future(Thread& thread, Future* future, FutureState state) {
  future->state.set(state);
  if (is_task(Value::object(future))) unlist_task(thread, task_of(Value::object(future)));
  if (!future->log_traceback.get() && is_plain_class(thread, future)) set_flags(future, kFinalized);
  return schedule_all(thread, future);
}

Ref loop_or_current(Thread& thread, Value loop) {
  if (!loop.is_empty() && !loop.is_none()) return Ref::share(loop);
  return call_asyncio(thread, "asyncio.events", "get_event_loop", nullptr, 0);
}

}  // namespace

void start_future_fields(Future* future) {
  for (Field* field : {&future->loop, &future->callback, &future->callback_context, &future->callbacks, &future->result,
                       &future->error, &future->error_traceback, &future->source_traceback, &future->cancel_message,
                       &future->cancelled_error}) {
    field->init_empty();
  }
  future->state.set(FutureState::Pending);
  future->log_traceback.set(false);
  future->blocking.set(false);
}

void destroy_future_fields(Future* future) {
  for (Field* field : {&future->loop, &future->callback, &future->callback_context, &future->callbacks, &future->result,
                       &future->error, &future->error_traceback, &future->source_traceback, &future->cancel_message,
                       &future->cancelled_error}) {
    field->clear();
  }
}

Ref future_source_traceback(Thread& thread, Value loop) {
  if (is_plain_loop(thread, loop)) return Ref::none();
  Ref debug = call_method(thread, loop, asyncio_name(thread, "get_debug"));
  Truth on = debug ? truth(thread, debug.get()) : Truth::Error;
  if (on == Truth::Error) return {};
  if (on == Truth::No) return Ref::none();
  return call_asyncio(thread, "asyncio.format_helpers", "extract_stack", nullptr, 0);
}

bool init_future(Thread& thread, Future* future, Value given) {
  Ref loop = loop_or_current(thread, given);
  Ref traceback = loop ? future_source_traceback(thread, loop.get()) : Ref();
  if (!traceback) return false;
  destroy_future_fields(future);
  future->state.set(FutureState::Pending);
  future->log_traceback.set(false);
  future->blocking.set(false);
  future->loop.put(std::move(loop));
  if (!traceback.get().is_none()) future->source_traceback.put(std::move(traceback));
  if (type_of(future) == module_types(thread).future) set_flags(future, kFinalized);  // nothing to tell at its end
  return true;
}

void note_retrieved(Future* future) { future->log_traceback.set(false); }

Ref make_cancelled_error(Thread& thread, Future* future) {
  if (Ref error = future->cancelled_error.exchange(Ref())) return error;
  Ref message = future->cancel_message.take();
  Value argument = message ? message.get() : Value::none();
  return make_exception(thread, module_types(thread).cancelled_error, &argument, argument.is_none() ? 0 : 1);
}

Ref future_result(Thread& thread, Future* future) {
  switch (future->state.get()) {
    case FutureState::Pending:
      return raise_invalid_state(thread, "Result is not set.");
    case FutureState::Cancelled: {
      Ref error = make_cancelled_error(thread, future);
      return error ? raise_value(thread, std::move(error)) : Failed{};
    }
    default:
      break;
  }
  note_retrieved(future);
  Ref error = future->error.take();
  if (!error) return future->result.take();
  Ref traceback = future->error_traceback.take();
  error.as<Exception>()->traceback.put(traceback ? std::move(traceback) : Ref::none());
  return raise_value(thread, std::move(error));
}

bool future_set_result(Thread& thread, Future* future, Ref result) {
  if (future->state.get() != FutureState::Pending) return raise_invalid_state(thread, "invalid state");
  future->result.put(std::move(result));
  return end_future(thread, future, FutureState::Finished);
}

bool future_set_error(Thread& thread, Future* future, Value given) {
  if (future->state.get() != FutureState::Pending) return raise_invalid_state(thread, "invalid state");
  Ref error = is<Type>(given) ? call(thread, given) : Ref::share(given);
  if (!error) return false;
  if (!is<Exception>(error.get())) return raise(thread, Error::TypeError, "invalid exception object");
  if (is_exception_of(thread, error.get(), Error::StopIteration)) {
    return raise(thread, Error::TypeError,
                 "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  future->error_traceback.put(error.as<Exception>()->traceback.take());
  future->error.put(std::move(error));
  future->log_traceback.set(true);
  clear_flags(future, kFinalized);
  return end_future(thread, future, FutureState::Finished);
}

Truth future_cancel(Thread& thread, Future* future, Value message) {
  note_retrieved(future);
  if (future->state.get() != FutureState::Pending) return Truth::No;
  future->cancel_message.put(Ref::share(message));
  return end_future(thread, future, FutureState::Cancelled) ? Truth::Yes : Truth::Error;
}

// context empty: `callback` is a Task to be woken up.
bool future_add_callback(Thread& thread, Future* future, Value callback, Value context) {
  if (future->state.get() != FutureState::Pending) return schedule(thread, future, callback, context);
  if (future->callback.peek().is_empty() && future->callbacks.peek().is_empty()) {
    future->callback.put(Ref::share(callback));
    future->callback_context.put(context.is_empty() ? Ref() : Ref::share(context));
    return true;
  }
  if (future->callbacks.peek().is_empty()) {
    Ref list = make_list(thread);
    if (!list) return false;
    future->callbacks.put(std::move(list));
  }
  Ref entry = context.is_empty() ? Ref::share(callback) : make_tuple_of(thread, callback, context);
  Ref list = future->callbacks.take();
  return append(thread, list.as<List>(), std::move(entry));
}

// "... exception was never retrieved", through the loop's exception handler.
bool report_unretrieved(Thread& thread, Future* future) {
  if (!future->log_traceback.get() || future->error.peek().is_empty()) return true;
  note_retrieved(future);
  Ref text = format_text(thread, "{} exception was never retrieved", {short_type_name(thread, Value::object(future))});
  Ref context = make_dict(thread), error = future->error.take(), source = future->source_traceback.take();
  if (!text || !add_context_entry(thread, context, "message", text.get()) ||
      !add_context_entry(thread, context, "exception", error.get()) ||
      !add_context_entry(thread, context, "future", Value::object(future)) ||
      (source && !add_context_entry(thread, context, "source_traceback", source.get()))) {
    return false;
  }
  Ref loop = future->loop.take();
  return call_exception_handler(thread, loop.get(), context.get());
}

}  // namespace gillab
