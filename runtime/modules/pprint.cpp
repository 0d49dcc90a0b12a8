// _pprint.plain_repr: what most of a structure that pprint prints looks like on one line, or that it does not fit there.
#include <algorithm>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/containers/sequence.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/native.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// Writes the built-in types alone; dicts in the order of their keys where those are all texts or all ints.
class Line {
 public:
  enum class Outcome { Written, TooLong, NotPlain, Failed };

  Line(Thread& thread, bool sorts, size_t limit) : thread_(thread), text_(thread), sorts_(sorts), limit_(limit) {}

  Outcome write(Value value) {
    if (text_.length() > limit_) return Outcome::TooLong;
    if (!value.is_object() || is_exact<Str>(value) || is_exact<Bytes>(value) || is_exact<FloatBox>(value) ||
        is_exact<BigInt>(value)) {
      return text_.add_repr(value) ? Outcome::Written : Outcome::Failed;
    }
    if (!is_exact<List>(value) && !is_exact<Tuple>(value) && !is_exact<Dict>(value)) return Outcome::NotPlain;
    NativeDepth depth(thread_);
    if (!depth) return Outcome::Failed;
    ReprGuard once(thread_, value.as_object());
    if (once.is_running()) return Outcome::NotPlain;
    return is<Dict>(value) ? write_dict(as<Dict>(value)) : write_items(value);
  }
  bool fits() const { return text_.length() <= limit_; }
  Ref finish() { return text_.finish(); }

 private:
  Outcome write_items(Value value) {
    Ref items = tuple_from(thread_, value);
    if (!items) return Outcome::Failed;
    const Tuple* tuple = items.as<Tuple>();
    text_.add(is<List>(value) ? '[' : '(');
    for (size_t i = 0; i < tuple->length; ++i) {
      if (i > 0) text_.add_ascii(", ", 2);
      const Outcome outcome = write(tuple->items[i]);
      if (outcome != Outcome::Written) return outcome;
    }
    if (is<Tuple>(value) && tuple->length == 1) text_.add(',');
    text_.add(is<List>(value) ? ']' : ')');
    return Outcome::Written;
  }

  struct Row {
    Ref key, value;
  };
  // False: they have no order that is known here.
  static bool sort_rows(std::vector<Row>* rows) {
    const auto all = [&](auto fits) { return std::all_of(rows->begin(), rows->end(), fits); };
    if (rows->size() < 2) return true;
    if (all([](const Row& row) { return is_exact<Str>(row.key.get()); })) {
      std::sort(rows->begin(), rows->end(), [](const Row& left, const Row& right) {
        return compare_text(left.key.as<Str>(), right.key.as<Str>()) < 0;
      });
      return true;
    }
    if (!all([](const Row& row) { return row.key.get().is_int(); })) return false;
    std::sort(rows->begin(), rows->end(),
              [](const Row& left, const Row& right) { return left.key.get().as_int() < right.key.get().as_int(); });
    return true;
  }

  Outcome write_dict(Dict* dict) {
    std::vector<Row> rows;
    uint32_t position = 0;
    Ref key, value;
    while (dict_next_held(dict, &position, &key, &value)) rows.push_back({std::move(key), std::move(value)});
    if (sorts_ && !sort_rows(&rows)) return Outcome::NotPlain;
    text_.add('{');
    for (size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) text_.add_ascii(", ", 2);
      Outcome outcome = write(rows[i].key.get());
      if (outcome != Outcome::Written) return outcome;
      text_.add_ascii(": ", 2);
      outcome = write(rows[i].value.get());
      if (outcome != Outcome::Written) return outcome;
    }
    text_.add('}');
    return Outcome::Written;
  }

  Thread& thread_;
  StrBuilder text_;
  bool sorts_;
  size_t limit_;
};

// (object, sort_dicts, limit): the text; False: it is longer than the limit; None: only the Python of lib/pprint.py knows.
Ref plain_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t limit;
  const Truth sorts = truth(thread, args[1]);
  if (sorts == Truth::Error || !index_as_int64(thread, args[2], &limit)) return {};
  if (limit < 0) limit = 0;
  Line line(thread, sorts == Truth::Yes, static_cast<size_t>(limit));
  switch (line.write(args[0])) {
    case Line::Outcome::Failed: return {};
    case Line::Outcome::NotPlain: return Ref::none();
    case Line::Outcome::TooLong: return Ref::boolean(false);
    default: return line.fits() ? line.finish() : Ref::boolean(false);
  }
}

const MethodDef kFunction = {"plain_repr", "(object, sort_dicts, limit, /)", plain_repr};

}  // namespace

bool init__pprint(Thread& thread, Module* module) { return add_function(thread, module, kFunction); }

}  // namespace gillab
