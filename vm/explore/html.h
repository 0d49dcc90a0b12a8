// One exploration as a page that needs nothing but itself: the table, and for each outcome its cheapest schedule in a
// column for each thread, gone through with the keyboard.
#pragma once

#include <string>
#include <vector>

#include "vm/explore/exploration.h"
#include "vm/explore/replay.h"

namespace gillab::explore {

// `runs`: of each outcome, its schedule run again in detail.
std::string as_html(const Exploration& all, const std::vector<Replayed>& runs);

extern const char kPageHead[], kPageTail[];  // html_page.cpp: what stands before and behind the data

}  // namespace gillab::explore
