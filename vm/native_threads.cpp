// A few idle threads of the system, and how a job gets to one of them or to a new one.
#include "vm/native_threads.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <iterator>
#include <mutex>
#include <new>
#include <pthread.h>
#include <sched.h>
#include <vector>

#include "gil/layer_alias.h"

namespace gillab {
namespace {

constexpr size_t kMostIdle = 16;
constexpr std::chrono::seconds kPatience{2};

struct Job {
  void (*body)(void*) = nullptr;
  void* argument = nullptr;
};

// What a new thread inherits and a script can change.
struct Inherited {
  sigset_t blocked;
  cpu_set_t processors;
  bool known = false;
};

struct Worker {
  Worker(Job first, size_t bytes) : job(first), stack_size(bytes) {}
  Job job;
  const size_t stack_size;
  pthread_t handle{};
  Inherited inherited{};
  std::condition_variable called;
};

struct Pool {
  std::mutex mutex;
  std::vector<Worker*> idle;  // the one that became idle last at the end: its memory is the warmest
};

// Idle threads look at it until the process is gone, so it is never destroyed. A child of fork() has none of the threads.
Pool& pool() {
  static Pool* made = [] {
    pthread_atfork(nullptr, nullptr, [] { new (&pool()) Pool; });
    return new Pool;
  }();
  return *made;
}

Inherited what_is_inherited() {
  Inherited own{};
  own.known = pthread_sigmask(SIG_BLOCK, nullptr, &own.blocked) == 0 &&
              sched_getaffinity(0, sizeof own.processors, &own.processors) == 0;
  return own;
}

bool same(const Inherited& left, const Inherited& right) {
  if (!left.known || !right.known || !CPU_EQUAL(&left.processors, &right.processors)) return false;
  for (int signal = 1; signal < NSIG; ++signal) {
    if (sigismember(&left.blocked, signal) != sigismember(&right.blocked, signal)) return false;
  }
  return true;
}

// False: nobody wanted the worker for a while, or there are enough of them.
bool wait_for_job(Worker& worker) {
  worker.job = {};
  worker.inherited = what_is_inherited();
  Pool& all = pool();
  std::unique_lock lock(all.mutex);
  if (all.idle.size() == kMostIdle) return false;
  all.idle.push_back(&worker);
  worker.called.wait_for(lock, kPatience, [&] { return worker.job.body != nullptr; });
  if (worker.job.body) return true;
  std::erase(all.idle, &worker);
  return false;
}

void* work(void* given) {
  auto* worker = static_cast<Worker*>(given);
  worker->handle = pthread_self();
  do {
    worker->job.body(worker->job.argument);
  } while (wait_for_job(*worker));
  delete worker;
  return nullptr;
}

bool hand_to_idle(size_t stack_size, Job job, uint64_t* ident) {
  Pool& all = pool();
  {
    std::lock_guard lock(all.mutex);
    if (all.idle.empty()) return false;
  }
  const Inherited own = what_is_inherited();
  std::lock_guard lock(all.mutex);
  auto fits = [&](const Worker* each) { return each->stack_size == stack_size && same(each->inherited, own); };
  auto found = std::find_if(all.idle.rbegin(), all.idle.rend(), fits);
  if (found == all.idle.rend()) return false;
  Worker* worker = *found;
  all.idle.erase(std::next(found).base());
  *ident = static_cast<uint64_t>(worker->handle);
  worker->job = job;
  worker->called.notify_one();
  return true;
}

// Where a schedule decides who runs, threads are fibers: there is nothing to keep, and its argument names a fiber.
[[maybe_unused]] void (*body_of_fibers)(void*);
[[maybe_unused]] void* run_fiber(void* argument) {
  body_of_fibers(argument);
  return nullptr;
}
[[maybe_unused]] bool run_on_fiber(void (*body)(void*), void* argument, uint64_t* ident) {
  body_of_fibers = body;
  pthread_t handle;
  const bool started = pthread_create(&handle, nullptr, run_fiber, argument) == 0;
  *ident = static_cast<uint64_t>(handle);
  return started;
}

}  // namespace

bool run_on_native_thread(size_t stack_size, void (*body)(void*), void* argument, uint64_t* ident) {
  if constexpr (gil::kControlled) return run_on_fiber(body, argument, ident);
  if (hand_to_idle(stack_size, {body, argument}, ident)) return true;
  auto* worker = new Worker({body, argument}, stack_size);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t handle;
  const bool started = pthread_create(&handle, &attributes, work, worker) == 0;
  pthread_attr_destroy(&attributes);
  if (!started) delete worker;
  *ident = static_cast<uint64_t>(handle);
  return started;
}

}  // namespace gillab
