// _decimal: the module, contexts and the running context. The rest of decimal in C++: decimal.h says where.
#include "runtime/modules/decimal.h"

#include <iterator>
#include <memory>
#include <utility>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/modules/context.h"
#include "runtime/modules/module_types.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab {

const Layout kDecimalContextLayout =
    FieldLayout<DecimalContext, &DecimalContext::flags, &DecimalContext::traps>::named("Context");

namespace {

using Args = const Value*;

DecimalContext* context_of(Value self) { return static_cast<DecimalContext*>(self.as_object()); }
Signals* signals_of(Value self) { return static_cast<Signals*>(self.as_object()); }

void destroy_signals(Thread& thread, Object* object) { free_with_attributes(thread, object, sizeof(Signals)); }

constexpr const char* kRoundings[] = {"ROUND_UP",      "ROUND_DOWN",      "ROUND_CEILING",   "ROUND_FLOOR",
                                      "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};

// --- the parts of contexts. What values are right, the Python of Context checks.

using Number64 = Cell<int64_t> DecimalContext::*;
template <Number64 part>
Ref get_part(Thread& thread, Value self) { return make_int(thread, (context_of(self)->*part).get()); }
template <Number64 part>
bool set_part(Thread& thread, Value self, Value value) {
  int64_t number;
  if (value.is_empty() || !is_integer(value) || !fits_int64(value, &number)) {
    return raise(thread, Error::TypeError, "an integer is required");
  }
  (context_of(self)->*part).set(number);
  return true;
}

Ref get_rounding(Thread& thread, Value self) {
  return Ref::share(intern(thread, kRoundings[context_of(self)->rounding.get()]));
}
bool set_rounding(Thread& thread, Value self, Value value) {
  const int64_t rounding = rounding_named(thread, value);
  if (rounding < 0) return raise(thread, Error::TypeError, "the name of a rounding is required");
  context_of(self)->rounding.set(rounding);
  return true;
}

template <Field DecimalContext::*part>
Ref get_signals(Thread& thread, Value self) {
  Ref signals = (context_of(self)->*part).take();
  return signals ? std::move(signals) : Ref(raise(thread, Error::AttributeError, "the context is not initialised"));
}
// Who has the dict of a context sees what is set later: so it stays, and takes the bits of the other.
template <Field DecimalContext::*part>
bool set_signals(Thread& thread, Value self, Value value) {
  if (!has_layout(value, kSignalsLayout)) return raise(thread, Error::TypeError, "signals are required");
  Field& field = context_of(self)->*part;
  Guard guard(context_of(self)->header);
  if (Value own = field.peek(); !own.is_empty()) {
    signals_of(own)->bits.set(signals_of(value)->bits.get());
  } else {
    field.put(Ref::share(value));
  }
  return true;
}

Ref context_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], decimal_types(thread).context);
  auto* context = cls ? static_cast<DecimalContext*>(allocate_instance(thread, cls, 0)) : nullptr;
  if (!context) return {};
  context->flags.init_empty();
  context->traps.init_empty();
  context->precision.set(28);
  context->least.set(-999999);
  context->most.set(999999);
  context->rounding.set(kHalfEven);
  context->capitals.set(1);
  context->clamp.set(0);
  return Ref::own(context);
}

Ref signals_new(Thread& thread, Args args, uint32_t, Tuple*) {
  Type* cls = class_argument(thread, args[0], decimal_types(thread).signals);
  auto* signals = cls ? static_cast<Signals*>(allocate_instance(thread, cls, 0)) : nullptr;
  if (signals) signals->bits.set(0);
  return Ref::own(signals);
}
Ref get_bits(Thread&, Value self) { return Ref::own(Value::integer(signals_of(self)->bits.get())); }
bool set_bits(Thread& thread, Value self, Value value) {
  if (!value.is_int()) return raise(thread, Error::TypeError, "an integer is required");
  signals_of(self)->bits.set(static_cast<uint32_t>(value.as_int()));
  return true;
}

constexpr MethodDef kContextMethods[] = {{"__new__", "(cls, /, *args, **kwargs)", context_new, MethodDef::Static}};
constexpr MethodDef kSignalsMethods[] = {{"__new__", "(cls, /, *args, **kwargs)", signals_new, MethodDef::Static}};
constexpr GetSetDef kSignalsParts[] = {{"_bits", get_bits, set_bits}};
#define GILLAB_PART(name, part) {name, get_part<&DecimalContext::part>, set_part<&DecimalContext::part>}
constexpr GetSetDef kContextParts[] = {
    GILLAB_PART("prec", precision),
    GILLAB_PART("Emin", least),
    GILLAB_PART("Emax", most),
    GILLAB_PART("capitals", capitals),
    GILLAB_PART("clamp", clamp),
    {"rounding", get_rounding, set_rounding},
    {"flags", get_signals<&DecimalContext::flags>, set_signals<&DecimalContext::flags>},
    {"traps", get_signals<&DecimalContext::traps>, set_signals<&DecimalContext::traps>},
};
#undef GILLAB_PART

template <size_t methods, size_t parts>
Type* make_type(Thread& thread, const TypeDef& def, const MethodDef (&method_rows)[methods],
                const GetSetDef (&part_rows)[parts]) {
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, method_rows);
  add_getsets(thread, type, part_rows);
  finish_type(thread, type);
  return type;
}

// --- functions of the module

Ref getcontext(Thread& thread, Args, uint32_t, Tuple*) { return decimal_context(thread); }

// What Python adds to the classes of this module, which scripts cannot change.
Ref complete(Thread& thread, Args args, uint32_t, Tuple*) {
  DecimalTypes& types = decimal_types(thread);
  const bool ours = args[0] == Value::object(types.number) || args[0] == Value::object(types.context);
  if (!ours || !is_exact<Str>(args[1])) return raise(thread, Error::TypeError, "a class of _decimal and a name are needed");
  Str* name = intern(thread, as<Str>(args[1]));
  if (!name || !set_type_attribute(thread, as<Type>(args[0]), name, args[2])) return {};
  if (equals_ascii(name, "_current")) types.variable = args[2];
  return Ref::none();
}

// Messages call the class decimal.SignalDict, as they do classes made in C++.
Ref name_in_messages(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Type>(args[0])) return raise(thread, Error::TypeError, "a class is needed");
  as<Type>(args[0])->native_name = "decimal.SignalDict";
  return Ref::none();
}

const MethodDef kFunctions[] = {{"complete", "(cls, name, value, /)", complete},
                                {"copy", "(cls, number, /)", copy_number},
                                {"getcontext", "()", getcontext},
                                {"make", "(sign, coefficient, exponent, special=0, /)", make_number},
                                {"name_in_messages", "(cls, /)", name_in_messages}};

}  // namespace

const Layout kSignalsLayout = {"SignalDict", sizeof(Signals), false, destroy_signals};

DecimalTypes& decimal_types(Thread& thread) { return *module_types(thread).decimals; }

bool is_decimal_context(Value value) {
  return has_layout(value, kDecimalContextLayout) && !context_of(value)->flags.peek().is_empty() &&
         !context_of(value)->traps.peek().is_empty();
}

int64_t rounding_named(Thread& thread, Value name) {
  const DecimalTypes& types = decimal_types(thread);
  for (int64_t i = 0; i < static_cast<int64_t>(std::size(kRoundings)); ++i) {
    if (name == Value::object(types.roundings[i])) return i;
  }
  for (int64_t i = 0; is<Str>(name) && i < static_cast<int64_t>(std::size(kRoundings)); ++i) {
    if (equals_ascii(as<Str>(name), kRoundings[i])) return i;
  }
  return -1;
}

Ref decimal_context(Thread& thread) {
  const DecimalTypes& types = decimal_types(thread);
  Context* here = current_context(thread);
  if (!here) return {};
  if (types.variable.is_empty()) return raise(thread, Error::RuntimeError, "decimal is not imported");
  Ref variables = context_variables(here), found;
  const int64_t hash = hash_of_identity(types.variable.as_object());
  const Found answer = dict_get_hashed(thread, variables.as<Dict>(), types.variable, hash, &found);
  if (answer == Found::Yes && !is_decimal_context(found.get())) return raise(thread, Error::TypeError, "argument must be a context");
  return answer == Found::No ? call_slow(thread, types.context, "_first_here", nullptr, 0) : std::move(found);
}

Ref call_slow(Thread& thread, Type* type, const char* name, Args args, uint32_t count) {
  Str* interned = intern(thread, name);
  Ref function = interned ? find_in_type(thread, type, interned).share() : Ref();
  if (!function) return thread.has_exception() ? Ref() : Ref(raise(thread, Error::AttributeError, "{}", name));
  return call(thread, function.get(), args, count);
}

Ref settle(Thread& thread, const DecimalContext* context, const Result& result) {
  if (result.status != 0) {
    if ((signals_of(context->traps.peek())->bits.get() & result.status) != 0) return {};
    Cell<uint32_t>& flags = signals_of(context->flags.peek())->bits;
    if (const uint32_t before = flags.get(); (before | result.status) != before) flags.set(before | result.status);
  }
  return new_number(thread, result.sign, result.coefficient, result.exponent);
}

static bool make_types(Thread& thread) {
  auto& slot = module_types(thread).decimals;
  if (slot) return true;
  slot = std::make_shared<DecimalTypes>();
  DecimalTypes* types = slot.get();
  types->number = make_number_type(thread);
  types->context = make_type(thread, {"decimal.Context", "decimal", &kDecimalContextLayout, kBaseType | kOwnGuards,
                                      Kind::Extension, "How arithmetic rounds, what it signals and which signals raise."},
                             kContextMethods, kContextParts);
  types->signals = make_type(thread, {"_decimal.Signals", "_decimal", &kSignalsLayout, kBaseType | kOwnGuards},
                             kSignalsMethods, kSignalsParts);
  bool named = true;
  for (size_t i = 0; i < std::size(kRoundings); ++i) {
    types->roundings[i] = intern(thread, std::string_view(kRoundings[i]));
    named = named && types->roundings[i];
  }
  const bool made = named && types->number && types->context && types->signals;
  if (!made) slot.reset();
  return made;
}

bool init__decimal(Thread& thread, Module* module) {
  if (!make_types(thread)) return false;
  const DecimalTypes& types = decimal_types(thread);
  return add_value(thread, module, "Decimal", Ref::share(types.number)) &&
         add_value(thread, module, "Context", Ref::share(types.context)) &&
         add_value(thread, module, "Signals", Ref::share(types.signals)) && add_functions(thread, module, kFunctions) &&
         import_contexts(thread);
}

}  // namespace gillab
