// Text files in encodings that C++ does not know: a CodedText of lib/_coded_text.py reads, encodes and knows positions.
#include <string>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

bool make_coder(Thread& thread, TextFile* file) {
  Ref import = dict_get_name(thread.interpreter->builtins, intern(thread, "__import__"));
  Ref name = make_str(thread, "_coded_text");
  Ref module = import && name ? call(thread, import.get(), name.get()) : Ref();
  if (!module) return false;
  Ref encoding = file->encoding.take(), errors = file->errors.take(), newline = file->newline.take();
  const Value given[] = {encoding.get(), errors.get(), newline.get()};
  Ref coder = call_named(thread, module.get(), "make", given, 3);
  if (!coder) return false;
  file->coder.put(std::move(coder));
  return true;
}

bool encode_with_coder(Thread& thread, TextFile* file, Value text) {
  Ref coder = file->coder.take();
  Ref bytes = call_named(thread, coder.get(), "encode", &text, 1);
  if (!bytes) return false;
  file->pending->append(bytes.as<Bytes>()->view());
  return true;
}

bool start_coder(Thread& thread, TextFile* file, int64_t place) {
  Ref coder = file->coder.take(), number = make_int(thread, place);
  const Value given = number.get();
  return number && call_named(thread, coder.get(), "start_writing", &given, 1);
}

Ref call_coder(Thread& thread, TextFile* file, const char* method, Value argument) {
  Ref coder = file->coder.take(), bytes = file->bytes.take();
  const Value given[] = {bytes.get(), argument};
  return call_named(thread, coder.get(), method, given, argument.is_empty() ? 1 : 2);
}

namespace {

// Only the coder's own lock is held while it reads.
bool prepare_unlocked(Thread& thread, TextFile* file) {
  if (!check_text_attached(thread, file)) return false;
  Ref keep = file->bytes.take();
  Buffered* bytes = bytes_of(file);
  if (!lock_buffered(thread, bytes, kClosedFile)) return false;
  const bool done = prepare_to_read(thread, file);
  bytes->lock.give();
  return done;
}

}  // namespace

Ref read_coded(Thread& thread, TextFile* file, const char* method, int64_t count) {
  if (!prepare_unlocked(thread, file)) return {};
  Ref coder = file->coder.take(), bytes = file->bytes.take();
  Ref most = make_int(thread, count), chunk = make_int(thread, file->chunk);
  if (!coder || !most || !chunk) return {};
  const Value given[] = {bytes.get(), most.get(), chunk.get()};
  return call_named(thread, coder.get(), method, given, 3);
}

Ref seek_coded(Thread& thread, TextFile* file, Value cookie, int64_t whence) {
  Ref kept = Ref::share(cookie);
  if (whence < 0 || whence > 2) {
    return raise(thread, Error::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
  }
  int64_t number = 0;
  if (whence > 0 && !index_as_int64(thread, cookie, &number)) return {};
  if (number != 0) {
    return raise_unsupported(thread, whence == 1 ? "can't do nonzero cur-relative seeks"
                                                 : "can't do nonzero end-relative seeks");
  }
  if (!flush_text(thread, file)) return {};
  if (whence == 2) return call_coder(thread, file, "seek_end");
  if (whence == 1 && !(kept = call_coder(thread, file, "tell"))) return {};
  return call_coder(thread, file, "seek", kept.get());
}

}  // namespace gillab
