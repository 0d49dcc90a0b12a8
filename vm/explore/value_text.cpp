#include "vm/explore/value_text.h"

#include <algorithm>

#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/explore/operation_read.h"
#include "vm/explore/place.h"
#include "vm/explore/session.h"

namespace gillab::explore {
namespace {

constexpr int kDeepest = 3;  // containers in containers

std::string text_at(const Thread& thread, Value value, size_t width, int depth);

std::string type_name(const Type* type) {
  if (type->native_name) return type->native_name;
  const Value name = type->name.peek();
  return is<Str>(name) ? to_utf8(as<Str>(name)) : "?";
}

// Leaves whole characters of UTF-8.
std::string cut(std::string text, size_t width) {
  size_t characters = 0, at = 0, last = 0;
  while (at < text.size()) {
    if (characters + 1 == width) last = at;
    if (characters++ == width) return text.substr(0, last) + "…";
    for (++at; at < text.size() && (text[at] & 0xC0) == 0x80;) ++at;
  }
  return text;
}

std::string quoted(const Str* text) {
  std::string result = "'";
  for (char letter : to_utf8(text)) {
    if (letter == '\n') result += "\\n";
    else if (letter == '\'' || letter == '\\') result += std::string("\\") + letter;
    else result += letter;
  }
  return result + "'";
}

std::string items_text(const Thread& thread, const Value* items, size_t count, size_t width, int depth) {
  std::string text;
  for (size_t i = 0; i < count; ++i) {
    if (i) text += ", ";
    if (text.size() > width) return text + "…";
    text += items[i].is_empty() ? "?" : text_at(thread, items[i], width, depth + 1);
  }
  return text;
}

std::string dict_text(const Thread& thread, Dict* dict, size_t width, int depth) {
  std::string text = "{";
  Value key, value;
  for (uint32_t at = 0; text.size() <= width && dict_next(dict, &at, &key, &value);) {
    if (text.size() > 1) text += ", ";
    text += text_at(thread, key, width, depth + 1) + ": " + text_at(thread, value, width, depth + 1);
  }
  return text + "}";
}

std::string object_text(const Thread& thread, Value value, size_t width, int depth) {
  if (is_exact<Str>(value)) return quoted(as<Str>(value));
  if (depth == kDeepest) return "…";
  if (is<List>(value)) {
    const auto* list = as<List>(value);
    return "[" + items_text(thread, list->items.get(), list->length.get(), width, depth) + "]";
  }
  if (is<Tuple>(value)) {
    const auto* tuple = as<Tuple>(value);
    return "(" + items_text(thread, tuple->items, tuple->length, width, depth) + (tuple->length == 1 ? ",)" : ")");
  }
  if (is<Dict>(value)) return dict_text(thread, as<Dict>(value), width, depth);
  if (is<Function>(value)) return "<function " + to_utf8(as<Str>(as<Function>(value)->name.peek())) + ">";
  if (is<Type>(value)) return "<class " + type_name(as<Type>(value)) + ">";
  if (is<Module>(value)) return "<module>";
  return "<" + type_name(type_of(value.as_object())) + ">";
}

std::string text_at(const Thread& thread, Value value, size_t width, int depth) {
  if (value.is_empty()) return "NULL";
  if (value == Value::none()) return "None";
  if (value == Value::boolean(true)) return "True";
  if (value == Value::boolean(false)) return "False";
  if (value.is_int()) return std::to_string(value.as_int());
  if (is_floating(value)) {
    char text[32];
    std::snprintf(text, sizeof text, "%.12g", float_of(value));
    return text;
  }
  return value.is_object() ? object_text(thread, value, width, depth) : "?";
}

Dict* globals_of_script(const Thread& thread) {
  const Value main = dict_peek_name(thread.interpreter->modules, thread.names().__main__);
  return is<Module>(main) ? module_dict(as<Module>(main)) : nullptr;
}

// What a row of the box is about: a name where the variable has one of its own, else the container it is a part of.
std::pair<std::string, std::string> row_of(const Thread& thread, const Variable& variable, size_t width) {
  auto* object = reinterpret_cast<Object*>(variable.object);
  const uint64_t kind = variable.place & 15;
  if (kind == kName && object == globals_of_script(thread)) {
    auto* name = reinterpret_cast<Str*>(variable.place >> 4);
    return {to_utf8(name), short_text(thread, dict_peek_name(reinterpret_cast<Dict*>(object), name), width)};
  }
  if (object == globals_of_script(thread)) return {"", ""};  // its names have rows of their own
  if (kind != kSync && (is_lock(Value::object(object)) || is_rlock(Value::object(object)))) return {"", ""};
  std::string whole = name_of_lock(thread, Value::object(object));
  if (kind == kSync) {
    const Holder* holder = holder_of(Value::object(object));
    return {whole, holder ? "held by " + thread_name(holder->thread) : "free"};
  }
  if (kind == kName) {
    auto* name = reinterpret_cast<Str*>(variable.place >> 4);
    const Shape* shape = object->shape.get();
    const uint32_t number = shape->mode == static_cast<uint8_t>(ShapeMode::Slots) ? find_attribute(shape, name) : kNoAttribute;
    if (number == kNoAttribute) return {"", ""};
    return {whole + "." + to_utf8(name), short_text(thread, attribute_field(object, shape, number).peek(), width)};
  }
  if (kind_of(object) == gillab::Kind::CellObject) {
    return {"a closure's variable", short_text(thread, reinterpret_cast<CellObject*>(object)->content.peek(), width)};
  }
  return {whole, short_text(thread, Value::object(object), width)};
}

}  // namespace

std::string short_text(const Thread& thread, Value value, size_t width) {
  return cut(text_at(thread, value, width, 0), width);
}

std::vector<std::pair<std::string, std::string>> shared_values(const Thread& thread, size_t width) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Variable& variable : session().variables.shared()) {
    if ((variable.place & 15) == kOutput) continue;
    std::pair<std::string, std::string> row = row_of(thread, variable, width);
    if (!row.first.empty()) rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

namespace {

Value item_named(Dict* dict, uint64_t place) {
  Value key, value;
  for (uint32_t at = 0; dict_next(dict, &at, &key, &value);) {
    const bool is_it = key.is_int() ? place == place_of(kIntKey, static_cast<uint64_t>(key.as_int()))
                                    : is<Str>(key) && place == place_of(kTextKey, static_cast<uint64_t>(hash_of(as<Str>(key))));
    if (is_it) return value;
  }
  return Value::empty();
}

Value attribute_named(Object* object, Str* name) {
  const Shape* shape = object->shape.get();
  if (static_cast<ShapeMode>(shape->mode) == ShapeMode::Slots) {
    const uint32_t number = find_attribute(shape, name);
    return number == kNoAttribute ? Value::empty() : attribute_field(object, shape, number).peek();
  }
  Object* dict = static_cast<ShapeMode>(shape->mode) == ShapeMode::Dict ? attributes_of(object, shape).dict_or_overflow.get() : nullptr;
  return dict ? dict_peek_name(reinterpret_cast<Dict*>(dict), name) : Value::empty();
}

}  // namespace

std::string value_of_variable(const Thread& thread, const Variable& variable) {
  const auto shown = [&](Value value) { return value.is_empty() ? std::string("unset") : short_text(thread, value); };
  auto* object = reinterpret_cast<Object*>(variable.object);
  const uint64_t kind = variable.place & 15, what = variable.place >> 4;
  if (kind == kOutput || kind == kSync || kind == kCounts) return "";
  const bool is_dict = kind_of(object) == gillab::Kind::Dict;
  if (kind == kName && is_dict) return shown(dict_peek_name(reinterpret_cast<Dict*>(object), reinterpret_cast<Str*>(what)));
  if (kind == kName) return kind_of(object) == gillab::Kind::Type ? "" : shown(attribute_named(object, reinterpret_cast<Str*>(what)));
  if (kind == kIndex && kind_of(object) == gillab::Kind::List) {
    auto* list = reinterpret_cast<List*>(object);
    return what < list->length.get() ? shown(list->items.get()[what]) : "unset";
  }
  if ((kind == kIntKey || kind == kTextKey) && is_dict) return shown(item_named(reinterpret_cast<Dict*>(object), variable.place));
  if (kind_of(object) == gillab::Kind::CellObject) return shown(reinterpret_cast<CellObject*>(object)->content.peek());
  return "";
}

}  // namespace gillab::explore
