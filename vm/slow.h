// What handlers do out of line: the general case of an instruction. Results of type Value are owned; an empty one means
// that an exception is set.
#pragma once

#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/float.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "vm/body.h"

namespace gillab {

inline Str* name_operand(Thread& thread, uint32_t index) {
  Value names = thread.frame->code->names.peek();
  return as<Str>(as<Tuple>(names)->items[index]);
}

// --- operators (slow_operators.cpp). The operator is read from the code unit, by way of the instruction's origin.
uint32_t operator_argument(const Body& body, const Instruction* pc);
Value binary_slow(Thread& thread, const Instruction* pc, Value left, Value right);
// The same where the result goes into a variable: `s += x` may then grow the string where it is.
Value binary_slow_to(Thread& thread, const Instruction* pc, Value left, Value right, Value* fp, Value* sp, int popped);
Truth compare_slow(Thread& thread, const Instruction* pc, Value left, Value right);
Value compare_push_slow(Thread& thread, const Instruction* pc, Value left, Value right);
inline bool exact_double(int64_t number) { return number >= -(int64_t{1} << 53) && number <= (int64_t{1} << 53); }
inline bool identical(Value left, Value right) { return left == right; }
void raise_unbound_local(Thread& thread, const Instruction* pc, Value* fp);
void raise_unbound_cell(Thread& thread, uint32_t index);

// --- names (slow_names.cpp)
Value load_global_slow(Thread& thread, const Instruction* pc);
bool store_global_slow(Thread& thread, const Instruction* pc, Value value);
Value load_global_by_name(Thread& thread, uint32_t name);
bool store_global_by_name(Thread& thread, uint32_t name, Value value);
bool delete_global_by_name(Thread& thread, uint32_t name);
Value load_name(Thread& thread, uint32_t name);
bool store_name(Thread& thread, uint32_t name, Value value);
bool delete_name(Thread& thread, uint32_t name);
Value load_class_deref(Thread& thread, Value cell, uint32_t index);
bool make_variable_cell(Thread& thread, Value* variable);
bool setup_annotations(Thread& thread);

// --- items (slow_items.cpp)
Value dict_item(Thread& thread, Dict* dict, Value key);
Value item_slow(Thread& thread, Value container, Value key);
Value slice_of(Thread& thread, Value container, Value start, Value stop);
Value range_iterator_of(Thread& thread, const Value* args, uint32_t count);  // range(*args), all ints; empty, no error: not so
bool set_item_slow(Thread& thread, Value container, Value key, Value value);
bool unpack_sequence(Thread& thread, Value sequence, uint32_t count, Value* target);
bool unpack_starred(Thread& thread, Value sequence, uint32_t before, uint32_t after, Value* target);
void specialise_iteration(const Instruction* pc, Value iterator);
Truth next_pair(Thread& thread, Value iterator, Value* target);  // writes target[0] = second, target[1] = first
int64_t quick_length(Value value);  // of exact built-in containers; -1: not one

// --- building (slow_building.cpp)
Value tuple_from_stack(Thread& thread, Value* items, uint32_t count);  // takes the items over
Value list_from_stack(Thread& thread, Value* items, uint32_t count);   // likewise
Value build_set(Thread& thread, Value* items, uint32_t count);
Value build_map(Thread& thread, Value* items, uint32_t pairs);
Value build_const_key_map(Thread& thread, Value* items, uint32_t count);
Value build_string(Thread& thread, Value* items, uint32_t count);
Value format_value(Thread& thread, Value value, uint32_t conversion, Value spec);
bool list_extend_operand(Thread& thread, List* list, Value iterable);
bool dict_update_operand(Thread& thread, Dict* dict, Value other);
Value keywords_from_mapping(Thread& thread, Value mapping, Value callable);
Value make_function_from_stack(Thread& thread, Value* sp, uint32_t flags);  // takes the operands over
Value load_build_class(Thread& thread);
// The built-ins of code with these globals: usually the interpreter's, or what __builtins__ names. Empty where that is
// neither a module nor a dict.
Ref builtins_of(Thread& thread, Dict* globals);
bool print_expression(Thread& thread, Value value);

// --- imports (imports.cpp)
Value import_name(Thread& thread, Str* name, Value from_list, Value level);
Value import_from(Thread& thread, Value module, Str* name);
bool import_star(Thread& thread, Value module);

// --- match (matching.cpp)
bool matches_flag(Thread& thread, Value subject, uint32_t flag);
Value match_keys(Thread& thread, Value subject, Tuple* keys);
Value match_class(Thread& thread, Value subject, Value type, uint32_t positional, Tuple* names);

// Interrupts: switches, signals, collections. False: an exception is set. (requests.cpp)
bool serve_requests(Thread& thread);

}  // namespace gillab
