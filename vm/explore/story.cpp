// The cheapest schedule of an outcome that is not meant, told in words: one part for each stretch a thread runs.
#include <algorithm>
#include <utility>

#include "gil/schedule/pages.h"
#include "vm/explore/command.h"
#include "vm/explore/replay.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

// "LOADs 0 (line 6)", "STOREs 1 over it": `names` where the script shares more than one variable.
std::string deed(const Event& event, bool names) {
  const std::string line = " (line " + std::to_string(event.where.line) + ")";
  const bool writes = event.kind == Kind::Write, plain = writes || event.kind == Kind::Read;
  if (!plain || event.value.empty()) return "does " + event.what + line;
  const size_t arrow = event.value.find("-> ");
  const std::string value = arrow == std::string::npos ? event.value : event.value.substr(arrow + 3);
  std::string text = std::string(writes ? "STOREs " : "LOADs ") + value;
  if (names) text += (writes ? " to " : " of ") + event.what.substr(event.what.find(' ') + 1);
  return text + line;
}

struct Stretch {
  size_t first, last;  // events
};

std::vector<Stretch> stretches_of(const std::vector<Event>& events) {
  std::vector<Stretch> found;
  for (size_t i = 0; i < events.size(); ++i) {
    if (found.empty() || events[found.back().last].thread != events[i].thread) found.push_back({i, i});
    found.back().last = i;
  }
  return found;
}

bool preempted_after(const std::vector<Event>& events, const Stretch& stretch) {
  return stretch.last + 1 < events.size() && events[stretch.last + 1].preempts;
}

// What a thread writes over: another wrote there after the thread had read it.
bool writes_over(const std::vector<Event>& events, size_t at) {
  for (size_t i = at; i-- > 0;) {
    if (!(events[i].variable == events[at].variable) || events[i].kind != Kind::Write) continue;
    return events[i].overwritten;
  }
  return false;
}

std::string part(const std::vector<Event>& events, const Stretch& stretch, bool names) {
  const std::string who = thread_name(events[stretch.first].thread) + " ";
  const auto count = static_cast<uint32_t>(stretch.last - stretch.first + 1);
  const Event& first = events[stretch.first];
  const bool over = first.kind == Kind::Write && stretch.first > 0 && writes_over(events, stretch.first);
  if (preempted_after(events, stretch)) {
    if (count == 1) return who + deed(first, names) + (over ? " over what was written" : "");
    return who + "goes on for " + counted(count, "operation") + " and last " + deed(events[stretch.last], names);
  }
  if (over) {
    std::string text = deed(first, names);
    text.insert(std::min(text.find(" (line"), text.size()), " over it");
    return who + text;
  }
  const bool ends = events[stretch.last].ends_thread;
  return who + (ends ? "runs to its end" : "runs until it waits");
}

std::string told(const Replayed& run) {
  constexpr size_t kMostParts = 12;
  bool names = false;
  for (const Event& event : run.events) names |= event.variable.object && !(event.variable == run.events.front().variable);
  const std::vector<Stretch> stretches = stretches_of(run.events);
  std::string text;
  for (size_t i = 0; i < stretches.size(); ++i) {
    if (i == kMostParts) return text + ", and so on";
    text += (text.empty() ? "" : ", ") + part(run.events, stretches[i], names);
  }
  return text;
}

}  // namespace

std::string told_of(const Exploration& all, Halt halt, size_t outcome) {
  std::string problem;
  const std::optional<ScheduleId> id = read_schedule_id(all.replay[outcome], &problem);
  gil::schedule::restore_checkpoint();
  const Replayed run = replay(settle_from(halt), *id, true);
  gil::schedule::restore_checkpoint();
  return run.events.empty() ? "" : told(run) + ".";
}

void tell_stories(Exploration& all, Halt halt) {
  std::vector<std::string> stories(all.result.outcomes.size());
  Chosen chosen{};
  const bool is_part = all.options.shards > 1;
  if (!choose_outcome(all, &chosen)) return;
  for (size_t i = 0; i < stories.size(); ++i) {
    if (is_part || i == chosen.outcome) stories[i] = told_of(all, halt, i);
  }
  all.story = story_from(all, stories);
  if (is_part) all.stories = std::move(stories);
}

}  // namespace gillab::explore
