// The module _symtable: the compiler's scopes of a source text, as tuples. What scripts see of them: lib/symtable.py
#include <algorithm>
#include <string>
#include <vector>

#include "compiler/code_errors.h"
#include "compiler/compile.h"
#include "compiler/future.h"
#include "compiler/scopes.h"
#include "runtime/errors.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/evaluate.h"

namespace gillab {
namespace {

using compiler::Scope;

// CPython's numbers for what the compiler's symbols say.
struct FlagPair {
  uint16_t ours;
  int theirs;
};
constexpr FlagPair kFlags[] = {
    {compiler::kDeclaredGlobal, 1},   {compiler::kAssigned, 2},   {compiler::kParameter, 4},
    {compiler::kDeclaredNonlocal, 8}, {compiler::kUsed, 16},      {compiler::kFreeInClass, 64},
    {compiler::kImported, 128},       {compiler::kAnnotated, 256}, {compiler::kIterationVariable, 512},
};
constexpr int kFree = 32;
constexpr int kScopeShift = 11;

int scope_number(compiler::Binding binding) {
  switch (binding) {
    case compiler::Binding::Local: return 1;
    case compiler::Binding::GlobalExplicit: return 2;
    case compiler::Binding::GlobalImplicit: return 3;
    case compiler::Binding::Free: return 4;
    case compiler::Binding::Cell: return 5;
    default: return 0;
  }
}

int flags_of(const compiler::Symbol& symbol) {
  int flags = scope_number(symbol.binding) << kScopeShift;
  for (const FlagPair& pair : kFlags) flags |= symbol.flags & pair.ours ? pair.theirs : 0;
  return symbol.flags == 0 ? flags | kFree : flags;
}

// ((name, flags), ...), as they came.
Ref symbols_of(Thread& thread, const Scope& scope) {
  std::vector<std::pair<std::string_view, const compiler::Symbol*>> sorted;
  for (const auto& entry : scope.symbols) sorted.emplace_back(entry.first, &entry.second);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    const uint32_t left = a.second->order - 1, right = b.second->order - 1;  // 0 becomes the last
    return left != right ? left < right : a.first < b.first;
  });
  Ref list = make_list(thread);
  for (const auto& [name, symbol] : sorted) {
    Ref text = list ? make_str(thread, name) : Ref();
    Ref row = text ? make_tuple_of(thread, text.get(), Value::integer(flags_of(*symbol))) : Ref();
    if (!row || !append(thread, list.as<List>(), std::move(row))) return {};
  }
  return list;
}

// [kind, name, line, is nested, symbols, the numbers of the tables inside], in the order of their beginnings.
Ref table_of(Thread& thread, const Scope& scope, Value children) {
  constexpr const char* kKinds[] = {"module", "class", "function", "annotation"};
  Ref kind = make_str(thread, std::string_view(kKinds[static_cast<size_t>(scope.kind)]));
  Ref name = make_str(thread, scope.parent ? scope.name : std::string_view("top"));
  Ref symbols = kind && name ? symbols_of(thread, scope) : Ref();
  if (!symbols) return {};
  return make_tuple_of(thread, kind.get(), name.get(), Value::integer(scope.parent ? scope.line : 0),
                       Value::boolean(scope.is_nested), symbols.get(), children);
}

Ref tables_of(Thread& thread, const compiler::Scopes& scopes) {
  Ref tables = make_list(thread);
  for (const Scope& scope : scopes.all()) {
    Ref children = tables ? make_list(thread) : Ref();
    if (!children) return {};
    int64_t number = 0;
    for (const Scope& other : scopes.all()) {
      const bool inside = other.parent == &scope && other.kind != compiler::ScopeKind::Annotation;
      if (inside && !append(thread, children.as<List>(), Ref::own(Value::integer(number)))) return {};
      ++number;
    }
    Ref table = table_of(thread, scope, children.get());
    if (!table || !append(thread, tables.as<List>(), std::move(table))) return {};
  }
  return tables;
}

// (source, filename, kind: 0 exec, 1 eval, 2 single)
Ref symtable_tables(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* source = expect_str(thread, args[0], "symtable() argument 1");
  Str* filename = source ? expect_str(thread, args[1], "symtable() argument 2") : nullptr;
  int64_t mode = 0;
  if (!filename || !index_as_int64(thread, args[2], &mode)) return {};
  compiler::Options options;
  options.filename = to_utf8(filename);
  options.mode = static_cast<compiler::Mode>(mode);
  const std::string text = to_utf8(source);
  try {
    std::vector<compiler::SourceWarning> warnings;
    compiler::Module module = compiler::parse(text, options, warnings);
    const compiler::CodeErrors errors{text, options, warnings};
    const compiler::Future future = compiler::read_future(module, errors);
    return tables_of(thread, compiler::Scopes(module, errors, future.annotations));
  } catch (const compiler::SourceError& error) {
    raise_source_error(thread, error, options.filename);
  } catch (const std::bad_alloc&) {
    raise_memory_error(thread);
  }
  return {};
}

const MethodDef kFunctions[] = {{"tables", "(source, filename, mode, /)", symtable_tables}};

}  // namespace

bool init__symtable(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
