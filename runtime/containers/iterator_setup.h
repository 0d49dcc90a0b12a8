// What the files of iterators share: the rows every iterator type has, and the end of an iterator.
#pragma once

#include "runtime/classes/construct.h"
#include "runtime/int.h"
#include "runtime/iterators.h"
#include "runtime/classes/layouts.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"

namespace gillab {

inline Ref iterator_itself(Thread&, const Value* args, uint32_t, Tuple*) { return Ref::share(args[0]); }

// __next__ of an iterator of struct T by its step function.
template <class T, Ref (*kStep)(Thread&, T*)>
Ref step_of(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return kStep(thread, as<T>(args[0]));
}

inline void add_iterator_rows(Thread& thread, Type* type, NativeCall next, NativeCall length_hint = nullptr) {
  const MethodDef rows[] = {{"__iter__", "(self, /)", iterator_itself}, {"__next__", "(self, /)", next}};
  add_methods(thread, type, rows);
  if (!length_hint) return;
  const MethodDef hint[] = {{"__length_hint__", "(self, /)", length_hint}};
  add_methods(thread, type, hint);
}

// One step of an iterator, for all threads that have it: none sees half of another's. Nothing is locked where the caller
// alone has it, as a loop has.
template <class T, class Step>
inline auto in_one_step(T* iterator, Step step) {
  if constexpr (gil::Layer::kConcurrent) {
    if (!gil::Count::is_unique(iterator->header)) {
      Guard guard(iterator->header);
      guard.keeps_all();  // what a step lets go of stood in a Field
      return step();
    }
  }
  return step();
}

// The iterator has reached its end: it lets go of what it walked.
inline Ref end_of(Field& walked) {
  walked.clear();
  return Ref::exhausted();
}

}  // namespace gillab
