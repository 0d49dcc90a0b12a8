// _pickle.load_plain: runs the opcodes of plain values (None, numbers, texts, lists, tuples, dicts, sets and the memo) and of
// instances, and stops before the first that is anything else, or is not right, for the Python of pickle/_load.py.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/pickle.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/str.h"

namespace gillab {

namespace {

uint64_t little(const uint8_t* data, size_t bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; ++i) value |= uint64_t{data[i]} << (8 * i);
  return value;
}

enum class Step { Done, NotOurs, Failed };

class Loader {
 public:
  Loader(Thread& thread, std::string_view data, size_t place, List* stack, List* outer, Dict* memo)
      : thread_(thread), data_(reinterpret_cast<const uint8_t*>(data.data())), size_(data.size()), place_(place),
        stack_(Ref::share(stack)), outer_(outer), memo_(memo) {}

  bool run() {
    Step step = Step::Done;
    while (step == Step::Done && place_ < size_) {
      size_t before = place_;
      uint8_t code = data_[place_++];
      step = one(code);
      if (step == Step::NotOurs) place_ = before;
    }
    return step != Step::Failed;
  }
  size_t place() const { return place_; }
  Value stack() const { return stack_.get(); }

 private:
  List* top() const { return stack_.as<List>(); }
  uint32_t height() const { return top()->length.get(); }
  Value at(uint32_t from_top) const { return top()->items.get()[height() - 1 - from_top]; }
  bool has(size_t bytes) const { return size_ - place_ >= bytes; }

  Step push(Ref value) {
    return value && append(thread_, top(), std::move(value)) ? Step::Done : Step::Failed;
  }
  Step number(size_t bytes) {
    if (!has(bytes)) return Step::NotOurs;
    uint64_t value = little(data_ + place_, bytes);
    place_ += bytes;
    return push(make_int(thread_, bytes == 4 ? static_cast<int32_t>(value) : static_cast<int64_t>(value)));
  }
  Step long_number() {
    if (!has(1) || data_[place_] > 8 || !has(1 + size_t{data_[place_]})) return Step::NotOurs;
    size_t bytes = data_[place_++];
    uint64_t value = little(data_ + place_, bytes);
    if (bytes > 0 && bytes < 8 && (data_[place_ + bytes - 1] & 0x80)) value |= ~uint64_t{0} << (8 * bytes);
    place_ += bytes;
    return push(make_int(thread_, static_cast<int64_t>(value)));
  }
  Step floating() {
    if (!has(8)) return Step::NotOurs;
    uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | data_[place_++];
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return push(make_float(thread_, value));
  }
  // A counted text or bytes; texts that are not ASCII are decoded where errors are known.
  Step content(size_t bytes_of_count, bool text) {
    if (!has(bytes_of_count)) return Step::NotOurs;
    size_t count = little(data_ + place_, bytes_of_count);
    if (!has(bytes_of_count + count)) return Step::NotOurs;
    const uint8_t* first = data_ + place_ + bytes_of_count;
    std::string_view view(reinterpret_cast<const char*>(first), count);
    bool ascii = true;
    for (size_t i = 0; text && i < count; ++i) {
      ascii = ascii && first[i] < 128;
      if (first[i] == 0xED) return Step::NotOurs;  // it may begin a surrogate
    }
    place_ += bytes_of_count + count;
    if (!text) return push(make_bytes(thread_, view));
    return push(ascii ? make_latin1(thread_, first, count) : decode(thread_, view, nullptr, nullptr));
  }

  Step tuple_of(uint32_t count) {
    if (height() < count) return Step::NotOurs;
    Ref tuple = make_tuple(thread_, top()->items.get() + (height() - count), count);
    for (uint32_t i = 0; i < count; ++i) Ref gone = list_take(top(), height() - 1);
    return push(std::move(tuple));
  }

  Step mark() {
    if (!append(thread_, outer_, stack_.share())) return Step::Failed;
    stack_ = make_list(thread_);
    return stack_ ? Step::Done : Step::Failed;
  }
  // The stack below the MARK, null where there is none; what stands above is `items` once pop_mark() has run.
  List* below() const {
    uint32_t length = outer_->length.get();
    Value value = length == 0 ? Value() : outer_->items.get()[length - 1];
    return value.is_empty() || !is_exact<List>(value) ? nullptr : as<List>(value);
  }
  Ref pop_mark() {
    Ref items = std::move(stack_);
    stack_ = list_take(outer_, outer_->length.get() - 1);
    return items;
  }
  Value target() const {
    List* list = below();
    return !list || list->length.get() == 0 ? Value() : list->items.get()[list->length.get() - 1];
  }

  Step tuple_from_mark() {
    if (!below()) return Step::NotOurs;
    Ref items = pop_mark();
    return push(make_tuple(thread_, items.as<List>()->items.get(), items.as<List>()->length.get()));
  }
  Step append_items() {
    if (!is_exact<List>(target())) return Step::NotOurs;
    Ref items = pop_mark(), list = Ref::share(at(0));
    return extend(thread_, list.as<List>(), items.get()) ? Step::Done : Step::Failed;
  }
  Step set_items() {
    if (!is_exact<Dict>(target()) || height() % 2 != 0) return Step::NotOurs;
    Ref items = pop_mark(), dict = Ref::share(at(0));
    List* list = items.as<List>();
    for (uint32_t i = 0; i + 1 < list->length.get(); i += 2) {
      Ref key = Ref::share(list->items.get()[i]), value = Ref::share(list->items.get()[i + 1]);
      if (!dict_set(thread_, dict.as<Dict>(), key.get(), std::move(value))) return Step::Failed;
    }
    return Step::Done;
  }
  Step add_items() {
    if (!is_exact<Set>(target()) || is_frozen(thread_, as<Set>(target()))) return Step::NotOurs;
    Ref items = pop_mark(), set = Ref::share(at(0));
    const List* list = items.as<List>();
    for (uint32_t i = 0; i < list->length.get(); ++i) {
      if (!set_add(thread_, set.as<Set>(), list->items.get()[i])) return Step::Failed;
    }
    return Step::Done;
  }
  Step frozen_set_from_mark() {
    if (!below()) return Step::NotOurs;
    Ref items = pop_mark();
    return push(set_from(thread_, items.get(), true));
  }
  Step append_one() {
    if (height() < 2 || !is_exact<List>(at(1))) return Step::NotOurs;
    Ref value = list_take(top(), height() - 1);
    return append(thread_, as<List>(at(0)), std::move(value)) ? Step::Done : Step::Failed;
  }
  Step set_one() {
    if (height() < 3 || !is_exact<Dict>(at(2))) return Step::NotOurs;
    Ref value = list_take(top(), height() - 1), key = list_take(top(), height() - 1), dict = Ref::share(at(0));
    return dict_set(thread_, dict.as<Dict>(), key.get(), std::move(value)) ? Step::Done : Step::Failed;
  }

  Step recall(size_t bytes) {
    if (!has(bytes)) return Step::NotOurs;
    Ref value;
    Found found = dict_get(thread_, memo_, Value::integer(static_cast<int64_t>(little(data_ + place_, bytes))), &value);
    if (found != Found::Yes) return found == Found::No ? Step::NotOurs : Step::Failed;
    place_ += bytes;
    return push(std::move(value));
  }
  Step remember(size_t bytes) {
    if (height() == 0 || !has(bytes)) return Step::NotOurs;
    int64_t key = bytes == 0 ? dict_size(memo_) : static_cast<int64_t>(little(data_ + place_, bytes));
    place_ += bytes;
    return dict_set(thread_, memo_, Value::integer(key), Ref::share(at(0))) ? Step::Done : Step::Failed;
  }

  // --- instances

  Ref take_top() { return list_take(top(), height() - 1); }

  // cls.__new__(cls, *args), args being what stands above cls.
  Step make_object() {
    if (height() < 2 || !is<Tuple>(at(0)) || !is<Type>(at(1))) return Step::NotOurs;
    Ref args = take_top(), cls = take_top();
    Type* type = cls.as<Type>();
    const bool plain = args.as<Tuple>()->length == 0 && has_flag(type, kPlainNew) &&
                       type->instance_kind == Kind::Instance && !has_flag(type, kAbstract | kNoInstances);
    return push(plain ? make_instance(thread_, type) : call_new(cls.get(), args.as<Tuple>()));
  }
  Ref call_new(Value cls, Tuple* args) {
    Ref function = get_attribute(thread_, cls, intern(thread_, "__new__"));
    Tuple* all = function ? new_tuple(thread_, args->length + 1) : nullptr;
    if (!all) return {};
    Ref owner = Ref::own(all);
    all->items[0] = Ref::share(cls).release();
    for (size_t i = 0; i < args->length; ++i) all->items[i + 1] = Ref::share(args->items[i]).release();
    return call(thread_, function.get(), all->items, static_cast<uint32_t>(all->length));
  }

  Step reduce() {
    if (height() < 2 || !is_exact<Tuple>(at(0))) return Step::NotOurs;
    Ref args = take_top(), function = take_top();
    return push(call(thread_, function.get(), args.as<Tuple>()->items, static_cast<uint32_t>(args.as<Tuple>()->length)));
  }

  Step build() {
    if (height() < 2) return Step::NotOurs;
    Ref set_state = get_attribute_or_empty(thread_, at(1), intern(thread_, "__setstate__"));
    if (thread_.has_exception()) return Step::Failed;
    if (set_state) {
      Ref state = take_top();
      return call(thread_, set_state.get(), state.get()) ? Step::Done : Step::Failed;
    }
    const bool plain = at(1).is_object() && kind_of(at(1).as_object()) == Kind::Instance &&
                       has_flag(type_of(at(1).as_object()), kHasDict);
    if (!plain || !is_exact<Dict>(at(0))) return Step::NotOurs;
    Ref state = take_top(), made = Ref::share(at(0));
    return set_attributes(made.get(), state.as<Dict>()) ? Step::Done : Step::Failed;
  }
  // As if it were stored in the object's __dict__: no __setattr__ or descriptor of the class is asked.
  bool set_attributes(Value made, Dict* state) {
    uint32_t position = 0;
    Ref key, value;
    while (dict_next_held(state, &position, &key, &value)) {
      Str* name = is_exact<Str>(key.get()) ? intern(thread_, key.as<Str>()) : nullptr;
      if (name && lookup_in_type(thread_, type_of(thread_, made), name).is_empty()) {
        if (!generic_set_attribute(thread_, made, name, value.get())) return false;
        continue;
      }
      Dict* dict = attributes_as_dict(thread_, made.as_object());
      if (!dict || !dict_set(thread_, dict, name ? Value::object(name) : key.get(), std::move(value))) return false;
    }
    return true;
  }

  Step one(uint8_t code) {
    switch (code) {
      case 'N': return push(Ref::none());
      case 0x88: return push(Ref::boolean(true));
      case 0x89: return push(Ref::boolean(false));
      case 'K': return number(1);
      case 'M': return number(2);
      case 'J': return number(4);
      case 0x8A: return long_number();
      case 'G': return floating();
      case 0x8C: return content(1, true);
      case 'X': return content(4, true);
      case 'C': return content(1, false);
      case 'B': return content(4, false);
      case ']': return push(make_list(thread_));
      case '}': return push(make_dict(thread_));
      case ')': return push(empty_tuple(thread_));
      case 0x85:
      case 0x86:
      case 0x87: return tuple_of(code - 0x84u);
      case '(': return mark();
      case 't': return tuple_from_mark();
      case 'e': return append_items();
      case 'u': return set_items();
      case 'a': return append_one();
      case 's': return set_one();
      case 'h': return recall(1);
      case 'j': return recall(4);
      case 'q': return remember(1);
      case 'r': return remember(4);
      case 0x94: return remember(0);
      case 0x8F: return push(make_set(thread_));
      case 0x90: return add_items();
      case 0x91: return frozen_set_from_mark();
      case 0x81: return make_object();
      case 'R': return reduce();
      case 'b': return build();
      default: return Step::NotOurs;
    }
  }

  Thread& thread_;
  const uint8_t* data_;
  size_t size_;
  size_t place_;
  Ref stack_;
  List* outer_;
  Dict* memo_;
};

}  // namespace

// args: data, place, stack, outer, memo. Gives (place, stack).
Ref load_plain(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t place;
  if (!is_exact<Bytes>(args[0]) || !is_exact<List>(args[2]) || !is_exact<List>(args[3]) || !is_exact<Dict>(args[4])) {
    return raise(thread, Error::TypeError, "load_plain needs bytes, a number, two lists and a dict");
  }
  if (!index_as_int64(thread, args[1], &place)) return {};
  std::string_view data = as<Bytes>(args[0])->view();
  if (place < 0 || place > static_cast<int64_t>(data.size())) place = static_cast<int64_t>(data.size());
  Loader loader(thread, data, static_cast<size_t>(place), as<List>(args[2]), as<List>(args[3]), as<Dict>(args[4]));
  if (!loader.run()) return {};
  return make_tuple_of(thread, Value::integer(static_cast<int64_t>(loader.place())), loader.stack());
}

}  // namespace gillab
