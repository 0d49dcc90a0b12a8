// Compiled patterns at work: making Pattern objects, code for each width of subject, and finding matches.
#include <ctime>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/memory.h"
#include "runtime/modules/regex.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"
#include "runtime/warn.h"

namespace gillab::regex {

namespace {

constexpr uint8_t kUsesBeforeMachineCode = 2;
constexpr int64_t kLongSubject = 500;  // machine code pays at once
constexpr uint32_t kFirstSteps = 5'000'000, kMostSteps = ~0u;
constexpr int64_t kFirstPlaces = 1024, kFewestPlaces = 16;
constexpr uint64_t kMoment = 20'000'000;  // nanoseconds

uint64_t nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(now.tv_nsec);
}

Ref import_by_name(Thread& thread, const char* name) {
  Str* interned = intern(thread, std::string_view(name));
  Ref known = dict_get_name(thread.interpreter->modules, interned);
  if (known) return known;
  Ref import = dict_get_name(thread.interpreter->builtins, thread.names().__import__);
  if (!import) return raise(thread, Error::ImportError, "__import__ not found");
  return call(thread, import.get(), Value::object(interned));
}

// \N{name}: asked of unicodedata.
bool find_character(void* context, const std::u32string& name, char32_t* character) {
  Thread& thread = *static_cast<Thread*>(context);
  Ref module = import_by_name(thread, "unicodedata"), found;
  Ref text = make_from_utf32(thread, name.data(), name.size());
  if (module && text) {
    Value argument = text.get();
    found = call_method(thread, module.get(), intern(thread, std::string_view("lookup")), &argument, 1);
  }
  if (found && is<Str>(found.get()) && found.as<Str>()->length == 1) {
    *character = found.as<Str>()->at(0);
    return true;
  }
  clear_exception(thread);
  return false;
}

bool show_warnings(Thread& thread, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) {
    if (!warn(thread, warning.future ? Error::FutureWarning : Error::DeprecationWarning, warning.text)) return false;
  }
  return true;
}

bool is_interrupted(void* context) {
  Thread& thread = *static_cast<Thread*>(context);
  bool signalled = thread.attached.requests.load(std::memory_order_relaxed) & gil::kSignal;
  return signalled && !check_signals(thread);
}

// Walks groups in the order in which they close.
void order_groups(const Node& node, uint32_t loop, uint32_t* loops, std::vector<GroupOrder>* closing) {
  if (node.op == Op::Repeat && node.maximum > 1 && loop == 0) loop = ++*loops;
  for (const Node& child : node.children) order_groups(child, loop, loops, closing);
  if (node.op == Op::Group && node.value != 0) closing->push_back({node.value, loop});
}

bool fill_names(Thread& thread, Pattern* self, const Tree& tree) {
  Ref index = make_dict(thread);
  uint32_t last = 0;
  for (const auto& [name, number] : tree.names) last = std::max(last, number);
  Tuple* names = tree.names.empty() ? nullptr : new_tuple(thread, last + 1);
  Ref owned = names ? Ref::own(names) : empty_tuple(thread);
  if (!index || !owned) return false;
  for (uint32_t i = 0; names && i <= last; ++i) names->items[i] = Value::none();
  for (const auto& [name, number] : tree.names) {
    Ref text = make_from_utf32(thread, name.data(), name.size());
    if (!text || !dict_set(thread, index.as<Dict>(), text.get(), make_int(thread, number))) return false;
    names->items[number] = text.release();
  }
  self->group_index.put(std::move(index));
  self->names.put(std::move(owned));
  return true;
}

Ref make_pattern(Thread& thread, Value text, std::unique_ptr<Compiled> compiled) {
  auto* self = static_cast<Pattern*>(allocate_object(thread, types_of(thread).pattern->root, sizeof(Pattern)));
  if (!self) return {};
  self->pattern.init(Ref::share(text));
  self->group_index.init_empty();
  self->names.init_empty();
  self->template_text.init_empty();
  self->replacement = new std::shared_ptr<const Template>;
  self->compiled = compiled.release();
  self->flags = self->compiled->tree.flags;
  self->groups = self->compiled->tree.groups - 1;
  self->is_text = is<Str>(text);
  Ref owned = Ref::own(self);
  uint32_t loops = 0;
  order_groups(self->compiled->tree.root, 0, &loops, &self->compiled->closing);
  return fill_names(thread, self, self->compiled->tree) ? std::move(owned) : Ref();
}

Failed raise_error(Thread& thread, std::string_view message) {
  Problem problem;
  problem.kind = Problem::WithoutPlace;
  problem.message = widen(message);
  raise_problem(thread, problem, Value::none());
  return {};
}

}  // namespace

Compiled::~Compiled() {
  for (auto& modes : slots) {
    for (auto& pair : modes) {
      for (Slot& slot : pair) {
        for (void* code : {slot.ready.code, slot.before}) {
          if (code) library_for(slot.ready.bytes).free(code);
        }
      }
    }
  }
}

std::u32string characters_of(Value string) {
  std::u32string text;
  if (is<Str>(string)) {
    const Str* str = as<Str>(string);
    text.resize(str->length);
    for (size_t i = 0; i < text.size(); ++i) text[i] = str->at(i);
  } else {
    for (char c : bytes_of(string)) text += static_cast<unsigned char>(c);
  }
  return text;
}

void raise_problem(Thread& thread, const Problem& problem, Value pattern) {
  std::string plain(problem.message.begin(), problem.message.end());
  switch (problem.kind) {
    case Problem::Overflow: raise(thread, Error::OverflowError, plain); return;
    case Problem::Value: raise(thread, Error::ValueError, plain); return;
    case Problem::Recursion: raise(thread, Error::RecursionError, plain); return;
    default: break;
  }
  Ref message = make_from_utf32(thread, problem.message.data(), problem.message.size());
  if (!message) return;
  if (problem.kind == Problem::Index) {
    raise_object(thread, Error::IndexError, message.get());
    return;
  }
  Ref module = import_by_name(thread, "re");
  Ref type = module ? get_attribute(thread, module.get(), intern(thread, std::string_view("error"))) : Ref();
  Ref position = make_int(thread, problem.position);
  if (!type || !position) return;
  Value args[] = {message.get(), pattern, position.get()};
  Ref error = call(thread, type.get(), args, problem.kind == Problem::WithoutPlace ? 1 : 3);
  if (error) raise_value(thread, std::move(error));
}

Ref compile_pattern(Thread& thread, Value pattern, uint32_t flags) {
  bool is_text = is<Str>(pattern);
  std::string_view view;
  if (!is_text && !is_object_with_bytes(thread, pattern, &view)) {
    return raise(thread, Error::TypeError, "first argument must be string or compiled pattern");
  }
  Ref bytes = is_text ? Ref::share(pattern) : is<Bytes>(pattern) ? Ref::share(pattern) : make_bytes(thread, view);
  if (!bytes) return {};
  std::u32string text = characters_of(bytes.get());
  auto compiled = std::make_unique<Compiled>();
  Problem problem;
  if (!parse(text, is_text, flags, find_character, &thread, &compiled->tree, &problem)) {
    raise_problem(thread, problem, pattern);
    return {};
  }
  compiled->tree.group_widths.assign(compiled->tree.groups, Width{0, 0});
  width_of(compiled->tree.root, &compiled->tree.group_widths);
  if (!lookbehinds_are_fixed(compiled->tree.root, &compiled->tree.group_widths)) {
    return raise_error(thread, "look-behind requires fixed-width pattern");
  }
  if (!show_warnings(thread, compiled->tree.warnings)) return {};
  return make_pattern(thread, pattern, std::move(compiled));
}

// --- subjects

Subject::Subject(Thread& thread, Pattern* pattern, Value string, int64_t start, int64_t end)
    : thread_(thread), pattern_(pattern), string_(Ref::share(string)) {
  hold(1);
  if (!read(string)) {
    hold(-1);
    return;
  }
  start_ = std::clamp<int64_t>(start, 0, length_);
  end_ = std::clamp<int64_t>(end, 0, length_);
  first_ = start_;
  ok_ = true;
}

Subject::~Subject() {
  if (ok_) hold(-1);
}

// Memory that others can change must stay where it is while it is looked at.
void Subject::hold(int32_t change) {
  ExportedMemory memory;
  if (is<Str>(string_.get()) || !exported_memory(string_.get(), &memory) || !memory.exports) return;
  Guard guard(string_.get().as_object()->header);
  memory.exports->set(memory.exports->get() + static_cast<uint32_t>(change));
}

bool Subject::read(Value string) {
  if (is<Str>(string)) {
    Str* text = as<Str>(string);
    if (!pattern_->is_text) {
      return raise(thread_, Error::TypeError, "cannot use a bytes pattern on a string-like object");
    }
    data_ = text->data1();
    bytes_ = static_cast<int>(text->width);
    length_ = static_cast<int64_t>(text->length);
    return true;
  }
  std::string_view view;
  if (!memory_in_place(thread_, string, &view)) {  // which hold() keeps where it is
    clear_exception(thread_);
    return raise(thread_, Error::TypeError, "expected string or bytes-like object, got '{}'",
                 type_name(thread_, string));
  }
  if (pattern_->is_text) return raise(thread_, Error::TypeError, "cannot use a string pattern on a bytes-like object");
  data_ = view.data();
  length_ = static_cast<int64_t>(view.size());
  return true;
}

namespace {

// What PCRE2 matches with must not change while another thread does.
void make_machine_code(Compiled::Slot* slot) {
  const Library& library = library_for(slot->ready.bytes);
  void* code = gil::Layer::kConcurrent ? library.copy(slot->ready.code) : slot->ready.code;
  if (!code) return;
  library.make_machine_code(code);
  if (code != slot->ready.code) slot->before = std::exchange(slot->ready.code, code);
  slot->machine.set(true);
}

}  // namespace

// What the pattern is for this width and mode; null: *error says why not. REQUIRES: the pattern's Guard
void Subject::make_code(Mode mode, bool patient, Compiled::Slot* slot, std::string* error) {
  const Tree& tree = pattern_->compiled->tree;
  bool ascii = !pattern_->is_text || (tree.flags & kAscii);
  for (int bytes : {bytes_, 4}) {
    if (slot->ready.code) return;
    uint32_t options = 0;
    if (tree.flags & kIgnoreCase) options |= kCaseless;
    if (mode != Mode::Search) options |= kAnchored;
    if (bytes > 1 && !ascii) options |= kUnicodeClasses;
    std::u32string text = emit(tree, pattern_->is_text, bytes, mode == Mode::FullMatch, patient);
    bool too_large = false;
    slot->ready.code = library_for(bytes).compile(text, options, character_tables(ascii), error, &too_large);
    slot->ready.bytes = static_cast<uint8_t>(bytes);
    if (!too_large) return;
  }
}

bool Subject::code_for(Mode mode, bool patient, Compiled::Code* result) {
  Compiled::Slot& slot = pattern_->compiled->slots[bytes_ == 4 ? 2 : bytes_ - 1][static_cast<size_t>(mode)][patient];
  if (slot.machine.get()) [[likely]] {
    *result = slot.ready;
    return true;
  }
  std::string error;
  {
    Guard guard(pattern_->header);
    make_code(mode, patient, &slot, &error);
    bool often = slot.ready.code && (++slot.uses >= kUsesBeforeMachineCode || length_ >= kLongSubject);
    if (often && !slot.machine.get()) make_machine_code(&slot);
    *result = slot.ready;
  }
  return result->code || raise_error(thread_, error);
}

// The subject as wider characters, for a pattern too large for its own width.
const void* Subject::widened(int bytes) {
  if (bytes == bytes_) [[likely]] return data_;
  if (!wide_) {
    wide_ = std::make_unique<std::u32string>();
    for (int64_t i = 0; i < length_; ++i) {
      *wide_ += bytes_ == 1 ? static_cast<const uint8_t*>(data_)[i] : static_cast<const uint16_t*>(data_)[i];
    }
  }
  return wide_->data();
}

bool Subject::ask(Mode mode, bool must_advance, bool patient, int64_t last_start, Answer* answer) {
  Compiled::Code code;
  if (!code_for(mode, patient, &code)) return false;
  Question question = {.subject = widened(code.bytes),
                       .length = static_cast<size_t>(end_),
                       .start = static_cast<size_t>(start_),
                       .last_start = static_cast<size_t>(last_start),
                       .must_advance = must_advance,
                       .steps = patient ? kMostSteps : kFirstSteps,
                       .interrupted = is_interrupted,
                       .context = &thread_};
  *answer = library_for(code.bytes).match(code.code, question, pattern_->groups + 1, &spans_);
  return true;
}

// Places to begin at are tried some at a time, as many as take no longer than a moment, and signals looked at between.
// A place that takes too many steps is tried again with the code that can be interrupted within it.
bool Subject::find(Mode mode, bool must_advance, bool* found) {
  *found = false;
  if (is_interrupted(&thread_)) return false;
  int64_t places = kFirstPlaces;
  uint64_t begun = 0;
  bool patient = false;
  Answer answer = Answer::No;
  while (start_ <= end_) {
    bool rest = mode != Mode::Search || end_ - start_ <= places;
    if (!ask(mode, must_advance, patient, rest ? end_ : start_ + places, &answer)) return false;
    if (answer == Answer::TooLong && !patient) {
      patient = true;
      continue;
    }
    if (answer != Answer::No || rest) break;
    start_ += places + 1;
    must_advance = false;
    if (is_interrupted(&thread_)) return false;
    uint64_t now = nanoseconds();
    places = begun != 0 && now - begun > kMoment ? std::max(places / 4, kFewestPlaces) : places * 2;
    begun = now;
  }
  *found = answer == Answer::Yes;
  if (answer == Answer::Yes || answer == Answer::No) return true;
  if (answer == Answer::NoMemory) raise_memory_error(thread_);
  if (answer == Answer::TooLong) raise(thread_, Error::RuntimeError, "regular expression takes too many steps");
  return false;
}

Ref slice_of(Thread& thread, Value string, int64_t start, int64_t end) {
  if (is<Str>(string)) {
    Str* text = as<Str>(string);
    bool whole = start == 0 && end == static_cast<int64_t>(text->length);
    if (whole) return exact_str(thread, text);
    return substring(thread, text, static_cast<size_t>(start), static_cast<size_t>(end));
  }
  std::string_view view;
  if (!bytes_view(thread, string, &view)) return {};
  if (is_exact<Bytes>(string) && start == 0 && end == static_cast<int64_t>(view.size())) return Ref::share(string);
  size_t first = std::min(static_cast<size_t>(start), view.size());
  return make_bytes(thread, view.substr(first, static_cast<size_t>(end - start)));
}

Ref Subject::slice(int64_t start, int64_t end) const { return slice_of(thread_, string_.get(), start, end); }

Ref Subject::group_or(uint32_t group, Value fallback) const {
  if (spans_[2 * group] == kUnset) return Ref::share(fallback);
  return slice(static_cast<int64_t>(spans_[2 * group]), static_cast<int64_t>(spans_[2 * group + 1]));
}

Ref Subject::make_match() const {
  uint32_t groups = pattern_->groups + 1;
  size_t size = sizeof(Match) + 2 * sizeof(int64_t) * (groups - 1);
  auto* match = static_cast<Match*>(allocate_object(thread_, types_of(thread_).match->root, size));
  if (!match) return {};
  match->pattern.init(Ref::share(pattern_));
  match->string.init(string_.share());
  match->position = first_;
  match->end_position = end_;
  match->groups = groups;
  for (uint32_t i = 0; i < 2 * groups; ++i) match->spans[i] = static_cast<int64_t>(spans_[i]);
  return Ref::own(match);
}

}  // namespace gillab::regex
