// The module posix: what os.py needs of the system, put together from the tables of the posix_*.cpp. Paths as texts and
// the environment as a mapping are written in Python.
#include "runtime/modules/posix.h"

#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref environment_dict(Thread& thread) {
  Ref dict = make_dict(thread);
  for (char** row = environ; dict && *row; ++row) {
    std::string_view text = *row;
    size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    Ref name = text_of_system(thread, text.substr(0, equals));
    Ref value = name ? text_of_system(thread, text.substr(equals + 1)) : Ref();
    if (!value || !dict_set(thread, dict.as<Dict>(), name.get(), std::move(value))) return {};
  }
  return dict;
}

}  // namespace

bool init_posix(Thread& thread, Module* module) {
  if (!add_posix_constants(thread, module)) return false;
  const FunctionTable tables[] = {posix_path_functions(),       posix_directory_functions(), posix_stat_functions(),
                                  posix_descriptor_functions(), posix_process_functions(),   posix_spawn_functions(),
                                  posix_fact_functions(),       posix_number_functions(),    posix_seldom_functions(),
                                  posix_program_functions()};
  for (const FunctionTable& table : tables) {
    if (!add_functions(thread, module, table.rows, table.count)) return false;
  }
  Type* type = stat_result_type(thread);
  return type && add_value(thread, module, "stat_result", Ref::share(type)) &&
         add_value(thread, module, "error", Ref::share(thread.error_type(Error::OSError))) &&
         add_value(thread, module, "_environ", environment_dict(thread));
}

}  // namespace gillab
