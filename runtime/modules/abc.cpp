// _abc: what the metaclass ABCMeta asks. A class keeps its registry and what it has found out in `_abc_impl`; other
// classes are held there by weak references only.
#include "runtime/collector.h"
#include "runtime/classes/construct.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {
namespace {

using Args = const Value*;

struct AbstractData : Object {
  static constexpr Kind kKind = Kind::Extension;
  Field registry;  // sets of weak references to classes
  Field yes;       // known subclasses
  Field no;        // known not to be, while `version` is the interpreter's
  Cell<uint64_t> version;
  // What was asked last, by the ids of the classes' shapes, which no other class ever has; a No with its version.
  static constexpr uint32_t kRecent = 8;
  Cell<uint64_t> recent_yes[kRecent];
  Cell<uint64_t> recent_no[kRecent];
};
constexpr Layout kAbstractDataLayout =
    FieldLayout<AbstractData, &AbstractData::registry, &AbstractData::yes, &AbstractData::no>::named("_abc_data");

Ref done(bool ok) { return ok ? Ref::none() : Ref(); }
Ref result_of(Truth truth) { return truth == Truth::Error ? Ref() : Ref::boolean(truth == Truth::Yes); }

AbstractData* data_of(Thread& thread, Value cls, Ref* keep) {
  *keep = get_attribute(thread, cls, intern(thread, "_abc_impl"));
  if (!*keep) return nullptr;
  if (has_layout(keep->get(), kAbstractDataLayout)) return keep->as<AbstractData>();
  return raise(thread, Error::TypeError, "_abc_impl is set to a wrong type");
}

// --- which methods are abstract

Truth is_abstract(Thread& thread, Value value) {
  Ref flag = get_attribute_or_empty(thread, value, thread.names().__isabstractmethod__);
  if (flag) return truth(thread, flag.get());
  return thread.has_exception() ? Truth::Error : Truth::No;
}

bool add_if_abstract(Thread& thread, Set* names, Value name, Value value) {
  Truth abstract = is_abstract(thread, value);
  if (abstract == Truth::Error) return false;
  return abstract == Truth::No || set_add(thread, names, name);
}

bool add_own_names(Thread& thread, Type* type, Set* names) {
  uint32_t position = 0;
  Ref name, content;
  while (dict_next_held(type_dict(type), &position, &name, &content)) {
    if (!add_if_abstract(thread, names, name.get(), content.get())) return false;
  }
  return true;
}

bool add_names_of_base(Thread& thread, Type* type, Value base, Set* names) {
  Ref inherited = get_attribute_or_empty(thread, base, thread.names().__abstractmethods__);
  if (!inherited) return !thread.has_exception();
  Each each(thread, inherited.get());
  while (Ref name = each.next()) {
    if (!is_exact<Str>(name.get())) continue;
    Ref value = get_attribute_or_empty(thread, Value::object(type), intern(thread, name.as<Str>()));
    if (!value && thread.has_exception()) return false;
    if (value && !add_if_abstract(thread, names, name.get(), value.get())) return false;
  }
  return !each.failed();
}

bool set_abstract_names(Thread& thread, Type* type) {
  Ref names = make_set(thread);
  if (!names || !add_own_names(thread, type, names.as<Set>())) return false;
  Ref bases = type->bases.take();
  for (size_t i = 0; i < bases.as<Tuple>()->length; ++i) {
    if (!add_names_of_base(thread, type, bases.as<Tuple>()->items[i], names.as<Set>())) return false;
  }
  Ref frozen = set_from(thread, names.get(), true);
  return frozen && set_attribute(thread, Value::object(type), thread.names().__abstractmethods__, frozen.get());
}

// What a match statement takes classes for: __abc_tpflags__ says it once, registered classes are marked too.
constexpr uint32_t kPatterns = kSequencePattern | kMappingPattern;

bool take_pattern_flags(Thread& thread, Type* type) {
  Str* name = intern(thread, "__abc_tpflags__");
  Ref flags = name ? dict_get_name(type_dict(type), name) : Ref();
  if (!flags) return true;
  bool sequence = flags.get().is_int() && (flags.get().as_int() & 32) != 0;
  add_type_flags(type, sequence ? kSequencePattern : kMappingPattern);
  return set_type_attribute(thread, type, name, Value::empty());
}

void mark_patterns(Thread& thread, Type* type, uint32_t flags) {
  if (flags == 0 || has_flag(type, kImmutable) || has_flag(type, kPatterns)) return;
  change_type_flags(thread, type, flags, true);
  for (Ref& subclass : subclasses_of(thread, type)) mark_patterns(thread, subclass.as<Type>(), flags);
}

Ref abc_init(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "_abc_init() needs a class");
  Type* type = as<Type>(args[0]);
  if (!set_abstract_names(thread, type) || !take_pattern_flags(thread, type)) return {};
  Ref data = call(thread, Value::object(thread.interpreter->abstract_data));
  return done(data && set_attribute(thread, args[0], intern(thread, "_abc_impl"), data.get()));
}

void forget_recent(Cell<uint64_t>* recent) {
  for (uint32_t i = 0; i < AbstractData::kRecent; ++i) recent[i].set(0);
}
// 0: a type without an id, which is never remembered.
uint64_t stamp_of(Value type, uint64_t version) {
  const uint64_t id = as<Type>(type)->root->id;
  return id == 0 ? 0 : version << 32 | id;
}
bool is_recent(const Cell<uint64_t>* recent, Value type, uint64_t version) {
  const uint64_t stamp = stamp_of(type, version);
  return stamp != 0 && recent[stamp % AbstractData::kRecent].get() == stamp;
}
void note_recent(Cell<uint64_t>* recent, Value type, uint64_t version) {
  const uint64_t stamp = stamp_of(type, version);
  recent[stamp % AbstractData::kRecent].set(stamp);
}

Ref data_create(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref registry = make_set(thread), yes = make_set(thread), no = make_set(thread);
  Object* object = registry && yes && no ? allocate_instance(thread, as<Type>(args[0]), 0) : nullptr;
  if (!object) return {};
  AbstractData* data = static_cast<AbstractData*>(object);
  data->registry.init(std::move(registry));
  data->yes.init(std::move(yes));
  data->no.init(std::move(no));
  data->version.set(0);
  forget_recent(data->recent_yes);
  forget_recent(data->recent_no);
  return Ref::own(object);
}

// --- sets of weak references

bool remember(Thread& thread, Field& set, Value type) {
  Ref reference = make_weak_reference(thread, type, Value::none());
  Ref keep = set.take();
  return reference && set_add(thread, keep.as<Set>(), reference.get());
}

Found knows(Thread& thread, Field& set, Value type) {
  Ref keep = set.take();
  if (keep.as<Set>()->used.get() == 0) return Found::No;
  Ref reference = make_weak_reference(thread, type, Value::none());
  return reference ? set_contains(thread, keep.as<Set>(), reference.get()) : Found::Error;
}

// --- subclasses and instances

// `version`: what it was found out with; a class that was registered meanwhile may make a No wrong.
Truth answer(Thread& thread, AbstractData* data, Value subclass, bool yes, uint64_t version) {
  if (!yes && thread.interpreter->abstract_version != version) return Truth::No;
  if (!remember(thread, yes ? data->yes : data->no, subclass)) return Truth::Error;
  return truth_of(yes);
}

// What __subclasshook__ says; NotImplemented as an empty optional: *decided false.
Truth ask_hook(Thread& thread, Value cls, Value subclass, bool* decided) {
  Ref verdict = call_method(thread, cls, thread.names().__subclasshook__, &subclass, 1);
  if (!verdict) return Truth::Error;
  *decided = !verdict.get().is_not_implemented();
  if (!*decided) return Truth::No;
  if (verdict.get().is_bool()) return truth_of(verdict.get().is_true());
  (void)raise(thread, Error::AssertionError, "");
  return Truth::Error;
}

// Whether the class is one of the registered ones or below one.
Truth is_registered(Thread& thread, AbstractData* data, Value subclass) {
  Ref registry = data->registry.take();
  Ref copy = list_from(thread, registry.get());
  if (!copy) return Truth::Error;
  Each each(thread, copy.get());
  while (Ref reference = each.next()) {
    Ref other = weak_target(thread, reference.as<WeakRef>());
    if (other.get().is_none()) continue;
    Truth below = is_subclass(thread, subclass, other.get());
    if (below != Truth::No) return below;
  }
  return each.failed() ? Truth::Error : Truth::No;
}

Truth is_below_subclass(Thread& thread, Value cls, Value subclass) {
  Ref subclasses = call_method(thread, cls, intern(thread, "__subclasses__"));
  if (!subclasses) return Truth::Error;
  Each each(thread, subclasses.get());
  while (Ref other = each.next()) {
    Truth below = is_subclass(thread, subclass, other.get());
    if (below != Truth::No) return below;
  }
  return each.failed() ? Truth::Error : Truth::No;
}

Truth find_out(Thread& thread, AbstractData* data, Value cls, Value subclass) {
  bool decided = false;
  Truth found = ask_hook(thread, cls, subclass, &decided);
  if (found == Truth::Error || decided) return found;
  if (is<Type>(cls) && is_subtype(as<Type>(subclass), as<Type>(cls))) return Truth::Yes;
  found = is_registered(thread, data, subclass);
  return found == Truth::No ? is_below_subclass(thread, cls, subclass) : found;
}

// What is known of a class by earlier questions. *known false: nothing.
Truth recall(Thread& thread, Value cls, Value subclass, bool denials, bool* known) {
  Ref keep;
  AbstractData* data = data_of(thread, cls, &keep);
  if (!data) return Truth::Error;
  *known = is_recent(data->recent_yes, subclass, 0);
  if (*known) return Truth::Yes;
  Found found = knows(thread, data->yes, subclass);
  *known = found != Found::No;
  if (found == Found::Yes) note_recent(data->recent_yes, subclass, 0);
  if (*known) return found == Found::Yes ? Truth::Yes : Truth::Error;
  const uint64_t version = thread.interpreter->abstract_version;
  if (!denials || data->version.get() != version) return Truth::No;
  *known = is_recent(data->recent_no, subclass, version);
  if (*known) return Truth::No;
  found = knows(thread, data->no, subclass);
  *known = found == Found::Yes;
  if (*known) note_recent(data->recent_no, subclass, version);
  return found == Found::Error ? Truth::Error : Truth::No;
}

Truth check_subclass(Thread& thread, Value cls, Value subclass) {
  if (!is<Type>(subclass)) return raise(thread, Error::TypeError, "issubclass() arg 1 must be a class");
  bool known = false;
  Truth recalled = recall(thread, cls, subclass, true, &known);
  if (known || recalled == Truth::Error) return recalled;
  Ref keep;
  AbstractData* data = data_of(thread, cls, &keep);
  if (!data) return Truth::Error;
  uint64_t version = thread.interpreter->abstract_version;
  if (data->version.get() != version) {
    Ref nothing = make_set(thread);
    if (!nothing) return Truth::Error;
    data->no.put(std::move(nothing));
    data->version.set(version);
  }
  Truth found = find_out(thread, data, cls, subclass);
  return found == Truth::Error ? found : answer(thread, data, subclass, found == Truth::Yes, version);
}

Ref abc_subclass_check(Thread& thread, Args args, uint32_t, Tuple*) {
  return result_of(check_subclass(thread, args[0], args[1]));
}

Ref abc_instance_check(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref subclass = class_of(thread, args[1]);
  if (!subclass) return {};
  Value type = Value::object(type_of(thread, args[1]));
  bool known = false;
  if (is<Type>(subclass.get())) {
    Truth recalled = recall(thread, args[0], subclass.get(), subclass.get() == type, &known);
    if (known || recalled == Truth::Error) return result_of(recalled);
  }
  Truth found = is_subclass(thread, subclass.get(), args[0]);
  if (found == Truth::No && !(subclass.get() == type)) found = is_subclass(thread, type, args[0]);
  return result_of(found);
}

Ref abc_register(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[1])) return raise(thread, Error::TypeError, "Can only register classes");
  Truth below = is_subclass(thread, args[1], args[0]);
  if (below != Truth::No) return below == Truth::Yes ? Ref::share(args[1]) : Ref();
  Truth above = is_subclass(thread, args[0], args[1]);
  if (above == Truth::Error) return {};
  if (above == Truth::Yes) return raise(thread, Error::RuntimeError, "Refusing to create an inheritance cycle");
  Ref keep;
  AbstractData* data = data_of(thread, args[0], &keep);
  if (!data || !remember(thread, data->registry, args[1])) return {};
  ++thread.interpreter->abstract_version;
  mark_patterns(thread, as<Type>(args[1]), as<Type>(args[0])->flags.get() & kPatterns);
  return Ref::share(args[1]);
}

bool empty_field(Thread& thread, Field& set) {
  Ref nothing = make_set(thread);
  if (nothing) set.put(nothing.share());
  return static_cast<bool>(nothing);
}

Ref abc_reset_registry(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref keep;
  AbstractData* data = data_of(thread, args[0], &keep);
  return done(data && empty_field(thread, data->registry));
}
Ref abc_reset_caches(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref keep;
  AbstractData* data = data_of(thread, args[0], &keep);
  if (!data) return {};
  forget_recent(data->recent_yes);
  forget_recent(data->recent_no);
  return done(empty_field(thread, data->yes) && empty_field(thread, data->no));
}
Ref abc_dump(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref keep;
  AbstractData* data = data_of(thread, args[0], &keep);
  if (!data) return {};
  Ref registry = data->registry.take(), yes = data->yes.take(), no = data->no.take();
  return make_tuple_of(thread, registry.get(), yes.get(), no.get(),
                       Value::integer(static_cast<int64_t>(data->version.get())));
}
Ref abc_token(Thread& thread, Args, uint32_t, Tuple*) {
  return make_int_from_unsigned(thread, thread.interpreter->abstract_version);
}

constexpr MethodDef kDataMethods[] = {{"__new__", "(cls, /)", data_create, MethodDef::Static}};
constexpr MethodDef kFunctions[] = {
    {"_abc_init", "(self, /)", abc_init},
    {"_abc_register", "(self, subclass, /)", abc_register},
    {"_abc_instancecheck", "(self, instance, /)", abc_instance_check},
    {"_abc_subclasscheck", "(self, subclass, /)", abc_subclass_check},
    {"_reset_registry", "(self, /)", abc_reset_registry},
    {"_reset_caches", "(self, /)", abc_reset_caches},
    {"_get_dump", "(self, /)", abc_dump},
    {"get_cache_token", "()", abc_token},
};

}  // namespace

bool init__abc(Thread& thread, Module* module) {
  Type* data = make_native_type(thread, {"_abc._abc_data", "_abc", &kAbstractDataLayout}, nullptr);
  if (!data) return false;
  add_methods(thread, data, kDataMethods);
  finish_type(thread, data);
  thread.interpreter->abstract_data = data;
  return add_value(thread, module, "_abc_data", Ref::share(data)) && add_functions(thread, module, kFunctions);
}

}  // namespace gillab
