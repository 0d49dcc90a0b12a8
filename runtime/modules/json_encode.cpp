// _json.encode: Python values to a JSON text.
#include <cmath>
#include <vector>

#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/json.h"
#include "runtime/numbers/float_text.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

constexpr char kHex[] = "0123456789abcdef";

bool must_escape(char32_t c, bool ascii) { return c < ' ' || c == '"' || c == '\\' || (ascii && c > '~'); }

void add_unit(StrBuilder* out, uint32_t unit) {
  const char text[] = {'\\', 'u', kHex[unit >> 12 & 15], kHex[unit >> 8 & 15], kHex[unit >> 4 & 15], kHex[unit & 15]};
  out->add_ascii(text, sizeof text);
}

void add_escaped(StrBuilder* out, char32_t c) {
  static constexpr std::string_view kMeant = "\"\\\b\f\n\r\t", kNames = "\"\\bfnrt";
  size_t which = c < 128 ? kMeant.find(static_cast<char>(c)) : std::string_view::npos;
  if (which != std::string_view::npos) {
    const char text[] = {'\\', kNames[which]};
    out->add_ascii(text, sizeof text);
  } else if (c < 0x10000) {
    add_unit(out, c);
  } else {
    add_unit(out, 0xD800 | (c - 0x10000) >> 10);
    add_unit(out, 0xDC00 | ((c - 0x10000) & 0x3FF));
  }
}

template <class Char>
void add_characters(StrBuilder* out, const Str* text, const Char* characters, bool ascii) {
  size_t start = 0;
  for (size_t i = 0; i < text->length; ++i) {
    if (!must_escape(characters[i], ascii)) continue;
    out->add(text, start, i);
    add_escaped(out, characters[i]);
    start = i + 1;
  }
  out->add(text, start, text->length);
}

void add_quoted(StrBuilder* out, const Str* text, bool ascii) {
  out->add_ascii("\"", 1);
  if (text->width == 1) {
    add_characters(out, text, text->data1(), ascii);
  } else if (text->width == 2) {
    add_characters(out, text, text->data2(), ascii);
  } else {
    add_characters(out, text, text->data4(), ascii);
  }
  out->add_ascii("\"", 1);
}

// What the caller holds for the whole time.
struct Style {
  Value default_function;
  bool ascii, allow_nan, skip_keys, sort_keys, check_circular;
  Str* indent;  // null: all in one line
  Str* comma;
  Str* colon;
};

class Writer {
 public:
  Writer(Thread& thread, const Style& style) : thread_(thread), style_(style), out_(thread) {}
  Ref finish() { return out_.finish(); }

  // REQUIRES: somebody holds the value
  bool write(Value value) {
    if (is_exact<Str>(value)) return add_quoted(&out_, as<Str>(value), style_.ascii), true;
    if (value.is_int()) return out_.add_integer(value.as_int()), true;
    if (value.is_none()) return add("null");
    if (value.is_bool()) return add(value.is_true() ? "true" : "false");
    if (is_floating(value)) return write_float(float_of(value));
    if (is<Str>(value)) return add_quoted(&out_, as<Str>(value), style_.ascii), true;
    if (is_integer(value)) return write_int(value);
    return write_container(value);
  }

 private:
  bool add(std::string_view text) { return out_.add_ascii(text.data(), text.size()), true; }

  bool write_int(Value value) {
    Ref text = int_to_text(thread_, value, 10);
    return text && (out_.add(text.as<Str>()), true);
  }

  bool write_float(double number) {
    if (std::isfinite(number)) {
      char text[48];
      return out_.add_ascii(text, write_float_repr(number, text)), true;
    }
    if (!style_.allow_nan) return raise(thread_, Error::ValueError, "Out of range float values are not JSON compliant");
    return add(std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
  }

  bool enter(Value value) {
    for (Value open : open_) {
      if (style_.check_circular && open == value) {
        return raise(thread_, Error::ValueError, "Circular reference detected");
      }
    }
    open_.push_back(value);
    return true;
  }

  bool write_container(Value value) {
    NativeDepth depth(thread_, " while encoding a JSON object");
    if (!depth || !enter(value)) return false;
    bool ok = is<List>(value) || is<Tuple>(value) ? write_items(value)
              : is<Dict>(value)                   ? write_dict(as<Dict>(value))
                                                  : write_other(value);
    open_.pop_back();
    return ok;
  }

  bool write_other(Value value) {
    Ref stand_in = call(thread_, style_.default_function, value);
    return stand_in && write(stand_in.get());
  }

  void break_line() {
    if (!style_.indent) return;
    out_.add_ascii("\n", 1);
    for (size_t i = 0; i < level_; ++i) out_.add(style_.indent);
  }

  // --- lists

  static Ref item_of(Value sequence, size_t i) {
    if (is<Tuple>(sequence)) return i < as<Tuple>(sequence)->length ? Ref::share(as<Tuple>(sequence)->items[i]) : Ref();
    return item_at(as<List>(sequence), i);
  }

  bool write_items(Value sequence) {
    Ref item = item_of(sequence, 0);
    if (!item) return add("[]");
    add("[");
    ++level_;
    for (size_t i = 1; item; ++i) {
      break_line();
      if (!write(item.get())) return false;
      item = item_of(sequence, i);
      if (item) out_.add(style_.comma);
    }
    --level_;
    break_line();
    return add("]");
  }

  // --- dicts

  // Yes: written; No: left out.
  Truth write_key(Value key) {
    Ref text;
    if (is<Str>(key)) {
      add_quoted(&out_, as<Str>(key), style_.ascii);
      return Truth::Yes;
    }
    bool plain = is_floating(key) || key.is_bool() || key.is_none() || is_integer(key);
    if (plain) {
      add("\"");
      bool ok = is_integer(key) && !key.is_bool() ? write_int(key) : write(key);
      add("\"");
      return ok ? Truth::Yes : Truth::Error;
    }
    if (style_.skip_keys) return Truth::No;
    raise(thread_, Error::TypeError, "keys must be str, int, float, bool or None, not {}", type_name(thread_, key));
    return Truth::Error;
  }
  bool is_left_out(Value key) const {
    return style_.skip_keys && !is<Str>(key) && !is_floating(key) && !key.is_none() && !is_integer(key);
  }

  bool write_entry(Value key, Value value, bool* first) {
    if (is_left_out(key)) return true;
    if (!*first) {
      out_.add(style_.comma);
      break_line();
    }
    *first = false;
    if (write_key(key) != Truth::Yes) return false;
    out_.add(style_.colon);
    return write(value);
  }

  bool write_entries(Dict* dict, bool* first) {
    uint32_t position = 0;
    Ref key, value;
    while (dict_next_held(dict, &position, &key, &value)) {
      if (!write_entry(key.get(), value.get(), first)) return false;
    }
    return true;
  }

  // Where the order of the keys, or what a subclass calls its items, has to be asked for.
  bool write_listed(Dict* dict, bool* first) {
    Ref items = call_method(thread_, Value::object(dict), intern(thread_, std::string_view("items")));
    Ref list = items ? list_from(thread_, items.get()) : Ref();
    if (!list || (style_.sort_keys && !sort(thread_, list.as<List>(), Value::none(), false))) return false;
    Each each(thread_, list.get());
    while (Ref pair = each.next()) {
      if (!is<Tuple>(pair.get()) || pair.as<Tuple>()->length != 2) {
        return raise(thread_, Error::ValueError, "items must return 2-tuples");
      }
      if (!write_entry(pair.as<Tuple>()->items[0], pair.as<Tuple>()->items[1], first)) return false;
    }
    return !each.failed();
  }

  bool write_dict(Dict* dict) {
    if (dict_size(dict) == 0) return add("{}");
    add("{");
    ++level_;
    break_line();
    bool first = true;
    bool direct = is_exact<Dict>(Value::object(dict)) && !style_.sort_keys;
    if (!(direct ? write_entries(dict, &first) : write_listed(dict, &first))) return false;
    --level_;
    break_line();
    return add("}");
  }

  Thread& thread_;
  const Style& style_;
  StrBuilder out_;
  std::vector<Value> open_;  // the containers around the place that is written
  size_t level_ = 0;
};

bool flag_of(Thread& thread, Value value, bool* flag) {
  Truth answer = truth(thread, value);
  *flag = answer == Truth::Yes;
  return answer != Truth::Error;
}

Ref quote(Thread& thread, Value value, bool ascii) {
  Str* text = expect_str(thread, value, "first argument");
  if (!text) return {};
  StrBuilder out(thread);
  add_quoted(&out, text, ascii);
  return out.finish();
}

}  // namespace

Ref json_encode(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Style style{};
  style.default_function = args[1];
  bool* const flags[] = {&style.ascii, &style.allow_nan, &style.skip_keys, &style.sort_keys, &style.check_circular};
  for (size_t i = 0; i < std::size(flags); ++i) {
    if (!flag_of(thread, args[2 + i], flags[i])) return {};
  }
  style.indent = args[7].is_none() ? nullptr : expect_str(thread, args[7], "indent");
  style.comma = expect_str(thread, args[8], "item_separator");
  style.colon = expect_str(thread, args[9], "key_separator");
  if (!style.comma || !style.colon || (!args[7].is_none() && !style.indent)) return {};
  Writer writer(thread, style);
  return writer.write(args[0]) ? writer.finish() : Ref();
}

Ref json_quote(Thread& thread, const Value* args, uint32_t, Tuple*) { return quote(thread, args[0], false); }
Ref json_quote_ascii(Thread& thread, const Value* args, uint32_t, Tuple*) { return quote(thread, args[0], true); }

}  // namespace gillab
