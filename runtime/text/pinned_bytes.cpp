// Pinning the memory of bytes, bytearrays and memoryviews.
#include "runtime/text/pinned_bytes.h"

#include "runtime/bytes.h"
#include "runtime/text/memoryview.h"

namespace gillab {
namespace {

void count_export(Value owner, int32_t change) {
  if (!is<ByteArray>(owner)) return;
  ByteArray* array = as<ByteArray>(owner);
  Guard guard(array->header);
  array->exports.set(array->exports.get() + static_cast<uint32_t>(change));
}

}  // namespace

bool PinnedBytes::pin(Thread& thread, Value value) {
  if (!bytes_view(thread, value, &view_)) return false;
  owner_ = is<MemoryView>(value) ? as<MemoryView>(value)->owner.take() : Ref::share(value);
  count_export(owner_.get(), 1);
  return true;
}

PinnedBytes::~PinnedBytes() {
  if (owner_) count_export(owner_.get(), -1);
}

}  // namespace gillab
