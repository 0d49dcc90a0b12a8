// What is printed for an exception that nobody caught: the chain, the groups in their frames of | and +, the rows with
// their marks, the notes. As CPython 3.11 does it in C.
#include <algorithm>
#include <string>
#include <vector>

#include "runtime/exception.h"
#include "runtime/exceptions/exception_groups.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/exceptions/suggestions.h"
#include "runtime/exceptions/traceback_anchors.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

constexpr int kGroupWidth = 15;
constexpr int kGroupDepth = 10;
constexpr int kRepeatLimit = 3;  // rows of one place that are shown
constexpr int kRowLimit = 1000;
constexpr int kChainDepth = 200;

struct Printer {
  explicit Printer(Thread& t) : thread(t) {}
  Thread& thread;
  std::string out;
  int depth = 0;            // of groups
  bool need_close = false;  // the last line of a group's frame is still to come
  int chained = 0;
  std::vector<Value> seen;

  int indent() const { return 2 * depth; }
  const char* margin() const { return depth ? "| " : ""; }
  void start_line(std::string_view with_margin) {
    out.append(static_cast<size_t>(indent()), ' ');
    out += with_margin;
  }
  void start_line() { start_line(margin()); }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool starts_character(char c) { return (c & 0xC0) != 0x80; }
int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string text_or(Thread& thread, Ref text, const char* otherwise) {
  clear_exception(thread);
  return text && is<Str>(text.get()) ? to_utf8(text.as<Str>()) : otherwise;
}

// --- the rows of a traceback

}  // namespace

std::string traceback_marks(std::string_view line, const Position& at) {
  size_t start = std::min<size_t>(static_cast<size_t>(at.column), line.size());
  size_t end = std::min<size_t>(static_cast<size_t>(at.end_column), line.size());
  size_t stripped = 0;
  while (stripped < line.size() && is_blank(line[stripped])) ++stripped;
  Anchors anchors;
  if (at.line == at.end_line) {
    if (end > start) anchors = find_anchors(line.substr(start, end - start));
  } else {
    end = line.find_last_not_of(" \t\f") + 1;
  }
  bool whole = characters(line.substr(0, end)) - characters(line.substr(0, start)) == characters(line.substr(stripped));
  if (whole && anchors.left < 0) return {};
  std::string marks;
  size_t left = start + static_cast<size_t>(anchors.left), right = start + static_cast<size_t>(anchors.right);
  for (size_t i = stripped; i < end; ++i) {
    if (!starts_character(line[i])) continue;
    char plain = anchors.left < 0 || (i >= left && i < right) ? '^' : '~';
    marks += i < start ? ' ' : plain;
  }
  return marks;
}

namespace {

void print_source(Printer& printer, const Traceback* row, const Code* code) {
  std::string line = source_line(printer.thread, as<Str>(code->filename.peek()), row->line);
  std::string_view shown = line;
  while (!shown.empty() && is_blank(shown.front())) shown.remove_prefix(1);
  if (shown.empty()) return;
  printer.start_line();
  printer.out.append("    ").append(shown).append("\n");
  if (row->instruction >= code->instruction_count) return;
  const Position& at = code->positions[row->instruction];
  if (at.line <= 0 || at.end_line <= 0 || at.column < 0 || at.end_column < 0 || at.line != row->line) return;
  std::string marks = traceback_marks(line, at);
  if (marks.empty()) return;
  printer.start_line();
  printer.out.append("    ").append(marks).append("\n");
}

void print_row(Printer& printer, const Traceback* row) {
  auto* code = as<Code>(row->code.peek());
  printer.start_line();
  printer.out += "  File \"" + to_utf8(as<Str>(code->filename.peek())) + "\", line " + std::to_string(row->line) +
                 ", in " + to_utf8(as<Str>(code->name.peek())) + "\n";
  print_source(printer, row, code);
}

bool same_place(const Traceback* a, const Traceback* b) {
  if (!a || a->line != b->line) return false;
  auto *left = as<Code>(a->code.peek()), *right = as<Code>(b->code.peek());
  return left == right || (same_text(as<Str>(left->name.peek()), as<Str>(right->name.peek())) &&
                           same_text(as<Str>(left->filename.peek()), as<Str>(right->filename.peek())));
}

void print_repeated(Printer& printer, int times) {
  int hidden = times - kRepeatLimit;
  if (hidden <= 0) return;
  printer.start_line();
  printer.out += "  [Previous line repeated " + std::to_string(hidden) + " more time" + (hidden > 1 ? "s" : "") + "]\n";
}

// sys.tracebacklimit: so many of the last rows.
size_t row_limit(Thread& thread) {
  Ref limit = sys_attribute(thread, intern(thread, std::string_view("tracebacklimit")));
  clear_exception(thread);
  int64_t number;
  if (!limit || !is_integer(limit.get()) || !fits_int64(limit.get(), &number)) return kRowLimit;
  return static_cast<size_t>(std::max<int64_t>(number, 0));
}

void print_rows(Printer& printer, Value first, size_t limit) {
  std::vector<const Traceback*> rows;
  for (Value each = first; is<Traceback>(each); each = as<Traceback>(each)->next.peek())
    rows.push_back(as<Traceback>(each));
  size_t skipped = rows.size() > limit ? rows.size() - limit : 0;
  const Traceback* last = nullptr;
  int times = 0;
  for (size_t i = skipped; i < rows.size(); ++i) {
    if (!same_place(last, rows[i])) {
      print_repeated(printer, times);
      times = 0;
      last = rows[i];
    }
    if (++times <= kRepeatLimit) print_row(printer, rows[i]);
  }
  print_repeated(printer, times);
}

void print_traceback(Printer& printer, Value exception) {
  Ref first = as<Exception>(exception)->traceback.take();
  const size_t limit = row_limit(printer.thread);
  if (!is<Traceback>(first.get()) || limit == 0) return;
  bool group = is_group(printer.thread, exception);
  printer.start_line(group && printer.depth == 1 ? "+ " : printer.margin());
  printer.out +=
      group ? "Exception Group Traceback (most recent call last):\n" : "Traceback (most recent call last):\n";
  print_rows(printer, first.get(), limit);
}

// --- the exception itself

std::string class_name(Thread& thread, Type* type) {
  Ref module = get_attribute_or_empty(thread, Value::object(type), thread.names().__module__);
  clear_exception(thread);
  std::string name;
  if (!module || !is<Str>(module.get())) {
    name = "<unknown>.";
  } else if (!equals_ascii(module.as<Str>(), "builtins") && !equals_ascii(module.as<Str>(), "__main__")) {
    name = to_utf8(module.as<Str>()) + ".";
  }
  return name + text_or(thread, type->qualified_name.take(), "?");
}

// The line of a SyntaxError with its caret. `offset` and `end_offset` count from 1.
void print_error_line(Printer& printer, std::string_view text, int64_t offset, int64_t end_offset) {
  int64_t carets = end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
  --offset;
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1), --offset;
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  offset = std::min(offset, static_cast<int64_t>(characters(text)));
  for (size_t newline; (newline = text.find('\n')) != text.npos && static_cast<int64_t>(newline) < offset;) {
    text.remove_prefix(newline + 1);
    offset -= static_cast<int64_t>(newline) + 1;
  }
  printer.start_line();
  printer.out.append("    ").append(text).append("\n");
  if (offset < 0) return;
  printer.start_line();
  printer.out.append("    ")
      .append(static_cast<size_t>(offset), ' ')
      .append(static_cast<size_t>(carets), '^')
      .append("\n");
}

int64_t number_in(Thread& thread, Value object, const char* name, int64_t otherwise) {
  Ref value = get_attribute_or_empty(thread, object, intern(thread, std::string_view(name)));
  clear_exception(thread);
  int64_t number;
  return value && is_integer(value.get()) && fits_int64(value.get(), &number) ? number : otherwise;
}

// False: it is no SyntaxError with a place.
bool print_syntax_place(Printer& printer, Value exception) {
  Thread& thread = printer.thread;
  if (!is_exception_of(thread, exception, Error::SyntaxError)) return false;
  int64_t line = number_in(thread, exception, "lineno", -1);
  if (line < 0) return false;
  Ref file = get_attribute_or_empty(thread, exception, intern(thread, std::string_view("filename")));
  Ref text = get_attribute_or_empty(thread, exception, intern(thread, std::string_view("text")));
  if (file && !file.get().is_none() && !is<Str>(file.get())) file = str(thread, file.get());
  std::string name = file && file.get().is_none() ? "<string>" : text_or(thread, std::move(file), "<string>");
  printer.start_line();
  printer.out += "  File \"" + name + "\", line " + std::to_string(line) + "\n";
  if (!text || !is<Str>(text.get())) return true;
  std::string shown = to_utf8(text.as<Str>());
  int64_t offset = number_in(thread, exception, "offset", -1);
  int64_t end_offset = number_in(thread, exception, "end_offset", -1);
  if (number_in(thread, exception, "end_lineno", line) > line) end_offset = characters(shown);
  if (is_exception_of(thread, exception, Error::IndentationError)) end_offset = -1;  // CPython shows one mark there
  print_error_line(printer, shown, offset, end_offset);
  return true;
}

void print_message(Printer& printer, Value exception, bool syntax) {
  Thread& thread = printer.thread;
  printer.start_line();
  printer.out += class_name(thread, type_of(exception.as_object()));
  Ref message;
  if (syntax) {
    Ref text = get_attribute_or_empty(thread, exception, intern(thread, std::string_view("msg")));
    message = text ? str(thread, text.get()) : Ref();
  } else {
    message = str(thread, exception);
  }
  std::string text = text_or(thread, std::move(message), "<exception str() failed>");
  if (!text.empty()) printer.out += ": " + text;
  Ref suggestion = syntax ? Ref() : suggestion_for(thread, as<Exception>(exception));
  if (suggestion) printer.out += ". Did you mean: '" + to_utf8(suggestion.as<Str>()) + "'?";
  printer.out += "\n";
}

void print_note(Printer& printer, Value note) {
  Thread& thread = printer.thread;
  std::string text = text_or(thread, str(thread, note), "<note str() failed>");
  for (std::string_view rest = text;;) {
    size_t end = rest.find('\n');
    printer.start_line();
    printer.out.append(rest.substr(0, end)).append("\n");
    if (end == rest.npos) return;
    rest.remove_prefix(end + 1);
  }
}

void print_notes(Printer& printer, Value exception) {
  Thread& thread = printer.thread;
  Ref notes = get_attribute_or_empty(thread, exception, thread.names().__notes__);
  clear_exception(thread);
  if (!notes) return;
  if (!is<List>(notes.get()) && !is<Tuple>(notes.get())) {
    printer.start_line();
    printer.out += text_or(thread, repr(thread, notes.get()), "<__notes__ repr() failed>");
    return;
  }
  Ref all = tuple_from(thread, notes.get());
  for (uint64_t i = 0; all && i < all.as<Tuple>()->length; ++i) print_note(printer, all.as<Tuple>()->items[i]);
}

void print_one(Printer& printer, Value exception) {
  print_traceback(printer, exception);
  bool syntax = print_syntax_place(printer, exception);
  print_message(printer, exception, syntax);
  if (!syntax) print_notes(printer, exception);
}

// --- groups and chains

void print_any(Printer& printer, Value exception);

void print_members(Printer& printer, const Tuple* members) {
  int count = static_cast<int>(members->length);
  int shown = count <= kGroupWidth ? count : kGroupWidth + 1;
  printer.need_close = false;
  for (int i = 0; i < shown; ++i) {
    bool last = i == shown - 1, truncated = i >= kGroupWidth;
    if (last) printer.need_close = true;
    printer.start_line(i == 0 ? "+-" : "  ");
    printer.out += "+---------------- " + (truncated ? "..." : std::to_string(i + 1)) + " ----------------\n";
    ++printer.depth;
    if (truncated) {
      printer.start_line();
      int rest = count - kGroupWidth;
      printer.out += "and " + std::to_string(rest) + " more exception" + (rest > 1 ? "s" : "") + "\n";
    } else {
      print_any(printer, members->items[i]);
    }
    if (last && printer.need_close) {
      printer.start_line("+------------------------------------\n");
      printer.need_close = false;
    }
    --printer.depth;
  }
}

void print_group(Printer& printer, Value group) {
  if (printer.depth > kGroupDepth) {
    printer.start_line();
    printer.out += "... (max_group_depth is " + std::to_string(kGroupDepth) + ")\n";
    return;
  }
  if (printer.depth == 0) ++printer.depth;
  print_one(printer, group);
  Ref members = as<Exception>(group)->extra[1].take();
  if (is<Tuple>(members.get())) print_members(printer, members.as<Tuple>());
  if (printer.depth == 1) --printer.depth;
}

void print_linked(Printer& printer, Value exception, const char* sentence) {
  if (printer.chained >= kChainDepth) return;
  bool need_close = printer.need_close;
  ++printer.chained;
  print_any(printer, exception);
  --printer.chained;
  printer.need_close = need_close;
  for (const char* line : {"", sentence, ""}) {
    printer.start_line();
    printer.out.append(line).append("\n");
  }
}

bool is_new(Printer& printer, Value exception) {
  return std::find(printer.seen.begin(), printer.seen.end(), exception) == printer.seen.end();
}

void print_any(Printer& printer, Value exception) {
  auto* self = as<Exception>(exception);
  printer.seen.push_back(exception);
  Ref cause = self->cause.take(), context = self->context.take();
  if (is<Exception>(cause.get())) {
    if (is_new(printer, cause.get())) {
      print_linked(printer, cause.get(), "The above exception was the direct cause of the following exception:");
    }
  } else if (is<Exception>(context.get()) && !self->suppress_context.get() && is_new(printer, context.get())) {
    print_linked(printer, context.get(), "During handling of the above exception, another exception occurred:");
  }
  if (is_group(printer.thread, exception)) {
    print_group(printer, exception);
  } else {
    print_one(printer, exception);
  }
}

bool write_error_text(Thread& thread, const std::string& text) {
  Ref stream = sys_attribute(thread, thread.names().stderr);
  Ref line = make_str(thread, text);
  if (!stream || stream.get().is_none() || !line) return false;
  Value argument = line.get();
  return static_cast<bool>(call_method(thread, stream.get(), thread.names().write, &argument, 1));
}

}  // namespace

std::string format_exception(Thread& thread, Value exception) {
  Ref pending = take_exception(thread);
  Ref held = Ref::share(exception);
  Printer printer(thread);
  print_any(printer, exception);
  clear_exception(thread);
  if (pending) thread.exception = pending.release();
  return std::move(printer.out);
}

void print_exception(Thread& thread, Value exception) {
  Ref held = Ref::share(exception);
  Ref hook = sys_attribute(thread, intern(thread, std::string_view("excepthook")));
  clear_exception(thread);
  if (!hook) {
    write_error_text(thread, "sys.excepthook is missing\n" + format_exception(thread, exception));
    return clear_exception(thread);
  }
  Ref traceback = as<Exception>(exception)->traceback.take();
  if (call(thread, hook.get(), Value::object(type_of(exception.as_object())), exception, traceback.get())) return;
  if (exception_matches(thread, Error::SystemExit)) return;  // the caller ends the program with it
  Ref second = take_exception(thread);
  write_error_text(thread, "Error in sys.excepthook:\n" + format_exception(thread, second.get()) +
                               "\nOriginal exception was:\n" + format_exception(thread, exception));
  clear_exception(thread);
}

}  // namespace gillab
