// What the collector of cycles knows and what module gc sets: part of the Interpreter. Objects carry their generation in
// the header's flags; a collection of generation g looks at generations 0 to g, and what survives is one older.
#pragma once

#include <atomic>
#include <cstdint>

namespace gillab {

struct Object;

inline constexpr int kOldest = 2;     // generations are 0 to 2
inline constexpr int kPermanent = 3;  // what gc.freeze() set aside

enum CollectorDebug : int {  // of gc.set_debug
  kShowStatistics = 1,
  kNameCollectable = 2,
  kNameUncollectable = 4,
  kSaveAll = 32,
};

struct CollectorState {
  bool enabled = true;
  std::atomic<bool> running{false};
  std::atomic<bool> telling{false};  // gc.callbacks are called before and after it
  // Until a script sets thresholds, all generations are collected when as many containers came as survived last time:
  // the work stays proportional to what is allocated. Then the thresholds count.
  bool adapts = true;
  int debug = 0;                     // gc.set_debug
  int64_t adapted_threshold = 0;     // 0: nothing was collected yet
  int64_t survivors = 0;             // of the last collection, in the generations it looked at
  int64_t thresholds[3] = {700, 10, 10};
  int64_t younger[3] = {0, 0, 0};    // [1], [2]: collections of the generation below since the last one of this
  int64_t collections[3] = {0, 0, 0};
  int64_t collected[3] = {0, 0, 0};
  Object* callbacks = nullptr;       // gc.callbacks and gc.garbage, lists; owned, null until gc is imported
  Object* garbage = nullptr;
};

}  // namespace gillab
