// Each (operations.h) for loops that are done with most items in a few instructions: a generator is not left for those.
#pragma once

#include <optional>
#include <utility>

#include "runtime/generator.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"

namespace gillab {

// `take(item)` says whether it has taken over what a generator yields; it runs no Python code and raises nothing. Items it
// refuses, and those of all other iterables, come out of next().
template <class Take>
class FedEach : private YieldSink {
 public:
  FedEach(Thread& thread, Value iterable, Take take_item) : thread_(thread), take_item_(take_item) {
    take = [](YieldSink* self, Value item) { return static_cast<FedEach*>(self)->take_item_(item); };
    if (is<Generator>(iterable) && type_of(iterable.as_object()) == thread.types().generator) {
      generator_ = Ref::share(iterable);
    } else {
      each_.emplace(thread, iterable);
    }
  }
  FedEach(const FedEach&) = delete;

  Ref next() {
    if (each_) return each_->next();
    if (failed_) return {};
    Ref returned;
    Ref item = resume_generator_into(thread_, generator_.as<Generator>(), this, &returned);
    failed_ = !item;
    return item.get().is_exhausted() ? Ref() : std::move(item);
  }
  bool failed() const { return each_ ? each_->failed() : failed_; }

 private:
  Thread& thread_;
  Take take_item_;
  std::optional<Each> each_;
  Ref generator_;
  bool failed_ = false;
};

}  // namespace gillab
