// The module _sre: the functions of re, with the cache of compiled patterns.
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/regex.h"
#include "runtime/bytes.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace regex {

namespace {

constexpr uint32_t kMostCached = 512;

bool is_pattern(Thread& thread, Value value) { return type_of(thread, value) == types_of(thread).pattern; }

// The key of a pattern in the cache: the text alone where there are no flags. Empty and no error: not to be cached.
Ref cache_key(Thread& thread, Value pattern, uint32_t flags) {
  if (!is_exact<Str>(pattern) && !is_exact<Bytes>(pattern)) return {};
  if ((flags & kDebug) || thread.interpreter->finalizing) return {};
  return flags == 0 ? Ref::share(pattern) : make_tuple_of(thread, pattern, Value::integer(flags));
}

void remember(Thread& thread, Value key, Value pattern) {
  Dict* cache = types_of(thread).cache;
  if (dict_size(cache) >= kMostCached) {
    Ref old_key, old;
    dict_pop_first(cache, &old_key, &old);
  }
  if (!dict_set(thread, cache, key, Ref::share(pattern))) clear_exception(thread);
}

// What re.compile gives: a pattern from the cache, a new one, or `pattern` itself where it is one.
Ref compiled(Thread& thread, Value pattern, Value flags_value) {
  int64_t flags = 0;
  if (!flags_value.is_empty() && !index_as_int64(thread, flags_value, &flags)) return {};
  Ref key = cache_key(thread, pattern, static_cast<uint32_t>(flags));
  if (thread.has_exception()) return {};
  if (key) {
    Ref known;
    Found found = dict_get(thread, types_of(thread).cache, key.get(), &known);
    if (found != Found::No) return known;
  } else if (is_pattern(thread, pattern)) {
    if (flags == 0) return Ref::share(pattern);
    return raise(thread, Error::ValueError, "cannot process flags argument with a compiled pattern");
  }
  Ref made = compile_pattern(thread, pattern, static_cast<uint32_t>(flags));
  if (made && key) remember(thread, key.get(), made.get());
  return made;
}

// The functions compile their first argument and go on as the method of that name. args: pattern, string, flags.
template <NativeCall method>
Ref with_string(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref pattern = compiled(thread, args[0], args[2]);
  if (!pattern) return {};
  const Value given[] = {pattern.get(), args[1], Value(), Value()};
  return method(thread, given, 4, nullptr);
}

// args: pattern, string, maxsplit, flags.
Ref split(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref pattern = compiled(thread, args[0], args[3]);
  if (!pattern) return {};
  const Value given[] = {pattern.get(), args[1], args[2]};
  return pattern_split(thread, given, 3, nullptr);
}

// args: pattern, repl, string, count, flags.
template <bool with_count>
Ref sub(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref pattern = compiled(thread, args[0], args[4]);
  return pattern ? substitute(thread, as_pattern(pattern.get()), args[1], args[2], args[3], with_count) : Ref();
}

Ref compile(Thread& thread, const Value* args, uint32_t, Tuple*) { return compiled(thread, args[0], args[1]); }

Ref purge(Thread& thread, const Value*, uint32_t, Tuple*) {
  dict_clear(thread, types_of(thread).cache);
  return Ref::none();
}

// What escape puts a backslash before.
bool is_special(char32_t c) { return c != 0 && c < 128 && std::strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", static_cast<int>(c)); }

Ref escape(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (is<Str>(args[0])) {
    StrBuilder text(thread);
    const Str* source = as<Str>(args[0]);
    for (size_t i = 0; i < source->length; ++i) {
      char32_t c = source->at(i);
      if (is_special(c)) text.add(U'\\');
      text.add(c);
    }
    return text.finish();
  }
  std::string_view view;
  if (!bytes_view(thread, args[0], &view)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "decoding to str: need a bytes-like object, {} found",
                 type_name(thread, args[0]));
  }
  std::string text;
  for (char c : view) {
    if (is_special(static_cast<unsigned char>(c))) text += '\\';
    text += c;
  }
  return make_bytes(thread, text);
}

const MethodDef kFunctions[] = {
    {"match", "(pattern, string, flags=0)", with_string<pattern_match>},
    {"fullmatch", "(pattern, string, flags=0)", with_string<pattern_fullmatch>},
    {"search", "(pattern, string, flags=0)", with_string<pattern_search>},
    {"findall", "(pattern, string, flags=0)", with_string<pattern_findall>},
    {"finditer", "(pattern, string, flags=0)", with_string<pattern_finditer>},
    {"split", "(pattern, string, maxsplit=0, flags=0)", split},
    {"sub", "(pattern, repl, string, count=0, flags=0)", sub<false>},
    {"subn", "(pattern, repl, string, count=0, flags=0)", sub<true>},
    {"compile", "(pattern, flags=0)", compile},
    {"purge", "()", purge},
    {"escape", "(pattern)", escape},
};

}  // namespace

Types& types_of(Thread& thread) { return *thread.interpreter->regex; }

std::u32string quoted(const std::u32string& name) {
  Thread& thread = current_thread();
  Ref text = make_from_utf32(thread, name.data(), name.size());
  Ref shown = text ? text_repr(thread, text.as<Str>()) : Ref();
  if (shown) return characters_of(shown.get());
  clear_exception(thread);
  return name;
}

void end(Thread& thread) {
  Types* types = std::exchange(thread.interpreter->regex, nullptr);
  if (types) drop(types->cache);
  delete types;
}

}  // namespace regex

bool init__sre(Thread& thread, Module* module) {
  Ref cache = make_dict(thread);
  if (!cache) return false;
  if (!thread.interpreter->regex) {
    auto types = std::make_unique<regex::Types>();
    if (!regex::add_pattern_type(thread, types.get()) || !regex::add_match_type(thread, types.get())) return false;
    types->cache = as<Dict>(cache.release());
    thread.interpreter->regex = types.release();
  }
  return add_value(thread, module, "Pattern", Ref::share(thread.interpreter->regex->pattern)) &&
         add_value(thread, module, "Match", Ref::share(thread.interpreter->regex->match)) &&
         add_functions(thread, module, regex::kFunctions);
}

}  // namespace gillab
