// The types that are not made by scripts: those of types.def and exceptions.def at start-up, those of C++ modules
// later. Classes of scripts: type_make.cpp.
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/documentation.h"
#include "runtime/classes/type_build.h"

namespace gillab {

void setup_exceptions(Thread& thread);           // exception.cpp
void setup_iterator_reductions(Thread& thread);  // iterators_reduce.cpp

namespace {

const Layout* const kLayouts[] = {
#define GILLAB_KIND(name) &k##name##Layout,
#include "runtime/kinds.def"
#undef GILLAB_KIND
};

struct BuiltinRow {
  Type* Types::*field;
  const char* name;
  Kind kind;
  void (*setup)(Thread&, Type*);
};
const BuiltinRow kRows[] = {
#define GILLAB_TYPE(field, text, kind) {&Types::field, text, Kind::kind, setup_##field},
#include "runtime/types.def"
#undef GILLAB_TYPE
};

struct ExceptionRow {
  const char* name;
  Error base;
};
const ExceptionRow kExceptionRows[] = {
#define GILLAB_EXCEPTION(name, base) {#name, Error::base},
#include "runtime/exceptions.def"
#undef GILLAB_EXCEPTION
};

struct FlagRow {
  Type* Types::*field;
  uint32_t flags;
};
constexpr uint32_t kPlainData = kBaseType | kSelfPattern;
// What CPython's types allow; a type that is not here: no subclasses, no instances by calling it.
constexpr uint32_t kCallable = 0;
const FlagRow kFlagRows[] = {
    {&Types::object, kBaseType},
    {&Types::type, kBaseType | kHasDict | kHasWeakref},
    {&Types::none, kCallable},
    {&Types::not_implemented, kCallable},
    {&Types::ellipsis, kCallable},
    {&Types::integer, kPlainData},
    {&Types::boolean, kSelfPattern},
    {&Types::floating, kPlainData},
    {&Types::complex, kBaseType},
    {&Types::str, kPlainData},
    {&Types::bytes, kPlainData},
    {&Types::bytearray, kPlainData},
    {&Types::memoryview, kHasWeakref | kSequencePattern},
    {&Types::list, kPlainData | kSequencePattern},
    {&Types::tuple, kPlainData | kSequencePattern},
    {&Types::dict, kPlainData | kMappingPattern},
    {&Types::set, kPlainData | kHasWeakref},
    {&Types::frozenset, kPlainData | kHasWeakref},
    {&Types::range, kSequencePattern},
    {&Types::slice, kCallable},
    {&Types::function, kHasDict | kHasWeakref},
    {&Types::native_function, kHasWeakref | kNoInstances},
    {&Types::bound_method, kHasWeakref},
    {&Types::code, kHasWeakref},
    {&Types::cell, kCallable},
    {&Types::module, kBaseType | kHasDict | kHasWeakref},
    {&Types::generator, kHasWeakref | kNoInstances},
    {&Types::coroutine, kHasWeakref | kNoInstances},
    {&Types::async_generator, kHasWeakref | kNoInstances},
    {&Types::traceback, kCallable},
    {&Types::property, kBaseType},
    {&Types::classmethod, kBaseType | kHasDict},
    {&Types::staticmethod, kBaseType | kHasDict},
    {&Types::super, kBaseType},
    {&Types::mappingproxy, kMappingPattern},
    {&Types::weakref, kBaseType},
    {&Types::generic_alias, kBaseType | kHasWeakref},
    {&Types::enumerate, kBaseType},
    {&Types::zip, kBaseType},
    {&Types::map, kBaseType},
    {&Types::filter, kBaseType},
    {&Types::reversed, kBaseType},
};
constexpr uint32_t kInherited = kHasDict | kHasWeakref | kSequencePattern | kMappingPattern | kSelfPattern;

// What objects of these kinds are cannot change, or their methods see to it themselves that nothing is seen half done.
uint32_t guards_of(Kind kind) {
  switch (kind) {
    case Kind::ByteArray:
    case Kind::MemoryView:
    case Kind::AsyncStep:
    case Kind::BytesIterator:
    case Kind::SequenceIterator:
    case Kind::CallableIterator:
    case Kind::Enumerate:
    case Kind::Zip:
    case Kind::Map:
    case Kind::Filter:
    case Kind::Extension:
      return 0;
    default:
      return kOwnGuards;
  }
}

uint32_t flags_of(Type* Types::*field) {
  for (const FlagRow& row : kFlagRows) {
    if (row.field == field) return row.flags;
  }
  return kNoInstances;
}

// Before `type` has a shape its own object and those made meanwhile borrow this one.
Shape* provisional_shape() {
  static Shape shape = [] {
    Shape made{};
    made.kind = Kind::Type;
    made.exact = true;
    return made;
  }();
  return &shape;
}

Type* start_type(Thread& thread, const char* name, Kind kind, Type* base, uint32_t flags) {
  Type* meta = thread.types().type;
  Type* type = new_type_object(thread, meta ? meta->root : provisional_shape());
  if (!type) return nullptr;
  thread.interpreter->native_types.push_back(type);
  type->native_name = name;
  type->base = base;
  type->layout = kLayouts[static_cast<size_t>(kind)];
  type->instance_kind = kind;
  type->flags.set(flags | kImmutable | guards_of(kind));
  type->root = make_root_shape(thread, type);
  return type->root ? type : nullptr;
}

// The one built-in type with two bases is ExceptionGroup.
Ref bases_of(Thread& thread, Type* type) {
  if (!type->base) return empty_tuple(thread);
  if (type != thread.error_type(Error::ExceptionGroup)) return make_tuple_of(thread, Value::object(type->base));
  return make_tuple_of(thread, Value::object(type->base), Value::object(thread.error_type(Error::Exception)));
}

// A type of a module may carry the module in its native name, as messages show it: "collections.deque".
bool name_type(Thread& thread, Type* type) {
  std::string_view full = type->native_name;
  Str* name = intern(thread, full.substr(full.rfind('.') + 1));
  Ref bases = bases_of(thread, type);
  Ref dict = make_dict(thread);
  if (!name || !bases || !dict) return false;
  type->name.put(Ref::share(name));
  type->qualified_name.put(Ref::share(name));
  type->bases.put(std::move(bases));
  type->dict.put(std::move(dict));
  return compute_mro(thread, type) && (!type->base || add_subclass(thread, type->base, type));
}

// A class that defines equality without a hash has no hash; one without a docstring has None.
bool complete_namespace(Thread& thread, Type* type) {
  Dict* dict = type_dict(type);
  Str* hash = thread.dunder_name(Dunder::Hash);
  bool unhashable =
      !dict_peek_name(dict, thread.dunder_name(Dunder::Eq)).is_empty() && dict_peek_name(dict, hash).is_empty();
  if (unhashable && !dict_set_name(thread, dict, hash, Ref::none())) return false;
  Str* name = thread.names().__doc__;
  if (!dict_peek_name(dict, name).is_empty()) return true;
  const std::string_view text = documentation_of(as<Str>(type->name.peek())->ascii_view());
  Ref doc = text.empty() ? Ref::none() : make_str(thread, text);
  return doc && dict_set_name(thread, dict, name, std::move(doc));
}

}  // namespace

Type* new_type_object(Thread& thread, Shape* shape) {
  auto* type = static_cast<Type*>(allocate_object(thread, shape, sizeof(Type)));
  if (!type) return nullptr;
  std::memset(reinterpret_cast<char*>(type) + sizeof(Object), 0, sizeof(Type) - sizeof(Object));
  for (Field* field : {&type->name, &type->qualified_name, &type->bases, &type->mro, &type->dict}) field->init_empty();
  for (Cell<Value>& dunder : type->dunders) dunder.set(Value());
  return type;
}

bool create_builtin_types(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  for (const BuiltinRow& row : kRows) {
    Type* base = row.field == &Types::object    ? nullptr
                 : row.field == &Types::boolean ? interpreter.types.integer
                                                : interpreter.types.object;
    Type* type = start_type(thread, row.name, row.kind, base, flags_of(row.field));
    if (!type) return false;
    interpreter.types.*row.field = type;
    Shape*& shape = thread.shapes[static_cast<size_t>(row.kind)];
    if (!shape) shape = type->root;
  }
  for (size_t i = 0; i < std::size(kExceptionRows); ++i) {
    Type* base =
        i == 0 ? interpreter.types.object : interpreter.error_types[static_cast<size_t>(kExceptionRows[i].base)];
    Type* type = start_type(thread, kExceptionRows[i].name, Kind::Exception, base, kBaseType | kHasDict);
    if (!type) return false;
    interpreter.error_types[i] = type;
  }
  thread.shapes[static_cast<size_t>(Kind::Exception)] = interpreter.error_types[0]->root;
  for (Type* type : interpreter.native_types) type->shape.set(interpreter.types.type->root);
  return true;
}

bool name_builtin_types(Thread& thread) {
  for (Type* type : thread.interpreter->native_types) {
    if (!name_type(thread, type)) return false;
  }
  return true;
}

bool finish_builtin_types(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  for (const BuiltinRow& row : kRows) row.setup(thread, interpreter.types.*row.field);
  setup_exceptions(thread);
  setup_iterator_reductions(thread);
  for (Type* type : interpreter.native_types) {
    if (!complete_namespace(thread, type)) return false;
    compute_type_tables(thread, type);
  }
  return !thread.has_exception();
}

Type* make_native_type(Thread& thread, const TypeDef& def, Type* base) {
  if (!base) base = thread.types().object;
  Type* type = new_type_object(thread, thread.types().type->root);
  if (!type) return nullptr;
  type->native_name = def.name;
  type->base = base;
  type->layout = def.layout ? def.layout : base->layout;
  type->instance_kind =
      def.kind == Kind::Extension && base->instance_kind != Kind::Instance ? base->instance_kind : def.kind;
  type->flags.set(def.flags | (base->flags.get() & kInherited) | kImmutable | guards_of(type->instance_kind));
  {
    TableLocked lock(thread.interpreter->types_lock);
    thread.interpreter->native_types.push_back(type);
  }
  if (!(type->root = make_root_shape(thread, type)) || !name_type(thread, type)) return nullptr;
  Ref module = make_str(thread, def.module);
  Ref doc = def.doc ? make_str(thread, def.doc) : Ref::none();
  if (!module || !doc) return nullptr;
  Dict* dict = type_dict(type);
  bool done = dict_set_name(thread, dict, thread.names().__module__, std::move(module)) &&
              dict_set_name(thread, dict, thread.names().__doc__, std::move(doc));
  return done ? type : nullptr;
}

void finish_type(Thread& thread, Type* type) {
  if (!complete_namespace(thread, type)) return;
  compute_type_tables(thread, type);
  renew_shapes(thread, type);
}

void free_builtin_types(Interpreter& interpreter) {
  for (Type* type : interpreter.native_types) {
    free_shapes(type);
    delete type->subclasses;
    type->subclasses = nullptr;
  }
}

}  // namespace gillab
