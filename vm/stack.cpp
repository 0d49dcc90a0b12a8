// The operand and frame stacks of a thread: reserved once, never moved, so that pointers into them stay good.
#include "vm/stack.h"

#include <sys/mman.h>

#include <algorithm>

#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/stopped_world.h"
#include "vm/body_rows.h"

namespace gillab {
namespace {

constexpr size_t kSpareValues = usual_or_smallest<size_t>(1024, 8);  // what a call being prepared may use past the limit

constexpr size_t kPage = 4096;

size_t whole_pages(size_t bytes) { return (bytes + kPage - 1) & ~(kPage - 1); }

// Ends where a page begins that nobody may touch: who runs past it dies there and then.
char* reserve(size_t bytes) {
  const size_t room = whole_pages(bytes);
  void* memory = mmap(nullptr, room + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  char* start = static_cast<char*>(memory);
  mprotect(start + room, kPage, PROT_NONE);
  return start + (room - bytes);
}

void give_back(void* memory, size_t bytes) {
  const size_t room = whole_pages(bytes);
  munmap(static_cast<char*>(memory) - (room - bytes), room + kPage);
}

}  // namespace

bool make_stacks(Thread& thread, size_t values, uint32_t frames) {
  thread.stack = reinterpret_cast<Value*>(reserve((values + kSpareValues) * sizeof(Value)));
  thread.frames = reinterpret_cast<Frame*>(reserve((frames + 2) * sizeof(Frame)));
  if (!thread.stack || !thread.frames) return false;
  thread.stack_limit = thread.stack + values;
  thread.stack_size = values;
  thread.frame_count = frames;
  thread.frame = thread.frames;
  thread.frames[0].locals = thread.stack;
  apply_recursion_limit(thread);
  return take_body_row(thread);
}

void free_stacks(Thread& thread) {
  give_back(thread.stack, (thread.stack_size + kSpareValues) * sizeof(Value));
  give_back(thread.frames, (thread.frame_count + 2) * sizeof(Frame));
}

namespace {

constexpr size_t kThreadValues = size_t{1} << 23;  // address space: pages come when touched
constexpr uint32_t kThreadFrames = 1 << 17;
constexpr size_t kMostSpare = 32;

void use_stacks(Thread& thread, const SpareStacks& spare) {
  thread.stack = spare.stack;
  thread.frames = spare.frames;
  thread.stack_size = kThreadValues;
  thread.stack_limit = thread.stack + kThreadValues;
  thread.frame_count = kThreadFrames;
  thread.frame = thread.frames;
  thread.frames[0].locals = thread.stack;
  apply_recursion_limit(thread);
}

}  // namespace

bool take_thread_stacks(Thread& thread) {
  {
    std::lock_guard lock(thread.interpreter->stacks_mutex);
    std::vector<SpareStacks>& spare = thread.interpreter->spare_stacks;
    if (!spare.empty()) {
      use_stacks(thread, spare.back());
      spare.pop_back();
      return take_body_row(thread);
    }
  }
  return make_stacks(thread, kThreadValues, kThreadFrames);
}

void return_thread_stacks(Thread& thread) {
  give_body_row_back(thread);
  std::lock_guard lock(thread.interpreter->stacks_mutex);
  std::vector<SpareStacks>& spare = thread.interpreter->spare_stacks;
  if (spare.size() == kMostSpare) return free_stacks(thread);
  spare.push_back({thread.stack, thread.frames});
}

void free_spare_stacks(Thread& thread) {
  StoppedWorld stopped(thread);  // a thread that was joined may still be on its way out
  Interpreter& interpreter = *thread.interpreter;
  std::lock_guard lock(interpreter.stacks_mutex);
  for (const SpareStacks& each : interpreter.spare_stacks) {
    give_back(each.stack, (kThreadValues + kSpareValues) * sizeof(Value));
    give_back(each.frames, (kThreadFrames + 2) * sizeof(Frame));
  }
  interpreter.spare_stacks.clear();
}

void apply_recursion_limit(Thread& thread) {
  uint32_t limit = std::min(thread.interpreter->recursion_limit.load(std::memory_order_relaxed), thread.frame_count);
  thread.frame_limit = thread.frames + limit;
}

}  // namespace gillab
