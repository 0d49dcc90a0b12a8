// A schedule as text: a column for each thread, the shared variables at the left, a rule across at each preemption.
#include <algorithm>

#include "vm/explore/replay.h"

namespace gillab::explore {
namespace {

constexpr size_t kNarrowest = 24;

std::string cell(const std::string& text, size_t width) {
  std::string made = text.substr(0, width);
  if (text.size() > width && width > 3) made.replace(width - 3, 3, "...");
  made.resize(width, ' ');
  return made;
}

std::string text_of_event(const Event& event) {
  std::string text = std::to_string(event.where.line) + ": " + event.what;
  if (!event.value.empty()) text += " " + event.value;
  if (event.overwritten) text += "  (overwritten)";
  return text;
}

std::string shared_of(const Event& event) {
  std::string text;
  for (const auto& [name, value] : event.shared) text += (text.empty() ? "" : " ") + name + "=" + value;
  return text;
}

std::string rule(size_t width, const std::string& words) {
  return "-- " + words + " " + std::string(width > words.size() + 4 ? width - words.size() - 4 : 2, '-') + "\n";
}

}  // namespace

std::string as_columns(const Replayed& run, uint32_t threads) {
  size_t shared = 6, width = kNarrowest;
  uint32_t first = 1;  // the main thread has a column only if it does something
  for (const Event& event : run.events) {
    shared = std::max(shared, std::min<size_t>(shared_of(event).size(), 40));
    width = std::max(width, std::min<size_t>(text_of_event(event).size(), 60));
    if (event.thread == 0) first = 0;
  }
  const auto line = [&](const std::string& left, uint32_t column, const std::string& text) {
    std::string made = cell(left, shared);
    for (uint32_t i = first; i <= threads; ++i) made += " | " + cell(i == column ? text : "", width);
    made.resize(made.find_last_not_of(' ') + 1);
    return made + "\n";
  };
  std::string text = cell("shared", shared);
  for (uint32_t i = first; i <= threads; ++i) text += " | " + cell(thread_name(i), width);
  text.resize(text.find_last_not_of(' ') + 1);
  text += "\n";
  const size_t whole = shared + (threads - first + 1) * (width + 3);
  for (const Event& event : run.events) {
    if (event.preempts) text += rule(whole, "preemption: " + thread_name(event.thread) + " goes on");
    text += line(shared_of(event), event.thread, text_of_event(event));
  }
  return text;
}

}  // namespace gillab::explore
