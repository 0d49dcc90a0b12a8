// What a fork leaves behind: in the child only the thread that forked lives.
#pragma once

namespace gillab {

struct Thread;

// Runs in the child before anything else: forgets the other threads and what they held. fork.cpp
void after_fork_in_child(Thread& thread);

}  // namespace gillab
