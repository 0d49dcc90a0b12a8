// Code as it runs: the lowered instructions of one Code for one globals dict, with caches in the stream.
// Thread safety: private to the thread that runs it; where threads run at once each makes its own (body_rows.h). Lowering
// the same code again gives the same words, so a place in one body is the same place in another. Changes are single-word
// stores (an opcode, or a cache that is a packed word or a pointer to an immutable entry).
#pragma once

#include <memory>
#include <vector>

#include "compiler/code_unit.h"
#include "runtime/function.h"
#include "runtime/thread.h"

namespace gillab {

// One word. Jumps are relative to the instruction, in words.
struct Instruction {
  uint16_t op;
  uint16_t a;
  union {
    struct {
      uint16_t b;
      uint16_t c;
    };
    uint32_t arg;
    int32_t offset;
  };
};
static_assert(sizeof(Instruction) == 8);

enum class Op : uint16_t {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) name,
#define GILLAB_INTERNAL(name, words) name,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
  kCount
};
inline constexpr size_t kOpCount = static_cast<size_t>(Op::kCount);
const char* name_of(Op op);
uint32_t words_of(Op op);

inline uint64_t word_at(const Instruction* pc, int index) {
  return std::atomic_ref<uint64_t>(const_cast<uint64_t&>(reinterpret_cast<const uint64_t&>(pc[index])))
      .load(std::memory_order_relaxed);
}
inline void set_word(const Instruction* pc, int index, uint64_t word) {
  std::atomic_ref<uint64_t>(const_cast<uint64_t&>(reinterpret_cast<const uint64_t&>(pc[index])))
      .store(word, std::memory_order_release);
}
inline void set_op(const Instruction* pc, Op op) {
  std::atomic_ref<uint16_t>(const_cast<uint16_t&>(pc->op)).store(static_cast<uint16_t>(op), std::memory_order_relaxed);
}

// What an attribute or method cache knows beyond one word. Immutable; lives as long as its body.
struct CacheEntry {
  enum Kind : uint8_t {
    InObject, Overflow, InDict, ClassValue, ClassCell, TypeValue, TypeCell, ModuleCell,
    Property,     // value: the getter
    Getter,       // value: a descriptor in C++ that the class has
    Function,     // a method, called with the object
    ClassMethod,  // called with the object's type
    TypeMethod,   // a class method found on the class itself, called with it
    Bound,        // a method taken as a value
    SuperMethod,  // what super() finds: owner is the class it stands in
  } kind;
  uint32_t shape_id;            // of the object; of a class (TypeValue, TypeCell): its root shape's
  uint32_t offset;              // InObject, and where SET_ATTR_ADD puts the value: bytes; Overflow: the attribute's number;
                                // InDict: the entry's place when last seen; SuperMethod: the variable with the class's cell;
                                // TypeValue, TypeCell, TypeMethod: the id of the class's own shape, which its metaclass gives
  Value value;                  // borrowed from the class: a change of the class ends the entry's use before the value goes
  DictCell* cell;
  Shape* shape;                 // SET_ATTR_ADD: what the object becomes
  Str* name;                    // InDict
  Object* owner;                // ModuleCell: the module; TypeValue, TypeCell, TypeMethod, SuperMethod: the class. Compared,
                                // never followed
  const CacheEntry* next;       // the same instruction saw other shapes too
};

inline constexpr uint32_t kNotSimple = ~0u;

struct Body {
  const Instruction* entry;
  uint32_t simple_arguments;   // the number of arguments a call may give with no binding to do; kNotSimple: it must bind
  uint32_t variable_count;
  uint32_t frame_size;         // variables and operands
  uint32_t local_arguments;    // variables that hold parameters
  uint32_t id;                 // never used again, so that a cache may name the body by it
  Code* code;                  // null in lazy_body
  Dict* globals;
  bool namespace_is_globals;   // module level code: names are globals
  std::vector<Instruction> words;
  std::vector<uint32_t> origins;   // word -> index in the code unit
  std::vector<uint32_t> places;    // index in the code unit -> word
  std::vector<std::unique_ptr<CacheEntry>> entries;
  std::vector<DictCell*> cells;    // counted
  std::vector<Object*> kept;       // counted: what entries compare by address
  BodyPlace* place = nullptr;      // what functions hold to find it
  Body* next = nullptr;            // in Code::bodies: with other globals
  Body* traced = nullptr;          // the same, one word an instruction (vm/tracing.h); made when needed, owned
  bool is_traced = false;          // it is that form
  uint32_t first_told = 0;         // of that form: the first RESUME in the code unit, before which nothing is told

  const compiler::CodeUnit& unit() const { return *static_cast<const compiler::CodeUnit*>(code->unit.get()); }
};

// This thread's body of `code` for these globals, made when it is not there yet. Null with MemoryError.
Body* body_for(Thread& thread, Code* code, Dict* globals, bool namespace_is_globals);
Body* function_body(Thread& thread, Function* function);
// The same code and globals as this thread runs them; null with MemoryError.
Body* own_body(Thread& thread, Body* body);
// The body of `code`, any thread's, that has this word; null: none. REQUIRES: nobody makes or frees bodies meanwhile
const Body* body_with_word(const Thread& thread, const Code* code, const Instruction* word);
// Fills words, origins, places of a body (lower.cpp).
void lower(Body& body);

// Code objects from code units, constants and nested units included (load_code.cpp).
Ref load_code(Thread& thread, std::shared_ptr<const compiler::CodeUnit> unit);
Ref load_constant(Thread& thread, const compiler::Constant& constant);

// The index in the code unit of the instruction a frame stands at. For a frame that runs, its pc must have been saved.
uint32_t instruction_index(const Frame& frame);

}  // namespace gillab
