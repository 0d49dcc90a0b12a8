#include "vm/explore/place.h"

#include "compiler/opcode.h"
#include "runtime/function.h"
#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/body.h"
#include "vm/explore/session.h"

namespace gillab::explore {
namespace {

std::string text_of(Value value) { return is<Str>(value) ? to_utf8(as<Str>(value)) : "?"; }

Dict* main_namespace(const Thread& thread) {
  const Value main = dict_peek_name(thread.interpreter->modules, thread.names().__main__);
  return is<Module>(main) ? module_dict(as<Module>(main)) : nullptr;
}

// "[2]", "['left']", ".lock": where in the container or instance the object stands; empty: nowhere.
std::string place_within(Value container, const void* object) {
  const auto is_it = [&](Value value) { return value.is_object() && value.as_object() == object; };
  if (is<List>(container) || is<Tuple>(container)) {
    const bool is_list = is<List>(container);
    const Value* items = is_list ? as<List>(container)->items.get() : as<Tuple>(container)->items;
    const size_t count = is_list ? as<List>(container)->length.get() : as<Tuple>(container)->length;
    for (size_t i = 0; i < count; ++i) {
      if (is_it(items[i])) return "[" + std::to_string(i) + "]";
    }
  }
  if (is<Dict>(container)) {
    Value key, value;
    for (uint32_t at = 0; dict_next(as<Dict>(container), &at, &key, &value);) {
      if (is_it(value)) return is<Str>(key) ? "['" + text_of(key) + "']" : key.is_int() ? "[" + std::to_string(key.as_int()) + "]" : "[...]";
    }
  }
  if (!container.is_object()) return "";
  const Shape* shape = container.as_object()->shape.get();
  if (shape->mode != static_cast<uint8_t>(ShapeMode::Slots)) return "";
  for (const Shape* at = shape; at && at->last_name; at = at->parent) {
    if (is_it(attribute_field(container.as_object(), shape, at->count - 1).peek())) return "." + to_utf8(at->last_name);
  }
  return "";
}

// The name in the script's globals under which the object can be reached; empty: there is none.
std::string global_name(const Thread& thread, const void* object) {
  Dict* globals = main_namespace(thread);
  if (!globals) return "";
  Value key, value;
  for (uint32_t at = 0; dict_next(globals, &at, &key, &value);) {
    if (value.is_object() && value.as_object() == object) return text_of(key);
  }
  for (uint32_t at = 0; dict_next(globals, &at, &key, &value);) {
    const bool is_own = is<Str>(key) && !text_of(key).starts_with("__");
    const std::string within = is_own ? place_within(value, object) : "";
    if (!within.empty()) return text_of(key) + within;
  }
  return "";
}

// "accounts", or "a list"
std::string name_of_object(const Thread& thread, const Object* object) {
  const std::string name = global_name(thread, object);
  if (!name.empty()) return name;
  const Type* type = type_of(object);
  if (kind_of(object) == gillab::Kind::Type) return text_of(reinterpret_cast<const Type*>(object)->name.peek());
  const std::string kind = type->native_name ? std::string(type->native_name) : text_of(type->name.peek());
  return "a " + kind;
}

// "key 'left'": the text that has this hash, if it is in the dict.
std::string key_named(const Object* object, uint64_t place) {
  Value key, value;
  if (kind_of(object) != gillab::Kind::Dict) return "a key";
  auto* dict = reinterpret_cast<Dict*>(const_cast<Object*>(object));
  for (uint32_t at = 0; dict_next(dict, &at, &key, &value);) {
    if (is<Str>(key) && place_of(kTextKey, static_cast<uint64_t>(hash_of(as<Str>(key)))) == place) return "key '" + text_of(key) + "'";
  }
  return "a key";
}

}  // namespace

const Frame* frame_of_script(const Thread& thread) {
  const Frame* frame = thread.frame;
  while (frame > thread.frames && (!frame->code || sight_of(frame->code) == Sight::Nothing)) --frame;
  return frame == thread.frames ? nullptr : frame;
}

int line_of_thread(const Thread& thread) {
  const Frame* frame = frame_of_script(thread);
  return frame ? frame->body->unit().positions[instruction_index(*frame)].line : 0;
}

Location location_of_frame(const Frame& frame) {
  Location place;
  place.file = text_of(frame.code->filename.peek());
  place.file = place.file.substr(place.file.rfind('/') + 1);
  place.function = text_of(frame.code->qualified_name.peek());
  const uint32_t index = instruction_index(frame);
  place.line = frame.body->unit().positions[index].line;
  place.opcode = std::string(compiler::name_of(frame.body->unit().code[index].opcode));
  return place;
}

Location location_of_thread(const Thread& thread) {
  const Frame* frame = frame_of_script(thread);
  return frame ? location_of_frame(*frame) : Location();
}

std::string where(const Location& place) { return place.file + ":" + std::to_string(place.line); }

std::string thread_name(uint32_t thread) { return thread == 0 ? "main" : "T" + std::to_string(thread); }

std::string name_of_variable(const Thread& thread, const Variable& variable) {
  const auto* object = reinterpret_cast<const Object*>(variable.object);
  const uint64_t kind = variable.place & 15, what = variable.place >> 4;
  if (kind == kOutput) return "stdout";
  if (kind == kFile) return "file '" + session().files[variable.place] + "'";
  const std::string name = name_of_object(thread, object);
  switch (kind) {
    case kName: {
      const std::string attribute = to_utf8(reinterpret_cast<const Str*>(what));
      if (variable.object == reinterpret_cast<uint64_t>(main_namespace(thread))) return "global `" + attribute + "`";
      return "attribute `" + attribute + "` of " + name;
    }
    case kIndex: return "item " + std::to_string(what) + " of " + name;
    case kIntKey: return "key " + std::to_string(static_cast<int64_t>(variable.place) >> 4) + " of " + name;
    case kTextKey: return key_named(object, variable.place) + " of " + name;
    case kStructure: return "the structure of " + name;
    case kSync: return name;
    case kCounts: return "the count of references to " + name;
    default: return kind_of(object) == gillab::Kind::CellObject ? std::string("a variable of a closure") : "content of " + name;
  }
}

std::string name_of_lock(const Thread& thread, Value lock) {
  return lock.is_object() ? name_of_object(thread, lock.as_object()) : "a lock";
}

std::string describe(const Thread& thread, const Operation& operation) {
  if (operation.kind == Kind::Exit) return "end of the script";
  if (operation.is_sync) return std::string(operation.name) + " of " + name_of_lock(thread, operation.target);
  std::string text = operation.kind == Kind::Write ? "write " : operation.kind == Kind::Print ? "print to " : "read ";
  for (uint32_t i = 0; i < operation.touch_count; ++i) {
    if (i) text += ", ";
    text += name_of_variable(thread, operation.touches[i].variable);
  }
  return text;
}

}  // namespace gillab::explore
