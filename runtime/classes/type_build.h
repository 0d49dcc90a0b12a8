// How Type objects come to be: what start-up, make_class and the types of C++ modules share. What a type is stands in
// type.h. Defined in type_builtin.cpp (create_builtin_types, name_builtin_types, finish_builtin_types, and
// make_native_type and finish_type of native.h), type_tables.cpp and shape.cpp.
#pragma once

#include "runtime/function.h"
#include "runtime/type.h"

namespace gillab {

// Start-up, in this order. REQUIRES of the first: memory works; nothing else does.
//   create_builtin_types  all Types of types.def and exceptions.def with bases, layouts, flags and root shapes, but
//   without
//                         names and namespaces; Thread::shapes
//   (the caller makes the shared strings, the empty tuple, interns names and dunder names)
//   name_builtin_types    names, bases, MRO and empty namespaces
//   finish_builtin_types  calls every setup_<field>, then makes dunders and flags true
bool create_builtin_types(Thread& thread);
bool name_builtin_types(Thread& thread);
bool finish_builtin_types(Thread& thread);
void free_builtin_types(Interpreter& interpreter);  // at the very end, when no object is left

// A Type object with nothing in it but empty fields. Null: an error is set.
Type* new_type_object(Thread& thread, Shape* shape);

// The shape of new instances of a type that has layout, flags, slot_count and inline_capacity.
Shape* make_root_shape(Thread& thread, Type* type);
void free_shapes(Type* type);
uint32_t new_shape_id(Thread& thread);
// Room for that many attributes in new instances; what the compiler saw stored on self in the methods.
void set_expected_attributes(Thread& thread, Type* type, uint32_t count);

// An instance of any layout: fixed part uninitialised after the header, attributes unset. `extra_bytes`: of a
// variable-sized object, past Layout::size. Null: an error is set.
Object* allocate_instance(Thread& thread, Type* type, size_t extra_bytes = 0);

// The attributes of objects that keep them in a dict of their own (modules, functions, classes, static and class
// methods) or none. Null without an error: the object has none of that sort, or (not `create`) none yet.
Field* own_dict_field(Object* object);

int dunder_number(const Str* name);                    // of Dunder, or -1
void compute_type_tables(Thread& thread, Type* type);  // dunders, flags and the traits of its shapes, from the MRO
// New ids for its shapes and those of all subclasses. REQUIRES: no other thread runs (StoppedWorld)
void renew_shapes(Thread& thread, Type* type);
bool compute_mro(Thread& thread, Type* type);          // C3; an error is set on failure
bool add_subclass(Thread& thread, Type* base, Type* type);
void remove_subclass(Thread& thread, Type* base, Type* type);
std::vector<Ref> subclasses_of(Thread& thread, const Type* type);  // direct ones, in the order they were made
// The namespace of a class: its own dict.
inline Dict* type_dict(const Type* type) { return as<Dict>(type->dict.peek()); }

// The metatype of a class with these bases, starting from `metatype`. Null: TypeError "metaclass conflict ...".
Type* derive_metatype(Thread& thread, Type* metatype, const Tuple* bases);
// Calls a class as type.__call__ does: __new__, then __init__.
Ref call_type(Thread& thread, Type* type, const Value* args, uint32_t count, Tuple* names);
// The getters behind every class's __dict__ and __weakref__.
extern const struct GetSetDef kInstanceDict;
extern const struct GetSetDef kInstanceWeakref;
Ref make_member(Thread& thread, Type* owner, Str* name, uint32_t slot);
Ref make_getset(Thread& thread, Type* owner, const struct GetSetDef* def);

// "module.Qualified.Name", without the module for builtins; what repr() and tracebacks show.
Ref qualified_class_name(Thread& thread, Type* type);
// Adds all names that the MRO's namespaces define, as keys.
bool collect_class_names(Thread& thread, Type* type, Dict* names);
// Whether instances of one could be instances of the other as they lie in memory.
bool same_layout(const Type* old_type, const Type* new_type);
// Sets or clears flags of a class that scripts use already: the world is stopped.
void change_type_flags(Thread& thread, Type* type, uint32_t flags, bool on);
// type.__bases__ = bases: a new MRO for it and all subclasses, or an error and no change.
bool replace_bases(Thread& thread, Type* type, Tuple* bases);

// What `super` with a class and an instance is: zero-argument super() gets them from the VM.
Ref make_super(Thread& thread, Type* type, Value self);

}  // namespace gillab
