// Giving up what the interpreter holds, and counting what is left. Clearing modules comes before: interpreter.cpp.
#include "runtime/core/release.h"

#include <map>

#include "runtime/collector.h"
#include "runtime/dict.h"
#include "runtime/files/file.h"
#include "runtime/interpreter.h"
#include "runtime/str.h"
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
  release(interpreter.memory_error);
  release(interpreter.empty_tuple);
  release(interpreter.empty_bytes);
  release(interpreter.empty_string);
  for (Str*& text : interpreter.latin1_strings) release(text);
  free_intern_table(thread);
}

struct Sort {
  uint64_t objects = 0;
  uint64_t counts = 0;
  std::string first;
};

using Census = std::map<std::string, Sort>;

std::string glimpse(const Object* object) {
  if (kind_of(object) == Kind::Str) return to_utf8(static_cast<const Str*>(object)).substr(0, 60);
  if (kind_of(object) != Kind::Type) return {};
  const auto* type = static_cast<const Type*>(object);
  return type->native_name ? type->native_name : is<Str>(type->name.peek()) ? to_utf8(as<Str>(type->name.peek())) : "?";
}

void count_leak(Object* object, void* context) {
  uint32_t count = gil::Count::value(object->header);
  const Type* type = type_of(object);
  bool is_native_type = kind_of(object) == Kind::Type && static_cast<Type*>(object)->native_name;
  if (is_native_type && count == 1) return;
  std::string name = type->native_name           ? type->native_name
                     : is<Str>(type->name.peek()) ? to_utf8(as<Str>(type->name.peek()))
                                                  : "?";
  Sort& sort = (*static_cast<Census*>(context))[name];
  ++sort.objects;
  sort.counts += is_native_type ? count - 1 : count;
  if (sort.first.empty()) sort.first = glimpse(object);
}

}  // namespace

void release_everything(Thread& thread) {
  Interpreter& interpreter = *thread.interpreter;
  release_modules(thread, interpreter);
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
  for_each_object(*thread.interpreter, count_leak, &census);
  std::string text;
  for (const auto& [name, sort] : census) {
    text += "leaked: " + std::to_string(sort.objects) + " " + name + ", referred to " + std::to_string(sort.counts) +
            " times";
    if (!sort.first.empty()) text += ", one is '" + sort.first + "'";
    text += "\n";
  }
  return text;
}

}  // namespace gillab
