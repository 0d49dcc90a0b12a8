// The module posix: what os.py needs of the system, put together from the tables of the posix_*.cpp. Paths as texts and
// the environment as a mapping are written in Python.
#include "runtime/modules/posix.h"

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

struct Constant {
  const char* name;
  int value;
};
#define GILLAB_CONSTANT(name) {#name, name}
const Constant kConstants[] = {
    GILLAB_CONSTANT(O_RDONLY),    GILLAB_CONSTANT(O_WRONLY),     GILLAB_CONSTANT(O_RDWR),
    GILLAB_CONSTANT(O_CREAT),     GILLAB_CONSTANT(O_EXCL),       GILLAB_CONSTANT(O_TRUNC),
    GILLAB_CONSTANT(O_APPEND),    GILLAB_CONSTANT(O_NONBLOCK),   GILLAB_CONSTANT(O_NDELAY),
    GILLAB_CONSTANT(O_SYNC),      GILLAB_CONSTANT(O_DSYNC),      GILLAB_CONSTANT(O_RSYNC),
    GILLAB_CONSTANT(O_CLOEXEC),   GILLAB_CONSTANT(O_NOCTTY),     GILLAB_CONSTANT(O_DIRECTORY),
    GILLAB_CONSTANT(O_NOFOLLOW),  GILLAB_CONSTANT(O_PATH),       GILLAB_CONSTANT(O_TMPFILE),
    GILLAB_CONSTANT(O_DIRECT),    GILLAB_CONSTANT(O_ACCMODE),    GILLAB_CONSTANT(F_OK),
    GILLAB_CONSTANT(R_OK),        GILLAB_CONSTANT(W_OK),         GILLAB_CONSTANT(X_OK),
    GILLAB_CONSTANT(F_LOCK),      GILLAB_CONSTANT(F_TLOCK),      GILLAB_CONSTANT(F_ULOCK),
    GILLAB_CONSTANT(F_TEST),      GILLAB_CONSTANT(WNOHANG),      GILLAB_CONSTANT(WUNTRACED),
    GILLAB_CONSTANT(WCONTINUED),  GILLAB_CONSTANT(WEXITED),      GILLAB_CONSTANT(WSTOPPED),
    GILLAB_CONSTANT(WNOWAIT),     GILLAB_CONSTANT(P_PID),        GILLAB_CONSTANT(P_PGID),
    GILLAB_CONSTANT(P_ALL),       GILLAB_CONSTANT(CLD_EXITED),  GILLAB_CONSTANT(CLD_KILLED),
    GILLAB_CONSTANT(CLD_DUMPED),  GILLAB_CONSTANT(PRIO_PROCESS), GILLAB_CONSTANT(PRIO_PGRP),
    GILLAB_CONSTANT(PRIO_USER),   GILLAB_CONSTANT(SCHED_OTHER),  GILLAB_CONSTANT(SCHED_FIFO),
    GILLAB_CONSTANT(SCHED_RR),    GILLAB_CONSTANT(SCHED_BATCH),  {"SCHED_IDLE", 5},
    {"O_LARGEFILE", 0100000},     {"GRND_NONBLOCK", 1},          {"GRND_RANDOM", 2},
    {"NGROUPS_MAX", 65536},       {"TMP_MAX", 238328},           {"EX_OK", 0},
    {"EX_USAGE", 64},             {"EX_DATAERR", 65},            {"EX_NOINPUT", 66},
    {"EX_NOUSER", 67},            {"EX_NOHOST", 68},             {"EX_UNAVAILABLE", 69},
    {"EX_SOFTWARE", 70},          {"EX_OSERR", 71},              {"EX_OSFILE", 72},
    {"EX_CANTCREAT", 73},         {"EX_IOERR", 74},              {"EX_TEMPFAIL", 75},
    {"EX_PROTOCOL", 76},          {"EX_NOPERM", 77},             {"EX_CONFIG", 78}};

const Constant kSystemFacts[] = {GILLAB_CONSTANT(_SC_PAGESIZE), GILLAB_CONSTANT(_SC_PAGE_SIZE),
                                 GILLAB_CONSTANT(_SC_NPROCESSORS_ONLN), GILLAB_CONSTANT(_SC_NPROCESSORS_CONF),
                                 GILLAB_CONSTANT(_SC_CLK_TCK), GILLAB_CONSTANT(_SC_OPEN_MAX),
                                 GILLAB_CONSTANT(_SC_ARG_MAX), GILLAB_CONSTANT(_SC_PHYS_PAGES),
                                 GILLAB_CONSTANT(_SC_AVPHYS_PAGES), GILLAB_CONSTANT(_SC_CHILD_MAX),
                                 GILLAB_CONSTANT(_SC_IOV_MAX), GILLAB_CONSTANT(_SC_NGROUPS_MAX)};
#undef GILLAB_CONSTANT

Ref system_fact_names(Thread& thread) {
  Ref dict = make_dict(thread);
  for (const Constant& row : kSystemFacts) {
    Str* name = intern(thread, std::string_view(row.name).substr(1));
    if (!dict || !dict_set_name(thread, dict.as<Dict>(), name, make_int(thread, row.value))) return {};
  }
  return dict;
}

}  // namespace

bool init_posix(Thread& thread, Module* module) {
  for (const Constant& row : kConstants) {
    if (!add_value(thread, module, row.name, make_int(thread, row.value))) return false;
  }
  const FunctionTable tables[] = {posix_path_functions(),       posix_directory_functions(), posix_stat_functions(),
                                  posix_descriptor_functions(), posix_process_functions(),   posix_spawn_functions(),
                                  posix_fact_functions()};
  for (const FunctionTable& table : tables) {
    if (!add_functions(thread, module, table.rows, table.count)) return false;
  }
  Type* type = stat_result_type(thread);
  return type && add_value(thread, module, "stat_result", Ref::share(type)) &&
         add_value(thread, module, "error", Ref::share(thread.error_type(Error::OSError))) &&
         add_value(thread, module, "sysconf_names", system_fact_names(thread)) &&
         add_value(thread, module, "_environ", environment_dict(thread));
}

}  // namespace gillab
