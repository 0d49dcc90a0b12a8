// A running engine for unit tests: one interpreter with its main thread, made once a test binary.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "runtime/exception.h"
#include "runtime/interpreter.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "vm/evaluate.h"
#include "vm/loop.h"
#include "vm/stack.h"

namespace gillab {

inline Thread& engine_thread() {
  static Thread* thread = [] {
    Thread* made = start_interpreter(std::make_unique<World>());
    make_stacks(*made, 1 << 16, 1 << 12);
    prepare_dispatch(*made);
    add_vm_builtins(*made);
    return made;
  }();
  set_current_thread(thread);  // a test with an interpreter of its own has ended that
  return *thread;
}

class EngineTest : public ::testing::Test {
 protected:
  Thread& thread = engine_thread();

  void TearDown() override {
    EXPECT_FALSE(thread.has_exception()) << pending();
    clear_exception(thread);
  }

  // "Type: message" of the pending exception, which is no longer pending.
  std::string pending() {
    if (!thread.has_exception()) return "";
    Ref exception = take_exception(thread);
    Ref message = str(thread, exception.get());
    return std::string(type_name(thread, exception.get())) + ": " + to_utf8(message.as<Str>());
  }

  Value builtin(const char* name) {
    return dict_peek_name(thread.interpreter->builtins, intern(thread, std::string_view(name)));
  }
  Ref attribute(Value object, const char* name) {
    return get_attribute(thread, object, intern(thread, std::string_view(name)));
  }
  std::string shown(Value value) {
    Ref text = repr(thread, value);
    return text ? to_utf8(text.as<Str>()) : pending();
  }
};

}  // namespace gillab
