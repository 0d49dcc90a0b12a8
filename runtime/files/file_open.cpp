// open(): the mode's letters, the descriptor, the wrapping; and the types of files, made when first needed.
#include <cstdlib>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/files/file_types.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/warn.h"

namespace gillab {

const FileTypes& file_types(Thread& thread) {
  FileTypes*& types = thread.interpreter->file_types;
  if (types) [[likely]]
    return *types;
  types = new FileTypes;
  // Where one cannot be made an error is set, and the engine, which asks for them first, does not start.
  (void)(make_base_file_types(thread, types) && make_raw_file_type(thread, types) &&
         make_buffered_file_types(thread, types) && make_text_file_type(thread, types));
  return *types;
}

Type* unsupported_operation(Thread& thread) {
  Type*& type = thread.interpreter->file_types->unsupported;
  if (type) return type;
  StoppedWorld stopped(thread);
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
  Value file, mode_text, buffering, encoding, errors, newline, closefd, opener;
  OpenMode mode;

  bool read_mode() {
    bool binary = false, text = false;
    std::string letters = "r";
    if (!mode_text.is_empty()) {
      Str* given = expect_str(thread, mode_text, "open() argument 'mode'");
      if (!given) return false;
      letters = to_utf8(given);
    }
    if (!read_open_mode(letters, &mode, &binary, &text)) {
      return raise(thread, Error::ValueError, "invalid mode: '{}'", letters);
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
    const Value given[] = {encoding, errors, newline};
    const char* const names[] = {"encoding", "errors", "newline"};
    for (int i = 0; i < 3; ++i) {
      if (given[i].is_empty() || given[i].is_none() || is<Str>(given[i])) continue;
      return raise(thread, Error::TypeError, "open() argument '{}' must be str or None, not {}", names[i],
                   type_name(thread, given[i]));
    }
    if (newline.is_empty() || newline.is_none()) return true;
    for (const char* allowed : {"", "\n", "\r", "\r\n"}) {
      if (equals_ascii(as<Str>(newline), allowed)) return true;
    }
    return raise(thread, Error::ValueError, "illegal newline value: {}", newline);
  }

  // How large the buffer is, and whether each line goes out at once. False: an exception is set.
  bool read_buffering(int descriptor, int64_t* size, bool* by_line) const {
    *size = -1;
    if (!buffering.is_empty() && !index_as_int64(thread, buffering, size)) return false;
    if (*size == 1 && !mode.text &&
        !warn(thread, Error::RuntimeWarning,
              "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")) {
      return false;
    }
    *by_line = *size == 1 || (*size < 0 && ::isatty(descriptor) == 1);
    if (*size == 1 || *size < 0) *size = kFileBuffer;
    if (*size == 0 && mode.text) return raise(thread, Error::ValueError, "can't have unbuffered text I/O");
    return true;
  }

  Ref wrap(Ref raw) const {
    int64_t size;
    bool by_line;
    if (!read_buffering(static_cast<RawFile*>(raw.get().as_object())->descriptor.get(), &size, &by_line)) return {};
    if (size == 0) return raw;
    const FileTypes& types = file_types(thread);
    Type* type = mode.updating ? types.random : mode.reading ? types.reader : types.writer;
    Ref binary = make_buffered(thread, type, raw.get(), static_cast<uint32_t>(std::min<int64_t>(size, 1 << 30)));
    if (!binary || !mode.text) return binary;
    std::string shown = mode_text.is_empty() ? "r" : to_utf8(as<Str>(mode_text));
    Ref text = make_text_file(thread, binary.get(), shown, encoding, errors, newline);
    if (!text) return {};
    static_cast<TextFile*>(text.get().as_object())->line_buffering = by_line;
    return text;
  }
};

}  // namespace

bool read_open_mode(std::string_view letters, OpenMode* mode, bool* binary, bool* text) {
  *binary = *text = false;
  for (size_t i = 0; i < letters.size(); ++i) {
    bool repeated = letters.find(letters[i], i + 1) != std::string_view::npos;
    bool* flag = letters[i] == 'r'   ? &mode->reading
                 : letters[i] == 'w' ? &mode->writing
                 : letters[i] == 'a' ? &mode->appending
                 : letters[i] == 'x' ? &mode->creating
                 : letters[i] == '+' ? &mode->updating
                 : letters[i] == 'b' ? binary
                 : letters[i] == 't' ? text
                                     : nullptr;
    if (!flag || repeated) return false;
    *flag = true;
  }
  return true;
}

Ref open_file(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Opening opening{thread, args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], {}};
  if (!opening.read_mode()) return {};
  Ref raw = Ref::own(new_raw_file(thread, file_types(thread).raw));
  if (!raw) return {};
  auto* file = static_cast<RawFile*>(raw.get().as_object());
  if (!open_raw_file(thread, file, args[0], opening.mode, args[6], args[7])) return {};
  const bool owns = file->owns_descriptor;
  const int descriptor = file->descriptor.get();
  file->owns_descriptor = false;  // a half-made file on top that goes away closes nothing and warns of nothing
  Ref wrapped = opening.wrap(raw.share());
  file->owns_descriptor = owns;
  if (!wrapped && owns) {
    file->descriptor.set(-1);
    Blocking region(thread, gil::Reason::Io);
    thread.interpreter->world->close(descriptor);
  }
  return wrapped;
}

}  // namespace gillab
