// What a thread does when it was asked to stop between two instructions.
#include "runtime/collector.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "vm/signals.h"
#include "vm/slow.h"

namespace gillab {

bool serve_requests(Thread& thread) {
#ifdef GILLAB_HOSTILE
  thread.attached.table.store(thread.attached.interrupting, std::memory_order_relaxed);
#else
  thread.attached.table.store(thread.attached.running, std::memory_order_relaxed);
#endif
  uint32_t requests = thread.attached.requests.exchange(0, std::memory_order_acquire);
  if ((requests & gil::kCollect) && is_collectable_now(thread)) collect_when_due(thread);
  if (requests & gil::kSwitch) thread.interpreter->turn.safe_point(thread.attached);
  if (requests & gil::kSignal) return handle_signals(thread);
  return true;
}

}  // namespace gillab
