// What the files of iterators share: the rows every iterator type has, and the end of an iterator.
#pragma once

#include <optional>

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
  std::optional<Guard> guard;
  if constexpr (gil::Layer::kConcurrent) {
    // What a step lets go of stood in a Field.
    if (!gil::Count::is_unique(iterator->header)) [[unlikely]] guard.emplace(iterator->header).keeps_all();
  }
  return step();
}

// The same for a step that neither waits nor runs Python code.
template <class T, class Step>
inline auto in_one_short_step(T* iterator, Step step) {
  std::optional<Guard> guard;
  if constexpr (gil::Layer::kConcurrent) {
    if (!may_write(iterator) && !gil::Count::is_unique(iterator->header)) [[unlikely]]
      guard.emplace(iterator->header).keeps_all();
  }
  return step();
}

// The iterator has reached its end: it lets go of what it walked.
inline Ref end_of(Field& walked) {
  walked.clear();
  return Ref::exhausted();
}

}  // namespace gillab
