// _csv.Dialect: how fields are separated and quoted, checked when it is made.
#include <climits>

#include "runtime/classes/construct.h"
#include "runtime/classes/layouts.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/csv.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr Layout kLayout = FieldLayout<CsvDialect, &CsvDialect::line_end>::named("Dialect");

// In the order of the arguments of Dialect(); the first is a dialect to start from.
enum Part : uint8_t { kBase, kDelimiter, kDoubleQuote, kEscape, kLineEnd, kQuote, kQuotingPart, kSkipSpace, kStrict, kParts };
constexpr const char* kNames[kParts] = {"dialect", "delimiter", "doublequote", "escapechar", "lineterminator",
                                        "quotechar", "quoting", "skipinitialspace", "strict"};

struct Parts {
  Ref of[kParts];
  bool given(Part part) const { return static_cast<bool>(of[part]); }
  Value operator[](Part part) const { return of[part].get(); }
};

bool take_keyword(Thread& thread, Str* name, Value value, Parts* parts) {
  for (int i = 0; i < kParts; ++i) {
    if (!equals_ascii(name, kNames[i])) continue;
    if (parts->of[i]) return raise(thread, Error::TypeError, "argument for function given by name ('{}') and position ({})",
                                   name, i + 1);
    parts->of[i] = Ref::share(value);
    return true;
  }
  return raise(thread, Error::TypeError, "'{}' is an invalid keyword argument for this function", name);
}

bool read_call(Thread& thread, Args args, uint32_t count, Tuple* names, Parts* parts) {
  if (count > kParts) {
    return raise(thread, Error::TypeError, "function takes at most 9 arguments ({} given)", count);
  }
  for (uint32_t i = 0; i < count; ++i) parts->of[i] = Ref::share(args[i]);
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!take_keyword(thread, as<Str>(names->items[i]), args[count + i], parts)) return false;
  }
  return true;
}

bool ask_base(Thread& thread, Parts* parts) {
  for (int i = kDelimiter; i < kParts; ++i) {
    if (parts->of[i]) continue;
    parts->of[i] = get_attribute(thread, (*parts)[kBase], intern(thread, std::string_view(kNames[i])));
    if (!parts->of[i]) clear_exception(thread);
  }
  return true;
}

bool read_character(Thread& thread, const Parts& parts, Part part, char32_t usual, char32_t* result) {
  *result = usual;
  if (!parts.given(part)) return true;
  Value value = parts[part];
  *result = kNoCharacter;
  if (value.is_none() && part != kDelimiter) return true;
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "\"{}\" must be string{}, not {}", kNames[part],
                 part == kDelimiter ? "" : " or None", type_name(thread, value));
  }
  if (as<Str>(value)->length != 1) {
    return raise(thread, Error::TypeError, "\"{}\" must be a 1-character string", kNames[part]);
  }
  *result = as<Str>(value)->at(0);
  return true;
}

bool read_flag(Thread& thread, const Parts& parts, Part part, bool usual, bool* result) {
  Truth truth_value = parts.given(part) ? truth(thread, parts[part]) : truth_of(usual);
  *result = truth_value == Truth::Yes;
  return truth_value != Truth::Error;
}

bool read_quoting(Thread& thread, const Parts& parts, int64_t* result) {
  *result = 0;
  if (!parts.given(kQuotingPart)) return true;
  Value value = parts[kQuotingPart];
  if (value.is_bool() || !is_integer(value)) return raise(thread, Error::TypeError, "\"quoting\" must be an integer");
  if (fits_int64(value, result) && *result >= INT_MIN && *result <= INT_MAX) return true;
  return raise(thread, Error::OverflowError, "Python int too large to convert to C int");
}

bool read_line_end(Thread& thread, const Parts& parts, CsvDialect* dialect) {
  if (!parts.given(kLineEnd)) {
    dialect->line_end.init(make_str(thread, "\r\n"));
    return true;
  }
  Value value = parts[kLineEnd];
  dialect->line_end.init_empty();
  if (value.is_none()) return true;
  if (!is<Str>(value)) return raise(thread, Error::TypeError, "\"lineterminator\" must be a string");
  dialect->line_end.init(Ref::share(value));
  return true;
}

bool check(Thread& thread, const Parts& parts, int64_t quoting, CsvDialect* dialect) {
  if (quoting < 0 || quoting > 3) return raise(thread, Error::TypeError, "bad \"quoting\" value");
  dialect->quoting = static_cast<Quoting>(quoting);
  if (parts.given(kQuote) && parts[kQuote].is_none() && !parts.given(kQuotingPart)) dialect->quoting = Quoting::None;
  if (dialect->has_quotes() && dialect->quote == kNoCharacter) {
    return raise(thread, Error::TypeError, "quotechar must be set if quoting enabled");
  }
  if (dialect->line_end.peek().is_empty()) return raise(thread, Error::TypeError, "lineterminator must be set");
  return true;
}

uint8_t work_out_marks(const CsvDialect* dialect, char32_t c) {
  uint8_t marks = 0;
  if (c == dialect->delimiter || c == dialect->escape || c == '\n' || c == '\r') marks |= kEndsPlain;
  if (c == dialect->escape || (dialect->has_quotes() && c == dialect->quote)) marks |= kEndsQuoted;
  bool special = c == dialect->delimiter || c == dialect->escape || c == dialect->quote;
  const Str* line_end = as<Str>(dialect->line_end.peek());
  for (size_t i = 0; i < line_end->length; ++i) special = special || c == line_end->at(i);
  return special ? marks | kNeedsQuotes : marks;
}

bool fill(Thread& thread, const Parts& parts, CsvDialect* dialect) {
  int64_t quoting;
  dialect->line_end.init_empty();
  if (!read_character(thread, parts, kDelimiter, ',', &dialect->delimiter) ||
      !read_flag(thread, parts, kDoubleQuote, true, &dialect->double_quote) ||
      !read_character(thread, parts, kEscape, kNoCharacter, &dialect->escape) ||
      !read_line_end(thread, parts, dialect) || !read_character(thread, parts, kQuote, '"', &dialect->quote) ||
      !read_quoting(thread, parts, &quoting) || !read_flag(thread, parts, kSkipSpace, false, &dialect->skip_space) ||
      !read_flag(thread, parts, kStrict, false, &dialect->strict) || !check(thread, parts, quoting, dialect)) {
    return false;
  }
  for (char32_t c = 0; c < 256; ++c) dialect->marks[c] = work_out_marks(dialect, c);
  return true;
}

Ref make_dialect(Thread& thread, Type* type, Parts* parts) {
  if (parts->given(kBase) && is<Str>((*parts)[kBase])) {
    parts->of[kBase] = find_dialect(thread, (*parts)[kBase]);
    if (!parts->of[kBase]) return {};
  }
  bool changed = false;
  for (int i = kDelimiter; i < kParts; ++i) changed = changed || parts->of[i];
  if (parts->given(kBase)) {
    if (!changed && has_layout((*parts)[kBase], kLayout)) return parts->of[kBase].share();
    if (!ask_base(thread, parts)) return {};
  }
  auto* dialect = static_cast<CsvDialect*>(allocate_instance(thread, type, 0));
  if (!dialect) return {};
  Ref owner = Ref::own(dialect);
  return fill(thread, *parts, dialect) ? std::move(owner) : Ref();
}

Ref dialect_new(Thread& thread, Args args, uint32_t count, Tuple* names) {
  Type* type = count == 0 ? nullptr : class_argument(thread, args[0], csv_types(thread).dialect);
  Parts parts;
  if (!type || !read_call(thread, args + 1, count - 1, names, &parts)) return {};
  return make_dialect(thread, type, &parts);
}

CsvDialect* self_of(Value self) { return static_cast<CsvDialect*>(self.as_object()); }

template <char32_t CsvDialect::*kCharacter>
Ref get_character(Thread& thread, Value self) {
  char32_t c = self_of(self)->*kCharacter;
  return c == kNoCharacter ? Ref::none() : make_character(thread, c);
}
template <bool CsvDialect::*kFlag>
Ref get_flag(Thread&, Value self) { return Ref::boolean(self_of(self)->*kFlag); }
bool refuse(Thread& thread, Value, Value) { return raise(thread, Error::AttributeError, "readonly attribute"); }

Ref get_line_end(Thread&, Value self) { return self_of(self)->line_end.take(); }
Ref get_quoting(Thread& thread, Value self) { return make_int(thread, static_cast<int>(self_of(self)->quoting)); }

Ref refuse_pickling(Thread& thread, Args args, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "cannot pickle '{}' instances", short_type_name(thread, args[0]));
}

constexpr MethodDef kMethods[] = {{"__new__", "*", dialect_new, MethodDef::Static},
                                  {"__reduce__", "(self, /)", refuse_pickling},
                                  {"__reduce_ex__", "(self, protocol, /)", refuse_pickling}};
constexpr GetSetDef kGetSets[] = {
    {"delimiter", get_character<&CsvDialect::delimiter>},
    {"escapechar", get_character<&CsvDialect::escape>},
    {"lineterminator", get_line_end},
    {"quotechar", get_character<&CsvDialect::quote>},
    {"quoting", get_quoting},
    {"doublequote", get_flag<&CsvDialect::double_quote>, refuse},
    {"skipinitialspace", get_flag<&CsvDialect::skip_space>, refuse},
    {"strict", get_flag<&CsvDialect::strict>, refuse},
};

}  // namespace

uint8_t CsvDialect::marks_of(char32_t c) const { return c < 256 ? marks[c] : work_out_marks(this, c); }

Ref dialect_from_call(Thread& thread, Args args, uint32_t count, Tuple* names, uint32_t first) {
  Parts parts;
  if (count > first) parts.of[kBase] = Ref::share(args[first]);
  for (size_t i = 0; names && i < names->length; ++i) {
    if (!take_keyword(thread, as<Str>(names->items[i]), args[count + i], &parts)) return {};
  }
  return make_dialect(thread, csv_types(thread).dialect, &parts);
}

bool takes_source_and_dialect(Thread& thread, uint32_t count) {
  if (count == 1 || count == 2) return true;
  return raise(thread, Error::TypeError, " expected at {} argument{}, got {}", count < 1 ? "least 1" : "most 2",
               count < 1 ? "" : "s", count);
}

Type* make_dialect_type(Thread& thread) {
  static constexpr char kDoc[] = "How the fields of a table's rows are separated and quoted.";
  Type* type = make_native_type(
      thread, {"_csv.Dialect", "_csv", &kLayout, kBaseType | kOwnGuards, Kind::Extension, kDoc}, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kGetSets);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
