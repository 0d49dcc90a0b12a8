// The seam between the VM and a lock layer: four questions, answered by one type (see docs/architecture.md).
// A layer is a file in layers/ that defines `Layer`; layer_alias.h picks one for an engine. Nothing here knows Python.
#pragma once

#include <atomic>
#include <concepts>
#include <cstdint>

#include "gil/figures.h"
#include "gil/parking.h"
#include "gil/reason.h"

namespace gillab::gil {

// The first word of every object, 8 bytes in every layer. `count` belongs to Layer::Count, `foreign` and `owner` too;
// `lock` belongs to Layer::Guard; `flags` are the runtime's (ObjectFlags in runtime/object.h), changed only by the
// thread that owns the object or under its Guard.
struct Header {
  uint32_t count;
  uint16_t foreign;
  uint8_t lock;
  uint8_t flags;
};
static_assert(sizeof(Header) == 8);

// What a layer needs of a thread that runs bytecode. The thread dispatches through `table`; storing `interrupting`
// there is how anyone asks it to stop at its next instruction. That costs the running loop nothing. Only the thread
// itself stores `running` again, when it serves the requests: none is lost, whoever asks and whenever.
struct Attached {
  std::atomic<const void*> table{nullptr};
  const void* running = nullptr;       // the table for undisturbed work
  const void* interrupting = nullptr;  // every entry leads to the interrupt handler
  std::atomic<uint32_t> requests{0};   // bits of Request
  std::atomic<bool> interrupts_always{false};  // stops at every instruction: somebody counts them, or tests

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
  kStop = 8,      // stop the world, or the end of the interpreter
};

// The contract. Count: take/drop never fail; drop says true when the last reference is gone, and then nobody else
// can reach the object. Guard: a scope during which a compound change of one or two objects is not seen half done.
// Cell: a field two threads may see. Turn: who may run bytecode.
template <class L>
concept LockLayer = requires(Header& header, Attached& attached, typename L::Turn& turn) {
  { L::kName } -> std::convertible_to<const char*>;
  { L::Count::start(header) } -> std::same_as<void>;
  { L::Count::take(header) } -> std::same_as<void>;
  { L::Count::drop(header) } -> std::same_as<bool>;
  { L::Count::value(header) } -> std::convertible_to<uint32_t>;
  { typename L::Guard(header) };
  { typename L::Guard(header, header) };
  { turn.attach(attached) } -> std::same_as<void>;
  { turn.detach(attached, Reason::Io) } -> std::same_as<void>;
  { turn.safe_point(attached) } -> std::same_as<void>;
};

}  // namespace gillab::gil
