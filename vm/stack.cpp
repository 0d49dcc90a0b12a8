// The operand and frame stacks of a thread: reserved once, never moved, so that pointers into them stay good.
#include "vm/stack.h"

#include <sys/mman.h>

#include <algorithm>

#include "runtime/interpreter.h"

namespace gillab {
namespace {

struct StackSizes {
  size_t value_bytes;
  size_t frame_bytes;
};
#ifdef GILLAB_HOSTILE
constexpr size_t kSpareValues = 64;
#else
constexpr size_t kSpareValues = 1024;  // what a call being prepared may use past the limit
#endif

void* reserve(size_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

}  // namespace

bool make_stacks(Thread& thread, size_t values, uint32_t frames) {
  thread.stack = static_cast<Value*>(reserve((values + kSpareValues) * sizeof(Value)));
  thread.frames = static_cast<Frame*>(reserve((frames + 2) * sizeof(Frame)));
  if (!thread.stack || !thread.frames) return false;
  thread.stack_limit = thread.stack + values;
  thread.stack_size = values;
  thread.frame_count = frames;
  thread.frame = thread.frames;
  thread.frames[0].locals = thread.stack;
  apply_recursion_limit(thread);
  return true;
}

void free_stacks(Thread& thread) {
  munmap(thread.stack, (thread.stack_size + kSpareValues) * sizeof(Value));
  munmap(thread.frames, (thread.frame_count + 2) * sizeof(Frame));
}

void apply_recursion_limit(Thread& thread) {
  uint32_t limit = std::min(thread.interpreter->recursion_limit, thread.frame_count);
  thread.frame_limit = thread.frames + limit;
}

}  // namespace gillab
