// The seam between the VM and a lock layer: four questions, answered by one type (see docs/architecture.md).
// A layer is a file in layers/ that defines `Layer`; layer_alias.h picks one for an engine. Nothing here knows Python.
#pragma once

#include <atomic>
#include <bit>
#include <concepts>
#include <cstdint>

#include "gil/figures.h"
#include "gil/parking.h"
#include "gil/reason.h"

namespace gillab::gil {

// The flags of an object, which are the runtime's (ObjectFlags in runtime/object.h). Anybody may read them; set_flags()
// and clear_flags() of layer_alias.h change single ones.
class FlagByte {
 public:
  operator uint8_t() const { return __atomic_load_n(&bits_, __ATOMIC_RELAXED); }
  FlagByte& operator=(uint8_t bits) {
    __atomic_store_n(&bits_, bits, __ATOMIC_RELAXED);
    return *this;
  }
  void add_atomically(uint8_t bits) { __atomic_fetch_or(&bits_, bits, __ATOMIC_RELAXED); }
  void remove_atomically(uint8_t bits) { __atomic_fetch_and(&bits_, static_cast<uint8_t>(~bits), __ATOMIC_RELAXED); }

 private:
  uint8_t bits_;
};

// The first word of every object, 8 bytes in every layer. `count`, `owner` and `local` belong to Layer::Count, `lock` to
// Layer::Guard. Where a late reader may still look at an object that is gone, a block of memory keeps a valid header from
// its first use on, and each change of hands is one store of the whole word.
struct alignas(8) Header {
  uint32_t count;
  uint8_t owner;
  uint8_t local;
  uint8_t lock;
  FlagByte flags;

  void write(Header header) {
    using Word [[gnu::may_alias]] = uint64_t;
    __atomic_store_n(reinterpret_cast<Word*>(this), std::bit_cast<uint64_t>(header), __ATOMIC_RELAXED);
  }
};
static_assert(sizeof(Header) == 8);

struct HeldGuard;  // object_lock.h
struct Slots;      // free_turn.h
inline constexpr uint8_t kNoBias = 253;  // the owner of nothing

// Where a thread is that needs no turn: free_turn.h.
enum Presence : uint32_t { kAway, kHere, kHeld, kBorrowed };

// What a layer needs of a thread that runs bytecode. The thread dispatches through `table`; storing `interrupting`
// there is how anyone asks it to stop at its next instruction. That costs the running loop nothing. Only the thread
// itself stores `running` again, when it serves the requests: none is lost, whoever asks and whenever.
struct Attached {
  std::atomic<const void*> table{nullptr};
  const void* running = nullptr;       // the table for undisturbed work
  const void* interrupting = nullptr;  // every entry leads to the interrupt handler
  std::atomic<uint32_t> requests{0};   // bits of Request
  std::atomic<bool> interrupts_always{false};  // stops at every instruction: somebody counts them, or tests

  // Of the layers in which threads run at the same time. `presence` is a Presence (free_turn.h); `guards` the innermost section this
  // thread is in. `slot` names the thread to counts and to caches: 1 to 250, or kNoSlot; the same for its whole life.
  uint8_t slot = 0;
  uint8_t biased = kNoBias;  // its slot while this thread alone has opened sections in objects of that slot
  std::atomic<uint32_t> presence{0};
  HeldGuard* guards = nullptr;
  Slots* slots = nullptr;
  std::atomic<uint64_t> passed{0};  // the last grace period that this thread knows of

  // Of the turn: how this thread got it, and how it waits for it.
  std::atomic<Reason> came_from{Reason::Start};
  std::atomic<Nanoseconds> waited{0};
  Figures* figures = nullptr;  // null: nobody counts. Set by the thread itself
  Waiter waiter;
  Parker parker;

  void ask(uint32_t request) {
    requests.fetch_or(request, std::memory_order_relaxed);
    table.store(interrupting, std::memory_order_release);
  }
};

enum Request : uint32_t {
  kSwitch = 1,    // somebody waits for the turn
  kSignal = 2,    // a signal is pending
  kCollect = 4,   // the cycle collector wants to run
  kStop = 8,      // stop the world, the end of the interpreter, or the end of a bias
  kMerge = 16,    // others have given back references to objects of this thread
  kQuiesce = 32,  // somebody waits for memory that this thread may still look at
  kReturn = 64,   // memory runs short while threads keep what they do not use
};

inline constexpr uint8_t kMostSlots = 250;
inline constexpr uint8_t kNoSlot = 254;  // of a thread that found all taken: the owner of nothing

// The thread that runs here, between Turn::begin and Turn::end.
extern constinit thread_local Attached* attached_here [[gnu::tls_model("local-exec")]];

// The contract of a layer. What the engine asks:
//
// kConcurrent      several threads run bytecode at the same time.
// kLockFreeReads   what others may change is read without its Guard (read_slot in runtime/ref.h) and memory that such a
//                  reader may still look at is kept for a while (retire_buffer in runtime/thread.h).
//
// Count: how references are counted. `header` is valid memory in all of them.
//   start          of a new object: one reference, the caller's. Writes the whole header, in one store.
//   finish         of a block that is free: writes the whole header, with these flags; try_take fails from now on.
//   take           REQUIRES: the caller has, or keeps alive, another reference
//   drop           true: the last reference is gone, and then nobody else can reach the object. It may also be that a
//                  later drop elsewhere, or the work a thread does when asked for kMerge, finds that out.
//   try_take       where the caller has no reference, but saw the object a moment ago: false when it is dying or gone,
//                  or nobody has shared it yet. Who gets one looks again whether the object is still where it saw it.
//   share          of an object with a reference: from now on try_take works, in every thread
//   mark_seen      where try_take failed and the layer has kLockFreeReads: 0 when the object is gone, else a mark. Who then
//                  still sees the object where it was calls
//   take_seen      with it: true, and one reference more, unless something happened to the object meanwhile
//   revive         of an object whose drop said true: one reference again, the caller's
//   is_unique      there are `references` references, all the caller's: nobody else can see the object. May say false
//                  where it is true.
//   total          all references. Exact only while the world is stopped.
// Guard: a scope during which a compound change of one or two objects is not seen half done, nor mixed with another.
//   Sections nest, in the same object too; two objects at once are taken in the order of their addresses. A section that
//   must wait, or that calls Python (Suspension), lets go of all that its thread has meanwhile. So a section is atomic as
//   long as nothing in it blocks or runs Python, and no script can deadlock inside the VM. The end of a section is a
//   full fence: who took something out of a slot in it drops that after it. keeps_all() says that nothing was.
// may_write: this thread alone opens sections in the object, until its next safe point: it may change a single slot of it
//   with no section at all. Constant in most layers. What it takes out of the slot it exchanges (a full fence).
// FieldLock: what a single access of a Field (runtime/ref.h) stands in, reads too.
// Cell: a field two threads may see: get() sees all that was written before the set() of what it gets.
// Turn: who may run bytecode.
//   begin, end     of a thread, on itself, before its first attach and after its last detach
//   retire         of a thread that ends, on itself, still attached: what it made is no more its own than others'
//   safe_point     the thread was asked (kSwitch, kStop) and stands between two instructions
//   stop_world     returns when all other threads are at safe points or detached, and keeps them there until start_world.
//                  REQUIRES: `me` is attached; it is a safe point itself: another thread may stop the world first.
//   runs_alone     there is no other thread that could see half of a change
//   begin_grace    a number. is_grace_over(that): every other thread has been at a safe point since, or is detached; those
//                  that were not are asked to kQuiesce, and then call pass_grace. Memory that nobody could find any more
//                  when the period began can go when it is over.
// The part of a Turn that is the same wherever one thread runs at a time: the world is stopped as long as it runs.
class OneAtATime {
 public:
  void stop_world(Attached&) {}
  void start_world(Attached&) {}
  bool runs_alone() const { return true; }
  uint64_t begin_grace(Attached&) { return 0; }
  bool is_grace_over(Attached&, uint64_t) { return true; }
  void pass_grace(Attached&) {}
  void retire(Attached&) {}
};

template <class L>
concept LockLayer = requires(Header& header, Attached& attached, typename L::Turn& turn, uint8_t flags) {
  { L::kName } -> std::convertible_to<const char*>;
  { L::kConcurrent } -> std::convertible_to<bool>;
  { L::kLockFreeReads } -> std::convertible_to<bool>;
  { L::Count::start(header) } -> std::same_as<void>;
  { L::Count::finish(header, flags) } -> std::same_as<void>;
  { L::Count::take(header) } -> std::same_as<void>;
  { L::Count::drop(header) } -> std::same_as<bool>;
  { L::Count::try_take(header) } -> std::same_as<bool>;
  { L::Count::share(header) } -> std::same_as<void>;
  { L::Count::mark_seen(header) } -> std::same_as<uint32_t>;
  { L::Count::take_seen(header, 1u) } -> std::same_as<bool>;
  { L::Count::revive(header) } -> std::same_as<void>;
  { L::Count::is_unique(header, 1u) } -> std::same_as<bool>;
  { L::Count::total(header) } -> std::same_as<uint32_t>;
  { typename L::Guard(header) };
  { typename L::Guard(header, header) };
  { L::may_write(attached, header) } -> std::same_as<bool>;
  { typename L::Suspension() };
  { typename L::FieldLock(&header) };
  { turn.begin(attached) } -> std::same_as<void>;
  { turn.end(attached) } -> std::same_as<void>;
  { turn.retire(attached) } -> std::same_as<void>;
  { turn.attach(attached) } -> std::same_as<void>;
  { turn.detach(attached, Reason::Io) } -> std::same_as<void>;
  { turn.safe_point(attached) } -> std::same_as<void>;
  { turn.stop_world(attached) } -> std::same_as<void>;
  { turn.start_world(attached) } -> std::same_as<void>;
  { turn.runs_alone() } -> std::same_as<bool>;
  { turn.begin_grace(attached) } -> std::same_as<uint64_t>;
  { turn.is_grace_over(attached, uint64_t{}) } -> std::same_as<bool>;
  { turn.pass_grace(attached) } -> std::same_as<void>;
};

}  // namespace gillab::gil
