// _elementtree: finding children by a plain tag (paths are xml.etree.ElementPath's), and walking whole trees.
#include <algorithm>

#include "runtime/containers/iterator_setup.h"
#include "runtime/modules/etree.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab::etree {
namespace {

using Args = const Value*;

constexpr const char* kPaths = "xml.etree.ElementPath";

// Nothing but a tag: no sign of a path outside of braces, and no wildcard in them.
bool is_plain_tag(Value path) {
  if (!is<Str>(path)) return !is<Tuple>(path);
  const Str* text = as<Str>(path);
  bool outside = true;
  for (size_t i = 0; i < text->length; ++i) {
    const char32_t each = text->at(i);
    if (each == '{' || each == '}') {
      outside = each == '}';
    } else if (each == '*' || (outside && (each == '/' || each == '[' || each == '@' || each == '.'))) {
      return false;
    }
  }
  return text->length == 0 || text->at(0) != '{' || text->length < 2 || text->at(1) != '}';
}

Truth has_tag(Thread& thread, Element* element, Value tag) {
  const Held own(element->tag);
  if (own.get() == tag) return Truth::Yes;
  if (is_exact<Str>(own.get()) && is_exact<Str>(tag)) return truth_of(same_text(as<Str>(own.get()), as<Str>(tag)));
  Ref held = own.share();
  return equal(thread, held.get(), tag);
}

bool is_for_paths(const Value* args, Value namespaces) {
  return !(is_exact<Str>(args[1]) && is_plain_tag(args[1])) || (!namespaces.is_empty() && !namespaces.is_none());
}

Ref call_paths(Thread& thread, const char* name, const Value* args, uint32_t count) {
  Value values[4];
  for (uint32_t i = 0; i < count; ++i) values[i] = args[i].is_empty() ? Value::none() : args[i];
  Ref function = attribute_of_module(thread, kPaths, name);
  return function ? call(thread, function.get(), values, count) : Ref();
}

// The next child with that tag from *position on. Empty: there is none, or an error is set.
Ref next_with_tag(Thread& thread, Element* self, Value tag, size_t* position) {
  while (Ref child = child_at(self, *position)) {
    ++*position;
    const Truth found = has_tag(thread, element_of(child.get()), tag);
    if (found == Truth::Error) return {};
    if (found == Truth::Yes) return child;
  }
  return {};
}

Ref find(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_for_paths(args, args[2])) return call_paths(thread, "find", args, 3);
  size_t position = 0;
  Ref found = next_with_tag(thread, element_of(args[0]), args[1], &position);
  return found || thread.has_exception() ? std::move(found) : Ref::none();
}

Ref find_text(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_for_paths(args, args[3])) return call_paths(thread, "findtext", args, 4);
  size_t position = 0;
  Ref found = next_with_tag(thread, element_of(args[0]), args[1], &position);
  if (thread.has_exception()) return {};
  if (!found) return args[2].is_empty() ? Ref::none() : Ref::share(args[2]);
  Ref text = element_of(found.get())->text.take();
  return text.get().is_none() ? make_str(thread, "") : std::move(text);
}

Ref find_all(Thread& thread, Args args, uint32_t, Tuple*) {
  if (is_for_paths(args, args[2])) return call_paths(thread, "findall", args, 3);
  Ref made = make_list(thread);
  size_t position = 0;
  while (Ref found = made ? next_with_tag(thread, element_of(args[0]), args[1], &position) : Ref()) {
    if (!append(thread, made.as<List>(), std::move(found))) return {};
  }
  return thread.has_exception() ? Ref() : std::move(made);
}

Ref find_each(Thread& thread, Args args, uint32_t, Tuple*) { return call_paths(thread, "iterfind", args, 3); }

// --- walking

struct Walk : Object {
  static constexpr Kind kKind = Kind::Extension;
  struct Row {
    Value element;  // owned
    uint64_t next;  // the number of its next child
  };
  Field root;  // empty once the walk has begun
  Field tag;   // None: any
  Row* rows;   // the elements that the walk is in
  uint32_t height, capacity;
  bool of_texts;  // itertext()
};
using WalkFields = FieldLayout<Walk, &Walk::root, &Walk::tag>;

void drop_rows(Walk* walk) {
  while (walk->height > 0) drop(walk->rows[--walk->height].element);
}
void destroy_walk(Thread& thread, Object* object) {
  Walk* walk = static_cast<Walk*>(object);
  drop_rows(walk);
  if (walk->rows) free_buffer(thread, walk->rows, walk->capacity * sizeof(Walk::Row));
  WalkFields::destroy(thread, object);
}
void traverse_walk(Object* object, const Visitor& visitor) {
  const Walk* walk = static_cast<Walk*>(object);
  for (uint32_t i = 0; i < walk->height; ++i) visitor(walk->rows[i].element);
  WalkFields::traverse(object, visitor);
}
void clear_walk(Thread& thread, Object* object) {
  drop_rows(static_cast<Walk*>(object));
  WalkFields::clear(thread, object);
}
const Layout kWalkLayout = {"_element_iterator", sizeof(Walk), true, destroy_walk, traverse_walk, clear_walk};

Ref make_walk(Thread& thread, Value root, Value tag, bool of_texts) {
  const auto* type = static_cast<const Type*>(plain_type(type_of(thread, root))->module_data);
  Walk* walk = static_cast<Walk*>(allocate_instance(thread, const_cast<Type*>(type), 0));
  if (!walk) return {};
  walk->root.init(Ref::share(root));
  walk->tag.init(Ref::share(tag));
  walk->rows = nullptr;
  walk->height = walk->capacity = 0;
  walk->of_texts = of_texts;
  return Ref::own(walk);
}

bool push(Thread& thread, Walk* walk, Ref element) {
  if (walk->height == walk->capacity) {
    const uint32_t more = walk->capacity * 2 + 8;
    auto* rows = static_cast<Walk::Row*>(allocate_buffer(thread, more * sizeof(Walk::Row)));
    if (!rows) return false;
    std::copy(walk->rows, walk->rows + walk->height, rows);
    if (walk->rows) free_buffer(thread, walk->rows, walk->capacity * sizeof(Walk::Row));
    walk->rows = rows;
    walk->capacity = more;
  }
  walk->rows[walk->height++] = {element.release(), 0};
  return true;
}

Ref walk_elements(Thread& thread, Args args, uint32_t, Tuple*) {
  const bool any = args[1].is_empty() || (is_exact<Str>(args[1]) && equals_ascii(as<Str>(args[1]), "*"));
  return make_walk(thread, args[0], any ? Value::none() : args[1], false);
}
Ref walk_texts(Thread& thread, Args args, uint32_t, Tuple*) { return make_walk(thread, args[0], Value::none(), true); }

// What the walk has to do with a text: give it unless it is nothing. Empty: nothing, or an error.
Ref text_to_give(Thread& thread, const Field& field) {
  Ref text = field.take();
  if (text.get().is_none()) return {};
  const Truth worth = truth(thread, text.get());
  return worth == Truth::Yes ? std::move(text) : Ref();
}

// Goes into an element: what the walk gives for it. Empty: nothing, or an error.
Ref enter(Thread& thread, Walk* walk, Ref element) {
  if (!push(thread, walk, element.share())) return {};
  Element* entered = element_of(element.get());
  if (walk->of_texts) return text_to_give(thread, entered->text);
  const Held tag(walk->tag);
  if (tag.get().is_none()) return element;
  return has_tag(thread, entered, tag.get()) == Truth::Yes ? std::move(element) : Ref();
}

Ref leave(Thread& thread, Walk* walk) {
  Ref element = Ref::own(walk->rows[--walk->height].element);
  return walk->of_texts && walk->height > 0 ? text_to_give(thread, element_of(element.get())->tail) : Ref();
}

Ref walk_next(Thread& thread, Args args, uint32_t, Tuple*) {
  Walk* walk = as<Walk>(args[0]);
  Ref given;
  if (!walk->root.peek().is_empty()) given = enter(thread, walk, walk->root.exchange(Ref()));
  while (!given && !thread.has_exception()) {
    if (walk->height == 0) return Ref::exhausted();
    Walk::Row& row = walk->rows[walk->height - 1];
    Ref child = child_at(element_of(row.element), row.next);
    if (child) ++row.next;
    given = child ? enter(thread, walk, std::move(child)) : leave(thread, walk);
  }
  return given;
}

const MethodDef kMethods[] = {
    {"find", "(self, /, path, namespaces=None)", find},
    {"findtext", "(self, /, path, default=None, namespaces=None)", find_text},
    {"findall", "(self, /, path, namespaces=None)", find_all},
    {"iterfind", "(self, /, path, namespaces=None)", find_each},
    {"iter", "(self, /, tag=None)", walk_elements},
    {"itertext", "(self, /)", walk_texts},
};

}  // namespace

void add_walking_rows(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

Type* make_iterator_type(Thread& thread) {
  Type* type = make_native_type(
      thread, {"_elementtree._element_iterator", "_elementtree", &kWalkLayout, kNoInstances}, nullptr);
  if (!type) return nullptr;
  add_iterator_rows(thread, type, walk_next);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab::etree
