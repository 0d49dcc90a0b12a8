// What the runtime itself has to put right in a forked child.
#include "runtime/fork.h"

#include "runtime/files/file.h"
#include "runtime/modules/modules.h"

namespace gillab {

namespace {

// A thread that does not live here may have been in the middle of a write.
void forget_lock(Thread& thread, Str* name) {
  Ref stream = sys_attribute(thread, name);
  if (!stream || !is_plain_text_file(thread, stream.get())) return;
  auto* file = static_cast<TextFile*>(stream.get().as_object());
  if (!file->bytes.peek().is_empty()) bytes_of(file)->lock.forget();
}

}  // namespace

void forget_locks_after_fork(Thread& thread) {
  for (Str* name : {thread.names().stdin, thread.names().stdout, thread.names().stderr}) forget_lock(thread, name);
}

}  // namespace gillab
