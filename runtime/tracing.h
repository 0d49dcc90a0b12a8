// Who is told what a thread runs: the functions of sys.settrace and sys.setprofile. What they are told, when and by what
// the loop comes to it stands in vm/tracing.h; here is what the module sys and frame objects need.
// Thread safety: private to its thread.
#pragma once

#include <vector>

#include "runtime/exception.h"

namespace gillab {

enum class TraceEvent : uint8_t { None, Call, Line, Return, Exception, Opcode, CCall, CReturn, CException };

struct Tracing {
  // A C++ function that a frame has called, and of whose end the profile function is told.
  struct BegunCall {
    const Frame* frame;
    Value function;  // owned
  };

  Value trace;            // owned; empty: nobody
  Value profile;          // owned; empty: nobody
  bool installs = false;  // one of them is being replaced, and the end of the old one may run Python code
  uint32_t silence = 0;   // above zero one of them runs: what it does itself is told to nobody
  bool asleep = false;    // inside call_tracing, until one of them is set: CPython 3.11 wakes no sooner
  TraceEvent event = TraceEvent::None;  // what is being told now
  const Frame* told = nullptr;          // of which frame
  Value* operands_end = nullptr;        // where its operands end; a jump cuts them
  bool abandons = false;                // the frame is left, whatever its handlers are: telling of its return raised
  std::vector<BegunCall> begun;

  bool tells() const { return silence == 0 && !asleep && (!trace.is_empty() || !profile.is_empty()); }
};

inline bool tells(const Thread& thread) { return thread.tracing && thread.tracing->tells(); }

// Empty: nobody from now on.
bool set_trace_function(Thread& thread, Value function);
bool set_profile_function(Thread& thread, Value function);
// A trace function calls what is to be told itself, once it sets a function again.
Ref call_traced(Thread& thread, Value function, Tuple* arguments);
void end_tracing(Thread& thread);

// The VM defines these. listen: what the two functions or the silence have changed is true for the loop.
void listen(Thread& thread);
// frame.f_lineno = line, in a trace function. False: an exception is set.
bool jump_to_line(Thread& thread, FrameObject* object, Value line);
// f_locals of a frame that runs: one dict a frame object, brought up to date at each look; or the namespace.
Ref current_locals(Thread& thread, FrameObject* object, Frame* frame);

}  // namespace gillab
