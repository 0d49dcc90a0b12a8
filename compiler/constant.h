// A constant as the compiler knows it: a value of the source text that needs no run time to exist.
// The VM turns it into an object when it loads the code unit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace gillab::compiler {

struct CodeUnit;
struct Constant;

struct NoneConstant { bool operator==(const NoneConstant&) const = default; };
struct EllipsisConstant { bool operator==(const EllipsisConstant&) const = default; };
// An int beyond 64 bits: its digits in base 16, lower case, with no prefix, and a leading '-' where negative.
struct BigIntConstant { std::string hex; bool operator==(const BigIntConstant&) const = default; };
struct ComplexConstant { double real = 0; double imaginary = 0; };
// UTF-8, where a lone surrogate (from an escape) is encoded as its three bytes.
struct StrConstant { std::string text; bool operator==(const StrConstant&) const = default; };
struct BytesConstant { std::string bytes; bool operator==(const BytesConstant&) const = default; };
struct TupleConstant { std::vector<Constant> items; };
struct FrozenSetConstant { std::vector<Constant> items; };
using CodeConstant = std::shared_ptr<const CodeUnit>;

struct Constant {
  std::variant<NoneConstant, bool, EllipsisConstant, int64_t, BigIntConstant, double, ComplexConstant, StrConstant,
               BytesConstant, TupleConstant, FrozenSetConstant, CodeConstant>
      value;
};

// Equal in kind and value, with 0.0 and -0.0 apart: what may share one place in a table of constants.
bool same_constant(const Constant& left, const Constant& right);

// As Python's repr() writes it; used by the disassembler.
std::string repr(const Constant& constant);

}  // namespace gillab::compiler
