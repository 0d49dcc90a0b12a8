// dict_keys, dict_values, dict_items, and mappingproxy.
#include "runtime/classes/construct.h"
#include "runtime/containers/dict_table.h"
#include "runtime/iterators.h"
#include "runtime/native.h"
#include "runtime/containers/sequence.h"
#include "runtime/set.h"
#include "runtime/setup.h"

namespace gillab {
namespace {

using Args = const Value*;

enum What : uint32_t { kKeys = 0, kValues = 1, kItems = 2 };

DictView* self_of(Args args) { return as<DictView>(args[0]); }
Dict* dict_of(Args args) { return as<Dict>(self_of(args)->dict.peek()); }

uint32_t what_of(Thread& thread, Value view) { return view_content(thread, as<DictView>(view)); }
bool is_set_view(Thread& thread, Value value) { return is<DictView>(value) && what_of(thread, value) != kValues; }
bool is_set_like(Thread& thread, Value value) { return is<Set>(value) || is_set_view(thread, value); }

void destroy_view(Thread& thread, Object* object) {
  static_cast<DictView*>(object)->dict.end();
  free_quickly(thread, object, sizeof(DictView));
}
void traverse_view(Object* object, const Visitor& visitor) { visitor(static_cast<DictView*>(object)->dict); }
void clear_view(Thread&, Object*) {}

Ref view_length(Thread&, Args args, uint32_t, Tuple*) { return Ref::own(Value::integer(dict_size(dict_of(args)))); }

Ref view_iter(Thread& thread, Args args, uint32_t, Tuple*) {
  return dict_iterator(thread, dict_of(args), what_of(thread, args[0]));
}
Ref view_reversed(Thread& thread, Args args, uint32_t, Tuple*) {
  return dict_reverse_iterator(thread, dict_of(args), what_of(thread, args[0]));
}

Truth keys_contain(Thread& thread, Dict* dict, Value key) {
  return static_cast<Truth>(dict_contains(thread, dict, key));
}

Truth items_contain(Thread& thread, Dict* dict, Value item) {
  if (!is<Tuple>(item) || as<Tuple>(item)->length != 2) return Truth::No;
  Ref value;
  Found found = dict_get(thread, dict, as<Tuple>(item)->items[0], &value);
  if (found != Found::Yes) return found == Found::No ? Truth::No : Truth::Error;
  return equal(thread, as<Tuple>(item)->items[1], value.get());
}

Truth view_has(Thread& thread, Value view, Value value) {
  Ref dict = as<DictView>(view)->dict.take();
  return what_of(thread, view) == kKeys ? keys_contain(thread, dict.as<Dict>(), value)
                                        : items_contain(thread, dict.as<Dict>(), value);
}

Ref view_contains(Thread& thread, Args args, uint32_t, Tuple*) {
  Truth found = view_has(thread, args[0], args[1]);
  return found == Truth::Error ? Ref() : Ref::boolean(found == Truth::Yes);
}

Ref view_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  ReprGuard running(thread, args[0].as_object());
  if (running.is_running()) return make_str(thread, "...");
  Ref list = list_from(thread, args[0]);
  if (!list) return {};
  Ref shown = repr(thread, list.get());
  if (!shown) return {};
  return format_text(thread, "{}({})", {FormatArg(type_name(thread, args[0])), FormatArg(shown.get())});
}

Ref get_mapping(Thread& thread, Value self) { return make_mapping_proxy(thread, as<DictView>(self)->dict.peek()); }

// Whether every element of `part` is in `whole`.
Truth all_in(Thread& thread, Value part, Value whole) {
  Each each(thread, part);
  while (Ref item = each.next()) {
    Truth found = contains(thread, whole, item.get());
    if (found != Truth::Yes) return found;
  }
  return each.failed() ? Truth::Error : Truth::Yes;
}

template <Compare op>
Ref view_compare(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_set_like(thread, args[1])) return Ref::not_implemented();
  SourceGuard guard(args[0], args[1]);
  int64_t left = length(thread, args[0]), right = length(thread, args[1]);
  if (left < 0 || right < 0) return {};
  Truth result = Truth::No;
  switch (op) {
    case Compare::Equal:
    case Compare::NotEqual:
      if (left == right) result = all_in(thread, args[0], args[1]);
      if (op == Compare::NotEqual && result != Truth::Error) result = truth_of(result == Truth::No);
      break;
    case Compare::Less:
      if (left < right) result = all_in(thread, args[0], args[1]);
      break;
    case Compare::LessEqual:
      if (left <= right) result = all_in(thread, args[0], args[1]);
      break;
    case Compare::Greater:
      if (left > right) result = all_in(thread, args[1], args[0]);
      break;
    default:
      if (left >= right) result = all_in(thread, args[1], args[0]);
      break;
  }
  return result == Truth::Error ? Ref() : Ref::boolean(result == Truth::Yes);
}

Ref intersect(Thread& thread, Value view, Value other) {
  if (is_exact<Set>(other) && !is_frozen(thread, as<Set>(other)) && length(thread, view) <= length(thread, other)) {
    return set_intersection(thread, as<Set>(other), view);
  }
  if (is_set_view(thread, other) && length(thread, other) > length(thread, view)) std::swap(view, other);
  Ref result = make_set(thread);
  Each each(thread, other);
  while (Ref item = each.next()) {
    Truth found = view_has(thread, view, item.get());
    if (found == Truth::Error) return {};
    if (found == Truth::Yes && !set_add(thread, result.as<Set>(), item.get())) return {};
  }
  return each.failed() ? Ref() : std::move(result);
}

template <Binary op>
Ref combine(Thread& thread, Value left, Value right) {
  SourceGuard guard(left, right);
  if (op == Binary::And) {
    return is_set_view(thread, left) ? intersect(thread, left, right) : intersect(thread, right, left);
  }
  Ref result = set_from(thread, left, false);
  if (!result) return {};
  Set* set = result.as<Set>();
  bool ok = op == Binary::Or         ? set_update(thread, set, right)
            : op == Binary::Subtract ? set_difference_update(thread, set, right)
                                     : set_symmetric_difference_update(thread, set, right);
  return ok ? std::move(result) : Ref();
}

template <Binary op>
Ref view_operate(Thread& thread, Args args, uint32_t, Tuple*) {
  return combine<op>(thread, args[0], args[1]);
}
template <Binary op>
Ref view_operate_reflected(Thread& thread, Args args, uint32_t, Tuple*) {
  return combine<op>(thread, args[1], args[0]);
}

Ref view_is_disjoint(Thread& thread, Args args, uint32_t, Tuple*) {
  SourceGuard guard(args[0], args[1]);
  Each each(thread, args[1]);
  while (Ref item = each.next()) {
    Truth found = view_has(thread, args[0], item.get());
    if (found != Truth::No) return found == Truth::Error ? Ref() : Ref::boolean(false);
  }
  return each.failed() ? Ref() : Ref::boolean(true);
}

constexpr MethodDef kViewMethods[] = {
    {"__repr__", "(self, /)", view_repr},
    {"__len__", "(self, /)", view_length},
    {"__iter__", "(self, /)", view_iter},
    {"__reversed__", "(self, /)", view_reversed},
};
constexpr GetSetDef kViewGetSets[] = {{"mapping", get_mapping}};

constexpr MethodDef kSetMethods[] = {
    {"__contains__", "(self, key, /)", view_contains},
    {"__lt__", "(self, value, /)", view_compare<Compare::Less>},
    {"__le__", "(self, value, /)", view_compare<Compare::LessEqual>},
    {"__eq__", "(self, value, /)", view_compare<Compare::Equal>},
    {"__ne__", "(self, value, /)", view_compare<Compare::NotEqual>},
    {"__gt__", "(self, value, /)", view_compare<Compare::Greater>},
    {"__ge__", "(self, value, /)", view_compare<Compare::GreaterEqual>},
    {"__and__", "(self, value, /)", view_operate<Binary::And>},
    {"__rand__", "(self, value, /)", view_operate_reflected<Binary::And>},
    {"__or__", "(self, value, /)", view_operate<Binary::Or>},
    {"__ror__", "(self, value, /)", view_operate_reflected<Binary::Or>},
    {"__xor__", "(self, value, /)", view_operate<Binary::Xor>},
    {"__rxor__", "(self, value, /)", view_operate_reflected<Binary::Xor>},
    {"__sub__", "(self, value, /)", view_operate<Binary::Subtract>},
    {"__rsub__", "(self, value, /)", view_operate_reflected<Binary::Subtract>},
    {"isdisjoint", "(self, other, /)", view_is_disjoint},
};

void setup_view(Thread& thread, Type* type, bool as_set) {
  add_type_flags(type, kNoInstances);
  add_methods(thread, type, kViewMethods);
  add_getsets(thread, type, kViewGetSets);
  if (!as_set) return;
  add_methods(thread, type, kSetMethods);
  add_constant(thread, type, "__hash__", Ref::none());
}

}  // namespace

const Layout kDictViewLayout = {"dict_view", sizeof(DictView), true, destroy_view, traverse_view, clear_view};

uint32_t view_content(Thread& thread, const DictView* view) {
  Type* type = type_of(view);
  if (type->base != thread.types().object) type = type->base;  // OrderedDict has its own, made of these
  return type == thread.types().dict_keys ? kKeys : type == thread.types().dict_values ? kValues : kItems;
}

Ref make_dict_view(Thread& thread, Dict* dict, uint32_t what) {
  const Types& types = thread.types();
  Type* type = what == kKeys ? types.dict_keys : what == kValues ? types.dict_values : types.dict_items;
  DictView* view = allocate<DictView>(thread, type->root);
  if (!view) return {};
  view->dict.init(Ref::share(dict));
  return Ref::own(view);
}

void setup_dict_keys(Thread& thread, Type* type) { setup_view(thread, type, true); }
void setup_dict_values(Thread& thread, Type* type) { setup_view(thread, type, false); }
void setup_dict_items(Thread& thread, Type* type) { setup_view(thread, type, true); }

}  // namespace gillab
