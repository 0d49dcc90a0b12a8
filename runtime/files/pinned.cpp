// Pinned: see the header.
#include "runtime/files/pinned.h"

#include "runtime/errors.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

bool may_write(Value value) {
  if (is<ByteArray>(value)) return true;
  return is<MemoryView>(value) && is<ByteArray>(as<MemoryView>(value)->owner.peek());
}

}  // namespace

bool Pinned::open(Thread& thread, Value value, Use use, const char* what) {
  if (use == kWrite && !may_write(value)) {
    return raise(thread, Error::TypeError, "{} must be read-write bytes-like object, not {}", what,
                 argument_name(thread, value));
  }
  std::string_view view;
  if (!bytes_view(thread, value, &view)) return false;
  if (is<Bytes>(value))
    window_ = Ref::share(value);
  else if (!(window_ = make_memoryview(thread, value)))
    return false;
  data_ = const_cast<char*>(view.data());
  size_ = view.size();
  return true;
}

Pinned::~Pinned() = default;

}  // namespace gillab
