// How one thread of the state looks to who steps it.
#pragma once

#include <vector>

#include "vm/explore/exploration.h"
#include "vm/explore/step_view.h"

namespace gillab::explore {

// `open`: the choices there are now.
ThreadView view_of_thread(const Exploration& all, uint32_t number, const std::vector<Choice>& open);

}  // namespace gillab::explore
