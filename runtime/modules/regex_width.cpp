// How wide what a part of a pattern matches can be: Python's lookbehinds must have one width.
#include <algorithm>

#include "runtime/modules/regex_tree.h"

namespace gillab::regex {

namespace {

uint64_t at_most(uint64_t value, uint64_t limit) { return std::min(value, limit); }

}  // namespace

Width width_of(const Node& node, std::vector<Width>* group_widths) {
  Width width{0, 0};
  switch (node.op) {
    case Op::Literal:
    case Op::Any:
    case Op::Set: return {1, 1};
    case Op::BackReference: return (*group_widths)[node.value];
    case Op::Look: width_of(node.children[0], group_widths); return width;
    case Op::Repeat: {
      width = width_of(node.children[0], group_widths);
      return {at_most(width.minimum * node.minimum, kUnlimited - 1), at_most(width.maximum * node.maximum, kUnlimited)};
    }
    case Op::Branch:
    case Op::Conditional:
      for (size_t i = 0; i < node.children.size(); ++i) {
        Width child = width_of(node.children[i], group_widths);
        if (i == 0) width = child;
        width = {std::min(width.minimum, child.minimum), std::max(width.maximum, child.maximum)};
      }
      if (node.op == Op::Conditional && node.children.size() == 1) width.minimum = 0;
      return width;
    default: break;
  }
  for (const Node& child : node.children) {
    Width inner = width_of(child, group_widths);
    width = {at_most(width.minimum + inner.minimum, kUnlimited - 1),
             at_most(width.maximum + inner.maximum, kUnlimited)};
  }
  if (node.op == Op::Group && node.value != 0) (*group_widths)[node.value] = width;
  return width;
}

bool lookbehinds_are_fixed(const Node& node, std::vector<Width>* group_widths) {
  if (node.op == Op::Look && node.behind) {
    Width width = width_of(node.children[0], group_widths);
    if (width.minimum != width.maximum) return false;
  }
  for (const Node& child : node.children) {
    if (!lookbehinds_are_fixed(child, group_widths)) return false;
  }
  return true;
}

}  // namespace gillab::regex
