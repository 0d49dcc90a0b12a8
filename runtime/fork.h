// What a fork leaves behind: in the child only the thread that forked lives.
#pragma once

namespace gillab {

struct Thread;

// Runs in the child before anything else: forgets the other threads and what they held. threads.cpp
void after_fork_in_child(Thread& thread);
// The part of it that is about files. fork.cpp
void forget_locks_after_fork(Thread& thread);

}  // namespace gillab
