// What a script claims about its end: comments such as `#: expect count == 10 : every increment kept`. Read by the
// driver (gillab compare) and by engines, which evaluate them. Standard library only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gillab::vm {

enum class ClaimKind : unsigned char { Expect, Interesting, Forbid };

struct Claim {
  ClaimKind kind;
  std::string expression;
  std::string why;  // empty: nobody said
  int line;
};

std::string_view name_of(ClaimKind kind);

// The claims of a source text. A claim is a comment on a line of its own; the first " : " outside brackets and quotes
// parts what from why. Comments with other words after `#:` are none (some tools take those for documentation).
// `problem` says which claim lacks its expression or misspells its first word; empty when all is well.
std::vector<Claim> read_claims(std::string_view source, std::string* problem);

// The expression of a line `#: show EXPR`: what a schedule's result is, unless --show says (gillab explore). Empty: none.
std::string read_shown(std::string_view source);

// Of `A == B`: A and B, so that somebody can say by how much they differ. Nothing for any other form.
std::optional<std::pair<std::string, std::string>> sides_of_equality(std::string_view expression);

}  // namespace gillab::vm
