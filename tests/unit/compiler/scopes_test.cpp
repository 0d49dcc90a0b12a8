// Where names live, as a code unit shows it: locals, cells, free variables, globals.
#include <gtest/gtest.h>

#include "compiler/compile.h"

namespace gillab::compiler {
namespace {

using Names = std::vector<std::string>;

std::shared_ptr<const CodeUnit> compiled(const std::string& source) {
  Options options;
  options.verify = true;
  return compile(source, options).code;
}

// The unit of that qualified name, wherever it is among the constants.
const CodeUnit* find_unit(const CodeUnit& unit, const std::string& name) {
  if (unit.qualified_name == name) return &unit;
  for (const Constant& constant : unit.constants) {
    const auto* inner = std::get_if<CodeConstant>(&constant.value);
    const CodeUnit* found = inner != nullptr ? find_unit(**inner, name) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

bool uses(const CodeUnit& unit, Opcode opcode, const std::string& name) {
  for (const Instruction& instruction : unit.code) {
    if (instruction.opcode != opcode) continue;
    const bool is_deref = operand_of(opcode) == OperandKind::Deref;
    if ((is_deref ? unit.deref_name(instruction.arg) : unit.names[instruction.arg]) == name) return true;
  }
  return false;
}

std::string refusal(const std::string& source) {
  try {
    compiled(source);
  } catch (const SourceError& error) {
    return error.what();
  }
  return "";
}

TEST(Scopes, ParametersComeFirstInTheOrderOfAFrame) {
  const auto module = compiled("def f(a, /, b, *c, d, **e):\n x = 1\n");
  const CodeUnit& f = *find_unit(*module, "f");
  EXPECT_EQ(f.local_names, (Names{"a", "b", "d", "c", "e", "x"}));
  EXPECT_EQ(f.argument_count, 2u);
  EXPECT_EQ(f.positional_only_count, 1u);
  EXPECT_EQ(f.keyword_only_count, 1u);
  EXPECT_EQ(f.flags & (kVarArgs | kVarKeywords), uint32_t{kVarArgs | kVarKeywords});
}

TEST(Scopes, AParameterThatIsACellKeepsItsPlace) {
  const auto module = compiled("def f(a, b):\n c = 1\n return lambda: (b, c)\n");
  const CodeUnit& f = *find_unit(*module, "f");
  EXPECT_EQ(f.is_cell, (std::vector<bool>{false, true}));
  EXPECT_EQ(f.cell_names, (Names{"c"}));
  EXPECT_EQ(find_unit(*module, "f.<locals>.<lambda>")->free_names, (Names{"b", "c"}));
}

TEST(Scopes, AFreeVariableIsHandedThroughEveryScopeBetween) {
  const auto module = compiled("def f():\n x = 1\n def g():\n  class C:\n   def h(self): return x\n");
  EXPECT_EQ(find_unit(*module, "f.<locals>.g")->free_names, (Names{"x"}));
  EXPECT_EQ(find_unit(*module, "f.<locals>.g.<locals>.C")->free_names, (Names{"x"}));
}

TEST(Scopes, AClassBindingIsInvisibleToItsMethods) {
  const auto module = compiled("class C:\n x = 1\n def f(self): return x\n");
  EXPECT_TRUE(uses(*find_unit(*module, "C.f"), Opcode::LOAD_GLOBAL, "x"));
}

TEST(Scopes, AClassReadsAnOuterVariableThroughItsNamespace) {
  const auto module = compiled("def f(x):\n class C:\n  y = x\n");
  EXPECT_TRUE(uses(*find_unit(*module, "f.<locals>.C"), Opcode::LOAD_CLASSDEREF, "x"));
}

TEST(Scopes, SuperWithoutArgumentsNeedsTheClass) {
  const auto module = compiled("class C:\n def f(self): return super().f()\n");
  EXPECT_EQ(find_unit(*module, "C")->cell_names, (Names{"__class__"}));
  EXPECT_EQ(find_unit(*module, "C.f")->free_names, (Names{"__class__"}));
}

TEST(Scopes, PrivateNamesCarryTheClass) {
  const auto module = compiled("class _C:\n def f(self):\n  self.__a = __b\n  return __c__\n");
  const CodeUnit& f = *find_unit(*module, "_C.f");
  EXPECT_TRUE(uses(f, Opcode::STORE_ATTR, "_C__a"));
  EXPECT_TRUE(uses(f, Opcode::LOAD_GLOBAL, "_C__b"));
  EXPECT_TRUE(uses(f, Opcode::LOAD_GLOBAL, "__c__"));
}

TEST(Scopes, AWalrusInAComprehensionBindsOutside) {
  const auto module = compiled("def f():\n [y := x for x in z]\n return y\n");
  EXPECT_EQ(find_unit(*module, "f")->cell_names, (Names{"y"}));
  const auto global = compiled("[y := x for x in z]\n");
  EXPECT_TRUE(uses(*find_unit(*global, "<listcomp>"), Opcode::STORE_GLOBAL, "y"));
}

TEST(Scopes, AGlobalDeclarationHidesTheOuterVariable) {
  const auto module = compiled("def f():\n x = 1\n def g():\n  global x\n  return lambda: x\n");
  EXPECT_TRUE(uses(*find_unit(*module, "f.<locals>.g.<locals>.<lambda>"), Opcode::LOAD_GLOBAL, "x"));
  EXPECT_TRUE(find_unit(*module, "f")->cell_names.empty());
}

TEST(Scopes, DeclarationsThatContradictAreRefused) {
  EXPECT_EQ(refusal("def f(x):\n global x\n"), "name 'x' is parameter and global");
  EXPECT_EQ(refusal("def f():\n x = 1\n global x\n"), "name 'x' is assigned to before global declaration");
  EXPECT_EQ(refusal("def f():\n print(x)\n nonlocal x\n"), "name 'x' is used prior to nonlocal declaration");
  EXPECT_EQ(refusal("def f():\n nonlocal x\n"), "no binding for nonlocal 'x' found");
  EXPECT_EQ(refusal("nonlocal x\n"), "nonlocal declaration not allowed at module level");
}

TEST(Scopes, PlacesOfErrorsCountBytesFromOne) {
  try {
    compiled("def f():\n \xC3\xA9 = 1; global \xC3\xA9\n");
    FAIL();
  } catch (const SourceError& error) {
    EXPECT_EQ(error.line, 2);
    EXPECT_EQ(error.column, 10);
    EXPECT_EQ(error.text, " \xC3\xA9 = 1; global \xC3\xA9\n");
  }
}

TEST(Scopes, LongChainsNeedNoDeepStack) {
  std::string sum = "x = a", chain = "if a: pass\n";
  for (int i = 0; i < 100000; ++i) sum += "+a";
  for (int i = 0; i < 20000; ++i) chain += "elif a: b\n";
  EXPECT_EQ(compiled(sum)->stack_size, 2u);
  EXPECT_EQ(refusal(chain), "");
}

TEST(Scopes, DeepNestingIsAnError) {
  std::string text = "x = a";
  for (int i = 0; i < 20000; ++i) text += "()";
  EXPECT_EQ(refusal(text), "maximum recursion depth exceeded during compilation");
}

}  // namespace
}  // namespace gillab::compiler
