// _elementtree: an element as a list of its children, its attributes, its copies.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "runtime/containers/sequence.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/modules/etree.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab::etree {
namespace {

using Args = const Value*;

Element* self_of(Args args) { return element_of(args[0]); }
Ref done(bool ok) { return ok ? Ref::none() : Ref(); }

// The list of children, made when there is none.
Ref children_of(Thread& thread, Element* element) {
  Guard guard(element->header);
  Ref list = element->children.take();
  if (list) return list;
  list = make_list(thread);
  if (list) element->children.put(list.share());
  return list;
}

uint32_t count_of(Element* element) {
  Ref list = element->children.take();
  return list ? list_length(list.as<List>()) : 0;
}

bool expect_argument(Thread& thread, Value value, const char* argument) {
  if (is_element(value)) return true;
  return raise(thread, Error::TypeError, "{} must be xml.etree.ElementTree.Element, not {}", argument,
               argument_name(thread, value));
}
bool expect_element(Thread& thread, Value value) {
  if (is_element(value)) return true;
  return raise(thread, Error::TypeError, "expected an Element, not \"{}\"", type_name(thread, value));
}
bool expect_dict(Thread& thread, Value value, const char* argument) {
  if (is<Dict>(value)) return true;
  return raise(thread, Error::TypeError, "{} must be dict, not {}", argument, argument_name(thread, value));
}

// A list or tuple of the elements that something iterable gives.
Ref elements_from(Thread& thread, Value value) {
  Ref list = list_from(thread, value);
  if (!list && exception_matches(thread, Error::TypeError)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "expected sequence, not \"{}\"", type_name(thread, value));
  }
  for (uint32_t i = 0; list && i < list.as<List>()->length.get(); ++i) {
    if (!expect_element(thread, list.as<List>()->items.get()[i])) return {};
  }
  return list;
}

// --- like a list

Ref length_method(Thread&, Args args, uint32_t, Tuple*) { return Ref::own(Value::integer(count_of(self_of(args)))); }

bool expect_index(Thread& thread, Value key) {
  if (is<Slice>(key) || is_index(thread, key)) return true;
  return raise(thread, Error::TypeError, "element indices must be integers");
}
// As "child index out of range", whatever the list said.
Failed rename_error(Thread& thread, Value key, const char* text) {
  if (is<Slice>(key) || !exception_matches(thread, Error::IndexError)) return {};
  clear_exception(thread);
  return raise(thread, Error::IndexError, text);
}

Ref get_child(Thread& thread, Args args, uint32_t, Tuple*) {
  Element* self = self_of(args);
  if (args[1].is_int() && args[1].as_int() >= 0) {
    if (Ref child = child_at(self, static_cast<size_t>(args[1].as_int()))) return child;
  }
  Ref list = children_of(thread, self);
  if (!list || !expect_index(thread, args[1])) return {};
  Ref found = list_get(thread, list.as<List>(), args[1]);
  if (!found) return rename_error(thread, args[1], "child index out of range");
  return found;
}

Ref set_child(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref list = children_of(thread, self_of(args)), value = Ref::share(args[2]);
  if (!list || !expect_index(thread, args[1])) return {};
  if (is<Slice>(args[1])) {
    value = elements_from(thread, args[2]);
    if (!value) return {};
  } else if (!expect_element(thread, args[2])) {
    return {};
  }
  if (list_set(thread, list.as<List>(), args[1], value.get())) return Ref::none();
  return rename_error(thread, args[1], "child assignment index out of range");
}

Ref delete_child(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref list = children_of(thread, self_of(args));
  if (!list || !expect_index(thread, args[1])) return {};
  if (list_set(thread, list.as<List>(), args[1], Value())) return Ref::none();
  return rename_error(thread, args[1], "child assignment index out of range");
}

Ref append_method(Thread& thread, Args args, uint32_t, Tuple*) {
  return done(expect_argument(thread, args[1], "append() argument") &&
              append_child(thread, self_of(args), Ref::share(args[1])));
}

Ref extend_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref more = elements_from(thread, args[1]), list = children_of(thread, self_of(args));
  return done(more && list && extend(thread, list.as<List>(), more.get()));
}

Ref insert_method(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t position;
  if (!index_as_int64(thread, args[1], &position) || !expect_argument(thread, args[2], "insert() argument 2")) return {};
  Ref list = children_of(thread, self_of(args));
  if (!list) return {};
  if (position < 0) position = std::max<int64_t>(0, position + list_length(list.as<List>()));
  return done(list_insert(thread, list.as<List>(), static_cast<size_t>(position), Ref::share(args[2])));
}

Ref remove_method(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!expect_argument(thread, args[1], "remove() argument")) return {};
  Ref list = children_of(thread, self_of(args));
  if (!list) return {};
  for (size_t i = 0; Ref child = item_at(list.as<List>(), i); ++i) {
    const Truth same = equal(thread, child.get(), args[1]);
    if (same == Truth::Error) return {};
    if (same == Truth::No) continue;
    Ref gone = list_take(list.as<List>(), i);
    return Ref::none();
  }
  return raise(thread, Error::ValueError, "list.remove(x): x not in list");
}

Ref clear_method(Thread&, Args args, uint32_t, Tuple*) {
  Element* self = self_of(args);
  self->text.put(Ref::none());
  self->tail.put(Ref::none());
  Ref attributes = self->attributes.exchange(Ref()), children = self->children.exchange(Ref());
  return Ref::none();
}

// --- attributes

Ref get_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref attributes = self_of(args)->attributes.take(), found;
  const Found known = attributes ? dict_get(thread, attributes.as<Dict>(), args[1], &found) : Found::No;
  if (known == Found::No) return args[2].is_empty() ? Ref::none() : Ref::share(args[2]);
  return found;
}

Ref set_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref attributes = attributes_of(thread, self_of(args));
  return done(attributes && dict_set(thread, attributes.as<Dict>(), args[1], Ref::share(args[2])));
}

Ref keys_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref attributes = self_of(args)->attributes.take();
  return attributes ? dict_keys_list(thread, attributes.as<Dict>()) : make_list(thread);
}

Ref items_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref attributes = self_of(args)->attributes.take(), made = make_list(thread), key, value;
  uint32_t position = 0;
  while (made && attributes && dict_next_held(attributes.as<Dict>(), &position, &key, &value)) {
    if (!append(thread, made.as<List>(), make_pair(thread, std::move(key), std::move(value)))) return {};
  }
  return made;
}

// --- copies and texts

Ref show(Thread& thread, Args args, uint32_t, Tuple*) {
  ReprGuard once(thread, self_of(args));
  if (once.is_running()) {
    return raise(thread, Error::RuntimeError, "reentrant call inside {}.__repr__", type_name(thread, args[0]));
  }
  Ref tag = self_of(args)->tag.take(), text = repr(thread, tag.get());
  if (!text) return {};
  char address[32];
  std::snprintf(address, sizeof address, "%#zx", reinterpret_cast<size_t>(args[0].as_object()));
  return format_text(thread, "<Element {} at {}>", {FormatArg(text.as<Str>()), FormatArg(address)});
}

Ref make_method(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!expect_dict(thread, args[2], "makeelement() argument 2")) return {};
  return make_element(thread, plain_type(type_of(thread, args[0])), args[1], dict_copy(thread, as<Dict>(args[2])));
}

Ref copy_method(Thread& thread, Args args, uint32_t, Tuple*) {
  Element* self = self_of(args);
  Ref tag = self->tag.take(), children = self->children.take();
  Ref made = make_element(thread, plain_type(type_of(thread, args[0])), tag.get(), self->attributes.take());
  if (!made) return {};
  Element* copy = element_of(made.get());
  copy->text.put(self->text.take());
  copy->tail.put(self->tail.take());
  if (children) {
    Ref list = list_from(thread, children.get());
    if (!list) return {};
    copy->children.put(std::move(list));
  }
  return made;
}

bool has_only_texts(Dict* dict) {
  uint32_t position = 0;
  Ref key, value;
  while (dict_next_held(dict, &position, &key, &value)) {
    if (!is_exact<Str>(key.get()) || !is_exact<Str>(value.get())) return false;
  }
  return true;
}

Ref deep_copy_of_element(Thread& thread, Element* self, Value copier, Value memo);

Ref deep_copy_of(Thread& thread, Value copier, Ref value, Value memo) {
  if (!value || value.get().is_none() || is_exact<Str>(value.get())) return value;
  if (is_exact<Dict>(value.get()) && has_only_texts(value.as<Dict>())) return dict_copy(thread, value.as<Dict>());
  if (is_plain_element(value.get())) {
    Ref key = make_int(thread, static_cast<int64_t>(value.get().bits() - Value::kPointerTag)), known;
    const Found found = key ? dict_get(thread, as<Dict>(memo), key.get(), &known) : Found::Error;
    return found == Found::No ? deep_copy_of_element(thread, element_of(value.get()), copier, memo) : std::move(known);
  }
  return call(thread, copier, value.get(), memo);
}

Ref deep_copy_of_element(Thread& thread, Element* self, Value copier, Value memo) {
  NativeDepth depth(thread);
  if (!depth) return {};
  Ref tag = deep_copy_of(thread, copier, self->tag.take(), memo);
  Ref made = tag ? make_element(thread, plain_type(type_of(self)), tag.get(), Ref()) : Ref();
  Ref key = made ? make_int(thread, static_cast<int64_t>(reinterpret_cast<intptr_t>(self))) : Ref();
  if (!key || !dict_set(thread, as<Dict>(memo), key.get(), made.share())) return {};
  Element* copy = element_of(made.get());
  for (Field Element::*field : {&Element::attributes, &Element::text, &Element::tail}) {
    Ref part = deep_copy_of(thread, copier, (self->*field).take(), memo);
    if (thread.has_exception()) return {};
    (copy->*field).put(std::move(part));
  }
  for (size_t i = 0; Ref child = child_at(self, i); ++i) {
    Ref part = deep_copy_of(thread, copier, std::move(child), memo);
    if (!part || !expect_element(thread, part.get()) || !append_child(thread, copy, std::move(part))) return {};
  }
  return made;
}

Ref deepcopy_method(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!expect_dict(thread, args[1], "__deepcopy__() argument")) return {};
  Ref copier = attribute_of_module(thread, "copy", "deepcopy");
  return copier ? deep_copy_of_element(thread, self_of(args), copier.get(), args[1]) : Ref();
}

struct StateRow {
  const char* name;
  Field Element::*field;
};
constexpr StateRow kState[] = {{"tag", &Element::tag}, {"_children", &Element::children},
                               {"attrib", &Element::attributes}, {"text", &Element::text}, {"tail", &Element::tail}};

Ref get_state(Thread& thread, Args args, uint32_t, Tuple*) {
  Element* self = self_of(args);
  Ref state = make_dict(thread);
  for (const StateRow& row : kState) {
    Ref value = (self->*row.field).take();
    if (row.field == &Element::children) value = value ? list_from(thread, value.get()) : make_list(thread);
    if (row.field == &Element::attributes && !value) value = make_dict(thread);
    if (!state || !value) return {};
    if (!dict_set_name(thread, state.as<Dict>(), intern(thread, std::string_view(row.name)), std::move(value))) return {};
  }
  return state;
}

// What may stand in the place of a name, changed to what the field takes. Empty after an error.
Ref state_value(Thread& thread, const StateRow& row, Value value) {
  if (row.field == &Element::children) {
    if (!is<List>(value)) return raise(thread, Error::TypeError, "'_children' is not a list");
    return elements_from(thread, value);
  }
  if (row.field == &Element::attributes && !is<Dict>(value)) {
    return raise(thread, Error::TypeError, "attrib must be dict, not {}", type_name(thread, value));
  }
  return Ref::share(value);
}

Ref set_state(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is_exact<Dict>(args[1])) {
    return raise(thread, Error::TypeError, "Don't know how to unpickle \"{}\" as an Element", Ref(repr(thread, args[1])).get());
  }
  uint32_t position = 0;
  Ref name, value, parts[std::size(kState)];
  while (dict_next_held(as<Dict>(args[1]), &position, &name, &value)) {
    size_t row = 0;
    while (row < std::size(kState) && !(is<Str>(name.get()) && equals_ascii(name.as<Str>(), kState[row].name))) ++row;
    if (row == std::size(kState)) {
      return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for this function", name.get());
    }
    parts[row] = state_value(thread, kState[row], value.get());
    if (!parts[row]) return {};
  }
  for (size_t i = 0; i < std::size(kState); ++i) {
    if (parts[i]) (self_of(args)->*kState[i].field).put(std::move(parts[i]));
  }
  return Ref::none();
}

const MethodDef kMethods[] = {
    {"__len__", "(self, /)", length_method},
    {"__getitem__", "(self, key, /)", get_child},
    {"__setitem__", "(self, key, value, /)", set_child},
    {"__delitem__", "(self, key, /)", delete_child},
    {"append", "(self, subelement, /)", append_method},
    {"extend", "(self, elements, /)", extend_method},
    {"insert", "(self, index, subelement, /)", insert_method},
    {"remove", "(self, subelement, /)", remove_method},
    {"clear", "(self, /)", clear_method},
    {"get", "(self, /, key, default=None)", get_method},
    {"set", "(self, key, value, /)", set_method},
    {"keys", "(self, /)", keys_method},
    {"items", "(self, /)", items_method},
    {"__repr__", "(self, /)", show},
    {"makeelement", "(self, tag, attrib, /)", make_method},
    {"__copy__", "(self, /)", copy_method},
    {"__deepcopy__", "(self, memo, /)", deepcopy_method},
    {"__getstate__", "(self, /)", get_state},
    {"__setstate__", "(self, state, /)", set_state},
};

}  // namespace

void add_element_rows(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab::etree
