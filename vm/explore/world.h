// The outside as a script sees it while schedules are explored: what it prints is kept in its state, stdin is read once.
#pragma once

#include <memory>
#include <string>

#include "runtime/world.h"

namespace gillab::explore {

class ControlledWorld : public World {
 public:
  int64_t read(int descriptor, void* target, size_t count) override;
  int64_t write(int descriptor, const void* source, size_t count) override;
  int64_t wall_nanoseconds() override { return note_clock(), World::wall_nanoseconds(); }
  int64_t monotonic_nanoseconds() override { return note_clock(), World::monotonic_nanoseconds(); }
  uint64_t hash_seed() override { return 1; }

  const std::string& output() const { return output_; }
  const std::string& errors() const { return errors_; }

 private:
  static void note_clock();
  std::string output_, errors_;  // in the arena: they go back with the state
  size_t read_ = 0;              // of stdin
};

std::unique_ptr<World> make_world();

}  // namespace gillab::explore
