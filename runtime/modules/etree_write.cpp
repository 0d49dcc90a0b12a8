// _elementtree.tree_text: a tree as the text of an XML or HTML document, names with namespaces as `prefix:name`.
#include <algorithm>
#include <cstring>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "runtime/classes/construct.h"
#include "runtime/dict.h"
#include "runtime/modules/etree.h"
#include "runtime/str.h"
#include "runtime/thread.h"

namespace gillab::etree {
namespace {

Failed refuse(Thread& thread, Value value) {
  Ref shown = repr(thread, value);
  if (!shown) return {};
  return raise(thread, Error::TypeError, "cannot serialize {} (type {})", shown.get(),
               short_type_name(thread, value));
}

// What an element has, whoever made it.
struct Parts {
  Ref tag, text, tail;
  explicit operator bool() const { return tag && text && tail; }
};
Parts parts_of(Thread& thread, Value element) {
  if (is_element(element)) {
    Element* each = element_of(element);
    return {each->tag.take(), each->text.take(), each->tail.take()};
  }
  const auto part = [&](const char* name) { return get_attribute(thread, element, intern(thread, std::string_view(name))); };
  Parts parts;
  if ((parts.tag = part("tag")) && (parts.text = part("text"))) parts.tail = part("tail");
  return parts;
}

// Calls visit(child) for each; false as soon as that says so, or after an error.
template <class Visit>
bool each_child(Thread& thread, Value element, Visit visit) {
  if (is_element(element)) {
    for (size_t i = 0; Ref child = child_at(element_of(element), i); ++i) {
      if (!visit(child.get())) return false;
    }
    return true;
  }
  Each each(thread, element);
  while (Ref child = each.next()) {
    if (!visit(child.get())) return false;
  }
  return !each.failed();
}

// Calls visit(name, value) for each attribute.
template <class Visit>
bool each_attribute(Thread& thread, Value element, Visit visit) {
  if (is_element(element)) {
    Ref attributes = element_of(element)->attributes.take(), name, value;
    uint32_t position = 0;
    while (attributes && dict_next_held(attributes.as<Dict>(), &position, &name, &value)) {
      if (!visit(name.get(), value.get())) return false;
    }
    return true;
  }
  Ref items = call_method(thread, element, intern(thread, std::string_view("items")));
  if (!items) return false;
  Each each(thread, items.get());
  while (Ref item = each.next()) {
    Ref pair = tuple_from(thread, item.get());
    if (!pair || pair.as<Tuple>()->length != 2) return pair && raise(thread, Error::ValueError, "items must be pairs");
    if (!visit(pair.as<Tuple>()->items[0], pair.as<Tuple>()->items[1])) return false;
  }
  return !each.failed();
}

struct Sign {
  char character;
  const char* text;
};
constexpr Sign kInText[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
constexpr Sign kInValue[] = {{'&', "&amp;"},   {'<', "&lt;"},   {'>', "&gt;"},  {'"', "&quot;"},
                             {'\r', "&#13;"}, {'\n', "&#10;"}, {'\t', "&#09;"}};
constexpr Sign kInHtmlValue[] = {{'&', "&amp;"}, {'>', "&gt;"}, {'"', "&quot;"}};

constexpr const char* kNeverClosed[] = {"area",  "base", "basefont", "br",    "col",  "embed", "frame",  "hr",  "img",
                                        "input", "isindex", "link",  "meta", "param", "source", "track", "wbr"};

class Writer {
 public:
  // What the module has: the functions that are tags of comments and instructions, the class of qualified names, the
  // prefixes that are known.
  struct Words {
    Value comment, instruction, qualified;
    Dict* prefixes;
  };
  Writer(Thread& thread, const Words& words, bool html, bool short_empty)
      : thread_(thread), words_(words), html_(html), short_empty_(short_empty), text_(thread) {}

  bool begin(Value default_namespace) {
    names_ = make_dict(thread_);
    namespaces_ = make_dict(thread_);
    if (!names_ || !namespaces_) return false;
    const Truth given = truth(thread_, default_namespace);
    has_default_ = given == Truth::Yes;
    if (!has_default_) return given != Truth::Error;
    return dict_set(thread_, namespaces_.as<Dict>(), default_namespace, make_str(thread_, ""));
  }

  // The names of the element and of all below.
  bool collect(Value element) {
    NativeDepth depth(thread_);
    if (!depth) return false;
    Parts parts = parts_of(thread_, element);
    if (!parts || !add_tag(parts.tag.get())) return false;
    const bool known = each_attribute(thread_, element, [this](Value name, Value value) {
      return add_name(name) && (!is_qualified(value) || add_name(value));
    });
    if (!known || (is_qualified(parts.text.get()) && !add_name(parts.text.get()))) return false;
    return each_child(thread_, element, [this](Value child) { return collect(child); });
  }

  bool write(Value element, bool is_root) {
    NativeDepth depth(thread_);
    Parts parts = depth ? parts_of(thread_, element) : Parts();
    if (!parts) return false;
    const Value tag = parts.tag.get();
    bool written;
    if (tag == words_.comment) {
      written = write_comment(parts.text.get());
    } else if (tag == words_.instruction) {
      text_.add("<?");
      written = text_.add_str(parts.text.get());
      text_.add("?>");
    } else if (tag.is_none()) {
      written = write_text(parts.text.get()) && write_children(element);
    } else {
      written = write_element(element, parts, is_root);
    }
    return written && write_text(parts.tail.get());
  }

  Ref finish() { return text_.finish(); }

 private:
  bool is_qualified(Value value) {
    return value.is_object() && is_subtype(type_of(value.as_object()), as<Type>(words_.qualified));
  }
  Ref plain_name(Value name) {
    return is_qualified(name) ? get_attribute(thread_, name, intern(thread_, std::string_view("text"))) : Ref::share(name);
  }

  bool add_tag(Value tag) {
    if (is<Str>(tag) || is_qualified(tag)) return add_name(tag);
    return tag.is_none() || tag == words_.comment || tag == words_.instruction || refuse(thread_, tag);
  }

  bool add_name(Value qualified) {
    Ref name = plain_name(qualified), known;
    if (!name) return false;
    if (!is<Str>(name.get())) return refuse(thread_, name.get());
    const Found found = dict_get(thread_, names_.as<Dict>(), name.get(), &known);
    if (found != Found::No) return found == Found::Yes;
    const Str* text = name.as<Str>();
    if (text->length > 0 && text->at(0) == '{') return add_name_in_namespace(name.as<Str>());
    if (has_default_) {
      return raise(thread_, Error::ValueError, "cannot use non-qualified names with default_namespace option");
    }
    return dict_set(thread_, names_.as<Dict>(), name.get(), name.share());
  }

  bool add_name_in_namespace(Str* name) {
    size_t end = name->length;
    while (end > 1 && name->at(end - 1) != '}') --end;
    if (end < 2) return raise(thread_, Error::ValueError, "not enough values to unpack (expected 2, got 1)");
    Ref uri = substring(thread_, name, 1, end - 1), tag = substring(thread_, name, end, name->length);
    Ref prefix = uri && tag ? prefix_of(uri.get()) : Ref();
    if (!prefix) return false;
    const bool is_plain = prefix.as<Str>()->length == 0;
    Ref written = is_plain ? std::move(tag)
                           : format_text(thread_, "{}:{}", {FormatArg(prefix.get()), FormatArg(tag.get())});
    return written && dict_set(thread_, names_.as<Dict>(), Value::object(name), std::move(written));
  }

  Ref prefix_of(Value uri) {
    Ref prefix;
    Found found = dict_get(thread_, namespaces_.as<Dict>(), uri, &prefix);
    if (found == Found::No) found = dict_get(thread_, words_.prefixes, uri, &prefix);
    if (found == Found::Error) return {};
    if (!prefix) prefix = format_text(thread_, "ns{}", {FormatArg(dict_size(namespaces_.as<Dict>()))});
    if (!prefix) return {};
    if (!is<Str>(prefix.get())) return refuse(thread_, prefix.get());
    if (equals_ascii(prefix.as<Str>(), "xml")) return prefix;
    return dict_set(thread_, namespaces_.as<Dict>(), uri, prefix.share()) ? std::move(prefix) : Ref();
  }

  // --- writing

  template <size_t N>
  bool escape(Value value, const Sign (&signs)[N]) {
    if (!is<Str>(value)) return refuse(thread_, value);
    const Str* text = as<Str>(value);
    size_t done = 0;
    for (size_t i = 0; i < text->length; ++i) {
      const char32_t each = text->at(i);
      if (each > '>') continue;
      for (const Sign& sign : signs) {
        if (each != static_cast<unsigned char>(sign.character)) continue;
        text_.add(text, done, i);
        text_.add_ascii(sign.text, std::strlen(sign.text));
        done = i + 1;
      }
    }
    done == 0 ? text_.add(text) : text_.add(text, done, text->length);
    return true;
  }

  bool write_text(Value text) {
    if (text.is_none()) return true;
    const Truth worth = truth(thread_, text);
    return worth == Truth::Yes ? escape(text, kInText) : worth == Truth::No;
  }

  bool write_comment(Value text) {
    text_.add("<!--");
    const bool written = html_ ? escape(text, kInText) : text_.add_str(text);
    text_.add("-->");
    return written;
  }

  bool write_children(Value element) {
    return each_child(thread_, element, [this](Value child) { return write(child, false); });
  }

  Ref name_of(Value qualified) {
    Ref name = plain_name(qualified), written;
    if (!name) return {};
    const Found found = dict_get(thread_, names_.as<Dict>(), name.get(), &written);
    if (found == Found::No) return raise_object(thread_, Error::KeyError, name.get());
    return written;
  }

  bool write_element(Value element, const Parts& parts, bool is_root) {
    Ref name = name_of(parts.tag.get());
    if (!name) return false;
    const Str* written = name.as<Str>();
    text_.add('<');
    text_.add(written);
    if (is_root && !write_namespaces()) return false;
    if (!each_attribute(thread_, element, [this](Value key, Value value) { return write_attribute(key, value); })) {
      return false;
    }
    const Value text = parts.text.get();
    const Truth has_text = text.is_none() ? Truth::No : truth(thread_, text);
    if (has_text == Truth::Error) return false;
    if (!html_ && short_empty_ && has_text == Truth::No) {
      const int64_t children = is_element(element) ? static_cast<bool>(child_at(element_of(element), 0))
                                                   : gillab::length(thread_, element);
      if (children <= 0) return children == 0 && (text_.add_ascii(" />", 3), true);
    }
    text_.add('>');
    if (has_text == Truth::Yes && !write_inner_text(text, written)) return false;
    if (!write_children(element)) return false;
    if (html_ && is_one_of(written, kNeverClosed)) return true;
    text_.add_ascii("</", 2);
    text_.add(written);
    text_.add('>');
    return true;
  }

  bool write_inner_text(Value text, const Str* name) {
    static constexpr const char* kRaw[] = {"script", "style"};
    return html_ && is_one_of(name, kRaw) ? text_.add_str(text) : escape(text, kInText);
  }

  template <size_t N>
  static bool is_one_of(const Str* name, const char* const (&words)[N]) {
    std::string lowered(name->ascii ? name->ascii_view() : std::string_view());
    for (char& each : lowered) each = each >= 'A' && each <= 'Z' ? static_cast<char>(each | 0x20) : each;
    return std::find(std::begin(words), std::end(words), lowered) != std::end(words);
  }

  bool write_attribute(Value key, Value value) {
    Ref name = name_of(key);
    if (!name) return false;
    text_.add(' ');
    text_.add(name.as<Str>());
    text_.add_ascii("=\"", 2);
    if (is_qualified(value)) {
      Ref written = name_of(value);
      if (!written) return false;
      text_.add(written.as<Str>());
    } else if (!(html_ ? escape(value, kInHtmlValue) : escape(value, kInValue))) {
      return false;
    }
    text_.add('"');
    return true;
  }

  bool write_namespaces() {
    std::vector<std::pair<Ref, Ref>> rows;  // prefix, uri
    uint32_t position = 0;
    Ref uri, prefix;
    while (dict_next_held(namespaces_.as<Dict>(), &position, &uri, &prefix)) rows.emplace_back(prefix.share(), uri.share());
    std::sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
      return compare_text(left.first.template as<Str>(), right.first.template as<Str>()) < 0;
    });
    for (const auto& [name, of] : rows) {
      text_.add(" xmlns");
      if (name.as<Str>()->length > 0) text_.add(':');
      text_.add(name.as<Str>());
      text_.add("=\"");
      if (!(html_ ? escape(of.get(), kInHtmlValue) : escape(of.get(), kInValue))) return false;
      text_.add('"');
    }
    return true;
  }

  Thread& thread_;
  Words words_;
  bool html_, short_empty_, has_default_ = false;
  Ref names_;       // a name -> how it is written
  Ref namespaces_;  // a namespace -> its prefix
  StrBuilder text_;
};

// (root, html, short_empty, default_namespace, prefixes, Comment, ProcessingInstruction, QName)
Ref tree_text(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Truth html = truth(thread, args[1]), short_empty = truth(thread, args[2]);
  if (html == Truth::Error || short_empty == Truth::Error) return {};
  if (!is<Dict>(args[4]) || !is<Type>(args[7])) return raise(thread, Error::TypeError, "a dict and a class are needed");
  const Writer::Words words = {args[5], args[6], args[7], as<Dict>(args[4])};
  Writer writer(thread, words, html == Truth::Yes, short_empty == Truth::Yes);
  const bool written = writer.begin(args[3]) && writer.collect(args[0]) && writer.write(args[0], true);
  return written ? writer.finish() : Ref();
}

}  // namespace

const MethodDef kTreeText = {
    "tree_text", "(root, html, short_empty, default_namespace, prefixes, comment, instruction, qualified, /)", tree_text};

}  // namespace gillab::etree
