// The verifier on code that is broken in one way each, and on code the compiler made.
#include <gtest/gtest.h>

#include "compiler/compile.h"

namespace gillab::compiler {
namespace {

// A sound unit: return None.
CodeUnit sound_unit() {
  CodeUnit unit;
  unit.name = unit.qualified_name = "f";
  unit.constants = {{NoneConstant()}};
  unit.stack_size = 1;
  unit.code = {{Opcode::RESUME, 0}, {Opcode::LOAD_CONST, 0}, {Opcode::RETURN_VALUE, 0}};
  unit.positions.resize(unit.code.size());
  return unit;
}

CodeUnit with_code(std::vector<Instruction> code) {
  CodeUnit unit = sound_unit();
  unit.code = std::move(code);
  unit.positions.assign(unit.code.size(), {});
  return unit;
}

std::string first_problem(const CodeUnit& unit) {
  const std::vector<std::string> problems = verify(unit);
  return problems.empty() ? "" : problems.front();
}

TEST(Verifier, AcceptsASoundUnit) { EXPECT_EQ(first_problem(sound_unit()), ""); }

TEST(Verifier, RefusesIndicesOutOfRange) {
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_CONST, 1}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 0 (LOAD_CONST) uses constant 1 of 1.");
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_FAST, 0}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 0 (LOAD_FAST) uses local 0 of 0.");
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_GLOBAL, 7}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 0 (LOAD_GLOBAL) uses name 7 of 0.");
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_DEREF, 0}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 0 (LOAD_DEREF) uses variable 0 of 0.");
  EXPECT_EQ(first_problem(with_code({{Opcode::JUMP_FORWARD, 9}})),
            "f: instruction 0 (JUMP_FORWARD) uses target 9 of 1.");
}

TEST(Verifier, RefusesAnEmptyStackPopped) {
  EXPECT_EQ(first_problem(with_code({{Opcode::RETURN_VALUE, 0}})),
            "f: instruction 0 (RETURN_VALUE) pops more than the stack holds.");
}

TEST(Verifier, RefusesALookBelowTheStack) {
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_CONST, 0}, {Opcode::SWAP, 2}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 1 (SWAP) looks below the stack.");
}

TEST(Verifier, RefusesAStackThatIsTooDeep) {
  EXPECT_EQ(first_problem(with_code({{Opcode::LOAD_CONST, 0}, {Opcode::LOAD_CONST, 0}, {Opcode::RETURN_VALUE, 0}})),
            "f: instruction 1 (LOAD_CONST) needs a stack deeper than 1.");
}

TEST(Verifier, RefusesPathsThatDisagree) {
  CodeUnit unit = with_code({{Opcode::LOAD_CONST, 0},
                             {Opcode::POP_JUMP_FORWARD_IF_FALSE, 3},
                             {Opcode::LOAD_CONST, 0},
                             {Opcode::LOAD_CONST, 0},
                             {Opcode::RETURN_VALUE, 0}});
  unit.stack_size = 2;
  EXPECT_NE(first_problem(unit).find("where another path has"), std::string::npos);
}

TEST(Verifier, RefusesCodeThatFallsOffItsEnd) {
  EXPECT_EQ(first_problem(with_code({{Opcode::NOP, 0}})), "f: instruction 0 (NOP) falls off the end of the code.");
}

TEST(Verifier, RefusesBadExceptionRanges) {
  CodeUnit unit = sound_unit();
  unit.exceptions = {{2, 2, 0, 0, false}};
  EXPECT_EQ(first_problem(unit), "f: exception range 2..2 is empty or beyond the code.");
  unit.exceptions = {{0, 1, 8, 0, false}};
  EXPECT_EQ(first_problem(unit), "f: exception range 0..1 goes to 8.");
  unit.exceptions = {{0, 1, 2, 1, false}};
  EXPECT_EQ(first_problem(unit), "f: instruction 0 (RESUME) has less on the stack than its handler keeps.");
}

TEST(Verifier, LooksIntoUnitsAmongTheConstants) {
  CodeUnit unit = sound_unit();
  CodeUnit inner = with_code({{Opcode::NOP, 0}});
  inner.qualified_name = "f.<locals>.g";
  unit.constants.push_back({std::make_shared<const CodeUnit>(std::move(inner))});
  EXPECT_EQ(first_problem(unit), "f.<locals>.g: instruction 0 (NOP) falls off the end of the code.");
}

TEST(Verifier, AcceptsWhatTheCompilerMakes) {
  const std::string source = R"(
async def f(a, *b, c=1, **d):
    async with a as x, b:
        async for y in [z async for z in x if z]:
            yield await y
    try:
        return
    except* ValueError as error:
        print(error)
    finally:
        del a
def g(x):
    for i in x:
        with i as (j, *k):
            try:
                if i: continue
                elif j: break
                return i < j < k
            finally:
                match x:
                    case [1, *_] | {'a': 1} | C(b=2): pass
                    case _ if i: raise E from None
)";
  Options options;
  options.verify = true;
  EXPECT_NO_THROW(compile(source, options));
}

}  // namespace
}  // namespace gillab::compiler
