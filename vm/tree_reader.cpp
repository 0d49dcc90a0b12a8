// Makes the compiler's tree of Python objects: instances of the classes of `ast`, or of classes derived from them.
#include <algorithm>

#include "runtime/bytes.h"
#include "runtime/errors.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "vm/tree_fields.h"
#include "vm/tree_module.h"

namespace gillab::trees {
namespace {

constexpr int kMaxDepth = 3000;

// The kind a node is of: the name of its class, or of the first base that is a node's.
template <size_t N>
int kind_in(const char* const (&names)[N], const std::string& name) {
  const auto* found = std::find_if(std::begin(names), std::end(names), [&](const char* each) { return name == each; });
  return found == std::end(names) ? -1 : static_cast<int>(found - std::begin(names));
}

#define X(name, ...) #name,
constexpr const char* kExpressions[] = {GILLAB_EXPRESSIONS(X)};
constexpr const char* kStatements[] = {GILLAB_STATEMENTS(X)};
#undef X
#define X(name, ...) "Match" #name,
constexpr const char* kPatterns[] = {GILLAB_PATTERNS(X)};
#undef X

// Every function is false when an error is set.
class Reader {
 public:
  Reader(Thread& thread, Tree& tree) : thread_(thread), tree_(tree) {}

  bool one(Value object, Expr*& node) {
    switch (kind_of(object, kExpressions)) {
#define X(name, type) case static_cast<int>(ExprKind::name): return make<type>(object, node);
      GILLAB_EXPRESSIONS(X)
#undef X
    }
    return unexpected(object, "expr");
  }
  bool one(Value object, Stmt*& node) {
    switch (kind_of(object, kStatements)) {
#define X(name, type, ...) case static_cast<int>(StmtKind::name): return make<type>(object, node __VA_OPT__(,) __VA_ARGS__);
      GILLAB_STATEMENTS(X)
#undef X
    }
    return unexpected(object, "stmt");
  }
  bool one(Value object, Pattern*& node) {
    switch (kind_of(object, kPatterns)) {
#define X(name, type) case static_cast<int>(PatternKind::name): return make<type>(object, node);
      GILLAB_PATTERNS(X)
#undef X
    }
    return unexpected(object, "pattern");
  }
  bool one(Value object, Argument& node) { return part(object, "arg", node) && place(object, node.span); }
  bool one(Value object, Arguments& node) { return part(object, "arguments", node); }
  bool one(Value object, Keyword& node) {
    if (!part(object, "keyword", node) || !place(object, node.span)) return false;
    node.has_name = !node.name.empty();
    return true;
  }
  bool one(Value object, Comprehension& node) { return part(object, "comprehension", node); }
  bool one(Value object, Alias& node) { return part(object, "alias", node) && place(object, node.span); }
  bool one(Value object, WithItem& node) { return part(object, "withitem", node); }
  bool one(Value object, ExceptHandler& node) { return part(object, "ExceptHandler", node) && place(object, node.span); }
  bool one(Value object, MatchCase& node) { return part(object, "match_case", node); }
  bool one(Value object, compiler::Name& name) {
    if (!is<Str>(object)) return fail("AST identifier must be of type str");
    name = to_utf8(as<Str>(object));
    return true;
  }
  bool one(Value object, int& number) {
    int64_t value = 0;
    if (!is_integer(object)) return raise(thread_, Error::ValueError, "invalid integer value: {}", shown(object));
    if (!index_as_int64(thread_, object, &value)) return false;
    number = static_cast<int>(value);
    return true;
  }
  bool one(Value object, bool& flag) {
    int number = 0;
    if (!one(object, number)) return false;
    flag = number != 0;
    return true;
  }
  bool one(Value object, Context& value) { return choice(object, kContexts, "expr_context", value); }
  bool one(Value object, BoolOperator& value) { return choice(object, kBoolOperators, "boolop", value); }
  bool one(Value object, Operator& value) { return choice(object, kOperators, "operator", value); }
  bool one(Value object, UnaryOperator& value) { return choice(object, kUnaryOperators, "unaryop", value); }
  bool one(Value object, Comparison& value) { return choice(object, kComparisons, "cmpop", value); }
  bool one(Value object, Constant& constant);

  // The attribute `name`; None, if it may be absent, where it is.
  Ref attribute(Value object, const char* name, bool may_be_absent) {
    Str* key = intern(thread_, std::string_view(name));
    Ref value = key ? get_attribute_or_empty(thread_, object, key) : Ref();
    if (value || thread_.has_exception()) return value;
    if (may_be_absent) return Ref::none();
    return raise(thread_, Error::TypeError, "required field \"{}\" missing from {}", name, type_name(thread_, object));
  }
  Thread& thread() { return thread_; }

  bool place(Value object, Span& span) {
    Ref line = attribute(object, "lineno", false), column = line ? attribute(object, "col_offset", false) : Ref();
    Ref end_line = column ? attribute(object, "end_lineno", true) : Ref();
    Ref end_column = end_line ? attribute(object, "end_col_offset", true) : Ref();
    if (!end_column) return false;
    int numbers[4] = {0, 0, 0, 0};
    if (!one(line.get(), numbers[0]) || !one(column.get(), numbers[1])) return false;
    numbers[2] = numbers[0], numbers[3] = numbers[1];
    if (!end_line.get().is_none() && !one(end_line.get(), numbers[2])) return false;
    if (!end_column.get().is_none() && !one(end_column.get(), numbers[3])) return false;
    span = {numbers[0], numbers[2], numbers[1], numbers[3]};
    return true;
  }

 private:
  bool fail(const char* message) { return raise(thread_, Error::TypeError, "{}", message); }
  std::string shown(Value object) {
    Ref text = repr(thread_, object);
    if (text) return to_utf8(text.as<Str>());
    clear_exception(thread_);
    return "?";
  }
  bool unexpected(Value object, const char* wanted) {
    if (thread_.has_exception()) return false;
    return raise(thread_, Error::TypeError, "expected some sort of {}, but got {}", wanted, shown(object));
  }

  template <size_t N>
  int kind_of(Value object, const char* const (&names)[N]) {
    Ref order = type_of(thread_, object)->mro.take();
    for (size_t i = 0; i < order.as<Tuple>()->length; ++i) {
      const int kind = kind_in(names, type_name_of(order.as<Tuple>()->items[i]));
      if (kind >= 0) return kind;
    }
    return -1;
  }
  static std::string type_name_of(Value type) { return to_utf8(as<Type>(type)->name.take().as<Str>()); }

  template <size_t N, class E>
  bool choice(Value object, const char* const (&names)[N], const char* what, E& value) {
    const int kind = kind_of(object, names);
    if (kind < 0) return unexpected(object, what);
    value = static_cast<E>(kind);
    return true;
  }

  template <class Type, class Base, class... Args>
  bool make(Value object, Base*& node, Args... args);
  template <class Node>
  bool part(Value object, const char* name, Node& node);

  Thread& thread_;
  Tree& tree_;
  int depth_ = 0;
};

// Visits the fields of one node.
struct FieldReader {
  Reader& reader;
  Value object;
  bool good = true;

  template <class T> void operator()(const char* name, T*& field) {
    Ref value = take(name, false);
    if (good && value.get().is_none()) {
      good = raise(reader.thread(), Error::ValueError, "field '{}' is required for {}", name,
                   type_name(reader.thread(), object));
    }
    if (good) good = reader.one(value.get(), field);
  }
  template <class T> void operator()(const char* name, T& field) {
    Ref value = take(name, false);
    if (good) good = reader.one(value.get(), field);
  }
  template <class T> void operator()(const char* name, std::vector<T>& field) { items(name, field, false); }
  void holes(const char* name, ExprList& field) { items(name, field, true); }
  template <class T> void optional(const char* name, T& field) {
    Ref value = take(name, true);
    if (good && !value.get().is_none()) good = reader.one(value.get(), field);
  }
  void optional(const char* name, std::unique_ptr<Argument>& field) {
    Ref value = take(name, true);
    if (!good || value.get().is_none()) return;
    field = std::make_unique<Argument>();
    good = reader.one(value.get(), *field);
  }
  void prefix(const char* name, bool& field) {
    Ref value = take(name, true);
    field = good && is<Str>(value.get());
  }
  void none(const char*) {}

 private:
  Ref take(const char* name, bool may_be_absent) {
    if (!good) return {};
    Ref value = reader.attribute(object, name, may_be_absent);
    good = static_cast<bool>(value);
    return value;
  }
  template <class T>
  void items(const char* name, std::vector<T>& field, bool holes) {
    Ref value = take(name, false);
    if (!good) return;
    Thread& thread = reader.thread();
    if (!is<List>(value.get())) {
      good = raise(thread, Error::TypeError, "{} field \"{}\" must be a list, not a {}", type_name(thread, object), name,
                   type_name(thread, value.get()));
      return;
    }
    // A list may be changed by __getattr__ of a node in it: the length is asked each time.
    List* list = value.as<List>();
    for (size_t i = 0; good && i < list->length.get(); ++i) {
      Ref item = get_item(thread, value.get(), Value::integer(static_cast<int64_t>(i)));
      if (!(good = static_cast<bool>(item))) return;
      field.emplace_back();
      if (holes && item.get().is_none()) continue;
      good = reader.one(item.get(), field.back());
    }
  }
};

template <class Node, class Base, class... Args>
bool Reader::make(Value object, Base*& node, Args... args) {
  if (++depth_ > kMaxDepth) {
    return raise(thread_, Error::RecursionError, "maximum recursion depth exceeded during ast construction");
  }
  Span span;
  if (!place(object, span)) return false;
  Node* made = tree_.make<Node>(span, args...);
  FieldReader reader{*this, object};
  fields(reader, *made);
  --depth_;
  node = made;
  return reader.good;
}

template <class Node>
bool Reader::part(Value object, const char* name, Node& node) {
  const char* const names[] = {name};
  if (kind_of(object, names) < 0) return unexpected(object, name);
  FieldReader reader{*this, object};
  fields(reader, node);
  return reader.good;
}

// An int of any size as the compiler keeps it.
bool integer_constant(Thread& thread, Value object, Constant& constant) {
  int64_t small = 0;
  if (index_as_int64(thread, object, &small)) {
    constant.value = small;
    return true;
  }
  clear_exception(thread);
  Ref digits = int_to_text(thread, object, 16);
  if (!digits) return false;
  constant.value = BigIntConstant{to_utf8(digits.as<Str>())};
  return true;
}

bool Reader::one(Value object, Constant& constant) {
  if (object.is_none()) constant.value = NoneConstant{};
  else if (object == Value::ellipsis()) constant.value = EllipsisConstant{};
  else if (object.is_bool()) constant.value = object == Value::boolean(true);
  else if (is_integer(object)) return integer_constant(thread_, object, constant);
  else if (is_floating(object)) constant.value = float_of(object);
  else if (is<Complex>(object)) constant.value = ComplexConstant{as<Complex>(object)->real, as<Complex>(object)->imaginary};
  else if (is<Str>(object)) constant.value = StrConstant{to_utf8(as<Str>(object))};
  else if (is<Bytes>(object)) constant.value = BytesConstant{std::string(as<Bytes>(object)->view())};
  else if (is<Tuple>(object)) {
    TupleConstant items;
    for (size_t i = 0; i < as<Tuple>(object)->length; ++i) {
      items.items.emplace_back();
      if (!one(as<Tuple>(object)->items[i], items.items.back())) return false;
    }
    constant.value = std::move(items);
  } else {
    return raise(thread_, Error::TypeError, "got an invalid type in Constant: {}", type_name(thread_, object));
  }
  return true;
}

}  // namespace

bool read_tree(Thread& thread, Value root, compiler::Module& module) {
  Reader reader(thread, module.tree);
  FieldReader fields{reader, root};
  if (module.mode == Mode::Eval) fields("body", module.expression);
  else fields("body", module.body);
  return fields.good;
}

}  // namespace gillab::trees
