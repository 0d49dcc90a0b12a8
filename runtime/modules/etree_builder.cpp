// _elementtree: TreeBuilder makes a tree of events. Relay takes what an expat parser finds to a builder or to any other
// target: it knows what names with a namespace look like, and may tell a queue what came of each event.
#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/modules/etree.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab::etree {
namespace {

using Args = const Value*;

struct Builder : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field root;             // empty: nothing has begun
  Field current;          // the element that is open; empty: none
  Field last;             // what texts belong to
  Field open;             // a List: the elements around the current one
  Field data;             // a List of the texts since the last event, or empty
  Field element_factory;  // empty: Element
  Field comment_factory;
  Field pi_factory;
  Field element_type;
  Cell<bool> insert_comments;
  Cell<bool> insert_pis;
  Cell<bool> in_tail;     // texts stand behind `last`, not in it
};
using BuilderFields =
    FieldLayout<Builder, &Builder::root, &Builder::current, &Builder::last, &Builder::open, &Builder::data,
                &Builder::element_factory, &Builder::comment_factory, &Builder::pi_factory, &Builder::element_type>;
const Layout kBuilderLayout = BuilderFields::named("TreeBuilder");

Builder* builder_of(Value value) { return reinterpret_cast<Builder*>(value.as_object()); }

// module_data of TreeBuilder is the type Element.
Ref builder_new(Thread& thread, Args args, uint32_t count, Tuple*) {
  if (count == 0 || !is<Type>(args[0])) {
    return raise(thread, Error::TypeError, "TreeBuilder.__new__(X): X is not a type object");
  }
  Builder* builder = static_cast<Builder*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!builder) return {};
  BuilderFields::start(builder);
  builder->insert_comments.set(false);
  builder->insert_pis.set(false);
  builder->in_tail.set(false);
  const auto* element = static_cast<const Type*>(plain_type(as<Type>(args[0]))->module_data);
  builder->element_type.init(Ref::share(element));
  Ref result = Ref::own(builder), open = make_list(thread);
  if (!open) return {};
  builder->open.put(std::move(open));
  return result;
}

bool flag_argument(Thread& thread, Value value, Cell<bool>* flag) {
  const Truth given = value.is_empty() ? Truth::No : truth(thread, value);
  flag->set(given == Truth::Yes);
  return given != Truth::Error;
}

Ref builder_init(Thread& thread, Args args, uint32_t, Tuple*) {
  Builder* self = builder_of(args[0]);
  const auto factory = [&](Value value, const char* usual) {
    if (!value.is_empty() && !value.is_none()) return Ref::share(value);
    return usual ? attribute_of_module(thread, "xml.etree._element", usual) : Ref();
  };
  self->element_factory.put(factory(args[1], nullptr));
  self->comment_factory.put(factory(args[2], "Comment"));
  if (!thread.has_exception()) self->pi_factory.put(factory(args[3], "ProcessingInstruction"));
  if (thread.has_exception()) return {};
  if (!flag_argument(thread, args[4], &self->insert_comments)) return {};
  return flag_argument(thread, args[5], &self->insert_pis) ? Ref::none() : Ref();
}

// The texts since the last event as one. REQUIRES: there are some
Ref take_data(Thread& thread, Builder* self) {
  Ref parts = self->data.exchange(Ref());
  if (is<Str>(parts.get())) return parts;
  Ref empty = make_str(thread, "");
  const Value list = parts.get();
  return empty ? call_method(thread, empty.get(), intern(thread, std::string_view("join")), &list, 1) : Ref();
}

// What a text becomes together with the one that is there.
Ref joined(Thread& thread, Value old, Ref text) {
  if (old.is_empty() || old.is_none()) return text;
  return binary(thread, Binary::Add, old, text.get());
}

bool flush(Thread& thread, Builder* self) {
  if (self->data.peek().is_empty()) return true;
  Ref last = self->last.take();
  if (!last) {
    self->data.clear();
    return true;
  }
  Ref text = take_data(thread, self);
  if (!text) return false;
  if (is_plain_element(last.get())) {
    Field& field = self->in_tail.get() ? element_of(last.get())->tail : element_of(last.get())->text;
    Ref old = field.take(), whole = joined(thread, old.get(), std::move(text));
    if (whole) field.put(whole.share());
    return static_cast<bool>(whole);
  }
  Str* name = intern(thread, std::string_view(self->in_tail.get() ? "tail" : "text"));
  Ref old = get_attribute(thread, last.get(), name);
  Ref whole = old ? joined(thread, old.get(), std::move(text)) : Ref();
  return whole && set_attribute(thread, last.get(), name, whole.get());
}

bool put_into(Thread& thread, Value parent, Value child) {
  if (is_plain_element(parent) && is_element(child)) return append_child(thread, element_of(parent), Ref::share(child));
  return static_cast<bool>(call_method(thread, parent, intern(thread, std::string_view("append")), &child, 1));
}

// `attributes` is empty where there are none.
Ref new_element(Thread& thread, Builder* self, Value tag, Ref attributes) {
  Ref factory = self->element_factory.take();
  if (!factory) {
    Ref type = self->element_type.take();
    return make_element(thread, type.as<Type>(), tag, std::move(attributes));
  }
  if (!attributes) attributes = make_dict(thread);
  return attributes ? call(thread, factory.get(), tag, attributes.get()) : Ref();
}

Ref start_element(Thread& thread, Builder* self, Value tag, Ref attributes) {
  if (!flush(thread, self)) return {};
  Ref made = new_element(thread, self, tag, std::move(attributes));
  if (!made) return {};
  Ref around = self->current.take(), open = self->open.take();
  if (around) {
    if (!put_into(thread, around.get(), made.get())) return {};
  } else if (self->root.peek().is_empty()) {
    self->root.put(made.share());
  } else {
    return raise(thread, Error::SyntaxError, "multiple elements on top level");
  }
  if (!append(thread, open.as<List>(), around ? std::move(around) : Ref::none())) return {};
  self->current.put(made.share());
  self->last.put(made.share());
  self->in_tail.set(false);
  return made;
}

Ref end_element(Thread& thread, Builder* self) {
  if (!flush(thread, self)) return {};
  Ref open = self->open.take(), ended = self->current.take();
  const uint32_t height = list_length(open.as<List>());
  if (height == 0 || !ended) return raise(thread, Error::IndexError, "pop from empty stack");
  Ref around = list_take(open.as<List>(), height - 1);
  self->current.put(around.get().is_none() ? Ref() : std::move(around));
  self->last.put(ended.share());
  self->in_tail.set(true);
  return ended;
}

Ref builder_start(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Dict>(args[2])) {
    return raise(thread, Error::TypeError, "start() argument 2 must be dict, not {}", argument_name(thread, args[2]));
  }
  return start_element(thread, builder_of(args[0]), args[1], Ref::share(args[2]));
}
Ref builder_end(Thread& thread, Args args, uint32_t, Tuple*) { return end_element(thread, builder_of(args[0])); }

Ref builder_data(Thread& thread, Args args, uint32_t, Tuple*) {
  Builder* self = builder_of(args[0]);
  Ref data = self->data.take();
  if (self->last.peek().is_empty()) return Ref::none();
  if (!data && is_exact<Str>(args[1])) {
    self->data.put(Ref::share(args[1]));
    return Ref::none();
  }
  if (!data || is<Str>(data.get())) {
    const Value first = data.get();
    Ref parts = data ? make_list_of(thread, &first, 1) : make_list(thread);
    if (!parts) return {};
    data = parts.share();
    self->data.put(std::move(parts));
  }
  return append(thread, data.as<List>(), Ref::share(args[1])) ? Ref::none() : Ref();
}

Ref add_single(Thread& thread, Builder* self, const Field& factory, bool insert, Args args, uint32_t count) {
  if (!flush(thread, self)) return {};
  Ref maker = factory.take();
  Ref made = call(thread, maker.get(), args, count);
  Ref around = self->current.take();
  if (!made || !insert || !around) return made;
  if (!put_into(thread, around.get(), made.get())) return {};
  self->last.put(made.share());
  self->in_tail.set(true);
  return made;
}

Ref builder_comment(Thread& thread, Args args, uint32_t, Tuple*) {
  Builder* self = builder_of(args[0]);
  return add_single(thread, self, self->comment_factory, self->insert_comments.get(), args + 1, 1);
}
Ref builder_pi(Thread& thread, Args args, uint32_t, Tuple*) {
  Builder* self = builder_of(args[0]);
  const Value parts[] = {args[1], args[2].is_empty() ? Value::none() : args[2]};
  return add_single(thread, self, self->pi_factory, self->insert_pis.get(), parts, 2);
}

Ref builder_close(Thread&, Args args, uint32_t, Tuple*) {
  Ref root = builder_of(args[0])->root.take();
  return root ? std::move(root) : Ref::none();
}

const MethodDef kBuilderMethods[] = {
    {"__new__", "*", builder_new, MethodDef::Static},
    {"__init__",
     "(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)",
     builder_init},
    {"start", "(self, tag, attrs, /)", builder_start},
    {"end", "(self, tag, /)", builder_end},
    {"data", "(self, data, /)", builder_data},
    {"comment", "(self, text, /)", builder_comment},
    {"pi", "(self, target, text=None, /)", builder_pi},
    {"close", "(self, /)", builder_close},
};

// --- Relay

struct Relay : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field target;
  Field start;    // the target's methods; empty where it is a plain TreeBuilder, or has none
  Field end;
  Field names;    // a dict: what a name of expat is called
  Field report;   // called with (event, what the target answered), or empty
  Cell<bool> is_plain;
  Cell<bool> reports_start;
  Cell<bool> reports_end;
};
using RelayFields = FieldLayout<Relay, &Relay::target, &Relay::start, &Relay::end, &Relay::names, &Relay::report>;
const Layout kRelayLayout = RelayFields::named("Relay");

Relay* relay_of(Value value) { return reinterpret_cast<Relay*>(value.as_object()); }

// module_data of Relay is the type TreeBuilder.
Ref relay_new(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "Relay.__new__(X): X is not a type object");
  Relay* relay = static_cast<Relay*>(allocate_instance(thread, as<Type>(args[0]), 0));
  if (!relay) return {};
  RelayFields::start(relay);
  Ref result = Ref::own(relay), names = make_dict(thread);
  relay->is_plain.set(Value::object(type_of(thread, args[1])) == Value::object(as<Type>(args[0])->module_data));
  relay->reports_start.set(false);
  relay->reports_end.set(false);
  relay->target.put(Ref::share(args[1]));
  if (!names) return {};
  relay->names.put(std::move(names));
  if (relay->is_plain.get()) return result;
  relay->start.put(get_attribute_or_empty(thread, args[1], intern(thread, std::string_view("start"))));
  if (thread.has_exception()) return {};
  relay->end.put(get_attribute_or_empty(thread, args[1], intern(thread, std::string_view("end"))));
  return thread.has_exception() ? Ref() : std::move(result);
}

// "uri}name" as "{uri}name".
Ref fixed_name(Thread& thread, Relay* self, Value name) {
  Ref names = self->names.take(), known;
  const Found found = dict_get(thread, names.as<Dict>(), name, &known);
  if (found != Found::No) return known;
  Ref fixed = Ref::share(name);
  const Str* text = as<Str>(name);
  for (size_t i = 0; i < text->length; ++i) {
    if (text->at(i) != '}') continue;
    Ref brace = make_str(thread, "{");
    if (!brace) return {};
    fixed = concatenate(thread, brace.as<Str>(), as<Str>(name));
    break;
  }
  return fixed && dict_set(thread, names.as<Dict>(), name, fixed.share()) ? std::move(fixed) : Ref();
}

// A dict of a list of names and values. Empty with no error: there are none.
Ref fixed_attributes(Thread& thread, Relay* self, Value pairs) {
  const List* list = as<List>(pairs);
  if (list->length.get() == 0) return {};
  Ref made = make_dict(thread, list->length.get() / 2);
  for (uint32_t i = 0; made && i + 1 < list->length.get(); i += 2) {
    Ref name = fixed_name(thread, self, list->items.get()[i]);
    if (!name || !dict_set(thread, made.as<Dict>(), name.get(), Ref::share(list->items.get()[i + 1]))) return {};
  }
  return made;
}

Ref tell(Thread& thread, Relay* self, const char* event, bool wanted, Ref answer) {
  if (!wanted || !answer) return answer;
  Ref report = self->report.take();
  Ref pair = make_pair(thread, make_str(thread, event), answer.share());
  return pair && call(thread, report.get(), pair.get()) ? std::move(answer) : Ref();
}

Ref method_of(Thread& thread, Relay* self, const Field& known, const char* name) {
  Ref method = known.take();
  if (method) return method;
  Ref target = self->target.take();
  return get_attribute(thread, target.get(), intern(thread, std::string_view(name)));
}

Ref relay_start(Thread& thread, Args args, uint32_t, Tuple*) {
  Relay* self = relay_of(args[0]);
  if (!is<Str>(args[1]) || !is_exact<List>(args[2])) return raise(thread, Error::TypeError, "a name and a list are needed");
  Ref tag = fixed_name(thread, self, args[1]);
  Ref attributes = tag ? fixed_attributes(thread, self, args[2]) : Ref();
  if (thread.has_exception()) return {};
  if (self->is_plain.get()) {
    Ref target = self->target.take();
    Ref made = start_element(thread, builder_of(target.get()), tag.get(), std::move(attributes));
    return tell(thread, self, "start", self->reports_start.get(), std::move(made));
  }
  if (!attributes) attributes = make_dict(thread);
  Ref method = attributes ? method_of(thread, self, self->start, "start") : Ref();
  if (!method) return {};
  return tell(thread, self, "start", self->reports_start.get(),
              call(thread, method.get(), tag.get(), attributes.get()));
}

Ref relay_end(Thread& thread, Args args, uint32_t, Tuple*) {
  Relay* self = relay_of(args[0]);
  if (self->is_plain.get()) {
    Ref target = self->target.take();
    return tell(thread, self, "end", self->reports_end.get(), end_element(thread, builder_of(target.get())));
  }
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "a name is needed");
  Ref tag = fixed_name(thread, self, args[1]), method = tag ? method_of(thread, self, self->end, "end") : Ref();
  if (!method) return {};
  return tell(thread, self, "end", self->reports_end.get(), call(thread, method.get(), tag.get()));
}

// (report, starts, ends): what is called with each event from now on, and with which.
Ref relay_report(Thread& thread, Args args, uint32_t, Tuple*) {
  Relay* self = relay_of(args[0]);
  self->report.put(Ref::share(args[1]));
  const bool known = flag_argument(thread, args[2], &self->reports_start) &&
                     flag_argument(thread, args[3], &self->reports_end);
  return known ? Ref::none() : Ref();
}

const MethodDef kRelayMethods[] = {
    {"__new__", "(cls, target, /)", relay_new, MethodDef::Static},
    {"start", "(self, name, attributes, /)", relay_start},
    {"end", "(self, name, /)", relay_end},
    {"report", "(self, report, starts, ends, /)", relay_report},
};

}  // namespace

Type* make_builder_type(Thread& thread, Type* element) {
  Type* type = make_native_type(
      thread, {"xml.etree.ElementTree.TreeBuilder", "xml.etree.ElementTree", &kBuilderLayout, kBaseType}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kBuilderMethods);
  finish_type(thread, type);
  type->module_data = element;
  return type;
}

Type* make_relay_type(Thread& thread, Type* builder) {
  Type* type = make_native_type(thread, {"_elementtree.Relay", "_elementtree", &kRelayLayout}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kRelayMethods);
  finish_type(thread, type);
  type->module_data = builder;
  return type;
}

}  // namespace gillab::etree
