// Windows on memory: how they are made, what keeps them valid, where their items are.
#include "runtime/text/memoryview.h"

#include "runtime/containers/sequence.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {
namespace {

void count_export(Value owner, int32_t change) {
  ExportedMemory memory;
  if (!exported_memory(owner, &memory) || !memory.exports) return;
  Guard guard(owner.as_object()->header);
  memory.exports->set(memory.exports->get() + static_cast<uint32_t>(change));
}

void destroy_memoryview(Thread& thread, Object* object) {
  auto* view = reinterpret_cast<MemoryView*>(object);
  release_memory(view);
  view->shape.clear();
  free_object(thread, object, sizeof(MemoryView));
}

void traverse_memoryview(Object* object, const Visitor& visitor) {
  visitor(reinterpret_cast<MemoryView*>(object)->owner);
  visitor(reinterpret_cast<MemoryView*>(object)->shape);
}
void clear_memoryview(Thread&, Object* object) { release_memory(reinterpret_cast<MemoryView*>(object)); }

MemoryView* new_view(Thread& thread, Value owner) {
  auto* view = allocate<MemoryView>(thread, thread.shapes[static_cast<size_t>(Kind::MemoryView)]);
  if (!view) return nullptr;
  view->owner.init(Ref::share(owner));
  view->shape.init(Ref::none());
  view->start.set(0);
  view->hash.set(0);
  view->at_sign = false;
  count_export(owner, 1);
  return view;
}

Ref copy_view(Thread& thread, MemoryView* from) {
  Ref owner = owner_of(thread, from);
  MemoryView* view = owner ? new_view(thread, owner.get()) : nullptr;
  if (!view) return {};
  view->shape.put(from->shape.take());
  view->start.set(from->start.get());
  view->length.set(from->length.get());
  view->step.set(from->step.get());
  view->code = from->code;
  view->size = from->size;
  view->readonly = from->readonly;
  view->at_sign = from->at_sign;
  return Ref::own(view);
}

}  // namespace

const Layout kMemoryViewLayout = {"memoryview",        sizeof(MemoryView),  true,
                                  destroy_memoryview, traverse_memoryview, clear_memoryview};

Ref make_memoryview(Thread& thread, Value object) {
  if (is<MemoryView>(object)) return copy_view(thread, as<MemoryView>(object));
  SourceGuard guard(object);  // it must not move before the view is counted
  ExportedMemory memory;
  if (!exported_memory(object, &memory)) {
    return raise(thread, Error::TypeError, "memoryview: a bytes-like object is required, not '{}'",
                 type_name(thread, object));
  }
  MemoryView* view = new_view(thread, object);
  if (!view) return {};
  view->length.set(static_cast<int64_t>(memory.bytes / memory.item_size));
  view->step.set(memory.item_size);
  view->code = memory.code;
  view->size = memory.item_size;
  view->readonly = !memory.writable;
  return Ref::own(view);
}

Ref make_part(Thread& thread, MemoryView* view, int64_t start, int64_t length, int64_t step) {
  Ref part = copy_view(thread, view);
  if (!part) return {};
  auto* made = part.as<MemoryView>();
  made->start.set(view->start.get() + start * view->step.get());
  made->length.set(length);
  made->step.set(view->step.get() * step);
  return part;
}

Ref make_cast(Thread& thread, MemoryView* view, const MemoryFormat& format, int64_t length, Value shape) {
  Ref cast = copy_view(thread, view);
  if (!cast) return {};
  auto* made = cast.as<MemoryView>();
  made->shape.put(Ref::share(shape));
  made->length.set(length);
  made->step.set(format.size);
  made->code = format.code;
  made->size = format.size;
  made->at_sign = format.at_sign;
  return cast;
}

void release_memory(MemoryView* view) {
  Ref owner = view->owner.exchange({});
  if (owner) count_export(owner.get(), -1);
}

Ref owner_of(Thread& thread, MemoryView* view) {
  Ref owner = view->owner.take();
  if (!owner) raise(thread, Error::ValueError, "operation forbidden on released memoryview object");
  return owner;
}

uint8_t* item_at(Value owner, MemoryView* view, int64_t index) {
  ExportedMemory memory;
  exported_memory(owner, &memory);
  return reinterpret_cast<uint8_t*>(memory.data) + view->start.get() + index * view->step.get();
}

std::string copy_of(Value owner, MemoryView* view) {
  Guard guard(owner.as_object()->header);
  const char* first = reinterpret_cast<const char*>(item_at(owner, view, 0));
  size_t size = view->size, count = static_cast<size_t>(view->length.get());
  if (is_contiguous(view)) return count ? std::string(first, count * size) : std::string();
  std::string result;
  result.reserve(count * size);
  for (size_t i = 0; i < count; ++i, first += view->step.get()) result.append(first, size);
  return result;
}

bool copy_memory(Thread& thread, MemoryView* view, std::string* copy) {
  Ref owner = owner_of(thread, view);
  return owner && (copy->assign(copy_of(owner.get(), view)), true);
}

bool memory_of(Thread& thread, MemoryView* view, std::string_view* memory) {
  Ref owner = owner_of(thread, view);
  if (!owner) return false;
  if (!is_contiguous(view)) {
    return raise(thread, Error::BufferError, "memoryview: underlying buffer is not C-contiguous");
  }
  const char* first = reinterpret_cast<const char*>(item_at(owner.get(), view, 0));
  *memory = {first, static_cast<size_t>(view->length.get()) * view->size};
  return true;
}

bool writable_memory(Thread& thread, Value value, std::string_view* memory) {
  if (is<MemoryView>(value)) {
    return !as<MemoryView>(value)->readonly && memory_of(thread, as<MemoryView>(value), memory);
  }
  ExportedMemory exported;
  if (!exported_memory(value, &exported) || !exported.writable) return false;
  *memory = {exported.data, exported.bytes};
  return true;
}

}  // namespace gillab
