// What calls touch: methods and functions in C++ by their name, synchronisation objects by what they are.
#include <algorithm>
#include <cstring>

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/modules/deque.h"
#include "runtime/modules/thread.h"
#include "runtime/native.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/explore/operation_read.h"

namespace gillab::explore {
namespace {

constexpr uint64_t kSyncPlace = place_of(kSync, 0);

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), name) != words.end();
}

std::string_view class_name(const Type* type) {
  if (type->native_name) return type->native_name;
  const Value name = type->name.peek();
  return is<Str>(name) && as<Str>(name)->ascii ? as<Str>(name)->ascii_view() : std::string_view();
}

// Was the class, or one it comes from, made by the machinery of threading? Its name there, else empty.
std::string_view sync_class(Value value) {
  if (!value.is_object()) return {};
  Type* type = type_of(value.as_object());
  if (!has_flag(type, kHeapType)) return {};
  auto* mro = reinterpret_cast<Tuple*>(type->mro.peek().as_object());
  for (uint64_t i = 0; i < mro->length; ++i) {
    const std::string_view name = class_name(as<Type>(mro->items[i]));
    if (is_one_of(name, {"Condition", "Semaphore", "Event", "Barrier", "Queue", "Thread"})) return name;
  }
  return {};
}

bool is_text(Value value, std::string_view text) { return is<Str>(value) && as<Str>(value)->ascii && as<Str>(value)->ascii_view() == text; }

// Found by its text: where it is asked whether a thread can go on, nothing may be interned.
Value own_attribute(Value object, std::string_view name) {
  Object* it = object.as_object();
  const Shape* shape = it->shape.get();
  if (static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots) {
    for (const Shape* at = shape; at && at->last_name; at = at->parent) {
      if (is_text(Value::object(at->last_name), name)) return attribute_field(it, shape, at->count - 1).peek();
    }
    return Value::empty();
  }
  if (static_cast<ShapeMode>(shape->mode) != ShapeMode::Dict) return Value::empty();
  Object* dict = attributes_of(it, shape).dict_or_overflow.get();
  Value key, value;
  for (uint32_t at = 0; dict && dict_next(reinterpret_cast<Dict*>(dict), &at, &key, &value);) {
    if (is_text(key, name)) return value;
  }
  return Value::empty();
}

// The method's name, for messages: as text that ends.
const char* known_name(std::string_view name) {
  for (const char* each : {"wait", "wait_for", "set", "clear", "is_set", "acquire", "release", "notify", "notify_all", "notifyAll", "put", "get", "join",
                           "task_done", "qsize", "empty", "full", "put_nowait", "get_nowait", "reset", "abort", "__enter__", "__exit__", "is_alive"}) {
    if (name == each) return each;
  }
  return "a call";
}

void sync(Reading& reading, Kind kind, Value target, const char* name) {
  Operation& operation = reading.operation;
  operation.touch_count = 0;
  operation.touch(target.as_object(), kSyncPlace, true);
  operation.kind = kind;
  operation.is_sync = true;
  operation.target = target;
  operation.name = name;
}

// An argument by place (self is 0) or by name; empty: not given.
Value argument(const Value* args, uint32_t count, Tuple* names, uint32_t place, std::string_view name) {
  const uint32_t named = names ? static_cast<uint32_t>(names->length) : 0;
  if (place < count - named) return args[place];
  for (uint32_t i = 0; i < named; ++i) {
    if (as<Str>(names->items[i])->ascii_view() == name) return args[count - named + i];
  }
  return Value::empty();
}

bool is_false(Value value) { return value.is_false() || value == Value::integer(0); }
bool is_timeout(Value value) {
  return !value.is_empty() && !value.is_none() && !(value.is_int() && value.as_int() < 0) &&
         !(value.is_float() && value.as_float() < 0);
}

// --- locks

void call_lock(Reading& reading, Native* native, const Value* args, uint32_t count, Tuple* names) {
  const std::string_view name = native->name;
  const Value lock = args[0];
  if (is_one_of(name, {"acquire", "acquire_lock", "__enter__", "_acquire_restore"})) {
    const bool plain = name != "acquire" && name != "acquire_lock";
    const bool waits = plain || !is_false(argument(args, count, names, 1, "blocking"));
    const bool timed = !plain && is_timeout(argument(args, count, names, 2, "timeout"));
    return acquire(reading, lock, waits, timed, native->name);
  }
  if (is_one_of(name, {"release", "release_lock", "__exit__", "_release_save"})) {
    return sync(reading, Kind::Release, lock, native->name);
  }
  if (name == "locked" || name == "locked_lock") sync(reading, Kind::Call, lock, native->name);
}

// --- what is made of locks: a call of one of its methods is one operation

void call_event(Reading& reading, std::string_view name, const Value* args, uint32_t count, Tuple* names) {
  const bool waits = name == "wait";
  sync(reading, waits ? Kind::Wait : Kind::Call, args[0], "");
  if (!waits) return;
  reading.operation.needs = Needs::FlagSet;
  reading.operation.timed = is_timeout(argument(args, count, names, 1, "timeout"));
}

void call_semaphore(Reading& reading, std::string_view name, const Value* args, uint32_t count, Tuple* names) {
  const bool acquires = name == "acquire" || name == "__enter__";
  sync(reading, acquires ? Kind::Acquire : Kind::Release, args[0], "");
  if (!acquires || is_false(argument(args, count, names, 1, "blocking"))) return;
  reading.operation.needs = Needs::Permit;
  reading.operation.timed = is_timeout(argument(args, count, names, 2, "timeout"));
}

void call_condition(Reading& reading, std::string_view name, const Value* args, uint32_t count) {
  const Value lock = own_attribute(args[0], "_lock");
  if (name == "__enter__" || name == "acquire") return acquire(reading, lock, true, false, "acquire");
  if (name == "__exit__" || name == "release") return sync(reading, Kind::Release, lock, "release");
  if (name == "wait" || name == "wait_for") {
    sync(reading, Kind::Wait, args[0], "");
    return static_cast<void>(reading.operation.gives = lock);
  }
  if (!name.starts_with("notify")) return;
  sync(reading, Kind::Notify, args[0], "");
  const Value waiters = own_attribute(args[0], "_waiters");
  const bool one = name == "notify" && (count < 2 || args[1] == Value::integer(1));
  if (!one || !waiters.is_object()) return;
  const uint64_t waiting = reinterpret_cast<Deque*>(waiters.as_object())->length.get();
  reading.operation.alternatives = static_cast<uint32_t>(std::clamp<uint64_t>(waiting, 1, 64));
}

void call_queue(Reading& reading, std::string_view name, const Value* args, uint32_t count, Tuple* names) {
  Operation& operation = reading.operation;
  sync(reading, Kind::Call, args[0], "");
  const bool puts = name == "put";
  if (!puts && name != "get" && name != "join") return;
  operation.kind = Kind::Wait;
  if (name == "join") return static_cast<void>(operation.needs = Needs::TasksDone);
  if (is_false(argument(args, count, names, puts ? 2 : 1, "block"))) return;
  operation.needs = puts ? Needs::Room : Needs::Items;
  operation.timed = is_timeout(argument(args, count, names, puts ? 3 : 2, "timeout"));
}

void call_sync_method(Reading& reading, std::string_view type, Function* function, const Value* args, uint32_t count,
                      Tuple* names) {
  const Value text = function->name.peek();
  if (!is<Str>(text) || !as<Str>(text)->ascii) return;
  const std::string_view name = as<Str>(text)->ascii_view();
  if (name == "__init__" || name == "__repr__") return;
  if (type == "Event") call_event(reading, name, args, count, names);
  if (type == "Semaphore") call_semaphore(reading, name, args, count, names);
  if (type == "Condition") call_condition(reading, name, args, count);
  if (type == "Queue") call_queue(reading, name, args, count, names);
  if (type == "Barrier") sync(reading, name == "wait" ? Kind::Wait : Kind::Call, args[0], "");
  if (type == "Thread" && name == "join") {
    const Value ident = own_attribute(args[0], "_ident");
    if (ident.is_int()) reading.operation.joins = static_cast<uint64_t>(ident.as_int());
  }
  if (type == "Thread" && name == "is_alive") sync(reading, Kind::Call, args[0], "");
  if (reading.operation.is_sync && reading.operation.name[0] == '\0') reading.operation.name = known_name(name);
}

void call_simple_queue(Reading& reading, Native* native, const Value* args, uint32_t count, Tuple* names) {
  sync(reading, Kind::Call, args[0], native->name);
  if (std::string_view(native->name) != "get" || is_false(argument(args, count, names, 1, "block"))) return;
  reading.operation.kind = Kind::Wait;
  reading.operation.needs = Needs::SimpleItems;
  reading.operation.timed = is_timeout(argument(args, count, names, 2, "timeout"));
}

// --- containers

void call_list(Reading& reading, std::string_view name, const Value* args, uint32_t count) {
  if (name == "append") return touch_structure(reading, args[0], true);
  if (name == "__len__") return touch_structure(reading, args[0], false);
  if (name == "pop" && count == 1) {
    touch_structure(reading, args[0], true);
    const uint32_t length = as<List>(args[0])->length.get();
    return length ? touch_item(reading, args[0], Value::integer(length - 1), true, false) : void();
  }
  touch_content(reading, args[0], !is_one_of(name, {"count", "index", "copy", "__getitem__", "__contains__", "__iter__"}));
}

void call_dict(Reading& reading, std::string_view name, const Value* args, uint32_t count) {
  if (name == "get" && count > 1) return touch_item(reading, args[0], args[1], false, false);
  if (name == "setdefault" && count > 1) return touch_item(reading, args[0], args[1], true, false);
  if (name == "pop" && count > 1) return touch_item(reading, args[0], args[1], true, true);
  if (is_one_of(name, {"keys", "values", "items", "__len__"})) return touch_structure(reading, args[0], false);
  touch_content(reading, args[0], !is_one_of(name, {"copy", "__contains__", "__getitem__"}));
}

bool only_reads(std::string_view name) {
  return is_one_of(name, {"count", "index", "copy", "find", "union", "intersection", "difference", "issubset", "issuperset",
                          "isdisjoint", "symmetric_difference", "decode", "hex", "startswith", "endswith", "split", "join"});
}

void call_method(Reading& reading, Native* native, const Value* args, uint32_t count, Tuple* names) {
  const Value self = args[0];
  const std::string_view name = native->name;
  if (!self.is_object()) return;
  if (is_lock(self) || is_rlock(self)) return call_lock(reading, native, args, count, names);
  if (native->owner && class_name(native->owner) == "_queue.SimpleQueue") {
    return call_simple_queue(reading, native, args, count, names);
  }
  if (name == "__next__") return touch_iterator(reading, self);
  if (is_file(self)) return call_file(reading, self, name, args, count);
  if (name == "run" && count > 1 && native->owner && class_name(native->owner) == "_contextvars.Context") {
    return read_call(reading, args[1], args + 2, count - 2, names);
  }
  if (is<List>(self)) {
    call_list(reading, name, args, count);
  } else if (is<Dict>(self)) {
    call_dict(reading, name, args, count);
  } else if (is_container(self)) {
    const bool appends = name == "append" || name == "add" || name == "appendleft";
    appends && !is<Set>(self) ? touch_structure(reading, self, true) : touch_content(reading, self, !only_reads(name));
  }
  const bool looks_inside = is_one_of(name, {"format", "index", "count", "remove", "__eq__", "__contains__", "__repr__"});
  for (uint32_t i = 1; i < count; ++i) looks_inside ? touch_deeply(reading, args[i]) : touch_content(reading, args[i], false);
}

// --- functions

void named_attribute(Reading& reading, const Value* args, uint32_t count, bool writes) {
  if (count >= 2 && is_exact<Str>(args[1])) {
    touch_name(reading, args[0], intern(reading.thread, as<Str>(args[1])), writes);
  }
}

void call_function(Reading& reading, Native* native, const Value* args, uint32_t count, Tuple* names) {
  const std::string_view name = native->name;
  if (name == "print") {
    const Value file = argument(args, count, names, count, "file");
    if (is_file(file)) return call_file(reading, file, "write", args, count - static_cast<uint32_t>(names->length));
    return print_operation(reading, args, count);
  }
  if (is_one_of(name, {"isinstance", "id", "iter", "callable", "hash", "issubclass", "type", "get_ident"})) return;
  if (name == "len" && count == 1) return touch_structure(reading, args[0], false);
  if (name == "next" && count > 0) return touch_iterator(reading, args[0]);
  if (name == "vars" && count == 1) return touch_name(reading, args[0], reading.thread.names().__dict__, false);
  if (name == "getattr" || name == "hasattr") return named_attribute(reading, args, count, false);
  if (name == "setattr" || name == "delattr") return named_attribute(reading, args, count, true);
  const bool first_written = name.starts_with("heap") || name.starts_with("insort");
  call_on_path(reading, name, args, count);
  for (uint32_t i = 0; i < count; ++i) {
    first_written && i == 0 ? touch_content(reading, args[i], true) : touch_deeply(reading, args[i]);
  }
}

void call_type(Reading& reading, Type* type, const Value* args, uint32_t count) {
  if (has_flag(type, kHeapType)) return;
  const std::string_view name = class_name(type);
  if (is_one_of(name, {"enumerate", "zip", "map", "filter", "reversed", "type", "super", "range", "slice"})) return;
  for (uint32_t i = 0; i < count; ++i) name == "str" ? touch_deeply(reading, args[i]) : touch_content(reading, args[i], false);
}

}  // namespace

void print_operation(Reading& reading, const Value* args, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) touch_deeply(reading, args[i]);
  if (!reading.shows_output) return;
  reading.operation.touch(reading.thread.interpreter, place_of(kOutput, 1), true);
  reading.operation.kind = Kind::Print;
}

bool is_lock(Value value) {
  return value.is_object() && type_of(value.as_object())->native_name &&
         std::strcmp(type_of(value.as_object())->native_name, "_thread.lock") == 0;
}

bool is_rlock(Value value) {
  if (!value.is_object()) return false;
  for (const Type* type = type_of(value.as_object()); type; type = type->base) {
    if (type->native_name) return std::strcmp(type->native_name, "_thread.RLock") == 0;
  }
  return false;
}

void acquire(Reading& reading, Value lock, bool waits, bool timed, const char* name) {
  if (!is_lock(lock) && !is_rlock(lock)) return;
  sync(reading, waits ? Kind::Acquire : Kind::TryAcquire, lock, name);
  if (waits) reading.operation.needs = is_lock(lock) ? Needs::LockFree : Needs::RLockFree;
  reading.operation.timed = timed;
}

void read_call(Reading& reading, Value callee, const Value* args, uint32_t count, Tuple* names) {
  if (is<BoundMethod>(callee)) {
    Value all[16];
    all[0] = as<BoundMethod>(callee)->self.peek();
    const uint32_t given = std::min<uint32_t>(count, 15);
    std::copy_n(args, given, all + 1);
    return read_call(reading, as<BoundMethod>(callee)->function.peek(), all, given + 1, given == count ? names : nullptr);
  }
  if (is<Native>(callee)) {
    auto* native = as<Native>(callee);
    if (is_bound_native(native)) {
      Value all[16];
      all[0] = native->self.peek();
      const uint32_t given = std::min<uint32_t>(count, 15);
      std::copy_n(args, given, all + 1);
      return call_method(reading, native, all, given + 1, given == count ? names : nullptr);
    }
    if (native->owner) return count > 0 ? call_method(reading, native, args, count, names) : void();
    return call_function(reading, native, args, count, names);
  }
  if (is<Type>(callee)) return call_type(reading, as<Type>(callee), args, count);
  if (!is<Function>(callee) || count == 0) return;
  auto* function = as<Function>(callee);
  if (sight_of(as<Code>(function->code.peek())) != Sight::Nothing) return;
  const std::string_view type = sync_class(args[0]);
  if (!type.empty()) call_sync_method(reading, type, function, args, count, names);
}

void read_enter(Reading& reading, Value manager) {
  if (is_lock(manager) || is_rlock(manager)) return acquire(reading, manager, true, false, "__enter__");
  const std::string_view type = sync_class(manager);
  if (type == "Condition") call_condition(reading, "__enter__", &manager, 1);
  if (type == "Semaphore") call_semaphore(reading, "__enter__", &manager, 1, nullptr);
  if (reading.operation.is_sync && reading.operation.name[0] == '\0') reading.operation.name = "__enter__";
}

// --- what must be true before an operation can be done

namespace {

int64_t number(Value value) { return value.is_int() ? value.as_int() : 0; }

uint64_t items_in(Value queue) {
  const Value items = own_attribute(queue, "queue");
  if (is<List>(items)) return as<List>(items)->length.get();
  return is_container(items) ? reinterpret_cast<Deque*>(items.as_object())->length.get() : 1;
}

}  // namespace

bool starts_daemon(const Thread& thread) {
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (!frame->code || sight_of(frame->code) != Sight::Nothing) continue;
    const Value self = frame->locals[0];
    if (is_text(frame->code->name.peek(), "start") && sync_class(self) == "Thread") return own_attribute(self, "_daemonic").is_true();
  }
  return true;  // not by threading: nobody knows of it
}

bool is_possible(const Thread& thread, const Operation& operation) {
  const Value target = operation.target;
  Object* object = target.is_object() ? target.as_object() : nullptr;
  switch (operation.needs) {
    case Needs::Nothing: return true;
    case Needs::LockFree: return !reinterpret_cast<ScriptLockObject*>(object)->lock.is_held();
    case Needs::RLockFree: {
      auto* lock = reinterpret_cast<RLockObject*>(object);
      return !lock->lock.is_held() || lock->owner.load() == thread.ident;
    }
    case Needs::Permit: return number(own_attribute(target, "_value")) > 0;
    case Needs::FlagSet: return own_attribute(target, "_flag").is_true();
    case Needs::Items: return items_in(target) > 0;
    case Needs::Room: {
      const int64_t most = number(own_attribute(target, "maxsize"));
      return most <= 0 || items_in(target) < static_cast<uint64_t>(most);
    }
    case Needs::TasksDone: return number(own_attribute(target, "unfinished_tasks")) == 0;
    case Needs::Never: return false;
    case Needs::SimpleItems: return reinterpret_cast<Deque*>(object)->length.get() > 0;
  }
  return true;
}

}  // namespace gillab::explore
