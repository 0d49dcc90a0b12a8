// mappingproxy: a read-only view of a mapping, what a class's __dict__ is.
#include "runtime/dict.h"
#include "runtime/classes/generic_alias.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"

namespace gillab {

namespace {

using ProxyFields = FieldLayout<MappingProxy, &MappingProxy::mapping>;

Ref mapping_of(Value value) { return as<MappingProxy>(value)->mapping.take(); }

Ref proxy_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value mapping = args[1];
  bool good = !special_method(thread, mapping, Dunder::GetItem).is_empty() && !is<List>(mapping) && !is<Tuple>(mapping);
  if (good) return make_mapping_proxy(thread, mapping);
  return raise(thread, Error::TypeError, "mappingproxy() argument must be a mapping, not {}",
               type_name(thread, mapping));
}
Ref proxy_getitem(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return get_item(thread, mapping_of(args[0]).get(), args[1]);
}
Ref proxy_contains(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth found = contains(thread, mapping_of(args[0]).get(), args[1]);
  return found == Truth::Error ? Ref() : Ref::boolean(found == Truth::Yes);
}
Ref proxy_len(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t count = length(thread, mapping_of(args[0]).get());
  return count < 0 ? Ref() : make_int(thread, count);
}
Ref proxy_iter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return iterate(thread, mapping_of(args[0]).get());
}
Ref proxy_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref shown = repr(thread, mapping_of(args[0]).get());
  return shown ? format_text(thread, "mappingproxy({})", {shown.get()}) : Ref();
}
Ref proxy_str(Thread& thread, const Value* args, uint32_t, Tuple*) { return str(thread, mapping_of(args[0]).get()); }
Ref forward(Thread& thread, const Value* args, uint32_t count, const char* name) {
  return call_method(thread, mapping_of(args[0]).get(), intern(thread, std::string_view(name)), args + 1, count - 1);
}
Ref proxy_keys(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return forward(thread, args, count, "keys");
}
Ref proxy_values(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return forward(thread, args, count, "values");
}
Ref proxy_items(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return forward(thread, args, count, "items");
}
Ref proxy_copy(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return forward(thread, args, count, "copy");
}
Ref proxy_reversed(Thread& thread, const Value* args, uint32_t count, Tuple*) {
  return forward(thread, args, count, "__reversed__");
}
Ref proxy_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Value given[] = {args[0], args[1], args[2].is_empty() ? Value::none() : args[2]};
  return forward(thread, given, 3, "get");
}
Value unwrapped(Value value) { return is<MappingProxy>(value) ? as<MappingProxy>(value)->mapping.peek() : value; }
Ref proxy_or(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return binary(thread, Binary::Or, Ref::share(unwrapped(args[0])).get(), Ref::share(unwrapped(args[1])).get());
}
Ref proxy_ror(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return binary(thread, Binary::Or, Ref::share(unwrapped(args[1])).get(), Ref::share(unwrapped(args[0])).get());
}
Ref proxy_ior(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return raise(thread, Error::TypeError, "'|=' is not supported by {}; use '|' instead", type_name(thread, args[0]));
}
Ref proxy_eq(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return compare(thread, Compare::Equal, mapping_of(args[0]).get(), args[1]);
}
Ref proxy_ne(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return compare(thread, Compare::NotEqual, mapping_of(args[0]).get(), args[1]);
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, mapping)", proxy_new, MethodDef::Static},
    {"__getitem__", "(self, key, /)", proxy_getitem},
    {"__contains__", "(self, key, /)", proxy_contains},
    {"__len__", "(self, /)", proxy_len},
    {"__iter__", "(self, /)", proxy_iter},
    {"__repr__", "(self, /)", proxy_repr},
    {"__str__", "(self, /)", proxy_str},
    {"keys", "(self, /)", proxy_keys},
    {"values", "(self, /)", proxy_values},
    {"items", "(self, /)", proxy_items},
    {"copy", "(self, /)", proxy_copy},
    {"get", "(self, key, default=None, /)", proxy_get},
    {"__reversed__", "(self, /)", proxy_reversed},
    {"__or__", "(self, value, /)", proxy_or},
    {"__ror__", "(self, value, /)", proxy_ror},
    {"__ior__", "(self, value, /)", proxy_ior},
    {"__eq__", "(self, value, /)", proxy_eq},
    {"__ne__", "(self, value, /)", proxy_ne},
    {"__class_getitem__", "(cls, item, /)", generic_class_getitem, MethodDef::Class},
};

}  // namespace

const Layout kMappingProxyLayout = ProxyFields::named("mappingproxy");

Ref make_mapping_proxy(Thread& thread, Value mapping) {
  auto* proxy = allocate<MappingProxy>(thread, thread.types().mappingproxy->root);
  if (!proxy) return {};
  proxy->mapping.init(Ref::share(mapping));
  return Ref::own(proxy);
}

void setup_mappingproxy(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
