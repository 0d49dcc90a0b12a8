// Which of two sizes a build has: the hostile one makes tables, buffers and limits as small as they can be, so that
// each test makes them grow and run over.
#pragma once

namespace gillab {

#ifdef GILLAB_HOSTILE
inline constexpr bool kHostileBuild = true;
#else
inline constexpr bool kHostileBuild = false;
#endif

template <class T>
constexpr T usual_or_smallest(T usual, T smallest) {
  return kHostileBuild ? smallest : usual;
}

}  // namespace gillab
