// open(): the mode's letters, the descriptor, the wrapping; and the types of files, made when first needed.
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

Type* make_binary_file_type(Thread& thread, const char* name);  // file_binary.cpp
Type* make_text_file_type(Thread& thread);                      // file_text.cpp

const FileTypes& file_types(Thread& thread) {
  FileTypes*& types = thread.interpreter->file_types;
  if (types) return *types;
  types = new FileTypes;
  types->text = make_text_file_type(thread);
  types->raw = make_binary_file_type(thread, "FileIO");
  types->reader = make_binary_file_type(thread, "BufferedReader");
  types->writer = make_binary_file_type(thread, "BufferedWriter");
  types->random = make_binary_file_type(thread, "BufferedRandom");
  return *types;
}

Type* unsupported_operation(Thread& thread) {
  Type*& type = thread.interpreter->file_types->unsupported;
  if (type) return type;
  Ref bases = make_tuple_of(thread, Value::object(thread.error_type(Error::OSError)),
                            Value::object(thread.error_type(Error::ValueError)));
  Ref module = make_str(thread, "io");
  Ref dict = make_dict(thread);
  if (!bases || !module || !dict) return nullptr;
  if (!dict_set_name(thread, dict.as<Dict>(), thread.names().__module__, std::move(module))) return nullptr;
  Ref made = make_class(thread, thread.types().type, intern(thread, std::string_view("UnsupportedOperation")),
                        bases.as<Tuple>(), dict.as<Dict>(), nullptr, nullptr);
  if (made) type = as<Type>(made.release());
  return type;
}

namespace {

struct Opening {
  Thread& thread;
  Value file, mode_text, buffering, encoding, errors, newline, closefd;
  OpenMode mode;

  bool read_mode() {
    if (mode_text.is_empty()) {
      mode.reading = true;
      return check_newline();
    }
    if (!is<Str>(mode_text)) {
      return raise(thread, Error::TypeError, "open() argument 'mode' must be str, not {}",
                   type_name(thread, mode_text));
    }
    std::string letters = to_utf8(as<Str>(mode_text));
    bool binary = false, text = false;
    for (size_t i = 0; i < letters.size(); ++i) {
      bool repeated = letters.find(letters[i], i + 1) != std::string::npos;
      bool* flag = letters[i] == 'r'   ? &mode.reading
                   : letters[i] == 'w' ? &mode.writing
                   : letters[i] == 'a' ? &mode.appending
                   : letters[i] == 'x' ? &mode.creating
                   : letters[i] == '+' ? &mode.updating
                   : letters[i] == 'b' ? &binary
                   : letters[i] == 't' ? &text
                                       : nullptr;
      if (!flag || repeated) return raise(thread, Error::ValueError, "invalid mode: '{}'", mode_text);
      *flag = true;
    }
    mode.text = !binary;
    return check_mode(binary, text);
  }

  bool check_mode(bool binary, bool text) const {
    if (text && binary) return raise(thread, Error::ValueError, "can't have text and binary mode at once");
    if (!mode.reading && !mode.writing && !mode.appending && !mode.creating) {
      return raise(thread, Error::ValueError,
                   "Must have exactly one of create/read/write/append mode and at most one plus");
    }
    if (mode.reading + mode.writing + mode.appending + mode.creating != 1) {
      return raise(thread, Error::ValueError, "must have exactly one of create/read/write/append mode");
    }
    const Value given[] = {encoding, errors, newline};
    const char* const forms[] = {"binary mode doesn't take an encoding argument",
                                 "binary mode doesn't take an errors argument",
                                 "binary mode doesn't take a newline argument"};
    for (int i = 0; i < 3 && binary; ++i) {
      if (!given[i].is_empty() && !given[i].is_none()) return raise(thread, Error::ValueError, forms[i]);
    }
    return check_newline();
  }

  bool check_newline() const {
    if (newline.is_empty() || newline.is_none()) return true;
    if (!is<Str>(newline)) {
      return raise(thread, Error::TypeError, "open() argument 'newline' must be str or None, not {}",
                   type_name(thread, newline));
    }
    for (const char* allowed : {"", "\n", "\r", "\r\n"}) {
      if (equals_ascii(as<Str>(newline), allowed)) return true;
    }
    return raise(thread, Error::ValueError, "illegal newline value: {}", newline);
  }

  int system_flags() const {
    int access = mode.updating ? O_RDWR : mode.reading ? O_RDONLY : O_WRONLY;
    if (mode.writing) access |= O_CREAT | O_TRUNC;
    if (mode.appending) access |= O_CREAT | O_APPEND;
    if (mode.creating) access |= O_CREAT | O_EXCL;
    return access;
  }

  bool path_text(Value path, std::string* text) const {
    if (is<Str>(path))
      *text = to_utf8(as<Str>(path));
    else
      *text = std::string(as<Bytes>(path)->view());
    if (text->find('\0') == std::string::npos) return true;
    return raise(thread, Error::ValueError, "embedded null byte");
  }

  int open_path(Value path) const {
    std::string text;
    if (!path_text(path, &text)) return -1;
    int descriptor = thread.interpreter->world->open(text.c_str(), system_flags(), 0666);
    struct stat status {};
    if (descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
      thread.interpreter->world->close(descriptor);
      descriptor = -EISDIR;
    }
    if (descriptor < 0) raise_errno(thread, -descriptor, path);
    return descriptor;
  }

  // A path, an object with __fspath__, or a descriptor. Negative: an error is set.
  int open_descriptor() const {
    if (is<Str>(file) || is<Bytes>(file)) return open_path(file);
    if (is_integer(file)) {
      int64_t number = -1;
      if (!index_as_int64(thread, file, &number)) return -1;
      if (number < 0) return raise(thread, Error::ValueError, "negative file descriptor"), -1;
      if (::fcntl(static_cast<int>(number), F_GETFD) < 0) return raise_errno(thread, errno), -1;
      return static_cast<int>(number);
    }
    Ref method = get_attribute_or_empty(thread, file, intern(thread, std::string_view("__fspath__")));
    if (!method && thread.has_exception()) return -1;
    if (!method) {
      raise(thread, Error::TypeError, "expected str, bytes or os.PathLike object, not {}", type_name(thread, file));
      return -1;
    }
    Ref path = call(thread, method.get());
    if (!path) return -1;
    if (is<Str>(path.get()) || is<Bytes>(path.get())) return open_path(path.get());
    raise(thread, Error::TypeError, "expected {}.__fspath__() to return str or bytes, not {}", type_name(thread, file),
          type_name(thread, path.get()));
    return -1;
  }

  Ref wrap(int descriptor, int64_t buffer_size) const {
    if (buffer_size == 0 && mode.text) return raise(thread, Error::ValueError, "can't have unbuffered text I/O");
    Ref binary = make_binary_file(thread, descriptor, mode, file, buffer_size != 0);
    if (!binary) return {};
    auto* made = static_cast<BinaryFile*>(binary.get().as_object());
    made->owns_descriptor = closefd.is_empty() || closefd.is_true();
    if (mode.appending) thread.interpreter->world->seek(descriptor, 0, SEEK_END);
    if (!mode.text) return binary;
    std::string shown = mode_text.is_empty() ? "r" : to_utf8(as<Str>(mode_text));
    Ref text = make_text_file(thread, binary.get(), shown, encoding, errors, newline);
    if (!text) return {};
    bool terminal = buffer_size < 0 && ::isatty(descriptor);
    static_cast<TextFile*>(text.get().as_object())->line_buffering = buffer_size == 1 || terminal;
    return text;
  }
};

}  // namespace

Ref open_file(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Opening opening{thread, args[0], args[1], args[2], args[3], args[4], args[5], args[6], {}};
  int64_t buffer_size = -1;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &buffer_size)) return {};
  if (!opening.read_mode()) return {};
  file_types(thread);
  int descriptor = opening.open_descriptor();
  return descriptor < 0 ? Ref() : opening.wrap(descriptor, buffer_size);
}

}  // namespace gillab
