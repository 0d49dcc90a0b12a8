// The commands of the engine `controlled` beside run and dis, and what they share.
#pragma once

#include "vm/explore/exploration.h"
#include "vm/explore/main.h"
#include "vm/explore/runner.h"

namespace gillab::explore {

struct EngineProgram {
  int count;
  char** arguments;
  EngineMain engine;
  int exit_code = 7;
};

// Runs the program on the main fiber until it starts its first thread or ends.
Halt start_program(EngineProgram& program);
int say_refused();

int refuse(const std::string& problem);  // "gillab: PROBLEM"; 2

// Reads the script, starts it, takes the checkpoint. 0: at the checkpoint or, when the script starts no thread, at its
// end; `halt` says which. Otherwise the exit code.
int begin(Exploration& all, EngineMain engine, Halt* halt);
// Finds shared variables by a run that nothing stops, back to the checkpoint.
Halt look_once();

// Explores a little, so that the shared variables are known that a schedule's id counts by; back to the checkpoint.
void find_shared(Halt halt);
Halt settle_from(Halt halt);  // after begin(): runs threads as far as their first shared operations

void search(Exploration& all, Halt halt);           // strategy.cpp: by states, depth first, samples
void verify(Exploration& all, Halt halt);           // every schedule that is reported is run again
// jobs.cpp: one search by options.jobs processes, with the result of one. False: it cannot be done so.
bool search_together(Exploration& all, const SearchLimits& limits, const Progress& progress, SearchResult* result);

void tell_stories(Exploration& all, Halt halt);           // story.cpp: of cheapest schedules, in words

int step_command(int count, char** arguments, EngineMain engine);
int explore_command(int count, char** arguments, EngineMain engine);
int replay_command(int count, char** arguments, EngineMain engine);
int races_command(int count, char** arguments, EngineMain engine);

}  // namespace gillab::explore
