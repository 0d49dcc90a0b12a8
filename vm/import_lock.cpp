// Who loads which module, and who waits for whom.
#include "vm/import_lock.h"

#include <algorithm>

#include "gil/layer_alias.h"
#include "runtime/blocking.h"
#include "runtime/interpreter.h"

namespace gillab {
namespace {

constexpr gil::Nanoseconds kLookAgain = 50'000'000;  // for signals that came just before the sleep

const Thread* loader_of(const ModuleLoads& loads, const std::string& name) {
  for (const ModuleLoads::Load& load : loads.running) {
    if (load.name == name) return load.thread;
  }
  return nullptr;
}

// Whom `thread` waits for, followed to the end: true if it is `me`.
bool waits_for_me(const ModuleLoads& loads, const Thread* thread, const Thread* me) {
  while (thread && thread != me) {
    const auto waits = std::find_if(loads.waiting.begin(), loads.waiting.end(),
                                    [&](const ModuleLoads::Load& each) { return each.thread == thread; });
    thread = waits == loads.waiting.end() ? nullptr : loader_of(loads, waits->name);
  }
  return thread == me;
}

// Under the mutex. True: there is nothing to wait for.
bool may_go_on(const ModuleLoads& loads, const std::string& name, const Thread* me) {
  const Thread* loader = loader_of(loads, name);
  return !loader || loader == me || waits_for_me(loads, loader, me);
}

}  // namespace

bool wait_for_module(Thread& thread, const std::string& name) {
  ModuleLoads& loads = thread.interpreter->module_loads;
  for (;;) {
    uint32_t seen;
    {
      std::lock_guard lock(loads.mutex);
      if (loads.running.empty() || may_go_on(loads, name, &thread)) return true;
      seen = loads.ended.load();
      loads.waiting.push_back({name, &thread});
    }
    {
      Blocking region(thread, gil::Reason::Lock);
      gil::wait_while(loads.ended, seen, gil::kControlled ? gil::kForEver : gil::now() + kLookAgain);
    }
    {
      std::lock_guard lock(loads.mutex);
      std::erase_if(loads.waiting, [&](const ModuleLoads::Load& each) { return each.thread == &thread; });
    }
    if (!check_signals(thread)) return false;
  }
}

LoadingModule::LoadingModule(Thread& thread, std::string name) : thread_(thread), name_(std::move(name)) {
  ModuleLoads& loads = thread.interpreter->module_loads;
  std::lock_guard lock(loads.mutex);
  begun_ = may_go_on(loads, name_, &thread);
  if (begun_) loads.running.push_back({name_, &thread});
}

LoadingModule::~LoadingModule() {
  if (!begun_) return;
  ModuleLoads& loads = thread_.interpreter->module_loads;
  std::lock_guard lock(loads.mutex);
  const auto mine = std::find_if(loads.running.rbegin(), loads.running.rend(), [&](const ModuleLoads::Load& each) {
    return each.thread == &thread_ && each.name == name_;
  });
  loads.running.erase(std::next(mine).base());
  loads.ended.fetch_add(1);
  gil::wake(loads.ended, INT32_MAX);
}

}  // namespace gillab
