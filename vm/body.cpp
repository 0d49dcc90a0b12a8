// Making and freeing bodies, and finding the place in the code unit for a place in the words.
#include "vm/body.h"

#include <algorithm>

#include "runtime/dict.h"
#include "runtime/classes/type_build.h"
#include "runtime/errors.h"
#include "vm/body_rows.h"
#include "vm/tracing.h"

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

namespace {

Body* find_body(const Code* code, const Dict* globals, bool namespace_is_globals) {
  for (Body* body = code->bodies.get(); body; body = body->next) {
    if (body->globals == globals && body->namespace_is_globals == namespace_is_globals) return body;
  }
  return nullptr;
}

Body* make_body(Thread& thread, Code* code, Dict* globals, bool namespace_is_globals) {
  auto body = std::make_unique<Body>();
  body->id = new_shape_id(thread);
  fill(*body, code, globals, namespace_is_globals);
  take(static_cast<Object*>(globals));
  lower(*body);
  return body.release();
}

}  // namespace

Body* traced_body(Thread& thread, Body* body) {
  if (!body->traced) {
    auto traced = std::make_unique<Body>();
    traced->id = new_shape_id(thread);
    fill(*traced, body->code, body->globals, body->namespace_is_globals);
    take(static_cast<Object*>(body->globals));
    traced->is_traced = true;
    traced->place = body->place;
    const auto& code = body->unit().code;
    while (traced->first_told < code.size() && code[traced->first_told].opcode != compiler::Opcode::RESUME) ++traced->first_told;
    lower(*traced);
    body->traced = traced.release();
  }
  return body->traced;
}

namespace {

// How functions find the bodies of one code and globals. False: no room.
[[maybe_unused]] bool give_place(Thread&, Body* body, Body** place) {
  *place = body;
  return true;
}
[[maybe_unused]] bool give_place(Thread& thread, Body* body, Body*** place) {
  *place = thread.interpreter->body_rows->take_column();
  if (!*place) return raise_memory_error(thread);
  set_body_at(thread, *place, body);
  return true;
}

void free_body(Thread& thread, Body* body) {
  if (body->traced) free_body(thread, body->traced);
  for (DictCell* cell : body->cells) release_cell(thread, cell);
  for (Object* object : body->kept) drop(object);
  drop(static_cast<Object*>(body->globals));
  delete body;
}

// `first` stands in Code::bodies.
template <class Visit>
void for_each_body(const Thread&, Body* first, Body*, const Visit& visit) { visit(first); }
template <class Visit>
void for_each_body(const Thread& thread, Body*, Body** place, const Visit& visit) {
  thread.interpreter->body_rows->for_each_body(place, visit);
}

[[maybe_unused]] void give_place_back(Thread&, Body*) {}
[[maybe_unused]] void give_place_back(Thread& thread, Body** place) { thread.interpreter->body_rows->give_column_back(place); }

}  // namespace

Body* body_for(Thread& thread, Code* code, Dict* globals, bool namespace_is_globals) {
  Body* known = find_body(code, globals, namespace_is_globals);
  if (known) return own_body(thread, known);
  Body* body = make_body(thread, code, globals, namespace_is_globals);
  Guard guard(code->header);
  known = gil::Layer::kConcurrent ? find_body(code, globals, namespace_is_globals) : nullptr;
  if (known) {
    body->place = known->place;  // another thread was quicker
    set_body_at(thread, body->place, body);
    return body;
  }
  if (!give_place(thread, body, &body->place)) {
    free_body(thread, body);
    return nullptr;
  }
  body->next = code->bodies.get();
  code->bodies.set(body);
  return body;
}

Body* own_body(Thread& thread, Body* body) {
  Body* own = body_at(thread, body->place);
  if (own != &lazy_body) [[likely]]
    return own;
  own = make_body(thread, body->code, body->globals, body->namespace_is_globals);
  own->place = body->place;
  set_body_at(thread, own->place, own);
  return own;
}

Body* function_body(Thread& thread, Function* function) {
  Body* body = body_of(thread, function);
  if (body != &lazy_body) [[likely]]
    return body;
  body = body_for(thread, as<Code>(function->code.peek()), as<Dict>(function->globals.peek()), false);
  if (body) function->body.set(body->place);
  return body;
}

void free_bodies(Thread& thread, Code* code) {
  Body* first = code->bodies.get();
  code->bodies.set(nullptr);
  while (first) {
    Body* next = first->next;
    BodyPlace* place = first->place;
    for_each_body(thread, first, place, [&](Body* body) { free_body(thread, body); });
    give_place_back(thread, place);
    first = next;
  }
}

const Body* body_with_word(const Thread& thread, const Code* code, const Instruction* word) {
  const Body* found = nullptr;
  for (Body* first = code->bodies.get(); first; first = first->next) {
    for_each_body(thread, first, first->place, [&](const Body* body) {
      const Instruction* begin = body->words.data();
      if (word >= begin && word < begin + body->words.size()) found = body;
    });
  }
  return found;
}

Ref code_globals(const Code* code) {
  const Body* body = code->bodies.get();
  return body ? Ref::share(static_cast<Object*>(body->globals)) : Ref();
}

void traverse_bodies(const Code* code, const Visitor& visitor) {
  for (Body* first = code->bodies.get(); first; first = first->next) {
    for_each_body(current_thread(), first, first->place, [&](const Body* body) {
      visitor(static_cast<const void*>(body->globals));
      for (const Object* object : body->kept) visitor(static_cast<const void*>(object));
      if (!body->traced) return;
      visitor(static_cast<const void*>(body->globals));
      for (const Object* object : body->traced->kept) visitor(static_cast<const void*>(object));
    });
  }
}

uint32_t instruction_index(const Frame& frame) {
  size_t word = static_cast<size_t>(frame.pc - 1 - frame.body->words.data());
  return word < frame.body->origins.size() ? frame.body->origins[word] : 0;
}

}  // namespace gillab
