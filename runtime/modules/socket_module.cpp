// The module _socket: the type, the functions and the constants put together.
#include "runtime/modules/modules.h"
#include "runtime/modules/socket.h"

namespace gillab {

bool init__socket(Thread& thread, Module* module) {
  if (!add_socket_constants(thread, module)) return false;
  Type* type = make_socket_type(thread);
  return type && add_value(thread, module, "socket", Ref::share(type)) &&
         add_value(thread, module, "has_ipv6", Ref::boolean(true)) && add_error_classes(thread, module) &&
         add_name_functions(thread, module);
}

}  // namespace gillab
