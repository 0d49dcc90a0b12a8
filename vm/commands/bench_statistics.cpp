// Medians, ratios with their spread, geometric means.
#include "vm/commands/bench_statistics.h"

#include <algorithm>
#include <cmath>

namespace gillab::driver {

double median(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const size_t half = samples.size() / 2;
  return samples.size() % 2 != 0 ? samples[half] : (samples[half - 1] + samples[half]) / 2;
}

double geometric_mean(const std::vector<double>& values) {
  double sum = 0;
  for (double value : values) sum += std::log(value);
  return std::exp(sum / static_cast<double>(values.size()));
}

Ratio ratio_of(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> rounds;
  for (size_t i = 0; i < above.size(); ++i) rounds.push_back(above[i] / below[i]);
  const auto [lowest, highest] = std::minmax_element(rounds.begin(), rounds.end());
  return {median(above) / median(below), *lowest, *highest};
}

}  // namespace gillab::driver
