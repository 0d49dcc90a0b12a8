#include "vm/explore/operation.h"

#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/generator.h"
#include "runtime/iterators.h"
#include "runtime/list.h"
#include "runtime/modules/deque.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/explore/operation_read.h"

namespace gillab::explore {
namespace {

using compiler::Opcode;

bool is_heap_type(const Type* type) { return has_flag(type, kHeapType); }

// The dict that holds the object's attributes since somebody asked for it; null: none does.
Dict* own_dict(Object* object) {
  const Shape* shape = object->shape.get();
  if (static_cast<ShapeMode>(shape->mode) != ShapeMode::Dict) return nullptr;
  return reinterpret_cast<Dict*>(attributes_of(object, shape).dict_or_overflow.get());
}

// Is the name among the object's own attributes?
bool has_own(Object* object, Str* name) {
  const Shape* shape = object->shape.get();
  if (static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots) return find_attribute(shape, name) != kNoAttribute;
  Dict* dict = own_dict(object);
  return dict && !dict_peek_name(dict, name).is_empty();
}

// What a class has under the name; empty: nothing.
Value class_attribute(Type* type, Str* name) {
  auto* mro = reinterpret_cast<Tuple*>(type->mro.peek().as_object());
  for (uint64_t i = 0; i < mro->length; ++i) {
    auto* each = as<Type>(mro->items[i]);
    const Value found = is_heap_type(each) ? dict_peek_name(as<Dict>(each->dict.peek()), name) : Value::empty();
    if (!found.is_empty()) return found;
  }
  return Value::empty();
}

void touch_class(Reading& reading, Type* type, Str* name, bool writes) {
  if (writes) return reading.operation.touch(type, place_of(kName, reinterpret_cast<uint64_t>(name)), true);
  auto* mro = reinterpret_cast<Tuple*>(type->mro.peek().as_object());
  for (uint64_t i = 0; i < mro->length; ++i) {
    auto* each = as<Type>(mro->items[i]);
    if (!is_heap_type(each)) continue;
    reading.operation.touch(each, place_of(kName, reinterpret_cast<uint64_t>(name)), false);
    if (!dict_peek_name(as<Dict>(each->dict.peek()), name).is_empty()) return;
  }
}

void touch_key(Reading& reading, Dict* dict, Value key, bool writes) {
  reading.operation.touch(dict, place_of(kTextKey, static_cast<uint64_t>(hash_of(as<Str>(key)))), writes);
}

void touch_global(Reading& reading, Str* name, bool writes) {
  reading.operation.touch(reading.frame.globals, place_of(kName, reinterpret_cast<uint64_t>(name)), writes);
}

Str* name_at(const Reading& reading, uint32_t index) {
  return as<Str>(reinterpret_cast<Tuple*>(reading.frame.code->names.peek().as_object())->items[index]);
}

void read_operator(Reading& reading, uint32_t argument) {
  constexpr uint32_t kInPlace = 13;
  if (argument >= kInPlace) touch_content(reading, reading.sp[-2], true);
  touch_deeply(reading, reading.sp[-2]);
  touch_deeply(reading, reading.sp[-1]);
}

void read_membership(Reading& reading, Value container, Value key) {
  if (is<Dict>(container)) return touch_item(reading, container, key, false, false);
  touch_deeply(reading, container);
}

uint32_t words_on_stack(const Reading& reading, uint32_t instruction, Tuple** names) {
  const auto& code = reading.frame.body->unit().code;
  *names = nullptr;
  if (instruction > 0 && code[instruction - 1].opcode == Opcode::KW_NAMES) {
    auto* constants = reinterpret_cast<Tuple*>(reading.frame.code->constants.peek().as_object());
    *names = reinterpret_cast<Tuple*>(constants->items[code[instruction - 1].arg].as_object());
  }
  return code[instruction].arg;
}

void read_call_instruction(Reading& reading, uint32_t instruction) {
  Tuple* names;
  const uint32_t count = words_on_stack(reading, instruction, &names);
  const Value first = reading.sp[-static_cast<int64_t>(count) - 2], second = reading.sp[-static_cast<int64_t>(count) - 1];
  if (first.is_empty()) return read_call(reading, second, reading.sp - count, count, names);
  read_call(reading, first, reading.sp - count - 1, count + 1, names);
}

// f(*arguments, **keywords): what is given by name does not matter to what can be called so.
void read_call_of_many(Reading& reading, bool has_keywords) {
  const Value* top = reading.sp - has_keywords;
  if (is_exact<Tuple>(top[-1])) {
    auto* given = as<Tuple>(top[-1]);
    return read_call(reading, top[-2], given->items, static_cast<uint32_t>(given->length), nullptr);
  }
  if (!is_exact<List>(top[-1])) return;
  auto* given = as<List>(top[-1]);
  touch_content(reading, top[-1], false);
  read_call(reading, top[-2], given->items.get(), static_cast<uint32_t>(given->length.get()), nullptr);
}

bool is_mutable_extension(Object* object) {
  const Type* type = type_of(object);
  if (type->layout == &kDequeLayout) return true;
  for (; type; type = type->base) {
    if (!type->native_name) continue;
    const std::string_view name = type->native_name;
    return name == "array.array" || name == "_io.StringIO" || name == "_io.BytesIO" || name == "numpy.ndarray";
  }
  return false;
}

// What a function in C++ goes through that is handed an iterator; what map() and filter() call looks at what is in it.
void touch_what_it_walks(Reading& reading, Value iterator) {
  const auto each_of = [&](Value tuple, void (*touch)(Reading&, Value)) {
    auto* parts = reinterpret_cast<Tuple*>(tuple.as_object());
    for (uint64_t i = 0; i < parts->length; ++i) touch(reading, parts->items[i]);
  };
  const auto read_content = [](Reading& what, Value value) { touch_content(what, value, false); };
  switch (kind_of(iterator.as_object())) {
    case gillab::Kind::Map: return each_of(as<MapIterator>(iterator)->iterators.peek(), touch_deeply);
    case gillab::Kind::Filter: return touch_deeply(reading, as<FilterIterator>(iterator)->iterator.peek());
    case gillab::Kind::Zip: return each_of(as<Zip>(iterator)->iterators.peek(), read_content);
    case gillab::Kind::Enumerate: return read_content(reading, as<Enumerate>(iterator)->iterator.peek());
    case gillab::Kind::ListIterator: return read_content(reading, as<ListIterator>(iterator)->list.peek());
    case gillab::Kind::DictIterator: return read_content(reading, as<DictIterator>(iterator)->dict.peek());
    case gillab::Kind::SetIterator: return read_content(reading, as<SetIterator>(iterator)->set.peek());
    default: break;
  }
}

// What a container holds, or an iterator over one.
Value walked(Value value) {
  if (is<DictView>(value)) return as<DictView>(value)->dict.peek();
  if (is<ListIterator>(value)) return as<ListIterator>(value)->list.peek();
  if (is<DictIterator>(value)) return as<DictIterator>(value)->dict.peek();
  return value;
}

void touch_within(Reading& reading, Value value, int depth) {
  constexpr int kDeepest = 6;
  if (!value.is_object()) return;
  touch_content(reading, value, false);
  value = walked(value);
  if (depth == kDeepest || !value.is_object()) return;
  if (is<List>(value) || is<Tuple>(value)) {
    const Value* items = is<List>(value) ? as<List>(value)->items.get() : as<Tuple>(value)->items;
    const uint64_t length = is<List>(value) ? static_cast<uint64_t>(as<List>(value)->length.get()) : as<Tuple>(value)->length;
    for (uint64_t i = 0; i < length; ++i) touch_within(reading, items[i], depth + 1);
  } else if (is<Dict>(value)) {
    Value key, each;
    for (uint32_t at = 0; dict_next(as<Dict>(value), &at, &key, &each);) touch_within(reading, each, depth + 1);
  }
}

}  // namespace

Sight sight_of(const Code* code) {
  const Value filename = code->filename.peek();
  if (!is<Str>(filename) || !as<Str>(filename)->ascii) return Sight::All;
  std::string_view name = as<Str>(filename)->ascii_view();
  if (!name.starts_with("<frozen ")) return Sight::All;
  name = name.substr(8, name.size() - 9);
  for (std::string_view hidden : {"threading", "_thread_sync", "queue", "weakref", "_weakrefset", "traceback", "linecache",
                                  "warnings", "sched", "importlib", "contextlib", "enum", "re", "functools"}) {
    if (name == hidden || (name.starts_with(hidden) && name[hidden.size()] == '.')) return Sight::Nothing;
  }
  for (std::string_view library : {"concurrent", "logging", "asyncio", "multiprocessing"}) {
    if (name.starts_with(library)) return Sight::SyncOnly;
  }
  return Sight::All;
}

bool is_container(Value value) {
  if (!value.is_object()) return false;
  switch (kind_of(value.as_object())) {
    case gillab::Kind::List:
    case gillab::Kind::Dict:
    case gillab::Kind::Set:
    case gillab::Kind::ByteArray: return true;
    case gillab::Kind::Extension: return is_mutable_extension(value.as_object());
    default: return false;
  }
}

void touch_name(Reading& reading, Value object, Str* name, bool writes) {
  if (!object.is_object()) return;
  Object* it = object.as_object();
  if (is<Module>(object)) {
    return reading.operation.touch(module_dict(as<Module>(object)), place_of(kName, reinterpret_cast<uint64_t>(name)), writes);
  }
  if (is<Type>(object)) return touch_class(reading, as<Type>(object), name, writes);
  Type* type = type_of(it);
  if (!is_heap_type(type) && !is<Function>(object)) return;
  if (is_heap_type(type) && is<Property>(class_attribute(type, name))) return touch_class(reading, type, name, false);
  // From here on others reach the attributes by another way too.
  if (name == reading.thread.names().__dict__) return reading.operation.touch(it, kWhole, true);
  reading.operation.touch(it, place_of(kName, reinterpret_cast<uint64_t>(name)), writes);
  if (Dict* own = own_dict(it)) touch_key(reading, own, Value::object(name), writes);
  if (!writes && is_heap_type(type) && !has_own(it, name)) touch_class(reading, type, name, false);
}

void touch_structure(Reading& reading, Value object, bool writes) {
  if (is_container(object)) reading.operation.touch(object.as_object(), kStructure, writes);
}

void touch_content(Reading& reading, Value object, bool writes) {
  if (is_container(object)) return reading.operation.touch(object.as_object(), kWhole, writes);
  if (!object.is_object() || is_exact<Tuple>(object)) return;
  if (is<DictView>(object)) return touch_content(reading, as<DictView>(object)->dict.peek(), writes);
  if (!writes) touch_what_it_walks(reading, object);
}

void touch_deeply(Reading& reading, Value object) { touch_within(reading, object, 0); }

namespace {

void touch_list_item(Reading& reading, List* list, Value key, bool writes, bool deletes) {
  if (!key.is_int() || deletes) return reading.operation.touch(list, kWhole, writes);
  const int64_t length = list->length.get(), asked = key.as_int();
  const int64_t index = asked < 0 ? asked + length : asked;
  if (asked < 0 || index >= length) reading.operation.touch(list, kStructure, false);
  if (index >= 0 && index < length) reading.operation.touch(list, place_of(kIndex, static_cast<uint64_t>(index)), writes);
}

void touch_dict_item(Reading& reading, Dict* dict, Value key, bool writes, bool deletes) {
  if (dict == reading.frame.globals && is_exact<Str>(key)) return touch_global(reading, intern(reading.thread, as<Str>(key)), writes);
  uint64_t place;
  bool changes_keys = deletes;
  if (is_exact<Str>(key)) {
    place = place_of(kTextKey, static_cast<uint64_t>(hash_of(as<Str>(key))));
  } else if (key.is_int()) {
    place = place_of(kIntKey, static_cast<uint64_t>(key.as_int()));
  } else {
    return reading.operation.touch(dict, kWhole, writes);
  }
  if (writes && !deletes) {
    Ref value;
    const Found found = dict_get(reading.thread, dict, key, &value);
    changes_keys = found == Found::No;
  }
  reading.operation.touch(dict, place, writes);
  if (changes_keys) reading.operation.touch(dict, kStructure, true);
}

}  // namespace

void touch_item(Reading& reading, Value container, Value key, bool writes, bool deletes) {
  if (is<List>(container)) return touch_list_item(reading, as<List>(container), key, writes, deletes);
  if (is<Dict>(container)) return touch_dict_item(reading, as<Dict>(container), key, writes, deletes);
  touch_content(reading, container, writes);
}

void touch_iterator(Reading& reading, Value iterator) {
  if (!iterator.is_object()) return;
  Object* it = iterator.as_object();
  reading.operation.touch(it, kWhole, true);
  switch (kind_of(it)) {
    case gillab::Kind::ListIterator: {
      const Value list = as<ListIterator>(iterator)->list.peek();
      if (is<List>(list)) {
        touch_list_item(reading, as<List>(list), Value::integer(as<ListIterator>(iterator)->position.get()), false, false);
      }
      break;
    }
    case gillab::Kind::DictIterator: return touch_content(reading, as<DictIterator>(iterator)->dict.peek(), false);
    case gillab::Kind::SetIterator: return touch_content(reading, as<SetIterator>(iterator)->set.peek(), false);
    case gillab::Kind::Enumerate: return touch_iterator(reading, as<Enumerate>(iterator)->iterator.peek());
    case gillab::Kind::Zip: {
      auto* parts = reinterpret_cast<Tuple*>(as<Zip>(iterator)->iterators.peek().as_object());
      for (uint64_t i = 0; i < parts->length; ++i) touch_iterator(reading, parts->items[i]);
      break;
    }
    default: break;
  }
}

void read_operation(Thread& thread, const Frame& frame, uint32_t instruction, Value* sp, bool shows_output,
                    Operation* operation) {
  *operation = Operation{};
  Reading reading{thread, frame, sp, shows_output, *operation};
  const compiler::Instruction& code = frame.body->unit().code[instruction];
  switch (code.opcode) {
    case Opcode::LOAD_GLOBAL: return touch_global(reading, name_at(reading, code.arg), false);
    case Opcode::STORE_GLOBAL:
    case Opcode::DELETE_GLOBAL: return touch_global(reading, name_at(reading, code.arg), true);
    case Opcode::LOAD_NAME: return touch_global(reading, name_at(reading, code.arg), false);
    case Opcode::STORE_NAME:
    case Opcode::DELETE_NAME:
      if (frame.body->namespace_is_globals) touch_global(reading, name_at(reading, code.arg), true);
      return;
    case Opcode::LOAD_DEREF:
    case Opcode::LOAD_CLASSDEREF:
      if (frame.locals[code.arg].is_object()) operation->touch(frame.locals[code.arg].as_object(), kWhole, false);
      return;
    case Opcode::STORE_DEREF:
    case Opcode::DELETE_DEREF:
      if (frame.locals[code.arg].is_object()) operation->touch(frame.locals[code.arg].as_object(), kWhole, true);
      return;
    case Opcode::LOAD_ATTR:
    case Opcode::LOAD_METHOD: return touch_name(reading, sp[-1], name_at(reading, code.arg), false);
    case Opcode::STORE_ATTR:
    case Opcode::DELETE_ATTR: return touch_name(reading, sp[-1], name_at(reading, code.arg), true);
    case Opcode::BINARY_SUBSCR: return touch_item(reading, sp[-2], sp[-1], false, false);
    case Opcode::STORE_SUBSCR: return touch_item(reading, sp[-2], sp[-1], true, false);
    case Opcode::DELETE_SUBSCR: return touch_item(reading, sp[-2], sp[-1], true, true);
    case Opcode::BINARY_OP: return read_operator(reading, code.arg);
    case Opcode::COMPARE_OP:
      touch_deeply(reading, sp[-2]);
      return touch_deeply(reading, sp[-1]);
    case Opcode::CONTAINS_OP: return read_membership(reading, sp[-1], sp[-2]);
    case Opcode::FOR_ITER: return touch_iterator(reading, sp[-1]);
    case Opcode::GET_ITER:
      if (is<Dict>(sp[-1]) || is<Set>(sp[-1])) touch_structure(reading, sp[-1], false);
      return;
    case Opcode::UNARY_NOT:
    case Opcode::POP_JUMP_FORWARD_IF_FALSE:
    case Opcode::POP_JUMP_FORWARD_IF_TRUE:
    case Opcode::POP_JUMP_BACKWARD_IF_FALSE:
    case Opcode::POP_JUMP_BACKWARD_IF_TRUE:
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::GET_LEN: return touch_structure(reading, sp[-1], false);
    case Opcode::UNPACK_SEQUENCE:
    case Opcode::UNPACK_EX:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE:
    case Opcode::DICT_MERGE: return touch_content(reading, sp[-1], false);
    case Opcode::FORMAT_VALUE: return touch_deeply(reading, sp[code.arg & 4 ? -2 : -1]);
    case Opcode::MATCH_KEYS: return touch_content(reading, sp[-2], false);
    case Opcode::IMPORT_FROM: return touch_name(reading, sp[-1], name_at(reading, code.arg), false);
    case Opcode::CALL_FUNCTION_EX: return read_call_of_many(reading, code.arg & 1);
    case Opcode::BEFORE_WITH: return read_enter(reading, sp[-1]);
    case Opcode::WITH_EXCEPT_START: return read_call(reading, sp[-4], nullptr, 0, nullptr);
    case Opcode::CALL: return read_call_instruction(reading, instruction);
    default: return;
  }
}

}  // namespace gillab::explore
