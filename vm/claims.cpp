// Reading `#:` comments. What their expressions are worth only an engine can say.
#include "vm/claims.h"

#include <algorithm>
#include <cctype>

#include "vm/options.h"

namespace gillab::vm {
namespace {

constexpr std::string_view kNames[] = {"expect", "interesting", "forbid"};

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Goes over an expression and says of each place whether it is outside brackets and quotes.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The first place from `from` on, outside of everything, where `word` stands; npos: there is none.
  size_t find(std::string_view word) {
    for (; at_ < text_.size(); ++at_) {
      if (quote_ == '\0' && depth_ == 0 && text_.substr(at_).starts_with(word)) return at_++;
      step(text_[at_]);
    }
    return text_.npos;
  }

 private:
  void step(char letter) {
    if (quote_ != '\0') {
      if (letter == '\\') ++at_;
      if (letter == quote_) quote_ = '\0';
    } else if (letter == '"' || letter == '\'') {
      quote_ = letter;
    } else if (letter == '(' || letter == '[' || letter == '{') {
      ++depth_;
    } else if (letter == ')' || letter == ']' || letter == '}') {
      --depth_;
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  char quote_ = '\0';
};

bool has_outside(std::string_view text, std::string_view word) { return Scanner(text).find(word) != text.npos; }

// What comes after `#:` on a line that holds nothing else.
std::optional<std::string_view> claim_on(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("#:")) return std::nullopt;
  return trimmed(line.substr(2));
}

void take_claim(std::string_view text, int line, std::vector<Claim>* claims, std::string* problem) {
  const std::vector<std::string_view> names(std::begin(kNames), std::end(kNames));
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  const auto found = std::find(names.begin(), names.end(), word);
  const std::string place = "line " + std::to_string(line) + ": ";
  if (found == names.end()) {
    const std::string_view meant = nearest(word, names);
    if (meant.empty() || !problem->empty()) return;
    *problem = place + "'#: " + std::string(word) + "' (did you mean '" + std::string(meant) + "'?)";
    return;
  }
  const std::string_view rest = text.substr(word.size());
  const size_t parting = Scanner(rest).find(" : ");
  const std::string_view expression = trimmed(rest.substr(0, parting));
  const std::string_view why = parting == rest.npos ? std::string_view() : trimmed(rest.substr(parting + 3));
  if (expression.empty() && problem->empty()) *problem = place + "'#: " + std::string(word) + "' without an expression";
  claims->push_back({static_cast<ClaimKind>(found - names.begin()), std::string(expression), std::string(why), line});
}

}  // namespace

std::string_view name_of(ClaimKind kind) { return kNames[static_cast<size_t>(kind)]; }

std::vector<Claim> read_claims(std::string_view source, std::string* problem) {
  std::vector<Claim> claims;
  int line = 1;
  for (size_t at = 0; at < source.size(); ++line) {
    const size_t end = std::min(source.find('\n', at), source.size());
    if (const auto text = claim_on(source.substr(at, end - at))) take_claim(*text, line, &claims, problem);
    at = end + 1;
  }
  return claims;
}

std::string read_shown(std::string_view source) {
  for (size_t at = 0; at < source.size();) {
    const size_t end = std::min(source.find('\n', at), source.size());
    const auto text = claim_on(source.substr(at, end - at));
    if (text && text->starts_with("show ")) return std::string(trimmed(text->substr(5)));
    at = end + 1;
  }
  return "";
}

std::optional<std::pair<std::string, std::string>> sides_of_equality(std::string_view expression) {
  // Whatever binds as loosely as a comparison makes it another form.
  for (std::string_view word : {" and ", " or ", "not ", " if ", " in ", " is ", "lambda", "!=", "<", ">", ":="}) {
    if (has_outside(expression, word)) return std::nullopt;
  }
  Scanner scanner(expression);
  const size_t first = scanner.find("==");
  if (first == expression.npos || scanner.find("==") != expression.npos) return std::nullopt;
  const std::string_view left = trimmed(expression.substr(0, first)), right = trimmed(expression.substr(first + 2));
  if (left.empty() || right.empty()) return std::nullopt;
  return std::pair(std::string(left), std::string(right));
}

}  // namespace gillab::vm
