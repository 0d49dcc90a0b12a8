// Giving up what the interpreter holds, and counting what is left. Clearing modules comes before: interpreter.cpp.
#include "runtime/core/release.h"

#include <map>

#include "runtime/collector.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
#include "runtime/threads.h"
#include "runtime/classes/attribute_store.h"
#include "runtime/classes/type_build.h"
#include "runtime/classes/weak_table.h"

namespace gillab {

namespace {

template <class T>
void release(T*& object) {
  if (T* held = std::exchange(object, nullptr)) drop(reinterpret_cast<Object*>(held));
}

void release_modules(Thread& thread, Interpreter& interpreter) {
  Dict* builtins = interpreter.builtins;
  dict_clear(thread, interpreter.modules);
  release(interpreter.modules);
  release(interpreter.sys_module);
  collect_cycles(thread);
  dict_clear(thread, builtins);
  release(interpreter.builtins);
}

// Types of C++ refer to each other and to themselves, and native_types to all of them.
void empty_native_types(Interpreter& interpreter) {
  for (Type* type : interpreter.native_types) {
    for (Cell<Value>& dunder : type->dunders) dunder.set(Value());
    for (Field* field : {&type->dict, &type->mro, &type->bases, &type->name, &type->qualified_name}) field->clear();
    for (Shape* shape : *type->shapes) release(shape->last_name);
  }
}

void release_names(Thread& thread, Interpreter& interpreter) {
  release(interpreter.empty_tuple);
  release(interpreter.empty_bytes);
  release(interpreter.empty_string);
  for (Str*& text : interpreter.latin1_strings) release(text);
  free_intern_table(thread);
}

std::string text_of(Value value) { return is<Str>(value) ? to_utf8(as<Str>(value)).substr(0, 60) : "?"; }

std::string class_name(const Type* type) { return type->native_name ? type->native_name : text_of(type->name.peek()); }

// A type of C++ is alive to the end, with one count.
uint32_t counts_of(const Object* object) {
  const uint32_t count = gil::Count::total(object->header);
  const bool is_native_type = kind_of(object) == Kind::Type && static_cast<const Type*>(object)->native_name;
  return is_native_type ? count - 1 : count;
}

std::string glimpse(const Object* object) {
  switch (kind_of(object)) {
    case Kind::Str:
      return text_of(Value::object(object));
    case Kind::Type:
      return class_name(static_cast<const Type*>(object));
    case Kind::Function:
      return text_of(static_cast<const Function*>(object)->qualified_name.peek());
    default:
      return {};
  }
}

struct Leaked {
  uint32_t counts = 0;  // those that no other leaked object explains
};
using Census = std::map<Object*, Leaked>;

void find_leak(Object* object, void* context) {
  if (uint32_t counts = counts_of(object)) (*static_cast<Census*>(context))[object].counts = counts;
}

void explain(Value value, void* context) {
  auto* census = static_cast<Census*>(context);
  auto found = census->find(value.as_object());
  if (found != census->end() && found->second.counts > 0) --found->second.counts;
}

struct Sort {
  uint64_t objects = 0;
  uint64_t unexplained = 0;
  std::string example;
};

}  // namespace

void release_everything(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  drop_async_state(thread);
  release(interpreter.memory_error);  // with the frames it passed last
  release_modules(thread, interpreter);
  for (Field& handler : interpreter.signal_handlers) handler.clear();
  release(interpreter.collector.callbacks);
  release(interpreter.collector.garbage);
  collect_cycles(thread);
  if (interpreter.file_types) release(interpreter.file_types->unsupported);
  thread.lookups.reset();
  empty_native_types(interpreter);
  collect_cycles(thread);
  release_names(thread, interpreter);
  clear_exception(thread);
}

std::string describe_leaks(Thread& thread) {
  Census census;
  for_each_object(*thread.interpreter, find_leak, &census);
  for (auto& [object, leaked] : census) visit_references(object, Visitor{explain, &census});
  std::map<std::string, Sort> sorts;
  for (const auto& [object, leaked] : census) {
    Sort& sort = sorts[class_name(type_of(object))];
    ++sort.objects;
    sort.unexplained += leaked.counts;
    if (sort.example.empty() && leaked.counts > 0) sort.example = glimpse(object);
  }
  std::string text;
  for (const auto& [name, sort] : sorts) {
    text += "leaked: " + std::to_string(sort.objects) + " " + name;
    if (sort.unexplained) text += ", with " + std::to_string(sort.unexplained) + " counts that no leaked object explains";
    if (!sort.example.empty()) text += ", one is '" + sort.example + "'";
    text += "\n";
  }
  return text;
}

}  // namespace gillab
