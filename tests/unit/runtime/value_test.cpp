// The 64 bits of a value: which are immediate, which are not, and that no two things share a pattern.
#include "runtime/value.h"

#include <cmath>
#include <limits>
#include <set>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "tests/unit/engine.h"

namespace gillab {
namespace {

TEST(ValueEncoding, IntsOf61BitsAreImmediate) {
  for (int64_t number : {int64_t{0}, int64_t{1}, int64_t{-1}, Value::kMaxInt, Value::kMinInt}) {
    Value value = Value::integer(number);
    EXPECT_TRUE(Value::fits_int(number));
    EXPECT_TRUE(value.is_int());
    EXPECT_EQ(value.as_int(), number);
    EXPECT_FALSE(value.is_float() || value.is_object() || value.is_bool() || value.is_empty());
  }
  EXPECT_FALSE(Value::fits_int(Value::kMaxInt + 1));
  EXPECT_FALSE(Value::fits_int(Value::kMinInt - 1));
}

TEST(ValueEncoding, OrdinaryFloatsKeepTheirBits) {
  for (double number : {0.0, -0.0, 1.0, -1.5, 3.141592653589793, 5e-324, -5e-324, std::ldexp(1.0, -255),
                        std::ldexp(1.999, 256), -std::ldexp(1.0, 256)}) {
    Value value = Value::try_float(number);
    ASSERT_TRUE(value.is_float()) << number;
    EXPECT_EQ(std::bit_cast<uint64_t>(value.as_float()), std::bit_cast<uint64_t>(number));
    EXPECT_FALSE(value.is_int() || value.is_object() || value.is_none() || value.is_empty());
  }
}

TEST(ValueEncoding, FarFloatsHaveNoImmediateForm) {
  for (double number : {std::ldexp(1.0, 257), -std::ldexp(1.0, 300), std::ldexp(1.0, -256), 1e308,
                        std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                        std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_FALSE(Value::try_float(number).is_float()) << number;
  }
}

TEST(ValueEncoding, SingletonsAreDistinctAndNothingElse) {
  const Value all[] = {Value::empty(), Value::none(), Value::false_(), Value::true_(), Value::not_implemented(),
                       Value::ellipsis(), Value::exhausted()};
  std::set<uint64_t> patterns;
  for (Value value : all) {
    patterns.insert(value.bits());
    EXPECT_FALSE(value.is_int() || value.is_float() || value.is_object());
  }
  EXPECT_EQ(patterns.size(), std::size(all));
  EXPECT_TRUE(Value::boolean(true).is_true() && Value::boolean(false).is_false());
  EXPECT_TRUE(Value::true_().is_bool() && Value::false_().is_bool() && !Value::none().is_bool());
}

class Values : public EngineTest {};

TEST_F(Values, AnObjectIsItsAddress) {
  Ref list = make_list(thread);
  EXPECT_TRUE(list.get().is_object());
  EXPECT_EQ(Value::object(list.get().as_object()), list.get());
  EXPECT_FALSE(list.get().is_int() || list.get().is_float());
}

TEST_F(Values, NumbersBeyondTheEncodingAreObjectsOfTheSameType) {
  Ref big = make_int(thread, Value::kMaxInt + 1);
  Ref far = make_float(thread, 1e308);
  EXPECT_TRUE(big.get().is_object() && far.get().is_object());
  EXPECT_EQ(shown(big.get()), "1152921504606846976");
  EXPECT_EQ(shown(far.get()), "1e+308");
  EXPECT_EQ(type_of(thread, big.get()), type_of(thread, Value::integer(1)));
  EXPECT_EQ(type_of(thread, far.get()), type_of(thread, Value::try_float(1.0)));
}

TEST_F(Values, AnEmptyRefOfANullPointer) {
  EXPECT_FALSE(Ref::own(static_cast<const void*>(nullptr)));
  EXPECT_FALSE(Ref::share(static_cast<const void*>(nullptr)));
}

}  // namespace
}  // namespace gillab
