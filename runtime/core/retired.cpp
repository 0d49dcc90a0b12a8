// Memory that has left its object while others may still read it without a lock. It goes in batches: when one is full a
// grace period begins, and when every thread has been between two instructions since, nobody looks at the batch any more.
#include <cstring>
#include <utility>
#include <vector>

#include "runtime/core/lent.h"
#include "runtime/interpreter.h"
#include "runtime/sizes.h"
#include "runtime/stopped_world.h"

namespace gillab {

namespace {

struct Piece {
  void* memory;
  size_t bytes;
};
struct Batch {
  std::vector<Piece> pieces;
  size_t bytes = 0;
  uint64_t period = 0;
};

constexpr size_t kFullBytes = usual_or_smallest<size_t>(256 * 1024, 64);
constexpr size_t kFullPieces = usual_or_smallest<size_t>(1024, 2);

void free_pieces(Thread& thread, const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) free_buffer(thread, piece.memory, piece.bytes);
}

}  // namespace

struct Retired {
  Batch open;                  // fills
  std::vector<Batch> waiting;  // in the order of their periods
  std::vector<Piece> lent;     // copies for this thread alone
};

namespace {
Retired& retired_of(Thread& thread) {
  if (!thread.retired) thread.retired = new Retired;
  return *thread.retired;
}
}  // namespace

void retire_slowly(Thread& thread, void* buffer, size_t bytes) {
  gil::Turn& turn = thread.interpreter->turn;
  if (turn.runs_alone()) return free_buffer(thread, buffer, bytes);
  if (!buffer) return;
  Batch& open = retired_of(thread).open;
  open.pieces.push_back({buffer, bytes});
  open.bytes += bytes;
  if (open.bytes < kFullBytes && open.pieces.size() < kFullPieces) return;
  open.period = turn.begin_grace(thread.attached);
  thread.retired->waiting.push_back(std::exchange(open, {}));
  free_retired(thread);
}

void free_retired(Thread& thread) {
  if (!thread.retired) return;
  std::vector<Batch>& waiting = thread.retired->waiting;
  size_t over = 0;
  while (over < waiting.size() && thread.interpreter->turn.is_grace_over(thread.attached, waiting[over].period)) {
    free_pieces(thread, waiting[over++].pieces);
  }
  waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(over));
}

bool lend_copy(Thread& thread, std::string_view content, std::string_view* copy) {
  *copy = {};
  if (content.empty()) return true;
  void* memory = allocate_buffer(thread, content.size());
  if (!memory) return false;
  std::memcpy(memory, content.data(), content.size());
  retired_of(thread).lent.push_back({memory, content.size()});
  thread.attached.ask(gil::kQuiesce);
  *copy = {static_cast<const char*>(memory), content.size()};
  return true;
}

void free_lent(Thread& thread) {
  if (thread.retired) free_pieces(thread, std::exchange(thread.retired->lent, {}));
}

void end_retired(Thread& thread) {
  if (!thread.retired) return;
  StoppedWorld stopped(thread);
  for (Batch& batch : thread.retired->waiting) free_pieces(thread, batch.pieces);
  free_pieces(thread, thread.retired->open.pieces);
  free_lent(thread);
  delete std::exchange(thread.retired, nullptr);
}

}  // namespace gillab
