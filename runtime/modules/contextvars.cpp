// The module _contextvars: ContextVar, Token and copy_context. Contexts: context.cpp.
#include <cstdio>

#include "runtime/classes/construct.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/modules/context.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

struct Variable : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field name;
  Field fallback;  // empty: none
};
constexpr Layout kVariableLayout = FieldLayout<Variable, &Variable::name, &Variable::fallback>::named("ContextVar");

struct Token : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field variable;
  Field context;
  Field old_value;  // empty: there was none
  Cell<bool> used;
};
constexpr Layout kTokenLayout =
    FieldLayout<Token, &Token::variable, &Token::context, &Token::old_value>::named("Token");

struct Missing : Object {
  static constexpr Kind kKind = Kind::Extension;
};
constexpr Layout kMissingLayout = {"Token.MISSING", sizeof(Missing), false,
                                   [](Thread& thread, Object* object) { free_quickly(thread, object, sizeof(Missing)); }};

Variable* variable_of(Value self) { return reinterpret_cast<Variable*>(self.as_object()); }
Token* token_of(Value self) { return reinterpret_cast<Token*>(self.as_object()); }

std::string address_of(Value self) {
  char text[32];
  std::snprintf(text, sizeof text, " at %p>", static_cast<void*>(self.as_object()));
  return text;
}

Ref variable_new(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "context variable name must be a str");
  auto* variable = allocate<Variable>(thread, module_types(thread).context_variable->root);
  if (!variable) return {};
  variable->name.init(Ref::share(args[1]));
  variable->fallback.init(args[2].is_empty() ? Ref() : Ref::share(args[2]));
  return Ref::own(variable);
}

Ref variable_get(Thread& thread, Args args, uint32_t, Tuple*) {
  Context* context = current_context(thread);
  if (!context) return {};
  Ref variables = context_variables(context), value;
  Found found = dict_size(variables.as<Dict>()) == 0 ? Found::No
                                                      : dict_get(thread, variables.as<Dict>(), args[0], &value);
  if (found != Found::No) return value;
  if (!args[1].is_empty()) return Ref::share(args[1]);
  Value fallback = variable_of(args[0])->fallback.peek();
  if (!fallback.is_empty()) return Ref::share(fallback);
  return raise_object(thread, Error::LookupError, args[0]);
}

Ref make_token(Thread& thread, Value variable, Context* context, Ref old_value) {
  auto* token = allocate<Token>(thread, module_types(thread).context_token->root);
  if (!token) return {};
  token->variable.init(Ref::share(variable));
  token->context.init(Ref::share(context));
  token->old_value.init(std::move(old_value));
  token->used.set(false);
  return Ref::own(token);
}

Ref variable_set(Thread& thread, Args args, uint32_t, Tuple*) {
  Context* context = current_context(thread);
  if (!context) return {};
  Ref variables = context_variables(context), old;
  if (dict_get(thread, variables.as<Dict>(), args[0], &old) == Found::Error) return {};
  variables = Ref();
  Ref token = make_token(thread, args[0], context, std::move(old));
  return token && context_set(thread, context, args[0], Ref::share(args[1])) ? std::move(token) : Ref();
}

Ref variable_reset(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!has_layout(args[1], kTokenLayout)) {
    return raise(thread, Error::TypeError, "expected an instance of Token, got {}", repr(thread, args[1]).get());
  }
  Token* token = token_of(args[1]);
  Context* context = current_context(thread);
  if (!context) return {};
  if (token->used.get()) return raise(thread, Error::RuntimeError, "{} has already been used once", args[1]);
  if (token->variable.peek() != args[0]) {
    return raise(thread, Error::ValueError, "{} was created by a different ContextVar", args[1]);
  }
  if (token->context.peek() != Value::object(context)) {
    return raise(thread, Error::ValueError, "{} was created in a different Context", args[1]);
  }
  token->used.set(true);
  Ref old = token->old_value.take();
  bool done = old ? context_set(thread, context, args[0], std::move(old)) : context_remove(thread, context, args[0]);
  return done ? Ref::none() : Ref();
}

Ref variable_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  Variable* variable = variable_of(args[0]);
  StrBuilder text(thread);
  text.add("<ContextVar name=");
  if (!text.add_repr(variable->name.peek())) return {};
  Value fallback = variable->fallback.peek();
  if (!fallback.is_empty()) {
    text.add(" default=");
    if (!text.add_repr(fallback)) return {};
  }
  text.add(address_of(args[0]));
  return text.finish();
}

Ref variable_name(Thread&, Value self) { return variable_of(self)->name.take(); }

Ref token_new(Thread& thread, Args, uint32_t, Tuple*) {
  return raise(thread, Error::RuntimeError, "Tokens can only be created by ContextVars");
}
Ref token_repr(Thread& thread, Args args, uint32_t, Tuple*) {
  StrBuilder text(thread);
  text.add(token_of(args[0])->used.get() ? "<Token used var=" : "<Token var=");
  if (!text.add_repr(token_of(args[0])->variable.peek())) return {};
  text.add(address_of(args[0]));
  return text.finish();
}
Ref token_variable(Thread&, Value self) { return token_of(self)->variable.take(); }
Ref token_old_value(Thread& thread, Value self) {
  Ref old = token_of(self)->old_value.take();
  if (old) return old;
  return dict_get_name(as<Dict>(module_types(thread).context_token->dict.peek()), intern(thread, "MISSING"));
}
Ref missing_repr(Thread& thread, Args, uint32_t, Tuple*) { return make_str(thread, "<Token.MISSING>"); }

Ref copy_context_function(Thread& thread, Args, uint32_t, Tuple*) { return copy_current_context(thread); }

constexpr MethodDef kVariableMethods[] = {
    {"__new__", "(cls, name, /, *, default=None)", variable_new, MethodDef::Static},
    {"get", "(self, default=None, /)", variable_get},
    {"set", "(self, value, /)", variable_set},
    {"reset", "(self, token, /)", variable_reset},
    {"__repr__", "(self, /)", variable_repr},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};
constexpr GetSetDef kVariableGetSets[] = {{"name", variable_name}};
constexpr MethodDef kTokenMethods[] = {
    {"__new__", "*", token_new, MethodDef::Static},
    {"__repr__", "(self, /)", token_repr},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};
constexpr GetSetDef kTokenGetSets[] = {{"var", token_variable}, {"old_value", token_old_value}};
constexpr MethodDef kMissingMethods[] = {{"__repr__", "(self, /)", missing_repr}};
constexpr MethodDef kFunctions[] = {{"copy_context", "()", copy_context_function}};

Type* make_token_type(Thread& thread) {
  Type* missing = make_native_type(thread, {"Token.MISSING", "_contextvars", &kMissingLayout, kNoInstances}, nullptr);
  Type* type = make_native_type(thread, {"_contextvars.Token", "_contextvars", &kTokenLayout, kOwnGuards}, nullptr);
  if (!missing || !type) return nullptr;
  add_methods(thread, missing, kMissingMethods);
  finish_type(thread, missing);
  add_methods(thread, type, kTokenMethods);
  add_getsets(thread, type, kTokenGetSets);
  add_constant(thread, type, "MISSING", Ref::own(allocate<Missing>(thread, missing->root)));
  add_constant(thread, type, "__hash__", Ref::none());
  finish_type(thread, type);
  return type;
}

Type* make_variable_type(Thread& thread) {
  Type* type = make_native_type(thread, {"_contextvars.ContextVar", "_contextvars", &kVariableLayout,
                                         kHasWeakref | kOwnGuards}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kVariableMethods);
  add_getsets(thread, type, kVariableGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace

bool import_contexts(Thread& thread) {
  ModuleTypes& types = module_types(thread);
  if (types.context) return true;
  types.context_variable = make_variable_type(thread);
  types.context_token = make_token_type(thread);
  types.context = types.context_variable && types.context_token ? make_context_type(thread) : nullptr;
  return types.context != nullptr;
}

bool init__contextvars(Thread& thread, Module* module) {
  if (!import_contexts(thread)) return false;
  const ModuleTypes& types = module_types(thread);
  return add_value(thread, module, "ContextVar", Ref::share(types.context_variable)) &&
         add_value(thread, module, "Token", Ref::share(types.context_token)) &&
         add_value(thread, module, "Context", Ref::share(types.context)) &&
         add_functions(thread, module, kFunctions);
}

}  // namespace gillab
