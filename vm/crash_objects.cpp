// Probing memory and naming what looks like an object.
#include "vm/crash_objects.h"

#include <algorithm>
#include <iterator>
#include <ucontext.h>

#include "runtime/str.h"
#include "runtime/type.h"

namespace gillab {

constinit thread_local sigjmp_buf* escape = nullptr;

namespace {

constexpr uint64_t kLowestAddress = 65536;
constexpr uint64_t kReach = 512;  // a fault this far behind an object's begin was in it

bool is_readable(uint64_t address, size_t bytes) {
  const auto* memory = reinterpret_cast<const volatile char*>(address);
  return try_reading([&] { static_cast<void>(memory[0] + memory[bytes - 1]); });
}

template <class T>
const T* readable(uint64_t address) {
  const bool is_plausible = address >= kLowestAddress && address % alignof(T) == 0;
  return is_plausible && is_readable(address, sizeof(T)) ? reinterpret_cast<const T*>(address) : nullptr;
}

// What a register says, as a Value or as a pointer.
uint64_t address_in(uint64_t word) {
  const Value value = Value::from_bits(word);
  return value.is_object() ? reinterpret_cast<uint64_t>(value.as_object()) : word;
}

bool is_free_block(const Object& object) { return (object.header.flags & kFreeBlock) != 0 && object.header.count == 0; }

// The object's type, when everything on the way to it is as it must be.
const Type* type_at(uint64_t address) {
  const Object* object = readable<Object>(address);
  if (!object || is_free_block(*object)) return nullptr;
  const Shape* shape = readable<Shape>(reinterpret_cast<uint64_t>(object->shape.get()));
  if (!shape || static_cast<size_t>(shape->kind) >= static_cast<size_t>(Kind::kCount)) return nullptr;
  const Type* type = readable<Type>(reinterpret_cast<uint64_t>(shape->type));
  const Shape* of_type = type ? readable<Shape>(reinterpret_cast<uint64_t>(type->shape.get())) : nullptr;
  return of_type && of_type->kind == Kind::Type && type->instance_kind == shape->kind ? type : nullptr;
}

bool was_freed(uint64_t address) {
  const Object* object = readable<Object>(address);
  return object && is_free_block(*object) && address_in(address) == address && address % 16 == 0 &&
         (object->shape.get() == nullptr || readable<FreeBlock>(reinterpret_cast<uint64_t>(object->shape.get())));
}

void write_name(RawText& text, const Type& type) {
  if (type.native_name) {
    text << type.native_name;
    return;
  }
  const Value name = type.name.peek();
  if (is<Str>(name) && as<Str>(name)->ascii) text << as<Str>(name)->ascii_view();
}

bool is_what_breaks(const Type& type) {  // what scripts change; code and the like is in hand all the time
  constexpr Kind kChanged[] = {Kind::List, Kind::Dict, Kind::Set, Kind::Instance, Kind::ByteArray, Kind::Generator, Kind::Extension};
  return std::find(std::begin(kChanged), std::end(kChanged), type.instance_kind) != std::end(kChanged);
}

// The best guess first: where the fault was, then what scripts change, then anything.
const Type* type_in_hand(const Registers& registers, uint64_t fault_address) {
  const Type* best = nullptr;
  for (int i = 0; i < registers.count; ++i) {
    const uint64_t address = address_in(registers.values[i]);
    const Type* type = type_at(address);
    if (!type) continue;
    if (fault_address - address < kReach) return type;
    if (!best || (!is_what_breaks(*best) && is_what_breaks(*type))) best = type;
  }
  return best;
}

}  // namespace

Registers registers_of([[maybe_unused]] const void* signal_context) {
  Registers result;
#if defined(__x86_64__)
  const auto& saved = static_cast<const ucontext_t*>(signal_context)->uc_mcontext.gregs;
  for (int each : {REG_R12, REG_RDI, REG_RSI, REG_RAX, REG_RBX, REG_RCX, REG_RDX, REG_R8, REG_R9, REG_R10, REG_R11, REG_R13,
                   REG_R14, REG_R15, REG_RBP}) {
    result.values[result.count++] = static_cast<uint64_t>(saved[each]);
  }
#elif defined(__aarch64__)
  for (uint64_t each : static_cast<const ucontext_t*>(signal_context)->uc_mcontext.regs) {
    result.values[result.count++] = each;
  }
#endif
  return result;
}

void write_object_at_hand(RawText& text, const Thread&, const Registers& registers, uint64_t fault_address) {
  for (int i = 0; i < registers.count; ++i) {
    const uint64_t address = address_in(registers.values[i]);
    if (!was_freed(address)) continue;
    text << ", touching an object that had been freed";
    return;
  }
  if (const Type* type = type_in_hand(registers, fault_address)) {
    text << ", touching a ";
    write_name(text, *type);
  }
}

}  // namespace gillab
