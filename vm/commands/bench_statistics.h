// The arithmetic of gillab bench. Knows nothing of programs and processes.
#pragma once

#include <vector>

namespace gillab::driver {

// REQUIRES: not empty. Of an even number, the mean of the two in the middle.
double median(std::vector<double> samples);

// REQUIRES: all positive, not empty.
double geometric_mean(const std::vector<double>& values);

// One side divided by the other, where sample i of both was taken in the same round.
struct Ratio {
  double middle = 0;  // of the medians
  double lowest = 0;  // of the rounds: how far the machine's noise moves it
  double highest = 0;
};

// REQUIRES: equally many samples on both sides, at least one; those below are positive.
Ratio ratio_of(const std::vector<double>& above, const std::vector<double>& below);

}  // namespace gillab::driver
