// Memory of objects and buffers. Small ones are blocks of a size class inside 64 KiB chunks, handed to threads in
// batches; large objects stand in a registry, so that every live object can be visited. No types here.
#include "runtime/memory.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mimalloc.h>
#include <mutex>
#include <new>
#include <unistd.h>
#include <unordered_map>
#include <vector>

#include "gil/schedule/arena.h"
#include "runtime/errors.h"
#include "runtime/core/quarantine.h"
#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/stopped_world.h"

#if defined(__SANITIZE_ADDRESS__)
#define GILLAB_ASAN 1
#elif defined(__SANITIZE_THREAD__)
#define GILLAB_TSAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GILLAB_ASAN 1
#elif __has_feature(thread_sanitizer)
#define GILLAB_TSAN 1
#endif
#endif
#ifdef GILLAB_ASAN
#include <sanitizer/asan_interface.h>
#define GILLAB_UNCHECKED __attribute__((no_sanitize("address")))
#else
#define ASAN_POISON_MEMORY_REGION(address, size) (static_cast<void>(address), static_cast<void>(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) (static_cast<void>(0))
#define GILLAB_UNCHECKED
#endif

namespace gillab {

namespace {

constexpr size_t kChunkSize = usual_or_smallest<size_t>(64 * 1024, 4096);
constexpr size_t kArenaChunks = 16;  // chunks are taken from mimalloc a megabyte at a time
constexpr size_t kBatchBytes = usual_or_smallest<size_t>(4096, kSmallLimit);
constexpr size_t kClassCount = kSmallLimit / kSizeStep + 1;
constexpr int64_t kReportAt = usual_or_smallest(64 * 1024, 1);
constexpr uint64_t kReserve = 256 * 1024;  // over the limit, so that a MemoryError itself has room

struct Chunk {
  char* start;
  uint32_t block;
  uint32_t carved;  // bytes handed out so far; what follows has never been a block
};

struct LargeObject {  // stands before each object above kSmallLimit; 16 bytes keep the alignment
  uint64_t place;     // in Heap::large
  uint64_t size;
};

// Buffers under AddressSanitizer are malloc's, so that it sees what passes their ends; under ThreadSanitizer, so that it
// knows that what one thread freed and the next one got is other memory.
#if defined(GILLAB_ASAN) || defined(GILLAB_TSAN)
void* raw_allocate(size_t bytes) { return std::malloc(bytes); }
[[maybe_unused]] void* raw_resize(void* memory, size_t bytes) { return std::realloc(memory, bytes); }
void raw_free(void* memory) { std::free(memory); }
#else
void* raw_allocate(size_t bytes) { return mi_malloc(bytes); }
[[maybe_unused]] void* raw_resize(void* memory, size_t bytes) { return mi_realloc(memory, bytes); }
void raw_free(void* memory) { mi_free(memory); }
#endif

// In the hostile build GILLAB_FAIL_ALLOCATION=N makes the N-th request of the program fail, -N the N-th from the engine's
// start on. Memory is full of garbage before it is given and after it came back; a buffer that is resized always moves.
#ifdef GILLAB_HOSTILE
int64_t wanted_failure() {
  static const int64_t wanted = [] {
    const char* text = std::getenv("GILLAB_FAIL_ALLOCATION");
    return text ? std::atoll(text) : int64_t{0};
  }();
  return wanted;
}
std::atomic<int64_t> left_to_failure{wanted_failure() < 0 ? -wanted_failure() : 0};
bool hostile_failure() {
  return left_to_failure.load(std::memory_order_relaxed) > 0 && left_to_failure.fetch_sub(1) == 1;
}
void tell_if_none_failed() {
  if (left_to_failure.load() > 0) std::fputs("gillab: no allocation failed\n", stderr);
}
void fill_with_garbage(void* memory, size_t bytes) { std::memset(memory, 0xDB, bytes); }
void* resize(void* memory, size_t old_bytes, size_t new_bytes) {
  void* moved = raw_allocate(new_bytes);
  if (!moved) return nullptr;
  fill_with_garbage(moved, new_bytes);
  std::memcpy(moved, memory, old_bytes < new_bytes ? old_bytes : new_bytes);
  fill_with_garbage(memory, old_bytes);
  raw_free(memory);
  return moved;
}
#else
constexpr bool hostile_failure() { return false; }
void tell_if_none_failed() {}
void fill_with_garbage(void*, size_t) {}
void* resize(void* memory, size_t, size_t new_bytes) { return raw_resize(memory, new_bytes); }
#endif

}  // namespace

// Thread safety: everything but the counters under `mutex`.
struct Heap {
  std::mutex mutex;
  std::vector<Chunk> chunks;
  int32_t open[kClassCount];  // the chunk of a class that still has uncarved room, or -1
  FreeBlock* returned[kClassCount] = {};
  FreeBuffer* returned_buffers[kClassCount] = {};
  char* buffer_space = nullptr;  // for small buffers, and how much of it is left
  size_t buffer_space_left = 0;
  size_t chunks_at_question = 0;  // how many there were when the threads were last asked for blocks they do not use
  std::vector<char*> arenas;
  size_t arena_used = kArenaChunks;
  std::vector<LargeObject*> large;
  std::atomic<int64_t> bytes{0};
  uint64_t limit = 0;
  uint64_t ended_allocated = 0;  // of threads that are gone
  uint64_t ended_freed = 0;
  std::unordered_map<const Object*, uint64_t> births;  // of objects whose class has __del__
  uint64_t last_birth = 0;

  bool within_limit(int64_t more) const {
    return limit == 0 || bytes.load(std::memory_order_relaxed) + more <= static_cast<int64_t>(limit);
  }
};

namespace {

char* take_space(Heap* heap) {
  if (!heap->within_limit(kChunkSize)) return nullptr;
  if (heap->arena_used == kArenaChunks) {
    char* arena = static_cast<char*>(raw_allocate(kChunkSize * kArenaChunks));
    if (!arena) return nullptr;
    heap->arenas.push_back(arena);
    heap->arena_used = 0;
  }
  heap->bytes.fetch_add(kChunkSize, std::memory_order_relaxed);
  return heap->arenas.back() + kChunkSize * heap->arena_used++;
}

bool take_chunk(Heap* heap, size_t size_class) {
  char* start = take_space(heap);
  if (!start) return false;
  heap->open[size_class] = static_cast<int32_t>(heap->chunks.size());
  heap->chunks.push_back({start, static_cast<uint32_t>(size_class * kSizeStep), 0});
  return true;
}

GILLAB_UNCHECKED FreeBlock* as_free_block(void* memory, FreeBlock* next) {
  auto* block = static_cast<FreeBlock*>(memory);
  ASAN_UNPOISON_MEMORY_REGION(block, sizeof(FreeBlock));  // finish() is checked
  gil::Count::finish(block->header, kFreeBlock);
  block->next = next;
  return block;
}

// Late readers may look at the header of a block that has become free (gil/biased_count.h), at nothing behind it.
void forbid_free_block(void* block, size_t bytes) {
  constexpr size_t kSeen = gil::Layer::kLockFreeReads ? sizeof(gil::Header) : 0;
  ASAN_POISON_MEMORY_REGION(static_cast<char*>(block) + kSeen, bytes - kSeen);
}

GILLAB_UNCHECKED FreeBlock* next_of(const FreeBlock* block) { return block->next; }
GILLAB_UNCHECKED bool is_free(const void* block) {
  const auto* bytes = static_cast<const uint8_t*>(block);  // by hand: what is called in here would be checked
  return (bytes[offsetof(gil::Header, flags)] & kFreeBlock) != 0;
}

// A list of fresh blocks in the order of their addresses: objects made together lie together.
FreeBlock* carve(Chunk& chunk) {
  uint32_t room = (kChunkSize - chunk.carved) / chunk.block;
  uint32_t wanted = kBatchBytes / chunk.block;
  uint32_t count = room < wanted ? room : wanted;
  FreeBlock* list = nullptr;
  char* first = chunk.start + chunk.carved;
  for (uint32_t i = count; i-- > 0;) {
    list = as_free_block(first + size_t{i} * chunk.block, list);
    forbid_free_block(list, chunk.block);
  }
  chunk.carved += count * chunk.block;
  return list;
}

// The first of a list that is not empty, no more than a fresh batch has: who took all would leave the next thread to
// fresh memory each time, and what is never used again would grow with the number of threads ever started.
template <class Free>
GILLAB_UNCHECKED Free* take_batch(Free*& list, size_t size_class) {
  Free* const first = list;
  Free* last = first;
  for (size_t left = kBatchBytes / (size_class * kSizeStep); left > 1 && last->next; --left) last = last->next;
  list = last->next;
  last->next = nullptr;
  return first;
}

FreeBlock* refill(Heap* heap, size_t size_class, bool* has_grown) {
  std::lock_guard lock(heap->mutex);
  if (heap->returned[size_class]) return take_batch(heap->returned[size_class], size_class);
  int32_t open = heap->open[size_class];
  if (open < 0 || heap->chunks[open].carved + size_class * kSizeStep > kChunkSize) {
    if (!take_chunk(heap, size_class)) return nullptr;
    open = heap->open[size_class];
    *has_grown = heap->chunks.size() > heap->chunks_at_question * 5 / 4 + kArenaChunks;
    if (*has_grown) heap->chunks_at_question = heap->chunks.size();
  }
  return carve(heap->chunks[open]);
}

FreeBuffer* refill_buffers(Heap* heap, size_t size_class) {
  std::lock_guard lock(heap->mutex);
  if (heap->returned_buffers[size_class]) return take_batch(heap->returned_buffers[size_class], size_class);
  if (heap->buffer_space_left == 0) {
    if (!(heap->buffer_space = take_space(heap))) return nullptr;
    heap->buffer_space_left = kChunkSize;
  }
  char* batch = heap->buffer_space;
  heap->buffer_space += kBatchBytes;
  heap->buffer_space_left -= kBatchBytes;
  FreeBuffer* list = nullptr;
  size_t size = size_class * kSizeStep;
  for (size_t i = kBatchBytes / size; i-- > 0;) list = new (batch + i * size) FreeBuffer{list};
  return list;
}

void* allocate_large(Heap* heap, size_t size) {
  if (size > PTRDIFF_MAX / 2 || !heap->within_limit(static_cast<int64_t>(size))) return nullptr;
  auto* block = static_cast<LargeObject*>(raw_allocate(sizeof(LargeObject) + size));
  if (!block) return nullptr;
  heap->bytes.fetch_add(static_cast<int64_t>(size), std::memory_order_relaxed);
  std::lock_guard lock(heap->mutex);
  *block = {heap->large.size(), size};
  heap->large.push_back(block);
  return block + 1;
}

// Takes a large object off the registry. What is left is its memory.
LargeObject* unlist_large(Heap* heap, void* memory) {
  auto* block = static_cast<LargeObject*>(memory) - 1;
  heap->bytes.fetch_sub(static_cast<int64_t>(block->size), std::memory_order_relaxed);
  {
    std::lock_guard lock(heap->mutex);
    LargeObject* last = heap->large.back();
    last->place = block->place;
    heap->large[block->place] = last;
    heap->large.pop_back();
  }
  return block;
}

void free_large(Thread& thread, Object* object) {
  LargeObject* block = unlist_large(thread.interpreter->heap, object);
  if (!gil::Layer::kLockFreeReads || thread.interpreter->turn.runs_alone()) return raw_free(block);
  gil::Count::finish(object->header, kFreeBlock);
  thread.bytes_unreported += static_cast<int64_t>(sizeof(LargeObject) + block->size);  // a buffer from now on
  retire_buffer(thread, block, sizeof(LargeObject) + block->size);
}

// The heap has grown: other threads may have free blocks that they do not use.
void ask_for_surplus(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  std::lock_guard lock(interpreter.threads_mutex);
  for (Thread* each : interpreter.threads) {
    if (each != &thread && each->attached.running) each->attached.ask(gil::kReturn);
  }
}

[[gnu::noinline]] void* allocate_slowly(Thread& thread, size_t size) {
  Heap* heap = thread.interpreter->heap;
  if (size > kSmallLimit) return allocate_large(heap, size);
  size_t size_class = size_class_of(size);
  bool has_grown = false;
  FreeBlock* list = refill(heap, size_class, &has_grown);
  if (has_grown) ask_for_surplus(thread);
  if (!list) return nullptr;
  ASAN_UNPOISON_MEMORY_REGION(list, size_class * kSizeStep);
  thread.free_blocks[size_class] = list->next;
  return list;
}

[[gnu::noinline]] void ask_for_collection(Thread& thread) {
  const CollectorState& collector = thread.interpreter->collector;
  if (collector.enabled && !collector.running) {
    thread.attached.ask(gil::kCollect);
  } else {
    thread.containers_since_collect = 0;
  }
}

inline void* allocate_block(Thread& thread, size_t size) {
  if (hostile_failure()) return nullptr;
  if constexpr (gil::kControlled) {
    if (void* fresh = gil::schedule::fresh_object(size)) return fresh;
  }
  if (size <= kSmallLimit) [[likely]] {
    size_t size_class = size_class_of(size);
    if (FreeBlock* block = thread.free_blocks[size_class]) [[likely]] {
      thread.free_blocks[size_class] = next_of(block);
      ASAN_UNPOISON_MEMORY_REGION(block, size_class * kSizeStep);
      return block;
    }
  }
  return allocate_slowly(thread, size);
}

}  // namespace

namespace {

// Its place among those with __del__ is remembered: the collector calls them in this order. Generators are too many.
bool is_born(const Shape* shape) {
  return (shape->traits & (kHasFinalizer | kOfHeapType)) == (kHasFinalizer | kOfHeapType);
}

void note_birth(Thread& thread, const Object* object) {
  Heap* heap = thread.interpreter->heap;
  std::lock_guard lock(heap->mutex);
  heap->births[object] = ++heap->last_birth;
}

void forget_birth(Thread& thread, const Object* object) {
  Heap* heap = thread.interpreter->heap;
  std::lock_guard lock(heap->mutex);
  heap->births.erase(object);
}

}  // namespace

uint64_t birth_of(Interpreter& interpreter, const Object* object) {
  std::lock_guard lock(interpreter.heap->mutex);
  auto found = interpreter.heap->births.find(object);
  return found == interpreter.heap->births.end() ? 0 : found->second;
}

void* allocate_object(Thread& thread, Shape* shape, size_t size) {
  void* memory = allocate_block(thread, size);
  if (!memory) [[unlikely]] {
    raise_memory_error(thread);
    return nullptr;
  }
  fill_with_garbage(memory, size);
  auto* object = static_cast<Object*>(memory);
  gil::Count::start(object->header);
  object->shape.set(shape);
  ++thread.objects_allocated;
  if (shape->traits & (kOfHeapType | kIsContainer)) {
    if (shape->traits & kOfHeapType) take(shape->type);
    if (is_born(shape)) [[unlikely]]
      note_birth(thread, object);
    if ((shape->traits & kIsContainer) && ++thread.containers_since_collect > thread.collect_threshold) [[unlikely]] {
      ask_for_collection(thread);
    }
  }
  return object;
}

void free_object(Thread& thread, Object* object, size_t size) {
  if (keeps_freed() && quarantine(thread, object, size)) return;
  const Shape* shape = object->shape.get();
  Type* counted = shape->traits & kOfHeapType ? shape->type : nullptr;
  if ((shape->traits & kIsContainer) && thread.containers_since_collect > 0) --thread.containers_since_collect;
  if (is_born(shape)) [[unlikely]]
    forget_birth(thread, object);
  ++thread.objects_freed;
  fill_with_garbage(object, size);
  if (size <= kSmallLimit) [[likely]] {
    size_t size_class = size_class_of(size);
    thread.free_blocks[size_class] = as_free_block(object, thread.free_blocks[size_class]);
    forbid_free_block(object, size_class * kSizeStep);
  } else {
    free_large(thread, object);
  }
  if (counted) drop(counted);
}

// --- buffers

namespace {

void report_bytes(Thread& thread) {
  thread.interpreter->heap->bytes.fetch_add(thread.bytes_unreported, std::memory_order_relaxed);
  thread.bytes_unreported = 0;
}

void give_back_bytes(Thread& thread, size_t bytes) {
  thread.bytes_unreported -= static_cast<int64_t>(bytes);
  if (thread.bytes_unreported < -kReportAt) report_bytes(thread);
}

bool may_take(Thread& thread, size_t bytes) {
  if (bytes > PTRDIFF_MAX / 2 || hostile_failure()) return false;
  thread.bytes_unreported += static_cast<int64_t>(bytes);
  if (thread.bytes_unreported < kReportAt) [[likely]]
    return true;
  report_bytes(thread);
  if (thread.interpreter->heap->within_limit(0)) return true;
  give_back_bytes(thread, bytes);
  return false;
}

}  // namespace

void* allocate_buffer_slowly(Thread& thread, size_t bytes) {
  if (is_small_buffer(bytes)) {
    size_t size_class = size_class_of(bytes);
    FreeBuffer* list = refill_buffers(thread.interpreter->heap, size_class);
    if (!list) return raise_memory_error(thread);
    thread.free_buffers[size_class] = list->next;
    return list;
  }
  if (may_take(thread, bytes)) [[likely]] {
    if (void* memory = raw_allocate(bytes)) [[likely]] {
      fill_with_garbage(memory, bytes);
      return memory;
    }
    give_back_bytes(thread, bytes);
  }
  raise_memory_error(thread);
  return nullptr;
}

namespace {
void* move_buffer(Thread& thread, void* buffer, size_t old_bytes, size_t new_bytes) {
  void* moved = allocate_buffer(thread, new_bytes);
  if (!moved || !buffer) return moved;
  std::memcpy(moved, buffer, std::min(old_bytes, new_bytes));
  free_buffer(thread, buffer, old_bytes);
  return moved;
}
}  // namespace

void* resize_buffer(Thread& thread, void* buffer, size_t old_bytes, size_t new_bytes) {
  if (is_small_buffer(old_bytes) || is_small_buffer(new_bytes)) {
    return move_buffer(thread, buffer, old_bytes, new_bytes);
  }
  if (may_take(thread, new_bytes)) [[likely]] {
    if (void* memory = resize(buffer, old_bytes, new_bytes)) [[likely]] {
      give_back_bytes(thread, old_bytes);
      return memory;
    }
    give_back_bytes(thread, new_bytes);
  }
  raise_memory_error(thread);
  return nullptr;
}

namespace {
void give_small_buffer_back(Thread& thread, void* buffer, size_t bytes) {
  FreeBuffer*& list = thread.free_buffers[size_class_of(bytes)];
  list = new (buffer) FreeBuffer{list};
}
}  // namespace

void free_large_buffer(Thread& thread, void* buffer, size_t bytes) {
  if (!buffer) return;
  if (keeps_freed()) {
    if (quarantine_buffer(bytes)) return;
    if (is_small_buffer(bytes)) return give_small_buffer_back(thread, buffer, bytes);
  }
  fill_with_garbage(buffer, bytes);
  give_back_bytes(thread, bytes);
  raw_free(buffer);
}

// --- the heap as a whole

namespace {
// The kernel would grant more, and kill the process when it is used.
uint64_t machine_memory() {
  return static_cast<uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}
}  // namespace

Heap* make_heap() {
  auto* heap = new Heap;
  heap->limit = machine_memory();
  for (int32_t& open : heap->open) open = -1;
  return heap;
}

void count_requests_from_here() {
#ifdef GILLAB_HOSTILE
  if (wanted_failure() > 0) left_to_failure = wanted_failure();
#endif
}

void free_heap(Heap* heap) {
  tell_if_none_failed();
  for (char* arena : heap->arenas) {
    ASAN_UNPOISON_MEMORY_REGION(arena, kChunkSize * kArenaChunks);
    raw_free(arena);
  }
  for (LargeObject* block : heap->large) raw_free(block);
  delete heap;
}

void return_blocks(Thread& thread) {
  Heap* heap = thread.interpreter->heap;
  std::lock_guard lock(heap->mutex);
  for (size_t i = 0; i < kClassCount; ++i) {
    while (FreeBlock* block = thread.free_blocks[i]) {
      thread.free_blocks[i] = next_of(block);
      heap->returned[i] = as_free_block(block, heap->returned[i]);
    }
    while (FreeBuffer* buffer = thread.free_buffers[i]) {
      thread.free_buffers[i] = buffer->next;
      heap->returned_buffers[i] = new (buffer) FreeBuffer{heap->returned_buffers[i]};
    }
  }
  report_bytes(thread);
  heap->ended_allocated += thread.objects_allocated;
  heap->ended_freed += thread.objects_freed;
}

namespace {

// Past `kept` the blocks of a list go to the others.
template <class Free>
GILLAB_UNCHECKED Free* cut_list(Free*& list, size_t kept) {
  Free** end = &list;
  for (; *end && kept > 0; --kept) end = &(*end)->next;
  Free* const rest = *end;  // by hand: what is called in here would be checked
  *end = nullptr;
  return rest;
}

template <class Free>
GILLAB_UNCHECKED void join_lists(Free*& list, Free* more) {
  if (!more) return;
  Free* last = more;
  while (last->next) last = last->next;
  last->next = std::exchange(list, more);
}

}  // namespace

void return_surplus(Thread& thread) {
  Heap* heap = thread.interpreter->heap;
  for (size_t i = 1; i < kClassCount; ++i) {
    const size_t kept = 4 * kBatchBytes / (i * kSizeStep);
    FreeBlock* blocks = cut_list(thread.free_blocks[i], kept);
    FreeBuffer* buffers = cut_list(thread.free_buffers[i], kept);
    if (!blocks && !buffers) continue;
    std::lock_guard lock(heap->mutex);
    join_lists(heap->returned[i], blocks);
    join_lists(heap->returned_buffers[i], buffers);
  }
}

MemoryFigures memory_figures(Interpreter& interpreter) {
  Heap* heap = interpreter.heap;
  MemoryFigures figures{heap->ended_allocated, heap->ended_freed, 0};
  int64_t bytes = heap->bytes.load(std::memory_order_relaxed);
  std::lock_guard lock(interpreter.threads_mutex);
  for (Thread* thread : interpreter.threads) {
    figures.objects_allocated += thread->objects_allocated;
    figures.objects_freed += thread->objects_freed;
    bytes += thread->bytes_unreported;
  }
  figures.bytes_in_use = bytes > 0 ? static_cast<uint64_t>(bytes) : 0;
  return figures;
}

void set_memory_limit(Interpreter& interpreter, uint64_t bytes) {
  interpreter.heap->limit = bytes ? bytes : machine_memory();
}

MemoryReserve::MemoryReserve(Thread& thread) : heap_(*thread.interpreter->heap), limit_(heap_.limit) {
  if (limit_) heap_.limit = limit_ + kReserve;
}
MemoryReserve::~MemoryReserve() { heap_.limit = limit_; }

void for_each_chunk(Interpreter& interpreter, void (*visit)(char*, size_t, size_t, void*), void* context) {
  for (const Chunk& chunk : interpreter.heap->chunks) visit(chunk.start, chunk.block, chunk.carved, context);
}

void for_each_object(Interpreter& interpreter, void (*visit)(Object*, void*), void* context) {
  StoppedWorld stopped(current_thread());
  Heap* heap = interpreter.heap;
  for (size_t i = 0; i < heap->chunks.size(); ++i) {
    const Chunk chunk = heap->chunks[i];
    for (uint32_t offset = 0; offset + chunk.block <= chunk.carved; offset += chunk.block) {
      char* block = chunk.start + offset;
      if (!is_free(block)) visit(reinterpret_cast<Object*>(block), context);
    }
  }
  for (size_t i = 0; i < heap->large.size(); ++i) visit(reinterpret_cast<Object*>(heap->large[i] + 1), context);
}

}  // namespace gillab
