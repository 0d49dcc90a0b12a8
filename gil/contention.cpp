// The tables of contended objects, made when somebody asks for figures.
#include "gil/contention.h"

#include <sys/mman.h>

namespace gillab::gil {
namespace {

// Zero is a table without rows.
template <class Table>
Table* make_table() {
  void* memory = mmap(nullptr, sizeof(Table), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : static_cast<Table*>(memory);
}

}  // namespace

bool watch_contention() {
  if (watches_contention()) return true;
  ContentionTable* contended = make_table<ContentionTable>();
  MadeTable* made = make_table<MadeTable>();
  if (!contended || !made) return false;
  made_table = made;
  contention_table = contended;
  return true;
}

}  // namespace gillab::gil
