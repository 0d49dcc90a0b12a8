// The policies by name. A new one is a file beside this, a maker in policy.h and here, and a name in names.h.
#include "gil/turns/names.h"
#include "gil/turns/policy.h"

namespace gillab::gil {
namespace {

using Make = std::unique_ptr<Policy> (*)(Nanoseconds interval);

constexpr Make kMakers[] = {make_cpython_policy, make_ticks_policy, make_fair_policy, make_io_first_policy};
static_assert(std::size(kMakers) == std::size(kPolicyNames));

}  // namespace

std::unique_ptr<Policy> make_policy(std::string_view name, Nanoseconds interval) {
  for (size_t i = 0; i < std::size(kMakers); ++i) {
    if (kPolicyNames[i] == name) return kMakers[i](interval);
  }
  return nullptr;
}

}  // namespace gillab::gil
