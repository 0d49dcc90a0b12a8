// Comments that say what is right.
#include "vm/claims.h"

#include <gtest/gtest.h>

namespace gillab::vm {
namespace {

std::vector<Claim> claims_of(std::string_view source, std::string wanted_problem = "") {
  std::string problem;
  std::vector<Claim> claims = read_claims(source, &problem);
  EXPECT_EQ(problem, wanted_problem);
  return claims;
}

TEST(Claims, StandOnLinesOfTheirOwn) {
  const auto claims = claims_of("x = 1  #: expect x == 2\n  #: expect x == 1 : it was set\n#:forbid x\n");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].kind, ClaimKind::Expect);
  EXPECT_EQ(claims[0].expression, "x == 1");
  EXPECT_EQ(claims[0].why, "it was set");
  EXPECT_EQ(claims[0].line, 2);
  EXPECT_EQ(claims[1].kind, ClaimKind::Forbid);
  EXPECT_EQ(claims[1].why, "");
}

TEST(Claims, ColonsInBracketsAndQuotesPartNothing) {
  const auto claims = claims_of("#: expect d == {'a' : 1} and s[1 : 2] == ' : ' : why : so\n#: interesting f(\"\\\" : \") : x");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].expression, "d == {'a' : 1} and s[1 : 2] == ' : '");
  EXPECT_EQ(claims[0].why, "why : so");
  EXPECT_EQ(claims[1].expression, "f(\"\\\" : \")");
}

TEST(Claims, MistakesAreNamed) {
  claims_of("#: expcet x", "line 1: '#: expcet' (did you mean 'expect'?)");
  claims_of("\n#: expect", "line 2: '#: expect' without an expression");
  claims_of("#: expect  : why", "line 1: '#: expect' without an expression");
  EXPECT_TRUE(claims_of("#: the number of rounds\nrounds = 3").empty());
}

TEST(Claims, EqualitiesHaveTwoSides) {
  const auto sides = sides_of_equality("len(a == b) == 2 * n");
  ASSERT_TRUE(sides.has_value());
  EXPECT_EQ(sides->first, "len(a == b)");
  EXPECT_EQ(sides->second, "2 * n");
  for (const char* other : {"x", "x == y == z", "x == y and z", "not x == y", "x <= y", "x != y", "x == 1 if y else 2", "== 3"}) {
    EXPECT_FALSE(sides_of_equality(other).has_value()) << other;
  }
}

}  // namespace
}  // namespace gillab::vm
