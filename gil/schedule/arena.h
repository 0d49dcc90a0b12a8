// Memory of everything that runs on fibers, at fixed addresses: machine state, objects and buffers of scripts, what
// std containers and libraries ask for, stacks. From the checkpoint on (the script starts its first thread) nothing is
// used twice and each fiber takes from a place of its own, one block behind the other: so an address names an object
// for good, and means the same in every schedule in which the fiber did the same before.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gillab::gil::schedule {

struct Region {
  char* start;
  char* end;  // of what is in use
  bool contains(const void* p) const { return p >= start && p < end; }
};

enum class Use : uint32_t { Object = 1, Buffer, Other, Freed = 0x100 };  // Freed is a mark beside the others

struct BlockHead {  // 16 bytes before every block
  uint64_t size;
  uint32_t use;
  uint32_t size_class;
};

void* arena_allocate(size_t bytes, Use use, size_t alignment = 16);  // null: full
void* arena_resize(void* block, size_t bytes, Use use);
void arena_free(void* block);
bool is_in_arena(const void* p);
inline BlockHead& head_of_block(void* block) { return static_cast<BlockHead*>(block)[-1]; }

void* arena_pages(size_t bytes);     // whole pages, for stacks
void arena_give_pages_back(void* start, size_t bytes);

// From here on memory is new (see above).
void begin_new_memory();
bool has_new_memory();
Region places_of_new();              // all that can ever be handed out from then on
bool is_new(const void* p);          // a place that was handed out since then
uint32_t maker_of(const void* p);    // REQUIRES: is_new(p). The fiber that asked for it
// The block around a new place, or null.
void* new_block_around(const void* p);
// An object of the runtime since the checkpoint; null before it.
void* fresh_object(size_t bytes);

Region old_objects();                // what the runtime allocated before the checkpoint: objects and buffers
Region old_others();
size_t regions_in_use(Region* regions, size_t most);  // all that must be saved

}  // namespace gillab::gil::schedule
