// Replacement templates; sub, subn and expand.
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/regex.h"
#include "runtime/modules/regex_source.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab::regex {

namespace {

// Reads a template. Groups are those of the pattern.
class TemplateParser {
 public:
  TemplateParser(Pattern* pattern, const std::u32string& text, bool is_text, Template* result, Problem* problem)
      : pattern_(pattern), source_(text, is_text, problem), result_(result) {}

  bool run() {
    while (!source_.at_end()) {
      if (source_.peek_escape()) {
        if (!escape()) return false;
      } else {
        text_ += static_cast<char32_t>(source_.peek());
        source_.advance();
      }
    }
    if (!text_.empty()) result_->pieces.push_back({std::move(text_), -1});
    return !source_.failed();
  }

 private:
  bool add_group(int64_t group, int64_t offset) {
    if (group > pattern_->groups) {
      return source_.fail("invalid group reference " + std::to_string(group), offset);
    }
    result_->pieces.push_back({std::exchange(text_, {}), group});
    return true;
  }

  bool escape() {
    std::u32string text = source_.next_text();
    char32_t c = text[1];
    source_.advance();
    if (source_.failed()) return false;
    if (c == 'g') return named_group();
    if (is_digit(c)) return number(text);
    char32_t simple = simple_escape(c);
    if (simple == 0 && is_ascii_letter(c)) {
      return source_.fail(U"bad escape " + text, static_cast<int64_t>(text.size()));
    }
    text_ += simple != 0 ? std::u32string(1, simple) : text;
    return true;
  }

  bool number(std::u32string text) {
    auto value = [&](int base) {
      int64_t result = 0;
      for (size_t i = 1; i < text.size(); ++i) result = result * base + (text[i] - '0');
      return result;
    };
    if (text[1] == '0') {
      text += source_.take_while(2, is_octal);
      text_ += static_cast<char32_t>(value(8) & 0xFF);
      return !source_.failed();
    }
    text += source_.take_while(1, is_digit);
    if (text.size() == 3 && is_octal(text[1]) && is_octal(text[2])) {
      text += source_.take_while(1, is_octal);
      if (text.size() == 4 && value(8) > 0377) {
        return source_.fail(U"octal escape value " + text + U" outside of range 0-0o377", 4);
      }
      if (text.size() == 4) {
        text_ += static_cast<char32_t>(value(8));
        return !source_.failed();
      }
    }
    return !source_.failed() && add_group(value(10), static_cast<int64_t>(text.size()) - 1);
  }

  bool named_group() {
    if (!source_.match('<')) return source_.fail("missing <");
    std::u32string name = source_.take_until('>', "group name");
    if (source_.failed()) return false;
    int64_t offset = static_cast<int64_t>(name.size()) + 1, group;
    if (is_identifier(name)) {
      for (const auto& [known, number] : pattern_->compiled->tree.names) {
        if (known == name) return add_group(number, offset);
      }
      return source_.fail(U"unknown group name " + quoted(name), 0, Problem::Index);
    }
    if (!number_in(name, &group) || group < 0) {
      return source_.fail(U"bad character in group name " + quoted(name), offset);
    }
    return add_group(group, offset);
  }

  Pattern* pattern_;
  Source source_;
  Template* result_;
  std::u32string text_;
};

using Replacement = std::shared_ptr<const Template>;

// What was read from the same text last.
bool recall_template(Pattern* pattern, Value text, Replacement* result) {
  Guard guard(pattern->header);
  Value known = pattern->template_text.peek();
  if (known.is_empty()) return false;
  bool same = known == text || (is_exact<Str>(known) && is_exact<Str>(text) && same_text(as<Str>(known), as<Str>(text)));
  if (same) *result = *pattern->replacement;
  return same;
}

void remember_template(Pattern* pattern, Value text, const Replacement& replacement) {
  Ref old;
  Guard guard(pattern->header);
  *pattern->replacement = replacement;
  old = pattern->template_text.exchange(Ref::share(text));
}

bool read_template(Thread& thread, Pattern* pattern, Value text, Replacement* result) {
  if (recall_template(pattern, text, result)) return true;
  std::string_view view;
  if (!is<Str>(text) && !is_object_with_bytes(thread, text, &view)) {
    clear_exception(thread);
    return raise(thread, Error::TypeError, "decoding to str: need a bytes-like object, {} found",
                 type_name(thread, text));
  }
  auto read = std::make_shared<Template>();
  Problem problem;
  std::u32string characters = is<Str>(text) ? characters_of(text) : std::u32string();
  for (char c : view) characters += static_cast<unsigned char>(c);
  if (!TemplateParser(pattern, characters, is<Str>(text), read.get(), &problem).run()) {
    raise_problem(thread, problem, text);
    return false;
  }
  *result = std::move(read);
  remember_template(pattern, text, *result);
  return true;
}

// The result as it grows: text or bytes.
class Output {
 public:
  Output(Thread& thread, bool is_text) : thread_(thread), is_text_(is_text), text_(thread) {}

  bool add_slice(Value string, int64_t start, int64_t end) {
    if (start == end) return true;
    if (is_text_) {
      text_.add(as<Str>(string), static_cast<size_t>(start), static_cast<size_t>(end));
      return true;
    }
    std::string_view view;
    if (!bytes_view(thread_, string, &view)) return false;
    size_t first = std::min(static_cast<size_t>(start), view.size());
    bytes_.append(view.substr(first, static_cast<size_t>(end - start)));
    return true;
  }
  void add_text(const std::u32string& text) {
    for (char32_t c : text) is_text_ ? text_.add(c) : bytes_.push_back(static_cast<char>(c));
  }
  // What str.join would say of the `number`th piece.
  bool add_value(Value value, int64_t number) {
    if (is_text_) {
      if (!is<Str>(value)) {
        return raise(thread_, Error::TypeError, "sequence item {}: expected str instance, {} found", number,
                     type_name(thread_, value));
      }
      text_.add(as<Str>(value));
      return true;
    }
    std::string_view view;
    if (!is_object_with_bytes(thread_, value, &view)) {
      clear_exception(thread_);
      return raise(thread_, Error::TypeError, "sequence item {}: expected a bytes-like object, {} found", number,
                   type_name(thread_, value));
    }
    bytes_.append(view);
    return true;
  }
  Ref finish() { return is_text_ ? text_.finish() : make_bytes(thread_, bytes_); }

 private:
  Thread& thread_;
  bool is_text_;
  StrBuilder text_;
  std::string bytes_;
};

// Adds what one match is replaced by.
bool add_expansion(Output* output, const Template& replacement, Value string, const int64_t* spans) {
  for (const Template::Piece& piece : replacement.pieces) {
    output->add_text(piece.text);
    if (piece.group < 0 || spans[2 * piece.group] < 0) continue;
    if (!output->add_slice(string, spans[2 * piece.group], spans[2 * piece.group + 1])) return false;
  }
  return true;
}

class Substitution {
 public:
  Substitution(Thread& thread, Pattern* pattern, Value replacement, Value string)
      : thread_(thread), pattern_(pattern), replacement_(replacement),
        subject_(thread, pattern, string, 0, INT64_MAX), output_(thread, pattern->is_text) {}

  bool prepare() {
    if (!subject_.ok()) return false;
    callable_ = is_callable(thread_, replacement_);
    if (callable_) return true;
    bool fits = is<Str>(replacement_) == pattern_->is_text;
    if (!fits && has_no_escape()) return true;  // its kind is wrong, which matters when something is replaced
    return read_template(thread_, pattern_, replacement_, &template_);
  }

  Ref run(int64_t most) {
    bool found = true;
    while (most == 0 || count_ < most) {
      if (!steps_.next(&subject_, &found)) return {};
      if (!found) break;
      if (!replace_one()) return {};
      ++count_;
    }
    if (count_ == 0) return subject_.slice(0, subject_.end());
    if (!output_.add_slice(subject_.string(), done_, subject_.end())) return {};
    return output_.finish();
  }
  int64_t count() const { return count_; }

 private:
  bool has_no_escape() {
    std::string_view view;
    if (is<Str>(replacement_)) return characters_of(replacement_).find('\\') == std::u32string::npos;
    if (is_object_with_bytes(thread_, replacement_, &view)) return view.find('\\') == std::string_view::npos;
    clear_exception(thread_);
    return false;
  }

  bool replace_one() {
    const size_t* spans = subject_.spans();
    int64_t start = static_cast<int64_t>(spans[0]), end = static_cast<int64_t>(spans[1]);
    if (start > done_) {
      if (!output_.add_slice(subject_.string(), done_, start)) return false;
      ++pieces_;
    }
    done_ = end;
    if (template_) {
      if (is<Str>(replacement_) != pattern_->is_text) return output_.add_value(replacement_, 0);
      ++pieces_;
      return add_expansion(&output_, *template_, subject_.string(), reinterpret_cast<const int64_t*>(spans));
    }
    if (!callable_) return output_.add_value(replacement_, pieces_);
    Ref match = subject_.make_match();
    Ref value = match ? call(thread_, replacement_, match.get()) : Ref();
    if (!value) return false;
    return value.get().is_none() || output_.add_value(value.get(), pieces_++);
  }

  Thread& thread_;
  Pattern* pattern_;
  Value replacement_;
  Subject subject_;
  Output output_;
  Steps steps_;
  Replacement template_;
  bool callable_ = false;
  int64_t done_ = 0;
  int64_t count_ = 0;
  int64_t pieces_ = 0;
};

}  // namespace

Ref substitute(Thread& thread, Pattern* pattern, Value replacement, Value string, Value count, bool with_count) {
  int64_t most = 0;
  if (!count.is_empty() && !index_as_int64(thread, count, &most)) return {};
  Substitution work(thread, pattern, replacement, string);
  if (!work.prepare()) return {};
  Ref result = work.run(most);
  if (!result || !with_count) return result;
  return make_tuple_of(thread, result.get(), Value::integer(work.count()));
}

Ref expand(Thread& thread, Match* match, Value text) {
  Replacement replacement;
  if (!read_template(thread, as_pattern(match->pattern.peek()), text, &replacement)) return {};
  Output output(thread, is<Str>(text));
  if (!add_expansion(&output, *replacement, match->string.peek(), match->spans)) return {};
  return output.finish();
}

}  // namespace gillab::regex
