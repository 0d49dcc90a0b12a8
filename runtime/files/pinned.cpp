// Pinned: see the header.
#include "runtime/files/pinned.h"

#include "runtime/errors.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

bool Pinned::open(Thread& thread, Value value, Use use, const char* what) {
  std::string_view view;
  if (use == kWrite && !writable_memory(thread, value, &view)) {
    if (thread.has_exception()) return false;
    return raise(thread, Error::TypeError, "{} must be read-write bytes-like object, not {}", what,
                 argument_name(thread, value));
  }
  if (!memory_in_place(thread, value, &view)) return thread.has_exception() ? false : bytes_view(thread, value, &view);
  window_ = is<Bytes>(value) ? Ref::share(value) : make_memoryview(thread, value);
  if (!window_ || !memory_in_place(thread, window_.get(), &view)) return false;  // again, now that it cannot move
  data_ = const_cast<char*>(view.data());
  size_ = view.size();
  return true;
}

Pinned::~Pinned() = default;

}  // namespace gillab
