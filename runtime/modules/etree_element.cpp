// _elementtree: what an element has, how it is made, and the module. What its methods do stands in etree_methods.cpp.
#include <utility>
#include <vector>

#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/modules/etree.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab::etree {
namespace {

using Args = const Value*;
using Fields = FieldLayout<Element, &Element::tag, &Element::text, &Element::tail, &Element::attributes,
                           &Element::children>;

Ref element_new(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0 || !is<Type>(args[0])) return raise(thread, Error::TypeError, "Element.__new__(X): X is not a type object");
  return make_element(thread, as<Type>(args[0]), Value::none(), Ref());
}

// {**attributes, **the keywords behind those in `skipped`}. Empty with no error: there are none.
Ref merged_attributes(Thread& thread, Value attributes, const Value* values, Tuple* names) {
  const bool given = !attributes.is_empty() && dict_size(as<Dict>(attributes)) != 0;
  if (!given && !names) return {};
  Ref made = given ? dict_copy(thread, as<Dict>(attributes)) : make_dict(thread);
  for (size_t i = 0; made && names && i < names->length; ++i) {
    if (values[i].is_empty()) continue;
    if (!dict_set(thread, made.as<Dict>(), names->items[i], Ref::share(values[i]))) return {};
  }
  return made;
}

// (..., tag, attrib={}, **extra) after `before` other arguments. False: an error is set. Empty: no attributes.
bool read_attributes(Thread& thread, const char* function, Args args, uint32_t count, Tuple* names, uint32_t before,
                     Ref* result) {
  const uint32_t least = before + 1, most = before + 2;
  if (count < least || count > most) {
    const uint32_t bound = count < least ? least : most;
    return raise(thread, Error::TypeError, "{}() takes {} {} argument{} ({} given)", function,
                 count < least ? "at least" : "at most", bound, bound == 1 ? "" : "s", count);
  }
  Value attributes = count == most ? args[most - 1] : Value();
  if (!attributes.is_empty() && !is<Dict>(attributes)) {
    return raise(thread, Error::TypeError, "{}() argument {} must be dict, not {}", function, most,
                 argument_name(thread, attributes));
  }
  std::vector<Value> values(args + count, args + count + (names ? names->length : 0));
  for (size_t i = 0; names && attributes.is_empty() && i < names->length; ++i) {
    if (!equals_ascii(as<Str>(names->items[i]), "attrib")) continue;
    attributes = std::exchange(values[i], Value());
    if (!is<Dict>(attributes)) {
      return raise(thread, Error::TypeError, "attrib must be dict, not {}", type_name(thread, attributes));
    }
  }
  *result = merged_attributes(thread, attributes, values.data(), names);
  return !thread.has_exception();
}

Ref element_init(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Ref attributes;
  if (!read_attributes(thread, "Element", args + 1, count - 1, names, 0, &attributes)) return {};
  Element* self = element_of(args[0]);
  self->tag.put(Ref::share(args[1]));
  self->text.put(Ref::none());
  self->tail.put(Ref::none());
  self->attributes.put(std::move(attributes));
  return Ref::none();
}

Ref sub_element(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Ref attributes;
  if (count > 0 && !is_element(args[0])) {
    return raise(thread, Error::TypeError, "SubElement() argument 1 must be xml.etree.ElementTree.Element, not {}",
                 argument_name(thread, args[0]));
  }
  if (!read_attributes(thread, "SubElement", args, count, names, 1, &attributes)) return {};
  Ref made = make_element(thread, plain_type(type_of(thread, args[0])), args[1], std::move(attributes));
  return made && append_child(thread, element_of(args[0]), made.share()) ? std::move(made) : Ref();
}

// --- the four attributes

bool may_not_delete(Thread& thread, Value value) {
  return !value.is_empty() || raise(thread, Error::AttributeError, "can't delete element attribute");
}

template <Field Element::*kField>
Ref get_field(Thread&, Value self) { return (element_of(self)->*kField).take(); }
template <Field Element::*kField>
bool set_field(Thread& thread, Value self, Value value) {
  if (!may_not_delete(thread, value)) return false;
  (element_of(self)->*kField).put(Ref::share(value));
  return true;
}

Ref get_attributes(Thread& thread, Value self) { return attributes_of(thread, element_of(self)); }
bool set_attributes(Thread& thread, Value self, Value value) {
  if (!may_not_delete(thread, value)) return false;
  if (!is<Dict>(value)) {
    return raise(thread, Error::TypeError, "attrib must be dict, not {}", type_name(thread, value));
  }
  element_of(self)->attributes.put(Ref::share(value));
  return true;
}

const GetSetDef kGetSets[] = {
    {"tag", get_field<&Element::tag>, set_field<&Element::tag>},
    {"text", get_field<&Element::text>, set_field<&Element::text>},
    {"tail", get_field<&Element::tail>, set_field<&Element::tail>},
    {"attrib", get_attributes, set_attributes},
};
const MethodDef kMaking[] = {{"__new__", "*", element_new, MethodDef::Static}, {"__init__", "*", element_init}};
const MethodDef kFunction = {"SubElement", "*", sub_element};

Type* make_element_type(Thread& thread) {
  Type* type = make_native_type(thread, {"xml.etree.ElementTree.Element", "xml.etree.ElementTree", &kElementLayout,
                                         kBaseType | kHasWeakref}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMaking);
  add_getsets(thread, type, kGetSets);
  add_element_rows(thread, type);
  add_walking_rows(thread, type);
  finish_type(thread, type);
  type->module_data = make_iterator_type(thread);
  return type->module_data ? type : nullptr;
}

}  // namespace

const Layout kElementLayout = Fields::named("Element");

Ref make_element(Thread& thread, Type* type, Value tag, Ref attributes) {
  Element* element = static_cast<Element*>(allocate_instance(thread, type, 0));
  if (!element) return {};
  element->tag.init(Ref::share(tag));
  element->text.init(Ref::none());
  element->tail.init(Ref::none());
  element->attributes.init(std::move(attributes));
  element->children.init_empty();
  return Ref::own(element);
}

bool append_child(Thread& thread, Element* element, Ref child) {
  Guard guard(element->header);
  Ref list = element->children.take();
  if (!list) {
    list = make_list(thread, 4);
    if (!list) return false;
    element->children.put(list.share());
  }
  return append(thread, list.as<List>(), std::move(child));
}

Ref child_at(Element* element, size_t position) {
  Ref list = element->children.take();
  return list ? item_at(list.as<List>(), position) : Ref();
}

Ref attributes_of(Thread& thread, Element* element) {
  Guard guard(element->header);
  Ref attributes = element->attributes.take();
  if (attributes) return attributes;
  attributes = make_dict(thread);
  if (attributes) element->attributes.put(attributes.share());
  return attributes;
}

Type* plain_type(Type* type) {
  while (has_flag(type, kHeapType)) type = type->base;
  return type;
}

}  // namespace gillab::etree

namespace gillab {

bool init__elementtree(Thread& thread, Module* module) {
  Type* element = etree::make_element_type(thread);
  Type* builder = element ? etree::make_builder_type(thread, element) : nullptr;
  Type* relay = builder ? etree::make_relay_type(thread, builder) : nullptr;
  return relay && add_value(thread, module, "Element", Ref::share(element)) &&
         add_value(thread, module, "TreeBuilder", Ref::share(builder)) &&
         add_value(thread, module, "Relay", Ref::share(relay)) && add_function(thread, module, etree::kFunction) &&
         add_function(thread, module, etree::kTreeText);
}

}  // namespace gillab
