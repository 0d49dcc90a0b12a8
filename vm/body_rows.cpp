// The table of bodies: rows for threads, columns for code.
#include "vm/body_rows.h"

#include <sys/mman.h>

#include "runtime/core/release.h"
#include "runtime/interpreter.h"

namespace gillab {
namespace {

void set_lazy(Body** place) { std::atomic_ref<Body*>(*place).store(&lazy_body, std::memory_order_relaxed); }

}  // namespace

BodyRows* BodyRows::make() {
  void* memory = mmap(nullptr, kMostRows * kColumns * sizeof(Body*), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : new BodyRows(static_cast<Body**>(memory));
}

BodyRows::~BodyRows() { munmap(entries_, kMostRows * kColumns * sizeof(Body*)); }

bool BodyRows::take_row(Thread& thread) {
  std::lock_guard lock(mutex_);
  if (free_rows_.empty()) {
    if (rows_ == kMostRows) return false;
    for (size_t column = 0; column < columns_; ++column) set_lazy(entry(rows_, column));
    free_rows_.push_back(rows_++);
  }
  thread.body_row = free_rows_.back() * kColumns * sizeof(Body*);
  free_rows_.pop_back();
  return true;
}

void BodyRows::give_row_back(Thread& thread) {
  std::lock_guard lock(mutex_);
  free_rows_.push_back(thread.body_row / (kColumns * sizeof(Body*)));
}

Body** BodyRows::take_column() {
  std::lock_guard lock(mutex_);
  if (free_columns_.empty()) {
    if (columns_ == kColumns) return nullptr;
    free_columns_.push_back(columns_++);
  }
  const size_t column = free_columns_.back();
  free_columns_.pop_back();
  for (size_t row = 0; row < rows_; ++row) set_lazy(entry(row, column));
  return entry(0, column);
}

void BodyRows::give_column_back(Body** place) {
  std::lock_guard lock(mutex_);
  free_columns_.push_back(static_cast<size_t>(place - entries_));
}

bool take_body_row(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  if constexpr (!gil::Layer::kConcurrent) return true;
  if (!interpreter.body_rows) {
    interpreter.body_rows = BodyRows::make();
    if (!interpreter.body_rows) return false;
    interpreter.unmade_body = interpreter.body_rows->unmade();
  }
  return interpreter.body_rows->take_row(thread);
}

void free_body_rows(Interpreter& interpreter) { delete interpreter.body_rows; }

void give_body_row_back(Thread& thread) {
  if constexpr (gil::Layer::kConcurrent) thread.interpreter->body_rows->give_row_back(thread);
}

}  // namespace gillab
