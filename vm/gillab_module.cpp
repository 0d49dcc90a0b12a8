// The module `gillab`: what a script may ask about the laboratory it runs in.
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/threads.h"
#include "vm/evaluate.h"
#include "vm/loop.h"
#include "vm/stats.h"

namespace gillab {
namespace {

Ref stats(Thread& thread, const Value*, uint32_t, Tuple*) {
  Ref json = import_absolute(thread, "json");
  Ref text = make_str(thread, stats_as_json(thread));
  if (!json || !text) return {};
  Value argument = text.get();
  return call_method(thread, json.get(), intern(thread, "loads"), &argument, 1);
}

constexpr MethodDef kFunctions[] = {{"stats", "()", stats}};

// From the next instruction on in the loop that counts. Only tail calls can go over: with the other ways of dispatch a
// running loop is one C++ function, and only threads that start later are counted.
void count_from_here(Thread& thread) {
#ifdef GILLAB_DISPATCH_TAIL
  if (thread.counts_instructions) return;
  prepare_dispatch(thread);
  if (thread.attached.requests.load() != 0) thread.attached.table.store(thread.attached.interrupting);
#else
  static_cast<void>(thread);
#endif
}

}  // namespace

// Whoever imports it wants figures: they are kept from here on.
bool init_gillab(Thread& thread, Module* module) {
  keep_figures(thread);
  count_from_here(thread);
  return add_functions(thread, module, kFunctions) &&
         add_value(thread, module, "layer", make_str(thread, gil::Layer::kName));
}

}  // namespace gillab
