// BaseExceptionGroup and ExceptionGroup: message in extra[0], the exceptions as a tuple in extra[1].
#include "runtime/exceptions/exception_groups.h"

#include <algorithm>

#include "runtime/classes/descriptors.h"
#include "runtime/exceptions/exception_fields.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

Exception* self_of(Value value) { return as<Exception>(value); }
Ref exceptions_of(Value group) { return self_of(group)->extra[1].take(); }
Type* base_group(Thread& thread) { return thread.error_type(Error::BaseExceptionGroup); }

Type* plain_group(Thread& thread) { return thread.error_type(Error::ExceptionGroup); }

Ref sequence_of(Thread& thread, Value value) {
  bool sequence = is<List>(value) || is<Tuple>(value) ||
                  (!special_method(thread, value, Dunder::GetItem).is_empty() && !is<Dict>(value));
  if (!sequence) return raise(thread, Error::TypeError, "second argument (exceptions) must be a sequence");
  Ref tuple = tuple_from(thread, value);
  if (!tuple || tuple.as<Tuple>()->length > 0) return tuple;
  return raise(thread, Error::ValueError, "second argument (exceptions) must be a non-empty sequence");
}

bool check_members(Thread& thread, const Tuple* members, bool* all_plain) {
  *all_plain = true;
  for (uint64_t i = 0; i < members->length; ++i) {
    if (!is<Exception>(members->items[i])) {
      return raise(thread, Error::ValueError, "Item {} of second argument (exceptions) is not an exception", i);
    }
    if (!is_exception_of(thread, members->items[i], Error::Exception)) *all_plain = false;
  }
  return true;
}

bool check_class(Thread& thread, Type* type, bool all_plain) {
  if (all_plain) return true;
  if (type == plain_group(thread)) {
    return raise(thread, Error::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  }
  if (!is_subtype(type, thread.error_type(Error::Exception))) return true;
  return raise(thread, Error::TypeError, "Cannot nest BaseExceptions in '{}'", name_of_type(type));
}

Ref group_new(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  Type* type = as<Type>(args[0]);
  if (count != 3) {
    return raise(thread, Error::TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                 count - 1);
  }
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                 type_name(thread, args[1]));
  }
  Ref members = sequence_of(thread, args[2]);
  bool all_plain;
  if (!members || !check_members(thread, members.as<Tuple>(), &all_plain)) return {};
  if (type == base_group(thread) && all_plain) type = plain_group(thread);
  if (!check_class(thread, type, all_plain)) return {};
  Ref pair = make_tuple(thread, args + 1, 2);
  auto* group = pair ? static_cast<Exception*>(allocate_instance(thread, type)) : nullptr;
  if (!group) return {};
  group->args.init(std::move(pair));
  for (Field* field : {&group->traceback, &group->context, &group->cause}) field->init(Ref::none());
  group->suppress_context.set(false);
  for (Field& field : group->extra) field.init_empty();
  group->extra[0].put(Ref::share(args[1]));
  group->extra[1].put(std::move(members));
  return Ref::own(group);
}

Ref group_text(Thread& thread, Exception* exception) {
  uint64_t count = exception->extra[1].take().as<Tuple>()->length;
  return format_text(thread, "{} ({} sub-exception{})",
                     {exception->extra[0].take().get(), count, count == 1 ? "" : "s"});
}

Ref group_derive(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref message = self_of(args[0])->extra[0].take();
  Value given[] = {message.get(), args[1]};
  return call(thread, Value::object(base_group(thread)), given, 2);
}

// --- split

// What a condition asks: classes, or a function.
struct Condition {
  Value value;
  bool by_class;
};

bool make_condition(Thread& thread, Value value, Condition* condition) {
  bool classes = is<Type>(value) && is_subtype(as<Type>(value), thread.error_type(Error::BaseException));
  if (is<Tuple>(value)) {
    const Tuple* tuple = as<Tuple>(value);
    classes = true;
    for (uint64_t i = 0; i < tuple->length; ++i) {
      classes = classes && is<Type>(tuple->items[i]) &&
                is_subtype(as<Type>(tuple->items[i]), thread.error_type(Error::BaseException));
    }
  }
  *condition = {value, classes};
  if (classes || (is_callable(thread, value) && !is<Type>(value))) return true;
  return raise(thread, Error::TypeError, "expected a function, exception type or tuple of exception types");
}

Truth satisfies(Thread& thread, Value exception, const Condition& condition) {
  if (condition.by_class) return is_instance(thread, exception, condition.value);
  Ref answer = call(thread, condition.value, exception);
  return answer ? truth(thread, answer.get()) : Truth::Error;
}

bool copy_facts(Thread& thread, Value from, Value to) {
  Exception *old = self_of(from), *fresh = self_of(to);
  fresh->traceback.put(old->traceback.take());
  fresh->context.put(old->context.take());
  fresh->cause.put(old->cause.take());
  fresh->suppress_context.set(old->suppress_context.get());
  Ref notes = get_attribute_or_empty(thread, from, thread.names().__notes__);
  if (!notes) return !thread.has_exception();
  if (special_method(thread, notes.get(), Dunder::GetItem).is_empty() || is<Dict>(notes.get())) return true;
  Ref copy = list_from(thread, notes.get());
  return copy && set_attribute(thread, to, thread.names().__notes__, copy.get());
}

// group.derive(members) with what the group knows beside its members; None for no members.
Ref subset(Thread& thread, Value group, List* members) {
  if (members->length.get() == 0) return Ref::none();
  Value argument = Value::object(members);
  Ref made = call_method(thread, group, intern(thread, std::string_view("derive")), &argument, 1);
  if (!made) return {};
  if (!is_group(thread, made.get())) {
    return raise(thread, Error::TypeError, "derive must return an instance of BaseExceptionGroup");
  }
  return copy_facts(thread, group, made.get()) ? std::move(made) : Ref();
}

// Splits an exception or group into what satisfies the condition and what does not; None where there is nothing.
bool split(Thread& thread, Value exception, const Condition& condition, bool want_rest, Ref* match, Ref* rest) {
  NativeDepth depth(thread, " in exceptiongroup_split_recursive");
  if (!depth) return false;
  *match = Ref::none();
  *rest = Ref::none();
  Truth whole = satisfies(thread, exception, condition);
  if (whole == Truth::Error) return false;
  if (whole == Truth::Yes || !is_group(thread, exception)) {
    (whole == Truth::Yes ? *match : *rest) = Ref::share(exception);
    return true;
  }
  Ref matching = make_list(thread), others = make_list(thread);
  Ref members = exceptions_of(exception);
  for (uint64_t i = 0; matching && others && i < members.as<Tuple>()->length; ++i) {
    Ref inner_match, inner_rest;
    if (!split(thread, members.as<Tuple>()->items[i], condition, want_rest, &inner_match, &inner_rest)) return false;
    if (!inner_match.get().is_none() && !append(thread, matching.as<List>(), std::move(inner_match))) return false;
    if (!inner_rest.get().is_none() && !append(thread, others.as<List>(), std::move(inner_rest))) return false;
  }
  if (!matching || !others) return false;
  if (!(*match = subset(thread, exception, matching.as<List>()))) return false;
  return !want_rest || (*rest = subset(thread, exception, others.as<List>()));
}

Ref group_split(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Condition condition;
  Ref match, rest;
  if (!make_condition(thread, args[1], &condition) || !split(thread, args[0], condition, true, &match, &rest))
    return {};
  return make_tuple_of(thread, match.get(), rest.get());
}
Ref group_subgroup(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Condition condition;
  Ref match, rest;
  if (!make_condition(thread, args[1], &condition) || !split(thread, args[0], condition, false, &match, &rest))
    return {};
  return match;
}

const MethodDef kMethods[] = {
    {"__new__", "*", group_new, MethodDef::Static},
    {"derive", "(self, excs, /)", group_derive},
    {"split", "(self, condition, /)", group_split},
    {"subgroup", "(self, condition, /)", group_subgroup},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};
Ref read_message(Thread&, Value self) { return self_of(self)->extra[0].take(); }
Ref read_exceptions(Thread&, Value self) { return exceptions_of(self); }
const GetSetDef kAttributes[] = {{"message", read_message, readonly_attribute},
                                 {"exceptions", read_exceptions, readonly_attribute}};

bool fill_group(Thread& thread, Exception* exception, const Value*, uint32_t, Tuple* names) {
  return refuse_keywords(thread, exception, names);
}
const ExceptionFamily kGroupFamily = {fill_group, group_text};

// --- except*

void collect_leaves(Thread& thread, Value exception, std::vector<Value>* leaves) {
  if (!is_group(thread, exception)) return leaves->push_back(exception);
  Ref members = exceptions_of(exception);
  for (uint64_t i = 0; i < members.as<Tuple>()->length; ++i)
    collect_leaves(thread, members.as<Tuple>()->items[i], leaves);
}

// The part of `original`, in its own nesting, whose leaves are among `leaves`.
Ref project(Thread& thread, Value original, const std::vector<Value>& leaves) {
  if (!is_group(thread, original)) {
    bool kept = std::find(leaves.begin(), leaves.end(), original) != leaves.end();
    return kept ? Ref::share(original) : Ref::none();
  }
  Ref kept = make_list(thread);
  Ref members = exceptions_of(original);
  for (uint64_t i = 0; kept && i < members.as<Tuple>()->length; ++i) {
    Ref part = project(thread, members.as<Tuple>()->items[i], leaves);
    if (!part || (!part.get().is_none() && !append(thread, kept.as<List>(), std::move(part)))) return {};
  }
  if (!kept) return {};
  if (kept.as<List>()->length.get() == members.as<Tuple>()->length) {
    std::vector<Value> all;
    collect_leaves(thread, original, &all);
    bool whole = true;
    for (Value leaf : all) whole = whole && std::find(leaves.begin(), leaves.end(), leaf) != leaves.end();
    if (whole) return Ref::share(original);
  }
  return subset(thread, original, kept.as<List>());
}

// A re-raised part of the original still has its traceback, context and cause; a new exception has its own.
bool is_part_of(Value exception, Value original) {
  Exception *part = self_of(exception), *whole = self_of(original);
  return part->traceback.peek() == whole->traceback.peek() && part->context.peek() == whole->context.peek() &&
         part->cause.peek() == whole->cause.peek();
}

Ref group_of(Thread& thread, Value members) {
  Ref text = make_str(thread, "");
  Value args[] = {text.get(), members};
  return text ? call(thread, Value::object(base_group(thread)), args, 2) : Ref();
}

}  // namespace

bool is_group(Thread& thread, Value exception) { return is_exception_of(thread, exception, Error::BaseExceptionGroup); }

Ref match_group(Thread& thread, Value exception, Value types, Ref* rest) {
  Truth whole = is_instance(thread, exception, types);
  if (whole == Truth::Error) return {};
  if (whole == Truth::Yes) {
    *rest = Ref::none();
    if (is_group(thread, exception)) return Ref::share(exception);
    Ref one = make_tuple(thread, &exception, 1);
    return one ? group_of(thread, one.get()) : Ref();
  }
  if (!is_group(thread, exception)) {
    *rest = Ref::share(exception);
    return Ref::none();
  }
  Ref match;
  return split(thread, exception, {types, true}, true, &match, rest) ? std::move(match) : Ref();
}

Ref prepare_reraise_star(Thread& thread, Value original, List* excs) {
  Ref raised = make_list(thread);
  std::vector<Value> kept;
  bool any_kept = false;
  for (uint32_t i = 0; raised && i < excs->length.get(); ++i) {
    Value each = excs->items.get()[i];
    if (each.is_none()) continue;
    if (!is_group(thread, original) || is_part_of(each, original)) {
      if (!is_group(thread, original)) return Ref::share(each);
      any_kept = true;
      collect_leaves(thread, each, &kept);
    } else if (!append(thread, raised.as<List>(), Ref::share(each))) {
      return {};
    }
  }
  if (!raised) return {};
  Ref rest = any_kept ? project(thread, original, kept) : Ref::none();
  if (!rest || raised.as<List>()->length.get() == 0) return rest;
  if (!rest.get().is_none() && !append(thread, raised.as<List>(), std::move(rest))) return {};
  if (raised.as<List>()->length.get() == 1) return Ref::share(raised.as<List>()->items.get()[0]);
  return group_of(thread, raised.get());
}

void setup_exception_groups(Thread& thread) {
  Type* base = base_group(thread);
  add_methods(thread, base, kMethods);
  add_getsets(thread, base, kAttributes);
  for (Type* type : thread.interpreter->error_types) {
    if (is_subtype(type, base)) type->module_data = &kGroupFamily;
  }
}

}  // namespace gillab
