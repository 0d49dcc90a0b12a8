// Python's grammar with its mistakes: what people write wrong stands in it as rules of their own, each with what to
// say. Read only when a text is refused. The notation:
//
//   name: A | B            ordered choice; `memo name:` remembers its outcome at each token
//   'if'  "match"          a keyword or operator; a word that is a keyword only here
//   NAME NUMBER STRING NEWLINE INDENT DEDENT ENDMARKER SOFT_KEYWORD
//   (A B)  [A]  A*  A+     group, at most once, any number, at least once
//   S.A+                   A separated by S
//   &A  !A  ~              must follow, must not follow, no other alternative from here on
//   &&':'                  must follow, or it is the error
//   a=A  a:A               A's range is `a`: an expression or a token; `a:` takes its tokens as they are
//   => action a b `text`   what to say (SyntaxExplainer in syntax_errors.cpp knows the actions)
//
// A rule whose name starts with `wrong_` describes a mistake; it is tried in the second pass only.
// Mistakes in dict displays are looked for in the first pass already, as CPython does by accident.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/token.h"

namespace gillab::compiler {

struct GrammarNode {
  enum class Kind : uint8_t {
    Token,
    Word,
    SoftKeyword,
    Rule,
    Sequence,
    Choice,
    Optional,
    Many,
    Some,
    Separated,
    Ahead,
    NotAhead,
    Cut,
    Forced,
    Capture
  };
  Kind kind;
  TokenKind token = TokenKind::EndMarker;  // Token, Forced
  int number = -1;                         // Rule: its index; Capture: its slot
  bool plain = false;                      // Capture: the tokens as they are
  std::string text;                        // Word; Sequence: the action's text
  std::string action;                      // Sequence: the action's name and its captures
  std::vector<const GrammarNode*> parts;
};

struct GrammarRule {
  std::string name;
  bool memo = false;
  bool wrong = false;
  const GrammarNode* body = nullptr;
};

struct Grammar {
  std::vector<GrammarRule> rules;
  int find(std::string_view name) const;
};

const Grammar& python_grammar();  // made on first use

extern const std::string_view kPythonStatements;  // the grammar's text, in three parts
extern const std::string_view kPythonExpressions;
extern const std::string_view kPythonMistakes;

}  // namespace gillab::compiler
