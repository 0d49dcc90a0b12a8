#include "vm/explore/micro.h"

#include <cstdio>
#include <cstring>

#include "gil/schedule/arena.h"
#include "gil/schedule/elements.h"
#include "gil/schedule/pages.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/list.h"
#include "vm/explore/operation_read.h"
#include "vm/explore/place.h"
#include "vm/explore/step.h"

namespace gillab::explore {
namespace {

using compiler::Opcode;
using gil::schedule::machine;

// Part of the state, as all static memory of the engine.
struct Count {
  const Object* object;
  int64_t count;
};
constexpr size_t kMostCounts = 64;
Count counts[kMostCounts];
size_t count_of_counts = 0;
struct Lost {            // the last count that was written over
  uint32_t thread;
  int line;
} lost;
char freed_text[256];

// How many references the object had at the checkpoint.
int64_t count_before(const Object* object) {
  const auto* place = reinterpret_cast<const char*>(object);
  for (const gil::schedule::WrittenPage& page : gil::schedule::written_pages()) {
    if (place < page.place || place >= page.place + gil::schedule::kPageSize) continue;
    gil::Header header;
    std::memcpy(&header, page.before + (place - page.place), sizeof header);
    return header.count;
  }
  return object->header.count;
}

Count* count_of(const Object* object) {
  for (size_t i = 0; i < count_of_counts; ++i) {
    if (counts[i].object == object) return &counts[i];
  }
  if (count_of_counts == kMostCounts) return nullptr;
  counts[count_of_counts] = {object, count_before(object)};
  return &counts[count_of_counts++];
}

Operation step_on(const Object* object, bool writes) {
  Operation operation;
  operation.touch(object, kCounts, writes);
  operation.target = Value::object(object);
  return operation;
}

void free_it(uint32_t thread, int line, const std::string& name) {
  if (lost.line) {
    std::snprintf(freed_text, sizeof freed_text, "%s freed while referenced: %s at line %d gives the last counted reference back, the count that %s wrote at line %d was lost",
                  name.c_str(), thread_name(thread).c_str(), line, thread_name(lost.thread).c_str(), lost.line);
  } else {
    std::snprintf(freed_text, sizeof freed_text, "%s freed by %s at line %d", name.c_str(), thread_name(thread).c_str(), line);
  }
  for (;;) gil::schedule::tell(gil::schedule::Event::Other);
}

// A load, and later a store of what was loaded and one more or less.
void change_count(ThreadRecord& record, Value value, int change) {
  Object* object = value.as_object();
  if (!stop_if_shared(record, step_on(object, false))) {
    stop_if_shared(record, step_on(object, true));  // that it writes must be known all the same
    return;
  }
  Count* count = count_of(object);
  if (!count) return;
  const int64_t loaded = count->count;
  const uint32_t me = machine().current;
  record.loaded = loaded + change;
  record.phase = change > 0 ? 1 : 2;
  stop_if_shared(record, step_on(object, true));
  record.loaded = record.phase = 0;
  const int line = line_of_thread(*record.thread);
  if (count->count != loaded) lost = {me, line};
  count->count = loaded + change;
  if (count->count > 0) return;
  free_it(me, line, name_of_lock(*record.thread, value));
}

}  // namespace

void add_counts(void (*add)(uint64_t, void*), void* context) {
  for (size_t i = 0; i < count_of_counts; ++i) {
    add(reinterpret_cast<uint64_t>(counts[i].object), context);
    add(static_cast<uint64_t>(counts[i].count), context);
  }
}

namespace {

Value bound_to(const Frame& frame, uint32_t argument) {
  auto* names = reinterpret_cast<Tuple*>(frame.code->names.peek().as_object());
  return dict_peek_name(frame.globals, reinterpret_cast<Str*>(names->items[argument].as_object()));
}

void take_and_drop(ThreadRecord& record, Value taken, Value dropped) {
  if (taken == dropped) return;
  if (is_container(taken)) change_count(record, taken, 1);
  record.part = 1;
  if (is_container(dropped)) change_count(record, dropped, -1);
  record.part = 0;
}

}  // namespace

const char* freed_while_referenced() { return freed_text[0] ? freed_text : nullptr; }

bool walks_elements(const Operation& operation) {
  if (session().switch_mode != SwitchMode::Micro || session().model == Model::Gil || operation.is_sync) return false;
  if (operation.kind != Kind::Read) return false;
  for (uint32_t i = 0; i < operation.touch_count; ++i) {
    const auto* object = reinterpret_cast<const Object*>(operation.touches[i].variable.object);
    if (operation.touches[i].variable.place != kWhole || kind_of(object) != gillab::Kind::List) return false;
  }
  return operation.touch_count > 0;
}

void at_element(const void* container, size_t position) {
  if (session().switch_mode != SwitchMode::Micro || session().model == Model::Gil) return;
  if (!gil::schedule::has_new_memory() || alive_threads() < 2) return;
  ThreadRecord& record = record_of(machine().current);
  if (!record.thread || sight_of(record.thread->frame->code) != Sight::All) return;
  Operation operation;
  operation.touch(container, place_of(kIndex, position), false);
  record.inside = true;
  stop_if_shared(record, operation);
  record.inside = false;
}

void count_references(ThreadRecord& record, const Frame& frame, uint32_t instruction, Value* sp) {
  const compiler::Instruction& code = frame.body->unit().code[instruction];
  switch (code.opcode) {
    case Opcode::STORE_FAST: return take_and_drop(record, sp[-1], frame.locals[code.arg]);
    case Opcode::DELETE_FAST: return take_and_drop(record, Value::empty(), frame.locals[code.arg]);
    case Opcode::STORE_GLOBAL: return take_and_drop(record, sp[-1], bound_to(frame, code.arg));
    case Opcode::DELETE_GLOBAL: return take_and_drop(record, Value::empty(), bound_to(frame, code.arg));
    case Opcode::RETURN_VALUE:
      for (uint32_t i = 0; i < frame.body->variable_count; ++i) {
        if (!frame.generator) take_and_drop(record, Value::empty(), frame.locals[i]);
      }
      return;
    default: return;
  }
}

}  // namespace gillab::explore
