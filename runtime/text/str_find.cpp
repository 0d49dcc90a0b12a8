// Searching in texts: one substring search for all widths, and the methods that are made of it.
#include <algorithm>
#include <memory>

#include "runtime/errors.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"

namespace gillab {
namespace {

constexpr int64_t kNearby = 12;  // characters: calling memchr costs about as much as looking at them

template <class Character>
int64_t find_one(const Character* text, int64_t start, int64_t end, char32_t wanted, bool backwards) {
  if (backwards) {
    while (end-- > start) {
      if (text[end] == wanted) return end;
    }
    return -1;
  }
  for (int64_t near = std::min(end, start + kNearby); start < near; ++start) {
    if (text[start] == wanted) return start;
  }
  if constexpr (sizeof(Character) == 1) {
    const void* found = std::memchr(text + start, static_cast<int>(wanted), static_cast<size_t>(end - start));
    return found ? static_cast<const Character*>(found) - text : -1;
  }
  for (; start < end; ++start) {
    if (text[start] == wanted) return start;
  }
  return -1;
}

template <class Character>
int64_t find_last(const Character* text, int64_t start, int64_t end, const Character* part, int64_t count) {
  for (int64_t at = end - count; at >= start; --at) {
    if (text[at] == part[0] && std::memcmp(text + at, part, count * sizeof(Character)) == 0) return at;
  }
  return -1;
}

// In a short text: memmem would spend more on its preparation.
template <class Character>
int64_t find_nearby(const Character* text, int64_t start, int64_t end, const Character* part, int64_t count) {
  for (int64_t last = end - count; start <= last; ++start) {
    start = find_one(text, start, last + 1, part[0], false);
    if (start < 0) return -1;
    bool same = same_bytes(reinterpret_cast<const uint8_t*>(text + start), reinterpret_cast<const uint8_t*>(part),
                           static_cast<size_t>(count) * sizeof(Character));
    if (same) return start;
  }
  return -1;
}

constexpr int64_t kMostMisses = 64;

// Looks for the first character and compares; gives up where that character is common, for memmem is linear but slow to
// start. *gave_up: where.
inline int64_t find_narrow(const uint8_t* text, int64_t start, int64_t end, const uint8_t* part, int64_t count,
                           int64_t* gave_up) {
  *gave_up = -1;
  int64_t last = end - count;
  for (int64_t misses = 0; start <= last; ++start) {
    const void* found = std::memchr(text + start, part[0], static_cast<size_t>(last + 1 - start));
    if (!found) return -1;
    start = static_cast<const uint8_t*>(found) - text;
    if (text[start + count - 1] == part[count - 1] && same_bytes(text + start, part, static_cast<size_t>(count))) {
      return start;
    }
    if (++misses == kMostMisses) {
      *gave_up = start + 1;
      return -1;
    }
  }
  return -1;
}

// memmem is linear and fast; in wide texts a hit may lie across characters and is passed over.
template <class Character>
int64_t find_first(const Character* text, int64_t start, int64_t end, const Character* part, int64_t count) {
  if (end - start < 128) return find_nearby(text, start, end, part, count);
  if constexpr (sizeof(Character) == 1) {
    int64_t gave_up;
    int64_t found = find_narrow(text, start, end, part, count, &gave_up);
    if (gave_up < 0) return found;
    start = gave_up;
  }
  const char* from = reinterpret_cast<const char*>(text + start);
  const char* limit = reinterpret_cast<const char*>(text + end);
  for (;;) {
    const void* found = memmem(from, static_cast<size_t>(limit - from), part, count * sizeof(Character));
    if (!found) return -1;
    size_t offset = static_cast<const char*>(found) - reinterpret_cast<const char*>(text);
    if (offset % sizeof(Character) == 0) return static_cast<int64_t>(offset / sizeof(Character));
    from = static_cast<const char*>(found) + 1;
  }
}

template <class Character>
int64_t find_part(const Character* text, int64_t start, int64_t end, const Str* part, bool backwards) {
  auto search = [&](const Character* characters) {
    return backwards ? find_last(text, start, end, characters, part->length)
                     : find_first(text, start, end, characters, part->length);
  };
  if (part->width == sizeof(Character)) return search(reinterpret_cast<const Character*>(part->data1()));
  Character small[64];
  std::unique_ptr<Character[]> large;
  Character* wide = small;
  if (part->length > 64) {
    large.reset(new Character[part->length]);
    wide = large.get();
  }
  with_characters(part, [&](const auto* from) { copy_characters(wide, from, part->length); });
  return search(wide);
}

bool bound(Thread& thread, Value value, int64_t length, int64_t* result) {
  if (value.is_int()) {
    *result = value.as_int();
  } else {
    if (!is_integer(value) && special_method(thread, value, Dunder::Index).is_empty()) {
      return raise(thread, Error::TypeError, "slice indices must be integers or None or have an __index__ method");
    }
    if (!index_as_int64(thread, value, result, true)) return false;
  }
  if (*result < 0) *result += length;
  if (*result < 0) *result = 0;
  return true;
}

struct Search {
  Str* text;
  Str* part;
  int64_t start, end;
};

bool search_arguments(Thread& thread, const Value* args, Search* search) {
  search->text = as<Str>(args[0]);
  if (!text_bounds(thread, args[2], args[3], search->text->length, &search->start, &search->end)) return false;
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "must be str, not {}", type_name(thread, args[1]));
  search->part = as<Str>(args[1]);
  return true;
}

Ref find_or(Thread& thread, const Value* args, bool backwards, bool must) {
  Search search;
  if (!search_arguments(thread, args, &search)) return {};
  int64_t at = find_text(search.text, search.part, search.start, search.end, backwards);
  if (at < 0 && must) return raise(thread, Error::ValueError, "substring not found");
  return make_int(thread, at);
}

// Yes, No or an error: does text[start:end] begin (or end) with the part?
bool fits_at(const Str* text, const Str* part, int64_t start, int64_t end, bool tail) {
  int64_t count = part->length;
  if (start > end || end - start < count) return false;
  return same_at(text, tail ? end - count : start, part);
}

Ref starts_or_ends(Thread& thread, const Value* args, bool tail) {
  Str* text = as<Str>(args[0]);
  int64_t start, end;
  if (!text_bounds(thread, args[2], args[3], text->length, &start, &end)) return {};
  if (is<Str>(args[1])) return Ref::boolean(fits_at(text, as<Str>(args[1]), start, end, tail));
  const char* name = tail ? "endswith" : "startswith";
  if (!is<Tuple>(args[1])) {
    return raise(thread, Error::TypeError, "{} first arg must be str or a tuple of str, not {}", name,
                 type_name(thread, args[1]));
  }
  Tuple* parts = as<Tuple>(args[1]);
  for (uint64_t i = 0; i < parts->length; ++i) {
    if (!is<Str>(parts->items[i])) {
      return raise(thread, Error::TypeError, "tuple for {} must only contain str, not {}", name,
                   type_name(thread, parts->items[i]));
    }
    if (fits_at(text, as<Str>(parts->items[i]), start, end, tail)) return Ref::boolean(true);
  }
  return Ref::boolean(false);
}

}  // namespace

bool same_at(const Str* text, int64_t at, const Str* part) {
  if (text->width == part->width) {
    return same_bytes(text->data1() + at * text->width, part->data1(), part->bytes());
  }
  for (size_t i = 0; i < part->length; ++i) {
    if (text->at(at + i) != part->at(i)) return false;
  }
  return true;
}

bool text_bounds(Thread& thread, Value start, Value end, int64_t length, int64_t* from, int64_t* to) {
  *from = 0;
  *to = length;
  if (!start.is_empty() && !start.is_none() && !bound(thread, start, length, from)) return false;
  if (!end.is_empty() && !end.is_none() && !bound(thread, end, length, to)) return false;
  if (*to > length) *to = length;
  return true;
}

int64_t find_text(const Str* text, const Str* part, int64_t start, int64_t end, bool backwards) {
  int64_t count = part->length;
  if (start > end || end - start < count) return -1;
  if (count == 0) return backwards ? end : start;
  if (part->width > text->width || (text->ascii && !part->ascii)) return -1;
  return with_characters(text, [&](const auto* characters) {
    if (count == 1) return find_one(characters, start, end, part->at(0), backwards);
    return find_part(characters, start, end, part, backwards);
  });
}

namespace {
int64_t count_character(const Str* text, char32_t wanted, int64_t start, int64_t end) {
  return with_characters(text, [&](const auto* characters) {
    int64_t count = 0;
    for (int64_t at = start; at < end; ++at) count += characters[at] == wanted;
    return count;
  });
}
}  // namespace

int64_t count_text(const Str* text, const Str* part, int64_t start, int64_t end, int64_t most) {
  if (start > end) return 0;
  int64_t count = 0;
  if (part->length == 0) return std::min(most, end - start + 1);
  if (part->length == 1 && most >= end - start) return count_character(text, part->at(0), start, end);
  while (count < most) {
    int64_t at = find_text(text, part, start, end);
    if (at < 0) break;
    ++count;
    start = at + part->length;
  }
  return count;
}

Ref str_find(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, false, false); }
Ref str_rfind(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, true, false); }
Ref str_index(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, false, true); }
Ref str_rindex(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, true, true); }

Ref str_count(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Search search;
  if (!search_arguments(thread, args, &search)) return {};
  return make_int(thread, count_text(search.text, search.part, search.start, search.end, Value::kMaxInt));
}

Ref str_startswith(Thread& thread, const Value* args, uint32_t, Tuple*) { return starts_or_ends(thread, args, false); }
Ref str_endswith(Thread& thread, const Value* args, uint32_t, Tuple*) { return starts_or_ends(thread, args, true); }

Ref str_contains(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "'in <string>' requires string as left operand, not {}",
                 type_name(thread, args[1]));
  }
  Str* text = as<Str>(args[0]);
  return Ref::boolean(find_text(text, as<Str>(args[1]), 0, text->length) >= 0);
}

namespace {

// One ASCII character by another, everywhere.
Ref replace_characters(Thread& thread, const Str* text, const Str* old, const Str* with) {
  Str* result = new_str(thread, text->length, 0x7F);
  if (!result) return {};
  const uint8_t* from = text->data1();
  uint8_t* to = result->data1();
  uint8_t wanted = old->data1()[0], instead = with->data1()[0];
  for (size_t i = 0; i < text->length; ++i) to[i] = from[i] == wanted ? instead : from[i];
  return Ref::own(result);
}

// All three texts are ASCII and `old` occurs: the result's size is counted first, then it is written once.
Ref replace_narrow(Thread& thread, const Str* text, const Str* old, const Str* with, int64_t most) {
  int64_t length = text->length;
  if (old->length == 1 && with->length == 1 && most >= length) return replace_characters(thread, text, old, with);
  int64_t count = count_text(text, old, 0, length, most);
  int64_t grown = length + count * (static_cast<int64_t>(with->length) - static_cast<int64_t>(old->length));
  if (grown == 0) return make_str(thread, {});
  Str* result = new_str(thread, grown, 0x7F);
  if (!result) return {};
  uint8_t* to = result->data1();
  int64_t done = 0;
  for (; count > 0; --count) {
    int64_t at = find_text(text, old, done, length);
    copy_bytes(to, text->data1() + done, static_cast<size_t>(at - done));
    to += at - done;
    copy_bytes(to, with->data1(), with->length);
    to += with->length;
    done = at + old->length;
  }
  copy_bytes(to, text->data1() + done, static_cast<size_t>(length - done));
  return Ref::own(result);
}

}  // namespace

Ref str_replace(Thread& thread, const Value* args, uint32_t, Tuple*) {
  for (int i : {1, 2}) {
    if (!is<Str>(args[i])) {
      return raise(thread, Error::TypeError, "replace() argument {} must be str, not {}", i,
                   argument_name(thread, args[i]));
    }
  }
  Str *text = as<Str>(args[0]), *old = as<Str>(args[1]), *with = as<Str>(args[2]);
  int64_t most = -1;
  if (!args[3].is_empty() && !index_as_int64(thread, args[3], &most)) return {};
  if (most < 0) most = Value::kMaxInt;
  int64_t at = most == 0 ? -1 : find_text(text, old, 0, text->length);
  if (at < 0) return exact_str(thread, text);
  if (text->ascii && with->ascii && old->length > 0) return replace_narrow(thread, text, old, with, most);
  StrBuilder builder(thread);
  int64_t done = 0, length = text->length;
  while (at >= 0 && most-- > 0) {
    builder.add(text, done, at);
    builder.add(with);
    done = at + old->length;
    if (old->length == 0) {
      if (at == length) break;
      at = at + 1;
    } else {
      at = find_text(text, old, done, length);
    }
  }
  builder.add(text, done, length);
  return builder.finish();
}

Ref str_removeprefix(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "removeprefix() argument must be str, not {}",
                 argument_name(thread, args[1]));
  }
  Str* part = as<Str>(args[1]);
  if (!fits_at(text, part, 0, text->length, false)) return exact_str(thread, text);
  return substring(thread, text, part->length, text->length);
}

Ref str_removesuffix(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* text = as<Str>(args[0]);
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "removesuffix() argument must be str, not {}",
                 argument_name(thread, args[1]));
  }
  Str* part = as<Str>(args[1]);
  if (!fits_at(text, part, 0, text->length, true)) return exact_str(thread, text);
  return substring(thread, text, 0, text->length - part->length);
}

}  // namespace gillab
