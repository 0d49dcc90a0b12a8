// PCRE2 for subjects of 2 bytes a character.
#define PCRE2_CODE_UNIT_WIDTH 16
#define GILLAB_REGEX_LIBRARY kLibrary16
#include "runtime/modules/regex_library.inc"
