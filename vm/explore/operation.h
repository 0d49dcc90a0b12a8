// What a thread is about to do that others can see: found out from the instruction before it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "runtime/thread.h"
#include "vm/body.h"

namespace gillab::explore {

// A variable: a place in an object. Objects made before the checkpoint keep their address, those made later have one
// that depends only on what their maker did before (gil/schedule/arena.h).
struct Variable {
  uint64_t object = 0;
  uint64_t place = 0;
  friend bool operator==(const Variable&, const Variable&) = default;
};
// Kinds of places in the low four bits: a name (address of the interned str), an index, a key ...
enum Place : uint64_t { kName = 0, kStructure = 1, kWhole = 2, kSync = 3, kOutput = 4, kCounts = 5, kFile = 6, kIndex = 8, kTextKey = 9, kIntKey = 10 };
inline constexpr uint64_t place_of(Place kind, uint64_t what) { return what << 4 | kind; }

struct Touch {
  Variable variable;
  bool writes;
};

enum class Kind : uint8_t { None, Read, Write, Acquire, Release, TryAcquire, Wait, Notify, Call, Print, Exit };

// When an operation can be done.
enum class Needs : uint8_t { Nothing, LockFree, RLockFree, Permit, FlagSet, Items, Room, TasksDone, SimpleItems, Never };

struct Operation {
  static constexpr uint32_t kMostTouches = 32;
  Kind kind = Kind::None;
  Needs needs = Needs::Nothing;
  bool timed = false;           // may give up waiting
  bool is_sync = false;
  uint8_t touch_count = 0;
  uint32_t alternatives = 1;    // notify: whom
  Value target;                 // the object it is about; borrowed
  Value gives;                  // the lock that waiting gives back; borrowed
  const char* name = nullptr;   // of a call
  uint64_t joins = 0;           // the ident of the thread whose join() is called
  Touch touches[kMostTouches];

  Operation() = default;
  Operation(const Operation& other) { *this = other; }
  Operation& operator=(const Operation& other) {  // few touch much
    if (this != &other) std::memcpy(static_cast<void*>(this), &other, offsetof(Operation, touches) + other.touch_count * sizeof(Touch));
    return *this;
  }
  void touch(const void* object, uint64_t place, bool writes) {
    if (touch_count == kMostTouches) return;
    touches[touch_count++] = {{reinterpret_cast<uint64_t>(object), place}, writes};
    if (writes && (kind == gillab::explore::Kind::None || kind == gillab::explore::Kind::Read)) {
      kind = gillab::explore::Kind::Write;
    }
    if (kind == gillab::explore::Kind::None) kind = gillab::explore::Kind::Read;
  }
};

// How much of what a piece of code does is seen: all; only its operations on synchronisation objects; nothing (the
// machinery of threading, whose calls are operations themselves).
enum class Sight : uint8_t { All, SyncOnly, Nothing };
Sight sight_of(const Code* code);

// The operation of the instruction at pc. kind None: nothing that others could see.
void read_operation(Thread& thread, const Frame& frame, uint32_t instruction, Value* sp, bool shows_output, Operation* operation);

// Of the thread that `thread` is about to start: will nobody wait for it at the end of the script?
bool starts_daemon(const Thread& thread);

bool is_possible(const Thread& thread, const Operation& operation);

}  // namespace gillab::explore
