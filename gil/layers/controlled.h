// The layer `controlled`: one fiber runs at a time, a schedule decides which (schedule/machine.h). So counts and fields
// are those of `gil`; what threads touch is known from the instruction they are about to run (vm/explore/).
#pragma once

#include "gil/layers/gil.h"
#include "gil/schedule/turn.h"

namespace gillab::gil {

struct ControlledLayer : GilLayer {
  static constexpr const char* kName = "controlled";
  static constexpr bool kControlled = true;
  using Turn = ControlledTurn;
};

using layer_controlled = ControlledLayer;

}  // namespace gillab::gil
