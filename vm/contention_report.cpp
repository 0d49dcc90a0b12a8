// Naming contended objects. Nothing is known of them but their addresses, so the heap is asked who lives there.
#include "vm/contention_report.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <utility>

#include "gil/contention.h"
#include "runtime/collector.h"
#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/stopped_world.h"
#include "runtime/str.h"
#include "runtime/threads.h"
#include "vm/body.h"

namespace gillab {
namespace {

constexpr size_t kMost = 10;

struct Row {
  const Object* object;
  uint64_t waits, waited, foreign;
};

std::vector<Row> first_rows(uint64_t Row::* key) {
  std::vector<Row> rows;
  const gil::ContentionTable* table = gil::contention_table.load();
  if (!table) return rows;
  table->for_each([&](const gil::ContentionTable::Row& row) {
    rows.push_back({reinterpret_cast<const Object*>(row.object.load()), row.waits.load(), row.waited.load(), row.foreign.load()});
  });
  std::erase_if(rows, [&](const Row& row) { return row.*key == 0; });
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return a.*key > b.*key; });
  if (rows.size() > kMost) rows.resize(kMost);
  return rows;
}

// What a walk over the heap finds out about some addresses.
struct Search {
  struct Found {
    Object* object = nullptr;          // null: nobody lives there any more
    const Instruction* place = nullptr;
    std::string made_at;
    std::string name;
  };
  Thread& thread;
  std::map<const Object*, Found> found;
};

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string text_of_place(const Body& body, const Instruction* place) {
  const compiler::CodeUnit& unit = body.unit();
  const uint32_t index = body.origins[static_cast<size_t>(place - body.words.data())];
  const int line = index < unit.positions.size() ? static_cast<int>(unit.positions[index].line) : unit.first_line;
  return std::string(file_name(unit.filename)) + ":" + std::to_string(line);
}

void visit_object(Object* object, void* context) {
  auto& search = *static_cast<Search*>(context);
  if (const auto row = search.found.find(object); row != search.found.end()) row->second.object = object;
  if (kind_of(object) != Kind::Code) return;
  for (auto& [address, row] : search.found) {
    if (!row.place || !row.made_at.empty()) continue;
    const Body* body = body_with_word(search.thread, static_cast<const Code*>(object), row.place);
    if (body) row.made_at = text_of_place(*body, row.place);
  }
}

std::string text_of_str(const Field& field) {
  Ref text = field.take();
  return text && is<Str>(text.get()) ? to_utf8(text.as<Str>()) : "";
}

std::string name_of_itself(Object* object) {
  switch (kind_of(object)) {
    case Kind::Type: {
      const auto* type = static_cast<const Type*>(object);
      return type->native_name ? type->native_name : text_of_str(type->qualified_name);
    }
    case Kind::Function:
      return text_of_str(static_cast<const Function*>(object)->qualified_name);
    case Kind::Code:
      return text_of_str(static_cast<const Code*>(object)->qualified_name);
    default:
      return "";
  }
}

void name_entry(Search& search, const std::string& name, Value value) {
  if (!value.is_object()) return;
  const auto row = search.found.find(value.as_object());
  if (row != search.found.end() && row->second.name.empty()) row->second.name = name;
}

struct Inside {
  Search* search;
  const std::string* name;
};

void name_part(Value value, void* context) {
  const auto& inside = *static_cast<Inside*>(context);
  name_entry(*inside.search, "in " + *inside.name, value);
}

bool has_own_name(Value value) { return is<Module>(value) || is<Function>(value) || is<Code>(value) || is<Type>(value); }

// Attributes by their names, other parts as being in it.
void name_parts(Search& search, const std::string& name, Object* object) {
  const Shape* shape = object->shape.get();
  if (shape->mode == static_cast<uint8_t>(ShapeMode::Slots)) {
    for (const Shape* each = shape; each->parent; each = each->parent) {
      const Value value = attribute_field(object, shape, each->count - 1).peek();
      name_entry(search, name + "." + to_utf8(each->last_name), value);
    }
  }
  Inside inside{&search, &name};
  visit_references(object, Visitor{name_part, &inside});
}

// Global variables first, then what they lead to in one step.
void name_by_globals(Search& search, Dict* names, const std::string& prefix, bool parts) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(names, &position, &key, &value)) {
    if (!is<Str>(key) || !value.is_object()) continue;
    const std::string name = prefix + to_utf8(as<Str>(key));
    if (!parts) {
      name_entry(search, name, value);
    } else if (!has_own_name(value)) {
      name_parts(search, name, value.as_object());
    }
  }
}

void name_by_modules(Search& search, bool parts) {
  uint32_t position = 0;
  Value key, value;
  while (dict_next(search.thread.interpreter->modules, &position, &key, &value)) {
    if (!is<Module>(value) || !is<Str>(key)) continue;
    const std::string name = to_utf8(as<Str>(key));
    name_by_globals(search, module_dict(as<Module>(value)), name == "__main__" ? "" : name + ".", parts);
  }
}

void look_around(Search& search) {
  for_each_object(*search.thread.interpreter, visit_object, &search);
  for (auto& [address, row] : search.found) {
    if (row.object) row.name = name_of_itself(row.object);
  }
  name_by_modules(search, false);
  name_by_modules(search, true);
}

std::string type_of_found(Thread& thread, Object* object) {
  return object ? std::string(type_name(thread, Value::object(object))) : "an object that is gone";
}

std::vector<ContendedObject> describe(Thread& thread, const std::vector<Row>& rows) {
  Search search{thread, {}};
  StoppedWorld stopped(thread);
  for (const Row& row : rows) {
    const auto* made = gil::made_table.load();
    search.found[row.object].place = static_cast<const Instruction*>(made->place_of(row.object->header));
  }
  if (!rows.empty()) look_around(search);
  std::vector<ContendedObject> described;
  for (const Row& row : rows) {
    const Search::Found& found = search.found[row.object];
    described.push_back({type_of_found(thread, found.object), found.name, found.made_at, row.waits,
                         static_cast<double>(row.waited) / 1e9, row.foreign});
  }
  return described;
}

std::string line_of(const ContendedObject& object, const std::string& figure) {
  const std::string name = object.name.empty() ? "-" : object.name, made_at = object.made_at.empty() ? "-" : object.made_at;
  char line[256];
  std::snprintf(line, sizeof line, "  %-32s %-20.40s %-28.60s %s\n", figure.c_str(), object.type.c_str(), name.c_str(),
                made_at.c_str());
  return line;
}

std::string formatted(const char* format, double first, double second) {
  char text[64];
  std::snprintf(text, sizeof text, format, first, second);
  return text;
}

}  // namespace

std::vector<ContendedObject> most_waited_for(Thread& thread) { return describe(thread, first_rows(&Row::waited)); }
std::vector<ContendedObject> most_counted_by_others(Thread& thread) { return describe(thread, first_rows(&Row::foreign)); }

namespace {
std::mutex kept_mutex;  // guards `kept_code`
std::vector<Code*> kept_code;
}  // namespace

void keep_for_figures(Code* code) {
  if (!gil::watches_contention()) return;
  take(static_cast<Object*>(code));
  std::lock_guard lock(kept_mutex);
  kept_code.push_back(code);
}

void release_kept_code() {
  for (Code* code : std::exchange(kept_code, {})) drop(static_cast<Object*>(code));
}

std::string contention_as_text(Thread& thread) {
  std::string text;
  const std::vector<ContendedObject> waited = most_waited_for(thread), counted = most_counted_by_others(thread);
  if (!waited.empty()) text += "objects most waited for              type                 name                         made at\n";
  for (const ContendedObject& each : waited) {
    text += line_of(each, formatted("%.6f s in %.0f waits", each.waited, static_cast<double>(each.waits)));
  }
  if (!counted.empty()) text += "objects most counted by others       type                 name                         made at\n";
  for (const ContendedObject& each : counted) {
    text += line_of(each, formatted("about %.0f times", static_cast<double>(each.foreign), 0));
  }
  return text;
}

const void* running_place(const Thread& thread) {
  const Instruction* place = nullptr;
  for (const Frame* frame = thread.frame; frame > thread.frames; --frame) {
    if (!frame->body || !frame->body->code) continue;
    const bool is_library = frame->body->unit().filename.starts_with("<frozen");
    if (!place || !is_library) place = frame->pc - 1;
    if (!is_library) break;
  }
  return place;
}

}  // namespace gillab
