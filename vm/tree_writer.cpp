// Makes Python objects of the compiler's tree: instances of the classes of `ast`.
#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/body.h"
#include "vm/tree_fields.h"
#include "vm/tree_module.h"

namespace gillab::trees {
namespace {

constexpr int kMaxDepth = 6000;  // beyond it the C++ stack of a small thread could end

// Every function gives an owned object, empty when an error is set.
class Writer {
 public:
  Writer(Thread& thread, Dict* classes) : thread_(thread), classes_(classes) {}

  Ref one(Expr* node) {
    switch (node->kind) {
#define X(name, type) case ExprKind::name: return make(#name, static_cast<type&>(*node), &node->span);
      GILLAB_EXPRESSIONS(X)
#undef X
    }
    return {};
  }
  Ref one(Stmt* node) {
    switch (node->kind) {
#define X(name, type, ...) case StmtKind::name: return make(#name, static_cast<type&>(*node), &node->span);
      GILLAB_STATEMENTS(X)
#undef X
    }
    return {};
  }
  Ref one(Pattern* node) {
    switch (node->kind) {
#define X(name, type) case PatternKind::name: return make("Match" #name, static_cast<type&>(*node), &node->span);
      GILLAB_PATTERNS(X)
#undef X
    }
    return {};
  }
  Ref one(Argument& node) { return make("arg", node, &node.span); }
  Ref one(Arguments& node) { return make("arguments", node, nullptr); }
  Ref one(Keyword& node) { return make("keyword", node, &node.span); }
  Ref one(Comprehension& node) { return make("comprehension", node, nullptr); }
  Ref one(Alias& node) { return make("alias", node, &node.span); }
  Ref one(WithItem& node) { return make("withitem", node, nullptr); }
  Ref one(ExceptHandler& node) { return make("ExceptHandler", node, &node.span); }
  Ref one(MatchCase& node) { return make("match_case", node, nullptr); }
  Ref one(compiler::Name& name) { return make_str(thread_, name); }
  Ref one(Constant& value) { return load_constant(thread_, value); }
  Ref one(int& value) { return Ref::own(Value::integer(value)); }
  Ref one(bool value) { return Ref::own(Value::integer(value)); }
  Ref one(Context value) { return enumerated(kContexts[static_cast<int>(value)]); }
  Ref one(BoolOperator value) { return enumerated(kBoolOperators[static_cast<int>(value)]); }
  Ref one(Operator value) { return enumerated(kOperators[static_cast<int>(value)]); }
  Ref one(UnaryOperator value) { return enumerated(kUnaryOperators[static_cast<int>(value)]); }
  Ref one(Comparison value) { return enumerated(kComparisons[static_cast<int>(value)]); }

  template <class T>
  Ref list(std::vector<T>& items, bool holes = false) {
    Ref made = make_list(thread_, items.size());
    for (auto&& item : items) {
      if (!made) return {};
      Ref each = holes && is_hole(item) ? Ref::none() : one(item);
      if (!each || !append(thread_, made.as<List>(), std::move(each))) return {};
    }
    return made;
  }

  // The instance of a class without fields: all uses share it.
  Ref enumerated(const char* name) {
    Ref both = find(name);
    Str* key = both ? intern(thread_, std::string_view("_shared")) : nullptr;
    return key ? get_attribute(thread_, both.get(), key) : Ref();
  }

  bool set(Value object, const char* name, Ref value) {
    Str* key = value ? intern(thread_, std::string_view(name)) : nullptr;
    return key && set_attribute(thread_, object, key, value.get());
  }

 private:
  template <class T> static bool is_hole(T* item) { return item == nullptr; }
  template <class T> static bool is_hole(const T&) { return false; }

  Ref find(const char* name) {
    Str* key = intern(thread_, std::string_view(name));
    return key ? get_item(thread_, Value::object(classes_), Value::object(key)) : Ref();
  }

  template <class Node>
  Ref make(const char* name, Node& node, const Span* span);

  Thread& thread_;
  Dict* classes_;
  int depth_ = 0;
};

// Visits the fields of one node.
struct FieldWriter {
  Writer& writer;
  Value object;
  bool good = true;

  template <class T> void operator()(const char* name, T& field) { put(name, field, 0); }
  template <class T> void operator()(const char* name, std::vector<T>& field) {
    if (good) good = writer.set(object, name, writer.list(field));
  }
  void holes(const char* name, ExprList& field) {
    if (good) good = writer.set(object, name, writer.list(field, true));
  }
  template <class T> void optional(const char* name, T*& field) {
    if (good) good = writer.set(object, name, field ? writer.one(field) : Ref::none());
  }
  void optional(const char* name, std::unique_ptr<Argument>& field) {
    if (good) good = writer.set(object, name, field ? writer.one(*field) : Ref::none());
  }
  void optional(const char* name, compiler::Name& field) {
    if (good) good = writer.set(object, name, field.empty() ? Ref::none() : writer.one(field));
  }
  void prefix(const char* name, bool& field) {
    compiler::Name letter = "u";
    if (good) good = writer.set(object, name, field ? writer.one(letter) : Ref::none());
  }
  void none(const char* name) {
    if (good) good = writer.set(object, name, Ref::none());
  }

 private:
  template <class T> void put(const char* name, T& field, int) {
    if (good) good = writer.set(object, name, writer.one(field));
  }
};

template <class Node>
Ref Writer::make(const char* name, Node& node, const Span* span) {
  if (++depth_ > kMaxDepth) {
    return raise(thread_, Error::RecursionError, "maximum recursion depth exceeded during ast construction");
  }
  Ref type = find(name);
  Ref made = type ? call(thread_, type.get(), nullptr, 0) : Ref();
  if (!made) return {};
  FieldWriter writer{*this, made.get()};
  fields(writer, node);
  --depth_;
  if (!writer.good) return {};
  if (span == nullptr) return made;
  const bool placed = set(made.get(), "lineno", Ref::own(Value::integer(span->line))) &&
                      set(made.get(), "col_offset", Ref::own(Value::integer(span->column))) &&
                      set(made.get(), "end_lineno", Ref::own(Value::integer(span->end_line))) &&
                      set(made.get(), "end_col_offset", Ref::own(Value::integer(span->end_column)));
  return placed ? std::move(made) : Ref();
}

}  // namespace

Ref write_tree(Thread& thread, compiler::Module& module, Dict* classes) {
  Writer writer(thread, classes);
  const char* names[] = {"Module", "Expression", "Interactive"};
  Str* name = intern(thread, std::string_view(names[static_cast<int>(module.mode)]));
  Ref type = name ? get_item(thread, Value::object(classes), Value::object(name)) : Ref();
  Ref root = type ? call(thread, type.get(), nullptr, 0) : Ref();
  if (!root) return {};
  bool good = module.mode == Mode::Eval ? writer.set(root.get(), "body", writer.one(module.expression))
                                        : writer.set(root.get(), "body", writer.list(module.body));
  if (good && module.mode == Mode::Exec) good = writer.set(root.get(), "type_ignores", make_list(thread));
  return good ? std::move(root) : Ref();
}

}  // namespace gillab::trees
