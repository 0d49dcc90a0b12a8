// The match statement's questions to its subject.
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "vm/slow.h"

namespace gillab {

bool matches_flag(Thread& thread, Value subject, uint32_t flag) { return has_flag(type_of(thread, subject), flag); }

Value match_keys(Thread& thread, Value subject, Tuple* keys) {
  Ref values = Ref::own(new_tuple(thread, keys->length));
  Ref seen = make_set(thread);
  Ref get = get_attribute(thread, subject, intern(thread, std::string_view("get")));
  Ref missing = make_list(thread);  // an object nobody else has
  if (!values || !seen || !get || !missing) return Value();
  for (uint64_t i = 0; i < keys->length; ++i) {
    Value key = keys->items[i];
    Found known = set_contains(thread, seen.as<Set>(), key);
    if (known == Found::Yes) raise(thread, Error::ValueError, "mapping pattern checks duplicate key ({})", repr(thread, key).get());
    if (known != Found::No || !set_add(thread, seen.as<Set>(), key)) return Value();
    Ref value = call(thread, get.get(), key, missing.get());
    if (!value) return Value();
    if (value.get() == missing.get()) return Value::none();
    values.as<Tuple>()->items[i] = value.release();
  }
  return values.release();
}

namespace {

// One attribute for a class pattern; empty with no exception: it has none.
Ref match_attribute(Thread& thread, Value subject, Type* type, Value name, Set* seen) {
  Found known = set_contains(thread, seen, name);
  if (known == Found::Yes)
    return raise(thread, Error::TypeError, "{}() got multiple sub-patterns for attribute '{}'", name_of_type(type), name);
  if (known == Found::Error || !set_add(thread, seen, name)) return {};
  return get_attribute_or_empty(thread, subject, intern(thread, as<Str>(name)));
}

// The names positional sub-patterns stand for; null with an exception set. *self: the one sub-pattern takes the subject.
Ref positional_names(Thread& thread, Type* type, uint32_t count, bool* self) {
  Ref names = get_attribute_or_empty(thread, Value::object(type), thread.names().__match_args__);
  if (!names && thread.has_exception()) return {};
  if (names && !is_exact<Tuple>(names.get()))
    return raise(thread, Error::TypeError, "{}.__match_args__ must be a tuple (got {})", name_of_type(type),
                 type_name(thread, names.get()));
  *self = !names && has_flag(type, kSelfPattern);
  uint64_t allowed = names ? names.as<Tuple>()->length : *self;
  if (count > allowed)
    return raise(thread, Error::TypeError, "{}() accepts {} positional sub-pattern{} ({} given)", name_of_type(type), allowed,
                 allowed == 1 ? "" : "s", count);
  return names ? std::move(names) : empty_tuple(thread);
}

}  // namespace

Value match_class(Thread& thread, Value subject, Value class_, uint32_t positional, Tuple* keyword_names) {
  if (!is<Type>(class_)) {
    raise(thread, Error::TypeError, "called match pattern must be a type");
    return Value();
  }
  Type* type = as<Type>(class_);
  Truth instance = is_instance(thread, subject, class_);
  if (instance != Truth::Yes) return instance == Truth::No ? Value::none() : Value();
  bool self = false;
  Ref names = positional_names(thread, type, positional, &self);
  Ref values = make_list(thread), seen = make_set(thread);
  if (!names || !values || !seen) return Value();
  for (uint64_t i = 0; i < positional + keyword_names->length; ++i) {
    Ref value;
    if (self && i < positional) {
      value = Ref::share(subject);
    } else {
      Value name = i < positional ? names.as<Tuple>()->items[i] : keyword_names->items[i - positional];
      if (!is_exact<Str>(name)) {
        raise(thread, Error::TypeError, "__match_args__ elements must be strings (got {})", type_name(thread, name));
        return Value();
      }
      value = match_attribute(thread, subject, type, name, seen.as<Set>());
    }
    if (!value) return thread.has_exception() ? Value() : Value::none();
    if (!append(thread, values.as<List>(), std::move(value))) return Value();
  }
  return tuple_from(thread, values.get()).release();
}

}  // namespace gillab
