// repr and str of arrays, as numpy prints them: elements of one width, long arrays shortened, lines of 75 characters.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "runtime/modules/numpy/scalar.h"
#include "runtime/modules/numpy/walk.h"
#include "runtime/numbers/float_text.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab::numpy {
namespace {

constexpr int64_t kShortened = 1000;  // more elements than that: only the edges are shown
constexpr int64_t kEdge = 3;
constexpr size_t kLine = 75;
constexpr int kDigits = 8;  // behind the point

std::string padded(const std::string& text, size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

// A finite number in one of the two notations: as few digits as tell it apart, at most kDigits behind the point.
struct Parts {
  std::string whole, fraction, exponent;  // "-12", "5", "+10"
};

Parts cut(const std::string& text) {
  Parts parts;
  size_t point = text.find('.'), power = text.find('e');
  parts.whole = text.substr(0, std::min(point, power));
  if (point != std::string::npos) parts.fraction = text.substr(point + 1, power - point - 1);
  if (power != std::string::npos) parts.exponent = text.substr(power + 1);
  while (parts.fraction.ends_with('0')) parts.fraction.pop_back();
  return parts;
}

Parts parts_of(double number, bool scientific) {
  char text[400];
  for (int digits = 0; digits < kDigits; ++digits) {
    std::snprintf(text, sizeof text, scientific ? "%.*e" : "%.*f", digits, number);
    if (std::strtod(text, nullptr) == number) return cut(text);
  }
  std::snprintf(text, sizeof text, scientific ? "%.*e" : "%.*f", kDigits, number);
  return cut(text);
}


class FloatFormat {
 public:
  explicit FloatFormat(const std::vector<double>& numbers) {
    double most = 0, least = INFINITY;
    bool special = false, minus_infinity = false;
    for (double number : numbers) {
      if (!std::isfinite(number)) {
        special = true;
        minus_infinity = minus_infinity || number == -INFINITY;
      } else if (number != 0) {
        most = std::max(most, std::fabs(number));
        least = std::min(least, std::fabs(number));
      }
    }
    scientific_ = most > 0 && (most >= 1e8 || least < 1e-4 || most / least > 1000);
    for (double number : numbers) {
      if (std::isfinite(number)) measure(parts_of(number, scientific_));
    }
    if (special) {
      size_t behind = right_ + 1, widest = std::max<size_t>(3, minus_infinity ? 4 : 3);
      if (widest > behind) left_ = std::max(left_, widest - behind);
    }
  }

  std::string operator()(double number) const {
    if (!std::isfinite(number)) {
      const char* text = number != number ? "nan" : number < 0 ? "-inf" : "inf";
      return padded(text, left_ + right_ + 1);
    }
    Parts parts = parts_of(number, scientific_);
    std::string text = padded(parts.whole, left_) + "." + parts.fraction;
    if (!scientific_) return text + std::string(right_ - parts.fraction.size(), ' ');
    text += std::string(fraction_ - parts.fraction.size(), '0') + "e" + parts.exponent[0];
    return text + std::string(exponent_ + 1 - parts.exponent.size(), '0') + parts.exponent.substr(1);
  }

 private:
  void measure(const Parts& parts) {
    left_ = std::max(left_, parts.whole.size());
    fraction_ = std::max(fraction_, parts.fraction.size());
    if (scientific_) exponent_ = std::max(exponent_, parts.exponent.size() - 1);
    right_ = scientific_ ? exponent_ + 2 + fraction_ : fraction_;
  }

  bool scientific_ = false;
  size_t left_ = 0;      // characters before the point
  size_t right_ = 0;     // and behind it
  size_t fraction_ = 0;  // digits behind it
  size_t exponent_ = 0;  // digits of the exponent
};

class Printer {
 public:
  Printer(const View& view, std::string separator, size_t width)
      : view_(view), separator_(std::move(separator)), width_(width), shortened_(view.size() > kShortened) {
    collect(0, view.data);
    format_all();
  }

  std::string print(const std::string& indent) {
    next_ = 0;
    return print_axis(0, indent, width_);
  }

 private:
  int64_t edge(int axis) const { return shortened_ && view_.shape[axis] > 2 * kEdge ? kEdge : 0; }

  // The places along an axis that are shown; the negative number stands for the dots.
  template <class Visit>
  void for_shown(int axis, Visit visit) const {
    int64_t length = view_.shape[axis], at_edge = edge(axis);
    for (int64_t i = 0; i < length; ++i) {
      if (at_edge && i == at_edge) {
        visit(-1);
        i = length - at_edge;
      }
      visit(i);
    }
  }

  void collect(int axis, const char* data) {
    if (axis == view_.dimensions) return shown_.push_back(data);
    for_shown(axis, [&](int64_t i) {
      if (i >= 0) collect(axis + 1, data + i * view_.strides[axis]);
    });
  }

  void format_all() {
    if (view_.element == Element::Float) {
      std::vector<double> numbers;
      for (const char* data : shown_) numbers.push_back(*reinterpret_cast<const double*>(data));
      FloatFormat format(numbers);
      for (double number : numbers) words_.push_back(format(number));
      return;
    }
    size_t widest = 0;
    for (const char* data : shown_) {
      bool truth = view_.element == Element::Bool;
      std::string word = truth ? *data ? "True" : "False" : std::to_string(*reinterpret_cast<const int64_t*>(data));
      if (truth && view_.dimensions > 0) widest = 5;
      widest = std::max(widest, word.size());
      words_.push_back(std::move(word));
    }
    for (std::string& word : words_) word = padded(word, widest);
  }

  std::string print_axis(int axis, const std::string& indent, size_t width) {
    if (axis == view_.dimensions) return words_[next_++];
    std::string text;
    if (axis == view_.dimensions - 1) {
      text = print_row(axis, indent, width);
    } else {
      std::string between = stripped(separator_) + std::string(static_cast<size_t>(view_.dimensions - axis - 1), '\n');
      bool first = true;
      for_shown(axis, [&](int64_t i) {
        if (!first) text += between;
        first = false;
        text += indent + (i < 0 ? "..." : print_axis(axis + 1, indent + " ", width - 1));
      });
    }
    return "[" + text.substr(std::min(indent.size(), text.size())) + "]";
  }

  std::string print_row(int axis, const std::string& indent, size_t width) {
    std::string text, line = indent;
    size_t room = width - std::max<size_t>(stripped(separator_).size(), 1);
    bool first = true;
    for_shown(axis, [&](int64_t i) {
      if (!first) line += separator_;
      first = false;
      std::string word = i < 0 ? "..." : words_[next_++];
      if (line.size() + word.size() > room && line.size() > indent.size()) {
        text += stripped(line) + "\n";
        line = indent;
      }
      line += word;
    });
    return text + line;
  }

  static std::string stripped(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    return text;
  }

  const View& view_;
  std::string separator_;
  size_t width_;
  bool shortened_;
  std::vector<const char*> shown_;
  std::vector<std::string> words_;
  size_t next_ = 0;
};

Ref array_str(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const View& view = array_of(args[0])->view;
  if (view.dimensions == 0) {
    Ref only = to_python(thread, view, view.data);
    return only ? str(thread, only.get()) : Ref();
  }
  if (view.size() == 0) return make_str(thread, "[]");
  return make_str(thread, Printer(view, " ", kLine).print(" "));
}

Ref array_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  const View& view = array_of(args[0])->view;
  std::string text = "array(";
  if (view.size() > 0) {
    text += Printer(view, ", ", kLine - 1).print(std::string(7, ' '));
  } else {
    text += "[], ";
    if (view.dimensions > 1) {
      Ref shape = shape_tuple(thread, view);
      Ref shown = shape ? repr(thread, shape.get()) : Ref();
      if (!shown) return {};
      text += "shape=" + to_utf8(shown.as<Str>()) + ", ";
    }
    text += std::string("dtype=") + element_name(view.element);
  }
  return make_str(thread, text + ")");
}

Ref array_format(Thread& thread, const Value* args, uint32_t count, Tuple* names) {
  if (is<Str>(args[1]) && as<Str>(args[1])->length == 0) return array_str(thread, args, count, names);
  const View& view = array_of(args[0])->view;
  if (view.dimensions == 0) {
    Ref only = to_python(thread, view, view.data);
    return only ? gillab::format(thread, only.get(), args[1]) : Ref();
  }
  return raise(thread, Error::TypeError, "unsupported format string passed to numpy.ndarray.__format__");
}

const MethodDef kMethods[] = {
    {"__str__", "(self, /)", array_str},
    {"__repr__", "(self, /)", array_repr},
    {"__format__", "(self, format_spec, /)", array_format},
};
const MethodDef kFunctions[] = {{"array_str", "(a)", array_str}, {"array_repr", "(arr)", array_repr}};

}  // namespace

Part text_part() { return make_part(kMethods, kFunctions); }

}  // namespace gillab::numpy
