// io.StringIO: a file of text whose content is memory. BytesIO is in io_bytes.cpp.
#include <algorithm>
#include <string>

#include "runtime/classes/type_build.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/io.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"

namespace gillab {

namespace {

enum class Newline : uint8_t { Feed, Translate, Universal, Return, Both };  // "\n", None, "", "\r", "\r\n"

// Thread safety: under the Guard; no operation on it runs Python in its middle.
struct StringFile : Object {
  std::u32string* content;  // null: closed
  uint64_t position;
  Newline newline;
  uint8_t seen_newlines;  // bits: 1 \r, 2 \n, 4 \r\n
};

extern const Layout kStringIoLayout;

StringFile* file_of(Value self) { return static_cast<StringFile*>(self.as_object()); }

StringFile* open_file_of(Thread& thread, Value self) {
  StringFile* file = file_of(self);
  if (file->content) return file;
  return raise(thread, Error::ValueError, "I/O operation on closed file");
}

void note(StringFile* file, const std::u32string& text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      file->seen_newlines |= i > 0 && text[i - 1] == '\r' ? 4 : 2;
    } else if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
      file->seen_newlines |= 1;
    }
  }
}

// As it is kept: line ends translated as `newline` says.
std::u32string kept_form(StringFile* file, std::u32string text) {
  if (file->newline == Newline::Feed) return text;
  if (file->newline == Newline::Translate || file->newline == Newline::Universal) note(file, text);
  if (file->newline == Newline::Universal) return text;
  std::u32string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (file->newline == Newline::Translate && c == '\r') {
      i += i + 1 < text.size() && text[i + 1] == '\n';
      c = '\n';
    } else if (c == '\n' && file->newline != Newline::Translate) {
      result += '\r';
      if (file->newline == Newline::Return) continue;
    }
    result += c;
  }
  return result;
}

std::u32string characters_of(const Str* text) {
  std::u32string result(text->length, U'\0');
  with_characters(text, [&](const auto* from) { std::copy(from, from + text->length, result.data()); });
  return result;
}

// Characters at the position, over those that are there.
void put(StringFile* file, const std::u32string& text) {
  if (file->position > file->content->size()) file->content->resize(file->position);
  size_t replaced = std::min(text.size(), file->content->size() - file->position);
  file->content->replace(file->position, replaced, text);
  file->position += text.size();
}
void put(StringFile* file, const Str* text) {
  const size_t end = file->position + text->length;
  if (end > file->content->size()) file->content->resize(end);
  char32_t* to = file->content->data() + file->position;
  with_characters(text, [&](const auto* from) { std::copy(from, from + text->length, to); });
  file->position = end;
}

bool read_newline(Thread& thread, Value value, Newline* newline) {
  *newline = value.is_empty() ? Newline::Feed : Newline::Translate;
  if (value.is_empty() || value.is_none()) return true;
  if (!is<Str>(value)) {
    return raise(thread, Error::TypeError, "newline must be str or None, not {}", type_name(thread, value));
  }
  const char* const kTexts[] = {"\n", nullptr, "", "\r", "\r\n"};
  for (int i = 0; i < 5; ++i) {
    if (kTexts[i] && equals_ascii(as<Str>(value), kTexts[i])) return *newline = static_cast<Newline>(i), true;
  }
  Ref shown = repr(thread, value);
  return shown && raise(thread, Error::ValueError, "illegal newline value: {}", shown.get());
}

Ref make_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* file = static_cast<StringFile*>(allocate_instance(thread, as<Type>(args[0])));
  if (!file) return {};
  file->content = new std::u32string;
  file->position = 0;
  file->newline = Newline::Feed;
  file->seen_newlines = 0;
  return Ref::own(file);
}

Ref init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StringFile* file = file_of(args[0]);
  bool given = !args[1].is_empty() && !args[1].is_none();
  if (!read_newline(thread, args[2], &file->newline)) return {};
  if (given && !is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "initial_value must be str or None, not {}", type_name(thread, args[1]));
  }
  if (!file->content) file->content = new std::u32string;
  file->seen_newlines = 0;
  *file->content = given ? kept_form(file, characters_of(as<Str>(args[1]))) : std::u32string();
  file->position = 0;
  return Ref::none();
}

Ref take_from(Thread& thread, StringFile* file, size_t count) {
  size_t start = std::min<size_t>(file->position, file->content->size());
  count = std::min(count, file->content->size() - start);
  if (count > 0) file->position = start + count;
  return make_from_utf32(thread, file->content->data() + start, count);
}

Ref read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count;  // asked for first: __index__ may close the file
  StringFile* file = count_argument(thread, args[1], &count) ? open_file_of(thread, args[0]) : nullptr;
  return file ? take_from(thread, file, count < 0 ? SIZE_MAX : static_cast<size_t>(count)) : Ref();
}

size_t line_end(const StringFile* file, size_t start) {
  const std::u32string& text = *file->content;
  if (file->newline == Newline::Both) {
    size_t at = text.find(U"\r\n", start);
    return at == std::u32string::npos ? text.size() : at + 2;
  }
  size_t at = file->newline == Newline::Return      ? text.find(U'\r', start)
              : file->newline == Newline::Universal ? text.find_first_of(U"\r\n", start)
                                                    : text.find(U'\n', start);
  if (at == std::u32string::npos) return text.size();
  bool both = file->newline == Newline::Universal && text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
  return at + (both ? 2 : 1);
}

size_t line_length(const StringFile* file) {
  if (file->position >= file->content->size()) return 0;
  return line_end(file, file->position) - file->position;
}

Ref readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  StringFile* file = count_argument(thread, args[1], &limit) ? open_file_of(thread, args[0]) : nullptr;
  if (!file) return {};
  size_t count = line_length(file);
  return take_from(thread, file, limit < 0 ? count : std::min(count, static_cast<size_t>(limit)));
}

Ref next_line(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StringFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  size_t count = line_length(file);
  return count == 0 ? Ref::exhausted() : take_from(thread, file, count);
}

Ref write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (!is<Str>(args[1])) {
    return raise(thread, Error::TypeError, "string argument expected, got '{}'", type_name(thread, args[1]));
  }
  StringFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  const Str* text = as<Str>(args[1]);
  if (text->length != 0) {
    file->newline == Newline::Feed ? put(file, text) : put(file, kept_form(file, characters_of(text)));
  }
  return make_int(thread, static_cast<int64_t>(text->length));
}

Ref getvalue(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StringFile* file = open_file_of(thread, args[0]);
  return file ? make_from_utf32(thread, file->content->data(), file->content->size()) : Ref();
}

Ref tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StringFile* file = open_file_of(thread, args[0]);
  return file ? make_int(thread, static_cast<int64_t>(file->position)) : Ref();
}

Ref seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t offset, whence = 0;
  if (!index_as_int64(thread, args[1], &offset)) return {};
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
  StringFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  if (whence < 0 || whence > 2) {
    return raise(thread, Error::ValueError, "Invalid whence ({}, should be 0, 1 or 2)", whence);
  }
  if (whence == 0 && offset < 0) return raise(thread, Error::ValueError, "Negative seek position {}", offset);
  if (whence != 0 && offset != 0) return raise(thread, Error::OSError, "Can't do nonzero cur-relative seeks");
  if (whence == 0) file->position = static_cast<uint64_t>(offset);
  if (whence == 2) file->position = file->content->size();
  return make_int(thread, static_cast<int64_t>(file->position));
}

Ref truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size = -1;
  bool given = !args[1].is_empty() && !args[1].is_none();
  if (given && !index_as_int64(thread, args[1], &size)) return {};
  StringFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  if (!given) size = static_cast<int64_t>(file->position);
  if (size < 0) return raise(thread, Error::ValueError, "Negative size value {}", size);
  if (static_cast<size_t>(size) < file->content->size()) file->content->resize(static_cast<size_t>(size));
  return make_int(thread, size);
}

Ref close(Thread&, const Value* args, uint32_t, Tuple*) {
  delete std::exchange(file_of(args[0])->content, nullptr);
  return Ref::none();
}

Ref yes(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return open_file_of(thread, args[0]) ? Ref::boolean(true) : Ref();
}
Ref flush(Thread&, const Value*, uint32_t, Tuple*) { return Ref::none(); }
Ref closed(Thread&, Value self) { return Ref::boolean(!file_of(self)->content); }
Ref line_buffering(Thread& thread, Value self) {
  return open_file_of(thread, self) ? Ref::boolean(false) : Ref();
}
Ref newlines(Thread& thread, Value self) { return newlines_seen(thread, file_of(self)->seen_newlines); }

void destroy(Thread& thread, Object* object) {
  delete static_cast<StringFile*>(object)->content;
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(StringFile)));
}

void clear_attributes(Thread& thread, Object* object) { drop_attributes(thread, object); }

const Layout kStringIoLayout = {"StringIO", sizeof(StringFile),  true,
                                destroy,    traverse_attributes, clear_attributes};

Value text_of_newline(Thread& thread, Newline newline, Ref* made) {
  const char* const kTexts[] = {"\n", nullptr, "", "\r", "\r\n"};
  const char* text = kTexts[static_cast<int>(newline)];
  *made = text ? make_str(thread, text) : Ref::none();
  return made->get();
}

Ref get_state(Thread& thread, const Value* args, uint32_t, Tuple*) {
  StringFile* file = open_file_of(thread, args[0]);
  if (!file) return {};
  Ref newline, content = make_from_utf32(thread, file->content->data(), file->content->size());
  Ref position = make_int(thread, static_cast<int64_t>(file->position));
  text_of_newline(thread, file->newline, &newline);
  Ref attributes = content && position && newline ? kept_attributes(thread, args[0]) : Ref();
  if (!attributes) return {};
  return make_tuple_of(thread, content.get(), newline.get(), position.get(), attributes.get());
}

Ref set_state(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Tuple* state = checked_state(thread, args[0], args[1], 4);
  StringFile* file = state ? open_file_of(thread, args[0]) : nullptr;
  if (!file) return {};
  const Value again[] = {args[0], state->items[0], state->items[1]};
  uint64_t position = 0;
  if (!init(thread, again, 3, nullptr)) return {};
  if (is<Str>(state->items[0])) *file->content = characters_of(as<Str>(state->items[0]));  // as it was kept
  if (!restore_state(thread, args[0], state->items[2], state->items[3], {"third", "got", "fourth"}, &position)) return {};
  file->position = position;
  return Ref::none();
}

const GetSetDef kFields[] = {{"closed", closed}, {"newlines", newlines}, {"line_buffering", line_buffering}};
const MethodDef kMethods[] = {{"__new__", "(type, /, *args, **kwargs)", make_new, MethodDef::Static},
                              {"__getstate__", "(self, /)", get_state},
                              {"__setstate__", "(self, state, /)", set_state},
                              {"__init__", "(self, initial_value='', newline='\\n')", init},
                              {"read", "(self, size=-1, /)", read},
                              {"readline", "(self, size=-1, /)", readline},
                              {"write", "(self, s, /)", write},
                              {"getvalue", "(self, /)", getvalue},
                              {"tell", "(self, /)", tell},
                              {"seek", "(self, pos, whence=0, /)", seek},
                              {"truncate", "(self, pos=None, /)", truncate},
                              {"close", "(self, /)", close},
                              {"flush", "(self, /)", flush},
                              {"readable", "(self, /)", yes},
                              {"writable", "(self, /)", yes},
                              {"seekable", "(self, /)", yes},
                              {"__next__", "(self, /)", next_line}};

}  // namespace

Type* make_string_io_type(Thread& thread) {
  TypeDef def{"_io.StringIO", "_io", &kStringIoLayout, kBaseType | kHasDict | kHasWeakref};
  Type* type = make_native_type(thread, def, file_types(thread).text_base);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  add_getsets(thread, type, &kInstanceDict, 1);
  finish_type(thread, type);
  // Closing it, which is all __del__ does, changes nothing that anybody could see. Subclasses may think otherwise.
  type->root->traits &= static_cast<uint8_t>(~kHasFinalizer);
  return type;
}

}  // namespace gillab
