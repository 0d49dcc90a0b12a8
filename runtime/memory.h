// All memory of the runtime: objects from size-class blocks (enumerable, for the cycle collector and the leak check),
// buffers (list arrays, dict tables) from mimalloc. Every failure is a null pointer and a MemoryError on the thread.
// The hostile build makes the n-th request fail; --memory-limit bounds the sum.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/object.h"

namespace gillab {

inline constexpr size_t kSmallLimit = 512;  // larger objects come from mimalloc one by one
inline constexpr size_t kSizeStep = 16;

// Whether blocks may be taken and given back without memory.cpp: not where failures are injected or memory is poisoned,
// nor where each has a place of its own (gil/schedule/arena.h).
#if defined(GILLAB_HOSTILE) || defined(__SANITIZE_ADDRESS__)
inline constexpr bool kQuickBlocks = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kQuickBlocks = false;
#else
inline constexpr bool kQuickBlocks = !gil::kControlled;
#endif
#else
inline constexpr bool kQuickBlocks = !gil::kControlled;
#endif

// --guard, where scripts can break objects: what is freed is kept for a while (core/quarantine.h).
inline constexpr bool kMayQuarantine = gil::Layer::kConcurrent && !gil::Layer::kProtects;
extern bool quarantines_freed;
inline bool keeps_freed() {
  if constexpr (kMayQuarantine) return quarantines_freed;
  return false;
}

struct Heap;

struct FreeBlock {  // a free small block: header flags say kFreeBlock, so a walk over blocks can tell
  gil::Header header;
  FreeBlock* next;
};

// Raw object memory with count 1 and the shape set; everything after the header is uninitialised. Takes a reference to
// nothing: a shape lives as long as its type, and every instance of a heap type holds a reference to the type, which
// allocate_object takes and free_object drops.
void* allocate_object(Thread& thread, Shape* shape, size_t size);
// `size` is what allocate_object was given.
void free_object(Thread& thread, Object* object, size_t size);

// Buffers up to kSmallLimit are blocks too, of chunks that hold nothing else. Whoever frees or resizes a buffer says how
// large it is. The common cases are inline, in thread.h: allocate<T>(), free_quickly(), allocate_buffer(), free_buffer().
struct FreeBuffer {
  FreeBuffer* next;
};
void* allocate_buffer(Thread& thread, size_t bytes);
void* allocate_buffer_slowly(Thread& thread, size_t bytes);
void* resize_buffer(Thread& thread, void* buffer, size_t old_bytes, size_t new_bytes);  // null: unchanged and an error set
void free_buffer(Thread& thread, void* buffer, size_t bytes);
void free_large_buffer(Thread& thread, void* buffer, size_t bytes);
// Gives back a buffer, or the memory of a large object, that nobody can find any more but somebody may just be looking at
// without a lock: it stays as it is until all threads have been between two instructions.
void retire_buffer(Thread& thread, void* buffer, size_t bytes);
void retire_slowly(Thread& thread, void* buffer, size_t bytes);
void free_retired(Thread& thread);  // what may go by now
void end_retired(Thread& thread);   // all of it, at the thread's end
void return_surplus(Thread& thread);  // free blocks that other threads could use: of a thread that was asked to kReturn

struct MemoryFigures {
  uint64_t objects_allocated;
  uint64_t objects_freed;
  uint64_t bytes_in_use;
};
MemoryFigures memory_figures(Interpreter& interpreter);
void set_memory_limit(Interpreter& interpreter, uint64_t bytes);  // 0: the machine's memory, as at the start  // 0: none
Heap* make_heap();
void count_requests_from_here();  // the program starts: the hostile build counts to the request that fails
void free_heap(Heap* heap);  // everything in it is gone
void return_blocks(Thread& thread);  // of a thread that ends: others may use them

// While it lives the limit is a little higher: what reports a MemoryError needs memory itself.
class MemoryReserve {
 public:
  explicit MemoryReserve(Thread& thread);
  ~MemoryReserve();
  MemoryReserve(const MemoryReserve&) = delete;

 private:
  Heap& heap_;
  uint64_t limit_;
};

// When the object was made, as a number that grows; 0 where its class had no __del__ then. The collector finalizes in
// this order, as CPython does.
uint64_t birth_of(Interpreter& interpreter, const Object* object);

// Calls `visit(object, context)` for every live object, with the world stopped.
void for_each_object(Interpreter& interpreter, void (*visit)(Object*, void*), void* context);
// Where small objects stand: pieces of memory with blocks of one size, of which `carved` bytes have been used.
void for_each_chunk(Interpreter& interpreter, void (*visit)(char* start, size_t block, size_t carved, void*), void* context);

}  // namespace gillab
