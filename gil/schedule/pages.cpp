#include "gil/schedule/pages.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <link.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/machine.h"
#include "gil/schedule/outside_state.h"

extern "C" char __data_start[];
extern "C" char _end[];

namespace gillab::gil::schedule {

struct PageVersion {
  uint32_t users;
  char content[kPageSize];
};

namespace {

constexpr size_t kMostWritten = 1 << 18;
constexpr size_t kSignalStack = 64 * 1024;

struct Range {
  char* start;
  size_t bytes;
};

}  // namespace

// Outside: written by the handler of faults, so it allocates nothing there.
struct PageTable {
  std::vector<WrittenPage> written;
  std::vector<PageVersion*> current;  // what a page held when it was last saved or restored; null: at the checkpoint
  std::vector<PageVersion*> spare;
  char* copies = nullptr;             // of pages before their first write
  size_t copies_left = 0;
  Range thread_locals{};              // of this program: too small to protect, always compared
  std::vector<char> thread_locals_before;
  uint64_t saved = 0;
  std::vector<Region> regions;
};

namespace {

PageTable& pages() { return *outside_state.pages; }

char* copy_of(const char* page) {
  PageTable& table = pages();
  if (table.copies_left == 0) {
    constexpr size_t kBatch = 1024;
    table.copies = reinterpret_cast<char*>(syscall(SYS_mmap, nullptr, kBatch * kPageSize, PROT_READ | PROT_WRITE,
                                                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    table.copies_left = kBatch;
  }
  char* copy = table.copies;
  table.copies += kPageSize;
  --table.copies_left;
  std::memcpy(copy, page, kPageSize);
  return copy;
}

bool is_tracked(const char* place) {
  for (const Region& region : pages().regions) {
    if (region.contains(place)) return true;
  }
  return false;
}

void note_first_write(char* place) {
  PageTable& table = pages();
  char* page = reinterpret_cast<char*>(reinterpret_cast<uintptr_t>(place) & ~(kPageSize - 1));
  if (table.written.size() == kMostWritten) std::abort();
  table.written.push_back({page, copy_of(page)});
  table.current.push_back(nullptr);
  syscall(SYS_mprotect, page, kPageSize, PROT_READ | PROT_WRITE);
}

void on_fault(int signal_number, siginfo_t* info, void*) {
  char* place = static_cast<char*>(info->si_addr);
  if (info->si_code == SEGV_ACCERR && outside_state.pages && is_tracked(place)) return note_first_write(place);
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

int find_thread_locals(dl_phdr_info* info, size_t, void* found) {
  if (info->dlpi_name[0] != '\0') return 0;  // not the program itself
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    if (info->dlpi_phdr[i].p_type == PT_TLS && info->dlpi_tls_data) {
      *static_cast<Range*>(found) = {static_cast<char*>(info->dlpi_tls_data), info->dlpi_phdr[i].p_memsz};
    }
  }
  return 1;
}

void release(PageVersion* version) {
  if (!version || --version->users != 0) return;
  pages().spare.push_back(version);
  --pages().saved;
}

PageVersion* version_of(const char* page) {
  PageTable& table = pages();
  PageVersion* version;
  if (table.spare.empty()) {
    version = new PageVersion;
  } else {
    version = table.spare.back();
    table.spare.pop_back();
  }
  version->users = 1;
  std::memcpy(version->content, page, kPageSize);
  ++table.saved;
  return version;
}

const char* content_of(size_t i, const PageVersion* version) {
  return version ? version->content : pages().written[i].before;
}

void put_back(size_t i, PageVersion* version) {
  PageTable& table = pages();
  char* page = table.written[i].place;
  const char* wanted = content_of(i, version);
  if (std::memcmp(page, wanted, kPageSize) != 0) std::memcpy(page, wanted, kPageSize);
  if (table.current[i] == version) return;
  release(table.current[i]);
  table.current[i] = version;
  if (version) ++version->users;
}

}  // namespace

Snapshot& Snapshot::operator=(Snapshot&& other) noexcept {
  std::swap(versions_, other.versions_);
  return *this;
}
Snapshot::~Snapshot() {
  for (PageVersion* version : versions_) release(version);
}

void begin_tracking() {
  outside_state.pages = new PageTable;
  PageTable& table = pages();
  table.written.reserve(kMostWritten);
  table.current.reserve(kMostWritten);
  Region regions[16];
  const size_t count = regions_in_use(regions, std::size(regions));
  table.regions.assign(regions, regions + count);
  add_static_memory(table.regions);
  dl_iterate_phdr(find_thread_locals, &table.thread_locals);
  table.thread_locals_before.assign(table.thread_locals.start, table.thread_locals.start + table.thread_locals.bytes);
  catch_faults();
  // The stacks reserved later follow those in use; what is new has its place already.
  for (const Region& region : table.regions) {
    syscall(SYS_mprotect, region.start, static_cast<size_t>(region.end - region.start), PROT_READ);
  }
}

Snapshot take_snapshot() {
  PageTable& table = pages();
  Snapshot snapshot;
  snapshot.versions_.resize(table.written.size());
  for (size_t i = 0; i < table.written.size(); ++i) {
    PageVersion*& current = table.current[i];
    if (std::memcmp(table.written[i].place, content_of(i, current), kPageSize) != 0) {
      release(current);
      current = version_of(table.written[i].place);
    }
    if (current) ++current->users;
    snapshot.versions_[i] = current;
  }
  return snapshot;
}

void restore(const Snapshot& snapshot) {
  PageTable& table = pages();
  for (size_t i = 0; i < table.written.size(); ++i) {
    put_back(i, i < snapshot.versions_.size() ? snapshot.versions_[i] : nullptr);
  }
}

void restore_checkpoint() {
  for (size_t i = 0; i < pages().written.size(); ++i) put_back(i, nullptr);
}

uint64_t saved_pages() { return pages().saved; }
const std::vector<WrittenPage>& written_pages() { return pages().written; }

}  // namespace gillab::gil::schedule
