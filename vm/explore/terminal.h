// A terminal that draws whole screens and reads single keys. It is put back as it was when this ends, and also when a
// signal ends the program.
#pragma once

#include <string>
#include <vector>

namespace gillab::explore {

struct ScreenSize {
  int rows = 24;
  int columns = 80;
};

class Terminal {
 public:
  Terminal();   // asks the terminal for single keys; is_usable() says whether that worked
  ~Terminal();
  Terminal(const Terminal&) = delete;

  bool is_usable() const { return file_ >= 0; }
  ScreenSize size() const;
  void draw(const std::vector<std::string>& lines);
  // The next key: a letter or digit, kResized, or kEnd when there are no more (Ctrl-C, Ctrl-D, the terminal is gone).
  int read_key();

  static constexpr int kEnd = -1, kResized = -2;

 private:
  int file_ = -1;
};

}  // namespace gillab::explore
