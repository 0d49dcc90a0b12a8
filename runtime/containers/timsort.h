// A stable merge sort over runs that are already there, with galloping and the merge order of powersort.
// Element: trivially copyable. Less: `Truth operator()(const Element&, const Element&)`; Truth::Error ends the sort.
// Whatever happens, the data stays a permutation of what it was.
#pragma once

#include <algorithm>
#include <cstring>

#include "runtime/memory.h"

namespace gillab {

template <class Element, class Less>
class Timsort {
 public:
  Timsort(Thread& thread, Element* data, size_t count, Less less)
      : thread_(thread), data_(data), count_(count), less_(less) {}
  ~Timsort() {
    if (temporary_) free_buffer(thread_, temporary_, room_ * sizeof(Element));
  }
  Timsort(const Timsort&) = delete;

  bool sort() {
    size_t minimum = minimum_run(count_);
    for (size_t start = 0; start < count_;) {
      size_t length = find_run(start);
      if (length == 0) return false;
      size_t forced = std::min(minimum, count_ - start);
      if (length < forced) {
        if (!insert_sorted(start, start + length, start + forced)) return false;
        length = forced;
      }
      if (!push_run(start, length)) return false;
      start += length;
    }
    while (depth_ > 1) {
      if (!merge_top()) return false;
    }
    return true;
  }

 private:
  static constexpr size_t kFailed = ~size_t{0};
  static constexpr size_t kGallop = 7;
  struct Run {
    size_t start;
    size_t length;
    int power;  // of the boundary after this run
  };

  static size_t minimum_run(size_t count) {
    size_t odd = 0;
    while (count >= 64) {
      odd |= count & 1;
      count >>= 1;
    }
    return count + odd;
  }

  // The length of the run at `start`, ascending afterwards. 0: failed.
  size_t find_run(size_t start) {
    size_t at = start + 1;
    if (at >= count_) return count_ - start;
    Truth down = less_(data_[at], data_[start]);
    if (down == Truth::Error) return 0;
    for (++at; at < count_; ++at) {
      Truth below = less_(data_[at], data_[at - 1]);
      if (below == Truth::Error) return 0;
      if (below != down) break;
    }
    if (down == Truth::Yes) std::reverse(data_ + start, data_ + at);
    return at - start;
  }

  bool insert_sorted(size_t start, size_t sorted_end, size_t end) {
    for (size_t at = sorted_end; at < end; ++at) {
      Element pivot = data_[at];
      size_t low = start, high = at;
      while (low < high) {
        size_t middle = low + (high - low) / 2;
        Truth below = less_(pivot, data_[middle]);
        if (below == Truth::Error) return false;
        if (below == Truth::Yes) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      move(data_ + low + 1, data_ + low, at - low);
      data_[low] = pivot;
    }
    return true;
  }

  // The depth at which the boundary between two runs stands in a balanced tree over the whole.
  int boundary_power(const Run& left, size_t next_length) const {
    size_t a = 2 * left.start + left.length;
    size_t b = a + left.length + next_length;
    for (int power = 1;; ++power) {
      bool a_right = a >= count_, b_right = b >= count_;
      if (a_right != b_right) return power;
      if (a_right) {
        a -= count_;
        b -= count_;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  bool push_run(size_t start, size_t length) {
    if (depth_ > 0) {
      int power = boundary_power(runs_[depth_ - 1], length);
      while (depth_ > 1 && runs_[depth_ - 2].power > power) {
        if (!merge_top()) return false;
      }
      runs_[depth_ - 1].power = power;
    }
    runs_[depth_++] = {start, length, 0};
    return true;
  }

  bool merge_top() {
    Run& left = runs_[depth_ - 2];
    Run right = runs_[--depth_];
    Run merged = {left.start, left.length + right.length, right.power};
    Run first = left;
    left = merged;
    size_t skip = gallop(data_[right.start], data_ + first.start, first.length, false, false);
    if (skip == kFailed) return false;
    first.start += skip;
    first.length -= skip;
    if (first.length == 0) return true;
    right.length = gallop(data_[right.start - 1], data_ + right.start, right.length, true, true);
    if (right.length == kFailed) return false;
    if (right.length == 0) return true;
    return first.length <= right.length ? merge_low(first, right) : merge_high(first, right);
  }

  // Where `key` belongs in sorted base[0:count]: before its equals (`left`), or after them. Searches in growing steps
  // from the beginning, or from the end.
  size_t gallop(const Element& key, const Element* base, size_t count, bool left, bool from_end) {
    size_t low = 0, high = count;
    for (size_t step = 1; low < high; step = step * 2 + 1) {
      size_t probe =
          from_end ? (high - low > step ? high - step : low) : (high - low > step ? low + step - 1 : high - 1);
      Truth before = goes_before(key, base[probe], left);
      if (before == Truth::Error) return kFailed;
      if (before == Truth::Yes) {
        high = probe;
        if (!from_end) break;
      } else {
        low = probe + 1;
        if (from_end) break;
      }
    }
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      Truth before = goes_before(key, base[middle], left);
      if (before == Truth::Error) return kFailed;
      if (before == Truth::Yes) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  Truth goes_before(const Element& key, const Element& other, bool left) {
    if (!left) return less_(key, other);
    Truth above = less_(other, key);
    return above == Truth::Error ? above : above == Truth::Yes ? Truth::No : Truth::Yes;
  }

  // The left run waits in the temporary array; the gap always has room for what is left of it, so that the copy at the
  // end is right after a failure too.
  bool merge_low(Run left, Run right) {
    if (!make_room(left.length)) return false;
    move(temporary_, data_ + left.start, left.length);
    size_t i = 0, j = right.start, end = right.start + right.length, to = left.start;
    bool ok = true;
    while (ok && i < left.length && j < end) {
      size_t streak_left = 0, streak_right = 0;
      while (i < left.length && j < end && streak_left < patience_ && streak_right < patience_) {
        Truth below = less_(data_[j], temporary_[i]);
        if (below == Truth::Error) {
          ok = false;
          break;
        }
        if (below == Truth::Yes) {
          data_[to++] = data_[j++];
          ++streak_right;
          streak_left = 0;
        } else {
          data_[to++] = temporary_[i++];
          ++streak_left;
          streak_right = 0;
        }
      }
      if (ok && i < left.length && j < end) ok = gallop_low(&i, left.length, &j, end, &to);
    }
    move(data_ + to, temporary_ + i, left.length - i);
    return ok;
  }

  bool gallop_low(size_t* i, size_t left_end, size_t* j, size_t end, size_t* to) {
    size_t won_left, won_right;
    do {
      won_left = gallop(data_[*j], temporary_ + *i, left_end - *i, false, false);
      if (won_left == kFailed) return false;
      move(data_ + *to, temporary_ + *i, won_left);
      *to += won_left;
      *i += won_left;
      if (*i == left_end) return true;
      data_[(*to)++] = data_[(*j)++];
      if (*j == end) return true;
      won_right = gallop(temporary_[*i], data_ + *j, end - *j, true, false);
      if (won_right == kFailed) return false;
      move(data_ + *to, data_ + *j, won_right);
      *to += won_right;
      *j += won_right;
      if (*j == end) return true;
      data_[(*to)++] = temporary_[(*i)++];
      patience_ -= patience_ > 1;
    } while (*i < left_end && (won_left >= kGallop || won_right >= kGallop));
    patience_ += 2;
    return true;
  }

  // The mirror image: the right run waits, and the merge goes from the end. i, j and to are one past the last item.
  bool merge_high(Run left, Run right) {
    if (!make_room(right.length)) return false;
    move(temporary_, data_ + right.start, right.length);
    size_t i = left.start + left.length, j = right.length, to = right.start + right.length;
    bool ok = true;
    while (ok && i > left.start && j > 0) {
      size_t streak_left = 0, streak_right = 0;
      while (i > left.start && j > 0 && streak_left < patience_ && streak_right < patience_) {
        Truth below = less_(temporary_[j - 1], data_[i - 1]);
        if (below == Truth::Error) {
          ok = false;
          break;
        }
        if (below == Truth::Yes) {
          data_[--to] = data_[--i];
          ++streak_left;
          streak_right = 0;
        } else {
          data_[--to] = temporary_[--j];
          ++streak_right;
          streak_left = 0;
        }
      }
      if (ok && i > left.start && j > 0) ok = gallop_high(left.start, &i, &j, &to);
    }
    move(data_ + to - j, temporary_, j);
    return ok;
  }

  bool gallop_high(size_t start, size_t* i, size_t* j, size_t* to) {
    size_t won_left, won_right;
    do {
      size_t keep = gallop(temporary_[*j - 1], data_ + start, *i - start, false, true);
      if (keep == kFailed) return false;
      won_left = *i - start - keep;
      *to -= won_left;
      *i -= won_left;
      move(data_ + *to, data_ + *i, won_left);
      if (*i == start) return true;
      data_[--*to] = temporary_[--*j];
      if (*j == 0) return true;
      keep = gallop(data_[*i - 1], temporary_, *j, true, true);
      if (keep == kFailed) return false;
      won_right = *j - keep;
      *to -= won_right;
      *j -= won_right;
      move(data_ + *to, temporary_ + *j, won_right);
      if (*j == 0) return true;
      data_[--*to] = data_[--*i];
      patience_ -= patience_ > 1;
    } while (*i > start && (won_left >= kGallop || won_right >= kGallop));
    patience_ += 2;
    return true;
  }

  bool make_room(size_t count) {
    if (count <= room_) return true;
    if (temporary_) free_buffer(thread_, temporary_, room_ * sizeof(Element));
    room_ = 0;
    temporary_ = static_cast<Element*>(allocate_buffer(thread_, count * sizeof(Element)));
    if (temporary_) room_ = count;
    return temporary_ != nullptr;
  }

  static void move(Element* to, const Element* from, size_t count) {
    if (count != 0) std::memmove(static_cast<void*>(to), from, count * sizeof(Element));
  }

  Thread& thread_;
  Element* data_;
  size_t count_;
  Less less_;
  Element* temporary_ = nullptr;
  size_t room_ = 0;
  size_t patience_ = kGallop;  // how long one side must win before galloping pays
  Run runs_[96];               // powers grow from bottom to top, and there are at most 64 of them
  size_t depth_ = 0;
};

}  // namespace gillab
