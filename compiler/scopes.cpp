// Resolving: from what each scope does with a name to where the name lives. The walk that collects the names is
// scope_builder.cpp.
#include "compiler/scopes.h"

#include <algorithm>

#include "compiler/scope_builder.h"

namespace gillab::compiler {

bool is_mangled(std::string_view class_name, std::string_view name) {
  return name.size() > 2 && name[0] == '_' && name[1] == '_' && !class_name.empty() && !name.ends_with("__") &&
         name.find('.') == std::string_view::npos && class_name.find_first_not_of('_') != std::string_view::npos;
}

std::string mangle(std::string_view class_name, std::string_view name) {
  if (!is_mangled(class_name, name)) return std::string(name);
  std::string out = "_";
  out += class_name.substr(class_name.find_first_not_of('_'));
  out += name;
  return out;
}

std::vector<std::string_view> Scope::sorted_names(Binding binding, uint16_t flags) const {
  std::vector<std::string_view> names;
  for (const auto& [name, symbol] : symbols) {
    if (symbol.binding == binding || (symbol.flags & flags) != 0) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Scopes::Scopes(const Module& module, const CodeErrors& errors, bool annotations_are_text) {
  ScopeBuilder builder(*this, errors, annotations_are_text);
  builder.build(module);
  for (size_t i = 0; i < scopes_.size(); ++i) resolve(scopes_[i], errors);
}

Scope* Scopes::open(const void* node, ScopeKind kind, Scope* parent) {
  Scope& scope = scopes_.emplace_back();
  scope.kind = kind;
  scope.parent = parent;
  if (parent != nullptr) {
    scope.is_nested = parent->is_nested || parent->kind == ScopeKind::Function;
    scope.private_class = parent->private_class;
    scope.iteration_depth = parent->iteration_depth;
  }
  if (kind != ScopeKind::Annotation) by_node_[node] = &scope;
  return &scope;
}

// Scopes are resolved from the outside in. A scope that only passes a free variable on gets the symbol added, which
// may move what a loop over its symbols holds: the names are taken first.
void Scopes::resolve(Scope& scope, const CodeErrors& errors) {
  if (scope.kind == ScopeKind::Annotation) return;
  std::vector<std::string_view> names;
  names.reserve(scope.symbols.size());
  for (const auto& entry : scope.symbols) {
    if (entry.second.flags != 0 && entry.second.flags != kFreeInClass) names.push_back(entry.first);
  }
  for (const std::string_view name : names) resolve_symbol(scope, name, scope.symbols[name], errors);
}

void Scopes::resolve_symbol(Scope& scope, std::string_view name, Symbol& symbol, const CodeErrors& errors) {
  if (symbol.flags & kDeclaredGlobal) {
    if (symbol.flags & kDeclaredNonlocal) {
      errors.refuse(symbol.declared, "name '" + std::string(name) + "' is nonlocal and global");
    }
    symbol.binding = Binding::GlobalExplicit;
    return;
  }
  if (symbol.flags & kDeclaredNonlocal) {
    if (scope.kind == ScopeKind::Module) {
      errors.refuse(symbol.declared, "nonlocal declaration not allowed at module level");
    }
    if (!bind_outside(scope, name)) {
      errors.refuse(symbol.declared, "no binding for nonlocal '" + std::string(name) + "' found");
    }
    symbol.binding = Binding::Free;
    return;
  }
  if (symbol.flags & (kBound | kAnnotated)) {
    if (symbol.binding != Binding::Cell) symbol.binding = Binding::Local;
    return;
  }
  symbol.binding = bind_outside(scope, name) ? Binding::Free : Binding::GlobalImplicit;
}

// Finds the function (or, for __class__, the class) around `scope` that binds the name; makes the variable a cell
// there and free in every scope between.
bool Scopes::bind_outside(Scope& scope, std::string_view name) {
  Scope* owner = scope.parent;
  for (; owner != nullptr; owner = owner->parent) {
    if (owner->kind == ScopeKind::Class && name == "__class__") break;
    if (owner->kind != ScopeKind::Function) continue;
    const auto it = owner->symbols.find(name);
    if (it == owner->symbols.end()) continue;
    if (it->second.flags & kDeclaredGlobal) return false;
    if ((it->second.flags & (kBound | kAnnotated)) && !(it->second.flags & kDeclaredNonlocal)) break;
  }
  if (owner == nullptr) return false;
  if (owner->kind == ScopeKind::Class) {
    owner->needs_class_cell = true;
  } else {
    owner->symbols[name].binding = Binding::Cell;
  }
  for (Scope* between = scope.parent; between != owner; between = between->parent) {
    Symbol& symbol = between->symbols[name];
    if (symbol.flags == 0) {
      symbol.binding = Binding::Free;
    } else if (between->kind == ScopeKind::Class && (symbol.flags & (kBound | kDeclaredGlobal))) {
      symbol.flags |= kFreeInClass;
    } else {
      symbol.binding = Binding::Free;
    }
  }
  return true;
}

}  // namespace gillab::compiler
