// Patterns: alternatives, sequences, repeats and groups. Escapes, sets and inline flags: regex_escape.cpp.
#include "runtime/modules/regex_parser.h"

namespace gillab::regex {

namespace {

constexpr int kDeepest = 400;  // groups inside groups: what the C++ stack and PCRE2 bear without asking

bool is_pattern_space(int64_t c) { return c == ' ' || (c >= 9 && c <= 13); }

bool is_plain_group(const Node& node) {
  return node.op == Op::Group && node.value == 0 && node.add_flags == 0 && node.delete_flags == 0;
}

// Groups that only hold together dissolve, as what follows a sequence may then repeat their last item... once closed.
void dissolve_plain_groups(Node* sequence) {
  std::vector<Node> flat;
  for (Node& child : sequence->children) {
    if (!is_plain_group(child)) {
      flat.push_back(std::move(child));
    } else if (child.children[0].op == Op::Sequence) {
      for (Node& inner : child.children[0].children) flat.push_back(std::move(inner));
    } else {
      flat.push_back(std::move(child.children[0]));
    }
  }
  sequence->children = std::move(flat);
}

}  // namespace

Parser::Parser(const std::u32string& pattern, bool is_text, uint32_t flags, CharacterNames names, void* context,
               Tree* tree, Problem* problem)
    : source_(pattern, is_text, problem), flags_(flags), names_(names), context_(context), tree_(tree),
      problem_(problem) {}

bool Parser::parse_all() {
  if (source_.failed() || !alternatives(&tree_->root, (flags_ & kVerbose) != 0, 0)) return false;
  if (source_.is_text()) {
    if (flags_ & kLocale) return source_.fail_as(Problem::Value, "cannot use LOCALE flag with a str pattern");
    if (!(flags_ & kAscii)) {
      flags_ |= kUnicode;
    } else if (flags_ & kUnicode) {
      return source_.fail_as(Problem::Value, "ASCII and UNICODE flags are incompatible");
    }
  } else {
    if (flags_ & kUnicode) return source_.fail_as(Problem::Value, "cannot use UNICODE flag with a bytes pattern");
    if ((flags_ & kLocale) && (flags_ & kAscii)) {
      return source_.fail_as(Problem::Value, "ASCII and LOCALE flags are incompatible");
    }
  }
  tree_->flags = flags_;
  if (!source_.at_end()) return source_.fail("unbalanced parenthesis");
  for (auto [number, position] : group_references_) {
    if (number >= tree_->groups) {
      return source_.fail("invalid group reference " + std::to_string(number), source_.tell() - position);
    }
  }
  return true;
}

bool Parser::alternatives(Node* result, bool verbose, int nested) {
  if (depth_ >= kDeepest) return source_.fail_as(Problem::Recursion, "maximum recursion depth exceeded");
  ++depth_;
  Node branch{Op::Branch};
  do {
    branch.children.push_back(Node{Op::Sequence});
    bool first = nested == 0 && branch.children.size() == 1;
    if (!sequence(&branch.children.back(), verbose, nested + 1, first)) return false;
    if (nested == 0) verbose = (flags_ & kVerbose) != 0;
  } while (source_.match('|'));
  --depth_;
  if (branch.children.size() == 1) {
    *result = std::move(branch.children[0]);
  } else {
    *result = Node{Op::Sequence};
    result->children.push_back(std::move(branch));
  }
  return true;
}

bool Parser::sequence(Node* result, bool verbose, int nested, bool first) {
  while (!source_.at_end() && source_.peek() != '|' && source_.peek() != ')') {
    if (first && nested == 1) verbose = verbose || (flags_ & kVerbose) != 0;
    if (!item(result, verbose, nested, first)) return false;
  }
  if (source_.failed()) return false;
  dissolve_plain_groups(result);
  return true;
}

bool Parser::item(Node* sequence, bool verbose, int nested, bool first) {
  if (source_.peek_escape()) return escape(sequence);
  char32_t c = static_cast<char32_t>(source_.peek());
  source_.advance();
  if (source_.failed()) return false;
  if (verbose && is_pattern_space(c)) return true;
  if (verbose && c == '#') return skip_comment();
  switch (c) {
    case '[': return set(sequence);
    case '*':
    case '+':
    case '?':
    case '{': return repeat(sequence, c);
    case '.': sequence->children.push_back(Node{Op::Any}); return true;
    case '(': return group(sequence, verbose, nested, first);
    case '^':
    case '$': sequence->children.push_back(Node{.op = Op::At, .value = c}); return true;
    default: fold_literal(sequence, c); return true;
  }
}

bool Parser::skip_comment() {
  while (!source_.at_end() && source_.peek() != '\n') source_.advance();
  source_.advance();
  return !source_.failed();
}

// --- repeats

bool Parser::repeat_bounds(char32_t kind, int64_t here, uint32_t* minimum, uint32_t* maximum, bool* literal) {
  *minimum = kind == '+' ? 1 : 0;
  *maximum = kind == '?' ? 1 : kUnlimited;
  *literal = false;
  if (kind != '{') return true;
  *literal = source_.peek() == '}';
  if (*literal) return true;
  std::u32string low = source_.take_while(1 << 30, is_digit), high = low;
  if (source_.match(',')) high = source_.take_while(1 << 30, is_digit);
  if (source_.failed()) return false;
  if (!source_.match('}')) {
    *literal = true;
    source_.seek(here);
    return true;
  }
  int64_t number;
  for (auto [text, bound] : {std::pair{&low, minimum}, std::pair{&high, maximum}}) {
    if (text->empty()) continue;
    if (!number_in(*text, &number) || number >= kUnlimited) {
      return source_.fail_as(Problem::Overflow, "the repetition number is too large");
    }
    *bound = static_cast<uint32_t>(number);
  }
  return *maximum >= *minimum ||
         source_.fail("min repeat greater than max repeat", source_.tell() - here);
}

bool Parser::repeat(Node* sequence, char32_t kind) {
  int64_t here = source_.tell();
  Node node{Op::Repeat};
  bool literal;
  if (!repeat_bounds(kind, here, &node.minimum, &node.maximum, &literal)) return false;
  if (literal) {
    fold_literal(sequence, '{');
    return !source_.failed();
  }
  int64_t offset = source_.tell() - here + 1;
  if (sequence->children.empty() || sequence->children.back().op == Op::At) {
    return source_.fail("nothing to repeat", offset);
  }
  Node& last = sequence->children.back();
  if (last.op == Op::Repeat) return source_.fail("multiple repeat", offset);
  if (source_.match('?')) {
    node.mode = '?';
  } else if (source_.match('+')) {
    node.mode = '+';
  }
  node.children.push_back(std::move(last));
  last = std::move(node);
  return !source_.failed();
}

// --- groups

bool Parser::finish_group(int64_t start) {
  if (source_.failed()) return false;
  if (source_.match(')')) return !source_.failed();
  return source_.fail("missing ), unterminated subpattern", source_.tell() - start);
}

bool Parser::group(Node* sequence, bool verbose, int nested, bool first) {
  int64_t start = source_.tell() - 1;
  if (source_.match('?')) return extension(sequence, start, verbose, nested, first);
  return capturing(sequence, start, nullptr, verbose, nested);
}

bool Parser::group_body(Node* sequence, int64_t start, Node group, bool verbose, int nested) {
  group.children.emplace_back(Node{Op::Sequence});
  if (!alternatives(&group.children[0], verbose, nested + 1) || !finish_group(start)) return false;
  if (group.value != 0) closed_[group.value] = true;
  sequence->children.push_back(std::move(group));
  return true;
}

bool Parser::open_group(const std::u32string* name, uint32_t* number) {
  *number = tree_->groups++;
  closed_.push_back(false);
  if (!name) return true;
  for (const auto& [known, old] : tree_->names) {
    if (known != *name) continue;
    std::u32string message = U"redefinition of group name " + quoted(*name) +
                             widen(" as group " + std::to_string(*number) + "; was group " + std::to_string(old));
    return source_.fail(message, static_cast<int64_t>(name->size()) + 1);
  }
  tree_->names.emplace_back(*name, *number);
  return true;
}

bool Parser::capturing(Node* sequence, int64_t start, const std::u32string* name, bool verbose, int nested) {
  Node node{Op::Group};
  return open_group(name, &node.value) && group_body(sequence, start, std::move(node), verbose, nested);
}

bool Parser::extension(Node* sequence, int64_t start, bool verbose, int nested, bool first) {
  if (source_.failed()) return false;
  if (source_.at_end()) return source_.fail("unexpected end of pattern");
  std::u32string text = source_.next_text();
  int64_t c = source_.peek();
  source_.advance();
  if (source_.failed()) return false;
  switch (c) {
    case 'P': return python_extension(sequence, start, verbose, nested);
    case ':': return group_body(sequence, start, Node{Op::Group}, verbose, nested);
    case '>': return group_body(sequence, start, Node{Op::Atomic}, verbose, nested);
    case '#':
      while (!source_.at_end() && source_.peek() != ')') source_.advance();
      if (source_.failed()) return false;
      return source_.match(')') ||
             source_.fail("missing ), unterminated comment", source_.tell() - start);
    case '=':
    case '!':
    case '<': return look(sequence, start, static_cast<char32_t>(c), verbose, nested);
    case '(': return conditional(sequence, start, verbose, nested);
    default: break;
  }
  if (c != '-' && flag_of(c) == 0) {
    return fail_with_text("unknown extension ?", text, static_cast<int64_t>(text.size()) + 1);
  }
  Node node{Op::Group};
  bool global = false;
  if (!inline_flags(c, &node.add_flags, &node.delete_flags, &global)) return false;
  if (!global) {
    verbose = (verbose || (node.add_flags & kVerbose)) && !(node.delete_flags & kVerbose);
    return group_body(sequence, start, std::move(node), verbose, nested);
  }
  if (first && sequence->children.empty()) return true;
  return source_.fail("global flags not at the start of the expression", source_.tell() - start);
}

bool Parser::python_extension(Node* sequence, int64_t start, bool verbose, int nested) {
  if (source_.match('<')) {
    std::u32string name = source_.take_until('>', "group name");
    return group_name(name, 1) && capturing(sequence, start, &name, verbose, nested);
  }
  if (source_.match('=')) return named_reference(sequence);
  if (source_.at_end()) return source_.fail("unexpected end of pattern");
  std::u32string text = source_.next_text();
  source_.advance();
  return fail_with_text("unknown extension ?P", text, static_cast<int64_t>(text.size()) + 2);
}

bool Parser::group_name(const std::u32string& name, int64_t offset) {
  if (source_.failed()) return false;
  int64_t length = static_cast<int64_t>(name.size());
  if (!is_identifier(name)) return fail_with_text("bad character in group name ", quoted(name), length + offset);
  if (source_.is_text()) return true;
  for (char32_t c : name) {
    if (c < 128) continue;
    Problem shown;  // the message as an error would have it: escaped
    Source(name, false, &shown).fail(quoted(name));
    warn("bad character in group name " + std::string(shown.message.begin(), shown.message.end()) + " at position " +
             std::to_string(source_.tell() - length - offset), false);
    break;
  }
  return true;
}

bool Parser::lookbehind_group(uint32_t number) {
  if (lookbehind_groups_ == 0) return true;
  if (!is_closed(number)) return source_.fail("cannot refer to an open group");
  return number < lookbehind_groups_ ||
         source_.fail("cannot refer to group defined in the same lookbehind subpattern");
}

bool Parser::refer(Node* sequence, uint32_t number, int64_t offset) {
  if (!is_closed(number)) return source_.fail("cannot refer to an open group", offset);
  if (!lookbehind_group(number)) return false;
  sequence->children.push_back(Node{.op = Op::BackReference, .value = number});
  return true;
}

bool Parser::named_reference(Node* sequence) {
  std::u32string name = source_.take_until(')', "group name");
  if (!group_name(name, 1)) return false;
  int64_t offset = static_cast<int64_t>(name.size()) + 1;
  for (const auto& [known, number] : tree_->names) {
    if (known == name) return refer(sequence, number, offset);
  }
  return fail_with_text("unknown group name ", quoted(name), offset);
}

bool Parser::look(Node* sequence, int64_t start, char32_t kind, bool verbose, int nested) {
  Node node{Op::Look};
  uint32_t outer = lookbehind_groups_;
  if (kind == '<') {
    if (source_.at_end()) return source_.fail("unexpected end of pattern");
    std::u32string text = source_.next_text();
    kind = static_cast<char32_t>(source_.peek());
    source_.advance();
    if (source_.failed()) return false;
    if (kind != '=' && kind != '!') {
      return fail_with_text("unknown extension ?<", text, static_cast<int64_t>(text.size()) + 2);
    }
    node.behind = true;
    if (outer == 0) lookbehind_groups_ = tree_->groups;
  }
  node.negated = kind == '!';
  node.children.emplace_back(Node{Op::Sequence});
  if (!alternatives(&node.children[0], verbose, nested + 1)) return false;
  lookbehind_groups_ = outer;
  if (!finish_group(start)) return false;
  if (node.negated && node.children[0].children.empty()) node = Node{Op::Failure};
  sequence->children.push_back(std::move(node));
  return true;
}

bool Parser::condition_group(uint32_t* number) {
  std::u32string name = source_.take_until(')', "group name");
  if (source_.failed()) return false;
  int64_t length = static_cast<int64_t>(name.size());
  if (is_identifier(name)) {
    if (!group_name(name, 1)) return false;
    for (const auto& [known, group] : tree_->names) {
      if (known != name) continue;
      *number = group;
      return true;
    }
    return fail_with_text("unknown group name ", quoted(name), length + 1);
  }
  int64_t group;
  if (!number_in(name, &group) || group < 0) {
    return fail_with_text("bad character in group name ", quoted(name), length + 1);
  }
  if (group == 0) return source_.fail("bad group number", length + 1);
  if (group >= kMaximumGroups) {
    return source_.fail("invalid group reference " + std::to_string(group), length + 1);
  }
  *number = static_cast<uint32_t>(group);
  group_references_.emplace_back(*number, source_.tell() - length - 1);
  return true;
}

bool Parser::conditional(Node* sequence, int64_t start, bool verbose, int nested) {
  Node node{Op::Conditional};
  if (!condition_group(&node.value) || !lookbehind_group(node.value)) return false;
  if (depth_ >= kDeepest) return source_.fail_as(Problem::Recursion, "maximum recursion depth exceeded");
  ++depth_;
  node.children.emplace_back(Node{Op::Sequence});
  if (!this->sequence(&node.children[0], verbose, nested + 1, false)) return false;
  if (source_.match('|')) {
    node.children.emplace_back(Node{Op::Sequence});
    if (!this->sequence(&node.children[1], verbose, nested + 1, false)) return false;
    if (source_.peek() == '|') return source_.fail("conditional backref with more than two branches");
  }
  --depth_;
  if (!finish_group(start)) return false;
  sequence->children.push_back(std::move(node));
  return true;
}

bool parse(const std::u32string& pattern, bool is_text, uint32_t flags, CharacterNames names, void* context, Tree* tree,
           Problem* problem) {
  return Parser(pattern, is_text, flags, names, context, tree, problem).parse_all();
}

}  // namespace gillab::regex
