// Names the lock layer of this engine. The only place that asks which one it is: GILLAB_LAYER is a name, `object` say;
// then layers/object.h is the file, and what that calls layer_object is the layer.
#pragma once

#ifndef GILLAB_LAYER
#define GILLAB_LAYER gil
#endif
#define GILLAB_TEXT(words) #words
#define GILLAB_LAYER_FILE(name) GILLAB_TEXT(gil/layers/name.h)
#define GILLAB_LAYER_PASTE(name) layer_##name
#define GILLAB_LAYER_OF(name) GILLAB_LAYER_PASTE(name)
#include GILLAB_LAYER_FILE(GILLAB_LAYER)

namespace gillab::gil {

using Layer = GILLAB_LAYER_OF(GILLAB_LAYER);
static_assert(LockLayer<Layer>);

template <class L>
inline constexpr bool kIsControlled = requires { L::kControlled; };
inline constexpr bool kControlled = kIsControlled<Layer>;  // a schedule decides who runs (gil/schedule, vm/explore)

template <class T>
using Cell = Layer::Cell<T>;
using Guard = Layer::Guard;
using Suspension = Layer::Suspension;
using FieldLock = Layer::FieldLock;
using Turn = Layer::Turn;
using Count = Layer::Count;

inline void set_flags(Header& header, uint8_t bits) {
  if constexpr (Layer::kConcurrent) {
    header.flags.add_atomically(bits);
  } else {
    header.flags = static_cast<uint8_t>(header.flags | bits);
  }
}
inline void clear_flags(Header& header, uint8_t bits) {
  if constexpr (Layer::kConcurrent) {
    header.flags.remove_atomically(bits);
  } else {
    header.flags = static_cast<uint8_t>(header.flags & ~bits);
  }
}

}  // namespace gillab::gil
