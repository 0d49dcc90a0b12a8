// The loop once more, counting instructions: threads of an engine that keeps figures run here.
#define GILLAB_COUNTING
#include "vm/loop.cpp"
