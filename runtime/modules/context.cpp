// contextvars.Context: a mapping whose copies share one dict until one of them changes, and the thread's current one.
#include "runtime/modules/context.h"

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/module_types.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

const Layout kContextLayout = FieldLayout<Context, &Context::variables, &Context::previous>::named("Context");

namespace {

using Args = const Value*;

Context* context_of(Value self) { return reinterpret_cast<Context*>(self.as_object()); }

Ref new_context(Thread& thread, Ref variables, bool shared) {
  if (!variables || !import_contexts(thread)) return {};
  auto* context = allocate<Context>(thread, module_types(thread).context->root);
  if (!context) return {};
  context->variables.init(std::move(variables));
  context->previous.init_empty();
  context->shared.set(shared);
  context->entered.set(false);
  return Ref::own(context);
}

// A dict that no copy looks at.
Ref own_variables(Thread& thread, Context* context) {
  if (!context->shared.get()) return context->variables.take();
  Ref variables = context_variables(context);
  Ref copy = dict_copy(thread, variables.as<Dict>());
  if (!copy) return {};
  context->variables.put(copy.share());
  context->shared.set(false);
  return copy;
}

}  // namespace

Ref context_variables(Context* context) {
  Guard guard(context->header);
  return context->variables.take();
}

Context* current_context(Thread& thread) {
  if (thread.async.context.is_empty()) thread.async.context = new_context(thread, make_dict(thread), false).release();
  return thread.async.context.is_empty() ? nullptr : context_of(thread.async.context);
}

Ref copy_context(Thread& thread, Context* context) {
  Ref variables;
  {
    Guard guard(context->header);
    context->shared.set(true);
    variables = context->variables.take();
  }
  return new_context(thread, std::move(variables), true);
}

Ref copy_current_context(Thread& thread) {
  Context* context = current_context(thread);
  return context ? copy_context(thread, context) : Ref();
}

bool context_set(Thread& thread, Context* context, Value variable, Ref value) {
  Guard guard(context->header);  // else a copy made meanwhile would change too
  Ref variables = own_variables(thread, context);
  return variables && dict_set(thread, variables.as<Dict>(), variable, std::move(value));
}

bool context_remove(Thread& thread, Context* context, Value variable) {
  Guard guard(context->header);
  Ref variables = own_variables(thread, context);
  return variables && dict_delete(thread, variables.as<Dict>(), variable) != Found::Error;
}

bool enter_context(Thread& thread, Context* context) {
  bool entered;
  {
    Guard guard(context->header);
    entered = context->entered.get();
    context->entered.set(true);
  }
  if (entered) {
    return raise(thread, Error::RuntimeError, "cannot enter context: {} is already entered", Value::object(context));
  }
  context->previous.put(Ref::own(thread.async.context));
  thread.async.context = Ref::share(context).release();
  return true;
}

void leave_context(Thread& thread, Context* context) {
  Ref left = Ref::own(thread.async.context);
  thread.async.context = context->previous.exchange(Ref()).release();
  context->entered.set(false);
}

namespace {

Ref context_new(Thread& thread, Args, uint32_t count, Tuple* names) {
  if (count > 1 || names) return raise(thread, Error::TypeError, "Context() does not accept any arguments");
  return new_context(thread, make_dict(thread), false);
}

Ref context_run(Thread& thread, Args args, uint32_t count, Tuple* names) {
  if (count < 2) return raise(thread, Error::TypeError, "run() missing 1 required positional argument");
  Context* context = context_of(args[0]);
  if (!enter_context(thread, context)) return {};
  Ref result = call(thread, args[1], args + 2, count - 2, names);
  leave_context(thread, context);
  return result;
}

Ref context_copy(Thread& thread, Args args, uint32_t, Tuple*) { return copy_context(thread, context_of(args[0])); }

bool is_variable(Thread& thread, Value key) {
  if (key.is_object() && type_of(key.as_object()) == module_types(thread).context_variable) return true;
  return raise(thread, Error::TypeError, "a ContextVar key was expected, got {}", repr(thread, key).get());
}

// Yes and *value, or No.
Found find(Thread& thread, Value self, Value key, Ref* value) {
  if (!is_variable(thread, key)) return Found::Error;
  Ref variables = context_variables(context_of(self));
  return dict_get(thread, variables.as<Dict>(), key, value);
}

Ref context_item(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = find(thread, args[0], args[1], &value);
  if (found == Found::No) return raise_object(thread, Error::KeyError, args[1]);
  return value;
}

Ref context_get(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = find(thread, args[0], args[1], &value);
  if (found != Found::No) return value;
  return args[2].is_empty() ? Ref::none() : Ref::share(args[2]);
}

Ref context_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref value;
  Found found = find(thread, args[0], args[1], &value);
  return found == Found::Error ? Ref() : Ref::boolean(found == Found::Yes);
}

Ref context_length(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref variables = context_variables(context_of(args[0]));
  return make_int(thread, dict_size(variables.as<Dict>()));
}

// What = 0 keys, 1 values, 2 items: of the context as it is now.
template <uint32_t What>
Ref context_iterate(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref variables = context_variables(context_of(args[0]));
  Ref copy = dict_copy(thread, variables.as<Dict>());
  Ref view = copy ? make_dict_view(thread, copy.as<Dict>(), What) : Ref();
  return view ? iterate(thread, view.get()) : Ref();
}

template <bool Equal>
Ref context_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_context(args[1])) return Ref::not_implemented();
  Ref left = context_variables(context_of(args[0])), right = context_variables(context_of(args[1]));
  Truth same = dict_equal(thread, left.as<Dict>(), right.as<Dict>());
  return same == Truth::Error ? Ref() : Ref::boolean((same == Truth::Yes) == Equal);
}

constexpr MethodDef kMethods[] = {
    {"__new__", "*", context_new, MethodDef::Static},
    {"run", "*", context_run},
    {"copy", "(self, /)", context_copy},
    {"get", "(self, key, default=None, /)", context_get},
    {"keys", "(self, /)", context_iterate<0>},
    {"values", "(self, /)", context_iterate<1>},
    {"items", "(self, /)", context_iterate<2>},
    {"__iter__", "(self, /)", context_iterate<0>},
    {"__getitem__", "(self, key, /)", context_item},
    {"__contains__", "(self, key, /)", context_contains},
    {"__len__", "(self, /)", context_length},
    {"__eq__", "(self, value, /)", context_compare<true>},
    {"__ne__", "(self, value, /)", context_compare<false>},
};

}  // namespace

Type* make_context_type(Thread& thread) {
  Type* type = make_native_type(thread, {"_contextvars.Context", "_contextvars", &kContextLayout, kHasWeakref}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_constant(thread, type, "__hash__", Ref::none());
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
