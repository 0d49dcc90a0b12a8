// Displays, f-strings and functions made from operands on the stack.
#include <algorithm>

#include "runtime/iterators.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "vm/slow.h"

namespace gillab {

Value tuple_from_stack(Thread& thread, Value* items, uint32_t count) {
  if (count == 0) return empty_tuple(thread).release();
  Tuple* tuple = new_tuple(thread, count);
  if (!tuple) return Value();
  std::copy(items, items + count, tuple->items);
  return Value::object(tuple);
}
Value list_from_stack(Thread& thread, Value* items, uint32_t count) {
  Ref list = make_list(thread, count);
  if (!list) return Value();
  if (count) std::copy(items, items + count, list.as<List>()->items.get());
  list.as<List>()->length.set(count);
  return list.release();
}
Value build_set(Thread& thread, Value* items, uint32_t count) {
  Ref set = make_set(thread);
  for (uint32_t i = 0; set && i < count; ++i) {
    if (!set_add(thread, set.as<Set>(), items[i])) return Value();
  }
  return set.release();
}
Value build_map(Thread& thread, Value* items, uint32_t pairs) {
  Ref dict = make_dict(thread, pairs);
  for (uint32_t i = 0; dict && i < pairs; ++i) {
    if (!dict_set(thread, dict.as<Dict>(), items[2 * i], Ref::share(items[2 * i + 1]))) return Value();
  }
  return dict.release();
}
Value build_const_key_map(Thread& thread, Value* items, uint32_t count) {
  Ref dict = make_dict(thread, count);
  Tuple* keys = as<Tuple>(items[count]);
  for (uint32_t i = 0; dict && i < count; ++i) {
    Value key = keys->items[i];
    bool name = is_exact<Str>(key) && (key.as_object()->header.flags & kInterned);
    bool done = name ? dict_set_name(thread, dict.as<Dict>(), as<Str>(key), Ref::share(items[i]))
                     : dict_set(thread, dict.as<Dict>(), key, Ref::share(items[i]));
    if (!done) return Value();
  }
  return dict.release();
}
Value build_string(Thread& thread, Value* items, uint32_t count) {
  return join_texts(thread, items, count).release();
}

Value format_value(Thread& thread, Value value, uint32_t conversion, Value spec) {
  Ref converted;
  if (conversion == 1) converted = str(thread, value);
  if (conversion == 2) converted = repr(thread, value);
  if (conversion == 3) converted = ascii(thread, value);
  if (conversion && !converted) return Value();
  Value shown = conversion ? converted.get() : value;
  if (spec.is_empty() && is_exact<Str>(shown)) return Ref::share(shown).release();
  return format(thread, shown, spec).release();
}

bool list_extend_operand(Thread& thread, List* list, Value iterable) {
  if (extend(thread, list, iterable)) return true;
  if (!exception_matches(thread, Error::TypeError)) return false;
  if (is_iterable(thread, iterable)) return false;
  clear_exception(thread);
  return raise(thread, Error::TypeError, "Value after * must be an iterable, not {}", type_name(thread, iterable));
}
bool dict_update_operand(Thread& thread, Dict* dict, Value other) {
  Ref keys = is<Dict>(other) ? Ref::none() : get_attribute_or_empty(thread, other, thread.names().keys);
  if (keys && dict_update(thread, dict, other)) return true;
  if (thread.has_exception() && !exception_matches(thread, Error::AttributeError)) return false;
  clear_exception(thread);
  return raise(thread, Error::TypeError, "'{}' object is not a mapping", type_name(thread, other));
}

Value keywords_from_mapping(Thread& thread, Value mapping, Value callable) {
  Ref dict = make_dict(thread);
  if (!dict || !dict_merge_keywords(thread, dict.as<Dict>(), mapping, callable)) return Value();
  return dict.release();
}

// sp[-1] is the code; below it, as the flags say: closure, annotations, keyword defaults, defaults.
Value make_function_from_stack(Thread& thread, Value* sp, uint32_t flags) {
  Value code = *--sp;
  Ref made = make_function(thread, as<Code>(code), thread.frame->globals);
  if (!made) return Value();
  Function* function = made.as<Function>();
  // The code has run before, from another function: no need to look for its body again.
  Body* body = as<Code>(code)->bodies.get();
  if (body && body->globals == thread.frame->globals && !body->namespace_is_globals) function->body.set(body->place);
  if (flags & 8) function->closure.put(Ref::own(*--sp));
  if (flags & 4) function->annotations.put(Ref::own(*--sp));
  if (flags & 2) function->keyword_defaults.put(Ref::own(*--sp));
  if (flags & 1) function->defaults.put(Ref::own(*--sp));
  drop(code);
  return made.release();
}

Value load_build_class(Thread& thread) {
  Ref builtins = builtins_of(thread, thread.frame->globals);
  Ref builder = builtins ? dict_get_name(builtins.as<Dict>(), thread.names().__build_class__) : Ref();
  if (!builder) raise(thread, Error::NameError, "__build_class__ not found");
  return builder.release();
}

bool print_expression(Thread& thread, Value value) {
  Str* name = intern(thread, std::string_view("displayhook"));
  Ref hook = get_attribute(thread, Value::object(thread.interpreter->sys_module), name);
  return hook && call(thread, hook.get(), value);
}

}  // namespace gillab
