// Pattern objects: matching, searching and splitting; scanners, which finditer uses too.
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/memory.h"
#include "runtime/modules/regex.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::regex {

namespace {

constexpr size_t kShownCharacters = 200;

struct Scanner : Object {
  Field pattern;
  Field string;
  int64_t first;  // where it began: pos of its matches
  int64_t start;  // -1: the last match was not found
  int64_t end;
  bool must_advance;
};

void destroy_pattern(Thread& thread, Object* object) {
  auto* self = static_cast<Pattern*>(object);
  self->pattern.clear();
  self->group_index.clear();
  self->names.clear();
  self->template_text.clear();
  delete self->replacement;
  delete self->compiled;
  free_object(thread, object, sizeof(Pattern));
}

void destroy_scanner(Thread& thread, Object* object) {
  auto* self = static_cast<Scanner*>(object);
  self->pattern.clear();
  self->string.clear();
  free_object(thread, object, sizeof(Scanner));
}

const Layout kPatternLayout = {"re.Pattern", sizeof(Pattern), false, destroy_pattern};
const Layout kScannerLayout = {"_sre.SRE_Scanner", sizeof(Scanner), false, destroy_scanner};

bool read_bounds(Thread& thread, const Value* args, int64_t* start, int64_t* end) {
  *start = 0;
  *end = INT64_MAX;
  return (args[0].is_empty() || index_as_int64(thread, args[0], start, true)) &&
         (args[1].is_empty() || index_as_int64(thread, args[1], end, true));
}

template <Mode mode>
Ref match_once(Thread& thread, const Value* args) {
  int64_t start, end;
  if (!read_bounds(thread, args + 2, &start, &end)) return {};
  Subject subject(thread, as_pattern(args[0]), args[1], start, end);
  bool found;
  if (!subject.ok() || !subject.find(mode, false, &found)) return {};
  return found ? subject.make_match() : Ref::none();
}

// What findall and split take of a match: the whole, the one group, or all groups.
Ref found_text(Thread& thread, const Subject& subject, Pattern* pattern, Value empty) {
  if (pattern->groups <= 1) return subject.group_or(pattern->groups, empty);
  Tuple* tuple = new_tuple(thread, pattern->groups);
  if (!tuple) return {};
  Ref owned = Ref::own(tuple);
  for (uint32_t i = 0; i < pattern->groups; ++i) {
    Ref text = subject.group_or(i + 1, empty);
    if (!text) return {};
    tuple->items[i] = text.release();
  }
  return owned;
}

Scanner* as_scanner(Value value) { return reinterpret_cast<Scanner*>(value.as_object()); }

Ref scan(Thread& thread, Scanner* scanner, Mode mode) {
  if (scanner->start < 0) return Ref::none();
  Subject subject(thread, as_pattern(scanner->pattern.peek()), scanner->string.peek(), scanner->start, scanner->end);
  Steps steps{scanner->must_advance};
  bool found;
  if (!subject.ok() || !steps.next(&subject, &found, mode)) return {};
  if (!found) {
    scanner->start = -1;
    return Ref::none();
  }
  scanner->must_advance = steps.must_advance;
  scanner->start = subject.start();
  Ref match = subject.make_match();
  if (match) as_match(match.get())->position = scanner->first;
  return match;
}

Ref scanner_match(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return scan(thread, as_scanner(args[0]), Mode::Match);
}
Ref scanner_search(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return scan(thread, as_scanner(args[0]), Mode::Search);
}
Ref scanner_pattern(Thread&, Value self) { return as_scanner(self)->pattern.take(); }

// finditer's iterator: a scanner whose end is that of an iteration.
Ref iterator_self(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref iterator_next(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref match = scanner_search(thread, args, 1, nullptr);
  return match && match.get().is_none() ? Ref::exhausted() : std::move(match);
}

Ref pattern_sub(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return substitute(thread, as_pattern(args[0]), args[1], args[2], args[3], false);
}
Ref pattern_subn(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return substitute(thread, as_pattern(args[0]), args[1], args[2], args[3], true);
}

Ref new_scanner(Thread& thread, Type* type, Value pattern, Value string, int64_t start, int64_t end) {
  Subject subject(thread, as_pattern(pattern), string, start, end);
  if (!subject.ok()) return {};
  auto* scanner = static_cast<Scanner*>(allocate_object(thread, type->root, sizeof(Scanner)));
  if (!scanner) return {};
  scanner->pattern.init(Ref::share(pattern));
  scanner->string.init(Ref::share(string));
  scanner->first = scanner->start = subject.start();
  scanner->end = subject.end();
  scanner->must_advance = false;
  return Ref::own(scanner);
}

Ref pattern_scanner(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t start, end;
  if (!read_bounds(thread, args + 2, &start, &end)) return {};
  return new_scanner(thread, types_of(thread).scanner, args[0], args[1], start, end);
}

void add_flag_names(std::string* text, uint32_t flags, bool is_text) {
  static const char* const kNames[] = {"TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
                                       "UNICODE",  "VERBOSE",    "DEBUG",  "ASCII"};
  if (is_text && (flags & kTypeFlags) == kUnicode) flags &= ~kUnicode;
  const char* separator = ", re.";
  for (unsigned i = 0; i < 9; ++i) {
    if (!(flags & 1u << i)) continue;
    *text += std::string(separator) + kNames[i];
    separator = "|re.";
  }
}

Ref pattern_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pattern* self = as_pattern(args[0]);
  Ref shown = repr(thread, self->pattern.peek());
  if (shown && shown.as<Str>()->length > kShownCharacters) {
    shown = substring(thread, shown.as<Str>(), 0, kShownCharacters);
  }
  if (!shown) return {};
  std::string flags;
  add_flag_names(&flags, self->flags, self->is_text);
  return format_text(thread, "re.compile({}{})", {shown.as<Str>(), std::string_view(flags)});
}

Ref pattern_equal(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (type_of(thread, args[1]) != types_of(thread).pattern) return Ref::not_implemented();
  Pattern *left = as_pattern(args[0]), *right = as_pattern(args[1]);
  if (left->flags != right->flags || left->is_text != right->is_text) return Ref::boolean(false);
  Truth same = equal(thread, left->pattern.peek(), right->pattern.peek());
  return same == Truth::Error ? Ref() : Ref::boolean(same == Truth::Yes);
}

Ref pattern_hash(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t value;
  Pattern* self = as_pattern(args[0]);
  if (!hash(thread, self->pattern.peek(), &value)) return {};
  return make_int(thread, hash_int((value ^ self->flags) & kHashModulus));
}

Ref pattern_self(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }
Ref pattern_alias(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_generic_alias(thread, args[0], args[1]);
}

Ref get_text(Thread&, Value self) { return as_pattern(self)->pattern.take(); }
Ref get_flags(Thread& thread, Value self) { return make_int(thread, as_pattern(self)->flags); }
Ref get_groups(Thread& thread, Value self) { return make_int(thread, as_pattern(self)->groups); }
Ref get_group_index(Thread& thread, Value self) {
  return make_mapping_proxy(thread, as_pattern(self)->group_index.peek());
}

const MethodDef kMethods[] = {
    {"match", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_match},
    {"fullmatch", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_fullmatch},
    {"search", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_search},
    {"findall", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_findall},
    {"finditer", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_finditer},
    {"scanner", "(self, /, string, pos=0, endpos=9223372036854775807)", pattern_scanner},
    {"split", "(self, /, string, maxsplit=0)", pattern_split},
    {"sub", "(self, /, repl, string, count=0)", pattern_sub},
    {"subn", "(self, /, repl, string, count=0)", pattern_subn},
    {"__repr__", "(self, /)", pattern_repr},
    {"__eq__", "(self, value, /)", pattern_equal},
    {"__hash__", "(self, /)", pattern_hash},
    {"__copy__", "(self, /)", pattern_self},
    {"__deepcopy__", "(self, memo, /)", pattern_self},
    {"__class_getitem__", "(cls, item, /)", pattern_alias, MethodDef::Class},
};
const GetSetDef kAttributes[] = {
    {"pattern", get_text}, {"flags", get_flags}, {"groups", get_groups}, {"groupindex", get_group_index}};

const MethodDef kScannerMethods[] = {{"match", "(self, /)", scanner_match}, {"search", "(self, /)", scanner_search}};
const GetSetDef kScannerAttributes[] = {{"pattern", scanner_pattern}};
const MethodDef kIteratorMethods[] = {{"__iter__", "(self, /)", iterator_self}, {"__next__", "(self, /)", iterator_next}};

Type* iterator_type(Thread& thread) {
  return static_cast<Type*>(const_cast<void*>(types_of(thread).scanner->module_data));
}

}  // namespace

Ref pattern_match(Thread& thread, const Value* args, uint32_t, Tuple*) { return match_once<Mode::Match>(thread, args); }
Ref pattern_fullmatch(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return match_once<Mode::FullMatch>(thread, args);
}
Ref pattern_search(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return match_once<Mode::Search>(thread, args);
}

Ref pattern_findall(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t start, end;
  Pattern* pattern = as_pattern(args[0]);
  if (!read_bounds(thread, args + 2, &start, &end)) return {};
  Subject subject(thread, pattern, args[1], start, end);
  Ref empty = subject.ok() ? subject.slice(0, 0) : Ref(), result = empty ? make_list(thread) : Ref();
  if (!result) return {};
  Steps steps;
  bool found;
  while (steps.next(&subject, &found)) {
    if (!found) return result;
    Ref text = found_text(thread, subject, pattern, empty.get());
    if (!text || !append(thread, result.as<List>(), std::move(text))) return {};
  }
  return {};
}

Ref pattern_finditer(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t start, end;
  if (!read_bounds(thread, args + 2, &start, &end)) return {};
  return new_scanner(thread, iterator_type(thread), args[0], args[1], start, end);
}

Ref pattern_split(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pattern* pattern = as_pattern(args[0]);
  int64_t most = 0, done = 0;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &most)) return {};
  Subject subject(thread, pattern, args[1], 0, INT64_MAX);
  Ref result = subject.ok() ? make_list(thread) : Ref();
  if (!result) return {};
  List* list = result.as<List>();
  Steps steps;
  bool found;
  for (int64_t i = 0; most == 0 || i < most; ++i) {
    if (!steps.next(&subject, &found)) return {};
    if (!found) break;
    Ref text = subject.slice(done, static_cast<int64_t>(subject.spans()[0]));
    done = static_cast<int64_t>(subject.spans()[1]);
    if (!text || !append(thread, list, std::move(text))) return {};
    for (uint32_t group = 1; group <= pattern->groups; ++group) {
      Ref part = subject.group_or(group, Value::none());
      if (!part || !append(thread, list, std::move(part))) return {};
    }
  }
  Ref rest = subject.slice(done, subject.end());
  return rest && append(thread, list, std::move(rest)) ? std::move(result) : Ref();
}

bool add_pattern_type(Thread& thread, Types* types) {
  constexpr uint32_t kFlags = kImmutable | kNoInstances;
  types->pattern = make_native_type(
      thread, {.name = "re.Pattern", .module = "re", .layout = &kPatternLayout, .flags = kFlags | kHasWeakref | kOwnGuards}, nullptr);
  types->scanner = make_native_type(
      thread, {.name = "_sre.SRE_Scanner", .module = "_sre", .layout = &kScannerLayout, .flags = kFlags}, nullptr);
  Type* iterator = make_native_type(
      thread, {.name = "callable_iterator", .module = "builtins", .layout = &kScannerLayout, .flags = kFlags}, nullptr);
  if (!types->pattern || !types->scanner || !iterator) return false;
  add_methods(thread, types->pattern, kMethods);
  add_getsets(thread, types->pattern, kAttributes);
  finish_type(thread, types->pattern);
  add_methods(thread, types->scanner, kScannerMethods);
  add_getsets(thread, types->scanner, kScannerAttributes);
  finish_type(thread, types->scanner);
  add_methods(thread, iterator, kIteratorMethods);
  finish_type(thread, iterator);
  types->scanner->module_data = iterator;
  return true;
}

}  // namespace gillab::regex
