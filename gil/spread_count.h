// Counts of objects that several threads count all the time: functions, classes, modules, a list or a lock that all use.
// One word for all would travel from processor to processor; so each thread has a number of its own for each such object,
// and their sum is the count. Nobody sees a sum of zero when it happens: it is looked for while the world is stopped,
// when cycles are collected, when a thread ends, and after many drops. The object lives a little longer.
//
// The header of a spread object has the owner kSpread and the number of its entry in `count`. An object becomes spread,
// and a usual one again, only while the world is stopped.
#pragma once

#include <cstdint>
#include <vector>

#include "gil/layer.h"

namespace gillab::gil {

inline constexpr uint32_t kMostSpread = 4096;

// Of the calling thread, before its first and after its last count.
void begin_spreading();
void end_spreading();

// A sample of the objects this thread counts though another owns them. What turns up again is hot: the thread is asked to
// kMerge, and then comes to settle_spread.
void sample_foreign(Header& header);
void note_many_drops();  // the same, to look for zeros
bool is_settling_wanted();
// Where anything is spread: asks this thread, which is the only one left.
void ask_for_gathering(Attached& last);
// Whether something is spread though one thread alone has a slot yet: of a thread that has left its own.
bool is_gathering_due();
void reset_spreading();  // after fork() in the child

// Finds the objects nobody refers to any more, whose end the caller has to see to; spreads those that turned out hot.
// Where this thread is the only one, all become usual ones. REQUIRES: the world is stopped.
std::vector<Header*> settle_spread(uint8_t slot);

int64_t spread_total(const Header& header);  // REQUIRES: the world is stopped

}  // namespace gillab::gil
