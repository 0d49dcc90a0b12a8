// _pickle: Saver, which keeps what a pickle has so far, and its methods. What writes stands in pickle_save.cpp.
#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/int.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/pickle.h"
#include "runtime/modules/pickle_save.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

Saver* saver_of(Value value) { return reinterpret_cast<Saver*>(value.as_object()); }

void destroy_saver(Thread& thread, Object* object) {
  delete reinterpret_cast<Saver*>(object)->memo;
  free_object(thread, object, sizeof(Saver));
}
const Layout kSaverLayout = {"Saver", sizeof(Saver), false, destroy_saver};

Ref saver_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t protocol;
  if (!index_as_int64(thread, args[1], &protocol)) return {};
  Object* object = allocate_instance(thread, as<Type>(args[0]));
  if (!object) return {};
  Saver* saver = reinterpret_cast<Saver*>(object);
  saver->memo = new Memo;
  saver->protocol = protocol;
  return Ref::own(object);
}

// Whoever saves says what saves the rest, and what takes the results of __reduce_ex__ that are not the usual ones; none
// at the end. `table`: the reducers of classes, None where all objects but plain values are left to the first.
Ref saver_begin(Thread&, const Value* args, uint32_t, Tuple*) {
  const auto given = [&](int i) { return args[i].is_empty() || args[i].is_none() ? Value() : args[i]; };
  Memo& memo = *saver_of(args[0])->memo;
  memo.other = given(1);
  memo.reduced = given(2);
  memo.table = given(3).is_empty() || !is<Dict>(args[3]) ? nullptr : as<Dict>(args[3]);
  return Ref::none();
}

Ref saver_save(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return save_pickled(thread, saver_of(args[0]), args[1]) ? Ref::none() : Ref();
}

Ref saver_write(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view view;
  if (!bytes_view(thread, args[1], &view)) return {};
  saver_of(args[0])->memo->out.append(view);
  return Ref::none();
}

Ref saver_memoize(Thread& thread, const Value* args, uint32_t, Tuple*) {
  memoize_pickled(thread, saver_of(args[0]), args[1]);
  return Ref::none();
}

// The number an object has in the memo, or None; `put` gives it one without writing anything.
Ref saver_number(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const Memo& memo = *saver_of(args[0])->memo;
  const int64_t known = memo.number_of(args[1]);
  return known < 0 ? Ref::none() : make_int(thread, known);
}
Ref saver_put(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Memo& memo = *saver_of(args[0])->memo;
  return make_int(thread, memo.add(args[1]));
}

Ref saver_take(Thread& thread, const Value* args, uint32_t, Tuple*) {
  PickleText& out = saver_of(args[0])->memo->out;
  Ref taken = make_bytes(thread, out.view());
  out.clear();
  return taken;
}

Ref saver_clear(Thread&, const Value* args, uint32_t, Tuple*) {
  Memo& memo = *saver_of(args[0])->memo;
  std::vector<Ref> gone = memo.forget();
  return Ref::none();
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, protocol, /)", saver_new, MethodDef::Static},
    {"begin", "(self, other, reduced=None, table=None, /)", saver_begin},
    {"save", "(self, value, /)", saver_save},
    {"write", "(self, data, /)", saver_write},
    {"memoize", "(self, value, /)", saver_memoize},
    {"number", "(self, value, /)", saver_number},
    {"put", "(self, value, /)", saver_put},
    {"take", "(self, /)", saver_take},
    {"clear", "(self, /)", saver_clear},
};

Ref dumps(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const auto given = [&](int i) { return args[i].is_empty() ? Value::none() : args[i]; };
  const Value protocol = given(1);
  const bool is_new = protocol.is_none() || protocol == Value::integer(4) || protocol == Value::integer(5);
  if (is_new && given(3).is_none()) {
    Ref data = pickle_of_plain(thread, args[0], protocol.is_none() ? 4 : protocol.as_int());
    if (!data || !data.get().is_none()) return data;
  }
  Ref slowly = attribute_of_module(thread, "pickle", "_dumps_slowly");
  if (!slowly) return {};
  const Value values[] = {args[0], protocol, args[2].is_empty() ? Value::true_() : args[2], given(3)};
  return call(thread, slowly.get(), values, 4);
}

const MethodDef kDumps = {"dumps", "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", dumps};
const MethodDef kLoads = {
    "loads", "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)", loads};
const MethodDef kLoad = {"load_plain", "(data, place, stack, outer, memo, /)", load_plain};

}  // namespace

bool init__pickle(Thread& thread, Module* module) {
  Type* type = make_native_type(thread, {.name = "Saver", .module = "_pickle", .layout = &kSaverLayout}, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  finish_type(thread, type);
  return add_value(thread, module, "Saver", Ref::share(type)) && add_function(thread, module, kLoad) &&
         add_function(thread, module, kDumps) && add_function(thread, module, kLoads);
}

}  // namespace gillab
