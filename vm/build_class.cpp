// __build_class__: what a class statement does.
#include <algorithm>
#include <set>

#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "vm/calls.h"
#include "vm/evaluate.h"

namespace gillab {
namespace {

// bases with __mro_entries__ replaced by what it gives; the same tuple when there is none.
Ref resolve_bases(Thread& thread, Tuple* bases) {
  Ref result;
  for (uint64_t i = 0; i < bases->length; ++i) {
    Value base = bases->items[i];
    Ref entries;
    if (!is<Type>(base)) {
      Ref method = get_attribute_or_empty(thread, base, thread.dunder_name(Dunder::MroEntries));
      if (!method && thread.has_exception()) return {};
      if (method) {
        entries = call(thread, method.get(), Value::object(bases));
        if (!entries) return {};
        if (!is<Tuple>(entries.get())) return raise(thread, Error::TypeError, "__mro_entries__ must return a tuple");
      }
    }
    if (entries && !result) result = make_list_of(thread, bases->items, i);
    if (entries && (!result || !extend(thread, result.as<List>(), entries.get()))) return {};
    if (!entries && result && !append(thread, result.as<List>(), Ref::share(base))) return {};
  }
  return result ? tuple_from(thread, result.get()) : Ref::share(static_cast<Object*>(bases));
}

struct ClassCall {  // the parts of __build_class__(function, name, *bases, metaclass=..., **keywords)
  Ref metaclass;
  Ref keywords;  // a dict without metaclass, or empty
};

bool read_keywords(Thread& thread, const Value* values, Tuple* names, ClassCall* parts) {
  if (!names || names->length == 0) return true;
  parts->keywords = make_dict(thread);
  for (uint64_t i = 0; i < names->length; ++i) {
    if (equals_ascii(as<Str>(names->items[i]), "metaclass")) {
      parts->metaclass = Ref::share(values[i]);
    } else if (!parts->keywords || !dict_set(thread, parts->keywords.as<Dict>(), names->items[i], Ref::share(values[i]))) {
      return false;
    }
  }
  return true;
}

bool choose_metaclass(Thread& thread, Tuple* bases, ClassCall* parts) {
  if (!parts->metaclass) {
    Type* type = bases->length ? type_of(thread, bases->items[0]) : thread.types().type;
    parts->metaclass = Ref::share(static_cast<Object*>(type));
  }
  if (!is<Type>(parts->metaclass.get())) return true;
  Type* winner = derive_metatype(thread, parts->metaclass.as<Type>(), bases);
  if (!winner) return false;
  parts->metaclass = Ref::share(static_cast<Object*>(winner));
  return true;
}

Ref prepare_namespace(Thread& thread, Value name, Tuple* bases, const ClassCall& parts) {
  Ref prepare = get_attribute_or_empty(thread, parts.metaclass.get(), thread.dunder_name(Dunder::Prepare));
  if (!prepare) return thread.has_exception() ? Ref() : make_dict(thread);
  Ref args = make_tuple_of(thread, name, Value::object(bases));
  if (!args) return {};
  Ref made = call_with_dict(thread, prepare.get(), args.as<Tuple>(), parts.keywords ? parts.keywords.as<Dict>() : nullptr);
  if (made && special_method(thread, made.get(), Dunder::GetItem).is_empty()) {
    std::string_view owner = is<Type>(parts.metaclass.get()) ? name_of_type(parts.metaclass.as<Type>()) : "<metaclass>";
    return raise(thread, Error::TypeError, "{}.__prepare__() must return a mapping, not {}", owner, type_name(thread, made.get()));
  }
  return made;
}

// How many attributes the methods of this class store on their first parameter: room for them in each instance.
uint32_t expected_attributes(const compiler::CodeUnit& body) {
  std::set<std::string_view> names;
  for (const auto& constant : body.constants) {
    const auto* unit = std::get_if<compiler::CodeConstant>(&constant.value);
    if (!unit || (*unit)->argument_count == 0) continue;
    const auto& code = (*unit)->code;
    for (size_t i = 1; i < code.size(); ++i) {
      if (code[i].opcode != compiler::Opcode::STORE_ATTR) continue;
      const auto& before = code[i - 1];
      bool own = (before.opcode == compiler::Opcode::LOAD_FAST || before.opcode == compiler::Opcode::LOAD_DEREF) && before.arg == 0;
      if (own) names.insert((*unit)->names[code[i].arg]);
    }
  }
  return static_cast<uint32_t>(std::min<size_t>(names.size(), 64));
}

bool check_class_cell(Thread& thread, Value cell, Value made, Value name) {
  if (!is<CellObject>(cell) || !is<Type>(made)) return true;
  Ref content = as<CellObject>(cell)->content.take();
  if (content && content.get() == made) return true;
  if (!content)
    return raise(thread, Error::RuntimeError, "__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
                 repr(thread, name).get(), made);
  return raise(thread, Error::TypeError, "__class__ set to {} defining {} as {}", content.get(), repr(thread, name).get(), made);
}

}  // namespace

Ref build_class(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (count < 2) return raise(thread, Error::TypeError, "__build_class__: not enough arguments");
  if (!is<Function>(args[0])) return raise(thread, Error::TypeError, "__build_class__: func must be a function");
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "__build_class__: name is not a string");
  Function* function = as<Function>(args[0]);
  Ref original = make_tuple(thread, args + 2, count - 2);
  Ref bases = original ? resolve_bases(thread, original.as<Tuple>()) : Ref();
  ClassCall parts;
  if (!bases || !read_keywords(thread, args + count, names, &parts) || !choose_metaclass(thread, bases.as<Tuple>(), &parts)) return {};
  Ref space = prepare_namespace(thread, args[1], bases.as<Tuple>(), parts);
  if (!space) return {};
  Ref code = function->code.take(), globals = function->globals.take(), closure = function->closure.take();
  Ref cell = run_code(thread, code.as<Code>(), globals.as<Dict>(), space.get(), closure.get().is_object() ? closure.get() : Value::empty());
  if (!cell) return {};
  if (bases.get() != original.get() && !set_item(thread, space.get(), Value::object(thread.names().__orig_bases__), original.get())) return {};
  Ref call_args = make_tuple_of(thread, args[1], bases.get(), space.get());
  if (!call_args) return {};
  Ref made = call_with_dict(thread, parts.metaclass.get(), call_args.as<Tuple>(), parts.keywords ? parts.keywords.as<Dict>() : nullptr);
  if (!made || !check_class_cell(thread, cell.get(), made.get(), args[1])) return {};
  if (is<Type>(made.get())) {
    const auto& unit = *static_cast<const compiler::CodeUnit*>(code.as<Code>()->unit.get());
    set_expected_attributes(thread, made.as<Type>(), expected_attributes(unit));
  }
  return made;
}

}  // namespace gillab
