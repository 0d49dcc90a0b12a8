// _pickle.load_plain: runs the opcodes of plain values (None, numbers, texts, lists, tuples, dicts, sets and the memo) and of
// instances, and stops before the first that is anything else, or is not right, for the Python of pickle/_load.py.
#include <cstring>
#include <utility>
#include <vector>

#include "runtime/audit.h"
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
#include "runtime/text/str_characters.h"

namespace gillab {

namespace {

uint64_t little(const uint8_t* data, size_t bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; ++i) value |= uint64_t{data[i]} << (8 * i);
  return value;
}

enum class Step { Done, NotOurs, Failed };

// What a MARK and all above it give back: values that go with it, but for those taken out.
struct Batch {
  Value* items;
  size_t count;
  Ref take(size_t i) { return Ref::own(std::exchange(items[i], Value::none())); }
};

// The stack, the marks in it and the memo, while nobody but the loader knows them.
class OwnState {
 public:
  OwnState() = default;
  ~OwnState() { cut(0); }
  OwnState(const OwnState&) = delete;

  size_t height() const { return items_.size() - base_; }
  Value at(size_t from_top) const { return items_[items_.size() - 1 - from_top]; }
  bool push(Thread&, Ref value) {
    if (!value) return false;
    items_.push_back(value.release());
    return true;
  }
  Ref take_top() {
    Ref top = Ref::own(items_.back());
    items_.pop_back();
    return top;
  }
  // The last values, which the caller takes out before it cuts.
  Batch last(size_t count) { return {items_.data() + items_.size() - count, count}; }
  void cut_last(size_t count) { cut(items_.size() - count); }

  bool mark(Thread&) {
    marks_.push_back(base_);
    base_ = items_.size();
    return true;
  }
  bool has_mark() const { return !marks_.empty(); }
  Value below_mark() const { return marks_.empty() || base_ == marks_.back() ? Value() : items_[base_ - 1]; }
  template <class Use>
  auto with_marked(Use use) {
    const size_t start = base_;
    auto result = use(Batch{items_.data() + start, items_.size() - start});
    cut(start);
    base_ = marks_.back();
    marks_.pop_back();
    return result;
  }

  Found recall(Thread&, size_t number, Ref* value) const {
    if (number >= memo_.size() || !memo_[number]) return Found::No;
    *value = memo_[number].share();
    return Found::Yes;
  }
  // False: the number is too far from all others.
  bool can_remember(size_t number) const { return number <= memo_.size() + 1000; }
  size_t next_number() const { return memo_.size(); }
  bool remember(Thread&, size_t number, Ref value) {
    if (number >= memo_.size()) memo_.resize(number + 1);
    memo_[number] = std::move(value);
    return true;
  }

  // The same as Python objects: the part above the last mark, those below, the memo.
  bool as_objects(Thread& thread, Ref* stack, Ref* outer, Ref* memo) const {
    *outer = make_list(thread);
    size_t start = 0;
    for (size_t i = 1; *outer && i <= marks_.size(); ++i) {
      const size_t end = i < marks_.size() ? marks_[i] : base_;
      if (!append(thread, outer->as<List>(), make_list_of(thread, items_.data() + start, end - start))) return false;
      start = end;
    }
    *stack = make_list_of(thread, items_.data() + base_, height());
    *memo = make_dict(thread);
    if (!*outer || !*stack || !*memo) return false;
    for (size_t i = 0; i < memo_.size(); ++i) {
      const Value key = Value::integer(static_cast<int64_t>(i));
      if (memo_[i] && !dict_set(thread, memo->as<Dict>(), key, memo_[i].share())) return false;
    }
    return true;
  }

 private:
  void cut(size_t height) {
    while (items_.size() > height) {
      const Value top = items_.back();
      items_.pop_back();
      drop(top);
    }
  }
  std::vector<Value> items_;   // owned
  size_t base_ = 0;            // of the part above the last mark
  std::vector<size_t> marks_;  // the bases below; the first is 0
  std::vector<Ref> memo_;
};

// The same in the lists and the dict of an Unpickler.
class ObjectState {
 public:
  ObjectState(List* stack, List* outer, Dict* memo) : stack_(Ref::share(stack)), outer_(outer), memo_(memo) {}

  Ref stack() const { return stack_.share(); }
  size_t height() const { return top()->length.get(); }
  Value at(size_t from_top) const { return top()->items.get()[height() - 1 - from_top]; }
  bool push(Thread& thread, Ref value) { return value && append(thread, top(), std::move(value)); }
  Ref take_top() { return list_take(top(), height() - 1); }
  Batch last(size_t count) { return {top()->items.get() + (height() - count), count}; }
  void cut_last(size_t count) {
    for (size_t i = 0; i < count; ++i) Ref gone = take_top();
  }

  bool mark(Thread& thread) {
    if (!append(thread, outer_, stack_.share())) return false;
    stack_ = make_list(thread);
    return static_cast<bool>(stack_);
  }
  bool has_mark() const { return below() != nullptr; }
  Value below_mark() const {
    List* list = below();
    return !list || list->length.get() == 0 ? Value() : list->items.get()[list->length.get() - 1];
  }
  template <class Use>
  auto with_marked(Use use) {
    Ref items = std::move(stack_);
    stack_ = list_take(outer_, outer_->length.get() - 1);
    return use(Batch{items.as<List>()->items.get(), items.as<List>()->length.get()});
  }

  Found recall(Thread& thread, size_t number, Ref* value) const {
    return dict_get(thread, memo_, Value::integer(static_cast<int64_t>(number)), value);
  }
  bool can_remember(size_t) const { return true; }
  size_t next_number() const { return dict_size(memo_); }
  bool remember(Thread& thread, size_t number, Ref value) {
    return dict_set(thread, memo_, Value::integer(static_cast<int64_t>(number)), std::move(value));
  }

 private:
  List* top() const { return stack_.as<List>(); }
  List* below() const {
    const uint32_t length = outer_->length.get();
    Value value = length == 0 ? Value() : outer_->items.get()[length - 1];
    return value.is_empty() || !is_exact<List>(value) ? nullptr : as<List>(value);
  }
  Ref stack_;
  List* outer_;
  Dict* memo_;
};

bool has_high_bit(const uint8_t* data, size_t count) {
  uint64_t seen = 0;
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t word;
    std::memcpy(&word, data + i, 8);
    seen |= word;
  }
  for (; i < count; ++i) seen |= data[i];
  return (seen & 0x8080808080808080) != 0;
}

template <class State>
class Loader {
 public:
  // `finds_classes`: those that modules have in sys.modules. `frames`: one may begin behind the end of another.
  Loader(Thread& thread, std::string_view data, size_t place, State& state, bool finds_classes, bool frames)
      : thread_(thread), data_(reinterpret_cast<const uint8_t*>(data.data())), limit_(data.size()), size_(data.size()),
        place_(place), state_(state), finds_classes_(finds_classes), frames_(frames) {}

  bool run() {
    Step step = Step::Done;
    while (step == Step::Done && (place_ < limit_ || leave_frame())) {
      const size_t before = place_;
      const uint8_t code = data_[place_++];
      step = one(code);
      if (step == Step::NotOurs) place_ = before;
    }
    return step != Step::Failed;
  }
  size_t place() const { return place_; }
  // Where what has been read as one piece ends.
  size_t end_of_frame() const { return in_frame_ ? limit_ : place_; }
  bool at_stop() const { return place_ < limit_ && data_[place_] == '.'; }

 private:
  size_t height() const { return state_.height(); }
  Value at(size_t from_top) const { return state_.at(from_top); }
  bool has(size_t bytes) const { return limit_ - place_ >= bytes; }

  bool leave_frame() {
    in_frame_ = false;
    limit_ = size_;
    return place_ < limit_;
  }
  Step frame() {
    if (!frames_ || in_frame_ || !has(8)) return Step::NotOurs;
    const uint64_t size = little(data_ + place_, 8);
    if (size > size_ - place_ - 8) return Step::NotOurs;
    place_ += 8;
    limit_ = place_ + size;
    in_frame_ = true;
    return Step::Done;
  }

  Step push(Ref value) { return state_.push(thread_, std::move(value)) ? Step::Done : Step::Failed; }
  Step number(size_t bytes) {
    if (!has(bytes)) return Step::NotOurs;
    uint64_t value = little(data_ + place_, bytes);
    place_ += bytes;
    return push(Ref::own(Value::integer(bytes == 4 ? static_cast<int32_t>(value) : static_cast<int64_t>(value))));
  }
  Step long_number(size_t bytes_of_count) {
    if (!has(bytes_of_count)) return Step::NotOurs;
    const size_t bytes = little(data_ + place_, bytes_of_count);
    if (bytes > INT32_MAX || !has(bytes_of_count + bytes)) return Step::NotOurs;
    place_ += bytes_of_count + bytes;
    const uint8_t* first = data_ + place_ - bytes;
    const bool negative = bytes > 0 && (first[bytes - 1] & 0x80);
    if (bytes <= 8) {
      uint64_t value = little(first, bytes);
      if (bytes < 8 && negative) value |= ~uint64_t{0} << (8 * bytes);
      return push(make_int(thread_, static_cast<int64_t>(value)));
    }
    mpz_t number, whole;
    mpz_init(number);
    mpz_import(number, bytes, -1, 1, 0, 0, first);
    if (negative) {
      mpz_init(whole);
      mpz_setbit(whole, 8 * bytes);
      mpz_sub(number, number, whole);
      mpz_clear(whole);
    }
    Ref made = make_int(thread_, number);
    mpz_clear(number);
    return push(std::move(made));
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
    const bool ascii = !text || !has_high_bit(first, count);
    if (!ascii && std::memchr(first, 0xED, count)) return Step::NotOurs;  // it may begin a surrogate
    place_ += bytes_of_count + count;
    if (!text) return push(make_bytes(thread_, view));
    return push(ascii ? make_ascii(thread_, view) : decode(thread_, view, nullptr, nullptr));
  }

  Ref tuple_from(Batch batch) {
    if (batch.count == 0) return empty_tuple(thread_);
    Tuple* tuple = new_tuple(thread_, batch.count);
    if (!tuple) return {};
    for (size_t i = 0; i < batch.count; ++i) tuple->items[i] = batch.take(i).release();
    return Ref::own(tuple);
  }
  Step tuple_of(size_t count) {
    if (height() < count) return Step::NotOurs;
    Ref tuple = tuple_from(state_.last(count));
    state_.cut_last(count);
    return push(std::move(tuple));
  }

  Step mark() { return state_.mark(thread_) ? Step::Done : Step::Failed; }
  Step tuple_from_mark() {
    if (!state_.has_mark()) return Step::NotOurs;
    return push(state_.with_marked([this](Batch batch) { return tuple_from(batch); }));
  }
  Step append_items() {
    if (!is_exact<List>(state_.below_mark())) return Step::NotOurs;
    Ref held = Ref::share(state_.below_mark());
    List* list = held.as<List>();
    return state_.with_marked([&](Batch batch) {
      if (!reserve(thread_, list, list_length(list) + batch.count)) return Step::Failed;
      for (size_t i = 0; i < batch.count; ++i) {
        if (!append(thread_, list, batch.take(i))) return Step::Failed;
      }
      return Step::Done;
    });
  }
  Step set_items() {
    if (!is_exact<Dict>(state_.below_mark()) || height() % 2 != 0) return Step::NotOurs;
    Ref held = Ref::share(state_.below_mark());
    return state_.with_marked([&](Batch batch) {
      for (size_t i = 0; i + 1 < batch.count; i += 2) {
        Ref key = batch.take(i);
        if (!dict_set(thread_, held.as<Dict>(), key.get(), batch.take(i + 1))) return Step::Failed;
      }
      return Step::Done;
    });
  }
  Step add_items() {
    if (!is_exact<Set>(state_.below_mark()) || is_frozen(thread_, as<Set>(state_.below_mark()))) return Step::NotOurs;
    Ref held = Ref::share(state_.below_mark());
    return state_.with_marked([&](Batch batch) {
      for (size_t i = 0; i < batch.count; ++i) {
        if (!set_add(thread_, held.as<Set>(), batch.take(i).get())) return Step::Failed;
      }
      return Step::Done;
    });
  }
  Step frozen_set_from_mark() {
    if (!state_.has_mark()) return Step::NotOurs;
    return push(state_.with_marked([this](Batch batch) {
      Ref items = make_list_of(thread_, batch.items, batch.count);
      return items ? set_from(thread_, items.get(), true) : Ref();
    }));
  }
  Step append_one() {
    if (height() < 2 || !is_exact<List>(at(1))) return Step::NotOurs;
    Ref value = take_top();
    return append(thread_, as<List>(at(0)), std::move(value)) ? Step::Done : Step::Failed;
  }
  Step set_one() {
    if (height() < 3 || !is_exact<Dict>(at(2))) return Step::NotOurs;
    Ref value = take_top(), key = take_top(), dict = Ref::share(at(0));
    return dict_set(thread_, dict.as<Dict>(), key.get(), std::move(value)) ? Step::Done : Step::Failed;
  }

  Step recall(size_t bytes) {
    if (!has(bytes)) return Step::NotOurs;
    Ref value;
    Found found = state_.recall(thread_, little(data_ + place_, bytes), &value);
    if (found != Found::Yes) return found == Found::No ? Step::NotOurs : Step::Failed;
    place_ += bytes;
    return push(std::move(value));
  }
  Step remember(size_t bytes) {
    if (height() == 0 || !has(bytes)) return Step::NotOurs;
    const size_t number = bytes == 0 ? state_.next_number() : little(data_ + place_, bytes);
    if (!state_.can_remember(number)) return Step::NotOurs;
    place_ += bytes;
    return state_.remember(thread_, number, Ref::share(at(0))) ? Step::Done : Step::Failed;
  }

  // --- instances

  Ref take_top() { return state_.take_top(); }

  // What a dotted name in a module that has been imported means. All that is not found so is left to find_class().
  Step find_class() {
    if (!finds_classes_ || audits(thread_) || height() < 2 || !is_exact<Str>(at(0)) || !is_exact<Str>(at(1))) return Step::NotOurs;
    const Str *name = as<Str>(at(0)), *module = as<Str>(at(1));
    if (!name->ascii || !module->ascii || module->ascii_view() == "_codecs") return Step::NotOurs;
    Ref modules = sys_attribute(thread_, intern(thread_, std::string_view("modules"))), found;
    if (!modules || !is<Dict>(modules.get())) return thread_.has_exception() ? Step::Failed : Step::NotOurs;
    if (dict_get(thread_, modules.as<Dict>(), at(1), &found) == Found::Error) return Step::Failed;
    std::string_view rest = name->ascii_view();
    while (found && !found.get().is_none()) {
      const size_t dot = rest.find('.');
      if (rest.substr(0, dot) == "<locals>") return Step::NotOurs;
      found = get_attribute_or_empty(thread_, found.get(), intern(thread_, rest.substr(0, dot)));
      if (!found && thread_.has_exception()) return Step::Failed;
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
    if (!found || found.get().is_none()) return Step::NotOurs;
    state_.cut_last(2);
    return push(std::move(found));
  }

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
      case 0x8A: return long_number(1);
      case 0x8B: return long_number(4);
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
      case 0x93: return find_class();
      case 0x95: return frame();
      default: return Step::NotOurs;
    }
  }

  Thread& thread_;
  const uint8_t* data_;
  size_t limit_;  // of the frame, or of all there is
  size_t size_;
  size_t place_;
  State& state_;
  bool finds_classes_, frames_;
  bool in_frame_ = false;
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
  ObjectState state(as<List>(args[2]), as<List>(args[3]), as<Dict>(args[4]));
  Loader loader(thread, data, static_cast<size_t>(place), state, false, false);
  if (!loader.run()) return {};
  return make_tuple_of(thread, Value::integer(static_cast<int64_t>(loader.place())), state.stack().get());
}

Ref loads(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref rest = Ref::none();
  const std::string_view data = is_exact<Bytes>(args[0]) ? as<Bytes>(args[0])->view() : std::string_view();
  if (data.size() > 2 && data[0] == '\x80' && data[1] >= 2 && data[1] <= 5) {
    OwnState state;
    Loader loader(thread, data, 2, state, true, data[1] >= 4);
    if (!loader.run()) return {};
    if (loader.at_stop() && state.height() > 0 && !state.has_mark()) return state.take_top();
    Ref stack, outer, memo;
    if (!state.as_objects(thread, &stack, &outer, &memo)) return {};
    const auto number = [](size_t i) { return Value::integer(static_cast<int64_t>(i)); };
    rest = make_tuple_of(thread, number(loader.place()), number(loader.end_of_frame()), stack.get(), outer.get(), memo.get());
  }
  Ref slowly = attribute_of_module(thread, "pickle", "_loads_slowly");
  Ref encoding = make_str(thread, "ASCII"), errors = make_str(thread, "strict");
  if (!rest || !slowly || !encoding || !errors) return {};
  Value values[] = {args[0], rest.get(), Value::true_(), encoding.get(), errors.get(), Value::none()};
  for (int i = 1; i < 5; ++i) {
    if (!args[i].is_empty()) values[i + 1] = args[i];
  }
  return call(thread, slowly.get(), values, 6);
}

}  // namespace gillab
