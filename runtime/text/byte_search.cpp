// Byte strings: finding, replacing, splitting, stripping, joining.
#include "runtime/iterators.h"
#include "runtime/containers/sequence.h"
#include "runtime/text/byte_strings.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// What is looked for: bytes-like, or an int for one byte (kept in *one).
bool needle_of(Thread& thread, Value value, std::string_view* part, char* one) {
  if (is_integer(value)) {
    uint8_t byte;
    if (!byte_value(thread, value, &byte)) return false;
    *one = static_cast<char>(byte);
    *part = std::string_view(one, 1);
    return true;
  }
  if (bytes_view(thread, value, part)) return true;
  clear_exception(thread);
  return raise(thread, Error::TypeError, "argument should be integer or bytes-like object, not '{}'",
               type_name(thread, value));
}

struct Search {
  std::string_view text, part;
  char one;
  int64_t start, end;
};

bool search_arguments(Thread& thread, const Value* args, Search* search) {
  if (!text_bounds(thread, args[2], args[3], static_cast<int64_t>(bytes_of(args[0]).size()), &search->start,
                   &search->end)) {
    return false;
  }
  if (!needle_of(thread, args[1], &search->part, &search->one)) return false;
  search->text = bytes_of(args[0]);
  search->end = std::min(search->end, static_cast<int64_t>(search->text.size()));
  return true;
}

Ref find_or(Thread& thread, const Value* args, bool backwards, bool must) {
  Search search;
  if (!search_arguments(thread, args, &search)) return {};
  int64_t at = find_bytes(search.text, search.part, search.start, search.end, backwards);
  if (at < 0 && must) return raise(thread, Error::ValueError, "subsection not found");
  return make_int(thread, at);
}

bool fits(std::string_view text, std::string_view part, int64_t start, int64_t end, bool tail) {
  int64_t count = static_cast<int64_t>(part.size());
  if (start > end || end - start < count) return false;
  return text.substr(static_cast<size_t>(tail ? end - count : start), part.size()) == part;
}

Ref starts_or_ends(Thread& thread, const Value* args, bool tail) {
  int64_t start, end;
  int64_t length = static_cast<int64_t>(bytes_of(args[0]).size());
  if (!text_bounds(thread, args[2], args[3], length, &start, &end)) return {};
  std::string_view text = bytes_of(args[0]), part;
  end = std::min(end, static_cast<int64_t>(text.size()));
  bool many = is<Tuple>(args[1]);
  size_t count = many ? as<Tuple>(args[1])->length : 1;
  for (size_t i = 0; i < count; ++i) {
    Value each = many ? as<Tuple>(args[1])->items[i] : args[1];
    if (!bytes_view(thread, each, &part)) {
      if (many) return {};
      clear_exception(thread);
      return raise(thread, Error::TypeError, "{} first arg must be bytes or a tuple of bytes, not {}",
                   tail ? "endswith" : "startswith", type_name(thread, each));
    }
    if (fits(text, part, start, end, tail)) return Ref::boolean(true);
  }
  return Ref::boolean(false);
}

class Splitter {
 public:
  Splitter(Thread& thread, Value like, List* list) : thread_(thread), like_(like), text_(bytes_of(like)), list_(list) {}

  bool at_spaces(int64_t most) {
    for (size_t at = 0;;) {
      while (at < text_.size() && is_space(text_[at])) ++at;
      if (at == text_.size()) return true;
      size_t start = at;
      if (most-- == 0) return add(start, text_.size());
      while (at < text_.size() && !is_space(text_[at])) ++at;
      if (!add(start, at)) return false;
    }
  }
  bool at_spaces_backwards(int64_t most) {
    for (size_t at = text_.size();;) {
      while (at > 0 && is_space(text_[at - 1])) --at;
      if (at == 0) return true;
      size_t end = at;
      if (most-- == 0) return add(0, end);
      while (at > 0 && !is_space(text_[at - 1])) --at;
      if (!add(at, end)) return false;
    }
  }
  bool at(std::string_view separator, int64_t most) {
    int64_t start = 0, length = static_cast<int64_t>(text_.size());
    while (most-- > 0) {
      int64_t found = find_bytes(text_, separator, start, length, false);
      if (found < 0) break;
      if (!add(static_cast<size_t>(start), static_cast<size_t>(found))) return false;
      start = found + static_cast<int64_t>(separator.size());
    }
    return add(static_cast<size_t>(start), text_.size());
  }
  bool at_backwards(std::string_view separator, int64_t most) {
    int64_t end = static_cast<int64_t>(text_.size());
    while (most-- > 0) {
      int64_t found = find_bytes(text_, separator, 0, end, true);
      if (found < 0) break;
      if (!add(static_cast<size_t>(found) + separator.size(), static_cast<size_t>(end))) return false;
      end = found;
    }
    return add(0, static_cast<size_t>(end));
  }
  bool add(size_t start, size_t end) {
    Ref part = make_like(thread_, like_, text_.substr(start, end - start));
    return part && append(thread_, list_, std::move(part));
  }

 private:
  Thread& thread_;
  Value like_;
  std::string_view text_;
  List* list_;
};

Ref split(Thread& thread, const Value* args, bool backwards) {
  int64_t most = -1;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &most)) return {};
  if (most < 0) most = Value::kMaxInt;
  Ref result = make_list(thread);
  if (!result) return {};
  Splitter splitter(thread, args[0], result.as<List>());
  bool done;
  if (args[1].is_empty() || args[1].is_none()) {
    done = backwards ? splitter.at_spaces_backwards(most) : splitter.at_spaces(most);
  } else {
    std::string_view separator;
    if (!bytes_view(thread, args[1], &separator)) return {};
    if (separator.empty()) return raise(thread, Error::ValueError, "empty separator");
    done = backwards ? splitter.at_backwards(separator, most) : splitter.at(separator, most);
  }
  if (!done) return {};
  Value* items = result.as<List>()->items.get();
  if (backwards) {
    for (size_t i = 0, j = result.as<List>()->length.get(); i + 1 < j; ++i) std::swap(items[i], items[--j]);
  }
  return result;
}

Ref partition(Thread& thread, const Value* args, bool backwards) {
  std::string_view separator;
  if (!bytes_view(thread, args[1], &separator)) return {};
  if (separator.empty()) return raise(thread, Error::ValueError, "empty separator");
  std::string_view text = bytes_of(args[0]), before, between, after;
  int64_t at = find_bytes(text, separator, 0, static_cast<int64_t>(text.size()), backwards);
  if (at >= 0) {
    before = text.substr(0, static_cast<size_t>(at));
    between = separator;
    after = text.substr(static_cast<size_t>(at) + separator.size());
  } else {
    (backwards ? after : before) = text;
  }
  Ref first = make_like(thread, args[0], before);
  Ref second = is<ByteArray>(args[0]) || at < 0 ? make_like(thread, args[0], between) : Ref::share(args[1]);
  Ref third = make_like(thread, args[0], after);
  return first && second && third ? make_tuple_of(thread, first.get(), second.get(), third.get()) : Ref();
}

Ref strip(Thread& thread, const Value* args, bool left, bool right) {
  std::string_view set = " \t\n\r\f\v", text;
  if (!args[1].is_empty() && !args[1].is_none() && !bytes_view(thread, args[1], &set)) return {};
  text = bytes_of(args[0]);
  size_t start = 0, end = text.size();
  while (left && start < end && set.find(text[start]) != std::string_view::npos) ++start;
  while (right && end > start && set.find(text[end - 1]) != std::string_view::npos) --end;
  if (end - start == text.size() && is_exact<Bytes>(args[0])) return Ref::share(args[0]);
  return make_like(thread, args[0], text.substr(start, end - start));
}

}  // namespace

namespace {
// memchr is faster than memmem as long as the first byte is rare; memmem is linear whatever there is.
const void* find_several(std::string_view window, std::string_view part) {
  constexpr int kMostMisses = 64;
  for (int misses = 0; window.size() >= part.size() && misses < kMostMisses; ++misses) {
    const void* found = std::memchr(window.data(), part[0], window.size() - part.size() + 1);
    if (!found) return nullptr;
    window.remove_prefix(static_cast<size_t>(static_cast<const char*>(found) - window.data()));
    if (window.starts_with(part)) return found;
    window.remove_prefix(1);
  }
  return memmem(window.data(), window.size(), part.data(), part.size());
}
}  // namespace

int64_t find_bytes(std::string_view text, std::string_view part, int64_t start, int64_t end, bool backwards) {
  int64_t count = static_cast<int64_t>(part.size());
  if (start > end || end - start < count) return -1;
  if (count == 0) return backwards ? end : start;
  std::string_view window = text.substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
  if (backwards) {
    size_t at = window.rfind(part);
    return at == std::string_view::npos ? -1 : start + static_cast<int64_t>(at);
  }
  const void* found = count == 1 ? std::memchr(window.data(), part[0], window.size()) : find_several(window, part);
  return found ? static_cast<const char*>(found) - text.data() : -1;
}

Ref byte_find(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, false, false); }
Ref byte_rfind(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, true, false); }
Ref byte_index(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, false, true); }
Ref byte_rindex(Thread& thread, const Value* args, uint32_t, Tuple*) { return find_or(thread, args, true, true); }

Ref byte_count(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Search search;
  if (!search_arguments(thread, args, &search)) return {};
  int64_t count = 0, step = static_cast<int64_t>(search.part.size());
  if (step == 0) return make_int(thread, search.start > search.end ? 0 : search.end - search.start + 1);
  if (step == 1) {
    char wanted = search.part[0];
    for (int64_t at = search.start; at < search.end; ++at) count += search.text[static_cast<size_t>(at)] == wanted;
    return make_int(thread, count);
  }
  for (int64_t at = search.start; (at = find_bytes(search.text, search.part, at, search.end, false)) >= 0; at += step) {
    ++count;
  }
  return make_int(thread, count);
}

Ref byte_startswith(Thread& thread, const Value* args, uint32_t, Tuple*) { return starts_or_ends(thread, args, false); }
Ref byte_endswith(Thread& thread, const Value* args, uint32_t, Tuple*) { return starts_or_ends(thread, args, true); }

Ref byte_contains(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view part;
  char one;
  if (is_integer(args[1])) {
    if (!needle_of(thread, args[1], &part, &one)) return {};
  } else if (!bytes_view(thread, args[1], &part)) {
    return {};
  }
  return Ref::boolean(bytes_of(args[0]).find(part) != std::string_view::npos);
}

Ref byte_replace(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view old, with;
  int64_t most = -1;
  if (!args[3].is_empty() && !index_as_int64(thread, args[3], &most)) return {};
  if (!bytes_view(thread, args[1], &old) || !bytes_view(thread, args[2], &with)) return {};
  if (most < 0) most = Value::kMaxInt;
  std::string_view text = bytes_of(args[0]);
  std::string result;
  int64_t done = 0, length = static_cast<int64_t>(text.size()), at = 0;
  while (most-- > 0 && (at = find_bytes(text, old, at, length, false)) >= 0) {
    result.append(text, static_cast<size_t>(done), static_cast<size_t>(at - done)).append(with);
    done = at + static_cast<int64_t>(old.size());
    at = old.empty() ? at + 1 : done;
  }
  result.append(text, static_cast<size_t>(done));
  return make_like(thread, args[0], result);
}

Ref byte_removeprefix(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view part;
  if (!bytes_view(thread, args[1], &part)) return {};
  std::string_view text = bytes_of(args[0]);
  return make_like(thread, args[0], text.starts_with(part) ? text.substr(part.size()) : text);
}
Ref byte_removesuffix(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view part;
  if (!bytes_view(thread, args[1], &part)) return {};
  std::string_view text = bytes_of(args[0]);
  return make_like(thread, args[0], text.ends_with(part) ? text.substr(0, text.size() - part.size()) : text);
}

Ref byte_split(Thread& thread, const Value* args, uint32_t, Tuple*) { return split(thread, args, false); }
Ref byte_rsplit(Thread& thread, const Value* args, uint32_t, Tuple*) { return split(thread, args, true); }
Ref byte_partition(Thread& thread, const Value* args, uint32_t, Tuple*) { return partition(thread, args, false); }
Ref byte_rpartition(Thread& thread, const Value* args, uint32_t, Tuple*) { return partition(thread, args, true); }
Ref byte_strip(Thread& thread, const Value* args, uint32_t, Tuple*) { return strip(thread, args, true, true); }
Ref byte_lstrip(Thread& thread, const Value* args, uint32_t, Tuple*) { return strip(thread, args, true, false); }
Ref byte_rstrip(Thread& thread, const Value* args, uint32_t, Tuple*) { return strip(thread, args, false, true); }

Ref byte_splitlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth keep = truth_of_integer(thread, args[1]);
  Ref result = keep == Truth::Error ? Ref() : make_list(thread);
  if (!result) return {};
  Splitter splitter(thread, args[0], result.as<List>());
  std::string_view text = bytes_of(args[0]);
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find_first_of("\r\n", start), text.size()), next = end;
    if (next < text.size()) next += text.substr(next, 2) == "\r\n" ? 2 : 1;
    if (!splitter.add(start, keep == Truth::Yes ? next : end)) return {};
    start = next;
  }
  return result;
}

Ref byte_join(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is_iterable(thread, args[1])) {
    return raise(thread, Error::TypeError, "can only join an iterable");
  }
  Ref items = tuple_from(thread, args[1]);
  if (!items) return {};
  Tuple* parts = items.as<Tuple>();
  std::string result;
  for (uint64_t i = 0; i < parts->length; ++i) {
    std::string_view part;
    if (!bytes_view(thread, parts->items[i], &part)) {
      clear_exception(thread);
      return raise(thread, Error::TypeError, "sequence item {}: expected a bytes-like object, {} found", i,
                   type_name(thread, parts->items[i]));
    }
    if (i > 0) result.append(bytes_of(args[0]));
    result.append(part);
  }
  return make_like(thread, args[0], result);
}

}  // namespace gillab
