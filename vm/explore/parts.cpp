// --jobs: a process for each shard.
#include <cstdint>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "vm/explore/command.h"

namespace gillab::explore {

// Each has the state of now. What they find comes back as JSON.
bool search_in_parts(Exploration& all, Halt halt) {
  struct Child {
    pid_t process;
    int end;
  };
  std::vector<Child> children;
  for (unsigned i = 0; i < all.options.jobs; ++i) {
    int ends[2];
    if (pipe(ends) != 0) break;
    const pid_t process = fork();
    if (process == 0) {
      all.options.shard = i;
      all.options.shards = all.options.jobs;
      all.options.quiet = true;
      search(all, halt);
      const std::string text = all.rounds == 1 ? as_json(all) : "";  // others would count other operations
      for (size_t at = 0; at < text.size();) {
        const ssize_t written = write(ends[1], text.data() + at, text.size() - at);
        if (written <= 0) break;
        at += static_cast<size_t>(written);
      }
      _exit(0);
    }
    close(ends[1]);
    children.push_back({process, ends[0]});
  }
  bool fine = children.size() == all.options.jobs;
  Exploration sum;
  for (const Child& child : children) {
    std::string text, problem;
    char buffer[65536];
    for (ssize_t got; (got = read(child.end, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<size_t>(got));
    close(child.end);
    int status;
    waitpid(child.process, &status, 0);
    fine = fine && !text.empty() && add_json(&sum, text, &problem);
  }
  if (!fine || sum.search != "states") return false;
  all.search = sum.search;
  all.complete = sum.complete;
  all.livelock = sum.livelock;
  all.states = sum.states;
  all.all_schedules = sum.all_schedules;
  all.schedules = sum.schedules;
  all.preemptions = sum.preemptions;
  all.replay = sum.replay;
  all.result.outcomes = sum.result.outcomes;
  return true;
}

}  // namespace gillab::explore
