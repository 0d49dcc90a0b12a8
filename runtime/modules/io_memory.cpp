// io.StringIO and io.BytesIO: files whose content is memory. One template for both; what they differ in stands in
// their Traits.
#include <string>

#include "runtime/bytes.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/io.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

// Thread safety: under the Guard.
template <class Char>
struct MemoryFile : Object {
  std::basic_string<Char>* content;  // null: closed
  uint64_t position;
};

struct TextTraits {
  using Char = char32_t;
  static constexpr const char* kName = "StringIO";
  static Ref make(Thread& thread, const Char* start, size_t count) { return make_from_utf32(thread, start, count); }
  static bool take(Thread& thread, Value value, std::u32string* target, const char* what) {
    if (!is<Str>(value)) {
      return raise(thread, Error::TypeError, what, type_name(thread, value));
    }
    const Str* text = as<Str>(value);
    target->reserve(target->size() + text->length);
    for (size_t i = 0; i < text->length; ++i) target->push_back(text->at(i));
    return true;
  }
  static constexpr const char* kWriteMessage = "string argument expected, got '{}'";
  static constexpr const char* kInitialMessage = "initial_value must be str or None, not {}";
  static constexpr bool kText = true;
};

struct BytesTraits {
  using Char = char;
  static constexpr const char* kName = "BytesIO";
  static Ref make(Thread& thread, const Char* start, size_t count) { return make_bytes(thread, {start, count}); }
  static bool take(Thread& thread, Value value, std::string* target, const char*) {
    std::string_view bytes;
    if (!bytes_view(thread, value, &bytes)) return false;
    target->append(bytes);
    return true;
  }
  static constexpr const char* kWriteMessage = "";
  static constexpr const char* kInitialMessage = "";
  static constexpr bool kText = false;
};

extern const Layout kStringIoLayout;
extern const Layout kBytesIoLayout;

template <class Traits>
struct Methods {
  using Char = typename Traits::Char;
  using Content = std::basic_string<Char>;
  using File = MemoryFile<Char>;

  static File* file_of(Value self) { return static_cast<File*>(self.as_object()); }

  static File* open_file_of(Thread& thread, Value self) {
    File* file = file_of(self);
    if (file->content) return file;
    return raise(thread, Error::ValueError, "I/O operation on closed file{}", Traits::kText ? "" : ".");
  }

  static Ref make_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
    auto* file = static_cast<File*>(allocate_instance(thread, as<Type>(args[0])));
    if (!file) return {};
    file->content = new Content;
    file->position = 0;
    return Ref::own(file);
  }

  static Ref init(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = file_of(args[0]);
    Content content;
    bool given = !args[1].is_empty() && !args[1].is_none();
    if (given && !Traits::take(thread, args[1], &content, Traits::kInitialMessage)) return {};
    if (!file->content) file->content = new Content;
    *file->content = std::move(content);
    file->position = 0;
    return Ref::none();
  }

  static void destroy(Thread& thread, Object* object) {
    auto* file = static_cast<File*>(object);
    delete file->content;
    drop_attributes(thread, object);
    free_object(thread, object, size_with_attributes(object, sizeof(File)));
  }

  static bool count_argument(Thread& thread, Value value, int64_t* count) {
    *count = -1;
    return value.is_empty() || value.is_none() || index_as_int64(thread, value, count);
  }

  static Ref take_from(Thread& thread, File* file, size_t count) {
    size_t start = std::min<size_t>(file->position, file->content->size());
    count = std::min(count, file->content->size() - start);
    if (count > 0) file->position = start + count;
    return Traits::make(thread, file->content->data() + start, count);
  }

  static Ref read(Thread& thread, const Value* args, uint32_t, Tuple*) {
    int64_t count;  // asked for first: __index__ may close the file
    File* file = count_argument(thread, args[1], &count) ? open_file_of(thread, args[0]) : nullptr;
    if (!file) return {};
    return take_from(thread, file, count < 0 ? SIZE_MAX : static_cast<size_t>(count));
  }

  static size_t line_length(const File* file) {
    if (file->position >= file->content->size()) return 0;
    size_t end = file->content->find(static_cast<Char>('\n'), file->position);
    return (end == Content::npos ? file->content->size() : end + 1) - file->position;
  }

  static Ref readline(Thread& thread, const Value* args, uint32_t, Tuple*) {
    int64_t limit;
    File* file = count_argument(thread, args[1], &limit) ? open_file_of(thread, args[0]) : nullptr;
    if (!file) return {};
    size_t count = line_length(file);
    return take_from(thread, file, limit < 0 ? count : std::min(count, static_cast<size_t>(limit)));
  }

  static Ref next_line(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    if (!file) return {};
    size_t count = line_length(file);
    return count == 0 ? Ref::exhausted() : take_from(thread, file, count);
  }

  static Ref readlines(Thread& thread, const Value* args, uint32_t, Tuple*) {
    return open_file_of(thread, args[0]) ? list_from(thread, args[0]) : Ref();
  }

  static bool write_value(Thread& thread, File* file, Value value, size_t* written) {
    Content text;
    if (!Traits::take(thread, value, &text, Traits::kWriteMessage)) return false;
    *written = text.size();
    if (text.empty()) return true;
    if (file->position > file->content->size()) file->content->resize(file->position);
    size_t replaced = std::min(text.size(), file->content->size() - file->position);
    file->content->replace(file->position, replaced, text);
    file->position += text.size();
    return true;
  }

  static Ref write(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    size_t written;
    if (!file || !write_value(thread, file, args[1], &written)) return {};
    return make_int(thread, static_cast<int64_t>(written));
  }

  static Ref writelines(Thread& thread, const Value* args, uint32_t, Tuple*) {
    if (!open_file_of(thread, args[0])) return {};
    Each each(thread, args[1]);
    while (Ref line = each.next()) {
      File* file = open_file_of(thread, args[0]);
      size_t written;
      if (!file || !write_value(thread, file, line.get(), &written)) return {};
    }
    return each.failed() ? Ref() : Ref::none();
  }

  static Ref getvalue(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    return file ? Traits::make(thread, file->content->data(), file->content->size()) : Ref();
  }

  static Ref tell(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    return file ? make_int(thread, static_cast<int64_t>(file->position)) : Ref();
  }

  static Ref seek(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    int64_t offset;
    int64_t whence = 0;
    if (!file || !index_as_int64(thread, args[1], &offset)) return {};
    if (!args[2].is_empty() && !index_as_int64(thread, args[2], &whence)) return {};
    if (!open_file_of(thread, args[0])) return {};
    if (whence < 0 || whence > 2) {
      return raise(thread, Error::ValueError, "Invalid whence ({}, should be 0, 1 or 2)", whence);
    }
    if (whence == 0 && offset < 0) {
      return raise(thread, Error::ValueError, Traits::kText ? "Negative seek position {}" : "negative seek value {}",
                   offset);
    }
    if (Traits::kText && whence != 0 && offset != 0) {
      return raise(thread, Error::OSError, "Can't do nonzero cur-relative seeks");
    }
    if (whence == 1) offset += static_cast<int64_t>(file->position);
    if (whence == 2) offset += static_cast<int64_t>(file->content->size());
    file->position = static_cast<uint64_t>(std::max<int64_t>(offset, 0));
    return make_int(thread, static_cast<int64_t>(file->position));
  }

  static Ref truncate(Thread& thread, const Value* args, uint32_t, Tuple*) {
    File* file = open_file_of(thread, args[0]);
    if (!file) return {};
    auto size = static_cast<int64_t>(file->position);
    if (!args[1].is_empty() && !args[1].is_none() && !index_as_int64(thread, args[1], &size)) return {};
    if (!open_file_of(thread, args[0])) return {};
    if (size < 0) return raise(thread, Error::ValueError, "Negative size value {}", size);
    if (static_cast<size_t>(size) < file->content->size()) file->content->resize(static_cast<size_t>(size));
    return make_int(thread, size);
  }

  static Ref close(Thread&, const Value* args, uint32_t, Tuple*) {
    delete std::exchange(file_of(args[0])->content, nullptr);
    return Ref::none();
  }

  static Ref same(Thread& thread, const Value* args, uint32_t, Tuple*) {
    return open_file_of(thread, args[0]) ? Ref::share(args[0]) : Ref();
  }
  static Ref yes(Thread& thread, const Value* args, uint32_t, Tuple*) {
    return open_file_of(thread, args[0]) ? Ref::boolean(true) : Ref();
  }
  static Ref no(Thread& thread, const Value* args, uint32_t, Tuple*) {
    return open_file_of(thread, args[0]) ? Ref::boolean(false) : Ref();
  }
  static Ref flush(Thread& thread, const Value* args, uint32_t, Tuple*) {
    if (Traits::kText) return Ref::none();
    return open_file_of(thread, args[0]) ? Ref::none() : Ref();
  }
  static Ref fileno(Thread& thread, const Value*, uint32_t, Tuple*) {
    Type* type = unsupported_operation(thread);
    return type ? raise_formatted(thread, type, "fileno", {}) : Failed{};
  }
  static Ref closed(Thread&, Value self) { return Ref::boolean(!file_of(self)->content); }
  static Ref nothing(Thread&, Value) { return Ref::none(); }

  static Type* make_type(Thread& thread, const Layout& layout) {
    static const MethodDef kMethods[] = {{"__new__", "(type, /, *args, **kwargs)", make_new, MethodDef::Static},
                                         {"read", "(self, size=-1, /)", read},
                                         {"readline", "(self, size=-1, /)", readline},
                                         {"readlines", "(self, hint=-1, /)", readlines},
                                         {"write", "(self, s, /)", write},
                                         {"writelines", "(self, lines, /)", writelines},
                                         {"getvalue", "(self, /)", getvalue},
                                         {"tell", "(self, /)", tell},
                                         {"seek", "(self, pos, whence=0, /)", seek},
                                         {"truncate", "(self, pos=None, /)", truncate},
                                         {"close", "(self, /)", close},
                                         {"flush", "(self, /)", flush},
                                         {"fileno", "(self, /)", fileno},
                                         {"isatty", "(self, /)", no},
                                         {"readable", "(self, /)", yes},
                                         {"writable", "(self, /)", yes},
                                         {"seekable", "(self, /)", yes},
                                         {"__enter__", "(self, /)", same},
                                         {"__exit__", "(self, /, *args)", close},
                                         {"__iter__", "(self, /)", same},
                                         {"__next__", "(self, /)", next_line}};
    static const MethodDef kTextInit[] = {{"__init__", "(self, initial_value='', newline='\\n')", init}};
    static const MethodDef kBytesInit[] = {{"__init__", "(self, initial_bytes=b'')", init},
                                           {"read1", "(self, size=-1, /)", read},
                                           {"getbuffer", "(self, /)", getvalue}};
    static const GetSetDef kClosed[] = {{"closed", closed}};
    static const GetSetDef kTextFields[] = {{"newlines", nothing}, {"encoding", nothing}, {"errors", nothing}};
    TypeDef def{Traits::kName, "_io", &layout, kBaseType | kHasDict | kHasWeakref};
    Type* type = make_native_type(thread, def, nullptr);
    if (!type) return nullptr;
    add_methods(thread, type, kMethods);
    add_getsets(thread, type, kClosed);
    if (Traits::kText) {
      add_methods(thread, type, kTextInit);
      add_getsets(thread, type, kTextFields);
    } else {
      add_methods(thread, type, kBytesInit);
    }
    finish_type(thread, type);
    return type;
  }
};

void clear_attributes(Thread& thread, Object* object) { drop_attributes(thread, object); }

const Layout kStringIoLayout = {
    "StringIO",      sizeof(MemoryFile<char32_t>), true, Methods<TextTraits>::destroy, traverse_attributes,
    clear_attributes};
const Layout kBytesIoLayout = {"BytesIO",           sizeof(MemoryFile<char>), true, Methods<BytesTraits>::destroy,
                               traverse_attributes, clear_attributes};

}  // namespace

Type* make_string_io_type(Thread& thread) { return Methods<TextTraits>::make_type(thread, kStringIoLayout); }
Type* make_bytes_io_type(Thread& thread) { return Methods<BytesTraits>::make_type(thread, kBytesIoLayout); }

}  // namespace gillab
