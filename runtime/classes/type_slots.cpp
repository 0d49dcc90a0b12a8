// __slots__: which members a class adds to its instances, and whether these have a dict and can be weakly referenced.
#include "runtime/classes/type_slots.h"

#include <algorithm>

#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

bool has_items(const Type* type) {  // of variable size in CPython, whose refusals are kept
  switch (type->instance_kind) {
    case Kind::Int:
    case Kind::Tuple:
    case Kind::Bytes:
    case Kind::Type:
      return true;
    default:
      return false;
  }
}

Str* mangled(Thread& thread, const Str* class_name, Str* name) {
  std::string text = to_utf8(name);
  if (text.size() < 3 || text[0] != '_' || text[1] != '_' || text.ends_with("__")) return intern(thread, name);
  std::string owner = to_utf8(class_name);
  size_t first = owner.find_first_not_of('_');
  if (first == std::string::npos) return intern(thread, name);
  return intern(thread, std::string_view("_" + owner.substr(first) + text));
}

Ref as_tuple(Thread& thread, Value slots) {
  return is<Str>(slots) ? make_tuple_of(thread, slots) : tuple_from(thread, slots);
}

bool check_name(Thread& thread, Value name) {
  if (!is<Str>(name)) {
    return raise(thread, Error::TypeError, "__slots__ items must be strings, not '{}'", type_name(thread, name));
  }
  Ref proper = call_method(thread, name, intern(thread, std::string_view("isidentifier")));
  if (!proper) return false;
  if (proper.get().is_true()) return true;
  return raise(thread, Error::TypeError, "__slots__ must be identifiers");
}

bool add_special(Thread& thread, const Type* base, bool weak, SlotPlan* plan) {
  bool& wanted = weak ? plan->add_weakref : plan->add_dict;
  if (!wanted && !has_flag(base, weak ? kHasWeakref : kHasDict) && !(weak && has_items(base))) return wanted = true;
  if (!weak) return raise(thread, Error::TypeError, "__dict__ slot disallowed: we already got one");
  return raise(thread, Error::TypeError,
               "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
}

bool add_name(Thread& thread, const Str* class_name, Dict* namespace_, const Type* base, Str* name, SlotPlan* plan) {
  if (equals_ascii(name, "__dict__")) return add_special(thread, base, false, plan);
  if (equals_ascii(name, "__weakref__")) return add_special(thread, base, true, plan);
  Str* member = mangled(thread, class_name, name);
  if (!member) return false;
  bool special = equals_ascii(member, "__qualname__") || equals_ascii(member, "__classcell__");
  if (!special && !dict_peek_name(namespace_, member).is_empty()) {
    Ref shown = repr(thread, Value::object(name));
    return shown && raise(thread, Error::ValueError, "{} in __slots__ conflicts with class variable", shown.get());
  }
  plan->members.push_back(member);
  return true;
}

void look_at_other_bases(const Tuple* bases, const Type* base, SlotPlan* plan) {
  for (uint64_t i = 0; i < bases->length; ++i) {
    const Type* other = as<Type>(bases->items[i]);
    if (other == base) continue;
    if (has_flag(other, kHasDict) && !has_flag(base, kHasDict)) plan->add_dict = true;
    if (has_flag(other, kHasWeakref) && !has_flag(base, kHasWeakref) && !has_items(base)) plan->add_weakref = true;
  }
}

}  // namespace

bool plan_slots(Thread& thread, const Str* class_name, const Tuple* bases, const Type* base, Dict* namespace_,
                SlotPlan* plan) {
  Ref slots = dict_get_name(namespace_, thread.names().__slots__);
  if (!slots) {
    plan->add_dict = !has_flag(base, kHasDict);
    plan->add_weakref = !has_flag(base, kHasWeakref) && !has_items(base);
    return true;
  }
  Ref names = as_tuple(thread, slots.get());
  if (!names) return false;
  const Tuple* tuple = names.as<Tuple>();
  if (tuple->length > 0 && has_items(base)) {
    return raise(thread, Error::TypeError, "nonempty __slots__ not supported for subtype of '{}'", name_of_type(base));
  }
  for (uint64_t i = 0; i < tuple->length; ++i) {
    if (!check_name(thread, tuple->items[i])) return false;
    if (!add_name(thread, class_name, namespace_, base, as<Str>(tuple->items[i]), plan)) return false;
  }
  std::sort(plan->members.begin(), plan->members.end(), [](Str* a, Str* b) { return compare_text(a, b) < 0; });
  look_at_other_bases(bases, base, plan);
  return true;
}

}  // namespace gillab
