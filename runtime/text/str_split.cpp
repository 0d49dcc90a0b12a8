// The methods of str that take texts apart and put them together: split, partition, strip, join.
#include "runtime/iterators.h"
#include "runtime/containers/sequence.h"
#include "runtime/containers/sequence.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

constexpr int64_t kFewCharacters = 512;  // in longer texts memchr finds separators faster

bool add_part(Thread& thread, List* list, Str* text, size_t start, size_t end) {
  Ref part = substring(thread, text, start, end);
  return part && append_inline(thread, list, std::move(part));
}

// The white space among the first 128 characters.
inline bool is_ascii_space(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F); }

inline bool is_ascii_line_break(uint8_t c) { return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E); }

bool split_ascii_at_spaces(Thread& thread, List* list, Str* text) {
  const uint8_t* characters = text->data1();
  for (size_t at = 0, length = text->length;;) {
    while (at < length && is_ascii_space(characters[at])) ++at;
    if (at == length) return true;
    size_t start = at;
    while (at < length && !is_ascii_space(characters[at])) ++at;
    if (!add_part(thread, list, text, start, at)) return false;
  }
}

bool split_at_spaces(Thread& thread, List* list, Str* text, int64_t most) {
  if (text->ascii && most >= static_cast<int64_t>(text->length)) return split_ascii_at_spaces(thread, list, text);
  size_t at = 0, length = text->length;
  for (;;) {
    while (at < length && unicode::is_space(text->at(at))) ++at;
    if (at == length) return true;
    size_t start = at;
    if (most-- == 0) return add_part(thread, list, text, start, length);
    while (at < length && !unicode::is_space(text->at(at))) ++at;
    if (!add_part(thread, list, text, start, at)) return false;
  }
}

bool split_at_spaces_backwards(Thread& thread, List* list, Str* text, int64_t most) {
  int64_t at = text->length;
  for (;;) {
    while (at > 0 && unicode::is_space(text->at(at - 1))) --at;
    if (at == 0) return true;
    int64_t end = at;
    if (most-- == 0) return add_part(thread, list, text, 0, end);
    while (at > 0 && !unicode::is_space(text->at(at - 1))) --at;
    if (!add_part(thread, list, text, at, end)) return false;
  }
}

// The separator is one character of a narrow text.
bool split_at_byte(Thread& thread, List* list, Str* text, uint8_t separator, int64_t most) {
  const uint8_t* characters = text->data1();
  size_t start = 0;
  for (size_t at = 0; at < text->length && most > 0; ++at) {
    if (characters[at] != separator) continue;
    if (!add_part(thread, list, text, start, at)) return false;
    start = at + 1;
    --most;
  }
  return add_part(thread, list, text, start, text->length);
}

bool split_at(Thread& thread, List* list, Str* text, Str* separator, int64_t most) {
  int64_t start = 0, length = text->length;
  bool narrow = separator->length == 1 && separator->width == 1 && text->width == 1;
  if (narrow && length < kFewCharacters) return split_at_byte(thread, list, text, separator->data1()[0], most);
  while (most-- > 0) {
    int64_t at = find_text(text, separator, start, length);
    if (at < 0) break;
    if (!add_part(thread, list, text, start, at)) return false;
    start = at + separator->length;
  }
  return add_part(thread, list, text, start, length);
}

bool split_at_backwards(Thread& thread, List* list, Str* text, Str* separator, int64_t most) {
  int64_t end = text->length;
  while (most-- > 0) {
    int64_t at = find_text(text, separator, 0, end, true);
    if (at < 0) break;
    if (!add_part(thread, list, text, at + separator->length, end)) return false;
    end = at;
  }
  return add_part(thread, list, text, 0, end);
}

void reverse(List* list) {
  Value* items = list->items.get();
  for (size_t i = 0, j = list->length.get(); i + 1 < j; ++i) std::swap(items[i], items[--j]);
}

Ref split(Thread& thread, const Value* args, bool backwards) {
  Str* text = as<Str>(args[0]);
  int64_t most = -1;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &most)) return {};
  if (most < 0) most = Value::kMaxInt;
  Ref result = make_list(thread, 8);
  if (!result) return {};
  List* list = result.as<List>();
  bool done;
  if (args[1].is_empty() || args[1].is_none()) {
    done = backwards ? split_at_spaces_backwards(thread, list, text, most) : split_at_spaces(thread, list, text, most);
  } else {
    if (!is<Str>(args[1])) {
      return raise(thread, Error::TypeError, "must be str or None, not {}", type_name(thread, args[1]));
    }
    Str* separator = as<Str>(args[1]);
    if (separator->length == 0) return raise(thread, Error::ValueError, "empty separator");
    done = backwards ? split_at_backwards(thread, list, text, separator, most)
                     : split_at(thread, list, text, separator, most);
  }
  if (!done) return {};
  if (backwards) reverse(list);
  return result;
}

Ref partition(Thread& thread, const Value* args, bool backwards) {
  Str* text = as<Str>(args[0]);
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "must be str, not {}", type_name(thread, args[1]));
  Str* separator = as<Str>(args[1]);
  if (separator->length == 0) return raise(thread, Error::ValueError, "empty separator");
  int64_t at = find_text(text, separator, 0, text->length, backwards);
  Ref before, between, after;
  if (at >= 0) {
    before = substring(thread, text, 0, at);
    between = exact_str(thread, separator);
    after = substring(thread, text, at + separator->length, text->length);
  } else {
    between = make_str(thread, {});
    Ref whole = exact_str(thread, text);
    before = backwards ? between.share() : std::move(whole);
    after = backwards ? std::move(whole) : between.share();
  }
  if (!before || !between || !after) return {};
  Tuple* parts = new_tuple(thread, 3);
  if (!parts) return {};
  parts->items[0] = before.release();
  parts->items[1] = between.release();
  parts->items[2] = after.release();
  return Ref::own(parts);
}

Ref strip(Thread& thread, const Value* args, bool left, bool right, const char* name) {
  Str* text = as<Str>(args[0]);
  Str* set = nullptr;
  if (!args[1].is_empty() && !args[1].is_none()) {
    if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "{} arg must be None or str", name);
    set = as<Str>(args[1]);
  }
  auto goes = [&](char32_t character) {
    if (!set) return unicode::is_space(character);
    for (size_t i = 0; i < set->length; ++i) {
      if (set->at(i) == character) return true;
    }
    return false;
  };
  size_t start = 0, end = text->length;
  if (!set && text->ascii) {
    const uint8_t* characters = text->data1();
    while (left && start < end && is_ascii_space(characters[start])) ++start;
    while (right && end > start && is_ascii_space(characters[end - 1])) --end;
    return substring(thread, text, start, end);
  }
  while (left && start < end && goes(text->at(start))) ++start;
  while (right && end > start && goes(text->at(end - 1))) --end;
  return substring(thread, text, start, end);
}

}  // namespace

Ref str_split(Thread& thread, const Value* args, uint32_t, Tuple*) { return split(thread, args, false); }
Ref str_rsplit(Thread& thread, const Value* args, uint32_t, Tuple*) { return split(thread, args, true); }
Ref str_partition(Thread& thread, const Value* args, uint32_t, Tuple*) { return partition(thread, args, false); }
Ref str_rpartition(Thread& thread, const Value* args, uint32_t, Tuple*) { return partition(thread, args, true); }
Ref str_strip(Thread& thread, const Value* args, uint32_t, Tuple*) { return strip(thread, args, true, true, "strip"); }
Ref str_lstrip(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return strip(thread, args, true, false, "lstrip");
}
Ref str_rstrip(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return strip(thread, args, false, true, "rstrip");
}

Ref str_splitlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  Truth keep = truth_of_integer(thread, args[1]);
  if (keep == Truth::Error) return {};
  Ref result = make_list(thread);
  if (!result) return {};
  size_t start = 0, length = text->length;
  while (start < length) {
    size_t end = start;
    if (text->ascii) {
      const uint8_t* characters = text->data1();
      while (end < length && !is_ascii_line_break(characters[end])) ++end;
    } else {
      while (end < length && !unicode::is_line_break(text->at(end))) ++end;
    }
    size_t next = end;
    if (next < length) next += text->at(end) == '\r' && end + 1 < length && text->at(end + 1) == '\n' ? 2 : 1;
    if (!add_part(thread, result.as<List>(), text, start, keep == Truth::Yes ? next : end)) return {};
    start = next;
  }
  return result;
}

Ref str_join(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref items;  // a list or tuple of our own, or one that nobody changes meanwhile: joining runs no Python code
  if (is_exact<List>(args[1]) || is_exact<Tuple>(args[1])) {
    items = Ref::share(args[1]);
  } else {
    if (!is_iterable(thread, args[1])) {
      return raise(thread, Error::TypeError, "can only join an iterable");
    }
    items = list_from(thread, args[1]);
    if (!items) return {};
  }
  SourceGuard guard(items.get());
  bool is_list = is<List>(items.get());
  size_t count = is_list ? items.as<List>()->length.get() : items.as<Tuple>()->length;
  const Value* texts = is_list ? items.as<List>()->items.get() : items.as<Tuple>()->items;
  for (size_t i = 0; i < count; ++i) {
    if (is<Str>(texts[i])) continue;
    return raise(thread, Error::TypeError, "sequence item {}: expected str instance, {} found", i,
                 type_name(thread, texts[i]));
  }
  return join_texts(thread, texts, count, as<Str>(args[0]));
}

}  // namespace gillab
