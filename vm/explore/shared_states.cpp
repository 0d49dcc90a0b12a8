// A table with open places, each claimed by one compare-and-swap; mailboxes, one a process, on which it sleeps by futex.
#include "vm/explore/shared_states.h"

#include <algorithm>
#include <bit>
#include <climits>
#include <csignal>
#include <cstring>
#include <ctime>
#include <linux/futex.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gillab::explore {
namespace {

constexpr size_t kMostWay = 1 << 16;
constexpr uint64_t kListBytes = uint64_t{1} << 36;  // of address space
constexpr uint32_t kEmpty = 0, kFilling = 1, kFilled = 2;
constexpr uint32_t kBusy = 0, kWaiting = 1, kBeingFilled = 2, kGiven = 3;

long futex(std::atomic<uint32_t>& word, int what, uint32_t value, const timespec* limit) {
  return syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), what, value, limit, nullptr, 0);
}

}  // namespace

struct SharedStates::Slot {
  std::atomic<uint32_t> stage;
  uint32_t state;
  uint64_t low, high, made;
};

struct SharedStates::Mailbox {
  std::atomic<uint32_t> stage;
  uint32_t state, first, end, length;
  Choice way[kMostWay];
};

SharedStates* SharedStates::make(unsigned jobs, uint64_t most_states) {
  auto* all = new SharedStates;
  all->jobs_ = jobs;
  all->slot_count_ = std::bit_ceil(std::max<uint64_t>(most_states, 1024) * 2);
  all->list_words_ = kListBytes / 8;
  const size_t head = (sizeof(Head) + 4095) & ~size_t{4095}, boxes = sizeof(Mailbox) * jobs;
  const size_t slots = sizeof(Slot) * all->slot_count_;
  all->bytes_ = head + boxes + slots + kListBytes;
  void* memory = mmap(nullptr, all->bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    delete all;
    return nullptr;
  }
  all->memory_ = static_cast<char*>(memory);
  all->head_ = reinterpret_cast<Head*>(all->memory_);
  all->slots_ = reinterpret_cast<Slot*>(all->memory_ + head);
  all->lists_ = reinterpret_cast<uint64_t*>(all->memory_ + head + slots);
  all->boxes_ = reinterpret_cast<Mailbox*>(all->memory_ + head + slots + kListBytes);
  all->head_->working = jobs;
  return all;
}

void SharedStates::discard() {
  munmap(memory_, bytes_);
  delete this;
}

SharedStates::Claim SharedStates::claim(const StateKey& key, uint64_t made) {
  for (uint64_t at = key.low;; ++at) {
    Slot& slot = slots_[at & (slot_count_ - 1)];
    uint32_t stage = slot.stage.load(std::memory_order_acquire);
    if (stage == kEmpty && slot.stage.compare_exchange_strong(stage, kFilling, std::memory_order_acquire)) {
      slot.state = head_->states.fetch_add(1, std::memory_order_relaxed);
      slot.low = key.low;
      slot.high = key.high;
      slot.made = made;
      slot.stage.store(kFilled, std::memory_order_release);
      return {slot.state, true, made};
    }
    while (stage == kFilling && stopped() != kLost) {
      sched_yield();
      stage = slot.stage.load(std::memory_order_acquire);
    }
    if (slot.low == key.low && slot.high == key.high) return {slot.state, false, slot.made};
  }
}

uint64_t SharedStates::put_list(const std::vector<uint64_t>& list) {
  const uint64_t place = head_->words.fetch_add(list.size() + 1, std::memory_order_relaxed);
  if (place + list.size() + 1 > list_words_) return kFull;
  lists_[place] = list.size();
  std::copy(list.begin(), list.end(), lists_ + place + 1);
  return place;
}

bool SharedStates::give(const Work& work) {
  if (work.way.size() > kMostWay) return false;
  for (unsigned i = 0; i < jobs_; ++i) {
    Mailbox& box = boxes_[i];
    uint32_t stage = kWaiting;
    if (!box.stage.compare_exchange_strong(stage, kBeingFilled, std::memory_order_acquire)) continue;
    head_->working.fetch_add(1);  // before this process can be found to have none itself
    head_->waiting.fetch_sub(1);
    box.state = work.state;
    box.first = work.first;
    box.end = work.end;
    box.length = static_cast<uint32_t>(work.way.size());
    std::copy(work.way.begin(), work.way.end(), box.way);
    box.stage.store(kGiven, std::memory_order_release);
    futex(box.stage, FUTEX_WAKE, 1, nullptr);
    return true;
  }
  return false;
}

void SharedStates::wake_all() {
  for (unsigned i = 0; i < jobs_; ++i) futex(boxes_[i].stage, FUTEX_WAKE, INT_MAX, nullptr);
}

bool SharedStates::is_child_lost() const {
  return std::any_of(children_.begin(), children_.end(), [](int child) {
    siginfo_t info{};
    waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid == child && (info.si_code != CLD_EXITED || info.si_status != 0);
  });
}

// True: nothing will come any more.
bool SharedStates::end_of_wait(Mailbox& box) {
  if (is_child_lost()) stop(kLost);
  if (head_->working.load() != 0 && !stopped()) return false;
  uint32_t stage = kWaiting;
  return box.stage.compare_exchange_strong(stage, kBusy) || stopped();
}

bool SharedStates::take(unsigned me, Work* work) {
  Mailbox& box = boxes_[me];
  box.stage.store(kWaiting);
  head_->waiting.fetch_add(1);
  if (head_->working.fetch_sub(1) == 1) wake_all();
  constexpr timespec kLookAgain{0, 20'000'000};
  for (uint32_t stage; (stage = box.stage.load(std::memory_order_acquire)) != kGiven;) {
    if (end_of_wait(box)) return false;
    futex(box.stage, FUTEX_WAIT, stage, &kLookAgain);
  }
  work->state = box.state;
  work->first = box.first;
  work->end = box.end;
  work->way.assign(box.way, box.way + box.length);
  box.stage.store(kBusy);
  return true;
}

void SharedStates::stop(uint32_t reason) {
  uint32_t none = 0;
  head_->stopped.compare_exchange_strong(none, reason);
  wake_all();
}

}  // namespace gillab::explore
