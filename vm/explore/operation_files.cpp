// What threads do with files: a path is a variable. What stands in a file's buffer is nobody else's until it goes out.
#include <cstring>
#include <functional>
#include <string>

#include "gil/schedule/machine.h"
#include "runtime/files/file.h"
#include "runtime/int.h"
#include "runtime/native.h"
#include "runtime/str.h"
#include "runtime/type.h"
#include "vm/explore/operation_read.h"
#include "vm/explore/session.h"

namespace gillab::explore {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (name == word) return true;
  }
  return false;
}

std::string_view text_of(Value value) {
  return is<Str>(value) && as<Str>(value)->ascii ? as<Str>(value)->ascii_view() : std::string_view();
}

void touch_path(Reading& reading, std::string_view path, bool writes) {
  while (path.starts_with("./")) path.remove_prefix(2);
  const uint64_t place = place_of(kFile, std::hash<std::string_view>()(path));
  {
    gil::schedule::OutsideScope outside;
    session().files.try_emplace(place, path);
  }
  reading.operation.touch(reading.thread.interpreter, place, writes);
}

const RawFile* raw_of(Value file, uint64_t* waiting) {
  for (int depth = 0; depth < 4 && file.is_object(); ++depth) {
    const Layout* layout = type_of(file.as_object())->layout;
    if (layout == &kTextFileLayout) {
      const auto* text = as<TextFile>(file);
      if (text->pending) *waiting += text->pending->size();
      file = text->bytes.peek();
    } else if (layout == &kBufferedLayout) {
      *waiting += as<Buffered>(file)->out_used;
      file = as<Buffered>(file)->raw.peek();
    } else {
      return layout == &kRawFileLayout ? as<RawFile>(file) : nullptr;
    }
  }
  return nullptr;
}

uint64_t size_of(Value value) {
  constexpr uint64_t kMuch = kFileBuffer;
  return is<Str>(value) ? as<Str>(value)->length : kMuch;
}

}  // namespace

bool is_file(Value value) {
  if (!value.is_object() || kind_of(value.as_object()) != gillab::Kind::Extension) return false;
  const Layout* layout = type_of(value.as_object())->layout;
  return layout == &kTextFileLayout || layout == &kBufferedLayout || layout == &kRawFileLayout;
}

void call_file(Reading& reading, Value file, std::string_view name, const Value* args, uint32_t count) {
  uint64_t waiting = 0;
  const RawFile* raw = raw_of(file, &waiting);
  if (!raw) return;
  reading.operation.touch(file.as_object(), kWhole, true);
  const std::string_view path = text_of(raw->name.peek());
  if (path == "<stdout>") return print_operation(reading, args + 1, count - 1);
  const bool puts = name == "write" || name == "writelines";
  const bool passes_on = puts && waiting + (count > 1 ? size_of(args[1]) : 0) >= kFileBuffer;
  const bool gives_out = is_one_of(name, {"close", "flush", "__exit__", "truncate", "seek"}) && waiting > 0;
  if (raw->writable && (passes_on || gives_out || name == "truncate")) return touch_path(reading, path, true);
  if (raw->readable && !puts && !is_one_of(name, {"close", "flush", "__exit__", "__enter__", "fileno", "tell", "seek"})) {
    touch_path(reading, path, false);
  }
}

void call_on_path(Reading& reading, std::string_view name, const Value* args, uint32_t count) {
  if (count == 0 || text_of(args[0]).empty()) return;
  if (name == "open") {
    const std::string_view mode = count > 1 ? text_of(args[1]) : std::string_view();
    return touch_path(reading, text_of(args[0]), mode.find_first_of("wax+") != mode.npos);
  }
  if (is_one_of(name, {"stat", "lstat", "access"})) return touch_path(reading, text_of(args[0]), false);
  if (!is_one_of(name, {"remove", "unlink", "rename", "replace", "mkdir", "rmdir", "truncate"})) return;
  touch_path(reading, text_of(args[0]), true);
  if (count > 1 && !text_of(args[1]).empty()) touch_path(reading, text_of(args[1]), true);
}

}  // namespace gillab::explore
