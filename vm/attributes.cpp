// Filling attribute caches. A cache is filled only where the shape id says everything: the instance's layout and the
// content of its class. What depends on more (dict mode, __getattr__, data in instances' dicts) is looked up each time.
#include "vm/attributes.h"

#include "runtime/classes/attribute_store.h"
#include "runtime/containers/dict_table.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"
#include "runtime/sizes.h"
#include "vm/sharing.h"
#include "vm/slow.h"

namespace gillab {
namespace {

constexpr uint64_t kPointerMask = 0xFFFFFFFFFFFF;
constexpr uint32_t kMostRefills = usual_or_smallest(32u, 3u);  // then the instruction stops guessing
constexpr uint32_t kLongestChain = usual_or_smallest(8u, 2u);

struct Site {  // an instruction and the family of opcodes it may turn into
  const Instruction* pc;
  Op generic, field, entry, plain;
  uint64_t word;
  uint32_t refills() const { return static_cast<uint32_t>(word >> 48); }
};

bool is_local_form(Op op, Op first_s) { return ((static_cast<uint16_t>(op) - static_cast<uint16_t>(first_s)) & 1) != 0; }
Op with_form(Op op_s, bool local) { return static_cast<Op>(static_cast<uint16_t>(op_s) + local); }

Site site_of(const Instruction* pc, Op generic, Op field, Op entry, Op plain) {
  bool local = is_local_form(static_cast<Op>(pc->op), generic);
  return {pc, with_form(generic, local), with_form(field, local), with_form(entry, local), with_form(plain, local),
          word_at(pc, 1)};
}

bool may_refill(const Site& site) {
  if (static_cast<Op>(site.pc->op) == site.plain) return false;
  if (site.refills() < kMostRefills) return true;
  set_op(site.pc, site.plain);
  return false;
}

void publish_field(const Site& site, uint32_t shape_id, uint32_t offset) {
  uint64_t refills = uint64_t{site.refills() + 1} << 48;
  set_word(site.pc, 1, refills | (uint64_t{offset / 8} << 32) | shape_id);
  set_op(site.pc, site.field);
}

const CacheEntry* current_chain(const Site& site) {
  if (static_cast<Op>(site.pc->op) != site.entry) return nullptr;
  return reinterpret_cast<const CacheEntry*>(site.word & kPointerMask);
}

// What a FIELD cache knew, as the first entry of a chain: the instruction has seen a second shape.
void keep_field_entry(Body* body, const Site& site, CacheEntry* fresh) {
  if (site.field == site.generic || static_cast<Op>(site.pc->op) != site.field) return;
  auto entry = std::make_unique<CacheEntry>();
  entry->kind = CacheEntry::InObject;
  entry->shape_id = static_cast<uint32_t>(site.word);
  entry->offset = static_cast<uint32_t>((site.word >> 32) & 0xFFFF) * 8;
  fresh->next = entry.get();
  body->entries.push_back(std::move(entry));
}

void publish_entry(Thread& thread, const Site& site, const CacheEntry& content) {
  Body* body = thread.frame->body;
  auto entry = std::make_unique<CacheEntry>(content);
  const CacheEntry* chain = current_chain(site);
  uint32_t length = 0;
  for (const CacheEntry* e = chain; e; e = e->next) ++length;
  entry->next = length < kLongestChain ? chain : nullptr;
  if (!chain) keep_field_entry(body, site, entry.get());
  uint64_t refills = uint64_t{site.refills() + 1} << 48;
  set_word(site.pc, 1, refills | reinterpret_cast<uint64_t>(entry.get()));
  body->entries.push_back(std::move(entry));
  set_op(site.pc, site.entry);
}

DictCell* class_cell(Thread& thread, Type* type, Str* name) {
  Tuple* mro = as<Tuple>(type->mro.peek());
  for (uint64_t i = 0; i < mro->length; ++i) {
    Dict* dict = as<Dict>(as<Type>(mro->items[i])->dict.peek());
    if (dict_peek_name(dict, name).is_empty()) continue;
    DictCell* cell = dict_cell(thread, dict, name);
    if (cell) thread.frame->body->cells.push_back(cell);
    return cell;
  }
  return nullptr;
}

bool is_native_method(Value value) {
  return is_exact<Native>(value) && as<Native>(value)->owner && as<Native>(value)->flag == MethodDef::None &&
         as<Native>(value)->self.peek().is_empty();
}
// To be called with an instance of `type` as its first argument. A class may carry the method of a type that is none
// of its bases.
bool is_method_like(const Type* type, Value value) {
  return is<Function>(value) || (is_native_method(value) && is_subtype(type, as<Native>(value)->owner));
}
bool is_class_method(Value value) { return is_exact<ClassMethod>(value) && is<Function>(as<ClassMethod>(value)->callable.peek()); }
bool has_get(Value value) { return value.is_object() && !dunder_of(type_of(value.as_object()), Dunder::Get).is_empty(); }
bool default_get_attribute(Thread& thread, Type* type) {
  return dunder_of(type, Dunder::GetAttribute) == dunder_of(thread.types().object, Dunder::GetAttribute);
}

// A plain value of a class namespace, through its cell: its being replaced by another plain value renews no ids.
void cache_class_data(Thread& thread, const Site& site, Type* type, Str* name, CacheEntry entry, CacheEntry::Kind kind) {
  entry.cell = class_cell(thread, type, name);
  if (!entry.cell) return clear_exception(thread);
  entry.kind = kind;
  publish_entry(thread, site, entry);
}

// Attributes that stand in the object itself.
void cache_own_attribute(Thread& thread, const Site& site, const Shape* shape, uint32_t number) {
  if (shape->offset == 0) return;  // they stand beside the object
  if (number < shape->capacity) {
    uint32_t offset = shape->offset + 8 + number * 8;
    if (offset / 8 <= 0xFFFF && static_cast<Op>(site.pc->op) == site.generic && site.refills() == 0 &&
        site.field != site.generic)
      return publish_field(site, shape->id, offset);
    CacheEntry entry{};
    entry.kind = CacheEntry::InObject;
    entry.shape_id = shape->id;
    entry.offset = offset;
    return publish_entry(thread, site, entry);
  }
  CacheEntry entry{};
  entry.kind = CacheEntry::Overflow;
  entry.shape_id = shape->id;
  entry.offset = number;
  publish_entry(thread, site, entry);
}

bool is_slot_member(Value descriptor) {
  return is_exact<GetSet>(descriptor) && as<GetSet>(descriptor)->def == nullptr;
}

// The attribute is in the object's own dict: remembered by its place there. What is only on the class is not cached: the
// dict may get it any time.
void cache_dict_load(Thread& thread, const Site& site, const Shape* shape, Dict* dict, Str* name, Value on_class) {
  bool overridden = on_class.is_object() && !dunder_of(type_of(on_class.as_object()), Dunder::Get).is_empty() &&
                    !dunder_of(type_of(on_class.as_object()), Dunder::Set).is_empty();
  Guard guard(dict->header);
  guard.keeps_all();
  const DictEntry* found = overridden ? nullptr : find_name_entry(dict, name);
  if (!found) return;
  CacheEntry entry{};
  entry.kind = CacheEntry::InDict;
  entry.shape_id = shape->id;
  entry.offset = static_cast<uint32_t>(found - dict->table.get()->entries());
  entry.name = name;
  publish_entry(thread, site, entry);
}

// A property whose getter is a Python function of one argument: the instruction enters its frame.
void cache_property(Thread& thread, const Site& site, const Shape* shape, Value on_class) {
  if (!is_exact<Property>(on_class) || !is<Function>(as<Property>(on_class)->getter.peek())) return;
  Value getter = as<Property>(on_class)->getter.peek();
  Body* body = function_body(thread, as<Function>(getter));
  if (!body) return clear_exception(thread);
  if (body->simple_arguments != 1) return;
  CacheEntry entry{};
  entry.kind = CacheEntry::Property;
  entry.shape_id = shape->id;
  entry.value = getter;
  publish_entry(thread, site, entry);
}

// Attributes of built-in types, and descriptors of C++ modules: what they do is known to be a function in C++.
bool is_native_getter(Value descriptor) {
  if (is_exact<GetSet>(descriptor)) return as<GetSet>(descriptor)->def && as<GetSet>(descriptor)->def->get;
  const Type* type = type_of(descriptor.as_object());
  Value get = dunder_of(type, Dunder::Get);
  return type->instance_kind == Kind::Extension && !has_flag(type, kHeapType) && is<Native>(get) && as<Native>(get)->owner == type;
}
void cache_getter(Thread& thread, const Site& site, const Shape* shape, Value descriptor) {
  CacheEntry entry{};
  entry.kind = CacheEntry::Getter;
  entry.shape_id = shape->id;
  entry.value = descriptor;
  publish_entry(thread, site, entry);
}

void cache_instance_load(Thread& thread, const Site& site, Object* object, Str* name, bool for_call) {
  const Shape* shape = object->shape.get();
  Type* type = shape->type;
  if (shape->id == 0 || !default_get_attribute(thread, type)) return;
  Held found = find_in_type(thread, type, name);
  Value on_class = found.get();
  if (is_slot_member(on_class)) return cache_own_attribute(thread, site, shape, as<GetSet>(on_class)->slot);
  bool data_descriptor = on_class.is_object() && !dunder_of(type_of(on_class.as_object()), Dunder::Set).is_empty();
  if (data_descriptor && !for_call && is_native_getter(on_class)) return cache_getter(thread, site, shape, on_class);
  if (data_descriptor) return for_call ? void() : cache_property(thread, site, shape, on_class);
  Value dict = peek_attribute_dict(thread, object);
  if (is_exact<Dict>(dict)) return cache_dict_load(thread, site, shape, as<Dict>(dict), name, on_class);
  if (own_dict_field(object)) return;  // it may get a dict with this name, and its shape will not tell
  uint32_t number = static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots ? find_attribute(shape, name) : kNoAttribute;
  if (number != kNoAttribute) return cache_own_attribute(thread, site, shape, number);
  if (on_class.is_empty()) return;
  CacheEntry entry{};
  entry.shape_id = shape->id;
  entry.value = on_class;
  if (static_cast<ShapeMode>(shape->mode) == ShapeMode::Dict) return;
  if (is_method_like(type, on_class)) {
    entry.kind = for_call ? CacheEntry::Function : CacheEntry::Bound;
    return publish_entry(thread, site, entry);
  }
  if (is_exact<StaticMethod>(on_class)) {
    entry.kind = CacheEntry::ClassValue;
    entry.value = as<StaticMethod>(on_class)->callable.peek();
    return publish_entry(thread, site, entry);
  }
  if (for_call && is_class_method(on_class)) {
    entry.kind = CacheEntry::ClassMethod;
    entry.value = as<ClassMethod>(on_class)->callable.peek();
    return publish_entry(thread, site, entry);
  }
  if (!has_get(on_class)) cache_class_data(thread, site, type, name, entry, CacheEntry::ClassCell);
}

void cache_type_load(Thread& thread, const Site& site, Type* type, Str* name, bool for_call) {
  Type* metatype = type_of(type);
  bool ordinary = dunder_of(metatype, Dunder::GetAttribute) == dunder_of(thread.types().type, Dunder::GetAttribute);
  if (!ordinary || type->root == nullptr || type->root->id == 0 || head_of(type).id == 0) return;
  Held found_on_metatype = find_in_type(thread, metatype, name);
  Value on_metatype = found_on_metatype.get();
  if (!on_metatype.is_empty() && !dunder_of(type_of(thread, on_metatype), Dunder::Set).is_empty()) return;
  Held found = find_in_type(thread, type, name);
  Value value = found.get();
  if (value.is_empty()) return;
  CacheEntry entry{};
  entry.shape_id = type->root->id;
  entry.offset = head_of(type).id;
  entry.owner = type;
  entry.value = value;
  if (!has_get(value)) return cache_class_data(thread, site, type, name, entry, CacheEntry::TypeCell);
  if (for_call && is_class_method(value)) {
    entry.kind = CacheEntry::TypeMethod;
    entry.value = as<ClassMethod>(value)->callable.peek();
    return publish_entry(thread, site, entry);
  }
  if (is_exact<StaticMethod>(value)) {
    entry.kind = CacheEntry::TypeValue;
    entry.value = as<StaticMethod>(value)->callable.peek();
    return publish_entry(thread, site, entry);
  }
  bool unchanged_by_get = is<Function>(value) || is_native_method(value);
  if (!unchanged_by_get) return;
  entry.kind = CacheEntry::TypeValue;
  publish_entry(thread, site, entry);
}

void cache_module_load(Thread& thread, const Site& site, Module* module, Str* name) {
  if (!head_of(module).exact || !lookup_in_type(thread, thread.types().module, name).is_empty()) return;
  Dict* dict = module_dict(module);
  if (dict_peek_name(dict, name).is_empty()) return;
  CacheEntry entry{};
  entry.kind = CacheEntry::ModuleCell;
  entry.owner = module;
  entry.cell = dict_cell(thread, dict, name);
  if (!entry.cell) return clear_exception(thread);
  Body* body = thread.frame->body;
  body->cells.push_back(entry.cell);
  take(static_cast<Object*>(module));  // compared by address: it must not be another module's some day
  body->kept.push_back(module);
  publish_entry(thread, site, entry);
}

void cache_load(Thread& thread, const Site& site, Value object, Str* name, bool for_call) {
  if (!object.is_object() || !may_refill(site)) return;
  Object* pointer = object.as_object();
  switch (kind_of(pointer)) {
    case Kind::Type: return cache_type_load(thread, site, as<Type>(object), name, for_call);
    case Kind::Module: return cache_module_load(thread, site, as<Module>(object), name);
    case Kind::Super: return;
    default: return cache_instance_load(thread, site, pointer, name, for_call);
  }
}

// `shape`: what the object becomes when the attribute is new; null when it is there already.
void cache_store(Thread& thread, const Site& site, uint32_t shape_id, uint32_t offset, Shape* shape) {
  if (!shape && offset / 8 <= 0xFFFF && static_cast<Op>(site.pc->op) == site.generic && site.refills() == 0)
    return publish_field(site, shape_id, offset);
  CacheEntry entry{};
  entry.kind = CacheEntry::InObject;
  entry.shape_id = shape_id;
  entry.offset = offset;
  entry.shape = shape;
  publish_entry(thread, site, entry);
}

// Values of which attribute lookup asks nothing: one may stand for another without any cache knowing.
bool is_evidently_plain(Value value) {
  if (!value.is_object()) return !value.is_empty();
  const ShapeHead& head = head_of(value.as_object());
  return head.exact && (head.kind == Kind::Str || head.kind == Kind::Int || head.kind == Kind::Float || head.kind == Kind::List ||
                        head.kind == Kind::Tuple || head.kind == Kind::Dict || head.kind == Kind::Set);
}

// C.name = value through the chain of the instruction, where both the old and the new value are plain.
bool store_in_class(const Site& site, Object* object, Value value) {
  const auto* entry = reinterpret_cast<const CacheEntry*>(site.word & kPointerMask);
  if (static_cast<Op>(site.pc->op) != site.plain) return false;
  for (; entry; entry = entry->next) {
    if (entry->kind != CacheEntry::TypeCell || !is_about_class(entry, object)) continue;
    if (entry->cell->watched || !is_evidently_plain(entry->cell->value.peek()) || !is_evidently_plain(value)) return false;
    entry->cell->value.put(Ref::share(value));
    return true;
  }
  return false;
}

// Only what replaces a plain value by another in the class's own namespace. Always true.
bool cache_class_store(Thread& thread, const Site& site, Type* type, Str* name, Value value) {
  bool ordinary = type_of(type) == thread.types().type && has_flag(type, kHeapType) && type->root && type->root->id != 0;
  Dict* dict = as<Dict>(type->dict.peek());
  bool special = name->length > 4 && name->at(0) == '_' && name->at(1) == '_';
  if (!ordinary || special || !is_evidently_plain(value) || dict_peek_name(dict, name).is_empty()) return true;
  CacheEntry entry{};
  entry.kind = CacheEntry::TypeCell;
  entry.shape_id = type->root->id;
  entry.offset = head_of(type).id;
  entry.owner = type;
  entry.cell = dict_cell(thread, dict, name);
  if (!entry.cell) {
    clear_exception(thread);
    return true;
  }
  Body* body = thread.frame->body;
  body->cells.push_back(entry.cell);
  auto fresh = std::make_unique<CacheEntry>(entry);
  set_op(site.pc, site.plain);  // the instructions that guess know objects only
  set_word(site.pc, 1, uint64_t{site.refills() + 1} << 48 | reinterpret_cast<uint64_t>(fresh.get()));
  body->entries.push_back(std::move(fresh));
  return true;
}

bool has_own_attribute(Thread& thread, Value object, Str* name) {
  if (!object.is_object()) return false;
  Object* pointer = object.as_object();
  if (static_cast<ShapeMode>(head_of(pointer).mode) == ShapeMode::Slots)
    return find_attribute(pointer->shape.get(), name) != kNoAttribute;
  Value dict = peek_attribute_dict(thread, pointer);
  return is<Dict>(dict) && !dict_peek_name(as<Dict>(dict), name).is_empty();
}

}  // namespace

Value load_attribute(Thread& thread, const Instruction* pc, Value object) {
  Str* name = name_operand(thread, pc->arg);
  Ref value = get_attribute(thread, object, name);
  if (value) cache_load(thread, site_of(pc, Op::ATTR_S, Op::ATTR_FIELD_S, Op::ATTR_ENTRY_S, Op::ATTR_PLAIN_S), object, name, false);
  return value.release();
}

Value load_method(Thread& thread, const Instruction* pc, Value object, bool* is_method) {
  Str* name = name_operand(thread, pc->arg);
  Site site = site_of(pc, Op::METHOD_S, Op::METHOD_S, Op::METHOD_ENTRY_S, Op::METHOD_PLAIN_S);
  Type* type = type_of(thread, object);
  Held found = default_get_attribute(thread, type) ? find_in_type(thread, type, name) : Held();
  Value on_class = found.get();
  if (is_method_like(type, on_class)) {
    if (!has_own_attribute(thread, object, name)) {
      Value function = Ref::share(on_class).release();
      cache_load(thread, site, object, name, true);
      *is_method = true;
      return function;
    }
  }
  Ref value = get_attribute(thread, object, name);
  if (value) cache_load(thread, site, object, name, true);
  return value.release();
}

Value exchange_guarded(Object* owner, Field& field, Value value) {
  Guard guard(owner->header);
  guard.keeps_all();  // the exchange is a fence
  return field.exchange(Ref::own(value)).release();
}

bool exchange_field(Object* object, uint32_t shape_id, Field& field, Value* value) {
  Guard guard(object->header);
  guard.keeps_all();
  if (head_of(object).id != shape_id) return false;
  *value = field.exchange(Ref::own(*value)).release();
  return true;
}

bool exchange_in_cell(Dict* dict, DictCell* cell, Value* value) {
  Guard guard(dict->header);
  guard.keeps_all();
  if (cell->value.peek().is_empty()) return false;
  *value = cell->value.exchange(Ref::own(*value)).release();
  return true;
}

Value attribute_by_getter(Thread& thread, Value descriptor, Object* object) {
  Ref held = Ref::share(descriptor);
  Ref value;
  if (is<GetSet>(descriptor)) {
    value = run_getter(thread, as<GetSet>(descriptor)->def, as<GetSet>(descriptor)->owner, Value::object(object));
  } else {
    Value args[] = {descriptor, Value::object(object), Value::object(type_of(object))};
    value = call_special(thread, dunder_of(type_of(descriptor.as_object()), Dunder::Get), args, 3);
  }
  if (!value) clear_exception(thread);
  return value.release();
}

Value bound_attribute(Thread& thread, Value function, Object* object) {
  Ref held = Ref::share(function);
  Ref bound = is<Function>(function) ? make_bound_method(thread, function, Value::object(object))
                                     : bind_native(thread, as<Native>(function), Value::object(object));
  if (!bound) clear_exception(thread);  // no memory: the general way will say so
  return bound.release();
}

namespace {

// The variable that holds the cell of __class__; 0: none, for 0 is the first argument.
uint32_t class_cell_place(const Code* code) {
  const Tuple* names = as<Tuple>(code->variable_names.peek());
  for (uint32_t i = code->variable_count - code->free_count; i < code->variable_count; ++i) {
    if (equals_ascii(as<Str>(names->items[i]), "__class__")) return i;
  }
  return 0;
}

// What stands behind `after` in the MRO of the object's type. Empty: nothing, or nothing to be called with the object.
Value method_behind(Thread& thread, Object* object, Type* after, Str* name) {
  Type* type = type_of(object);
  Tuple* mro = as<Tuple>(type->mro.peek());
  bool passed = false;
  if (kind_of(object) == Kind::Type || type_of(after) != thread.types().type) return Value();
  for (uint64_t i = 0; i < mro->length; ++i) {
    Value found = passed ? dict_peek_name(as<Dict>(as<Type>(mro->items[i])->dict.peek()), name) : Value();
    if (!found.is_empty()) return is_method_like(type, found) ? found : Value();
    passed = passed || mro->items[i] == Value::object(after);
  }
  return Value();
}

Held content_of(Value variable) {
  return is<CellObject>(variable) ? Held(as<CellObject>(variable)->content) : Held::of(variable);
}

}  // namespace

Value super_method(Thread& thread, const Instruction* method, Value* self) {
  const Frame* frame = thread.frame;
  Held held_first = frame->code->argument_count ? content_of(frame->locals[0]) : Held();
  Value first = held_first.get();
  if (!first.is_object()) return Value();
  Object* object = first.as_object();
  const auto* chain = reinterpret_cast<const CacheEntry*>(word_at(method, 1) & kPointerMask);
  for (const CacheEntry* entry = chain; entry; entry = entry->next) {
    if (entry->kind != CacheEntry::SuperMethod || entry->shape_id != head_of(object).id) continue;
    if (content_of(frame->locals[entry->offset]).get() != Value::object(entry->owner)) continue;
    *self = Ref::share(first).release();
    return Ref::share(entry->value).release();
  }
  uint32_t place = class_cell_place(frame->code);
  Held held_class = place ? content_of(frame->locals[place]) : Held();
  Value class_ = held_class.get();
  Value function = is<Type>(class_) ? method_behind(thread, object, as<Type>(class_), name_operand(thread, method->arg)) : Value();
  if (function.is_empty()) return Value();
  Site site = site_of(method, Op::METHOD_S, Op::METHOD_S, Op::METHOD_ENTRY_S, Op::METHOD_PLAIN_S);
  if (head_of(object).id != 0 && may_refill(site)) {
    CacheEntry entry{};
    entry.kind = CacheEntry::SuperMethod;
    entry.shape_id = head_of(object).id;
    entry.owner = class_.as_object();
    entry.offset = place;
    entry.value = function;
    publish_entry(thread, site, entry);
  }
  *self = Ref::share(first).release();
  return Ref::share(function).release();
}

Value attribute_in_dict(Thread& thread, const CacheEntry* entry, Object* object) {
  Value own = peek_attribute_dict(thread, object);
  if (!is_exact<Dict>(own)) return Value();
  Dict* dict = as<Dict>(own);
  Guard guard(dict->header);
  guard.keeps_all();
  DictTable* table = dict->table.get();
  bool in_place = entry->offset < table->next && table->entries()[entry->offset].key == Value::object(entry->name);
  const DictEntry* found = in_place ? table->entries() + entry->offset : find_name_entry(dict, entry->name);
  return found ? Ref::share(entry_value(*found)).release() : Value();
}

bool store_attribute(Thread& thread, const Instruction* pc, Value object, Value value) {
  Str* name = name_operand(thread, pc->arg);
  Object* pointer = object.is_object() ? object.as_object() : nullptr;
  const Shape* before = pointer ? pointer->shape.get() : nullptr;
  uint32_t id_before = before ? before->id : 0;
  Site site = site_of(pc, Op::SET_ATTR_S, Op::SET_ATTR_FIELD_S, Op::SET_ATTR_ADD_S, Op::SET_ATTR_PLAIN_S);
  bool is_class = pointer && kind_of(pointer) == Kind::Type;
  if (is_class && store_in_class(site, pointer, value)) return true;
  if (!set_attribute(thread, object, name, value)) return false;
  if (is_class && site.refills() < kMostRefills) return cache_class_store(thread, site, as<Type>(object), name, value);
  if (!pointer || is_class || kind_of(pointer) == Kind::Module || !may_refill(site)) return true;
  const Shape* after = pointer->shape.get();
  if (static_cast<ShapeMode>(after->mode) == ShapeMode::Dict || !has_flag(after->type, kPlainSetAttribute) || after->id == 0 ||
      after->offset == 0)
    return true;
  Held found = find_in_type(thread, after->type, name);
  Value on_class = found.get();
  if (is_slot_member(on_class)) {
    uint32_t number = as<GetSet>(on_class)->slot;
    if (number < after->capacity) cache_store(thread, site, after->id, after->offset + 8 + number * 8, nullptr);
    return true;
  }
  if (!on_class.is_empty() && !dunder_of(type_of(thread, on_class), Dunder::Set).is_empty()) return true;
  uint32_t number = find_attribute(after, name);
  if (number == kNoAttribute || number >= after->capacity) return true;
  uint32_t offset = after->offset + 8 + number * 8;
  if (before == after) {
    cache_store(thread, site, after->id, offset, nullptr);
  } else if (after->parent == before && before->id == id_before && static_cast<ShapeMode>(before->mode) == ShapeMode::Slots) {
    cache_store(thread, site, id_before, offset, const_cast<Shape*>(after));
  }
  return true;
}

}  // namespace gillab
