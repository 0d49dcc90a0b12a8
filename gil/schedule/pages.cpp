#include "gil/schedule/pages.h"

#include <algorithm>
#include <cassert>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/machine.h"
#include "gil/schedule/outside_state.h"

extern "C" char __data_start[];
extern "C" char _end[];

namespace gillab::gil::schedule {
namespace {

constexpr size_t kMostWritten = 1 << 18;
constexpr size_t kPlaces = kMostWritten * 2;  // of the table that finds a page
constexpr size_t kSignalStack = 64 * 1024;
constexpr size_t kLines = kPageSize / kLineSize;
constexpr uint32_t kPatience = 160;  // a page is compared so often in vain before it is protected: that costs as much as a fault
constexpr size_t kBelowStack = 1024;  // what giving up puts below the stack pointer it notes

struct Change {
  uint32_t page;
  uint32_t line;
  char held[kLineSize];
};

struct StackInUse {
  char* start = nullptr;
  char* low = nullptr;  // from here on it is in use
  char* end = nullptr;
};

}  // namespace

// Outside: written by the handler of faults, so it allocates nothing there.
struct PageTable {
  std::vector<WrittenPage> written;
  std::vector<uint32_t> watched;      // those that are compared
  uint32_t* places = nullptr;         // page number + 1, by a hash of the address
  std::vector<Change> journal;
  std::vector<StackInUse> stacks;     // when changes were last noted
  char* copies = nullptr;
  size_t copies_left = 0;
  std::vector<Region> regions;
};

namespace {

PageTable& pages() { return *outside_state.pages; }

char* memory_outside(size_t bytes) {
  return reinterpret_cast<char*>(syscall(SYS_mmap, nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
}

char* copy_of(const char* page) {
  PageTable& table = pages();
  if (table.copies_left == 0) {
    constexpr size_t kBatch = 1024;
    table.copies = memory_outside(kBatch * kPageSize);
    table.copies_left = kBatch;
  }
  char* copy = table.copies;
  table.copies += kPageSize;
  --table.copies_left;
  std::memcpy(copy, page, kPageSize);
  return copy;
}

// --- which page

bool is_tracked(const char* place) {
  for (const Region& region : pages().regions) {
    if (region.contains(place)) return true;
  }
  return false;
}

// Where the number of the page stands, or would stand.
uint32_t& place_of(const char* page) {
  size_t at = (reinterpret_cast<uintptr_t>(page) / kPageSize * 0x9E3779B97F4A7C15) >> 40 & (kPlaces - 1);
  while (pages().places[at] && pages().written[pages().places[at] - 1].place != page) at = (at + 1) & (kPlaces - 1);
  return pages().places[at];
}

void watch(uint32_t number) {
  WrittenPage& page = pages().written[number];
  page.is_watched = true;
  page.quiet = 0;
  pages().watched.push_back(number);
  syscall(SYS_mprotect, page.place, kPageSize, PROT_READ | PROT_WRITE);
}

void note_write(char* place) {
  PageTable& table = pages();
  char* page = reinterpret_cast<char*>(reinterpret_cast<uintptr_t>(place) & ~(kPageSize - 1));
  uint32_t& number = place_of(page);
  if (number == 0) {
    if (table.written.size() == kMostWritten) std::abort();
    table.written.push_back({page, copy_of(page), copy_of(page)});
    number = static_cast<uint32_t>(table.written.size());
  }
  watch(number - 1);
}

void on_fault(int signal_number, siginfo_t* info, void*) {
  char* place = static_cast<char*>(info->si_addr);
  if (info->si_code == SEGV_ACCERR && outside_state.pages && is_tracked(place)) return note_write(place);
  signal(signal_number, SIG_DFL);  // a real one: it happens again, and ends the process
}

void catch_faults() {
  stack_t stack{};
  stack.ss_sp = std::malloc(kSignalStack);
  stack.ss_size = kSignalStack;
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigaction(SIGSEGV, &action, nullptr);
}

// The engine's static memory but for the page of the outside.
void add_static_memory(std::vector<Region>& regions) {
  char* start = reinterpret_cast<char*>(reinterpret_cast<uintptr_t>(__data_start) & ~(kPageSize - 1));
  char* end = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(_end) + kPageSize - 1) & ~(kPageSize - 1));
  char* mine = reinterpret_cast<char*>(&outside_state);
  if (start < mine) regions.push_back({start, mine});
  if (mine + sizeof outside_state < end) regions.push_back({mine + sizeof outside_state, end});
}

// --- stacks

StackInUse stack_of(const Fiber& fiber) {
  StackInUse stack{fiber.stack, fiber.stack + fiber.stack_size, fiber.stack + fiber.stack_size};
  if (fiber.status != Status::Ended) stack.low = std::max(fiber.stack, fiber.stack_pointer - kBelowStack);
  return stack;
}

std::vector<StackInUse> stacks_of_now() {
  std::vector<StackInUse> stacks;
  for (uint32_t i = 0; i < machine().fiber_count; ++i) stacks.push_back(stack_of(machine().fibers[i]));
  return stacks;
}

// The first line of the page that one of the stacks uses; without a stack there, all.
size_t first_line(WrittenPage& page, const std::vector<StackInUse>& stacks) {
  for (const StackInUse& stack : stacks) {
    if (page.place < stack.start || page.place >= stack.end) continue;
    page.is_stack = true;
    if (page.place >= stack.low) return 0;
    return std::min(kLines, static_cast<size_t>(stack.low - page.place) / kLineSize);
  }
  return 0;
}

// --- lines

using Sixteen = uint64_t __attribute__((vector_size(16), aligned(16)));

bool same(const char* a, const char* b, size_t bytes) {
  const auto* one = reinterpret_cast<const Sixteen*>(a);
  const auto* other = reinterpret_cast<const Sixteen*>(b);
  Sixteen different{};
  for (size_t i = 0; i < bytes / sizeof(Sixteen); ++i) different |= one[i] ^ other[i];
  return (different[0] | different[1]) == 0;
}
bool same_line(const char* a, const char* b) { return same(a, b, kLineSize); }

// Of a page and its copy, from the line `first` on.
template <class Found>
void for_each_changed_line(const WrittenPage& page, size_t first, Found&& found) {
  constexpr size_t kTogether = 4;
  const size_t all = first * kLineSize;
  if (std::memcmp(page.place + all, page.noted + all, kPageSize - all) == 0) return;
  for (size_t begin = first & ~(kTogether - 1); begin < kLines; begin += kTogether) {
    if (same(page.place + begin * kLineSize, page.noted + begin * kLineSize, kTogether * kLineSize)) continue;
    for (size_t line = std::max(begin, first); line < begin + kTogether; ++line) {
      if (!same_line(page.place + line * kLineSize, page.noted + line * kLineSize)) found(line);
    }
  }
}

void note_line(WrittenPage& page, size_t line) {
  const size_t at = line * kLineSize;
  const uint64_t bit = uint64_t{1} << line;
  if (same_line(page.noted + at, page.before + at)) page.differs &= ~bit;
  else page.differs |= bit;
}

// True: something has changed.
bool note_page(uint32_t number, size_t first) {
  WrittenPage& page = pages().written[number];
  const size_t before = pages().journal.size();
  for_each_changed_line(page, first, [&](size_t line) {
    const size_t at = line * kLineSize;
    Change& change = pages().journal.emplace_back();
    change.page = number;
    change.line = static_cast<uint32_t>(line);
    std::memcpy(change.held, page.noted + at, kLineSize);
    std::memcpy(page.noted + at, page.place + at, kLineSize);
    note_line(page, line);
  });
  return pages().journal.size() != before;
}

// False: it is no longer watched.
bool stays_watched(WrittenPage& page, bool changed) {
  page.quiet = changed ? 0 : page.quiet + 1;
  if (page.quiet < kPatience || page.is_stack) return true;
  page.is_watched = false;
  syscall(SYS_mprotect, page.place, kPageSize, PROT_READ);
  return false;
}

void drop_changes(const WrittenPage& page, size_t first) {
  for_each_changed_line(page, first, [&](size_t line) {
    std::memcpy(page.place + line * kLineSize, page.noted + line * kLineSize, kLineSize);
  });
}

// What has been written since changes were last noted. Of stacks later: it depends on where one goes back to.
void drop_changes() {
  for (uint32_t number : pages().watched) {
    const WrittenPage& page = pages().written[number];
    if (!page.is_stack) drop_changes(page, 0);
  }
}

// What a stack holds that is in use again, but was not when changes were noted: the copy has it, from then.
void bring_stacks_back() {
  PageTable& table = pages();
  table.stacks = stacks_of_now();
  for (uint32_t number : table.watched) {
    WrittenPage& page = table.written[number];
    if (page.is_stack) drop_changes(page, first_line(page, table.stacks));
  }
}

void take_back(const Change& change) {
  WrittenPage& page = pages().written[change.page];
  if (!page.is_watched) watch(change.page);
  const size_t at = change.line * kLineSize;
  std::memcpy(page.place + at, change.held, kLineSize);
  std::memcpy(page.noted + at, change.held, kLineSize);
  note_line(page, change.line);
}

#ifndef NDEBUG
// Of all that is not as it was at the checkpoint.
uint64_t hash_of_content() {
  const std::vector<StackInUse> stacks = stacks_of_now();
  uint64_t sum = 0;
  for (WrittenPage& page : pages().written) {
    for (size_t line = first_line(page, stacks); line < kLines; ++line) {
      const char* place = page.place + line * kLineSize;
      if (same_line(place, page.before + line * kLineSize)) continue;
      uint64_t hash = reinterpret_cast<uint64_t>(place);
      for (size_t at = 0; at < kLineSize; ++at) hash = (hash ^ static_cast<unsigned char>(place[at])) * 0x100000001b3;
      sum += hash;
    }
  }
  return sum;
}
#endif

}  // namespace

void begin_tracking() {
  outside_state.pages = new PageTable;
  PageTable& table = pages();
  table.written.reserve(kMostWritten);
  table.watched.reserve(kMostWritten);
  table.places = reinterpret_cast<uint32_t*>(memory_outside(kPlaces * sizeof(uint32_t)));
  table.stacks = stacks_of_now();
  Region regions[16];
  const size_t count = regions_in_use(regions, std::size(regions));
  table.regions.assign(regions, regions + count);
  add_static_memory(table.regions);
  catch_faults();
  outside_state.has_run = false;
  // The stacks reserved later follow those in use; what is new has its place already.
  for (const Region& region : table.regions) {
    syscall(SYS_mprotect, region.start, static_cast<size_t>(region.end - region.start), PROT_READ);
  }
}

// A line matters when it was in use then or is now: what then was there must come back.
void note_changes() {
  PageTable& table = pages();
  if (!outside_state.has_run) return;
  std::vector<StackInUse> now = stacks_of_now();
  std::vector<StackInUse> either = now;
  for (size_t i = 0; i < std::min(now.size(), table.stacks.size()); ++i) either[i].low = std::min(now[i].low, table.stacks[i].low);
  for (size_t i = now.size(); i < table.stacks.size(); ++i) either.push_back(table.stacks[i]);
  size_t kept = 0;
  for (size_t i = 0; i < table.watched.size(); ++i) {
    const uint32_t number = table.watched[i];
    WrittenPage& page = table.written[number];
    const bool changed = note_page(number, first_line(page, either));
    if (stays_watched(page, changed)) table.watched[kept++] = number;
  }
  table.watched.resize(kept);
  table.stacks = std::move(now);
  outside_state.has_run = false;
}

Snapshot take_snapshot() {
  note_changes();
  Snapshot snapshot{.journal = pages().journal.size()};
#ifndef NDEBUG
  snapshot.content = hash_of_content();
#endif
  return snapshot;
}

void restore(Snapshot snapshot) {
  PageTable& table = pages();
  if (outside_state.has_run) drop_changes();
  outside_state.has_run = false;
  while (table.journal.size() > snapshot.journal) {
    take_back(table.journal.back());
    table.journal.pop_back();
  }
  bring_stacks_back();
  assert(hash_of_content() == snapshot.content);
}

void restore_checkpoint() { restore({}); }

const std::vector<WrittenPage>& written_pages() { return pages().written; }

}  // namespace gillab::gil::schedule
