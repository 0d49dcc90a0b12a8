// Freed objects become objects of a type whose every operation is a report. So no access pays for the guard.
#include "runtime/core/quarantine.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_map>

#include "runtime/errors.h"
#include "runtime/list.h"
#include "runtime/native.h"

namespace gillab {

bool quarantines_freed = false;

namespace {

constexpr size_t kMostObjects = 1'000'000;  // then they are freed as ever: memory has an end
constexpr uint64_t kMostBufferBytes = 512 << 20;

std::mutex mutex;  // guards `kept`
std::unordered_map<const Object*, FreedObject> kept;
std::atomic<uint64_t> kept_buffer_bytes{0};
Shape* freed_shape = nullptr;

FreedObject record_of(const Object* object) {
  std::lock_guard lock(mutex);
  const auto found = kept.find(object);
  return found == kept.end() ? FreedObject{"object", "a thread whose record is gone"} : found->second;
}

bool is_freed(Value value) { return value.is_object() && value.as_object()->shape.get() == freed_shape; }

// Mostly self; but what is asked to do something with a freed object may be called in its place.
const Object* freed_one(const Value* args) {
  const Tuple* others = as<Tuple>(args[1]);
  const Value* end = others->items + others->length;
  const Value* found = is_freed(args[0]) ? end : std::find_if(others->items, end, is_freed);
  return (found == end ? args[0] : *found).as_object();
}

Ref operate_on_freed(Thread& thread, const Value* args, uint32_t, Tuple*) {
  report_touch(thread, record_of(freed_one(args)), "used");
}
constexpr MethodDef kOperate = {"freed object", "(self, *args, **kwargs)", operate_on_freed};

// A drop too many: the count was one when it came here.
void destroy_freed(Thread& thread, Object* object) { report_touch(thread, record_of(object), "given back once more"); }
constexpr Layout kFreedLayout = {"freed object", sizeof(Object), false, destroy_freed};

}  // namespace

bool guard_freed_objects(Thread& thread) {
  Type* type = make_native_type(thread, {"freed object", "gillab", &kFreedLayout, kNoInstances}, nullptr);
  Ref operate = type ? make_native(thread, kOperate, type, Value::empty(), Value::empty()) : Ref();
  if (!operate) return false;
  finish_type(thread, type);
  for (Cell<Value>& dunder : type->dunders) dunder.set(operate.get());
  operate.release();  // of all slots, for good
  type->flags.set(type->flags.get() & ~uint32_t{kPlainGetAttribute | kPlainSetAttribute});
  type->root->kind = Kind::Immediate;  // no other object has it
  type->root->traits = 0;
  freed_shape = type->root;
  quarantines_freed = true;
  return true;
}

bool quarantine(Thread& thread, Object* object, size_t) {
  const Shape* shape = object->shape.get();
  if (shape->kind == Kind::Str && shape->exact) return false;  // texts come and go, and nobody changes them
  FreedObject record{std::string(type_name(thread, Value::object(object))), running_line(thread)};
  {
    std::lock_guard lock(mutex);
    if (kept.size() >= kMostObjects) return false;
    kept[object] = std::move(record);
  }
  Type* counted = shape->traits & kOfHeapType ? shape->type : nullptr;
  gil::Count::start(object->header);
  object->shape.set(freed_shape);
  if (counted) drop(counted);
  return true;
}

bool quarantine_buffer(size_t bytes) {
  return kept_buffer_bytes.fetch_add(bytes, std::memory_order_relaxed) < kMostBufferBytes;
}

}  // namespace gillab
