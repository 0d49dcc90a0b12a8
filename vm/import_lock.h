// One thread loads a module, others that want it wait until it has: nobody sees a module half made but who makes it,
// and who would wait for itself in a circle of imports.
#pragma once

#include <string>

#include "runtime/thread.h"

namespace gillab {

// Waits while another thread loads the module. False: an exception is set (a signal's handler raised).
bool wait_for_module(Thread& thread, const std::string& name);

// While it lives this thread loads the module; false: another thread has begun to, which is to be waited for.
class LoadingModule {
 public:
  LoadingModule(Thread& thread, std::string name);
  ~LoadingModule();
  LoadingModule(const LoadingModule&) = delete;
  explicit operator bool() const { return begun_; }

 private:
  Thread& thread_;
  std::string name_;
  bool begun_ = false;
};

}  // namespace gillab
