// Functions, code objects, cells, bound methods, modules and the descriptors built into classes.
#pragma once

#include <memory>
#include <type_traits>
#include <vector>

#include "runtime/dict.h"
#include "runtime/interpreter.h"
#include "runtime/ref.h"
#include "runtime/thread.h"

namespace gillab {

struct Position {  // of one instruction; line 0: none. Columns are UTF-8 byte offsets, -1: unknown
  int32_t line;
  int32_t end_line;
  int32_t column;
  int32_t end_column;
};

struct CodeExceptionRange {
  uint32_t start, end, target, depth;
  bool push_lasti;
};

// The constant part of a function. Made by the VM from a compiler::CodeUnit; immutable but for its bodies.
struct Code : Object {
  static constexpr Kind kKind = Kind::Code;
  Field name;                 // str
  Field qualified_name;
  Field filename;
  int32_t first_line;
  uint32_t flags;             // co_flags
  uint32_t argument_count;    // positional
  uint32_t positional_only_count;
  uint32_t keyword_only_count;
  uint32_t local_count;       // names of locals (parameters that are cells included)
  uint32_t cell_count;        // cells that are not parameters
  uint32_t free_count;
  uint32_t variable_count;    // the three together
  uint32_t stack_size;
  Field constants;            // tuple
  Field names;                // tuple of interned strs
  Field variable_names;       // tuple: all variable_count names
  Field cell_names;           // tuple: co_cellvars (parameters that are cells included)
  std::shared_ptr<const void> unit;   // the compiler::CodeUnit it came from; positions and dis are read there
  const Position* positions;  // one an instruction of the unit; owned by `unit`'s holder
  uint32_t instruction_count;
  Cell<Body*> bodies;         // what the VM made to run it: the first one for each globals dict. Owned
};

// What a function knows of its body. Where threads run at once each has a body of its own: then this is where the pointer
// to the first thread's stands, and Thread::body_row leads from there to the others' (vm/body_rows.h).
using BodyPlace = std::conditional_t<gil::Layer::kConcurrent, Body*, Body>;
extern Body lazy_body;                                         // the VM defines it
inline Body* body_at(const Thread&, Body* place) { return place; }
inline Body* body_at(const Thread& thread, Body** place) {
  return std::atomic_ref<Body*>(*reinterpret_cast<Body**>(reinterpret_cast<char*>(place) + thread.body_row))
      .load(std::memory_order_relaxed);
}
inline void set_body_at(const Thread&, Body*, Body*) {}  // one body serves all
inline void set_body_at(const Thread& thread, Body** place, Body* body) {
  std::atomic_ref<Body*>(*reinterpret_cast<Body**>(reinterpret_cast<char*>(place) + thread.body_row))
      .store(body, std::memory_order_relaxed);
}
// Where no thread has a body yet: no count of arguments fits lazy_body, so the first call comes to who makes one.
template <class Place = BodyPlace>
Place* unmade_body(const Thread& thread) {
  if constexpr (std::is_same_v<Place, Body>) return &lazy_body;
  else return thread.interpreter->unmade_body;
}

struct Function : Object {
  static constexpr Kind kKind = Kind::Function;
  Cell<BodyPlace*> body;      // never null; at first unmade_body()
  Field code;
  Field globals;              // dict
  Field name;
  Field qualified_name;
  Field module;
  Field doc;
  Field defaults;             // tuple or None
  Field keyword_defaults;     // dict or None
  Field annotations;          // dict, tuple still to be made into one, or empty
  Field closure;              // tuple of cells or None
  Field attributes;           // __dict__, made when needed; empty before
};

Ref make_function(Thread& thread, Code* code, Dict* globals);  // defaults and closure None; name and doc from the code
void free_bodies(Thread& thread, Code* code);                  // the VM defines it (vm/body.cpp)
void traverse_bodies(const Code* code, const Visitor& visitor);  // likewise: the globals they are made for, what they keep
Ref code_globals(const Code* code);                            // likewise: what it ran with last; empty if it never ran
inline Body* body_of(const Thread& thread, const Function* function) { return body_at(thread, function->body.get()); }

struct CellObject : Object {
  static constexpr Kind kKind = Kind::CellObject;
  Field content;              // empty: unbound
};
Ref make_cell(Thread& thread, Value content);

struct BoundMethod : Object {
  static constexpr Kind kKind = Kind::BoundMethod;
  Field function;
  Field self;
};
Ref make_bound_method(Thread& thread, Value function, Value self);

struct Module : Object {
  static constexpr Kind kKind = Kind::Module;
  Field dict;
};
Ref make_module(Thread& thread, Str* name);
inline Dict* module_dict(Module* module) { return as<Dict>(module->dict.peek()); }

struct Property : Object {
  static constexpr Kind kKind = Kind::Property;
  Field getter;
  Field setter;
  Field deleter;
  Field doc;
  Field name;                 // from __set_name__, for messages; or empty
  Cell<bool> getter_doc;      // doc came from the getter
};
struct ClassMethod : Object {
  static constexpr Kind kKind = Kind::ClassMethod;
  Field callable;
  Field attributes;           // a dict or empty
};
struct StaticMethod : Object {
  static constexpr Kind kKind = Kind::StaticMethod;
  Field callable;
  Field attributes;
};
struct Super : Object {
  static constexpr Kind kKind = Kind::Super;
  Field this_class;
  Field self;
  Field self_class;
};
struct GetSet : Object {
  static constexpr Kind kKind = Kind::GetSet;
  const struct GetSetDef* def;   // null for a member made by __slots__
  Type* owner;                   // borrowed
  Field name;
  uint32_t slot;                 // of a member: the number of its inline field
};

}  // namespace gillab
