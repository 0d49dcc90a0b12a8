// Names the lock layer of this engine. The only place that asks which one it is.
#pragma once

#include "gil/layers/gil.h"

namespace gillab::gil {

#define GILLAB_LAYER_NAMED_gil GilLayer
#define GILLAB_LAYER_PASTE(name) GILLAB_LAYER_NAMED_##name
#define GILLAB_LAYER_OF(name) GILLAB_LAYER_PASTE(name)
#ifndef GILLAB_LAYER
#define GILLAB_LAYER gil
#endif
using Layer = GILLAB_LAYER_OF(GILLAB_LAYER);
static_assert(LockLayer<Layer>);

template <class T>
using Cell = Layer::Cell<T>;
using Guard = Layer::Guard;
using Turn = Layer::Turn;
using Count = Layer::Count;

}  // namespace gillab::gil
