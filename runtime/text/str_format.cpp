// str.format and format_map: literals, fields with attributes and items, conversions, nested specifications.
#include <cstdio>

#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/text/str_characters.h"
#include "runtime/text/str_methods.h"
#include "runtime/text/unicode.h"

namespace gillab {
namespace {

// What the fields refer to. format: values and keywords as they were given; format_map: a mapping.
struct Arguments {
  const Value* values = nullptr;
  int64_t count = 0;
  Tuple* names = nullptr;
  Value mapping;
  enum Numbering : uint8_t { Unknown, Automatic, Manual } numbering = Unknown;
  int64_t next = 0;
};

struct Range {
  size_t start, end;
};

struct FieldText {
  Range name;
  char32_t conversion = 0;
  Range spec{0, 0};
  bool nested = false;
};

class Formatter {
 public:
  Formatter(Thread& thread, Str* text, Arguments& arguments) : thread_(thread), text_(text), arguments_(arguments) {}

  bool add_all(StrBuilder& builder, Range range, int depth) {
    if (depth < 0) return raise(thread_, Error::ValueError, "Max string recursion exceeded");
    for (size_t at = range.start; at < range.end;) {
      size_t literal = at;
      while (at < range.end && text_->at(at) != '{' && text_->at(at) != '}') ++at;
      if (at == range.end) {
        builder.add(text_, literal, at);
        break;
      }
      char32_t brace = text_->at(at);
      bool last = at + 1 == range.end, twice = !last && text_->at(at + 1) == brace;
      if (brace == '}' && !twice) {
        return raise(thread_, Error::ValueError, "Single '}}' encountered in format string");
      }
      if (last) return raise(thread_, Error::ValueError, "Single '{{' encountered in format string");
      builder.add(text_, literal, at + twice);
      at += twice ? 2 : 1;
      if (twice) continue;
      FieldText field;
      if (!parse_field(&at, range.end, &field) || !add_field(builder, field, depth)) return false;
    }
    return true;
  }

 private:
  bool parse_field(size_t* at, size_t end, FieldText* field) {
    char32_t c = 0;
    field->name.start = *at;
    while (*at < end) {
      c = text_->at((*at)++);
      if (c == '{') return raise(thread_, Error::ValueError, "unexpected '{{' in field name");
      if (c == '[') {
        while (*at < end && text_->at(*at) != ']') ++*at;
      } else if (c == '}' || c == ':' || c == '!') {
        break;
      }
    }
    bool ended = c == '}' || c == ':' || c == '!';
    field->name.end = ended ? *at - 1 : *at;
    if (c == '}') return true;
    if (!ended) return raise(thread_, Error::ValueError, "expected '}}' before end of string");
    if (c == '!') {
      if (*at >= end) {
        return raise(thread_, Error::ValueError, "end of string while looking for conversion specifier");
      }
      field->conversion = text_->at((*at)++);
      if (*at < end) {
        c = text_->at((*at)++);
        if (c == '}') return true;
        if (c != ':') return raise(thread_, Error::ValueError, "expected ':' after conversion specifier");
      }
    }
    return parse_spec(at, end, field);
  }

  bool parse_spec(size_t* at, size_t end, FieldText* field) {
    field->spec.start = *at;
    for (int open = 1; *at < end;) {
      char32_t c = text_->at((*at)++);
      if (c == '{') {
        field->nested = true;
        ++open;
      } else if (c == '}' && --open == 0) {
        field->spec.end = *at - 1;
        return true;
      }
    }
    return raise(thread_, Error::ValueError, "unmatched '{{' in format spec");
  }

  bool add_field(StrBuilder& builder, const FieldText& field, int depth) {
    Ref value = value_of(field.name);
    if (!value) return false;
    if (field.conversion) value = convert(value.get(), field.conversion);
    if (!value) return false;
    if (field.spec.start == field.spec.end) {
      if (is_exact<Str>(value.get()) || value.get().is_int() || value.get().is_float()) {
        return builder.add_str(value.get());
      }
      Ref text = format(thread_, value.get(), Value::empty());
      return text && (builder.add(text.as<Str>()), true);
    }
    Ref spec;
    if (field.nested) {
      StrBuilder inner(thread_);
      if (!add_all(inner, field.spec, depth - 1)) return false;
      spec = inner.finish();
    } else {
      spec = substring(thread_, text_, field.spec.start, field.spec.end);
    }
    if (!spec) return false;
    Ref text = format(thread_, value.get(), spec.get());
    return text && (builder.add(text.as<Str>()), true);
  }

  Ref convert(Value value, char32_t conversion) {
    switch (conversion) {
      case 'r':
        return repr(thread_, value);
      case 's':
        return str(thread_, value);
      case 'a':
        return ascii(thread_, value);
    }
    if (conversion > 32 && conversion < 127) {
      char shown[2] = {static_cast<char>(conversion), '\0'};
      return raise(thread_, Error::ValueError, "Unknown conversion specifier {}", shown);
    }
    char shown[16];
    std::snprintf(shown, sizeof shown, "\\x%x", static_cast<unsigned>(conversion));
    return raise(thread_, Error::ValueError, "Unknown conversion specifier {}", shown);
  }

  // Digits only: the number; -1 when it is something else; -2 with an error.
  int64_t number_in(Range range) {
    if (range.start == range.end) return -1;
    int64_t number = 0;
    for (size_t i = range.start; i < range.end; ++i) {
      int digit = unicode::decimal_value(text_->at(i));
      if (digit < 0) return -1;
      if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit, &number)) {
        raise(thread_, Error::ValueError, "Too many decimal digits in format string");
        return -2;
      }
    }
    return number;
  }

  bool note_numbering(bool automatic) {
    auto kind = automatic ? Arguments::Automatic : Arguments::Manual;
    if (arguments_.numbering == Arguments::Unknown) arguments_.numbering = kind;
    if (arguments_.numbering == kind) return true;
    return raise(thread_, Error::ValueError,
                 automatic ? "cannot switch from manual field specification to automatic field numbering"
                           : "cannot switch from automatic field numbering to manual field specification");
  }

  Ref positional(int64_t number) {
    if (!arguments_.mapping.is_empty()) {
      return raise(thread_, Error::ValueError, "Format string contains positional fields");
    }
    if (number < arguments_.count) return Ref::share(arguments_.values[number]);
    return raise(thread_, Error::IndexError, "Replacement index {} out of range for positional args tuple", number);
  }

  Ref keyword(Range name) {
    Ref key = substring(thread_, text_, name.start, name.end);
    if (!key) return {};
    if (!arguments_.mapping.is_empty()) return get_item(thread_, arguments_.mapping, key.get());
    for (uint64_t i = 0; arguments_.names && i < arguments_.names->length; ++i) {
      if (same_text(as<Str>(arguments_.names->items[i]), key.as<Str>())) {
        return Ref::share(arguments_.values[arguments_.count + static_cast<int64_t>(i)]);
      }
    }
    return raise_object(thread_, Error::KeyError, key.get());
  }

  Ref value_of(Range name) {
    size_t at = name.start;
    while (at < name.end && text_->at(at) != '.' && text_->at(at) != '[') ++at;
    Range first{name.start, at};
    int64_t number = number_in(first);
    if (number == -2) return {};
    bool automatic = first.start == first.end;
    if ((automatic || number >= 0) && !note_numbering(automatic)) return {};
    if (automatic) number = arguments_.next++;
    Ref value = number >= 0 ? positional(number) : keyword(first);
    while (value && at < name.end) value = step(value.get(), &at, name.end);
    return value;
  }

  // One .attribute or [item].
  Ref step(Value value, size_t* at, size_t end) {
    char32_t c = text_->at((*at)++);
    size_t start = *at;
    if (c == '.') {
      while (*at < end && text_->at(*at) != '.' && text_->at(*at) != '[') ++*at;
      if (*at == start) return raise(thread_, Error::ValueError, "Empty attribute in format string");
      Ref name = substring(thread_, text_, start, *at);
      return name ? get_attribute(thread_, value, intern(thread_, name.as<Str>())) : Ref();
    }
    if (c != '[') {
      return raise(thread_, Error::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    while (*at < end && text_->at(*at) != ']') ++*at;
    if (*at == end) return raise(thread_, Error::ValueError, "Missing ']' in format string");
    Range inside{start, (*at)++};
    if (inside.start == inside.end) return raise(thread_, Error::ValueError, "Empty attribute in format string");
    int64_t number = number_in(inside);
    if (number == -2) return {};
    Ref key = number >= 0 ? make_int(thread_, number) : substring(thread_, text_, inside.start, inside.end);
    return key ? get_item(thread_, value, key.get()) : Ref();
  }

  Thread& thread_;
  Str* text_;
  Arguments& arguments_;
};

Ref format_with(Thread& thread, Str* text, Arguments& arguments) {
  StrBuilder builder(thread);
  Formatter formatter(thread, text, arguments);
  if (!formatter.add_all(builder, {0, text->length}, 2 - 1)) return {};
  return builder.finish();
}

}  // namespace

Ref str_format(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  Arguments arguments;
  arguments.values = args + 1;
  arguments.count = static_cast<int64_t>(count) - 1;
  arguments.names = names;
  return format_with(thread, as<Str>(args[0]), arguments);
}

Ref str_format_map(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Arguments arguments;
  arguments.mapping = args[1];
  return format_with(thread, as<Str>(args[0]), arguments);
}

}  // namespace gillab
