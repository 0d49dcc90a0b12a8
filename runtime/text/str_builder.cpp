// StrBuilder: collects text, first in a buffer of its own, then in one from mimalloc; widens when it must.
#include <algorithm>
#include <charconv>

#include "runtime/errors.h"
#include "runtime/numbers/float_text.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/str_characters.h"

namespace gillab {
namespace {

template <class Function>
void at_width(uint8_t* data, uint8_t width, Function&& function) {
  if (width == 1)
    function(data);
  else if (width == 2)
    function(reinterpret_cast<uint16_t*>(data));
  else
    function(reinterpret_cast<uint32_t*>(data));
}

}  // namespace

StrBuilder::~StrBuilder() {
  if (data_ != room_) free_buffer(thread_, data_, capacity_ * width_);
}

bool StrBuilder::move_to(uint8_t width, size_t capacity) {
  auto* data = static_cast<uint8_t*>(allocate_buffer(thread_, capacity * width));
  if (!data) return failed_ = true, false;
  at_width(data, width,
           [&](auto* to) { at_width(data_, width_, [&](auto* from) { copy_characters(to, from, length_); }); });
  if (data_ != room_) free_buffer(thread_, data_, capacity_ * width_);
  data_ = data;
  width_ = width;
  capacity_ = capacity;
  return true;
}

bool StrBuilder::reserve(size_t more, char32_t maximum) {
  if (failed_) return false;
  if (maximum > maximum_) maximum_ = maximum;
  uint8_t width = std::max(width_, width_for(maximum));
  if (length_ + more <= capacity_ && width == width_) [[likely]]
    return true;
  size_t capacity = length_ + more > capacity_ ? std::max(length_ + more, capacity_ * 2) : capacity_;
  return move_to(width, capacity);
}

void StrBuilder::add(char32_t character) {
  bool fits = width_for(character) <= width_ && length_ < capacity_ && !failed_;
  if (!fits) return fill(character, 1);
  if (character > maximum_) maximum_ = character;
  at_width(data_, width_,
           [&](auto* to) { to[length_++] = static_cast<std::remove_pointer_t<decltype(to)>>(character); });
}

void StrBuilder::add_ascii(const char* text, size_t count) {
  if (!reserve(count, 0x7F)) return;
  at_width(data_, width_,
           [&](auto* to) { copy_characters(to + length_, reinterpret_cast<const uint8_t*>(text), count); });
  length_ += count;
}

void StrBuilder::add(std::string_view utf8) {
  for (char c : utf8) {
    if (c & 0x80) {
      Ref text = make_str(thread_, utf8);
      if (!text)
        failed_ = true;
      else
        add(text.as<Str>());
      return;
    }
  }
  add_ascii(utf8.data(), utf8.size());
}

void StrBuilder::add(const Str* text) { add(text, 0, text->length); }

void StrBuilder::add(const Str* text, size_t start, size_t end) {
  if (start >= end) return;
  char32_t bound = bound_of(text);
  if (end - start < text->length && !text->ascii) {
    bound = with_characters(text, [&](const auto* from) { return maximum_of(from + start, end - start); });
  }
  if (!reserve(end - start, bound)) return;
  at_width(data_, width_, [&](auto* to) {
    with_characters(text, [&](const auto* from) { copy_characters(to + length_, from + start, end - start); });
  });
  length_ += end - start;
}

void StrBuilder::fill(char32_t character, size_t count) {
  if (!reserve(count, character)) return;
  at_width(data_, width_, [&](auto* to) {
    std::fill_n(to + length_, count, static_cast<std::remove_pointer_t<decltype(to)>>(character));
  });
  length_ += count;
}

bool StrBuilder::add_repr(Value value) {
  if (value.is_int()) return add_integer(value.as_int()), true;
  Ref text = repr(thread_, value);
  if (!text) return false;
  add(text.as<Str>());
  return true;
}

void StrBuilder::add_integer(int64_t number) {
  char digits[24];
  add_ascii(digits, static_cast<size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits));
}

bool StrBuilder::add_str(Value value) {
  if (is_exact<Str>(value)) return add(as<Str>(value)), true;
  if (value.is_int()) return add_integer(value.as_int()), true;
  if (value.is_float()) {
    char text[48];
    return add_ascii(text, write_float_repr(value.as_float(), text)), true;
  }
  Ref text = str(thread_, value);
  if (!text) return false;
  add(text.as<Str>());
  return true;
}

Ref StrBuilder::finish() {
  if (failed_) return thread_.has_exception() ? Ref() : Ref(raise_memory_error(thread_));
  Ref result;
  if (length_ <= 1) {
    at_width(data_, width_,
             [&](auto* from) { result = length_ == 0 ? make_str(thread_, {}) : make_character(thread_, from[0]); });
    return result;
  }
  Str* text = new_str(thread_, length_, maximum_);
  if (!text) return {};
  at_width(data_, width_, [&](auto* from) { copy_bytes(text->data1(), from, length_ * sizeof(*from)); });
  return Ref::own(text);
}

}  // namespace gillab
