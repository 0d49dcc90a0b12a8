#include "vm/explore/schedule_id.h"

#include <algorithm>
#include <cctype>

namespace gillab::explore {
namespace {

bool take_number(std::string_view* text, uint32_t* number) {
  size_t digits = 0;
  uint64_t value = 0;
  while (digits < text->size() && digits < 9 && std::isdigit(static_cast<unsigned char>((*text)[digits]))) {
    value = value * 10 + static_cast<uint64_t>((*text)[digits++] - '0');
  }
  if (digits == 0) return false;
  text->remove_prefix(digits);
  *number = static_cast<uint32_t>(value);
  return true;
}

bool take_departure(std::string_view text, Departure* departure) {
  *departure = {Departure::Picks, 0, 0, false, 0};
  if (!take_number(&text, &departure->thread)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    departure->counted = true;
    if (!take_number(&text, &departure->operations)) return false;
  }
  if (text.empty()) return false;
  const char mark = text.front();
  text.remove_prefix(1);
  departure->kind = mark == '>' ? Departure::Preempts : mark == '*' ? Departure::Alternative : Departure::Picks;
  if (mark != '>' && mark != '*' && mark != '!') return false;
  if (mark != '!' && !departure->counted) return false;
  return take_number(&text, &departure->next) && text.empty() && departure->thread < 128 && departure->next < 128;
}

}  // namespace

std::string text_of(const ScheduleId& id) {
  std::string text = "@" + id.digest + ":";
  for (const Departure& each : id.departures) {
    if (text.back() != ':') text += ',';
    text += std::to_string(each.thread);
    if (each.counted) text += "." + std::to_string(each.operations);
    text += each.kind == Departure::Preempts ? ">" : each.kind == Departure::Alternative ? "*" : "!";
    text += std::to_string(each.next);
  }
  return text;
}

std::optional<ScheduleId> read_schedule_id(std::string_view text, std::string* problem) {
  ScheduleId id;
  const std::string shown = "'" + std::string(text) + "' is not the id of a schedule";
  const size_t colon = text.find(':');
  if (!text.starts_with('@') || colon == text.npos || colon < 2) {
    *problem = shown + ": it looks like @c0f3:1.1>2,2.8>1";
    return std::nullopt;
  }
  id.digest = text.substr(1, colon - 1);
  for (std::string_view rest = text.substr(colon + 1); !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find(','));
    Departure departure;
    if (!take_departure(part, &departure)) {
      *problem = shown + ": '" + std::string(part) + "' is no departure such as 1.1>2, 1!3 or 2.3*1";
      return std::nullopt;
    }
    id.departures.push_back(departure);
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  return id;
}

bool Course::can_go_on(const std::vector<Choice>& open) const {
  return who_goes_on(open).has(last_);
}

Choice Course::usual(const std::vector<Choice>& open) const {
  for (const Choice& each : open) {
    if (each.thread == last_ && !each.is_by_the_clock()) return each;
  }
  return open.front();
}

void Course::note(const std::vector<Choice>& open, Choice made, bool counts, ScheduleId* id) {
  const Choice rule = usual(open);
  const bool blocked = !can_go_on(open);
  const bool could_pick = blocked && open.back().thread != open.front().thread;
  preemptions_ += is_preemption(made, last_, who_goes_on(open));
  if (made.thread != rule.thread) {
    const bool counted = !blocked || blocked_since_entry_ > 0;
    if (id) {
      id->departures.push_back({blocked ? Departure::Picks : Departure::Preempts, last_, operations(last_), counted, made.thread});
    }
    blocked_since_entry_ = 0;
  } else {
    blocked_since_entry_ += could_pick;
  }
  if (made.alternative != 0 && !made.is_by_the_clock() && id) {
    id->departures.push_back({Departure::Alternative, made.thread, operations(made.thread) + 1, true, made.alternative});
    blocked_since_entry_ = 0;
  }
  last_ = made.thread;
  if (done_.size() <= made.thread) done_.resize(made.thread + 1u);
  done_[made.thread] += counts;
}

Choice Course::wanted(const std::vector<Choice>& open, const ScheduleId& id, size_t* at) const {
  Choice next = usual(open);
  const bool blocked = !can_go_on(open);
  const auto here = [&] { return *at < id.departures.size() ? &id.departures[*at] : nullptr; };
  const Departure* each = here();
  const Departure::Kind kind = blocked ? Departure::Picks : Departure::Preempts;
  if (each && each->kind == kind && each->thread == last_ && (!each->counted || each->operations == operations(last_))) {
    const bool several = open.back().thread != open.front().thread;
    const auto found = std::find_if(open.begin(), open.end(), [&](const Choice& c) { return c.thread == each->next; });
    if (several && found != open.end()) {
      next = *found;
      ++*at;
    }
  }
  each = here();
  if (each && each->kind == Departure::Alternative && each->thread == next.thread &&
      each->operations == operations(next.thread) + 1) {
    const Choice other{next.thread, static_cast<uint8_t>(each->next)};
    if (std::find(open.begin(), open.end(), other) != open.end()) {
      next = other;
      ++*at;
    }
  }
  return next;
}

}  // namespace gillab::explore
