// Which outcome's cheapest schedule is told, and how that begins.
#include <string_view>
#include <tuple>
#include <utility>

#include "vm/explore/exploration.h"
#include "vm/explore/words.h"

namespace gillab::explore {

// What is wrong, else what is not expected, else what is interesting; else whatever takes a preemption.
bool choose_outcome(const Exploration& all, Chosen* chosen) {
  constexpr std::pair<const char*, const char*> kRanks[] = {{"Forbidden", "forbidden"}, {"Error", "failing"}, {"Deadlock", "stuck"},
                                                            {"Unexpected", "unexpected"}, {"Interesting", "interesting"}, {"-", "other"}};
  const auto cost = [&](size_t i) { return std::tuple(all.preemptions[i], all.lengths[i], all.result.outcomes[i].result); };
  for (const auto& [said, kind] : kRanks) {
    bool found = false;
    for (size_t i = 0; i < all.result.outcomes.size(); ++i) {
      const bool fits = std::string_view(expectation(all, all.result.outcomes[i])) == said && (said[0] != '-' || all.preemptions[i] > 0);
      if (!fits || (found && cost(i) >= cost(chosen->outcome))) continue;
      *chosen = {i, kind};
      found = true;
    }
    if (found) return true;
  }
  return false;
}

std::string counted(uint32_t count, const std::string& what) {
  constexpr const char* kNumbers[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  return (count < 10 ? kNumbers[count] : std::to_string(count)) + (" " + what) + (count == 1 ? "" : "s");
}

std::string story_from(const Exploration& all, const std::vector<std::string>& stories) {
  Chosen chosen{};
  if (!choose_outcome(all, &chosen)) return "";
  const std::string& told = stories[chosen.outcome];
  return std::string("Cheapest ") + chosen.kind + " outcome: " + one_line(all.result.outcomes[chosen.outcome].result, 40) + ", " +
         counted(all.preemptions[chosen.outcome], "preemption") + "." + (told.empty() ? "" : " " + told) + "\n";
}

}  // namespace gillab::explore
