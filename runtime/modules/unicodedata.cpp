// unicodedata: the functions scripts call. Names come from the compiler's table (vm/names_module.cpp).
#include <algorithm>
#include <string>

#include "runtime/bytes.h"
#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/unicodedata.h"
#include "runtime/native.h"
#include "runtime/operations.h"

namespace gillab {

namespace {

using Args = const Value*;
constexpr char32_t kNone = ~char32_t{0};

// The code point of an argument that is one character. kNone: an error is set.
char32_t character_of(Thread& thread, Value value, const char* argument) {
  if (is<Str>(value) && as<Str>(value)->length == 1) return as<Str>(value)->at(0);
  raise(thread, Error::TypeError, "{} must be a unicode character, not {}", argument, type_name(thread, value));
  return kNone;
}

// The kind of the argument. Null: an error is set.
const UnicodeTables::Kind* kind_of(Thread& thread, Args args, const char* argument) {
  const UnicodeTables* tables = unicode_tables(thread);
  const char32_t code = tables ? character_of(thread, args[0], argument) : kNone;
  return code == kNone ? nullptr : &tables->kind_of(code);
}

Ref category(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables::Kind* kind = kind_of(thread, args, "category() argument");
  return kind ? Ref::share(kind->category) : Ref();
}
Ref bidirectional(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables::Kind* kind = kind_of(thread, args, "bidirectional() argument");
  return kind ? Ref::share(kind->bidirectional) : Ref();
}
Ref combining(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables::Kind* kind = kind_of(thread, args, "combining() argument");
  return kind ? make_int(thread, kind->combining) : Ref();
}
Ref east_asian_width(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables::Kind* kind = kind_of(thread, args, "east_asian_width() argument");
  return kind ? Ref::share(kind->width) : Ref();
}
Ref mirrored(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables::Kind* kind = kind_of(thread, args, "mirrored() argument");
  return kind ? make_int(thread, kind->mirrored) : Ref();
}

Ref decomposition(Thread& thread, Args args, uint32_t, Tuple*) {
  const UnicodeTables* tables = unicode_tables(thread);
  const char32_t code = tables ? character_of(thread, args[0], "decomposition() argument") : kNone;
  if (code == kNone) return {};
  const UnicodeTables::Decomposition* found = tables->decomposition_of(code);
  std::string text(found ? found->text : std::string_view());
  std::replace(text.begin(), text.end(), ',', ' ');
  return make_str(thread, text);
}

// (chr, default): the value of a number of one of those kinds. Empty with no error: it has none, and there is no default.
Ref number_of(Thread& thread, Args args, const char* argument, std::string_view kinds, const char* message, bool as_float) {
  const UnicodeTables* tables = unicode_tables(thread);
  const char32_t code = tables ? character_of(thread, args[0], argument) : kNone;
  if (code == kNone) return {};
  const auto found = tables->numbers.find(code);
  if (found == tables->numbers.end() || kinds.find(found->second.kind) == std::string_view::npos) {
    return args[1].is_empty() ? raise(thread, Error::ValueError, message) : Ref::share(args[1]);
  }
  const double value = found->second.value;
  return as_float ? make_float(thread, value) : make_int(thread, static_cast<int64_t>(value));
}
Ref decimal(Thread& thread, Args args, uint32_t, Tuple*) {
  return number_of(thread, args, "decimal() argument 1", "d", "not a decimal", false);
}
Ref digit(Thread& thread, Args args, uint32_t, Tuple*) {
  return number_of(thread, args, "digit() argument 1", "dg", "not a digit", false);
}
Ref numeric(Thread& thread, Args args, uint32_t, Tuple*) {
  return number_of(thread, args, "numeric() argument 1", "dgn", "not a numeric character", true);
}

Ref name(Thread& thread, Args args, uint32_t, Tuple*) {
  if (character_of(thread, args[0], "name() argument 1") == kNone) return {};
  Ref function = attribute_of_module(thread, "_unicode_names", "name");
  Ref found = function ? call(thread, function.get(), args[0]) : Ref();
  if (!found || !found.get().is_none()) return found;
  return args[1].is_empty() ? raise(thread, Error::ValueError, "no such name") : Ref::share(args[1]);
}

Ref lookup(Thread& thread, Args args, uint32_t, Tuple*) {
  Ref text = Ref::share(args[0]);
  if (is<Bytes>(args[0])) text = make_str(thread, as<Bytes>(args[0])->view());
  if (!text) return {};
  if (!is<Str>(text.get())) {
    return raise(thread, Error::TypeError, "a bytes-like object is required, not '{}'", type_name(thread, args[0]));
  }
  Ref function = attribute_of_module(thread, "_unicode_names", "lookup");
  Ref found = function ? call(thread, function.get(), text.get()) : Ref();
  if (!found || !found.get().is_none()) return found;
  Ref message = format_text(thread, "undefined character name '{}'", {FormatArg(text.get())});
  return message ? raise_object(thread, Error::KeyError, message.get()) : Failed();
}

bool read_form(Thread& thread, Value value, const char* argument, UnicodeForm* form) {
  Str* name = expect_str(thread, value, argument);
  if (!name) return false;
  for (const bool compatible : {false, true}) {
    for (const bool composed : {false, true}) {
      const std::string known = std::string(compatible ? "NFK" : "NF") + (composed ? "C" : "D");
      *form = {compatible, composed};
      if (equals_ascii(name, known)) return true;
    }
  }
  return raise(thread, Error::ValueError, "invalid normalization form");
}

Ref normalize(Thread& thread, Args args, uint32_t, Tuple*) {
  UnicodeForm form;
  Str* text = nullptr;
  if (!read_form(thread, args[0], "normalize() argument 1", &form)) return {};
  if (!(text = expect_str(thread, args[1], "normalize() argument 2"))) return {};
  const UnicodeTables* tables = unicode_tables(thread);
  return tables ? normalized(thread, *tables, text, form) : Ref();
}

Ref is_normalized(Thread& thread, Args args, uint32_t, Tuple*) {
  UnicodeForm form;
  Str* text = nullptr;
  if (!read_form(thread, args[0], "is_normalized() argument 1", &form)) return {};
  if (!(text = expect_str(thread, args[1], "is_normalized() argument 2"))) return {};
  const UnicodeTables* tables = unicode_tables(thread);
  Ref made = tables ? normalized(thread, *tables, text, form) : Ref();
  return made ? Ref::boolean(same_text(made.as<Str>(), text)) : Ref();
}

const MethodDef kFunctions[] = {
    {"category", "(chr, /)", category},
    {"bidirectional", "(chr, /)", bidirectional},
    {"combining", "(chr, /)", combining},
    {"east_asian_width", "(chr, /)", east_asian_width},
    {"mirrored", "(chr, /)", mirrored},
    {"decomposition", "(chr, /)", decomposition},
    {"decimal", "(chr, default=None, /)", decimal},
    {"digit", "(chr, default=None, /)", digit},
    {"numeric", "(chr, default=None, /)", numeric},
    {"name", "(chr, default=None, /)", name},
    {"lookup", "(name, /)", lookup},
    {"normalize", "(form, unistr, /)", normalize},
    {"is_normalized", "(form, unistr, /)", is_normalized},
};

constexpr Layout kUnusedLayout = {"UCD", sizeof(Object), false, [](Thread& thread, Object* object) {
                                    free_object(thread, object, sizeof(Object));
                                  }};

}  // namespace

bool init_unicodedata(Thread& thread, Module* module) {
  Type* other = make_native_type(thread, {"unicodedata.UCD", "unicodedata", &kUnusedLayout, kNoInstances}, nullptr);
  if (!other) return false;
  finish_type(thread, other);
  return add_functions(thread, module, kFunctions) && add_value(thread, module, "UCD", Ref::share(other)) &&
         add_value(thread, module, "unidata_version", make_str(thread, "14.0.0"));
}

}  // namespace gillab
