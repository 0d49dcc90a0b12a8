// Collecting names: declarations, scopes opened, statements and patterns. Expressions are in scope_expressions.cpp.
#include "compiler/scope_builder.h"

namespace gillab::compiler {

void ScopeBuilder::build(const Module& module) {
  module_ = scope_ = scopes_.open(&module, ScopeKind::Module, nullptr);
  statements(module.body);
  optional(module.expression);
}

Symbol& ScopeBuilder::add_to(Scope& scope, std::string_view name, uint16_t flags, const Span& span) {
  if (is_mangled(scope_->private_class, name)) {
    name = scopes_.mangled_.emplace_back(mangle(scope_->private_class, name));
  }
  Symbol& symbol = scope.symbols[name];
  if (symbol.order == 0) symbol.order = static_cast<uint32_t>(scope.symbols.size());
  if ((flags & kParameter) && (symbol.flags & kParameter)) {
    errors_.refuse(span, "duplicate argument '" + std::string(name) + "' in function definition");
  }
  symbol.flags |= flags;
  if (scope.in_iteration_target) {
    if (symbol.flags & (kDeclaredGlobal | kDeclaredNonlocal)) {
      errors_.refuse(span,
                     "comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'");
    }
    symbol.flags |= kIterationVariable;
  }
  if (flags & kParameter) scope.parameters.push_back(name);
  if (flags & kDeclaredGlobal) {
    Symbol& outside = module_->symbols[name];
    if (outside.order == 0) outside.order = static_cast<uint32_t>(module_->symbols.size());
    outside.flags |= kDeclaredGlobal;
  }
  if ((flags & (kDeclaredGlobal | kDeclaredNonlocal)) && symbol.declared.line == 0) symbol.declared = span;
  return symbol;
}

uint16_t ScopeBuilder::flags_of(const Scope& scope, std::string_view name) const {
  const bool private_name = is_mangled(scope_->private_class, name);
  const std::string mangled = private_name ? mangle(scope_->private_class, name) : std::string();
  const auto it = scope.symbols.find(private_name ? std::string_view(mangled) : name);
  return it == scope.symbols.end() ? 0 : it->second.flags;
}

Scope* ScopeBuilder::enter(const void* node, ScopeKind kind, const Span& span) {
  if (++depth_ > kDeepestNesting) {
    errors_.refuse(span, "maximum recursion depth exceeded during compilation", ErrorKind::Recursion);
  }
  scope_ = scopes_.open(node, kind, scope_);
  scope_->line = span.line;
  return scope_;
}

void ScopeBuilder::leave() {
  --depth_;
  scope_ = scope_->parent;
}

void ScopeBuilder::statements(const StmtList& body) {
  for (const Stmt* node : body) statement(*node);
}

void ScopeBuilder::statement(const Stmt& node) {
  const Depth depth(depth_, errors_, node.span);
  switch (node.kind) {
    case StmtKind::FunctionDef:
    case StmtKind::AsyncFunctionDef:
      return function(as<FunctionDefStmt>(node));
    case StmtKind::ClassDef:
      return class_definition(as<ClassDefStmt>(node));
    case StmtKind::AnnAssign:
      return annotated_assignment(as<AnnAssignStmt>(node));
    case StmtKind::For:
    case StmtKind::AsyncFor: {
      const auto& loop = as<ForStmt>(node);
      expression(*loop.target);
      expression(*loop.iterator);
      statements(loop.body);
      return statements(loop.orelse);
    }
    case StmtKind::While: {
      const auto& loop = as<WhileStmt>(node);
      expression(*loop.test);
      statements(loop.body);
      return statements(loop.orelse);
    }
    case StmtKind::If:
      return if_chain(as<IfStmt>(node));
    case StmtKind::With:
    case StmtKind::AsyncWith:
      for (const WithItem& item : as<WithStmt>(node).items) {
        expression(*item.context);
        optional(item.target);
      }
      return statements(as<WithStmt>(node).body);
    case StmtKind::Match:
      return match(as<MatchStmt>(node));
    case StmtKind::Try:
    case StmtKind::TryStar:
      return try_statement(as<TryStmt>(node));
    default:
      return simple_statement(node);
  }
}

void ScopeBuilder::simple_statement(const Stmt& node) {
  switch (node.kind) {
    case StmtKind::Return:
      return optional(as<ReturnStmt>(node).value);
    case StmtKind::Delete:
      return expressions(as<DeleteStmt>(node).targets);
    case StmtKind::Assign:
      expressions(as<AssignStmt>(node).targets);
      return expression(*as<AssignStmt>(node).value);
    case StmtKind::AugAssign:
      expression(*as<AugAssignStmt>(node).target);
      return expression(*as<AugAssignStmt>(node).value);
    case StmtKind::Raise:
      optional(as<RaiseStmt>(node).exception);
      return optional(as<RaiseStmt>(node).cause);
    case StmtKind::Assert:
      expression(*as<AssertStmt>(node).test);
      return optional(as<AssertStmt>(node).message);
    case StmtKind::Import:
      for (const Alias& alias : as<ImportStmt>(node).names) imported(alias);
      return;
    case StmtKind::ImportFrom:
      for (const Alias& alias : as<ImportFromStmt>(node).names) imported(alias);
      return;
    case StmtKind::Global:
      return global(as<GlobalStmt>(node));
    case StmtKind::Nonlocal:
      return nonlocal(as<NonlocalStmt>(node));
    case StmtKind::Expr:
      return expression(*as<ExprStmt>(node).value);
    default:
      return;
  }
}

void ScopeBuilder::if_chain(const IfStmt& node) {
  for (const IfStmt* link = &node;;) {
    expression(*link->test);
    statements(link->body);
    if (link->orelse.size() != 1 || link->orelse[0]->kind != StmtKind::If) return statements(link->orelse);
    link = &as<IfStmt>(*link->orelse[0]);
  }
}

void ScopeBuilder::function(const FunctionDefStmt& node) {
  add(node.name, kAssigned, node.span);
  defaults(node.args);
  annotations(node.args, node.returns);
  expressions(node.decorators);
  enter(&node, ScopeKind::Function, node.span);
  scope_->name = node.name;
  scope_->is_coroutine = node.kind == StmtKind::AsyncFunctionDef;
  parameters(node.args);
  statements(node.body);
  leave();
}

void ScopeBuilder::class_definition(const ClassDefStmt& node) {
  add(node.name, kAssigned, node.span);
  expressions(node.bases);
  keywords(node.keywords);
  expressions(node.decorators);
  enter(&node, ScopeKind::Class, node.span);
  scope_->name = scope_->private_class = node.name;
  statements(node.body);
  leave();
}

void ScopeBuilder::annotated_assignment(const AnnAssignStmt& node) {
  if (node.target->kind == ExprKind::Name) {
    const auto& target = as<NameExpr>(*node.target);
    const uint16_t flags = flags_of(*scope_, target.id);
    if ((flags & (kDeclaredGlobal | kDeclaredNonlocal)) && scope_ != module_ && node.simple) {
      errors_.refuse(node.span, "annotated name '" + target.id + "' can't be " +
                                    (flags & kDeclaredGlobal ? "global" : "nonlocal"));
    }
    if (node.simple) {
      add(target.id, kAnnotated | kAssigned, target.span);
    } else if (node.value != nullptr) {
      add(target.id, kAssigned, target.span);
    }
  } else {
    expression(*node.target);
  }
  annotation(node.annotation);
  optional(node.value);
}

void ScopeBuilder::try_statement(const TryStmt& node) {
  statements(node.body);
  statements(node.orelse);
  statements(node.finalbody);
  for (const ExceptHandler& handler : node.handlers) {
    optional(handler.type);
    if (!handler.name.empty()) add(handler.name, kAssigned, handler.span);
    statements(handler.body);
  }
}

void ScopeBuilder::match(const MatchStmt& node) {
  expression(*node.subject);
  for (const MatchCase& item : node.cases) {
    pattern(*item.pattern);
    optional(item.guard);
    statements(item.body);
  }
}

void ScopeBuilder::imported(const Alias& alias) {
  if (alias.name == "*") {
    if (scope_->kind != ScopeKind::Module) errors_.refuse(alias.span, "import * only allowed at module level");
    return;
  }
  std::string_view name = alias.as_name.empty() ? alias.name : alias.as_name;
  if (alias.as_name.empty()) name = name.substr(0, name.find('.'));
  add(name, kImported, alias.span);
}

void ScopeBuilder::refuse_late_declaration(const Stmt& node, const Name& name, std::string_view kind) {
  const uint16_t flags = flags_of(*scope_, name);
  const std::string quoted = "name '" + name + "' ";
  if (flags & kParameter) errors_.refuse(node.span, quoted + "is parameter and " + std::string(kind));
  if (flags & kUsed) errors_.refuse(node.span, quoted + "is used prior to " + std::string(kind) + " declaration");
  if (flags & kAnnotated) errors_.refuse(node.span, "annotated " + quoted + "can't be " + std::string(kind));
  if (flags & kAssigned) {
    errors_.refuse(node.span, quoted + "is assigned to before " + std::string(kind) + " declaration");
  }
}

void ScopeBuilder::global(const GlobalStmt& node) {
  for (const Name& name : node.names) {
    refuse_late_declaration(node, name, "global");
    add(name, kDeclaredGlobal, node.span);
  }
}

void ScopeBuilder::nonlocal(const NonlocalStmt& node) {
  for (const Name& name : node.names) {
    refuse_late_declaration(node, name, "nonlocal");
    add(name, kDeclaredNonlocal, node.span);
  }
}

void ScopeBuilder::pattern(const Pattern& node) {
  const Depth depth(depth_, errors_, node.span);
  switch (node.kind) {
    case PatternKind::Value:
      return expression(*as<ValuePattern>(node).value);
    case PatternKind::Singleton:
      return;
    case PatternKind::Sequence:
      for (const Pattern* part : as<SequencePattern>(node).patterns) pattern(*part);
      return;
    case PatternKind::Star:
      if (!as<StarPattern>(node).name.empty()) add(as<StarPattern>(node).name, kAssigned, node.span);
      return;
    case PatternKind::Mapping:
      expressions(as<MappingPattern>(node).keys);
      for (const Pattern* part : as<MappingPattern>(node).patterns) pattern(*part);
      if (!as<MappingPattern>(node).rest.empty()) add(as<MappingPattern>(node).rest, kAssigned, node.span);
      return;
    case PatternKind::Class:
      expression(*as<ClassPattern>(node).type);
      for (const Pattern* part : as<ClassPattern>(node).patterns) pattern(*part);
      for (const Pattern* part : as<ClassPattern>(node).keyword_patterns) pattern(*part);
      return;
    case PatternKind::As:
      if (as<AsPattern>(node).pattern != nullptr) pattern(*as<AsPattern>(node).pattern);
      if (!as<AsPattern>(node).name.empty()) add(as<AsPattern>(node).name, kAssigned, node.span);
      return;
    case PatternKind::Or:
      for (const Pattern* part : as<OrPattern>(node).patterns) pattern(*part);
      return;
  }
}

}  // namespace gillab::compiler
