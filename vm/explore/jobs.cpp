// --jobs: processes forked at the checkpoint make one search (shared_states.h). What the children found comes back through
// pipes.
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "gil/schedule/pages.h"
#include "vm/explore/command.h"

namespace gillab::explore {
namespace {

struct Child {
  pid_t process;
  int end;  // of the pipe
};

// --- what is sent

class Sender {
 public:
  template <class T>
  void add(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    const uint64_t count = values.size();
    add_bytes(&count, sizeof count);
    add_bytes(values.data(), count * sizeof(T));
  }
  void add(const std::string& text) {
    const uint64_t count = text.size();
    add_bytes(&count, sizeof count);
    add_bytes(text.data(), count);
  }
  bool send(int end) const {
    for (size_t at = 0; at < bytes_.size();) {
      const ssize_t written = write(end, bytes_.data() + at, bytes_.size() - at);
      if (written <= 0) return false;
      at += static_cast<size_t>(written);
    }
    return true;
  }

 private:
  void add_bytes(const void* bytes, size_t count) { bytes_.append(static_cast<const char*>(bytes), count); }
  std::string bytes_;
};

class Receiver {
 public:
  explicit Receiver(int end) {
    char buffer[65536];
    for (ssize_t got; (got = read(end, buffer, sizeof buffer)) > 0;) bytes_.append(buffer, static_cast<size_t>(got));
  }
  template <class Values>  // a vector or a string
  bool take(Values* values) {
    uint64_t count = 0;
    if (!take_bytes(&count, sizeof count) || count > (bytes_.size() - at_) / sizeof(values->front())) return false;
    values->resize(count);
    return take_bytes(values->data(), count * sizeof(values->front()));
  }

 private:
  bool take_bytes(void* target, size_t count) {
    if (bytes_.size() - at_ < count) return false;
    if (count) std::memcpy(target, bytes_.data() + at_, count);
    at_ += count;
    return true;
  }
  std::string bytes_;
  size_t at_ = 0;
};

void add_outcomes(Sender& sender, const std::vector<Outcome>& outcomes) {
  std::vector<int32_t> numbers;
  for (const Outcome& each : outcomes) numbers.insert(numbers.end(), {static_cast<int32_t>(each.end), each.claim});
  sender.add(numbers);
  for (const Outcome& each : outcomes) {
    for (const std::string* text : {&each.result, &each.error, &each.stuck}) sender.add(*text);
  }
}

bool take_outcomes(Receiver& receiver, std::vector<Outcome>* outcomes) {
  std::vector<int32_t> numbers;
  if (!receiver.take(&numbers)) return false;
  for (size_t i = 0; i < numbers.size(); i += 2) {
    Outcome& each = outcomes->emplace_back();
    each.end = static_cast<End>(numbers[i]);
    each.claim = numbers[i + 1];
    for (std::string* text : {&each.result, &each.error, &each.stuck}) {
      if (!receiver.take(text)) return false;
    }
  }
  return true;
}

bool send_part(int end, const SearchPart& part) {
  Sender sender;
  sender.add(part.result.graph.nodes);
  sender.add(part.result.graph.edges);
  sender.add(part.pieces);
  add_outcomes(sender, part.result.outcomes);
  sender.add(session().variables.as_words());
  for (const std::string* text : {&session().problem, &session().refusal, &session().ran_away_at}) sender.add(*text);
  return sender.send(end);
}

// What the child knows of variables and problems, this process knows then too.
bool take_part(int end, SearchPart* part) {
  Receiver receiver(end);
  std::vector<uint64_t> words;
  if (!receiver.take(&part->result.graph.nodes) || !receiver.take(&part->result.graph.edges) || !receiver.take(&part->pieces)) return false;
  if (!take_outcomes(receiver, &part->result.outcomes) || !receiver.take(&words)) return false;
  session().variables.add_words(words);
  for (std::string* text : {&session().problem, &session().refusal, &session().ran_away_at}) {
    std::string theirs;
    if (!receiver.take(&theirs)) return false;
    if (text->empty()) *text = theirs;
  }
  return true;
}

// --- processes

std::vector<Child> start_children(const Exploration& all, const SearchLimits& limits, SharedStates& shared) {
  std::vector<Child> children;
  const pid_t parent = getpid();
  for (unsigned i = 1; i < all.options.jobs; ++i) {
    int ends[2];
    if (pipe(ends) != 0) break;
    const pid_t process = fork();
    if (process == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != parent) _exit(1);
      const SearchPart part = search_part(Halt::Choosing, limits, nullptr, shared, i);
      _exit(send_part(ends[1], part) ? 0 : 1);
    }
    close(ends[1]);
    if (process > 0) children.push_back({process, ends[0]});
    else close(ends[0]);
  }
  return children;
}

// False: somebody was lost on the way.
bool search_once(const Exploration& all, const SearchLimits& limits, const Progress& progress, SharedStates& shared, std::vector<SearchPart>* parts) {
  const std::vector<Child> children = start_children(all, limits, shared);
  std::vector<int> processes;
  for (const Child& child : children) processes.push_back(child.process);
  shared.look_after(processes);
  const bool complete = children.size() + 1 == all.options.jobs;
  if (!complete) shared.stop(SharedStates::kLost);
  parts->push_back(search_part(settle(), limits, progress, shared, 0));
  bool fine = complete;
  for (const Child& child : children) {
    fine &= take_part(child.end, &parts->emplace_back());
    close(child.end);
    int status = 0;
    waitpid(child.process, &status, 0);
  }
  return fine && shared.stopped() != SharedStates::kLost;
}

}  // namespace

bool search_together(Exploration& all, const SearchLimits& limits, const Progress& progress, SearchResult* result) {
  for (;; ++all.rounds) {
    SharedStates* shared = SharedStates::make(all.options.jobs, limits.most_states);
    if (!shared) return false;
    session().variables.found_new = false;
    session().ran_away = false;
    std::vector<SearchPart> parts;
    const bool fine = search_once(all, limits, progress, *shared, &parts);
    gil::schedule::restore_checkpoint();
    const auto end = static_cast<SearchEnd>(shared->stopped());
    shared->discard();
    if (!fine) return false;
    if (end == SearchEnd::NewShared || session().variables.found_new) continue;
    *result = put_together(parts);
    result->end = end;
    return true;
  }
}

}  // namespace gillab::explore
