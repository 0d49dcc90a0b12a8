// super, with and without arguments.
#include "runtime/classes/attributes.h"
#include "runtime/classes/descriptors.h"
#include "runtime/function.h"
#include "runtime/interpreter.h"
#include "runtime/classes/layouts.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/setup.h"
#include "runtime/str.h"
#include "runtime/classes/type_build.h"

namespace gillab {

namespace {

using SuperFields = FieldLayout<Super, &Super::this_class, &Super::self, &Super::self_class>;

// The class whose MRO is searched. Null: an error is set.
Type* class_for_search(Thread& thread, Type* type, Value self) {
  if (is<Type>(self) && is_subtype(as<Type>(self), type)) return as<Type>(self);
  Type* own = type_of(thread, self);
  if (is_subtype(own, type)) return own;
  Ref claimed = get_attribute_or_empty(thread, self, thread.names().__class__);
  if (thread.has_exception()) return nullptr;
  if (claimed && is<Type>(claimed.get()) && is_subtype(claimed.as<Type>(), type)) return claimed.as<Type>();
  return raise(thread, Error::TypeError, "super(type, obj): obj must be an instance or subtype of type");
}

bool fill(Thread& thread, Super* super, Type* type, Value self) {
  Ref self_class = Ref::none();
  if (!self.is_none()) {
    Type* found = class_for_search(thread, type, self);
    if (!found) return false;
    self_class = Ref::share(found);
  }
  super->this_class.put(Ref::share(type));
  super->self.put(Ref::share(self));
  super->self_class.put(std::move(self_class));
  return true;
}

Ref super_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* super = static_cast<Super*>(allocate_instance(thread, as<Type>(args[0])));
  if (!super) return {};
  for (Field* field : {&super->this_class, &super->self, &super->self_class}) field->init(Ref::none());
  return Ref::own(super);
}

Value first_argument(const Frame* frame) {
  Value first = frame->locals[0];
  return is<CellObject>(first) ? as<CellObject>(first)->content.peek() : first;
}

Value class_cell(const Frame* frame) {
  const Code* code = frame->code;
  const Tuple* names = as<Tuple>(code->variable_names.peek());
  for (uint32_t i = code->variable_count - code->free_count; i < code->variable_count; ++i) {
    if (equals_ascii(as<Str>(names->items[i]), "__class__")) return frame->locals[i];
  }
  return {};
}

bool fill_from_frame(Thread& thread, Super* super) {
  const Frame* frame = thread.frame;
  if (!frame || !frame->code || frame->code->argument_count == 0) {
    return raise(thread, Error::RuntimeError, "super(): no arguments");
  }
  Ref self = Ref::share(first_argument(frame));
  if (!self) return raise(thread, Error::RuntimeError, "super(): arg[0] deleted");
  Value cell = class_cell(frame);
  if (!is<CellObject>(cell)) return raise(thread, Error::RuntimeError, "super(): __class__ cell not found");
  Ref type = as<CellObject>(cell)->content.take();
  if (!type) return raise(thread, Error::RuntimeError, "super(): empty __class__ cell");
  if (!is<Type>(type.get())) {
    return raise(thread, Error::RuntimeError, "super(): __class__ is not a type ({})", type_name(thread, type.get()));
  }
  return fill(thread, super, type.as<Type>(), self.get());
}

Ref super_init(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (names) return raise(thread, Error::TypeError, "super() takes no keyword arguments");
  auto* super = as<Super>(args[0]);
  if (count == 1) return fill_from_frame(thread, super) ? Ref::none() : Ref();
  if (count > 3) return raise(thread, Error::TypeError, "super() expected at most 2 arguments, got {}", count - 1);
  if (!is<Type>(args[1])) {
    return raise(thread, Error::TypeError, "super() argument 1 must be a type, not {}", type_name(thread, args[1]));
  }
  return fill(thread, super, as<Type>(args[1]), count == 3 ? args[2] : Value::none()) ? Ref::none() : Ref();
}

// The first hit in the MRO of self_class after this_class. Empty: absent.
Value search(const Super* super, Str* name) {
  const Tuple* mro = as<Tuple>(as<Type>(super->self_class.peek())->mro.peek());
  uint64_t i = 0;
  while (i < mro->length && !(mro->items[i] == super->this_class.peek())) ++i;
  for (++i; i < mro->length; ++i) {
    Value found = dict_peek_name(type_dict(as<Type>(mro->items[i])), name);
    if (!found.is_empty()) return found;
  }
  return {};
}

Ref super_getattribute(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* super = as<Super>(args[0]);
  Str* name = attribute_name(thread, args[1]);
  if (!name) return {};
  if (super->self_class.peek().is_none() || name == thread.names().__class__)
    return generic_get_attribute(thread, args[0], name);
  Ref found = Ref::share(search(super, name));
  if (!found) return generic_get_attribute(thread, args[0], name);
  Ref self_class = super->self_class.take();
  Ref self = super->self.take();
  bool on_class = self.get() == self_class.get();
  return bind_descriptor(thread, found.get(), on_class ? Value() : self.get(), self_class.get());
}

Ref super_get(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* super = as<Super>(args[0]);
  if (args[1].is_none() || !super->self.peek().is_none()) return Ref::share(args[0]);
  if (!is_exact<Super>(args[0])) {
    return call(thread, Value::object(type_of(args[0].as_object())), super->this_class.peek(), args[1]);
  }
  return make_super(thread, as<Type>(super->this_class.peek()), args[1]);
}

Ref super_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* super = as<Super>(args[0]);
  std::string_view type =
      super->this_class.peek().is_none() ? "NULL" : name_of_type(as<Type>(super->this_class.peek()));
  if (super->self_class.peek().is_none()) return format_text(thread, "<super: <class '{}'>, NULL>", {type});
  return format_text(thread, "<super: <class '{}'>, <{} object>>",
                     {type, name_of_type(as<Type>(super->self_class.peek()))});
}

const MethodDef kMethods[] = {
    {"__new__", "(cls, *args, **kwargs)", super_new, MethodDef::Static},
    {"__init__", "*", super_init},
    {"__getattribute__", "(self, name, /)", super_getattribute},
    {"__get__", "(self, instance, owner=None, /)", super_get},
    {"__repr__", "(self, /)", super_repr},
};

Ref read_this_class(Thread&, Value self) { return as<Super>(self)->this_class.take(); }
Ref read_self(Thread&, Value self) { return as<Super>(self)->self.take(); }
Ref read_self_class(Thread&, Value self) { return as<Super>(self)->self_class.take(); }
const GetSetDef kAttributes[] = {
    {"__thisclass__", read_this_class, readonly_attribute},
    {"__self__", read_self, readonly_attribute},
    {"__self_class__", read_self_class, readonly_attribute},
};

}  // namespace

const Layout kSuperLayout = SuperFields::named("super");

Ref make_super(Thread& thread, Type* type, Value self) {
  Value args[] = {Value::object(thread.types().super)};
  Ref made = super_new(thread, args, 1, nullptr);
  return made && fill(thread, made.as<Super>(), type, self) ? std::move(made) : Ref();
}

void setup_super(Thread& thread, Type* type) {
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kAttributes);
}

}  // namespace gillab
