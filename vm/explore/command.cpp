#include "vm/explore/command.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gil/schedule/arena.h"
#include "gil/schedule/pages.h"
#include "vm/evaluate.h"
#include "vm/explore/clock.h"
#include "vm/explore/findings.h"
#include "vm/explore/html.h"
#include "vm/explore/replay.h"
#include "vm/explore/sample.h"
#include "vm/explore/world.h"

namespace gillab::explore {
namespace {

std::string digest_of(const Exploration& all) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const std::string* text : {&all.source, &all.options.model, &all.options.switches}) {
    for (unsigned char letter : *text) hash = (hash ^ letter) * 0x100000001b3;
    hash = (hash ^ 0xFF) * 0x100000001b3;
  }
  char text[8];
  std::snprintf(text, sizeof text, "%04x", static_cast<unsigned>(hash >> 48 ^ (hash & 0xFFFF)));
  return text;
}

bool read_all(const char* path, std::string* text) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return false;
  char buffer[65536];
  for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text->append(buffer, got);
  std::fclose(file);
  return true;
}

// A claim's expression judges by itself when it is true or false; any other value is compared with what is shown.
std::string judged(const std::string& expression, const std::string& shown) {
  if ((expression == "True" || expression == "False") && !shown.empty() && shown != "stdout") {
    return "(" + shown + "\n) is " + expression;
  }
  if (shown.empty() || shown == "stdout") return "bool(" + expression + "\n)";
  return "(lambda wanted: wanted if wanted is True or wanted is False else (" + shown + "\n) in wanted if isinstance(wanted, " +
         "(tuple, set, frozenset)) else (" + shown + "\n) == wanted)((" + expression + "\n))";
}

void ask(const Exploration& all) {
  Session& asked = session();
  asked.shows_expression = !all.shown.empty() && all.shown != "stdout";
  if (asked.shows_expression) asked.questions.push_back({all.shown, "--show", "", false});
  for (const vm::Claim& claim : all.claims) {
    const std::string name = "'" + claim.expression + "' (line " + std::to_string(claim.line) + ")";
    asked.questions.push_back({judged(claim.expression, all.shown), name, "", false});
  }
}

void obey(const vm::ExploreOptions& options) {
  Session& all = session();
  all.explores = true;
  gil::schedule::hooks().explores = true;
  all.switch_mode = options.switches == "loop" ? SwitchMode::Loop : options.switches == "micro" ? SwitchMode::Micro : SwitchMode::Any;
  all.model = options.model == "object" ? Model::Object : options.model == "none" ? Model::None : Model::Gil;
}

const ControlledWorld& world() { return static_cast<const ControlledWorld&>(*record_of(0).thread->interpreter->world); }

// The script ended before it started a thread: its own errors are what there is to say.
int say_ended(int code) {
  std::fwrite(world().output().data(), 1, world().output().size(), stdout);
  std::fwrite(world().errors().data(), 1, world().errors().size(), stderr);
  return code;
}

// The processor's time: on a busy machine the start may take long. 0: no limit any more.
void limit_processor_time(double seconds) {
  const auto whole = static_cast<time_t>(seconds);
  const itimerval limit{{0, 0}, {whole, static_cast<suseconds_t>((seconds - static_cast<double>(whole)) * 1e6)}};
  setitimer(ITIMER_PROF, &limit, nullptr);
}

// A script that never comes to its first thread: nothing is explored yet, so nothing is lost.
void limit_the_start(const vm::ExploreOptions& options) {
  signal(SIGPROF, [](int) {
    constexpr char kText[] = "gillab: livelock: the time of --time was over before the script had started a thread or ended\n";
    const ssize_t written = write(STDERR_FILENO, kText, sizeof kText - 1);
    std::_Exit(written > 0 ? 3 : 7);  // _exit() is refused inside
  });
  limit_processor_time(std::clamp(options.seconds, 1.0, 1e6));
}

std::string problem_at_once() {
  for (const Session::Question& question : session().questions) {
    if (question.failed) return question.name + ": " + question.answer;
  }
  return "";
}

}  // namespace

int refuse(const std::string& problem) {
  std::fprintf(stderr, "gillab: %s\n", problem.c_str());
  return 2;
}

int begin(Exploration& all, EngineMain engine, Halt* halt) {
  const vm::ExploreOptions& options = all.options;
  if (const std::string problem = vm::problem_with_script(options.script); !problem.empty()) return refuse(problem);
  if (!read_all(options.script, &all.source)) return refuse(std::string("cannot read '") + options.script + "'");
  all.file = std::string(options.script).substr(std::string(options.script).rfind('/') + 1);
  std::string problem;
  all.claims = vm::read_claims(all.source, &problem);
  if (!problem.empty()) return refuse(problem);
  if (!options.goal.empty()) all.claims.insert(all.claims.begin(), {vm::ClaimKind::Interesting, options.goal, "the goal", 0});
  all.shown = options.show.empty() ? vm::read_shown(all.source) : options.show;
  all.digest = digest_of(all);
  obey(options);
  session().shows_output = all.shown == "stdout";
  ask(all);

  static char name[] = "engine", run[] = "run", unbuffered[] = "-u";
  static std::vector<char*> arguments;
  arguments = {name, run, unbuffered, const_cast<char*>(options.script)};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  static EngineProgram program;
  program = {static_cast<int>(arguments.size()), arguments.data(), engine};
  limit_the_start(options);
  struct sigaction usual {};
  sigaction(SIGINT, nullptr, &usual);
  *halt = start_program(program);
  limit_processor_time(0);
  sigaction(SIGINT, &usual, nullptr);  // the script's engine notes Ctrl-C for a script that waits to be chosen
  if (*halt == Halt::Stuck) {
    std::fputs("gillab: deadlock: the script waits for ever before it has started a thread\n", stderr);
    return 3;
  }
  if (*halt == Halt::Refused) return say_refused();
  const bool ended = gil::schedule::machine().fibers[0].status == gil::schedule::Status::Ended;
  if (ended) return program.exit_code ? program.exit_code : 7;  // refused before it ran: what is wrong has been said
  if (*halt != Halt::FirstThread && *halt != Halt::Finished) return say_ended(7);
  if (*halt == Halt::Finished && world().errors().find("Error") != std::string::npos) {
    return say_ended(world().errors().find("\nSyntaxError: ") != std::string::npos ? 2 : 1);  // before any thread began
  }
  return 0;
}

Halt look_once() {
  Session& all = session();
  const uint64_t most = std::exchange(all.most_instructions, 2'000'000);
  all.only_looks = true;
  const Halt halt = run_by_rule(20'000);  // one thread may look again and again whether it is time
  all.only_looks = false;
  all.variables.found_new = false;
  all.ran_away = false;
  all.most_instructions = most;
  all.instructions = 0;
  return halt;
}

Halt settle_from(Halt halt) { return halt == Halt::FirstThread ? settle() : halt; }

void find_shared(Halt halt) {
  constexpr uint64_t kStates = 20'000;
  constexpr double kSeconds = 20;  // the same variables on every machine: the states decide
  look_once();
  gil::schedule::restore_checkpoint();
  for (SearchEnd end = SearchEnd::NewShared; end == SearchEnd::NewShared;) {
    session().variables.found_new = false;
    end = search_states(settle_from(halt), {kStates, kSeconds}, nullptr).end;
    gil::schedule::restore_checkpoint();
  }
  session().ran_away = false;
}

namespace {

int report(const Exploration& all) {
  const std::string text = table(all);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  std::string problem;
  if (!all.options.json.empty() && !writes_file(all.options.json, as_json(all), &problem)) return refuse(problem);
  return exit_code(all);
}

// Races are looked for where somebody will read of them; of several shards, the first does it.
bool wants_races(const Exploration& all) {
  const vm::ExploreOptions& options = all.options;
  const bool asked = !options.json.empty() || options.fail_on.find("race") != options.fail_on.npos;
  return asked && options.shard == 0 && all.threads > 0;
}

void add_races(Exploration& all, const Findings& found) {
  all.races = races_as_json(found);
  for (const Finding& race : found.races) all.has_data_race |= race.verdict == Verdict::DataRace;
}

int merge(Exploration& all) {
  for (const std::string& path : all.options.merge) {
    std::string text, problem;
    if (!read_all(path.c_str(), &text)) return refuse("cannot read '" + path + "': " + std::strerror(errno));
    if (!add_json(&all, text, &problem)) return refuse("'" + path + "': " + problem);
  }
  if (!all.options.html.empty()) return refuse("--html shows schedules, which needs the script: give it without --merge");
  finish_merge(&all);
  return report(all);
}

}  // namespace

// The cheapest schedule of each outcome, in detail.
std::vector<Replayed> run_again(const Exploration& all, Halt halt) {
  std::vector<Replayed> runs;
  for (const std::string& text : all.replay) {
    std::string problem;
    gil::schedule::restore_checkpoint();
    runs.push_back(replay(settle_from(halt), *read_schedule_id(text, &problem), true));
  }
  return runs;
}

int explore_command(int count, char** arguments, EngineMain engine) {
  Exploration all;  // on the stack: static memory goes back with the state
  all.options = vm::parse_explore_options(vm::ExploreCommand::Explore, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  if (!all.options.merge.empty()) return merge(all);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  const double began = seconds_now();
  begin_checkpoint();
  if (halt == Halt::FirstThread) {
    const Halt end = look_once();
    if (end == Halt::Refused) return say_refused();
    if (end == Halt::Finished) outcome_of(end);
    if (const std::string problem = problem_at_once(); !problem.empty()) return refuse(problem);
    all.threads = gil::schedule::machine().fiber_count - 1;
    gil::schedule::restore_checkpoint();
  }
  if (all.options.shards > 1) find_shared(halt);
  search(all, halt);
  if (all.result.end == SearchEnd::Refused) return say_refused();
  if (!session().problem.empty()) return refuse(session().problem);
  verify(all, halt);
  tell_stories(all, halt);
  if (wants_races(all)) add_races(all, find_races(all, halt, {20'000, 3, 200}));
  all.seconds = seconds_now() - began;
  const int code = report(all);
  std::string problem;
  if (!all.options.html.empty() && !writes_file(all.options.html, as_html(all, run_again(all, halt)), &problem)) {
    return refuse(problem);
  }
  return code;
}

}  // namespace gillab::explore
