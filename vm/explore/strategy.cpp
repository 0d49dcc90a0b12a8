// Which search is made, and in which order: all states; past --max-states all schedules with few preemptions, depth first;
// then samples.
#include <algorithm>
#include <cstdio>
#include <unistd.h>

#include "gil/schedule/pages.h"
#include "vm/explore/clock.h"
#include "vm/explore/command.h"
#include "vm/explore/replay.h"
#include "vm/explore/reduction.h"
#include "vm/explore/sample.h"

namespace gillab::explore {
namespace {

// Starts the search over until no variable turns out to be shared that was not known.
SearchResult search_alone(Exploration& all, Halt halt, const SearchLimits& limits, const Progress& progress) {
  for (;;) {
    session().variables.found_new = false;
    session().ran_away = false;
    SearchResult result = search_states(settle_from(halt), limits, progress);
    gil::schedule::restore_checkpoint();
    if (result.end != SearchEnd::NewShared) return result;
    ++all.rounds;
  }
}

// With --jobs one process begins: most variables that are shared show soon, and a small search is at its end.
SearchResult search_all(Exploration& all, Halt halt, const SearchLimits& limits) {
  const bool shows = !all.options.quiet && isatty(STDERR_FILENO);
  const double began = seconds_now();
  const Progress progress = [&](uint64_t states, size_t depth) {
    if (!shows) return;
    const double taken = seconds_now() - began;
    std::fprintf(stderr, "\r%llu states, %.0f a second, depth %zu, %.0f s left ", static_cast<unsigned long long>(states),
                 static_cast<double>(states) / taken, depth, limits.seconds - taken);
  };
  constexpr uint64_t kFew = 200;
  SearchLimits first = limits;
  const bool is_shared = all.options.jobs > 1 && halt == Halt::FirstThread && limits.most_states > kFew;
  if (is_shared) first.most_states = kFew;
  SearchResult result = search_alone(all, halt, first, progress);
  if (is_shared && result.end == SearchEnd::StatesSpent && !search_together(all, limits, progress, &result)) {
    result = search_alone(all, halt, limits, progress);
  }
  if (result.graph.nodes.size() >= 1024 && shows) std::fputs("\r\x1b[K", stderr);
  return result;
}

void evaluate(Exploration& all) {
  const auto count = static_cast<uint32_t>(all.result.outcomes.size());
  const Graph& graph = all.result.graph;
  all.states = graph.nodes.size();
  all.schedules = graph.count_schedules(count, &all.all_schedules);
  Step step;
  all.livelock = all.result.circles != 0 && graph.find_livelock(&step);
  all.replay.clear();
  all.preemptions.clear();
  for (const Graph::Cheapest& cheapest : graph.cheapest(count)) {
    all.replay.push_back(id_of(all, graph, cheapest.steps));
    all.preemptions.push_back(cheapest.preemptions);
  }
}

bool is_spent(SearchEnd end) { return end == SearchEnd::StatesSpent || end == SearchEnd::TimeSpent; }

void forget_results(Exploration& all) {
  const SearchEnd why = all.result.end;
  all.result = SearchResult();
  all.result.end = why;
  all.schedules.clear();
  all.preemptions.clear();
  all.replay.clear();
}

// Depth first. False: the time was over.
bool search_depth_first(Exploration& all, Halt halt, int bound, double until) {
  const bool shows = !all.options.quiet && isatty(STDERR_FILENO);
  const auto progress = [&](const ReductionResult& result, size_t depth) {
    if (!shows) return;
    std::fprintf(stderr, "\r%llu classes of schedules, depth %zu, %.0f s left ", static_cast<unsigned long long>(result.classes), depth, until - seconds_now());
  };
  ReductionResult found;
  do {
    if (seconds_now() >= until) return false;
    session().variables.found_new = false;
    gil::schedule::restore_checkpoint();
    found = search_classes(settle_from(halt), {until - seconds_now(), bound}, progress);
    gil::schedule::restore_checkpoint();
  } while (found.end == SearchEnd::NewShared);
  if (shows) std::fputs("\r\x1b[K", stderr);
  if (found.end != SearchEnd::Complete) {
    if (found.end != SearchEnd::TimeSpent) all.result.end = found.end;
    return false;
  }
  all.counted_with = session().variables.shared_count();
  all.search = "depth first";
  all.bound = found.was_bounded ? bound : -1;
  all.complete = !found.was_bounded;
  all.all_schedules = std::to_string(found.classes);
  all.states = 0;
  forget_results(all);
  all.result.circles = found.circles;
  for (ReducedOutcome& each : found.outcomes) {
    each.id.digest = all.digest;
    all.result.outcomes.push_back(each.outcome);
    all.schedules.push_back(std::to_string(each.classes));
    all.preemptions.push_back(each.preemptions);
    all.replay.push_back(text_of(each.id));
  }
  return true;
}

// Few preemptions first: most mistakes need few. Then all classes, if there is time for that, else more preemptions.
void search_classes_of(Exploration& all, Halt halt, double until) {
  constexpr int kFew = 2;
  for (int bound = 0; bound <= kFew; ++bound) {
    if (!search_depth_first(all, halt, bound, until) || all.complete) return;
  }
  search_depth_first(all, halt, -1, seconds_now() + (until - seconds_now()) / 2);
  for (int bound = kFew + 1; !all.complete; ++bound) {
    if (!search_depth_first(all, halt, bound, until)) return;
  }
}

struct Sample {
  uint64_t runs = 0;
  std::vector<uint64_t> times;  // of each outcome
};

void add_run(Exploration& all, Sample& sample, const Run& run) {
  ++sample.runs;
  std::vector<Outcome>& known = all.result.outcomes;
  const auto place = static_cast<size_t>(std::find(known.begin(), known.end(), run.outcome) - known.begin());
  ScheduleId id = run.id;
  id.digest = all.digest;
  if (place == known.size()) {
    known.push_back(run.outcome);
    all.preemptions.push_back(run.preemptions);
    all.replay.push_back(text_of(id));
  } else if (run.preemptions < all.preemptions[place]) {
    all.preemptions[place] = run.preemptions;
    all.replay[place] = text_of(id);
  }
  sample.times.resize(known.size());
  ++sample.times[place];
}

// Half by PCT, half by chance alone.
void search_samples(Exploration& all, Halt halt, double until) {
  constexpr unsigned kDepth = 3;
  Random random(all.options.seed);
  Sample sample;
  all.search = "sample";
  all.states = 0;
  all.bound = -1;
  forget_results(all);
  size_t steps = 0;
  while (seconds_now() < until) {
    const bool pct = sample.runs % 2 == 0 && steps > 0;
    const Run run = run_from_checkpoint(halt == Halt::FirstThread, pct ? pct_policy(random, steps, kDepth) : uniform_policy(random));
    if (run.halt == Halt::NewShared) {  // the ids of runs before are of other operations
      session().variables.found_new = false;
      forget_results(all);
      sample = Sample();
      continue;
    }
    if (run.halt == Halt::RanAway && session().ran_away) all.result.end = SearchEnd::RanAway;
    steps = std::max(steps, run.steps);
    if (run.halt == Halt::Finished || run.halt == Halt::Stuck || run.halt == Halt::Freed) add_run(all, sample, run);
  }
  for (uint64_t times : sample.times) all.schedules.push_back(std::to_string(times));
  all.all_schedules = std::to_string(sample.runs);
  const double floor = 1.0 / (std::max(1u, all.threads) * static_cast<double>(steps) * static_cast<double>(steps));
  char text[200];
  std::snprintf(text, sizeof text, "PCT: a mistake that needs 3 places in order is hit by a run with a chance of at least %.2g (%u threads, %zu steps).\n",
                floor, all.threads, steps);
  all.floor = text;
}

}  // namespace

void search(Exploration& all, Halt halt) {
  SearchLimits limits;
  limits.most_states = all.options.most_states;
  limits.seconds = all.options.seconds / 2;
  limits.preemptions = all.options.preemptions;
  limits.shard = all.options.shard;
  limits.shards = all.options.shards;
  const double end = seconds_now() + all.options.seconds;
  all.result = search_all(all, halt, limits);
  all.search = limits.preemptions >= 0 ? "preemption bound" : "states";
  all.bound = limits.preemptions;
  all.complete = all.result.end == SearchEnd::Complete && limits.preemptions < 0;
  evaluate(all);
  all.counted_with = session().variables.shared_count();
  if (!is_spent(all.result.end)) return;
  constexpr uint32_t kMostThreads = 64;
  if (limits.preemptions >= 0) {
    search_depth_first(all, halt, limits.preemptions, end);
  } else {
    all.search.clear();
    if (all.threads < kMostThreads) search_classes_of(all, halt, seconds_now() + (end - seconds_now()) / 2);
  }
  // What was found before a variable turned out to be shared counts other operations.
  const bool is_stale = session().variables.shared_count() != all.counted_with;
  const bool is_little = all.search.empty() || (limits.preemptions < 0 && !all.complete && all.bound < 2);
  if (is_stale || is_little) search_samples(all, halt, std::max(end, seconds_now() + 1));
}

// Every schedule that is reported is run again.
void verify(Exploration& all, Halt halt) {
  for (size_t i = 0; i < all.replay.size(); ++i) {
    std::string problem;
    const std::optional<ScheduleId> id = read_schedule_id(all.replay[i], &problem);
    gil::schedule::restore_checkpoint();
    const Replayed again = replay(settle_from(halt), *id, false);
    const Outcome& first = all.result.outcomes[i];
    all.lengths.push_back(again.length);
    if (again.problem.empty() && again.outcome.result == first.result && again.outcome.end == first.end) continue;
    all.diverged = true;
    std::fprintf(stderr, "gillab: %s gave '%s' and then '%s' %s\n", all.replay[i].c_str(), first.result.c_str(),
                 again.outcome.result.c_str(), again.problem.c_str());
  }
}

}  // namespace gillab::explore
