// What one thread of a script has: its stacks, its pending exception, its free memory. Handed through everything as
// `Thread&`; nothing of the VM is global. Thread safety: private to its thread, but for `attached`.
#pragma once

#include <memory>
#include <vector>

#include "runtime/memory.h"
#include "runtime/type.h"

namespace gillab {

struct Instruction;  // of the VM: vm/body.h
struct Body;
struct Names;
struct Types;

enum class Error : uint8_t {
#define GILLAB_EXCEPTION(name, base) name,
#include "runtime/exceptions.def"
#undef GILLAB_EXCEPTION
  kCount
};

// One call of Python code. Frames stand in an array of the thread; a generator keeps its own copy while suspended.
struct Frame {
  const Instruction* pc;   // where this frame goes on, while it calls or is suspended; what tracebacks read
  Value* locals;           // variables, then the operand stack
  Value* return_slot;      // the caller's stack is cut to here when the call ends, and the result pushed
  Code* code;
  Body* body;              // the code as it runs, made for one globals dict
  Function* function;      // borrowed from the caller's stack; null for modules, classes, exec
  Dict* globals;
  Object* generator;       // the Generator this frame runs, or null
  // Owned, by the kind of frame: the locals mapping of module, class and exec code; the instance a constructor makes;
  // what the resumer of a generator was handling. No object otherwise.
  Value namespace_;
  Value frame_object;      // owned: made when somebody asks for it
  uint8_t kind;            // FrameKind
};

enum FrameKind : uint8_t {
  kCallFrame = 0,         // returns into the frame below
  kEntryFrame = 1,        // returns to C++ (bit)
  kConstructorFrame = 2,  // an __init__: its None is replaced by the instance (bit)
  kGeneratorFrame = 4,    // its return ends the generator (bit)
  kWatchedFrame = 8,      // a namespace_ or a frame_object to give back at its end (bit)
};

struct LocalSlot {
  uint64_t local;  // the number of a threading.local
  Value dict;
};

// What contextvars, asyncio and sys.set_asyncgen_hooks set for a thread. Owned; empty: nothing yet.
struct AsyncState {
  Value context;
  Value running_loop;
  Value running_task;        // of the running loop
  Value first_iteration;     // the hooks
  Value finalizer;
  uint32_t origin_depth = 0;  // how many frames a new coroutine's origin names
};

struct Thread {
  // The part the loop touches stands first.
  gil::Attached attached;
  Frame* frame = nullptr;          // the running frame, or `frames` (a sentinel) when none runs
  Frame* frame_limit = nullptr;    // the last frame the recursion limit allows
  Value* stack_limit = nullptr;    // operands may not pass this
  Interpreter* interpreter = nullptr;
  size_t body_row = 0;             // bytes from the first thread's bodies to this one's, where each has its own
  FreeBlock* free_blocks[kSmallLimit / kSizeStep + 1] = {};
  FreeBuffer* free_buffers[kSmallLimit / kSizeStep + 1] = {};
  Shape* shapes[static_cast<size_t>(Kind::kCount) + 1] = {};  // the built-in type's shape of each kind, where there is one

  Value exception;                 // the raised exception on its way to a handler; empty when there is none. Owned.
  Value handled;                   // what `except` is dealing with: sys.exc_info(). None-or-exception; owned.
  Frame* frames = nullptr;         // the first is a sentinel. A frame not in use has no rare fields set (all zero or empty)
  uint32_t frame_count = 0;
  Value* stack = nullptr;
  size_t stack_size = 0;
  uint32_t native_depth = 0;       // C++ calls that re-entered Python or recurse by themselves; counts towards the limit
  char* c_stack_limit = nullptr;   // below this address deep C++ recursion stops with RecursionError
  uint32_t raise_at = ~0u;         // where in the code unit the pending exception was raised, when pc does not say
  bool reraised = false;           // the pending exception has its traceback row for the running frame already
  Value returned;                  // what the generator that just ended returned; owned
  uint32_t destroy_depth = 0;
  std::vector<Object*> doomed;     // count is zero, waiting for destroy_depth to come down
  std::vector<Object*> repr_running;  // containers whose repr is under way: a second time prints [...]
  uint64_t objects_allocated = 0;
  uint64_t objects_freed = 0;
  int64_t bytes_unreported = 0;    // buffers taken less buffers given back since the heap was told
  int64_t containers_since_collect = 0;
  std::atomic<int64_t> collect_threshold{20000};  // set by any thread
  uint64_t id = 0;                 // 1 is the main thread; never used again
  uint64_t ident = 0;              // what threading.get_ident() says
  int32_t native_id = 0;           // what the system calls it
  Value target, arguments, keywords;  // what a started thread is to call; owned until it does
  Value end_lock;                  // released when the thread ends; owned, or empty
  std::vector<LocalSlot> locals;   // what threading.local objects hold for this thread; owned
  AsyncState async;
  uint32_t countdown = 0;          // instructions left of its turn, where the policy counts them
  uint64_t instructions = 0;       // run so far, in the loop that counts
  bool counts_instructions = false;  // it runs there, for life
  std::unique_ptr<gil::Figures> own_figures;  // what attached.figures points to, when they are kept
  struct Retired* retired = nullptr;  // core/retired.cpp: memory that others may still look at. Made when needed
  struct Tracing* tracing = nullptr;  // runtime/tracing.h: who is told what runs here. Made when needed
  std::unique_ptr<LookupEntry[]> lookups;  // lookup_in_type's cache, made when needed

  const Names& names() const;
  const Types& types() const;
  Str* dunder_name(Dunder dunder) const;
  Type* error_type(Error error) const;
  bool has_exception() const { return !exception.is_empty(); }
};

// The thread this C++ thread is attached as. Only counting and memory use it; all else gets its Thread handed.
extern constinit thread_local Thread* running_thread [[gnu::tls_model("local-exec")]];
inline Thread& current_thread() { return *running_thread; }
void set_current_thread(Thread* thread);
bool check_signals(Thread& thread);          // handles a pending signal; false: an exception is set. The VM defines it.
void apply_recursion_limit(Thread& thread);  // the interpreter's limit becomes this thread's. The VM defines it.
// Sets c_stack_limit. `stack_size` 0: the main thread's, as the system limits it.
void measure_stack(Thread& thread, size_t stack_size);

struct Names {
#define GILLAB_NAME(name) Str* name;
#include "runtime/names.def"
#undef GILLAB_NAME
};

struct Types {
#define GILLAB_TYPE(field, text, kind) Type* field;
#include "runtime/types.def"
#undef GILLAB_TYPE
};

// --- memory of objects, the common case: memory.h says what they promise

inline constexpr size_t size_class_of(size_t size) { return (size + kSizeStep - 1) / kSizeStep; }

template <class T>
inline T* allocate(Thread& thread, Shape* shape, size_t extra_bytes = 0) {
  size_t size = sizeof(T) + extra_bytes;
  if (kQuickBlocks && size <= kSmallLimit && !(shape->traits & (kHasFinalizer | kOfHeapType))) [[likely]] {
    FreeBlock*& list = thread.free_blocks[size_class_of(size)];
    bool collects =
        (shape->traits & kIsContainer) && thread.containers_since_collect >= thread.collect_threshold.load(std::memory_order_relaxed);
    if (FreeBlock* block = list; block && !collects) [[likely]] {
      list = block->next;
      auto* object = reinterpret_cast<Object*>(block);
      gil::Count::start(object->header);
      object->shape.set(shape);
      ++thread.objects_allocated;
      thread.containers_since_collect += (shape->traits & kIsContainer) != 0;
      return static_cast<T*>(object);
    }
  }
  return static_cast<T*>(allocate_object(thread, shape, size));
}

inline void free_quickly(Thread& thread, Object* object, size_t size) {
  const Shape* shape = object->shape.get();
  if (!kQuickBlocks || size > kSmallLimit || keeps_freed() || (shape->traits & (kHasFinalizer | kOfHeapType))) [[unlikely]]
    return free_object(thread, object, size);
  if ((shape->traits & kIsContainer) && thread.containers_since_collect > 0) --thread.containers_since_collect;
  ++thread.objects_freed;
  FreeBlock*& list = thread.free_blocks[size_class_of(size)];
  auto* block = reinterpret_cast<FreeBlock*>(object);
  gil::Count::finish(block->header, kFreeBlock);
  block->next = list;
  list = block;
}

inline bool is_small_buffer(size_t bytes) { return kQuickBlocks && bytes - 1 < kSmallLimit; }

inline void* allocate_buffer(Thread& thread, size_t bytes) {
  if (is_small_buffer(bytes)) {
    FreeBuffer*& list = thread.free_buffers[size_class_of(bytes)];
    if (FreeBuffer* buffer = list) [[likely]] {
      list = buffer->next;
      return buffer;
    }
  }
  return allocate_buffer_slowly(thread, bytes);
}

inline void free_buffer(Thread& thread, void* buffer, size_t bytes) {
  if (!is_small_buffer(bytes) || !buffer || keeps_freed()) return free_large_buffer(thread, buffer, bytes);
  FreeBuffer*& list = thread.free_buffers[size_class_of(bytes)];
  auto* free = static_cast<FreeBuffer*>(buffer);
  free->next = list;
  list = free;
}

inline void retire_buffer(Thread& thread, void* buffer, size_t bytes) {
  gil::Layer::kLockFreeReads ? retire_slowly(thread, buffer, bytes) : free_buffer(thread, buffer, bytes);
}

// Guards against C++ recursion without end (repr of nested lists, comparison, __eq__ calling __eq__ ...).
// `if (!depth) return {};` : a RecursionError is set. `where` ends CPython's sentence: " in comparison".
class NativeDepth {
 public:
  explicit NativeDepth(Thread& thread, const char* where = "") : thread_(thread) {
    ++thread.native_depth;
    bool stack_left = static_cast<char*>(__builtin_frame_address(0)) > thread.c_stack_limit;
    const auto last = reinterpret_cast<uintptr_t>(thread.frame) + thread.native_depth * sizeof(Frame);  // null: no VM
    ok_ = (last <= reinterpret_cast<uintptr_t>(thread.frame_limit) && stack_left) || is_within_limits(where);
  }
  ~NativeDepth() { --thread_.native_depth; }
  NativeDepth(const NativeDepth&) = delete;
  explicit operator bool() const { return ok_; }

 private:
  bool is_within_limits(const char* where);  // exactly; false: RecursionError
  Thread& thread_;
  bool ok_;
};

}  // namespace gillab
