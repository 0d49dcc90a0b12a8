// Saving and restoring the state of the program: the pages that were written since the checkpoint. A page is found by
// its first write, which faults; from then on it is compared. A snapshot shares the pages that have not changed since
// the one before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gillab::gil::schedule {

inline constexpr size_t kPageSize = 4096;

struct PageVersion;

// What every page written so far held. Pages written later held then what they held at the checkpoint.
class Snapshot {
 public:
  Snapshot() = default;
  Snapshot(Snapshot&& other) noexcept : versions_(std::move(other.versions_)) { other.versions_.clear(); }
  Snapshot& operator=(Snapshot&& other) noexcept;
  ~Snapshot();
  bool is_empty() const { return versions_.empty(); }

 private:
  friend Snapshot take_snapshot();
  friend void restore(const Snapshot& snapshot);
  std::vector<PageVersion*> versions_;
};

void begin_tracking();                     // the state of now is the checkpoint
Snapshot take_snapshot();
void restore(const Snapshot& snapshot);
void restore_checkpoint();
uint64_t saved_pages();                    // how many pages all snapshots hold together

// The pages written since the checkpoint, whatever they hold now: where each lies and what it held.
struct WrittenPage {
  char* place;
  const char* before;
};
const std::vector<WrittenPage>& written_pages();

}  // namespace gillab::gil::schedule
