// sys.stdin, stdout and stderr, and what happens to them at the end.
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/function.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// A descriptor that is not open gives None, as on CPython.
Ref make_stream(Thread& thread, int descriptor, const char* name, bool writing) {
  if (::fcntl(descriptor, F_GETFD) < 0) return Ref::none();
  Ref shown = make_str(thread, name);
  Ref encoding = make_str(thread, "utf-8");
  Ref errors = make_str(thread, descriptor == STDERR_FILENO ? "backslashreplace" : "strict");
  if (!shown || !encoding || !errors) return {};
  OpenMode mode;
  (writing ? mode.writing : mode.reading) = true;
  Ref raw = make_raw_file(thread, descriptor, mode, shown.get(), false);
  const FileTypes& types = file_types(thread);
  Ref buffer = raw ? make_buffered(thread, writing ? types.writer : types.reader, raw.get()) : Ref();
  if (!buffer) return {};
  Ref text = make_text_file(thread, buffer.get(), writing ? "w" : "r", encoding.get(), errors.get(), Value::none());
  if (!text) return {};
  bool by_line = descriptor == STDERR_FILENO || ::isatty(descriptor);
  static_cast<TextFile*>(text.get().as_object())->line_buffering = writing && by_line;
  return text;
}

bool add_stream(Thread& thread, Module* module, const char* name, const char* original, Ref stream) {
  return stream && add_value(thread, module, name, stream.share()) &&
         add_value(thread, module, original, stream.share());
}

bool flush_stream(Thread& thread, Str* name) {
  Ref stream = sys_attribute(thread, name);
  if (!stream || stream.get().is_none()) return true;
  if (is_plain_text_file(thread, stream.get()) && is_closed(thread, stream.get()) == Truth::Yes) return true;
  Ref done = call_method(thread, stream.get(), thread.names().flush);
  return static_cast<bool>(done);
}

}  // namespace

bool add_standard_streams(Thread& thread, Module* module) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed stdout is an OSError, not the end of the process
  file_types(thread);
  if (thread.has_exception()) return false;
  return add_stream(thread, module, "stdin", "__stdin__", make_stream(thread, STDIN_FILENO, "<stdin>", false)) &&
         add_stream(thread, module, "stdout", "__stdout__", make_stream(thread, STDOUT_FILENO, "<stdout>", true)) &&
         add_stream(thread, module, "stderr", "__stderr__", make_stream(thread, STDERR_FILENO, "<stderr>", true));
}

void unbuffer_standard_streams(Thread& thread) {
  for (Str* name : {thread.names().stdout, thread.names().stderr}) {
    Ref stream = sys_attribute(thread, name);
    if (!stream || !is_plain_text_file(thread, stream.get())) continue;
    auto* file = static_cast<TextFile*>(stream.get().as_object());
    file->write_through = true;
    bytes_of(file)->unbuffered = true;
  }
}

bool flush_standard_streams(Thread& thread, bool quietly) {
  bool written = flush_stream(thread, thread.names().stdout);
  if (!written && quietly) clear_exception(thread);
  if (!written && !quietly) {
    Ref stream = sys_attribute(thread, thread.names().stdout);
    write_unraisable(thread, stream ? stream.get() : Value::none());
  }
  if (!flush_stream(thread, thread.names().stderr)) clear_exception(thread);
  return written;
}

}  // namespace gillab
