// math: exact sums, products, distances.
#include <cmath>
#include <vector>

#include "runtime/float.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/math.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

// The sum of all numbers so far as partial sums that do not overlap, growing in size: exact.
class ExactSum {
 public:
  // False: the sum is beyond floats although no number was.
  bool add(double number) {
    double original = number;
    size_t kept = 0;
    for (double partial : partials_) {
      if (std::fabs(number) < std::fabs(partial)) std::swap(number, partial);
      double high = number + partial;
      double low = partial - (high - number);
      if (low != 0.0) partials_[kept++] = low;
      number = high;
    }
    if (!std::isfinite(number)) return add_special(original);
    partials_.resize(kept);
    if (number != 0.0) partials_.push_back(number);
    return true;
  }

  bool has_special() const { return special_ != 0.0 || std::isnan(special_); }
  double special() const { return special_; }
  bool opposite_infinities() const { return std::isnan(infinities_); }

  // The partial sums added from the largest down; a tie is settled by the sign of what is left.
  double rounded() const {
    if (partials_.empty()) return 0.0;
    size_t left = partials_.size() - 1;
    double high = partials_[left], low = 0.0;
    while (left > 0) {
      double before = high, next = partials_[--left];
      high = before + next;
      low = next - (high - before);
      if (low != 0.0) break;
    }
    if (left > 0 && ((low < 0.0 && partials_[left - 1] < 0.0) || (low > 0.0 && partials_[left - 1] > 0.0))) {
      double twice = low * 2.0, other = high + twice;
      if (twice == other - high) high = other;
    }
    return high;
  }

 private:
  bool add_special(double number) {
    if (std::isfinite(number)) return false;
    if (std::isinf(number)) infinities_ += number;
    special_ += number;
    partials_.clear();
    return true;
  }

  std::vector<double> partials_;
  double special_ = 0.0;
  double infinities_ = 0.0;
};

Ref math_fsum(Thread& thread, const Value* args, uint32_t, Tuple*) {
  ExactSum sum;
  Each each(thread, args[0]);
  while (Ref item = each.next()) {
    double number;
    if (!real_argument(thread, item.get(), &number)) return {};
    if (!sum.add(number)) return raise(thread, Error::OverflowError, "intermediate overflow in fsum");
  }
  if (each.failed()) return {};
  if (!sum.has_special()) return make_float(thread, sum.rounded());
  if (sum.opposite_infinities()) return raise(thread, Error::ValueError, "-inf + inf in fsum");
  return make_float(thread, sum.special());
}

Ref math_prod(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref product = args[1].is_empty() ? Ref::own(Value::integer(1)) : Ref::share(args[1]);
  Each each(thread, args[0]);
  while (Ref item = each.next()) {
    product = binary(thread, Binary::Multiply, product.get(), item.get());
    if (!product) return {};
  }
  return each.failed() ? Ref() : std::move(product);
}

// The root of the sum of squares. Long doubles keep eleven bits more than the result has.
double norm_of(const std::vector<double>& parts) {
  double largest = 0.0;
  bool nan = false;
  for (double part : parts) {
    if (std::isinf(part)) return HUGE_VAL;
    nan |= std::isnan(part);
    largest = std::max(largest, std::fabs(part));
  }
  if (nan) return std::nan("");
  if (largest == 0.0) return 0.0;
  int exponent;
  std::frexp(largest, &exponent);
  long double sum = 0.0L;
  for (double part : parts) {
    long double scaled = std::ldexp(static_cast<long double>(part), -exponent);
    sum += scaled * scaled;
  }
  return static_cast<double>(std::ldexp(std::sqrt(sum), exponent));
}

Ref math_hypot(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Tuple* values = as<Tuple>(args[0]);
  std::vector<double> parts(values->length);
  for (uint64_t i = 0; i < values->length; ++i) {
    if (!real_argument(thread, values->items[i], &parts[i])) return {};
  }
  return make_float(thread, norm_of(parts));
}

Ref math_dist(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref first = tuple_from(thread, args[0]);
  Ref second = first ? tuple_from(thread, args[1]) : Ref();
  if (!second) return {};
  Tuple *p = first.as<Tuple>(), *q = second.as<Tuple>();
  if (p->length != q->length) {
    return raise(thread, Error::ValueError, "both points must have the same number of dimensions");
  }
  std::vector<double> parts(p->length);
  for (uint64_t i = 0; i < p->length; ++i) {
    double a, b;
    if (!real_argument(thread, p->items[i], &a) || !real_argument(thread, q->items[i], &b)) return {};
    parts[i] = a - b;
  }
  return make_float(thread, norm_of(parts));
}

const MethodDef kFunctions[] = {
    {"dist", "(p, q, /)", math_dist},
    {"fsum", "(seq, /)", math_fsum},
    {"hypot", "(*coordinates)", math_hypot},
    {"prod", "(iterable, /, *, start=1)", math_prod},
};

}  // namespace

bool add_sum_math(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
