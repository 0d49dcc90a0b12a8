// Signatures of natives: read when first needed, bound by position in the common case, and CPython's words for every
// way in which arguments can fail to fit. What a native does is not known here.
#include "runtime/core/parameters.h"

#include <algorithm>
#include <memory>

#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/str.h"

namespace gillab {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The end of one parameter: a comma outside brackets and quotes, or the end of the text.
size_t end_of_parameter(std::string_view text) {
  int depth = 0;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quote) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth == 0) {
      return i;
    }
  }
  return text.size();
}

struct Reader {
  Thread& thread;
  Parameters& result;
  bool keyword_only = false;
  bool complete = true;  // false: a name could not be made

  void add(std::string_view text) {
    assert(result.places < kMaxPlaces);
    size_t equals = text.find('=');
    bool has_default = equals != std::string_view::npos;
    std::string_view name = trimmed(text.substr(0, equals));
    if (!name.empty() && name.front() == '$') name.remove_prefix(1);
    result.required[result.places] = !has_default;
    result.names[result.places] = intern(thread, name);
    complete = complete && result.names[result.places];
    ++result.places;
    if (keyword_only) {
      result.by_keyword = true;
      return;
    }
    result.positional = result.places;
    if (!has_default) result.minimum = result.places;
  }

  void add_star(std::string_view text) {
    bool keywords = text.size() > 1 && text[1] == '*';
    keyword_only = true;
    if (text == "*") return;
    (keywords ? result.keywords : result.rest) = static_cast<int16_t>(result.places);
    result.names[result.places] = nullptr;
    result.required[result.places++] = false;
    if (keywords) result.by_keyword = true;
  }

  void read(std::string_view text) {
    while (!text.empty()) {
      size_t end = end_of_parameter(text);
      std::string_view one = trimmed(text.substr(0, end));
      text = end < text.size() ? text.substr(end + 1) : std::string_view();
      if (one == "/")
        result.positional_only = result.places;
      else if (!one.empty() && one[0] == '*')
        add_star(one);
      else if (!one.empty())
        add(one);
    }
  }
};

// What follows from the rest.
void complete(Parameters* parameters, bool has_self) {
  if (has_self && parameters->positional_only == 0) parameters->positional_only = 1;
  if (parameters->positional > parameters->positional_only) parameters->by_keyword = true;
  parameters->takes_defaults = parameters->rest < 0 && parameters->keywords < 0;
  for (uint32_t i = parameters->positional; i < parameters->places; ++i) {
    if (parameters->required[i]) parameters->takes_defaults = false;
  }
}

void publish(Native* native, Parameters* parameters) {
  bool raw = native->maximum == Native::kRaw;
  if (!raw) {
    native->minimum = parameters->minimum;
    native->maximum = parameters->positional;
  }
  native->parameters.set(parameters);
  if (!raw) native->only_positional.set(parameters->places == parameters->positional);
}

}  // namespace

bool parse_signature(Thread& thread, Native* native) {
  if (native->parameters.get()) [[likely]]
    return true;
  auto made = std::make_unique<Parameters>();
  Parameters* parameters = made.get();
  parameters->rest = parameters->keywords = -1;
  parameters->is_new = native->owner && native->flag == MethodDef::Static && !std::strcmp(native->name, "__new__");
  bool has_self = native->owner && (native->flag != MethodDef::Static || parameters->is_new);
  parameters->hidden = has_self;
  const bool raw = native->signature[0] == '*';  // what maximum says: another thread may be writing that
  std::string_view text = raw ? "()" : native->signature;
  Reader reader{thread, *parameters};
  reader.read(text.substr(1, text.rfind(')') - 1));
  if (!reader.complete) return false;
  if (!raw) complete(parameters, has_self);
  Guard guard(native->header);
  if (native->parameters.get()) return true;  // another thread was faster
  publish(native, made.release());
  return true;
}

void free_parameters(Parameters* parameters) { delete parameters; }

// --- what messages say

// Types of modules are called "collections.deque" in other messages.
static std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

std::string_view bare_name(const Native* native) {
  std::string_view name = native->name;
  if (native->owner && (name == "__new__" || name == "__init__")) return last_part(name_of_type(native->owner));
  return name;
}

Ref full_name(Thread& thread, const Native* native) {
  if (native->owner) {
    std::string_view name = native->name;
    if (name == "__new__" || name == "__init__") return make_str(thread, last_part(name_of_type(native->owner)));
    return format_text(thread, "{}.{}", {last_part(name_of_type(native->owner)), name});
  }
  Value module = native->module.peek();
  if (is<Str>(module) && !equals_ascii(as<Str>(module), "builtins")) {
    return format_text(thread, "{}.{}", {module, native->name});
  }
  return make_str(thread, native->name);
}

namespace {

const char* plural(int64_t count) { return count == 1 ? "" : "s"; }

// Functions whose messages CPython words in the older way although they take no keywords.
bool worded_as_parsed(const Native* native) {
  static constexpr std::string_view kNames[] = {"find", "rfind", "index", "rindex", "count", "startswith", "endswith"};
  if (!native->owner) return false;
  Kind kind = native->owner->instance_kind;
  if (kind != Kind::Str && kind != Kind::Bytes && kind != Kind::ByteArray) return false;
  for (std::string_view name : kNames) {
    if (name == native->name) return true;
  }
  return false;
}

bool is_constructor(const Native* native) { return bare_name(native) != native->name; }

// Operators whose arguments CPython unpacks by a function that is given an empty name to say.
bool is_unpacked(const Native* native) {
  static constexpr std::string_view kNames[] = {"__setattr__", "__setitem__", "__set__", "__get__",
                                                "__pow__",     "__rpow__",    "__ipow__"};
  static constexpr std::string_view kRepetitions[] = {"__mul__", "__rmul__", "__imul__"};
  std::string_view name = native->name;
  if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
  bool repetition = std::find(std::begin(kRepetitions), std::end(kRepetitions), name) != std::end(kRepetitions);
  Kind kind = native->owner->instance_kind;
  return repetition && kind != Kind::Int && kind != Kind::Float && kind != Kind::Complex;
}

Failed wrong_count(Thread& thread, Native* native, int64_t minimum, int64_t maximum, int64_t given) {
  bool too_few = given < minimum;
  int64_t bound = too_few ? minimum : maximum;
  const char* how = minimum == maximum ? "" : too_few ? "at least " : "at most ";
  if (type_of(native) == thread.types().native_slot && !is_constructor(native)) {
    return raise(thread, Error::TypeError, "{}expected {}{} argument{}, got {}", is_unpacked(native) ? " " : "", how,
                 bound, plural(bound), given);
  }
  if (worded_as_parsed(native)) {
    return raise(thread, Error::TypeError, "{}() takes {}{} argument{} ({} given)", native->name,
                 minimum == maximum ? "exactly " : how, bound, plural(bound), given);
  }
  if (!is_constructor(native) && minimum == maximum && maximum <= 1) {
    Ref name = full_name(thread, native);
    return raise(thread, Error::TypeError, "{}() takes {} ({} given)", name.get(),
                 maximum == 0 ? "no arguments" : "exactly one argument", given);
  }
  return raise(thread, Error::TypeError, "{} expected {}{} argument{}, got {}", bare_name(native), how, bound,
               plural(bound), given);
}

Failed no_keywords(Thread& thread, Native* native) {
  if (type_of(native) == thread.types().native_slot && !is_constructor(native)) {
    return raise(thread, Error::TypeError, "wrapper {}() takes no keyword arguments", native->name);
  }
  if (native->parameters.get()->rest >= 0) {
    return raise(thread, Error::TypeError, "{}() takes no keyword arguments", bare_name(native));
  }
  Ref name = full_name(thread, native);
  return raise(thread, Error::TypeError, "{}() takes no keyword arguments", name.get());
}

Failed wrong_positional(Thread& thread, Native* native, int64_t minimum, int64_t maximum, int64_t given) {
  int64_t bound = given < minimum ? minimum : maximum;
  std::string_view name = bare_name(native);
  if (!native->owner && name == "sorted") {
    return raise(thread, Error::TypeError, "sorted expected 1 argument, got {}", given);
  }
  if (maximum == 0) return raise(thread, Error::TypeError, "{}() takes no positional arguments", name);
  const char* how = minimum == maximum ? "exactly" : given < minimum ? "at least" : "at most";
  return raise(thread, Error::TypeError, "{}() takes {} {} positional argument{} ({} given)", name, how, bound,
               plural(bound), given);
}

// One call's binding of a native that takes keywords.
struct Binder {
  Thread& thread;
  Native* native;
  const Parameters& parameters;
  const Value* args;
  uint32_t count;
  Tuple* names;
  Value* places;
  Ref* rest;
  Ref* keywords;

  int64_t hidden() const { return parameters.hidden; }
  int64_t given() const { return int64_t{count} - hidden(); }
  int64_t keyword_count() const { return names ? static_cast<int64_t>(names->length) : 0; }

  bool bind() {
    if (!check_counts()) return false;
    uint32_t by_position = count < parameters.positional ? count : parameters.positional;
    for (uint32_t i = 0; i < by_position; ++i) places[i] = args[i];
    for (uint32_t i = by_position; i < parameters.places; ++i) places[i] = Value::empty();
    if (!fill_rest(by_position)) return false;
    int64_t unplaced = names ? place_keywords() : 0;
    if (!check_missing(by_position)) return false;
    return unplaced == 0 || take_others(by_position);
  }

  bool check_counts() const {
    int64_t named = parameters.places - hidden() - (parameters.rest >= 0) - (parameters.keywords >= 0);
    int64_t maximum = parameters.positional - hidden();
    if (parameters.rest < 0) {
      int64_t total = given() + keyword_count();
      if (parameters.keywords < 0 && total > named) return too_many(named, total);
      const int64_t least = std::min<int64_t>(parameters.minimum, parameters.positional);
      if (given() > maximum) return wrong_positional(thread, native, least - hidden(), maximum, given());
    }
    int64_t needed = 0;  // only what cannot be given by keyword
    for (uint32_t i = parameters.hidden; i < parameters.positional_only; ++i) needed += parameters.required[i];
    if (given() < needed) return wrong_positional(thread, native, needed, maximum, given());
    return true;
  }

  Failed too_many(int64_t named, int64_t total) const {
    if (!native->owner && bare_name(native) == "sorted") return wrong_positional(thread, native, 1, 1, given());
    return raise(thread, Error::TypeError, "{}() takes at most {} {}argument{} ({} given)", bare_name(native), named,
                 given() == 0 ? "keyword " : "", plural(named), total);
  }

  bool fill_rest(uint32_t by_position) {
    if (parameters.rest >= 0) {
      *rest = make_tuple(thread, args + by_position, count - by_position);
      if (!*rest) return false;
      places[parameters.rest] = rest->get();
    }
    if (parameters.keywords >= 0) {
      *keywords = make_dict(thread);
      if (!*keywords) return false;
      places[parameters.keywords] = keywords->get();
    }
    return true;
  }

  int find(Value name) const {
    const Str* wanted = as<Str>(name);
    for (int i = parameters.positional_only; i < parameters.places; ++i) {
      if (parameters.names[i] == wanted) return i;
    }
    for (int i = parameters.positional_only; i < parameters.places; ++i) {
      if (parameters.names[i] && same_text(parameters.names[i], wanted)) return i;
    }
    return -1;
  }

  // The number of keywords that have no place of their own, or a taken one.
  int64_t place_keywords() {
    int64_t unplaced = 0;
    for (uint64_t i = 0; i < names->length; ++i) {
      int place = find(names->items[i]);
      if (place >= 0 && places[place].is_empty())
        places[place] = args[count + i];
      else
        ++unplaced;
    }
    return unplaced;
  }

  bool check_missing(uint32_t by_position) const {
    for (uint32_t i = by_position; i < parameters.places; ++i) {
      if (!parameters.required[i] || !places[i].is_empty()) continue;
      if (is_constructor(native) && native->owner == thread.types().enumerate) {
        return raise(thread, Error::TypeError, "enumerate() missing required argument 'iterable'");
      }
      return raise(thread, Error::TypeError, "{}() missing required argument '{}' (pos {})", bare_name(native),
                   parameters.names[i], int64_t{i} + 1 - hidden());
    }
    return true;
  }

  bool take_others(uint32_t by_position) {
    for (uint64_t i = 0; i < names->length; ++i) {
      Value name = names->items[i];
      int place = find(name);
      if (place >= static_cast<int>(by_position)) continue;
      if (place >= 0) {
        return raise(thread, Error::TypeError, "argument for {}() given by name ('{}') and position ({})",
                     bare_name(native), name, place + 1 - hidden());
      }
      if (parameters.keywords < 0) {
        std::string_view function = bare_name(native);
        return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for {}()", name,
                     function == "sorted" ? "sort" : function);  // sorted passes its keywords on
      }
      if (!dict_set(thread, keywords->as<Dict>(), name, Ref::share(args[count + i]))) return false;
    }
    return true;
  }
};

}  // namespace

bool bind_arguments(Thread& thread, Native* native, const Value* args, uint32_t count, Tuple* names, Value* places,
                    Ref* rest, Ref* keywords) {
  const Parameters& parameters = *native->parameters.get();
  if (!parameters.by_keyword) {
    if (names) return no_keywords(thread, native);
    int64_t hidden = parameters.hidden;
    bool too_many = parameters.rest < 0 && count > parameters.positional;
    if (count < parameters.minimum || too_many) {
      int64_t maximum = parameters.rest < 0 ? parameters.positional : INT64_MAX;
      return wrong_count(thread, native, parameters.minimum - hidden, maximum - hidden, count - hidden);
    }
  }
  return Binder{thread, native, parameters, args, count, names, places, rest, keywords}.bind();
}

}  // namespace gillab
