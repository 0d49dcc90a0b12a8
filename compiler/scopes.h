// Which scope every name belongs to: one Scope for the module, each function, lambda, class body and comprehension.
// Found by the tree node that opens it. Emits no code.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/code_errors.h"
#include "compiler/tree.h"

namespace gillab::compiler {

enum class Binding : uint8_t { Unknown, Local, Cell, Free, GlobalExplicit, GlobalImplicit };

enum SymbolFlags : uint16_t {
  kDeclaredGlobal = 1,
  kAssigned = 2,
  kParameter = 4,
  kDeclaredNonlocal = 8,
  kUsed = 16,
  kImported = 32,
  kAnnotated = 64,
  kIterationVariable = 128,
  kFreeInClass = 256,
  kBound = kAssigned | kParameter | kImported
};

struct Symbol {
  uint16_t flags = 0;
  Binding binding = Binding::Unknown;
  Span declared;  // of the global or nonlocal statement
  uint32_t order = 0;  // the first name of its scope has 1; 0: it only passes through
};

enum class ScopeKind : uint8_t { Module, Class, Function, Annotation };
enum class ComprehensionKind : uint8_t { None, List, Set, Dict, Generator };

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  ComprehensionKind comprehension = ComprehensionKind::None;
  Scope* parent = nullptr;
  std::string_view name;  // of a function or class
  int32_t line = 0;
  std::unordered_map<std::string_view, Symbol> symbols;  // mangled names, owned by the tree or by Scopes
  std::vector<std::string_view> parameters;
  std::string_view private_class;  // the class whose name mangles private names here
  bool is_nested = false;
  bool is_generator = false;
  bool is_coroutine = false;
  bool needs_class_cell = false;  // a class whose methods use __class__
  bool in_iteration_target = false;
  int iteration_depth = 0;  // inside how many comprehension iterables

  Binding binding_of(std::string_view mangled) const {
    const auto it = symbols.find(mangled);
    return it == symbols.end() ? Binding::Unknown : it->second.binding;
  }
  std::vector<std::string_view> sorted_names(Binding binding, uint16_t flags) const;
};

// `_Class__name` for a private name inside a class, else the name itself.
std::string mangle(std::string_view class_name, std::string_view name);
bool is_mangled(std::string_view class_name, std::string_view name);

class Scopes {
 public:
  Scopes(const Module& module, const CodeErrors& errors, bool annotations_are_text);
  Scope& of(const void* node) const { return *by_node_.at(node); }
  const std::deque<Scope>& all() const { return scopes_; }  // each before those inside it

 private:
  friend class ScopeBuilder;
  Scope* open(const void* node, ScopeKind kind, Scope* parent);
  void resolve(Scope& scope, const CodeErrors& errors);
  void resolve_symbol(Scope& scope, std::string_view name, Symbol& symbol, const CodeErrors& errors);
  bool bind_outside(Scope& scope, std::string_view name);

  std::deque<Scope> scopes_;
  std::deque<std::string> mangled_;
  std::unordered_map<const void*, Scope*> by_node_;
};

}  // namespace gillab::compiler
