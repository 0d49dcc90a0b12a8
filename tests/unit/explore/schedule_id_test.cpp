// Names of schedules: what is read is what was written, what is none is refused, and following an id takes the same way.
#include <gtest/gtest.h>

#include "vm/explore/schedule_id.h"
#include "vm/explore/words.h"

namespace gillab::explore {
namespace {

TEST(ScheduleId, IsReadAsItWasWritten) {
  for (const char* text : {"@c0f3:", "@c0f3:1.1>2", "@c0f3:1.1>2,2.8>1,1!3", "@00:1.4!3,2.3*1,127.99>0"}) {
    std::string problem;
    const std::optional<ScheduleId> id = read_schedule_id(text, &problem);
    ASSERT_TRUE(id) << text << ": " << problem;
    EXPECT_EQ(text_of(*id), text);
  }
}

TEST(ScheduleId, WhatIsNoneIsRefused) {
  for (const char* text : {"", "@", "@:", "c0f3:1.1>2", "@c0f3", "@c0f3:1", "@c0f3:1>2", "@c0f3:1.1>", "@c0f3:1.1>200", "@c0f3:128.1>2",
                           "@c0f3:1.1>2;", "@c0f3:a.1>2", "@c0f3:1.1>2,,", "@c0f3:1.1.1>2", "@c0f3:99999999999.1>2"}) {
    std::string problem;
    EXPECT_FALSE(read_schedule_id(text, &problem)) << text;
    EXPECT_NE(problem, "") << text;
  }
}

// Threads of some steps each; one may have to wait for another to have done a number of steps.
struct Program {
  std::vector<unsigned> steps;
  unsigned waiter = 0, waits_for = 0, until = 0;  // waiter 0: nobody waits
  std::vector<Choice> open(const std::vector<unsigned>& done) const {
    std::vector<Choice> found;
    for (unsigned i = 1; i < steps.size(); ++i) {
      const bool blocked = i == waiter && done[i] == 1 && done[waits_for] < until;
      if (done[i] < steps[i] && !blocked) found.push_back({static_cast<uint8_t>(i), 0});
    }
    return found;
  }
};

// Goes through every schedule, writes its id down and follows it.
void follow_all(const Program& program, std::vector<Choice>& way, std::vector<unsigned>& done, uint64_t* count) {
  const std::vector<Choice> open = program.open(done);
  if (!open.empty()) {
    for (const Choice& each : open) {
      way.push_back(each);
      ++done[each.thread];
      follow_all(program, way, done, count);
      --done[each.thread];
      way.pop_back();
    }
    return;
  }
  ++*count;
  ScheduleId id{"c0", {}};
  Course writing;
  std::vector<unsigned> again(done.size(), 0);
  for (const Choice& each : way) {
    writing.note(program.open(again), each, true, &id);
    ++again[each.thread];
  }
  std::string problem;
  const std::optional<ScheduleId> read = read_schedule_id(text_of(id), &problem);
  ASSERT_TRUE(read) << problem;
  Course course;
  std::vector<Choice> followed;
  std::fill(again.begin(), again.end(), 0);
  size_t at = 0;
  while (!program.open(again).empty()) {
    const std::vector<Choice> here = program.open(again);
    const Choice next = course.wanted(here, *read, &at);
    course.note(here, next, true, nullptr);
    ++again[next.thread];
    followed.push_back(next);
  }
  EXPECT_EQ(followed, way) << text_of(id);
  EXPECT_EQ(at, read->departures.size()) << text_of(id);
  EXPECT_EQ(course.preemptions(), writing.preemptions()) << text_of(id);
}

TEST(ScheduleId, EveryScheduleHasOneThatLeadsThere) {
  const std::pair<Program, uint64_t> cases[] = {
      {{{0, 4, 4}}, 70}, {{{0, 2, 2, 2}}, 90}, {{{0, 3, 1, 2}}, 60}, {{{0, 3, 3}, 1, 2, 2}, 10}};
  for (const auto& [program, schedules] : cases) {
    std::vector<Choice> way;
    std::vector<unsigned> done(program.steps.size(), 0);
    uint64_t count = 0;
    follow_all(program, way, done, &count);
    EXPECT_EQ(count, schedules);
  }
}

TEST(Words, NumbersOfAnyLength) {
  EXPECT_EQ(with_commas("184756"), "184,756");
  EXPECT_EQ(with_commas("12"), "12");
  EXPECT_EQ(sum("99999999999999999999", "1"), "100000000000000000000");
  EXPECT_EQ(difference("100000000000000000000", "1"), "99999999999999999999");
  EXPECT_EQ(one_line("a\nb", 10), "a\\nb");
  EXPECT_EQ(one_line("", 10), "''");
}

}  // namespace
}  // namespace gillab::explore
