// Making and freeing bodies, and finding the place in the code unit for a place in the words.
#include "vm/body.h"

#include <algorithm>

#include "runtime/dict.h"
#include "runtime/classes/type_build.h"
#include "runtime/errors.h"

namespace gillab {
namespace {

constexpr uint8_t kWords[] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) 1,
#define GILLAB_INTERNAL(name, words) words,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
};
constexpr const char* kNames[] = {
#define GILLAB_OPCODE(name, operand, pops, pushes, jump, flags) #name,
#define GILLAB_INTERNAL(name, words) #name,
#include "vm/opcodes.def"
#undef GILLAB_OPCODE
};

bool needs_binding(const Code* code) {
  return (code->flags & (compiler::kVarArgs | compiler::kVarKeywords)) != 0 || code->keyword_only_count != 0;
}

void fill(Body& body, Code* code, Dict* globals, bool namespace_is_globals) {
  body.code = code;
  body.globals = globals;
  body.namespace_is_globals = namespace_is_globals;
  body.simple_arguments = needs_binding(code) ? kNotSimple : code->argument_count;
  body.local_arguments = code->argument_count + code->keyword_only_count + ((code->flags & compiler::kVarArgs) != 0) +
                         ((code->flags & compiler::kVarKeywords) != 0);
  body.variable_count = code->variable_count;
  body.frame_size = code->variable_count + code->stack_size + 1;
}

}  // namespace

const char* name_of(Op op) { return kNames[static_cast<size_t>(op)]; }
uint32_t words_of(Op op) { return op == Op::SEND ? 2 : kWords[static_cast<size_t>(op)]; }

// Functions begin with it: no count of arguments fits, so the first call comes to function_body.
Body lazy_body = [] {
  Body body{};
  body.simple_arguments = kNotSimple;
  return body;
}();

Body* body_for(Thread& thread, Code* code, Dict* globals, bool namespace_is_globals) {
  for (Body* body = code->bodies.get(); body; body = body->next) {
    if (body->globals == globals && body->namespace_is_globals == namespace_is_globals) return body;
  }
  auto body = std::make_unique<Body>();
  body->id = new_shape_id(thread);
  fill(*body, code, globals, namespace_is_globals);
  take(static_cast<Object*>(globals));
  lower(*body);
  body->next = code->bodies.get();
  code->bodies.set(body.get());
  return body.release();
}

Body* function_body(Thread& thread, Function* function) {
  Body* body = function->body.get();
  if (body != &lazy_body) [[likely]]
    return body;
  body = body_for(thread, as<Code>(function->code.peek()), as<Dict>(function->globals.peek()), false);
  if (body) function->body.set(body);
  return body;
}

void free_bodies(Thread& thread, Code* code) {
  Body* body = code->bodies.get();
  code->bodies.set(nullptr);
  while (body) {
    for (DictCell* cell : body->cells) release_cell(thread, cell);
    for (Object* object : body->kept) drop(object);
    drop(static_cast<Object*>(body->globals));
    delete std::exchange(body, body->next);
  }
}

Ref code_globals(const Code* code) {
  const Body* body = code->bodies.get();
  return body ? Ref::share(static_cast<Object*>(body->globals)) : Ref();
}

void traverse_bodies(const Code* code, const Visitor& visitor) {
  for (const Body* body = code->bodies.get(); body; body = body->next) {
    visitor(static_cast<const void*>(body->globals));
    for (const Object* object : body->kept) visitor(static_cast<const void*>(object));
  }
}

uint32_t instruction_index(const Frame& frame) {
  size_t word = static_cast<size_t>(frame.pc - 1 - frame.body->words.data());
  return word < frame.body->origins.size() ? frame.body->origins[word] : 0;
}

}  // namespace gillab
