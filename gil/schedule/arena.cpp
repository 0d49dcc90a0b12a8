// Size classes with free lists before the checkpoint, plain steps forward after it.
#include "gil/schedule/arena.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gil/schedule/machine.h"
#include "gil/schedule/outside_state.h"

namespace gillab::gil::schedule {
namespace {

constexpr size_t kGiga = size_t{1} << 30;
constexpr uintptr_t kBase = 0x200000000000;
constexpr size_t kPage = 4096;
constexpr size_t kOldSize = 8 * kGiga;          // objects before the checkpoint; the same for all else
constexpr size_t kNewSize = 256 * (kGiga / 1024);  // of each fiber
constexpr size_t kPagesSize = 64 * kGiga;
constexpr uint32_t kClasses = 264;                 // up to 32 GiB

// All that the arena knows of itself; a part of the state. It stands behind the machine.
struct Book {
  char* old_next[2];
  void* free_blocks[2][kClasses];
  char* pages_next;
  char* new_next[kMostFibers];
  struct Spare {
    char* start;
    size_t bytes;
  } spare[64];
  uint32_t spare_count;
};

char* const kMachine = reinterpret_cast<char*>(kBase);
constexpr size_t kMachineSize = 256 * 1024;
char* const kOld[2] = {kMachine + kGiga, kMachine + kGiga + kOldSize};
char* const kPages = kOld[1] + kOldSize;
char* const kNew = kPages + kPagesSize;
char* const kStarts = kNew + kNewSize * kMostFibers;  // a bit for each 16 bytes of what is new: a block begins there
constexpr size_t kStartsSize = kNewSize * kMostFibers / 16 / 8;

Book& book() { return *reinterpret_cast<Book*>(kMachine + kMachineSize / 2); }

// 16-byte steps up to 1 KiB, then eighths of each power of two.
uint32_t class_of(size_t bytes) {
  if (bytes <= 1024) return static_cast<uint32_t>((bytes + 15) / 16);
  const int top = 63 - __builtin_clzll(bytes - 1);
  const size_t step = size_t{1} << (top - 3);
  return 64 + static_cast<uint32_t>((top - 10) * 8 + static_cast<int>((bytes - 1 - (size_t{1} << top)) / step) + 1);
}
size_t size_of_class(uint32_t size_class) {
  if (size_class <= 64) return size_t{size_class} * 16;
  const uint32_t top = (size_class - 65) / 8 + 10;
  const uint32_t eighth = (size_class - 65) % 8 + 1;
  return (size_t{1} << top) + (size_t{1} << (top - 3)) * eighth;
}

void* allocate_old(size_t bytes, Use use, size_t alignment) {
  const size_t which = use == Use::Other;
  if (bytes == 0) bytes = 1;
  const uint32_t size_class = class_of(bytes + (alignment > 16 ? alignment : 0));
  if (size_class >= kClasses) return nullptr;
  void*& list = book().free_blocks[which][size_class];
  if (list && alignment <= 16) {
    void* block = list;
    list = *static_cast<void**>(block);
    head_of_block(block).use = static_cast<uint32_t>(use);
    return block;
  }
  char* start = book().old_next[which];
  const size_t size = size_of_class(size_class);
  if (start + size + sizeof(BlockHead) > kOld[which] + kOldSize) return nullptr;
  char* block = start + sizeof(BlockHead);
  if (alignment > 16) {
    block = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(block) + alignment - 1) & ~(alignment - 1));
  }
  book().old_next[which] = start + sizeof(BlockHead) + size;
  const uint64_t room = static_cast<uint64_t>(book().old_next[which] - block);
  head_of_block(block) = {room, static_cast<uint32_t>(use), alignment > 16 ? kClasses : size_class};
  return block;
}

void mark_start(char* block) {
  const size_t unit = static_cast<size_t>(block - kNew) / 16;
  kStarts[unit / 8] = static_cast<char>(kStarts[unit / 8] | (1 << (unit % 8)));
}

void* allocate_new(size_t bytes, Use use, size_t alignment) {
  const uint32_t fiber = machine().current;
  char*& next = book().new_next[fiber];
  if (!next) next = kNew + kNewSize * fiber;
  if (alignment < 16) alignment = 16;
  char* block = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(next) + sizeof(BlockHead) + alignment - 1) &
                                        ~(alignment - 1));
  const size_t room = (std::max<size_t>(bytes, 1) + 15) & ~size_t{15};
  if (block + room > kNew + kNewSize * (fiber + 1)) return nullptr;
  next = block + room;
  head_of_block(block) = {room, static_cast<uint32_t>(use), 0};
  mark_start(block);
  return block;
}

bool is_new_place(const void* p) { return p >= kNew && p < kStarts; }

}  // namespace

OutsideState outside_state;

Machine& machine() { return *reinterpret_cast<Machine*>(kMachine); }

void start_machine() {
  const size_t bytes = static_cast<size_t>(kStarts + kStartsSize - kMachine);
  void* memory = mmap(kMachine, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (memory != kMachine) {
    std::fprintf(stderr, "gillab: the controlled engine needs %zu GiB of address space at a fixed place\n", bytes / kGiga);
    std::_Exit(7);
  }
  static_assert(sizeof(Machine) <= kMachineSize / 2 && sizeof(Book) <= kMachineSize / 2);
  book().old_next[0] = kOld[0];
  book().old_next[1] = kOld[1];
  book().pages_next = kPages;
  outside_state.started = true;
}

bool is_in_arena(const void* p) { return p >= kMachine && p < kStarts; }

void* arena_allocate(size_t bytes, Use use, size_t alignment) {
  return outside_state.new_memory ? allocate_new(bytes, use, alignment) : allocate_old(bytes, use, alignment);
}

void arena_free(void* block) {
  BlockHead& head = head_of_block(block);
  head.use |= static_cast<uint32_t>(Use::Freed);
  if (outside_state.new_memory || head.size_class >= kClasses) return;
  void*& list = book().free_blocks[(head.use & 0xFF) == static_cast<uint32_t>(Use::Other)][head.size_class];
  *static_cast<void**>(block) = list;
  list = block;
}

void* arena_resize(void* block, size_t bytes, Use use) {
  if (!block) return arena_allocate(bytes, use);
  const size_t had = head_of_block(block).size;
  if (bytes <= had && bytes * 4 > had) return block;
  void* moved = arena_allocate(bytes, use);
  if (!moved) return nullptr;
  std::memcpy(moved, block, std::min(had, bytes));
  arena_free(block);
  return moved;
}

void* arena_pages(size_t bytes) {
  bytes = (bytes + kPage - 1) & ~(kPage - 1);
  Book& arena = book();
  for (uint32_t i = 0; i < arena.spare_count; ++i) {
    if (arena.spare[i].bytes != bytes) continue;
    char* start = arena.spare[i].start;
    arena.spare[i] = arena.spare[--arena.spare_count];
    return start;
  }
  char* start = arena.pages_next;
  if (start + bytes > kPages + kPagesSize) return nullptr;
  arena.pages_next += bytes;
  return start;
}

void arena_give_pages_back(void* start, size_t bytes) {
  Book& arena = book();
  if (outside_state.new_memory || arena.spare_count == std::size(arena.spare)) return;
  arena.spare[arena.spare_count++] = {static_cast<char*>(start), (bytes + kPage - 1) & ~(kPage - 1)};
}

void begin_new_memory() { outside_state.new_memory = true; }
bool has_new_memory() { return outside_state.new_memory; }
Region places_of_new() { return {kNew, kStarts}; }
bool is_new(const void* p) {
  if (!is_new_place(p)) return false;
  const size_t fiber = static_cast<size_t>(static_cast<const char*>(p) - kNew) / kNewSize;
  return p < book().new_next[fiber];
}

uint32_t maker_of(const void* p) { return static_cast<uint32_t>(static_cast<size_t>(static_cast<const char*>(p) - kNew) / kNewSize); }

void* new_block_around(const void* p) {
  if (!is_new(p)) return nullptr;
  size_t unit = static_cast<size_t>(static_cast<const char*>(p) - kNew) / 16;
  const size_t first = unit / (kNewSize / 16) * (kNewSize / 16);
  for (;; --unit) {
    if (kStarts[unit / 8] & (1 << (unit % 8))) return kNew + unit * 16;
    if (unit == first) return nullptr;
  }
}

void* fresh_object(size_t bytes) { return outside_state.new_memory ? allocate_new(bytes, Use::Object, 16) : nullptr; }

Region old_objects() { return {kOld[0], book().old_next[0]}; }
Region old_others() { return {kOld[1], book().old_next[1]}; }

size_t regions_in_use(Region* regions, size_t most) {
  const Region all[] = {{kMachine, kMachine + kMachineSize},
                        old_objects(),
                        old_others(),
                        {kPages, kPages + kPagesSize},
                        {kNew, kStarts + kStartsSize}};
  const size_t count = std::min(most, std::size(all));
  std::copy_n(all, count, regions);
  return count;
}

}  // namespace gillab::gil::schedule
