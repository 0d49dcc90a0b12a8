// The watchdog is a C++ thread that never takes the turn: a script that never gives it up cannot stop it.
#include "vm/watchdog.h"

#include "vm/crash_report.h"
#include "vm/signals.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ctime>

namespace gillab {
namespace {

struct Watch {
  pthread_t main_handle;
  double seconds;
};

constexpr double kGrace = 0.2;  // seconds for the threads' tracebacks

void sleep_for(double seconds) {
  timespec left{static_cast<time_t>(seconds), static_cast<long>((seconds - static_cast<double>(static_cast<time_t>(seconds))) * 1e9)};
  while (nanosleep(&left, &left) != 0) {}
}

void* watch(void* given) {
  const Watch watch = *static_cast<Watch*>(given);
  delete static_cast<Watch*>(given);
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);  // signals are the script's
  sleep_for(watch.seconds);
  std::fprintf(stderr, "gillab: stopped after %g seconds (--timeout)\n", watch.seconds);
  const unsigned answered = quits_answered();
  pthread_kill(watch.main_handle, SIGQUIT);  // the main thread shows where all threads are, if it still can
  sleep_for(kGrace);
  if (quits_answered() == answered) report_all_threads(STDERR_FILENO);
  _exit(kTimeoutExit);
}

}  // namespace

void start_watchdog(double seconds) {
  pthread_t handle;
  auto* watched = new Watch{pthread_self(), seconds};
  if (pthread_create(&handle, nullptr, watch, watched) == 0) pthread_detach(handle);
}

}  // namespace gillab
