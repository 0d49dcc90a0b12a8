// The parts of binascii for mail: uuencode, a line at a time, and quoted-printable.
#include "runtime/bytes.h"
#include "runtime/modules/binascii.h"
#include "runtime/text/byte_strings.h"

namespace gillab {
namespace {

bool ends_line(char c) { return c == '\n' || c == '\r'; }

Ref a2b_uu(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsciiBytes line;
  if (!line.read(thread, args[0])) return {};
  std::string_view text = line.view();
  size_t count = static_cast<size_t>((text.empty() ? 0 : text[0]) - ' ') & 63, at = 1;
  std::string bytes;
  uint32_t bits = 0;
  for (int held = 0; bytes.size() < count; ++at) {
    bool missing = at >= text.size() || ends_line(text[at]);  // spaces at the end that somebody cut off
    if (!missing && (text[at] < ' ' || text[at] > ' ' + 64)) return raise_binascii(thread, "Illegal char");
    bits = bits << 6 | (missing ? 0 : static_cast<uint32_t>(text[at] - ' ') & 63);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held);
  }
  for (; at < text.size(); ++at) {
    if (text[at] != ' ' && text[at] != '`' && !ends_line(text[at])) return raise_binascii(thread, "Trailing garbage");
  }
  return make_bytes(thread, bytes);
}

Ref b2a_uu(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  if (!data.open(thread, args[0], Pinned::kRead)) return {};
  if (data.size() > 45) return raise_binascii(thread, "At most 45 bytes at once");
  bool backtick = flag_argument(args[1], false);
  auto character = [&](uint32_t six) { return static_cast<char>(backtick && six == 0 ? '`' : six + ' '); };
  std::string line(1, character(static_cast<uint32_t>(data.size())));
  for (size_t i = 0; i < data.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = i; k < i + 3; ++k) group = group << 8 | (k < data.size() ? static_cast<uint8_t>(data.view()[k]) : 0);
    for (int shift = 18; shift >= 0; shift -= 6) line += character(group >> shift & 63);
  }
  return make_bytes(thread, line += '\n');
}

Ref a2b_qp(Thread& thread, const Value* args, uint32_t, Tuple*) {
  AsciiBytes encoded;
  if (!encoded.read(thread, args[0]) || !room_for(thread, encoded.view().size())) return {};
  std::string_view text = encoded.view();
  bool header = flag_argument(args[1], false);
  std::string bytes;
  for (size_t i = 0; i < text.size();) {
    if (text[i] != '=') {
      bytes += header && text[i] == '_' ? ' ' : text[i];
      ++i;
    } else if (++i >= text.size()) {
      break;
    } else if (ends_line(text[i])) {  // the line goes on
      while (i < text.size() && text[i] != '\n') ++i;
      ++i;
    } else if (text[i] == '=') {
      bytes += '=', ++i;
    } else if (i + 1 < text.size() && hex_digit(text[i]) >= 0 && hex_digit(text[i + 1]) >= 0) {
      bytes += static_cast<char>(hex_digit(text[i]) << 4 | hex_digit(text[i + 1]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return make_bytes(thread, bytes);
}

// Quoted-printable as CPython writes it: lines of at most 76 characters, blanks at a line's end quoted.
class QuotedPrintable {
 public:
  QuotedPrintable(std::string_view text, bool quote_tabs, bool is_text, bool header)
      : text_(text), quote_tabs_(quote_tabs), is_text_(is_text), header_(header) {
    size_t newline = text.find('\n');
    crlf_ = newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r';
  }

  const std::string& encode() {
    while (at_ < text_.size()) {
      if (must_quote()) {
        break_line_before(3);
        quote(text_[at_++]);
        column_ += 3;
      } else if (is_text_ && (here() == '\n' || (here() == '\r' && after() == '\n'))) {
        end_line();
      } else {
        if (at_ + 1 != text_.size() && after() != '\n') break_line_before(1);
        ++column_;
        result_ += header_ && here() == ' ' ? '_' : here();
        ++at_;
      }
    }
    return result_;
  }

 private:
  static constexpr size_t kLine = 76;
  char here() const { return text_[at_]; }
  char after() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

  bool must_quote() const {
    char c = here();
    auto code = static_cast<uint8_t>(c);
    bool blank = c == '\t' || c == ' ', last = at_ + 1 == text_.size();
    if (code > 126 || c == '=' || (header_ && c == '_')) return true;
    if (c == '.' && column_ == 0 && (last || ends_line(after()) || after() == '\0')) return true;
    if (ends_line(c)) return !is_text_;
    if (blank) return last || quote_tabs_;
    return code < 33;
  }
  void quote(char c) {
    static const char kDigits[] = "0123456789ABCDEF";
    auto code = static_cast<uint8_t>(c);
    result_.append({'=', kDigits[code >> 4], kDigits[code & 15]});
  }
  void break_line_before(size_t width) {
    if (column_ + width < kLine) return;
    result_ += crlf_ ? "=\r\n" : "=\n";
    column_ = 0;
  }
  void end_line() {
    column_ = 0;
    if (!result_.empty() && (result_.back() == ' ' || result_.back() == '\t')) {
      char blank = result_.back();
      result_.pop_back();
      quote(blank);
    }
    result_ += crlf_ ? "\r\n" : "\n";
    at_ += here() == '\r' ? 2 : 1;
  }

  std::string_view text_;
  bool quote_tabs_, is_text_, header_, crlf_;
  size_t at_ = 0;
  size_t column_ = 0;
  std::string result_;
};

// args: data, quotetabs, istext, header.
Ref b2a_qp(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  if (!data.open(thread, args[0], Pinned::kRead) || !room_for(thread, data.size() * 4)) return {};
  QuotedPrintable encoder(data.view(), flag_argument(args[1], false), flag_argument(args[2], true),
                          flag_argument(args[3], false));
  return make_bytes(thread, encoder.encode());
}

const MethodDef kFunctions[] = {
    {"a2b_uu", "(data, /)", a2b_uu},
    {"b2a_uu", "(data, /, *, backtick=False)", b2a_uu},
    {"a2b_qp", "(data, header=False)", a2b_qp},
    {"b2a_qp", "(data, quotetabs=False, istext=True, header=False)", b2a_qp},
};

}  // namespace

bool add_text_encodings(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
